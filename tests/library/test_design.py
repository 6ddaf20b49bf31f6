"""The blocks of WordPress's category `design`: how they are read, in the shape of today and in older ones."""

from __future__ import annotations

from typing import Any

import pytest

import blocks
from blocks.library.design import Button, Column, TextColumns
from blocks.model.block import Block


def saved(name: str, said: str, html: str) -> str:
    return f"<!-- wp:{name} {said} -->{html}<!-- /wp:{name} -->"


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


# Each case: the block, what its delimiter says, its HTML, its older shape, and the attributes that the editor reads.
BOXES = [
    ("group", '{"tagName":"main","style":{"color":{"text":"#111"}},"ariaLabel":"Top"}',
     '<main class="wp-block-group has-text-color" style="color:#111" aria-label="Top"></main>', None,
     {"tagName": "main", "style": {"color": {"text": "#111"}}, "ariaLabel": "Top"}),
    ("group", '{"layout":{"inherit":true}}', '<div class="wp-block-group"></div>', "InheritingLayout",
     {"tagName": "div", "layout": {"inherit": True, "type": "constrained"}}),
    ("group", '{"layout":{"type":"constrained","contentSize":"9em"}}', '<div class="wp-block-group"></div>', None,
     {"tagName": "div", "layout": {"type": "constrained", "contentSize": "9em"}}),
    ("group", '{"backgroundColor":"base","fontFamily":"mono"}',
     '<div class="wp-block-group has-base-background-color has-background"></div>', "InheritingLayout",
     {"backgroundColor": "base", "fontFamily": "mono"}),
    ("group", '{"tagName":"section"}',
     '<section class="wp-block-group"><div class="wp-block-group__inner-container"></div></section>',
     "WithInnerContainer", {"tagName": "section"}),
    ("group", '{"textColor":"red","customBackgroundColor":"#eee"}',
     '<div class="wp-block-group has-red-color has-text-color has-background" style="background-color:#eee">'
     '<div class="wp-block-group__inner-container"></div></div>', "WithCustomColor",
     {"tagName": "div", "textColor": "red", "style": {"color": {"background": "#eee"}}}),
    ("group", '{"textColor":"red"}', '<div class="wp-block-group has-text-color">'
     '<div class="wp-block-group__inner-container"></div></div>', "ColoredWithoutClass",
     {"tagName": "div", "textColor": "red"}),
    ("group", '{"customBackgroundColor":"#eee"}',
     '<div class="wp-block-group has-background" style="background-color:#eee"></div>', "WithBackground",
     {"tagName": "div", "style": {"color": {"background": "#eee"}}}),
    ("columns", '{"verticalAlignment":"top","isStackedOnMobile":false}',
     '<div class="wp-block-columns are-vertically-aligned-top is-not-stacked-on-mobile"></div>', None,
     {"verticalAlignment": "top", "isStackedOnMobile": False}),
    ("columns", '{"customTextColor":"#123","backgroundColor":"base"}',
     '<div class="wp-block-columns has-background has-text-color has-base-background-color" style="color:#123"></div>',
     "WithCustomColor", {"backgroundColor": "base", "style": {"color": {"text": "#123"}}, "isStackedOnMobile": True}),
    ("columns", '{"columns":3,"textColor":"red"}', '<div class="wp-block-columns has-3-columns"></div>',
     "WithoutColumnBlocks", {"isStackedOnMobile": True}),
    ("column", '{"width":"33.333333333333336%"}',
     '<div class="wp-block-column" style="flex-basis:33.333333333333%"></div>', None,
     {"width": "33.333333333333336%"}),
    ("column", '{"width":"wide"}', '<div class="wp-block-column"></div>', None, {"width": "wide"}),
    ("column", '{"width":"a5%"}', '<div class="wp-block-column" style="flex-basis:NaN%"></div>', None,
     {"width": "a5%"}),
    ("column", '{"width":33.5,"verticalAlignment":"center"}',
     '<div class="wp-block-column is-vertically-aligned-center" style="flex-basis:33.5%"></div>', "InPercent",
     {"width": "33.5%", "verticalAlignment": "center"}),
    ("text-columns", '{"width":"wide"}',
     '<div class="wp-block-text-columns alignwide columns-2"><div class="wp-block-column"><p>A <em>b</em></p></div>'
     '<div class="wp-block-column"><p></p></div></div>', None,
     {"content": [{"children": "A <em>b</em>"}, {"children": ""}], "columns": 2, "width": "wide"}),
    ("accordion", '{"headingLevel":2}', '<div role="group" class="wp-block-accordion"></div>', None,
     {"iconPosition": "right", "showIcon": True, "autoclose": False, "headingLevel": 2}),
    ("accordion-item", '{"openByDefault":true}', '<div class="wp-block-accordion-item is-open"></div>', None,
     {"openByDefault": True}),
    ("accordion-panel", "{}", '<div role="region" class="wp-block-accordion-panel"></div>', None,
     {"templateLock": False, "openByDefault": False, "isSelected": False}),
]  # fmt: skip

