"""Named nightmares of the typed tree: hostile content, read in time that grows in step with it, and never raising."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

import blocks
from tests.test_nightmares import NIGHTMARES as TEXTS
from tests.timing import assert_in_step


def block(name: str, html: str, attributes: str = "") -> str:
    return f"<!-- wp:{name} {attributes}-->{html}<!-- /wp:{name} -->"


NIGHTMARES: dict[str, tuple[Callable[[int], str], int]] = {
    "a thousand levels of inline tags": (lambda n: block("paragraph", "<p>" + "<b>x" * n + "</b>" * n + "</p>"), 4_000),
    "inline tags that never end": (lambda n: block("paragraph", "<p>" + "<em>" * n), 4_000),
    "an old list in lists": (lambda n: block("list", "<ul><li>a" * n + "</li></ul>" * n), 1_000),
    "an old list of many items": (lambda n: block("list", "<ul>" + "<li>a</li>" * n + "</ul>"), 4_000),
    "an old quote of many paragraphs": (
        lambda n: block("quote", '<blockquote class="wp-block-quote">' + "<p>a</p>" * n + "</blockquote>"),
        4_000,
    ),
    "an old gallery of many pictures": (
        lambda n: block(
            "gallery",
            '<ul class="wp-block-gallery columns-3 is-cropped">'
            + '<li class="blocks-gallery-item"><figure><img src="a" alt="" data-id="1"/></figure></li>' * n
            + "</ul>",
        ),
        1_000,
    ),
    "old quotes in quotes": (
        lambda n: (
            '<!-- wp:quote --><blockquote class="wp-block-quote"><p>a</p>' * n + "</blockquote><!-- /wp:quote -->" * n
        ),
        1_000,
    ),
    "old groups in groups": (
        lambda n: (
            '<!-- wp:group {"layout":{"inherit":true}} --><div class="wp-block-group">' * n
            + "</div><!-- /wp:group -->" * n
        ),
        4_000,
    ),
    "old columns in columns": (
        lambda n: (
            '<!-- wp:columns --><div class="wp-block-columns has-1-columns">' * n + "</div><!-- /wp:columns -->" * n
        ),
        1_000,
    ),
    "queries in queries": (
        lambda n: (
            '<!-- wp:query {"displayLayout":{"type":"flex"}} --><!-- wp:post-template -->' * n
            + "<!-- /wp:post-template --><!-- /wp:query -->" * n
        ),
        1_000,
    ),
    "images that are no images": (lambda n: block("image", "<figure>" + "<img/><figcaption>" * n), 2_000),
    "very many classes": (
        lambda n: block("paragraph", f'<p class="{" ".join(f"c{i}" for i in range(n))}">a</p>'),
        20_000,
    ),
    "very many styles": (lambda n: block("cover", f'<div style="{"a:b;" * n}"></div>'), 20_000),
    "shortcodes in free text": (lambda n: "[a][/a]\n\n" * n, 10_000),
    "tags in free text": (lambda n: "<div>\n<p>a\n\n" * n, 4_000),
}


@pytest.mark.parametrize("name", NIGHTMARES)
def test_reading_takes_time_in_step_with_the_text(name: str) -> None:
    make, size = NIGHTMARES[name]

    def prepare(n: int) -> Callable[[], object]:
        text = make(n)
        return lambda: blocks.parse(text).to_json()

    assert_in_step(prepare, size)


@pytest.mark.parametrize("name", NIGHTMARES)
def test_nothing_that_is_asked_of_it_raises(name: str) -> None:
    make, size = NIGHTMARES[name]
    text = make(size // 4)
    document = blocks.parse(text)
    assert all(0 <= problem.span.start < problem.span.end <= len(text) for problem in document.check())
    for node in document.walk():
        _ = node.attribute_values, node.deprecation, node.inner_objects()
    assert document == blocks.parse(text)


@pytest.mark.parametrize("name", TEXTS)
def test_no_typed_tree_of_a_hostile_text_raises(name: str) -> None:
    make, size = TEXTS[name]
    document = blocks.parse(make(size // 100))
    document.to_json()
    document.check()


def test_unknown_blocks_in_each_other_are_held_to_a_limit() -> None:
    text = "<!-- wp:acme/a -->x" * 5_000 + "<!-- /wp:acme/a -->" * 5_000
    with pytest.raises(blocks.LimitError, match=r"blocks without a type stand inside each other.* raise the limit"):
        blocks.parse(text).to_json(limit=1_000_000)
    assert blocks.parse(text.replace("acme/a", "group")).to_json(limit=1_000_000)


HEADING = '<h2 class="wp-block-heading">A</h2>'
CAPTIONS = "<figcaption>a</figcaption><figcaption>b</figcaption>"
DEEP = "<b>" * 1_000 + "x" + "</b>" * 1_000

# What is wrong: (the block, its fields, the codes of its problems, the words that its text keeps)
BAD: dict[str, tuple[str, dict[str, object], list[str], str]] = {
    "HTML that is hardly any": (
        block("image", "<<<figure <img src=a"), {"url": None, "alt": ""}, ["unrecognised-markup"], "<<<figure <img src=a",
    ),
    "a section of XML, and a tag that never ends": (
        block("paragraph", "<![CDATA[<p>a</p>]]><p <p"), {"content": ""}, ["unrecognised-markup"], "]]><p <p",
    ),
    "a selector that matches nothing": (
        block("image", "<p>no picture</p>"), {"url": None, "alt": "", "caption": ""}, ["unrecognised-markup"], "no picture",
    ),
    "an element of another block": (
        block("paragraph", "<table><tr><td>x"), {"content": ""}, ["unrecognised-markup"], "x",
    ),
    "two figcaptions": (
        block("image", f'<figure class="wp-block-image"><img src="a" alt=""/>{CAPTIONS}</figure>'),
        {"url": "a", "caption": "a"}, ["unrecognised-markup"], "b",
    ),
    "attributes of the wrong type": (
        block("heading", HEADING, '{"level":"x","textAlign":7,"style":"red","className":["a"]} '),
        {"level": 2, "text_align": None, "style": None, "class_name": None, "content": "A"}, ["wrong-attribute"] * 4, "A",
    ),
    "a fraction where a whole number is meant": (
        block("gallery", "", '{"columns":2.5,"ids":[1,"2"]} '),
        {"columns": None, "ids": []}, ["unrecognised-markup", "wrong-attribute", "wrong-attribute"], "",
    ),
    "attributes that are no JSON": (
        block("heading", HEADING, '{"level":3,} '), {"level": 2, "content": "A"}, ["invalid-attributes"], "A",
    ),
    "a thousand levels of inline tags": (block("paragraph", f"<p>{DEEP}</p>"), {"content": DEEP}, [], "x"),
    "NUL bytes": (
        block("paragraph", "<p>a\x00b</p>"), {"content": "a\ufffdb"}, ["unrecognised-markup"], "a\x00b",
    ),
    "half of a surrogate pair": (
        block("paragraph", "<p>a\ud83cb</p>"), {"content": "a\ufffdb"}, ["unrecognised-markup"], "a\ud83cb",
    ),
    "a block that is never closed": (
        f'<!-- wp:heading {{"level":2}} -->{HEADING}', {"level": 2, "content": "A"}, ["unclosed-block"], "A",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gives_values_and_problems_with_their_place(name: str) -> None:
    markup, fields, codes, words = BAD[name]
    document = blocks.parse(f"<p>é</p>\n{markup}")
    (node,) = document.find(markup.split()[1].removeprefix("wp:"))
    assert {field: getattr(node, field) for field in fields} == fields
    told = [one for one in document.check() if one.code != "freeform-html"]
    assert sorted(one.code for one in told) == codes
    assert {(one.span.line, one.span.column) for one in told} <= {(2, 1)}
    assert words in node.own_html


ODD_CONTENT = {
    "nothing": "",
    "NUL bytes": "<p>a\x00b</p>",
    "half of a surrogate pair": "<p>a\ud83cb</p>",
    "an element of another block": "<table><tr><td>x",
    "two figcaptions": '<figure class="wp-block-image"><img src="a"/><figcaption>a</figcaption><figcaption>b</figcaption></figure>',
    "a page": "<html><head><title>x</title></head><body class='y'><p>z</p></body></html>",
    "a comment that never ends": "<p>a</p><!-- ",
    "a script": "<script>if (a < b) { '</p>' }</script>",
    "only text": "plain & <simple",
    "a picture of a very long number": '<figure class="wp-block-gallery"><ul class="blocks-gallery-grid">'
    f'<li class="blocks-gallery-item"><figure><img src="a" data-id="{"9" * 5_000}"/></figure></li></ul></figure>',
    "a list that starts at a very long number": f'<ol start="{"9" * 5_000}"><li>a</li></ol>',
}
ODD_ATTRIBUTES = [
    "", '{"level":"x","align":7,"style":"red","className":["a"],"layout":null} ', '{"style":{"color":7,"spacing":[1]}} ',
    '{"style":{"border":{"radius":{}},"typography":{"fontSize":{}}}} ', '{"ids":"1","images":{},"columns":"two"} ',
    '{"query":{"taxQuery":7},"displayLayout":"list"} ', '{"focalPoint":{"x":"a"},"dimRatio":1e400} ', '{"metadata":[]} ',
    "{bad} ", '{"overlayColor":true,"minHeight":"3","tagName":"<x>"} ',
    f'{{"layout":{{"type":"grid","columnCount":"{"9" * 5_000}"}},"style":{{"layout":{{"rowSpan":"{"9" * 5_000}"}}}}}} ',
]  # fmt: skip


@pytest.mark.parametrize("block_type", blocks.core_registry(), ids=lambda one: one.__name__)
def test_no_odd_content_or_attributes_raise(block_type: type[blocks.Block]) -> None:
    name = block_type.type_name
    for html in ODD_CONTENT.values():
        for attributes in ODD_ATTRIBUTES:
            document = blocks.parse(block(str(name), html, attributes))
            json.dumps(document.to_json())
            document.check()
            for node in document.find(blocks.Gallery):
                assert all(isinstance(one.id, int | None) for one in node.pictures)


def test_a_pile_of_attributes_of_a_wrong_type_is_told_with_its_places() -> None:
    told = blocks.parse('<p>a</p>\n<!-- wp:image {"id":"7","width":3,"align":"up"} -->\n<figure class="wp-block-image">'
                        '<img alt=""/></figure>\n<!-- /wp:image -->').check()  # fmt: skip
    assert [(one.code, one.span.line) for one in told if one.code == "wrong-attribute"] == [("wrong-attribute", 2)] * 3
    assert "core/image: id is a number, not" in told[1].message
