"""The blocks of WordPress's category `text`: how they are read, in the shape of today and in older ones."""

from __future__ import annotations

from typing import Any

import pytest

import blocks
from blocks import RichText
from blocks.library.deprecated.quote import LargeByNumber
from blocks.library.text import Cell, Quote, Table
from blocks.model.block import Block
from blocks.model.saved import Attributes, saved


def block(markup: str) -> Block:
    """The one block of `markup`."""
    (node,) = blocks.parse(markup).children
    return node


def typed(markup: str) -> dict[str, Any]:
    """The one block of `markup` as the editor has it."""
    (one,) = blocks.parse(markup).to_json()
    return one


def shape(markup: str) -> str | None:
    """The name of the older shape that the one block of `markup` is in; None for that of today."""
    older = block(markup).deprecation
    return older.__name__ if older else None


def attributes(markup: str) -> dict[str, Any]:
    found: dict[str, Any] = typed(markup)["attributes"]
    return found


PARAGRAPHS = [
    ("{}", '<p>x <em>y</em></p>', None, {"content": "x <em>y</em>"}),
    ('{"align":"right","dropCap":true}', '<p class="has-text-align-right">x</p>', None,
     {"align": "right", "content": "x", "dropCap": True}),
    ('{"textColor":"base"}', "<p>x</p>", "OnlySaid", {"content": "x", "textColor": "base"}),
    ('{"customTextColor":"#123456","customFontSize":20}',
     '<p style="color:#123456;font-size:20px" class="has-text-color has-text-align-left">x</p>', "WithCustomColor",
     {"content": "x", "className": "has-text-align-left",
      "style": {"color": {"text": "#123456"}, "typography": {"fontSize": 20}}}),
    ('{"align":"left","customTextColor":"#123456","customBackgroundColor":"#eee","customFontSize":20}',
     '<p style="background-color:#eee;color:#123456;font-size:20px" '
     'class="has-text-color has-background has-text-align-left">x</p>', "WithCustomColor",
     {"align": "left", "content": "x",
      "style": {"color": {"text": "#123456", "background": "#eee"}, "typography": {"fontSize": 20}}}),
    ('{"align":"center","dropCap":true,"customFontSize":20}',
     '<p style="font-size:20px" class="has-drop-cap has-text-align-center">x</p>', "WithCustomColor",
     {"align": "center", "content": "x", "dropCap": True, "style": {"typography": {"fontSize": 20}}}),
    ('{"align":"center","fontSize":"large","textColor":"base"}',
     '<p style="text-align:center" class="has-text-color has-base-color has-large-font-size">x</p>', "AlignedByStyle",
     {"align": "center", "content": "x", "fontSize": "large", "textColor": "base"}),
    ('{"width":"wide","fontSize":"large","customTextColor":"#123456"}',
     '<p style="color:#123456" class="alignwide is-large-text">x</p>', "Wide",
     {"content": "x", "fontSize": "large", "width": "wide", "style": {"color": {"text": "#123456"}}}),
    ('{"textColor":"#123456","backgroundColor":"red","fontSize":20,"align":"left"}',
     '<p style="background-color:red;color:#123456;font-size:20px;text-align:left" class="has-background">x</p>',
     "ByStyleAlone",
     {"align": "left", "backgroundColor": "red", "content": "x", "fontSize": 20, "textColor": "#123456",
      "style": {"color": {"text": "#123456"}, "typography": {"fontSize": 20}}}),
    ("{}", "x <em>y</em>", "Bare", {"content": "x <em>y</em>"}),
    ('{"className":"old"}', '<div class="old">x</div>', "Bare",
     {"content": '<div class="old">x</div>'}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "html", "older", "expected"), PARAGRAPHS)
def test_paragraphs_are_read_in_every_shape(said: str, html: str, older: str | None, expected: dict[str, Any]) -> None:
    markup = f"<!-- wp:paragraph {said} -->\n{html}\n<!-- /wp:paragraph -->"
    assert shape(markup) == older
    assert attributes(markup) == {"dropCap": False, **expected}


def outline(objects: list[dict[str, Any]]) -> list[Any]:
    """Blocks in short: a list as its items, an item as its text, or a pair of that and the blocks inside."""
    return [
        (one["attributes"].get("content", one["attributes"].get("ordered")), outline(one["innerBlocks"]))
        if one["innerBlocks"]
        else one["attributes"].get("content", "")
        for one in objects
    ]


