"""JSON for people: json.dumps' own answer where that has one, and an answer where it has none."""

from __future__ import annotations

import json
import math
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import blocks
from blocks.model.json_text import pretty

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
)


@given(VALUES)
def test_it_is_what_json_dumps_writes(value: Any) -> None:
    assert pretty(value) == json.dumps(value, indent=2, ensure_ascii=False)


def test_a_deep_tree_is_written_without_recursion_and_in_linear_size() -> None:
    def written(depth: int) -> str:
        markup = "<!-- wp:group -->" * depth + "<!-- /wp:group -->" * depth
        return pretty(blocks.parse(markup).to_wordpress())

    once, twice = written(10_000), written(20_000)
    assert once.count('"core/group"') == 10_000
    assert len(twice) < 2.1 * len(once)


def test_it_is_utf_8_and_json_whatever_the_bytes_were() -> None:
    text = pretty(blocks.parse(b'<!-- wp:x {"n":1e999} -->\xff\xe9<!-- /wp:x -->').to_wordpress())
    read = json.loads(text.encode("utf-8"))
    assert read[0]["innerHTML"] == "\udcff\udce9"
    assert read[0]["attrs"] == {"n": math.inf}
