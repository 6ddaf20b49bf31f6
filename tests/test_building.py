"""Blocks made of their fields."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import blocks
from blocks import (
    Audio,
    Block,
    Button,
    Buttons,
    Code,
    Column,
    Columns,
    Details,
    EditError,
    Group,
    Heading,
    Image,
    LatestPosts,
    List,
    ListItem,
    Paragraph,
    Quote,
    RichText,
    Separator,
    SiteTitle,
    Table,
    Unknown,
    Video,
)  # fmt: skip
from blocks.fragment import marks
from blocks.model.block import Freeform
from blocks.model.shape import schema_of

MADE = [
    pytest.param(
        Paragraph(content="Hi <em>you</em>"),
        "<!-- wp:paragraph -->\n<p>Hi <em>you</em></p>\n<!-- /wp:paragraph -->",
        id="rich-text",
    ),
    pytest.param(
        Paragraph(content="Fish & chips <3"),
        "<!-- wp:paragraph -->\n<p>Fish &amp; chips &lt;3</p>\n<!-- /wp:paragraph -->",
        id="html-is-mended",
    ),
    pytest.param(
        Heading(content="x", level=3),
        '<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">x</h3>\n<!-- /wp:heading -->',
        id="in-both",
    ),
    pytest.param(
        Heading(content="x", level=2),
        '<!-- wp:heading -->\n<h2 class="wp-block-heading">x</h2>\n<!-- /wp:heading -->',
        id="defaults-are-left-out",
    ),
    pytest.param(
        Image(url="/a.jpg?x=1&y=2", alt='A "cat" <x>', id=3),
        '<!-- wp:image {"id":3} -->\n<figure class="wp-block-image"><img src="/a.jpg?x=1&amp;y=2" '
        'alt="A &quot;cat&quot; <x&gt;" class="wp-image-3"/></figure>\n<!-- /wp:image -->',
        id="escaped-in-attributes",
    ),
    pytest.param(SiteTitle(level=0), '<!-- wp:site-title {"level":0} /-->', id="void"),
    pytest.param(
        Paragraph(content="x", metadata={"name": '\\ "--" <&>', "empty": {}}),
        '<!-- wp:paragraph {"metadata":{"name":"\\u005c \\u0022\\u002d\\u002d\\u0022 \\u003c\\u0026\\u003e","empty":{}}} -->\n'
        "<p>x</p>\n<!-- /wp:paragraph -->",
        id="escaped-in-delimiters",
    ),
    pytest.param(
        List(ListItem(content="a"), ListItem(content="b"), ordered=True),
        '<!-- wp:list {"ordered":true} -->\n<ol class="wp-block-list"><!-- wp:list-item -->\n<li>a</li>\n<!-- /wp:list-item -->'
        "\n\n<!-- wp:list-item -->\n<li>b</li>\n<!-- /wp:list-item --></ol>\n<!-- /wp:list -->",
        id="blocks-inside",
    ),
    pytest.param(Freeform(content="<p>Old</p>"), "<p>Old</p>", id="html-outside-every-block"),
    pytest.param(
        Video(src="a.mp4", autoplay=True, controls=False),
        '<!-- wp:video -->\n<figure class="wp-block-video"><video autoplay src="a.mp4"></video></figure>\n<!-- /wp:video -->',
        id="flags",
    ),
    pytest.param(
        Table(body=[{"cells": [{"content": "x & y", "tag": "td"}]}]),
        '<!-- wp:table -->\n<figure class="wp-block-table"><table class="has-fixed-layout"><tbody><tr><td>x &amp; y</td></tr>'
        "</tbody></table></figure>\n<!-- /wp:table -->",
        id="records-as-dicts",
    ),
]


@pytest.mark.parametrize(("made", "markup"), MADE)
def test_blocks_are_saved_as_the_editor_saves_them(made: Block, markup: str) -> None:
    assert made.markup == markup
    again = blocks.parse(markup).children[0]
    assert again == made
    assert hash(again) == hash(made)
    assert again.attribute_values == made.attribute_values
    assert copy.deepcopy(made) is made
    assert pickle.loads(pickle.dumps(made)) == made


def test_records_can_be_taken_from_another_block() -> None:
    table = Table(head=[{"cells": [{"content": "a", "tag": "th"}]}], body=[{"cells": [{"content": "b", "tag": "td"}]}])
    assert Table(head=table.head, body=table.body) == table
    assert table.body[0].cells[0].content == "b"


def test_made_blocks_match_patterns() -> None:
    match Heading(content=RichText.of_text("1 < 2"), level=4):
        case Heading(level=4, content=content):
            assert content.text == "1 < 2"
        case _:
            pytest.fail("a heading of level 4")


def test_made_blocks_stand_in_a_text_of_their_own() -> None:
    made = Group(Paragraph(content="a"), tag_name="main")
    assert (made.span.start, made.span.line, made.span.column) == (0, 1, 1)
    assert repr(made) == '<Group core/group at 1:1, {"tagName":"main"}, 1 inside>'
    assert [type(child) for child in made.children] == [Paragraph]


def test_made_blocks_take_the_places_of_others() -> None:
    document = blocks.parse('<!-- wp:group --><div class="wp-block-group"><!-- wp:spacer /--></div><!-- /wp:group -->')
    changed = document.transform(lambda block: Paragraph(content="x") if block.block_name == "core/spacer" else block)
    assert [block.block_name for block in changed.walk()] == ["core/group", "core/paragraph"]
    group = changed.children[0]
    assert group.with_parts(Separator()).children[0].block_name == "core/separator"


MISUSED: list[Any] = [
    pytest.param(
        lambda: Heading(contnt="x"),
        TypeError,
        r"Heading has no field 'contnt'\. Did you mean 'content'\? It has:",
        id="unknown-field",
    ),
    pytest.param(lambda: Heading(url="x"), TypeError, "Heading has no field 'url'", id="field-of-another-type"),
    pytest.param(lambda: Paragraph(allowed_blocks=[]), TypeError, "has no field 'allowed_blocks'", id="unsupported"),
    pytest.param(lambda: Heading(level="3"), TypeError, "Heading.level is integer, not '3'", id="wrong-type"),
    pytest.param(lambda: Heading(level=True), TypeError, "Heading.level is integer, not True", id="bool-for-number"),
    pytest.param(lambda: LatestPosts(posts_to_show=3.5), TypeError, "is integer, not 3.5", id="fraction"),
    pytest.param(
        lambda: LatestPosts(posts_to_show=float("inf")),
        TypeError,
        "is JSON in the delimiter, which inf is not",
        id="infinite",
    ),
    pytest.param(
        lambda: Paragraph(metadata={"a": {1}}), TypeError, r"JSON in the delimiter, which \{1\} is not", id="no-json"
    ),
    pytest.param(lambda: Paragraph(metadata={1: 2}), TypeError, "which the key 1 is not", id="no-key"),
    pytest.param(
        lambda: Paragraph(content="x", direction="up"),
        TypeError,
        "Paragraph.direction is one of 'ltr', 'rtl', not 'up'",
        id="enum",
    ),
    pytest.param(
        lambda: Paragraph(Heading(content="x")),
        EditError,
        "core/paragraph with these fields has no place for blocks inside",
        id="no-place",
    ),
    pytest.param(
        lambda: Group("x"),  # type: ignore[arg-type]
        TypeError,
        "Group.. takes blocks to stand inside it, and fields by name; not 'x'",
        id="text-inside",
    ),
    pytest.param(
        lambda: Group([Paragraph(content="x")]),  # type: ignore[arg-type]
        TypeError,
        r"put a \* before a list of blocks",
        id="list-inside",
    ),
    pytest.param(lambda: Image(blob="blob:x"), EditError, "Image.blob is the editor's own", id="local"),
    pytest.param(
        lambda: Image(rel="x"),
        EditError,
        "Image.rel: with 'x' the markup would be .* Give what goes with it too",
        id="lacks-its-element",
    ),
    pytest.param(lambda: Heading(content="x", level=9), EditError, "Heading.content", id="no-such-element"),
    pytest.param(Block, TypeError, "Block stands for blocks of any name", id="block"),
    pytest.param(Unknown, TypeError, "Unknown stands for blocks of any name", id="unknown"),
    pytest.param(lambda: Freeform(content="x", lock={}), EditError, "takes content alone", id="freeform-field"),
    pytest.param(
        lambda: Freeform(content="<!-- wp:spacer /-->"), EditError, "would hold a delimiter", id="freeform-block"
    ),
    pytest.param(
        lambda: Paragraph(content="<!-- wp:spacer /-->"), EditError, "would hold a delimiter", id="block-in-rich-text"
    ),
    pytest.param(
        lambda: Paragraph(content="a<!-- /wp:paragraph -->b"),
        EditError,
        "would hold a delimiter",
        id="closer-in-rich-text",
    ),
]


@pytest.mark.parametrize(("make", "error", "message"), MISUSED)
def test_misuse_says_what_and_what_to_do(make: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        make()


def test_a_comment_that_is_no_delimiter_may_stand_in_rich_text() -> None:
    assert Paragraph(content="a<!-- wp: not -->b").content == "a<!-- wp: not -->b"


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<>&"), max_size=12).map("x{}".format)
COLORS = st.sampled_from(["base", "vivid-red", "accent2"])
COMMON: dict[str, st.SearchStrategy[Any]] = {
    "class_name": st.sampled_from(["a", "is-style-wide b"]),
    "metadata": st.dictionaries(st.sampled_from(["name", "x"]), st.one_of(TEXTS, st.integers(-9, 9), st.booleans())),
    "lock": st.just({"move": True}),
}
FIELDS: dict[type[Block], dict[str, st.SearchStrategy[Any]]] = {
    Paragraph: {"content": TEXTS.map(RichText.of_text), "drop_cap": st.booleans(), "text_color": COLORS, **COMMON},
    Heading: {
        "content": TEXTS,
        "level": st.integers(1, 6),
        "anchor": st.just("here"),
        "background_color": COLORS,
        **COMMON,
    },
    Image: {
        "url": st.just("/a?b=1&c=2"),
        "alt": TEXTS,
        "caption": TEXTS.map(lambda one: f"c<b>{one}d</b>"),
        "id": st.integers(1, 99),
        **COMMON,
    },
    Button: {
        "text": st.just("Go"),
        "url": TEXTS.map(lambda one: f"/{one}"),
        "width": st.sampled_from([25, 50]),
        **COMMON,
    },
    Audio: {"src": TEXTS.map(lambda one: f"/{one}"), "loop": st.booleans(), "autoplay": st.booleans(), **COMMON},
    Code: {"content": TEXTS.map(lambda one: f"x{one}"), **COMMON},
    SiteTitle: {
        "level": st.integers(0, 6),
        "is_link": st.booleans(),
        "link_target": st.sampled_from(["_self", "_blank"]),
        **COMMON,
    },
}


@st.composite
def made_blocks(draw: st.DrawFn) -> tuple[type[Block], dict[str, Any]]:
    block_type = draw(st.sampled_from(list(FIELDS)))
    possible = FIELDS[block_type]
    return block_type, draw(st.fixed_dictionaries({}, optional=possible))


@given(made_blocks())
def test_a_block_reads_back_with_its_fields(drawn: tuple[type[Block], dict[str, Any]]) -> None:
    block_type, fields = drawn
    if block_type is Image and "url" not in fields:
        fields.pop("caption", None)
    if block_type is Audio:
        fields.setdefault("src", "/a")
    made = block_type(**fields)
    for name, value in fields.items():
        assert getattr(made, name) == value
    document = blocks.parse(made.markup)
    assert document.children == (made,)
    assert made.reading.is_recognised
    assert blocks.Document.from_json(document.to_json()).markup == made.markup


@given(st.recursive(TEXTS, lambda inner: st.lists(inner, min_size=1, max_size=3), max_leaves=6))
def test_nested_blocks_read_back(shape: Any) -> None:
    def build(one: Any) -> Block:
        return Paragraph(content=RichText.of_text(one)) if isinstance(one, str) else Group(*map(build, one))

    made = build(shape)
    assert blocks.parse(made.markup).children == (made,)


def test_every_type_that_needs_no_field_can_be_made() -> None:
    for block_type in blocks.core_registry():
        made = block_type()
        if block_type is not Freeform:
            assert blocks.parse(made.markup).children == (made,), block_type
        assert schema_of(block_type).defaults.items() <= dict(made.attribute_values).items() or block_type is Freeform


def test_columns_quotes_and_details_take_blocks() -> None:
    text = Paragraph(content="x")
    for made in (
        Columns(Column(text, width="50%")),
        Quote(text, citation="me"),
        Details(text, summary="S"),
        Buttons(Button(text="x")),
    ):
        assert blocks.parse(made.markup).children == (made,)
        assert made.reading.is_recognised


def test_marks_can_be_given_as_html_of_runs() -> None:
    content = RichText.of("Press ", blocks.Run("Esc", (marks.Keyboard(),)))
    assert Paragraph(content=content).content == "Press <kbd>Esc</kbd>"
