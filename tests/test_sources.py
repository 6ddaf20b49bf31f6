"""Sources: which of them a text is, and what each makes of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

import blocks
from blocks.sources import detect, read
from tests.corpus import shared

REST = {
    "id": 7,
    "slug": "hello",
    "link": "https://example.com/hello",
    "date": "2026-02-15T12:00:00",
    "title": {"rendered": "Fish &#038; <em>chips</em>"},
    "excerpt": {"rendered": "<p>Short&hellip;</p>\n"},
    "content": {"rendered": "<p>Hi</p>", "protected": False},
}


@pytest.mark.parametrize(
    ("data", "source", "reason"),
    [
        (b"", "markup", "nothing"),
        (b"<!-- wp:paragraph -->", "markup", "block delimiters"),
        (b"[gallery ids='1']", "classic", "shortcodes"),
        (b"{not json}", "markup", "does not begin like JSON"),
        (json.dumps(REST).encode(), "rest", "content.rendered"),
        (b"\xef\xbb\xbf \n" + json.dumps([REST | {"content": {"raw": "x"}}], indent=1).encode(), "rest", "content.raw"),
        (b'[{"blockName":null}]', "wordpress", "blockName"),
    ],
)
def test_a_source_is_told_by_its_form(data: bytes, source: str, reason: str) -> None:
    detection = detect(data)
    assert detection.source == source
    assert reason in detection.reason


@pytest.mark.parametrize("data", [b'{"code":"rest_forbidden"}', b'[{"id":1,', b"{}", b"[{}]"])
def test_json_of_no_known_form_is_not_taken_for_text(data: bytes) -> None:
    with pytest.raises(blocks.SourceError, match="this looks like JSON, but is neither a REST post"):
        detect(data)
    assert [post.content for post in read(data, "markup")] == [data]


def test_a_rest_post_carries_what_the_api_knows() -> None:
    (post,) = read(json.dumps(REST).encode())
    assert post == blocks.Post(
        content="<p>Hi</p>",
        origin="rendered",
        id=7,
        slug="hello",
        title="Fish & chips",
        link="https://example.com/hello",
        date="2026-02-15T12:00:00",
        excerpt="Short…",
    )
    assert blocks.render(post) == "<p>Hi</p>"


def test_raw_content_is_preferred() -> None:
    both = REST | {"content": {"raw": "<!-- wp:more /-->", "rendered": "<p>Hi</p>"}, "title": {"raw": "T"}}
    (post,) = read(json.dumps([both]).encode())
    (nothing,) = read(
        json.dumps(REST | {"content": {"raw": None, "rendered": ""}, "title": {"rendered": 1, "raw": "R"}}).encode()
    )
    assert (nothing.content, nothing.origin, nothing.title) == ("", "rendered", "R")
    assert (post.content, post.origin, post.title) == ("<!-- wp:more /-->", "markup", "T")


def test_markup_is_one_post_of_the_same_bytes() -> None:
    data = b"\xef\xbb\xbf<p>\xff</p>"
    assert list(read(data, "markup")) == [blocks.Post(data)]
    assert next(read(json.dumps(REST).encode(), "markup")).content == json.dumps(REST).encode()


def test_the_structure_of_parse_blocks_is_read_back() -> None:
    markup = '<!-- wp:group {"a":1} --><div><!-- wp:spacer /--></div><!-- /wp:group -->\n'
    structure = blocks.parse(markup).to_wordpress()
    (post,) = read(json.dumps(structure).encode())
    assert post.content == markup
    document = blocks.from_wordpress(structure)
    assert document.serialize() == markup
    assert document.problems == blocks.parse(markup).problems
    assert document.to_wordpress() == structure
    assert [node.span.start for node in document.walk()] == [0, 30]


def test_deep_structures_are_read_back_without_recursion() -> None:
    structure = blocks.parse("<!-- wp:group -->" * 20_000 + "<!-- /wp:group -->" * 20_000).to_wordpress()
    document = blocks.from_wordpress(structure)
    assert sum(1 for _ in document.walk()) == 20_000


BLOCK = {"blockName": "a", "attrs": {}, "innerBlocks": [], "innerHTML": "", "innerContent": []}


@pytest.mark.parametrize(
    ("structure", "message"),
    [
        ({"a": 1}, "takes the list that parse_blocks\\(\\) answers, not {'a': 1}"),
        (["x"], "block 1 is no block: 'x'"),
        ([BLOCK, {"blockName": "a"}], "block 2 is no block: it lacks attrs, innerBlocks, innerContent"),
        ([BLOCK | {"blockName": 7}], "block 1: blockName is a string or null, not 7"),
        ([BLOCK | {"blockName": "../../tmp/x"}], "block 1: '../../tmp/x' is no block's name"),
        ([BLOCK | {"blockName": "--><script>"}], "block 1: '--><script>' is no block's name"),
        ([BLOCK | {"blockName": ""}], "block 1: '' is no block's name"),
        ([BLOCK | {"attrs": {"a": {1}}}], "block 1: attributes hold JSON, not set"),
        ([BLOCK | {"attrs": {1: 1}}], "block 1: a key of an attribute object is a str, not 1"),
        ([BLOCK | {"attrs": "x"}], "block 1: attrs is an object or null, not 'x'"),
        ([BLOCK | {"innerContent": [7]}], r"block 1: innerContent is a list of strings and nulls, not \[7\]"),
        ([BLOCK | {"innerContent": [None]}], "block 1: innerBlocks holds as many blocks as innerContent holds nulls"),
        (
            [BLOCK | {"innerContent": [None], "innerBlocks": [{"blockName": "b"}]}],
            "block 1, inner block 1 is no block: it lacks",
        ),
    ],
)
def test_what_is_no_structure_of_parse_blocks_is_refused(structure: Any, message: str) -> None:
    with pytest.raises(blocks.SourceError, match=message):
        blocks.from_wordpress(structure)


@pytest.mark.parametrize(
    ("data", "source", "message"),
    [
        (b"{", "rest", "this is no REST post: it is not JSON"),
        (b"[1]", "rest", "item 1: this is no REST post: it has neither content.raw nor content.rendered"),
        (b'[{"content":{"rendered":"x"}},{"content":{"rendered":7}}]', "rest", "item 2: this is no REST post"),
        (b"[" * 100_000, "rest", "this is no REST post: the JSON of one is not nested that deep"),
        (b"x", "wordpress", "this is no structure of parse_blocks"),
        (b"x", "wrx", "there is no source 'wrx'. Did you mean 'wxr'?"),
        (b"x", "rst", "Did you mean 'rest'?"),
    ],
)
def test_an_input_of_another_form_is_refused(data: bytes, source: str, message: str) -> None:
    with pytest.raises(blocks.SourceError, match=message):
        list(read(data, source))


def test_the_public_api_s_own_post() -> None:
    (post,) = read(shared("conformance", "seed", "post-23002.json").read_bytes())
    assert (post.origin, post.id) == ("rendered", 23002)
    assert post.title is not None
    assert "US’s" in post.title
    assert blocks.render(post) == post.content