TOGGLE = (
    '<button{}class="wp-block-accordion-heading__toggle"><span class="wp-block-accordion-heading__toggle-title"{}>'
    'More</span><span class="wp-block-accordion-heading__toggle-icon" aria-hidden="true">+</span></button>'
)
HEADING = {"openByDefault": False, "title": "More", "iconPosition": "right", "showIcon": True}
SPACED = {"typography": {"letterSpacing": "2px"}}
SPACED_HEADING = '{"style":{"typography":{"letterSpacing":"2px"}}}'
HEADINGS = [
    ("accordion-heading", SPACED_HEADING, '<h3 class="wp-block-accordion-heading">'
     + TOGGLE.format(' type="button" ', ' style="letter-spacing:2px"') + "</h3>", None, {**HEADING, "style": SPACED}),
    ("accordion-heading", SPACED_HEADING, '<h3 class="wp-block-accordion-heading">'
     + TOGGLE.format(" ", ' style="letter-spacing:2px"') + "</h3>", "WithoutButtonType", {**HEADING, "style": SPACED}),
    ("accordion-heading", SPACED_HEADING, '<h3 class="wp-block-accordion-heading" style="letter-spacing:2px">'
     + TOGGLE.format(" ", "") + "</h3>", "DecoratedAsWhole", {**HEADING, "style": SPACED}),
    ("accordion-heading", '{"level":2}', '<h2 class="wp-block-accordion-heading">'
     + TOGGLE.format(" ", "") + "</h2>", "DecoratedAsWhole", {**HEADING, "level": 2}),
]  # fmt: skip

RULES = [
    ("separator", '{"backgroundColor":"base"}', '<hr class="wp-block-separator has-text-color has-base-color '
     'has-alpha-channel-opacity has-base-background-color has-background"/>', None,
     {"opacity": "alpha-channel", "tagName": "hr", "backgroundColor": "base"}),
    ("separator", "{}", '<hr class="wp-block-separator"/>', "ColoredByCss", {"opacity": "css", "tagName": "hr"}),
    ("separator", '{"customColor":"#123","className":"is-style-dots"}',
     '<hr class="wp-block-separator has-text-color has-background is-style-dots" '
     'style="background-color:#123;color:#123"/>', "ColoredByCss",
     {"opacity": "css", "tagName": "hr", "className": "is-style-dots", "style": {"color": {"background": "#123"}}}),
    ("separator", '{"color":"base"}', '<hr class="wp-block-separator has-text-color has-background '
     'has-base-background-color has-base-color"/>', "ColoredByCss",
     {"opacity": "css", "tagName": "hr", "backgroundColor": "base"}),
    ("spacer", '{"height":"2em"}', '<div style="height:2em" aria-hidden="true" class="wp-block-spacer"></div>', None,
     {"height": "2em"}),
    ("spacer", '{"height":"var:preset|spacing|50"}',
     '<div style="height:var(--wp--preset--spacing--50)" aria-hidden="true" class="wp-block-spacer"></div>', None,
     {"height": "var:preset|spacing|50"}),
    ("spacer", '{"style":{"layout":{"selfStretch":"fill"}},"width":"2em"}',
     '<div style="width:2em" aria-hidden="true" class="wp-block-spacer"></div>', None,
     {"height": "100px", "width": "2em", "style": {"layout": {"selfStretch": "fill"}}}),
    ("spacer", '{"height":20,"width":5}',
     '<div style="height:20px;width:5px" aria-hidden="true" class="wp-block-spacer"></div>', "InPixels",
     {"height": "20px", "width": "5px"}),
    ("more", '{"customText":"Go on","noTeaser":true}', "<!--more Go on-->\n<!--noteaser-->", None,
     {"customText": "Go on", "noTeaser": True}),
    ("nextpage", "{}", "<!--nextpage-->", None, {}),
    ("home-link", '{"label":"Home"}', "", None, {"label": "Home"}),
    ("navigation-link", '{"label":"A","id":7}', "", None, {"label": "A", "id": 7, "opensInNewTab": False}),
    ("navigation-link", '{"label":"A","nofollow":true}', "", "NotFollowed",
     {"rel": "nofollow", "label": "A", "opensInNewTab": False}),
    ("navigation-submenu", '{"isTopLevelItem":true}', "", None, {"opensInNewTab": False, "isTopLevelItem": True}),
    ("comment-template", '{"align":"wide"}', "", None, {"align": "wide"}),
    ("buttons", '{"fontSize":"large"}',
     '<div class="wp-block-buttons has-custom-font-size has-large-font-size"></div>', None, {"fontSize": "large"}),
    ("buttons", '{"contentJustification":"center","orientation":"vertical"}',
     '<div class="wp-block-buttons is-content-justification-center is-vertical"></div>', "JustifiedItself",
     {"layout": {"type": "flex", "justifyContent": "center", "orientation": "vertical"}}),
    ("buttons", '{"align":"center"}', '<div class="wp-block-buttons aligncenter"></div>', "Floating",
     {"layout": {"type": "flex", "justifyContent": "center"}}),
]  # fmt: skip


