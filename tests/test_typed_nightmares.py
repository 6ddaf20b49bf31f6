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
def test_everything_can_be_asked_of_it(name: str) -> None:
    make, size = NIGHTMARES[name]
    document = blocks.parse(make(size // 4))
    told = document.check()
    assert all(problem.span.line >= 1 for problem in told)
    for node in document.walk():
        assert node.attribute_values is not None
        assert node.deprecation is None or node.reading.is_recognised
    assert document == blocks.parse(make(size // 4))


@pytest.mark.parametrize("name", TEXTS)
def test_typed_trees_of_hostile_texts(name: str) -> None:
    make, size = TEXTS[name]
    document = blocks.parse(make(size // 100))
    assert isinstance(document.to_json(), list)
    assert isinstance(document.check(), tuple)


def test_unknown_blocks_in_each_other_are_held_to_a_limit() -> None:
    text = "<!-- wp:acme/a -->x" * 5_000 + "<!-- /wp:acme/a -->" * 5_000
    with pytest.raises(blocks.LimitError, match=r"blocks without a type stand inside each other.* raise the limit"):
        blocks.parse(text).to_json(limit=1_000_000)
    assert blocks.parse(text.replace("acme/a", "group")).to_json(limit=1_000_000)


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
def test_no_content_and_no_attributes_raise(block_type: type[blocks.Block]) -> None:
    name = block_type.type_name
    for html in ODD_CONTENT.values():
        for attributes in ODD_ATTRIBUTES:
            document = blocks.parse(block(str(name), html, attributes))
            tree = document.to_json()
            assert document.markup == block(str(name), html, attributes)
            assert json.loads(json.dumps(tree)) is not None
            assert len(document.check()) < 20
            for node in document.find(blocks.Gallery):
                assert all(isinstance(one.id, int | None) for one in node.pictures)


def test_a_pile_of_attributes_of_a_wrong_type_is_told_with_its_places() -> None:
    told = blocks.parse('<p>a</p>\n<!-- wp:image {"id":"7","width":3,"align":"up"} -->\n<figure class="wp-block-image">'
                        '<img alt=""/></figure>\n<!-- /wp:image -->').check()  # fmt: skip
    assert [(one.code, one.span.line) for one in told if one.code == "wrong-attribute"] == [("wrong-attribute", 2)] * 3
    assert "core/image: id is a number, not" in told[1].message
