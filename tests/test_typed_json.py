"""Documents of typed trees."""

from __future__ import annotations

import json
from typing import Any

import pytest

import blocks
from blocks import Document, SourceError
from tests.corpus import inputs, shared

SAVED = [
    pytest.param("core/paragraph", {"content": "Hi <em>you</em>", "dropCap": False}, "<!-- wp:paragraph -->\n<p>Hi <em>you</em></p>\n<!-- /wp:paragraph -->", id="defaults-are-left-out"),
    pytest.param("core/paragraph", {"content": " \n"}, "<!-- wp:paragraph -->\n<p></p>\n<!-- /wp:paragraph -->", id="blank-rich-text"),
    pytest.param("core/site-title", {"style": {"color": {}}, "textColor": "base", "isLink": False, "level": 1.0}, '<!-- wp:site-title {"isLink":false,"textColor":"base","style":{"color":{}}} /-->', id="in-the-order-of-the-editor"),
    pytest.param("core/site-title", {"level": 2.0, "metadata": {"a": [], "b": {}, "c": 1e21, "d": 0.5}}, '<!-- wp:site-title {"level":2,"metadata":{"a":[],"b":{},"c":1e+21,"d":0.5}} /-->', id="as-javascript-spells-json"),
    pytest.param("core/image", {"id": None, "alt": "", "url": "/a"}, '<!-- wp:image {"id":null} -->\n<figure class="wp-block-image"><img src="/a" alt=""/></figure>\n<!-- /wp:image -->', id="null-is-said"),
    pytest.param("core/image", {"blob": "blob:x", "alt": "", "url": "/a"}, '<!-- wp:image -->\n<figure class="wp-block-image"><img src="/a" alt=""/></figure>\n<!-- /wp:image -->', id="local-attributes-go"),
    pytest.param("core/group", {"style": {"dimensions": {"minHeight": "2px"}}, "anchor": "x"}, '<!-- wp:group {"style":{"dimensions":{"minHeight":"2px"}}} -->\n<div id="x" class="wp-block-group" style="min-height:2px"></div>\n<!-- /wp:group -->', id="attributes-of-the-tag-in-order"),
    pytest.param("core/freeform", {"content": "<p>x</p>"}, "<p>x</p>", id="html-outside-every-block"),
    pytest.param("core/missing", {"originalContent": "<!-- wp:acme/x /-->"}, "<!-- wp:acme/x /-->", id="unknown"),
    pytest.param("core/video", {"src": "/a", "tracks": ["?"]}, '<!-- wp:video {"tracks":["?"]} /-->', id="what-save-fails-over"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "attributes", "markup"), SAVED)
def test_a_block_is_saved_as_the_editor_saves_it(name: str, attributes: dict[str, Any], markup: str) -> None:
    tree = [{"name": name, "attributes": attributes, "innerBlocks": []}]
    assert Document.from_json(tree).markup == markup
    assert Document.from_json(json.dumps(tree)).markup == markup
    assert Document.from_json(json.dumps(tree).encode()).markup == markup


def test_blocks_stand_inside_and_behind_each_other() -> None:
    leaf = {"name": "core/spacer", "attributes": {"height": "1px"}}
    freeform = {"name": "core/freeform", "attributes": {"content": "a"}}
    document = Document.from_json([{"name": "core/group", "innerBlocks": [leaf, freeform]}, leaf])
    assert [block.block_name for block in document.walk()] == [
        "core/group",
        "core/spacer",
        "core/freeform",
        "core/spacer",
    ]
    assert "<!-- /wp:spacer -->\n\n<!-- wp:freeform -->\na\n<!-- /wp:freeform --></div>" in document.markup


def test_the_dialect_is_that_of_the_delimiters() -> None:
    tree = [{"name": "core/site-title", "attributes": {"className": "a\\b"}}]
    assert Document.from_json(tree).markup == '<!-- wp:site-title {"className":"a\\u005cb"} /-->'
    assert Document.from_json(tree, dialect="6.8").markup == '<!-- wp:site-title {"className":"a\\\\b"} /-->'


WRONG: list[Any] = [
    pytest.param("{", "this is no typed tree: it is not JSON", id="no-json"),
    pytest.param("{}", "a typed tree is a list of blocks, not dict", id="no-list"),
    pytest.param([1], r"block \[0\] is an object with name, attributes and innerBlocks, not 1", id="no-block"),
    pytest.param([{"name": "image"}], r"block \[0\]: `name` is a block's full name, such as core/image, not 'image'", id="short-name"),
    pytest.param([{"name": "core/image", "attributes": 1}], r"block \[0\]: `attributes` is an object, not 1", id="no-attributes"),
    pytest.param([{"name": "core/group", "innerBlocks": [{"name": "core/group", "innerBlocks": 1}]}], r"\[0\].innerBlocks\[0\].innerBlocks is a list of blocks, not int", id="no-list-inside"),
    pytest.param([{"name": "acme/x"}], r"block \[0\]: no type is declared for acme/x, .*Registry.load", id="no-type"),
    pytest.param("[" * 100_000, "nested deeper", id="too-deep"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "message"), WRONG)
def test_what_is_no_tree_raises(tree: Any, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        Document.from_json(tree)


def test_a_tree_may_be_as_deep_as_one_likes() -> None:
    tree: list[dict[str, Any]] = []
    for _ in range(5_000):
        tree = [{"name": "core/group", "attributes": {}, "innerBlocks": tree}]
    assert Document.from_json(tree).markup.count("<div") == 5_000


def test_typed_trees_of_examples_come_back() -> None:
    compared = 0
    for path in inputs(shared("conformance", "supports")):
        document = blocks.parse(path.read_bytes())
        if any(block.deprecation or not block.reading.is_recognised for block in document.walk()):
            continue
        compared += 1
        tree = document.to_json()
        again = Document.from_json(tree)
        if path.name != "button-spaces-text.html":  # blank rich text is saved as none
            assert again.to_json() == tree, path.name
        assert Document.from_json(again.to_json()).markup == again.markup
    assert compared > 100


def test_trees_written_by_hand_need_no_defaults() -> None:
    tree = [
        {"name": "core/heading", "attributes": {"content": "x"}},
        {"name": "core/group", "attributes": {"anchor": "y"}},
        {"name": "core/cover", "attributes": {"url": "/a.jpg", "dimRatio": 30}},
    ]
    heading, _, group, _, cover = Document.from_json(tree).children
    assert heading == blocks.Heading(content="x")
    assert group == blocks.Group(anchor="y")
    assert (type(cover).__name__, cover.reading.is_recognised) == ("Cover", True)


@pytest.mark.parametrize("member", ["innerBlock", "attrs", "blockName"])
def test_a_misspelled_member_of_a_typed_tree_is_told(member: str) -> None:
    with pytest.raises(blocks.SourceError, match=rf"block \[0\] has '{member}'; a block has name, attributes"):
        blocks.Document.from_json([{"name": "core/spacer", member: []}])


def test_attributes_that_are_no_json_are_told_with_their_block() -> None:
    with pytest.raises(blocks.SourceError, match=r"block \[0\]: attributes hold JSON, not set"):
        blocks.Document.from_json([{"name": "core/spacer", "attributes": {"height": {1}}}])
