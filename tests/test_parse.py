"""parse(): WordPress's semantics, places, bytes, and what a wrong call says. test_conformance.py has the many inputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import blocks
from blocks.formatting.floats import json_float
from blocks.model import attributes as attribute_json


def names(markup: str) -> list[str | None]:
    return [node.block_name for node in blocks.parse(markup).children]


def test_a_block_knows_its_delimiter() -> None:
    (image,) = blocks.parse('<!-- wp:image  {"id":7,"a":{}}\n--><figure></figure><!-- /wp:image -->').children
    assert isinstance(image, blocks.Image)
    assert image.block_name == "core/image"
    assert image.raw_attributes == '{"id":7,"a":{}}'
    assert image.attributes == {"id": 7, "a": {}}
    assert (image.is_void, image.is_closed, image.is_nested) == (False, True, False)


def test_no_attributes_and_invalid_attributes_differ() -> None:
    plain, void, broken = blocks.parse("<!-- wp:a --><!-- /wp:a --><!-- wp:b /--><!-- wp:c {x} /-->").children
    assert (plain.attributes, plain.raw_attributes) == ({}, None)
    assert (void.attributes, void.raw_attributes, void.is_void) == ({}, None, True)
    assert (broken.attributes, broken.raw_attributes) == (None, "{x}")


def test_content_is_html_and_blocks_in_order() -> None:
    (group,) = blocks.parse("<!-- wp:group --><div>A<!-- wp:spacer /-->B</div><!-- /wp:group -->").children
    (spacer,) = group.children
    assert group.parts == group.inner_content == ("<div>A", spacer, "B</div>")
    assert group.inner_html == "<div>AB</div>"
    assert spacer.markup == "<!-- wp:spacer /-->"


def test_any_closer_closes_the_innermost_block() -> None:
    (outer,) = blocks.parse("<!-- wp:a -->1<!-- wp:b -->2<!-- /wp:a -->3<!-- /wp:zzz -->").children
    assert [node.block_name for node in outer.children] == ["core/b"]


def test_a_stray_closer_makes_the_rest_html() -> None:
    document = blocks.parse("<!-- wp:a /-->x<!-- /wp:b -->y<!-- wp:c /-->")
    assert [node.markup for node in document.children] == ["<!-- wp:a /-->", "x<!-- /wp:b -->y<!-- wp:c /-->"]


def test_blocks_open_at_the_end_come_innermost_first_with_the_rest_of_the_text() -> None:
    document = blocks.parse("0<!-- wp:a -->1<!-- wp:b -->2")
    assert [(node.block_name, node.markup) for node in document.children] == [
        (None, "1"),
        ("core/b", "<!-- wp:b -->2"),
        (None, "0"),
        ("core/a", "<!-- wp:a -->1<!-- wp:b -->2"),
    ]
    assert document.overlapping == document.children
    assert document.overlap_start == 0
    assert not document.children[1].is_closed
    assert document.serialize() == "0<!-- wp:a -->1<!-- wp:b -->2"


def test_the_text_zero_is_lost_where_wordpress_loses_it() -> None:
    outer, html = blocks.parse("<!-- wp:a -->0<!-- wp:b -->0<!-- /wp:b -->0<!-- /wp:a -->0").children
    (inner,) = outer.children
    assert outer.parts == ("0", inner, "0")
    assert outer.inner_content == (inner,)
    assert inner.inner_content == ("0",)
    assert html.inner_content == ("0",)


def test_lines_and_columns_count_characters() -> None:
    markup = "é\n漢😀<!-- wp:a /-->"
    (_, of_text), (_, of_bytes) = blocks.parse(markup).children, blocks.parse(markup.encode()).children
    assert (of_text.span.line, of_text.span.column, of_text.span.start) == (2, 3, 4)
    assert (of_bytes.span.line, of_bytes.span.column, of_bytes.span.start) == (2, 3, 10)
    assert of_bytes.span.end == len(markup.encode())


def test_byte_offsets_are_right_far_into_a_long_text() -> None:
    source = ("é" * 5000 + "<!-- wp:a /-->").encode() * 3
    for node in blocks.parse(source).children:
        assert source[node.span.start : node.span.end].decode() == node.markup


def test_bytes_that_are_not_utf8_come_back() -> None:
    source = b'<!-- wp:a {"x":"\xff"} -->\xe9\x80<!-- /wp:a -->'
    document = blocks.parse(source)
    assert document.serialize() == source
    assert document.children[0].attributes is None
    assert document.serialize(canonical=True) == b"<!-- wp:a -->\xe9\x80<!-- /wp:a -->"


@pytest.mark.parametrize(
    ("raw", "valid"),
    [
        ('{"a":1}', True),
        ('{"a":1}\f', False),
        ('{"a":NaN}', False),
        ('{"a":-Infinity}', False),
        ('{"a":01}', False),
        ('{"a":TRUE}', False),
        ('{"a":"\\ud83d\\ude00"}', True),
        ('{"a":"\\ud83d"}', False),
        ('{"a":"\\\\ud83d"}', True),
        ('{"a":"\\ude00\\ud83d"}', False),
        ('{"a":"\t"}', False),
        ('{"a":"\x7f"}', True),
        ('{"a":"\ud800"}', False),
        ('{"a":1e999}', True),
        ('{"a":' + "9" * 5000 + "}", True),
        ('{"a":' + "[" * 510 + "]" * 510 + "}", True),
        ('{"a":' + "[" * 511 + "]" * 511 + "}", False),
        ('{"a":"' + "[" * 600 + '"}', True),
    ],
)
def test_attributes_are_valid_where_php_says_so(raw: str, valid: bool) -> None:
    assert (attribute_json.read(raw) is not None) is valid
    assert (attribute_json.invalid_because(raw) is None) is valid


def test_deep_attributes_are_read_from_a_deep_stack() -> None:
    raw = '{"a":' + "[" * 510 + "]" * 510 + "}"

    def descend(levels: int) -> object:
        return descend(levels - 1) if levels else attribute_json.read(raw)

    assert descend(700) is not None


@pytest.mark.parametrize(
    ("number", "spelled"),
    [
        (0.1, "0.1"), (1.0, "1"), (-0.0, "-0"), (1e15, "1000000000000000"), (1e17, "1.0e+17"), (1.5e300, "1.5e+300"),
        (1e-4, "0.0001"), (1e-5, "1.0e-5"), (1.25e-7, "1.25e-7"), (123456789.125, "123456789.125"), (5e-324, "5.0e-324"),
        (float("inf"), None),
    ],
)  # fmt: skip
def test_floats_are_spelled_as_php_spells_them(number: float, spelled: str | None) -> None:
    assert json_float(number) == spelled


def test_attributes_are_written_as_wordpress_writes_them() -> None:
    value = {"a": 'x--y<b>&"\\', "n": 2.0, "u": "é\u2028/", "o": {}, "l": [1, [], {"0": 1}]}
    assert attribute_json.write(value) == (
        '{"a":"x\\u002d\\u002dy\\u003cb\\u003e\\u0026\\u0022\\u005c","n":2,"u":"é\\u2028/","o":[],"l":[1,[],{"0":1}]}'
    )


def test_to_wordpress_repeats_overlapping_text_only_up_to_a_limit() -> None:
    document = blocks.parse("<!-- wp:group --><div>" * 2000)
    with pytest.raises(blocks.LimitError, match=r"2000 blocks are still open .* more than the limit of 1,000,000"):
        document.to_wordpress(limit=1_000_000)
    with pytest.raises(blocks.LimitError):
        document.serialize(canonical=True, limit=1_000_000)
    assert len(document.to_wordpress(limit=None)) == 3999


@pytest.mark.parametrize("source", [None, 7, ["x"], Path("post.html")])
def test_a_source_that_is_no_text_is_refused(source: Any) -> None:
    with pytest.raises(TypeError, match=r"parse\(\) takes the text itself, as str or bytes"):
        blocks.parse(source)


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(ValueError, match=r"engine is 'linear' or 'lark', not 'larch'\. Did you mean 'lark'\?"):
        blocks.parse("", engine="larch")  # type: ignore[arg-type]


@pytest.mark.parametrize("depth", [300, 700, 900])
def test_attributes_and_problems_are_read_wherever_the_caller_stands(depth: int) -> None:
    markup = '<!-- wp:a {"a":' + '{"b":1,"b":' * 500 + "1" + "}" * 500 + "} /-->"

    def descend(levels: int) -> tuple[object, int]:
        if levels:
            return descend(levels - 1)
        document = blocks.parse(markup)
        return document.children[0].attributes, len(document.problems)

    attributes, problems = descend(depth)
    assert attributes is not None
    assert problems == 501