def button(label: str, box: str = "", style: str = "", classes: str = "", more: str = "") -> str:
    """A button's HTML: classes and style of the element around the link, and of the link."""
    around = f' style="{style}"' if style else ""
    return (
        f'<div class="wp-block-button{box}"{around}>'
        f'<a class="wp-block-button__link{classes}" href="/go"{more}>{label}</a></div>'
    )


NEW = {"tagName": "a", "type": "button", "url": "/go", "text": "Go"}
OLD = {"url": "/go", "text": "Go"}
BUTTONS = [
    ('{"width":50,"textAlign":"left","style":{"border":{"radius":0},"typography":{"fontSize":"2em"}}}',
     button("Go", " has-custom-width wp-block-button__width-50",
            classes=" has-text-align-left no-border-radius has-custom-font-size wp-element-button",
            more=' style="font-size:2em" target="_blank" rel="x"'),
     None, {**NEW, "width": 50, "textAlign": "left", "linkTarget": "_blank", "rel": "x",
            "style": {"border": {"radius": 0}, "typography": {"fontSize": "2em"}}}),
    ('{"tagName":"button","type":"submit"}',
     '<div class="wp-block-button"><button type="submit" class="wp-block-button__link wp-element-button">Go</button>'
     "</div>", None, {"tagName": "button", "type": "submit", "text": "Go"}),
    ('{"fontSize":"large"}', button("Go", " has-custom-font-size has-large-font-size", classes=" wp-element-button"),
     "FontOutside", {**NEW, "fontSize": "large"}),
    ('{"fontSize":"large"}', button("Go", " has-custom-font-size has-large-font-size"), "WithoutButtonClass",
     {**OLD, "fontSize": "large"}),
    ('{"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}',
     button("Go", style="font-family:var(--wp--preset--font-family--mono)"), "WithoutButtonClass",
     {**OLD, "fontFamily": "mono"}),
    ('{"style":{"border":{"radius":5}}}', button("Go", more=' style="border-radius:5px"'),
     "RadiusAsNumber", {**OLD, "style": {"border": {"radius": "5px"}}}),
    ('{"borderRadius":5,"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}}',
     button("Go", style="font-family:var(--wp--preset--font-family--mono)", more=' style="border-radius:5px"'),
     "RadiusOfItsOwn", {**OLD, "fontFamily": "mono", "style": {"border": {"radius": "5px"}}}),
    ('{"borderRadius":0}', button("Go", classes=" no-border-radius"), "RadiusOfItsOwn", OLD),
    ('{"backgroundColor":"base","borderRadius":3}',
     '<a class="wp-block-button wp-block-button__link has-base-background-color has-background" href="/go" '
     'style="border-radius:3px">Go</a>', "LinkAlone",
     {**OLD, "backgroundColor": "base", "style": {"border": {"radius": "3px"}}}),
    ('{"customBackgroundColor":"#eee","textColor":"red","borderRadius":3,"align":"center"}',
     button("Go", " aligncenter", classes=" has-text-color has-red-color has-background",
            more=' style="background-color:#eee;border-radius:3px"'), "WithCustomColor",
     {**OLD, "textColor": "red", "className": "aligncenter",
      "style": {"color": {"background": "#eee"}, "border": {"radius": "3px"}}}),
    ('{"className":"is-style-squared wide","align":"center","customTextColor":"#123"}',
     button("Go", " aligncenter is-style-squared wide", classes=" has-text-color", more=' style="color:#123"'),
     "WithCustomColor", {**OLD, "className": "aligncenter wide", "align": "center", "style": {"color": {"text": "#123"}}}),
    ('{"color":"#123456","textColor":"#ffffff","align":"left"}',
     button("Go", " alignleft", more=' style="background-color:#123456;color:#ffffff"'), "ColoredByValue",
     {**OLD, "align": "left", "style": {"color": {"text": "#ffffff", "background": "#123456"}}}),
    ('{"color":"red","textColor":"#ffffff"}',
     '<div class="wp-block-button alignnone" style="background-color:red"><a href="/go" style="color:#ffffff">Go</a>'
     "</div>", "ColoredOutside", {**OLD, "align": "none", "style": {"color": {"text": "#ffffff"}}}),
]  # fmt: skip
CASES = [*BOXES, *HEADINGS, *RULES, *(("button", *case) for case in BUTTONS)]