def items(html: str) -> list[Any]:
    """The items of a list whose items are this HTML, in short."""
    markup = f"<!-- wp:list -->\n<ul>{html}</ul>\n<!-- /wp:list -->"
    assert shape(markup) == "WithoutItemBlocks"
    return outline(typed(markup)["innerBlocks"])


LISTS = [
    ("{}", '<ul class="wp-block-list"></ul>', None, {}),
    ('{"ordered":true,"start":3,"reversed":true,"type":"upper-roman"}',
     '<ol reversed start="3" class="wp-block-list" style="list-style-type:upper-roman"></ol>', None,
     {"ordered": True, "start": 3, "reversed": True, "type": "upper-roman"}),
    ("{}", "<ul></ul>", "WithoutClass", {}),
    ('{"ordered":true,"type":"A"}', '<ol type="A"></ol>', "TypeAsAttribute", {"ordered": True, "type": "upper-alpha"}),
    ('{"ordered":true,"type":"i","start":2.5,"reversed":true,"className":"my"}',
     '<ol class="my" type="i" reversed start="2.5"><li>x</li></ol>', "WithoutItemBlocks",
     {"ordered": True, "type": "lower-roman", "start": 2, "reversed": True, "className": "my"}),
    ('{"ordered":true,"type":"disc"}', '<ol type="disc"><li>x</li></ol>', "WithoutItemBlocks", {"ordered": True}),
    ('{"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}', '<ul style="font-family:var(--wp--preset--font-family--mono)"><li>x</li></ul>',
     "WithoutItemBlocks", {"values": "<li>x</li>", "fontFamily": "mono"}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "html", "older", "expected"), LISTS)
def test_lists_are_read_in_every_shape(said: str, html: str, older: str | None, expected: dict[str, Any]) -> None:
    markup = f"<!-- wp:list {said} -->\n{html}\n<!-- /wp:list -->"
    assert shape(markup) == older
    assert attributes(markup) == {"ordered": False, "values": "", **expected}


def test_items_of_older_lists_are_blocks() -> None:
    assert items("<li>a <em>b</em></li><li></li>") == ["a <em>b</em>", ""]
    assert items("<li>a\n\nb <em></em></li>") == ["a<br><br>b "]


def test_lists_at_the_end_of_items_are_blocks_in_them() -> None:
    markup = "<!-- wp:list -->\n<ul><li>a<ol type='a' start='3x' reversed id='i'><li>n</li></ol></li></ul>\n<!-- /wp:list -->"
    (item,) = typed(markup)["innerBlocks"]
    (inner,) = item["innerBlocks"]
    assert inner["attributes"] == {
        "ordered": True, "values": "", "type": "lower-alpha", "start": 3, "reversed": True, "anchor": "i",
    }  # fmt: skip
    assert items("<li>a<ul><li>b<ul><li>c</li></ul></li></ul></li>") == [("a", [(False, [("b", [(False, ["c"])])])])]
    assert items("<li>a<ul><li>b</li></ul>c</li>") == ["a<ul><li>b</li></ul>c"]
    assert items("<li>1 &lt; 2 <!-- c --><ul><li>b</li></ul></li>") == [("1 &lt; 2", [(False, ["b"])])]


def test_lists_out_of_place_are_put_right() -> None:
    assert items("<li>a<ul><li>1</li></ul><ul><li>2</li></ul></li>") == [("a", [(False, ["1", "2"])])]
    assert items("<li>a</li><li> <ul><li>b</li></ul></li>") == [("a", [(False, ["b"])])]
    assert items("<li>a<ul><li>b</li><ol><li>c</li></ol></ul></li>") == [("a", [(False, [("b", [(True, ["c"])])])])]
    assert items("<li>a<ul><ul><li>b</li></ul></ul></li>") == [("a", [(False, ["b"])])]


def test_pictures_in_items_get_a_figure() -> None:
    assert items('<li>a <img src="b.jpg"></li>') == ['a <figure><img src="b.jpg"></figure>']
    assert items('<li><a href="c"><img src="b.jpg"></a></li>') == ['<figure><a href="c"><img src="b.jpg"></a></figure>']
    assert items('<li><p>a <img src="b.jpg"></p></li>') == ['<p>a <img src="b.jpg"></p>']
    assert items('<li><p>a <img class="alignleft" src="b.jpg"></p></li>') == [
        '<figure><img class="alignleft" src="b.jpg"></figure><p>a </p>'
    ]


