"""Hypothesis strategies: texts that look like block markup, well formed, broken and hostile."""

from __future__ import annotations

import json

from hypothesis import strategies as st

NAMES = st.sampled_from(["paragraph", "core/group", "image", "acme/book", "a", "list-item", "core-embed/x_1", "0", "A"])
BLANKS = st.sampled_from([" ", "\n", "\t ", "  ", "\v", "\f", "", "\u00a0"])
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(min_value=-(2**70), max_value=2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
    st.sampled_from(["--", "<b>", "&", '"', "\\", "} -->", "{", "é", "\u2028", "\U0001f600", "0"]),
)
JSON = st.dictionaries(
    st.one_of(st.text(max_size=4), st.sampled_from(["0", "1", "id", "--"])),
    st.recursive(
        SCALARS,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)),
    ),
    max_size=3,
)
ATTRIBUTES = st.one_of(
    JSON.map(lambda value: json.dumps(value, ensure_ascii=False)),
    st.sampled_from(
        [
            '{"a":1',
            '{"a":"} -->"}',
            "{",
            "{}}",
            '{"a":1}{"b":2}',
            "{bad}",
            "[]",
            '{"0":1}',
            '{"a":1e400}',
            '{"a":"\\ud800"}',
        ]
    ),
)
HTML = st.one_of(
    st.sampled_from(
        [
            "0",
            "<p>Hi</p>",
            "\n\n",
            "<!--more-->",
            "<!-- wp",
            "-->",
            "<",
            "<!--",
            "<b><p>x</b>y</p>",
            "&amp;",
            "\r\n",
            "é漢😀",
        ]
    ),
    st.text(max_size=12),
)


@st.composite
def delimiters(draw: st.DrawFn) -> str:
    """An opener, a closer or a void delimiter, mostly well formed."""
    attributes = draw(st.one_of(st.just(""), ATTRIBUTES))
    return "".join(
        (
            "<!--",
            draw(BLANKS),
            draw(st.sampled_from(["", "", "/"])),
            draw(st.sampled_from(["wp:", "wp:", "wp:", "WP:", "blk:"])),
            draw(NAMES),
            draw(BLANKS),
            attributes,
            draw(BLANKS) if attributes else "",
            draw(st.sampled_from(["", "", "/"])),
            "-->",
        )
    )


def texts() -> st.SearchStrategy[str]:
    """Any mixture of delimiters and HTML."""
    return st.lists(st.one_of(delimiters(), delimiters(), HTML), max_size=14).map("".join)


@st.composite
def well_formed(draw: st.DrawFn, depth: int = 3) -> str:
    """Block markup without a mistake."""
    parts: list[str] = []
    for _ in range(draw(st.integers(0, 3))):
        name = draw(st.sampled_from(["paragraph", "group", "acme/book", "image"]))
        attributes = draw(st.one_of(st.just(""), JSON.map(lambda v: json.dumps(v) + " ")))
        if "} " in attributes[:-2] or "-->" in attributes:
            attributes = ""
        inside = draw(well_formed(depth - 1)) if depth else "<p>x</p>"
        parts += (
            draw(st.sampled_from(["", "\n\n", "html"])),
            f"<!-- wp:{name} {attributes}-->{inside}<!-- /wp:{name} -->",
        )
    return "".join(parts)
