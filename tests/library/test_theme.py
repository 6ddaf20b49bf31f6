"""The blocks of WordPress's categories `theme` and `reusable`: how they are read, today's and older ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import blocks
from blocks.library.theme import Comments, Navigation, Query, SiteTitle, TermCount
from tests.timing import assert_in_step

TEMPLATE = '<!-- wp:post-template {"align":"wide"} --><!-- wp:post-title /--><!-- /wp:post-template -->'
BOUND = {"bindings": {"datetime": {"source": "core/post-data", "args": {"field": "date"}}}}


def typed(markup: str) -> dict[str, Any]:
    """The one block of `markup` as the editor has it."""
    (one,) = blocks.parse(markup).to_json()
    return one


def shape(markup: str) -> str | None:
    """The name of the older shape that the one block of `markup` is in; None for that of today."""
    (node,) = blocks.parse(markup).children
    return node.deprecation.__name__ if node.deprecation else None


def query(attributes: str, inner: str = TEMPLATE, names: str = "") -> str:
    return f'<!-- wp:query {attributes} --><div class="wp-block-query{names}">{inner}</div><!-- /wp:query -->'


def names(inner: list[dict[str, Any]]) -> list[Any]:
    """The names of blocks, each with those inside it."""
    return [(one["name"].removeprefix("core/"), names(one["innerBlocks"])) for one in inner]


def test_defaults_and_what_the_delimiter_says_are_fields() -> None:
    (title,) = blocks.parse('<!-- wp:site-title {"level":0,"isLink":"no"} /-->').children
    assert isinstance(title, SiteTitle)
    assert (title.level, title.level_options, title.is_link, title.link_target) == (
        0,
        [0, 1, 2, 3, 4, 5, 6],
        True,
        "_self",
    )


@pytest.mark.parametrize(("said", "seen"), [("square", "square"), ("star", "round"), (None, "round")])
def test_a_value_that_is_none_of_the_enum_is_the_default(said: str | None, seen: str) -> None:
    (count,) = blocks.parse(f'<!-- wp:term-count {{"bracketType":"{said}"}} /-->').children
    assert isinstance(count, TermCount)
    assert count.bracket_type == seen


def test_a_lock_of_templates_is_a_word_or_false() -> None:
    for said, seen in (("false", False), ('"all"', "all"), ('"some"', None), ("true", None)):
        (menu,) = blocks.parse(f'<!-- wp:navigation {{"templateLock":{said}}} /-->').children
        assert isinstance(menu, Navigation)
        assert menu.template_lock == seen, said


def test_a_query_of_today_keeps_its_template() -> None:
    markup = query('{"queryId":3,"query":{"perPage":2},"tagName":"main"}').replace("div", "main")
    (node,) = blocks.parse(markup).find(Query)
    assert (node.query_id, node.query, node.tag_name, node.deprecation) == (3, {"perPage": 2}, "main", None)
    assert names(typed(markup)["innerBlocks"]) == [("post-template", [("post-title", [])])]


def test_a_query_in_a_wrong_element_is_in_no_shape() -> None:
    (node,) = blocks.parse(query('{"tagName":"main"}')).children
    assert not node.reading.is_recognised


@pytest.mark.parametrize(
    ("said", "layout"),
    [
        ('{"type":"flex","columns":3}', {"type": "grid", "columnCount": 3}),
        ('{"type":"flex","columns":0}', {"type": "grid"}),
        ('{"type":"list"}', {"type": "default"}),
        ("{}", {"type": "default"}),
    ],
)
def test_the_layout_of_a_query_moves_to_its_template(said: str, layout: dict[str, Any]) -> None:
    markup = query(
        f'{{"displayLayout":{said}}}',
        f'<!-- wp:group --><div class="wp-block-group">{TEMPLATE}</div><!-- /wp:group -->',
    )
    one = typed(markup)
    assert shape(markup) == "LaidOutByItself"
    assert "displayLayout" not in one["attributes"]
    assert names(one["innerBlocks"]) == [("group", [("post-template", [("post-title", [])])])]
    assert one["innerBlocks"][0]["innerBlocks"][0]["attributes"] == {"align": "wide", "layout": layout}


def test_a_query_without_template_keeps_its_layout() -> None:
    assert typed(query('{"displayLayout":{"type":"flex"}}', ""))["attributes"]["displayLayout"] == {"type": "flex"}


@pytest.mark.parametrize(
    ("said", "layout", "older"),
    [
        ('{"inherit":true}', {"contentSize": None, "type": "constrained"}, "Inheriting"),
        (
            '{"contentSize":"8px","wideSize":"9px"}',
            {"contentSize": "8px", "wideSize": "9px", "type": "constrained"},
            "Inheriting",
        ),
        ('{"contentSize":"8px","type":"constrained"}', {"contentSize": "8px", "type": "constrained"}, None),
        ('{"inherit":false}', {"inherit": False}, None),
    ],
)
def test_a_layout_that_inherits_is_constrained(said: str, layout: dict[str, Any], older: str | None) -> None:
    markup = query(f'{{"layout":{said}}}')
    assert shape(markup) == older
    assert typed(markup)["attributes"]["layout"] == layout


def test_categories_and_tags_are_taxonomies() -> None:
    markup = query('{"query":{"perPage":2,"categoryIds":[3],"tagIds":[]}}')
    assert shape(markup) == "AskingByIds"
    assert typed(markup)["attributes"]["query"] == {"perPage": 2, "taxQuery": {"category": [3]}}
    assert typed(query('{"query":{"categoryIds":[],"tagIds":[]}}'))["attributes"]["query"] == {}


COLORED = (
    '{"backgroundColor":"base","style":{"color":{"text":"#123456"},'
    '"elements":{"link":{"color":{"text":"#fff"}},"h1":{"color":{"text":"#000"}}}}}'
)
CLASSES = " has-text-color has-base-background-color has-background has-link-color"


def test_colors_go_to_a_group_that_is_made_for_them() -> None:
    markup = query(COLORED, names=CLASSES).replace(CLASSES + '"', CLASSES + '" style="color:#123456"')
    one = typed(markup)
    assert [older.__name__ for older in blocks.parse(markup).children[0].reading.deprecations] == [
        "Inheriting",
        "Colored",
    ]
    assert one["attributes"]["style"] == {"elements": {"h1": {"color": {"text": "#000"}}}}
    assert "backgroundColor" not in one["attributes"]
    (group,) = one["innerBlocks"]
    assert names([group]) == [("group", [("post-template", [("post-title", [])])])]
    assert group["attributes"] == {
        "tagName": "div",
        "backgroundColor": "base",
        "style": {"color": {"text": "#123456"}, "elements": {"link": {"color": {"text": "#fff"}}}},
    }


def test_colors_go_to_the_only_group_in_place_of_its_own() -> None:
    inner = (
        '<!-- wp:group {"align":"wide","backgroundColor":"mine","style":{"spacing":{"padding":"1px"},"color":{"text":"red"}}} -->'
        '<div class="wp-block-group alignwide has-mine-background-color has-text-color has-background" '
        f'style="color:red;padding:1px">{TEMPLATE}</div><!-- /wp:group -->'
    )
    one = typed(query('{"textColor":"base"}', inner, " has-base-color has-text-color"))
    (group,) = one["innerBlocks"]
    assert group["attributes"] == {
        "tagName": "div", "align": "wide", "textColor": "base", "style": {"spacing": {"padding": "1px"}}
    }  # fmt: skip


def test_a_query_without_element_is_the_first_shape() -> None:
    markup = f'<!-- wp:query {{"queryId":1,"query":{{}},"layout":{{"type":"flex","columns":2}}}} -->{TEMPLATE}<!-- /wp:query -->'
    one = typed(markup)
    assert shape(markup) == "WithoutWrapper"
    assert one["attributes"] == {"queryId": 1, "query": {}}
    assert one["innerBlocks"][0]["attributes"]["layout"] == {"type": "grid", "columnCount": 2}


def test_queries_in_queries_are_read_in_linear_time() -> None:
    def reading(depth: int) -> Callable[[], object]:
        start = '<!-- wp:query {"displayLayout":{"type":"flex"}} --><div class="wp-block-query">'
        markup = start * depth + TEMPLATE + "</div><!-- /wp:query -->" * depth
        return lambda: blocks.parse(markup).to_json(limit=None)

    assert_in_step(reading, 4000)


def test_templates_beside_templates_do_not_multiply() -> None:
    start = '<!-- wp:query {"displayLayout":{"type":"flex"}} --><div class="wp-block-query"><!-- wp:post-template -->'
    end = "<!-- /wp:post-template --><!-- wp:post-template /--></div><!-- /wp:query -->"
    assert len(str(blocks.parse(start * 20 + end * 20).to_json(limit=None))) < 20_000


@pytest.mark.parametrize(
    ("said", "older", "attributes"),
    [
        ('{"metadata":{"bindings":{"datetime":{"source":"core/post-data","args":{"key":"modified","a":1}}}}}', "BoundByKey",
         {"metadata": {"bindings": {"datetime": {"source": "core/post-data", "args": {"field": "modified", "a": 1}}}}}),
        ('{"metadata":{"bindings":{"datetime":{"source":"mine/x","args":{"key":"k"}}}}}', None,
         {"metadata": {"bindings": {"datetime": {"source": "mine/x", "args": {"key": "k"}}}}}),
        ("{}", "NamingItsDate", {"metadata": BOUND}),
        ('{"metadata":{"name":"n"}}', "NamingItsDate", {"metadata": {"name": "n", **BOUND}}),
        ('{"displayType":"modified","className":"x"}', "NamingItsDate",
         {"className": "x wp-block-post-date__modified-date",
          "metadata": {"bindings": {"datetime": {"source": "core/post-data", "args": {"field": "modified"}}}}}),
        ('{"datetime":"2020-01-01"}', None, {"datetime": "2020-01-01"}),
        ('{"style":{"typography":{"fontFamily":"var:preset|font-family|inter","fontSize":"2px"}}}', "NamingItsDate",
         {"fontFamily": "inter", "style": {"typography": {"fontSize": "2px"}}}),
    ],
)  # fmt: skip
def test_a_date_says_what_it_is_bound_to(said: str, older: str | None, attributes: dict[str, Any]) -> None:
    markup = f"<!-- wp:post-date {said} /-->"
    assert shape(markup) == older
    assert typed(markup)["attributes"] == {"isLink": False, **attributes}


def test_a_date_of_no_known_kind_stays_as_its_delimiter_says() -> None:
    assert typed('<!-- wp:post-date {"displayType":"foo","x":1} /-->')["attributes"] == {"displayType": "foo", "x": 1}


@pytest.mark.parametrize(
    "name", ["comment-author-name", "comment-date", "post-title", "query-title", "site-tagline", "site-title"]
)
def test_a_font_family_that_was_a_preset_in_the_style_is_an_attribute(name: str) -> None:
    markup = f'<!-- wp:{name} {{"style":{{"typography":{{"fontFamily":"var:preset|font-family|inter"}}}}}} /-->'
    attributes = typed(markup)["attributes"]
    assert shape(markup) is not None
    assert attributes["fontFamily"] == "inter"
    assert "style" not in attributes


MENU = {"showSubmenuIcon": True, "openSubmenusOnClick": False}


@pytest.mark.parametrize(
    ("said", "older", "attributes"),
    [
        ('{"navigationMenuId":9}', "WithIdOfMenu", {"ref": 9, "overlayMenu": "mobile", **MENU}),
        ('{"itemsJustification":"right","orientation":"vertical"}', "Justified",
         {"layout": {"type": "flex", "justifyContent": "right", "orientation": "vertical"}, "overlayMenu": "never", **MENU}),
        ('{"style":{"typography":{"fontFamily":"var:preset|font-family|inter"}}}', "FontFamilyInStyle",
         {"fontFamily": "inter", "layout": {"type": "flex", "orientation": "horizontal"}, "overlayMenu": "never", **MENU}),
        ('{"isResponsive":true}', "Responsive",
         {"layout": {"type": "flex", "orientation": "horizontal"}, "overlayMenu": "mobile", **MENU}),
        ('{"style":{"typography":{"textDecoration":"var:preset|text-decoration|strikethrough","fontWeight":"700"}}}',
         "TypeByPresets",
         {"style": {"typography": {"textDecoration": "line-through", "fontWeight": "700"}}, "showSubmenuIcon": True}),
        ('{"rgbTextColor":"rgb(1,2,3)","rgbBackgroundColor":"rgb(3,2,1)","textColor":"base"}', "ColoredByRgb",
         {"textColor": "base", "customBackgroundColor": "rgb(3,2,1)"}),
    ],
)  # fmt: skip
def test_menus_of_older_editors(said: str, older: str, attributes: dict[str, Any]) -> None:
    markup = f"<!-- wp:navigation {said} --><!-- wp:page-list /--><!-- /wp:navigation -->"
    assert shape(markup) == older
    assert typed(markup)["attributes"] == attributes
    assert names(typed(markup)["innerBlocks"]) == [("page-list", [])]


@pytest.mark.parametrize(
    "style", ['{"typography":[]}', '{"typography":{"fontWeight":7}}', '{"typography":{"fontFamily":7}}', "7"]
)
def test_a_style_of_wrong_types_is_no_older_menu(style: str) -> None:
    (menu,) = blocks.parse(f'<!-- wp:navigation {{"style":{style}}} /-->').children
    assert menu.attribute_values["overlayMenu"] == "mobile"


def test_comments_of_the_theme_save_nothing_and_others_what_is_inside() -> None:
    inside = "<!-- wp:comment-template /-->"
    for said, fits in (('{"legacy":true}', True), ("{}", False)):
        assert blocks.parse(f"<!-- wp:comments {said} /-->").children[0].reading.is_recognised == fits
    old = f'<!-- wp:comments-query-loop --><div class="wp-block-comments-query-loop">{inside}</div><!-- /wp:comments-query-loop -->'
    (node,) = blocks.parse(old).children
    assert isinstance(node, Comments)
    assert (shape(old), names(typed(old)["innerBlocks"])) == ("WithoutClass", [("comment-template", [])])


def test_words_of_a_title_of_comments_go() -> None:
    markup = '<!-- wp:comments-title {"multipleCommentsLabel":"%s answers","level":3} /-->'
    assert typed(markup)["attributes"] == {"showPostTitle": True, "showCommentsCount": True, "level": 3}


def test_links_to_pages_stood_in_an_element() -> None:
    inside = "<!-- wp:query-pagination-numbers /-->"
    wrapped = f'<!-- wp:query-pagination --><div class="wp-block-query-pagination mine">{inside}</div><!-- /wp:query-pagination -->'
    assert shape(wrapped) == "Wrapped"
    assert typed(wrapped)["attributes"] == {"className": "mine"}
    assert shape(f"<!-- wp:query-pagination -->{inside}<!-- /wp:query-pagination -->") is None


@pytest.mark.parametrize(
    ("said", "older", "content"),
    [
        ('"content":{"a":{"values":{"content":"Hi"}}}', "OverridesAsValues", {"a": {"content": "Hi"}}),
        ('"overrides":{"a":{"content":"Hi"}}', "Overriding", {"a": {"content": "Hi"}}),
        ('"content":{"a":{"content":"Hi"}}', None, {"a": {"content": "Hi"}}),
        ('"content":{"a":{"values":{}},"b":{}}', None, {"a": {"values": {}}, "b": {}}),
        ('"content":{"a":{"values":[1]}}', None, {"a": {"values": [1]}}),
        ('"content":{"a":"b"}', None, {"a": "b"}),
        ('"content":7', None, {}),
    ],
)
def test_overrides_of_a_synced_pattern(said: str, older: str | None, content: dict[str, Any]) -> None:
    markup = f'<!-- wp:block {{"ref":12,{said}}} /-->'
    assert shape(markup) == older
    assert typed(markup)["attributes"] == {"ref": 12, "content": content}