@pytest.mark.parametrize(
    "html",
    ["<li>a<ul>" * 3000, "<li>" + "<ul>" * 3000 + "<li>x</li>" * 3000, "<li>" + "<ul><li>x</li></ul>" * 3000 + "</li>",
     "<li>a</li>" + "<li><ul><li>x</li></ul></li>" * 3000, "<li>a<ul>" * 300 + "b" + "</ul></li>" * 300],
    ids=["unclosed", "lists in lists", "lists of one item", "empty parents", "deep"],
)  # fmt: skip
def test_hostile_lists_are_read(html: str) -> None:
    markup = f"<!-- wp:list -->\n<ul>{html}</ul>\n<!-- /wp:list -->"
    assert typed(markup)["name"] == "core/list"


def paragraphs(markup: str) -> list[str]:
    """What the paragraphs in the one block of `markup` say."""
    inner = typed(markup)["innerBlocks"]
    assert all(one["name"] == "core/paragraph" for one in inner)
    return [one["attributes"]["content"] for one in inner]


QUOTES = [
    ('{"textAlign":"right"}', '<blockquote class="wp-block-quote has-text-align-right"><cite>c</cite></blockquote>', None,
     {"value": "", "citation": "c", "textAlign": "right"}, []),
    ('{"align":"right"}', '<blockquote class="wp-block-quote has-text-align-right"></blockquote>', "TextAlignedByAlign",
     {"value": "", "citation": "", "textAlign": "right"}, []),
    ("{}", '<blockquote class="wp-block-quote"><p>a</p><p>b <em>c</em></p><cite>d</cite></blockquote>', "WithoutBlocks",
     {"citation": "d"}, ["a", "b <em>c</em>"]),
    ("{}", '<blockquote class="wp-block-quote"><p></p></blockquote>', "WithoutBlocks", {"citation": ""}, [""]),
    ('{"align":"left"}', '<blockquote style="text-align:left" class="wp-block-quote"><p>a</p></blockquote>',
     "AlignedByStyle", {"citation": "", "textAlign": "left"}, ["a"]),
    ('{"style":2,"className":"my"}', '<blockquote class="wp-block-quote is-large my"><p>a</p></blockquote>',
     "WithoutBlocks", {"citation": "", "className": "is-large my"}, ["a"]),
    ('{"style":3}', '<blockquote class="wp-block-quote blocks-quote-style-3"><p>a</p><footer>d</footer></blockquote>',
     "CitedInFooter", {"citation": "d"}, ["a"]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "html", "older", "expected", "inner"), QUOTES)
def test_quotes_are_read_in_every_shape(
    said: str, html: str, older: str | None, expected: dict[str, Any], inner: list[str]
) -> None:
    markup = f"<!-- wp:quote {said} -->\n{html}\n<!-- /wp:quote -->"
    assert shape(markup) == older
    assert attributes(markup) == expected
    assert paragraphs(markup) == inner


def test_large_quotes_keep_their_style() -> None:
    """The class alone would do for the shapes before, which take it for the author's."""
    said = Attributes(value="<p>a</p>", citation="", style=2)
    assert (
        saved(LargeByNumber, "core/quote", said) == '<blockquote class="wp-block-quote is-large"><p>a</p></blockquote>'
    )
    result = LargeByNumber.migrate(said, list)
    assert isinstance(result, tuple)
    migrated, (paragraph,) = result
    assert {name: value for name, value in migrated.items() if value} == {"className": "is-style-large"}
    assert paragraph.attributes["content"] == "a"
    assert LargeByNumber in Quote.deprecations


