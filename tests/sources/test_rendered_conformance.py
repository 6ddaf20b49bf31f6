"""What comes back of HTML that a real WordPress rendered."""

from __future__ import annotations

import json
from collections import Counter

import pytest

import blocks
from blocks.sources.rendered import recovered
from tests.corpus import shared
from tests.recovered import run


def test_a_post_of_the_public_api() -> None:
    """34 paragraphs, two of them empty, and two images; rendered again, it is the same to the byte."""
    html = json.loads(shared("conformance", "seed", "post-23002.json").read_text(encoding="utf-8"))["content"][
        "rendered"
    ]
    result = recovered(html)
    document = blocks.parse(result.markup)
    nodes = [node for node in document.walk() if not node.is_blank]
    assert Counter(node.block_name for node in nodes) == {"core/paragraph": 34, "core/image": 2}
    empty = [node for node in nodes if isinstance(node, blocks.Paragraph) and not node.content.text]
    assert len(empty) == 2
    images = [node.attributes for node in nodes if node.block_name == "core/image"]
    assert images == [
        {"align": "center", "id": 23004, "sizeSlug": "large", "linkDestination": "none"},
        {"align": "center", "id": 23006, "sizeSlug": "full", "linkDestination": "none"},
    ]
    assert document.check() == ()
    assert result.problems == ()
    assert result.noise == {"decoding": 2}
    assert (result.is_classic, result.is_filtered) == (True, True)
    assert blocks.render(result.markup, profile="classic", filters="the_content") == html


@pytest.mark.parametrize(("folder", "least"), [("core-fixtures", 0.98), ("supports", 0.99), ("wxr", 0.99)])
def test_static_blocks_come_back(folder: str, least: float) -> None:
    """Names and nesting, and all words."""
    board = run(shared("conformance"), f"{folder}/")
    assert board.share >= least, board.missing
    assert board.words == []
    assert board.inputs["no problem"] == board.inputs["all"] > 0