@pytest.mark.parametrize(("name", "said", "html", "older", "expected"), CASES)
def test_blocks_are_read_in_every_shape(
    name: str, said: str, html: str, older: str | None, expected: dict[str, Any]
) -> None:
    markup = saved(name, said, html)
    assert typed(markup) == {"name": f"core/{name}", "attributes": expected, "innerBlocks": []}
    assert shape(markup) == older
    assert block(markup).reading.is_recognised


def test_blocks_that_say_their_column_in_a_class_move_into_columns() -> None:
    inside = [(1, "One"), (2, "Two"), (1, "Three")]
    markup = "".join(
        saved("heading", "{}", f'<h2 class="layout-column-{column}">{text}</h2>') for column, text in inside
    )
    columns = typed(saved("columns", '{"columns":2}', f'<div class="wp-block-columns has-2-columns">{markup}</div>'))
    assert columns["attributes"] == {"isStackedOnMobile": True}
    assert [one["name"] for one in columns["innerBlocks"]] == ["core/column", "core/column"]
    texts = [[two["attributes"]["content"] for two in one["innerBlocks"]] for one in columns["innerBlocks"]]
    assert texts == [["One", "Three"], ["Two"]]


def test_what_says_no_column_goes_into_the_first() -> None:
    text = saved("paragraph", "{}", "<p>Text</p>")
    marked = saved("heading", "{}", '<h2 class="layout-column-2">Two</h2>')
    html = f'<div class="wp-block-columns has-2-columns">{text}{marked}</div>'
    columns = typed(saved("columns", "{}", html))
    assert [len(one["innerBlocks"]) for one in columns["innerBlocks"]] == [1, 1]


def test_columns_of_columns_stay_as_they_are() -> None:
    column = saved("column", "{}", '<div class="wp-block-column layout-columns-1"></div>')
    columns = typed(saved("columns", "{}", f'<div class="wp-block-columns">{column}</div>'))
    assert [one["attributes"] for one in columns["innerBlocks"]] == [{"className": "layout-columns-1"}]


def test_fields_of_a_button() -> None:
    classes = " has-sky-gradient-background has-background wp-element-button"
    html = button("Go <em>on</em>", classes=classes, more=' target="_blank"')
    one = block(saved("button", '{"gradient":"sky"}', html))
    assert isinstance(one, Button)
    assert (one.text.text, one.url, one.link_target, one.gradient) == ("Go on", "/go", "_blank", "sky")


def test_text_columns_are_records() -> None:
    one = block(saved("text-columns", "{}", "<p>A <em>b</em></p><p>c</p>"))
    assert isinstance(one, TextColumns)
    assert [column.children for column in one.content] == ["A <em>b</em>", "c"]


HOSTILE = [
    ("group", '{"tagName":5,"style":"x","layout":[],"templateLock":{}}', '<div class="wp-block-group"></div>'),
    ("group", '{"layout":{"inherit":{},"contentSize":[]}}', "<b>x</b>"),
    ("column", '{"width":1e999}', '<div class="wp-block-column"></div>'),
    ("column", '{"width":"1e999%"}', '<div class="wp-block-column"></div>'),
    ("columns", '{"columns":1e999}', '<div class="wp-block-columns has-2-columns"></div>'),
    ("text-columns", '{"columns":1e15}', "<p>x</p>"),
    ("text-columns", '{"columns":-1e999}', "<p>x</p>"),
    ("separator", '{"style":{"color":"red"},"color":[]}', "<hr>"),
    ("spacer", '{"height":1e999,"width":[],"style":{"layout":7}}', "<div></div>"),
    ("button", '{"style":{"border":"x","typography":7,"color":[]},"borderRadius":5,"width":1e999}', "<a>x</a>"),
    ("button", '{"borderRadius":1e999,"style":{"border":"x"}}', '<a class="wp-block-button__link">x</a>'),
    ("button", '{"className":["is-style-squared"],"align":7}', '<div class="wp-block-button"><a>x</a></div>'),
    ("buttons", '{"contentJustification":[],"align":{}}', "<div></div>"),
    ("navigation-link", '{"nofollow":[],"id":1e999}', "<b>x</b>"),
    ("accordion-heading", '{"level":1e999}', "<h3>x</h3>"),
]


@pytest.mark.parametrize(("name", "said", "html"), HOSTILE)
def test_hostile_values_are_read_as_something(name: str, said: str, html: str) -> None:
    assert typed(saved(name, said, html))["name"] == f"core/{name}"


def test_a_number_of_percent_that_is_not_in_the_html_is_no_width() -> None:
    one = block(saved("column", '{"width":50}', '<div class="wp-block-column"></div>'))
    assert isinstance(one, Column)
    assert (one.width, one.deprecation) == (None, None)