PULLQUOTES = [
    ("{}", '<figure class="wp-block-pullquote"><blockquote><p>a</p><cite>c</cite></blockquote></figure>', None,
     {"value": "a", "citation": "c"}),
    ("{}", '<figure class="wp-block-pullquote"><blockquote><p>a</p><p>b</p><cite>c</cite></blockquote></figure>',
     "OfParagraphs", {"value": "a<br>b", "citation": "c"}),
    ('{"mainColor":"base","customTextColor":"#123456","className":"is-style-solid-color"}',
     '<figure class="wp-block-pullquote has-background has-base-background-color is-style-solid-color">'
     '<blockquote class="has-text-color" style="color:#123456"><p>a</p></blockquote></figure>', "WithCustomColor",
     {"value": "a", "citation": "", "className": "is-style-solid-color", "backgroundColor": "base", "textAlign": "left"}),
    ('{"customMainColor":"#abc","customTextColor":"#123456"}',
     '<figure class="wp-block-pullquote" style="border-color:#abc">'
     '<blockquote class="has-text-color" style="color:#123456"><p>a</p></blockquote></figure>', "WithCustomColor",
     {"value": "a", "citation": "", "style": {"border": {"color": "#abc"}, "color": {"text": "#123456"}}}),
    ('{"mainColor":"base","textColor":"main"}',
     '<figure class="wp-block-pullquote" style="border-color:#abc">'
     '<blockquote class="has-text-color has-main-color"><p>a</p></blockquote></figure>', "BorderedByName",
     {"value": "a", "citation": "", "textColor": "main", "style": {"border": {"color": "#abc"}}}),
    ('{"mainColor":"base","customTextColor":"#123456","className":"is-style-solid-color"}',
     '<figure class="wp-block-pullquote has-base-background-color is-style-solid-color">'
     '<blockquote class="has-text-color" style="color:#123456"><p>a</p></blockquote></figure>', "ColoredWithoutClass",
     {"value": "a", "citation": "", "className": "is-style-solid-color", "backgroundColor": "base", "textAlign": "left",
      "style": {"color": {"text": "#123456"}}}),
    ("{}", '<blockquote class="wp-block-pullquote"><p>a</p><cite>c</cite></blockquote>', "WithoutFigure",
     {"value": "a", "citation": "c"}),
    ('{"align":"wide"}', '<blockquote class="wp-block-pullquote alignwide"><p>a</p><footer>c</footer></blockquote>',
     "CitedInFooter", {"value": "a", "citation": "c", "align": "wide"}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "html", "older", "expected"), PULLQUOTES)
def test_pullquotes_are_read_in_every_shape(said: str, html: str, older: str | None, expected: dict[str, Any]) -> None:
    markup = f"<!-- wp:pullquote {said} -->\n{html}\n<!-- /wp:pullquote -->"
    assert shape(markup) == older
    assert attributes(markup) == expected


ROWS = "<tbody><tr><td>a</td><th>b</th></tr></tbody>"
READ = [{"cells": [{"content": "a", "tag": "td"}, {"content": "b", "tag": "th"}]}]
TABLES = [
    ("{}", f'<figure class="wp-block-table"><table class="has-fixed-layout">{ROWS}</table>'
     '<figcaption class="wp-element-caption">c</figcaption></figure>', None,
     {"hasFixedLayout": True, "caption": "c"}),
    ("{}", f'<figure class="wp-block-table"><table>{ROWS}</table></figure>', "LooseByDefault",
     {"hasFixedLayout": False, "caption": ""}),
    ('{"backgroundColor":"base"}', '<figure class="wp-block-table">'
     f'<table class="has-base-background-color has-background">{ROWS}</table><figcaption>c</figcaption></figure>',
     "WithoutCaptionClass", {"hasFixedLayout": False, "caption": "c", "backgroundColor": "base"}),
    ('{"backgroundColor":"subtle-pale-blue"}', '<figure class="wp-block-table"><table '
     f'class="has-subtle-pale-blue-background-color has-background">{ROWS}</table><figcaption>c</figcaption></figure>',
     "WithoutCaptionClass", {"hasFixedLayout": False, "caption": "c", "style": {"color": {"background": "#e7f5fe"}}}),
    ('{"hasFixedLayout":true,"align":"wide"}', f'<table class="wp-block-table has-fixed-layout alignwide">{ROWS}</table>',
     "WithoutFigure", {"hasFixedLayout": True, "align": "wide"}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "html", "older", "expected"), TABLES)
def test_tables_are_read_in_every_shape(said: str, html: str, older: str | None, expected: dict[str, Any]) -> None:
    markup = f"<!-- wp:table {said} -->\n{html}\n<!-- /wp:table -->"
    assert shape(markup) == older
    assert attributes(markup) == {"head": [], "body": READ, "foot": [], **expected}


def test_cells_of_older_tables_are_cells() -> None:
    table = block(f'<!-- wp:table -->\n<table class="wp-block-table">{ROWS}</table>\n<!-- /wp:table -->')
    assert isinstance(table, Table)
    ((first, _),) = [row.cells for row in table.body]
    assert first == Cell(content=RichText("a"), tag="td")


VERSES = [
    ('{"textAlign":"center"}', '<pre class="wp-block-verse has-text-align-center">a\n  b</pre>', None,
     {"content": "a\n  b", "textAlign": "center"}),
    ('{"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}',
     '<pre class="wp-block-verse" style="font-family:var(--wp--preset--font-family--mono)">a\n</pre>',
     "FontFamilyInStyle", {"content": "a\n", "fontFamily": "mono"}),
    ('{"textAlign":"center"}', '<pre style="text-align:center" class="wp-block-verse">a</pre>', "AlignedByStyle",
     {"content": "a", "textAlign": "center"}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "html", "older", "expected"), VERSES)
def test_verses_are_read_in_every_shape(said: str, html: str, older: str | None, expected: dict[str, Any]) -> None:
    markup = f"<!-- wp:verse {said} -->\n{html}\n<!-- /wp:verse -->"
    assert shape(markup) == older
    assert attributes(markup) == expected


MATHS = [
    ('{"latex":"x"}', '<div class="wp-block-math"><math display="block"><mi>x</mi></math></div>', None,
     {"latex": "x", "mathML": "<mi>x</mi>"}),
    ('{"latex":"x"}', '<math class="wp-block-math" display="block"><mi>x</mi></math>', "WithoutDivision",
     {"latex": "x", "mathML": "<mi>x</mi>"}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "html", "older", "expected"), MATHS)
def test_formulas_are_read_in_every_shape(said: str, html: str, older: str | None, expected: dict[str, Any]) -> None:
    markup = f"<!-- wp:math {said} -->\n{html}\n<!-- /wp:math -->"
    assert shape(markup) == older
    assert attributes(markup) == expected


@pytest.mark.parametrize(
    "markup",
    [
        '<!-- wp:quote {"style":{"typography":7},"align":[]} --><blockquote><p>a</blockquote><!-- /wp:quote -->',
        '<!-- wp:pullquote {"mainColor":{},"className":3} --><figure><p>a</p></figure><!-- /wp:pullquote -->',
        '<!-- wp:table {"style":"x","backgroundColor":[]} --><table><tr><td></table><!-- /wp:table -->',
        '<!-- wp:verse {"style":{"typography":{"fontFamily":[1]}}} --><pre>a</pre><!-- /wp:verse -->',
        '<!-- wp:list {"style":{"typography":{"fontFamily":{}}},"type":{},"start":1e999} --><ol></ol><!-- /wp:list -->',
        '<!-- wp:paragraph {"fontSize":{},"customTextColor":1} --><p style="color:red">a</p><!-- /wp:paragraph -->',
    ],
)
def test_values_of_other_types_are_read(markup: str) -> None:
    assert typed(markup)["name"] == block(markup).block_name


OTHERS = [
    ("code", "{}", '<pre class="wp-block-code"><code>[x]\n\n  &lt;b&gt;</code></pre>', {"content": "[x]\n\n  &lt;b&gt;"}),
    ("code", "{}", '<pre class="wp-block-code"><code>&#91;x]\nhttps:&#47;&#47;e.org/x\nhttp://e.org</code></pre>',
     {"content": "[x]\nhttps://e.org/x\nhttp://e.org"}),
    ("preformatted", "{}", '<pre class="wp-block-preformatted">\na\n b</pre>', {"content": "a\n b"}),
    ("details", "{}", '<details class="wp-block-details" name="n"><summary>s <b>t</b></summary></details>',
     {"showContent": False, "summary": "s <b>t</b>", "name": "n"}),
    ("details", '{"showContent":true}', '<details class="wp-block-details" open><summary>Details</summary></details>',
     {"showContent": True, "summary": "Details"}),
    ("heading", '{"level":3,"textAlign":"center"}', '<h3 class="wp-block-heading has-text-align-center" id="i">a</h3>',
     {"level": 3, "textAlign": "center", "content": "a", "anchor": "i"}),
    ("list-item", "{}", "<li>a <em>b</em></li>", {"content": "a <em>b</em>"}),
    ("missing", '{"originalName":"a/b"}', "<p>a</p>", {"originalName": "a/b", "originalContent": "<p>a</p>"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "said", "html", "expected"), OTHERS)
def test_other_types_are_recognised(name: str, said: str, html: str, expected: dict[str, Any]) -> None:
    markup = f"<!-- wp:{name} {said} -->\n{html}\n<!-- /wp:{name} -->"
    assert attributes(markup) == expected
    assert block(markup).reading.is_recognised
    assert shape(markup) is None


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("code", '<pre class="wp-block-code">a</pre>'),
        ("code", '<pre class="wp-block-code"><code class="b">a</code></pre>'),
        ("details", '<details class="wp-block-details" open><summary>a</summary></details>'),
        ("list", '<ul class="wp-block-list" style="list-style-type:disc"></ul>'),
        ("verse", '<pre class="wp-block-verse"><code>a</pre><p>b</p>'),
        ("quote", '<blockquote class="wp-block-quote">a</blockquote>'),
    ],
)
def test_what_the_editor_would_not_save_is_not_recognised(name: str, html: str) -> None:
    assert not block(f"<!-- wp:{name} -->\n{html}\n<!-- /wp:{name} -->").reading.is_recognised
