"""Menus: links, submenus, lists of pages, and where the items come from."""

from __future__ import annotations

from datetime import UTC, datetime
from time import perf_counter
from typing import Any

import pytest

import blocks
from blocks.site import MemorySite, RenderContext, SitePost, Term

NOW = datetime(2026, 2, 15, 12, tzinfo=UTC)
PAGES = [
    SitePost(id=2, type="page", title="About <b>us</b>", menu_order=1),
    SitePost(id=3, type="page", title="Team", parent=2),
    SitePost(id=4, type="page", title="", menu_order=2),
    SitePost(id=5, type="page", title="Draft", status="draft"),
    SitePost(id=6, type="page", title="Deeper", parent=3),
]
MENU = SitePost(
    id=9,
    type="wp_navigation",
    title="Main",
    content='<!-- wp:navigation-link {"label":"One","url":"/1"} /-->\n\n<!-- wp:navigation-link {"label":"Two"} /-->',
)
ARROW = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12" viewBox="0 0 12 12" fill="none" aria-hidden="true" '
    'focusable="false"><path d="M1.50002 4L6.00002 8L10.5 4" stroke-width="1.5"></path></svg>'
)


def converted(
    markup: str, posts: list[SitePost] | None = None, *, no_site: bool = False, **request: Any
) -> blocks.Result:
    site = MemorySite(options={"home": "http://example.test"}, posts=PAGES if posts is None else posts)
    said = RenderContext(now=NOW, **request)
    return blocks.convert(markup, to="html", site=None if no_site else site, request=said)


def html(markup: str, posts: list[SitePost] | None = None, **request: Any) -> str:
    return converted(markup, posts, **request).output


def menu(items: str, attributes: str = '{"overlayMenu":"never"}', **more: Any) -> str:
    return html(f"<!-- wp:navigation {attributes} -->{items}<!-- /wp:navigation -->", **more)


def link(attributes: str) -> str:
    return f"<!-- wp:navigation-link {attributes} /-->"


# ---------------------------------------------------------------------------------------------------------- links


def test_link() -> None:
    drawn = html(
        link(
            '{"label":"A \\u003cb\\u003eb\\u003c/b\\u003e \\u003cscript\\u003ex","url":"/a b","rel":"me","title":"T",'
            '"opensInNewTab":true,"description":"D"}'
        )
    )
    assert drawn == (
        '<li class=" wp-block-navigation-item wp-block-navigation-link"><a class="wp-block-navigation-item__content"  '
        'href="/a%20b" target="_blank"   rel="me" title="T"><span class="wp-block-navigation-item__label">A <b>b</b> x</span>'
        '<span class="wp-block-navigation-item__description">D</span></a></li>'
    )


@pytest.mark.parametrize(
    "attributes",
    [
        '{"url":"/x"}',
        '{"label":""}',
        '{"label":"0"}',
        '{"label":"Draft","kind":"post-type","id":5}',
        '{"label":"Gone","type":"page","id":77}',
    ],
)
def test_link_that_is_not_shown(attributes: str) -> None:
    assert html(link(attributes)) == ""


def test_link_to_what_is_not_a_post_is_shown_whatever_its_id() -> None:
    assert ">Sea<" in html(link('{"label":"Sea","kind":"taxonomy","type":"category","id":5}'))


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("http://e.test/?q=caf%25C3%25A9", "http://e.test/?q=caf%C3%A9"),
        ("http://e.test/%41?q=1", "http://e.test/%41?q=1"),
        ("javascript:alert(1)", ""),
    ],
)
def test_address_of_a_link(url: str, href: str) -> None:
    assert f' href="{href}"' in html(link(f'{{"label":"x","url":"{url}"}}'))


def test_link_to_the_page_itself() -> None:
    here = link('{"label":"x","kind":"post-type","type":"page","id":2}')
    assert ' aria-current="page"' in html(here, query={"page_id": 2})
    assert " current-menu-item " in html(here, query={"page_id": 2})
    assert "current" not in html(here, query={"page_id": 3})
    assert "current" not in html(link('{"label":"x","kind":"custom","id":2}'), query={"page_id": 2})


def test_links_in_links() -> None:
    inner = link('{"label":"In"}')
    drawn = menu(f'<!-- wp:navigation-link {{"label":"Out"}} -->{inner}<!-- /wp:navigation-link -->')
    assert '<li class=" wp-block-navigation-item has-child wp-block-navigation-link">' in drawn
    assert (
        f'<span class="wp-block-navigation__submenu-icon">{ARROW}</span><ul class="wp-block-navigation__submenu-'
        in drawn
    )


def test_font_size_of_the_navigation_reaches_its_links() -> None:
    assert "has-small-font-size wp-block-navigation-item" in menu(link('{"label":"x"}'), '{"fontSize":"small"}')
    large = menu(link('{"label":"x"}'), '{"style":{"typography":{"fontSize":"9px"}}}')
    assert '<li style="font-size: 9px;" class=" wp-block-navigation-item' in large


def test_home_link() -> None:
    drawn = html('<!-- wp:home-link {"label":"\\u003ci\\u003eHome\\u003c/i\\u003e"} /-->', query={})
    assert drawn == (
        '<li class="wp-block-navigation-item current-menu-item wp-block-home-link"><a class="wp-block-home-link__content '
        'wp-block-navigation-item__content" href="http://example.test" rel="home" aria-current="page"><i>Home</i></a></li>'
    )
    assert ">Home</a></li>" in html("<!-- wp:home-link /-->", query={"page_id": 2})
    assert "current" not in html("<!-- wp:home-link /-->", query={"page_id": 2})


# ------------------------------------------------------------------------------------------------------- submenus

SUBMENU = '<!-- wp:navigation-submenu {"label":"More"%s} -->%s<!-- /wp:navigation-submenu -->'


def test_submenu_with_a_button_beside_its_link() -> None:
    drawn = menu(SUBMENU % (',"url":"/m"', link('{"label":"x"}')))
    assert 'class="wp-block-navigation-item has-child open-on-hover-click wp-block-navigation-submenu">' in drawn
    assert '<a class="wp-block-navigation-item__content" href="/m"><span' in drawn
    assert 'aria-label="More submenu"' in drawn
    assert 'data-wp-on--click="actions.toggleMenuOnClick"' in drawn
    assert 'data-wp-on--mouseenter="actions.openMenuOnHover"' in drawn


def test_submenu_that_opens_on_click_is_a_button() -> None:
    drawn = menu(SUBMENU % (',"url":"/m"', link('{"label":"x"}')), '{"overlayMenu":"never","openSubmenusOnClick":true}')
    assert "/m" not in drawn
    assert 'class="wp-block-navigation-item__content wp-block-navigation-submenu__toggle"' in drawn
    assert "openMenuOnHover" not in drawn


def test_submenu_around_the_page_itself() -> None:
    here = link('{"label":"x","kind":"post-type","type":"page","id":2}')
    assert "current-menu-ancestor" in menu(SUBMENU % ("", here), query={"page_id": 2})
    assert "current-menu-ancestor" not in menu(SUBMENU % ("", here), query={"page_id": 4})


def test_submenus_have_the_colours_of_the_overlay() -> None:
    drawn = menu(SUBMENU % ("", link('{"label":"x"}')), '{"overlayMenu":"never","overlayBackgroundColor":"contrast"}')
    assert "submenu-container has-background has-contrast-background-color wp-block-navigation-submenu" in drawn


def test_submenus_after_the_first_have_colours_themselves() -> None:
    first, second = html((SUBMENU % (',"textColor":"base"', link('{"label":"x"}'))) * 2).split("</ul></li>")[:2]
    item = '<li class="wp-block-navigation-item has-child wp-block-navigation-submenu'
    assert first.startswith(f'{item}">')
    assert second.startswith(f'{item} has-text-color has-base-color">')


def test_what_is_in_submenus_is_rendered_more_than_once() -> None:
    link_color = ',"style":{"elements":{"link":{"color":{"text":"red"}}}}'
    inner = link(f'{{"label":"y"{link_color}}}') + "<!-- wp:search /-->"
    submenu = SUBMENU % (',"layout":{"type":"flex"}', inner)
    first = ".wp-elements-d036c3800bbebb65a7e4204d37ddb15a"
    assert 'id="wp-block-search__input-2"' in html(submenu)
    assert converted(submenu).css.startswith(first)
    # The filters on its data see the link once more, and what they saw before of the block around it.
    again = converted(f"<!-- wp:navigation -->{submenu}<!-- /wp:navigation -->")
    assert f"{first[1:]} wp-elements-d8db6a351f329cc84c32e0dddd7fa063 " in again.output
    assert again.css.count("color:red") == 2


# ------------------------------------------------------------------------------------------- where items come from


def test_menu_of_another_post() -> None:
    drawn = html('<!-- wp:navigation {"ref":9,"overlayMenu":"never"} /-->', [MENU])
    assert 'aria-label="Main"' in drawn
    assert drawn.count("<li ") == 2


def test_menus_of_one_name_are_numbered() -> None:
    drawn = html('<!-- wp:navigation {"ref":9} /-->' * 2, [MENU])
    assert 'aria-label="Main"' in drawn
    assert 'aria-label="Main 2"' in drawn


def test_missing_menu_is_reported() -> None:
    result = converted('<!-- wp:navigation {"ref":77} /-->')
    assert "wp-block-navigation__responsive-container-content" in result.output
    assert [problem.code for problem in result.problems] == ["missing-reference"]
    assert "no-data" in [one.code for one in converted('<!-- wp:navigation {"ref":77} /-->', no_site=True).problems]


def test_menu_that_was_published_last_stands_in() -> None:
    older = SitePost(id=8, type="wp_navigation", date="2020-01-01 00:00:00", content=link('{"label":"Old"}'))
    newer = SitePost(id=7, type="wp_navigation", date="2021-01-01 00:00:00", content=link('{"label":"New"}'))
    draft = SitePost(id=6, type="wp_navigation", date="2022-01-01 00:00:00", status="draft", content="x")
    for markup in ("<!-- wp:navigation /-->", '<!-- wp:navigation {"ref":6} /-->'):
        drawn = html(markup, [older, newer, draft])
        assert ">New<" in drawn
        assert ">Old<" not in drawn


def test_pages_stand_in_where_there_is_no_menu() -> None:
    assert "wp-block-page-list" in html("<!-- wp:navigation /-->")


def test_classic_menu_stands_in() -> None:
    def item(id: int, title: str, **meta: object) -> SitePost:
        said = {f"_menu_item_{name}": value for name, value in meta.items()}
        return SitePost(id=id, type="nav_menu_item", title=title, menu_order=id, meta=said, terms={"nav_menu": (31,)})

    posts = [
        *PAGES,
        item(21, "A & b", type="custom", object="custom", url="http://example.test/", classes=["own"], target="_blank"),
        item(22, "", type="post_type", object="page", object_id="4"),
        item(23, "Below", type="taxonomy", object="category", object_id="32", menu_item_parent="22"),
        item(24, "Gone", type="post_type", object="page", object_id="77"),
    ]
    terms = [Term(id=30, name="Other", taxonomy="nav_menu"), Term(id=31, name="Last", taxonomy="nav_menu"), Term(id=32)]
    site = MemorySite(options={"home": "http://example.test"}, posts=posts, terms=terms)
    drawn = blocks.convert("<!-- wp:navigation /-->", to="html", site=site).output
    # WordPress stores what the menu says without the backslashes of its escapes.
    assert ">A u0026 b</span>" in drawn
    assert "own menu-item menu-item-type-custom menu-item-object-custom menu-item-home" in drawn
    assert 'href="http://example.test/?page_id=4"' in drawn
    assert 'aria-label="#4 (no title) submenu"' in drawn
    assert drawn.index("submenu-container") < drawn.index(">Below</span>")
    assert "Gone" not in drawn


def test_menu_in_a_menu_is_nothing() -> None:
    inner = SUBMENU % ("", "<!-- wp:navigation /-->")
    assert menu(inner) == ""
    assert html('<!-- wp:navigation {"ref":9} /-->', [SitePost(id=9, content="<!-- wp:navigation /-->")]) == ""


def test_items_that_are_no_list_items_stand_between_lists() -> None:
    one = link('{"label":"x"}')
    drawn = menu(f"{one}<!-- wp:paragraph --><p>p</p><!-- /wp:paragraph -->{one}")
    assert drawn.count("<ul ") == 2
    assert "</ul><p>p</p><ul " in drawn


def test_site_title_becomes_a_list_item() -> None:
    posts = MemorySite(options={"home": "http://example.test", "blogname": "Name"})
    markup = '<!-- wp:navigation {"overlayMenu":"never"} --><!-- wp:site-title /--><!-- /wp:navigation -->'
    assert '<li class="wp-block-navigation-item"><h1 ' in blocks.convert(markup, to="html", site=posts).output


# ---------------------------------------------------------------------------------------------------- the overlay


def test_overlay() -> None:
    drawn = menu(link('{"label":"x"}'), '{"overlayMenu":"always","icon":"menu","customOverlayTextColor":"#123"}')
    assert 'data-wp-interactive="core/navigation"' in drawn
    assert "responsive-container-open always-shown" in drawn
    assert "responsive-container hidden-by-default has-text-color" in drawn
    assert 'style="color: #123"' in drawn
    assert 'id="modal-1-content"' in drawn
    assert "M5 5v1.5h14V5H5z" in drawn
    assert ">Menu</button>" in menu(link('{"label":"x"}'), '{"hasIcon":false}')


def test_classes_of_a_menu() -> None:
    drawn = menu(
        link('{"label":"x"}'),
        '{"overlayMenu":"never","textColor":"base","rgbBackgroundColor":"red","layout":{"type":"flex","justifyContent":'
        '"right","orientation":"vertical","flexWrap":"nowrap"},"style":{"typography":{"textDecoration":"underline"}}}',
    )
    classes = (
        "has-text-color has-base-color has-background items-justified-right is-vertical no-wrap has-text-decoration-"
    )
    assert classes in drawn
    assert "background-color: red;" in drawn


def test_presets_of_old_menus() -> None:
    preset = (
        '{"overlayMenu":"never","style":{"typography":{"textDecoration":"var:preset|text-decoration|strikethrough"}}}'
    )
    assert "has-text-decoration-line-through" in menu(link('{"label":"x"}'), preset)


# ----------------------------------------------------------------------------------------------------------- pages


def test_list_of_pages() -> None:
    item = '<li class="wp-block-pages-list__item%s"><a class="wp-block-pages-list__item__link" href="%s"%s>%s</a>'
    below = '<ul class="wp-block-navigation__submenu-container">'
    at = "http://example.test/?page_id="
    assert html("<!-- wp:page-list /-->", query={"page_id": 3}) == (
        '<ul class="wp-block-page-list">'
        + item % (" current-menu-ancestor has-child", at + "2", "", "About <b>us</b>")
        + below
        + item % (" current-menu-item has-child ", at + "3", ' aria-current="page"', "Team")
        + below
        + item % (" ", at + "6", "", "Deeper")
        + "</li></ul></li></ul></li>"
        + item % ("", at + "4", "", "(no title)")
        + "</li></ul>"
    )


@pytest.mark.parametrize(
    ("attributes", "titles"),
    [
        ('{"parentPageID":2}', ["Team", "Deeper"]),
        ('{"parentPageID":"3"}', ["Deeper"]),
        ('{"parentPageID":6}', []),
        ('{"parentPageID":"0"}', []),
        ('{"parentPageID":[]}', ["About", "Team", "Deeper", "(no title)"]),
    ],
)
def test_pages_below_a_page(attributes: str, titles: list[str]) -> None:
    drawn = html(f"<!-- wp:page-list {attributes} /-->")
    assert [title for title in ("About", "Team", "Deeper", "(no title)") if f">{title}" in drawn] == titles


def test_pages_in_another_list() -> None:
    assert html('<!-- wp:page-list {"isNested":true} /-->').startswith(
        '<li class="wp-block-pages-list__item has-child ">'
    )


def test_pages_in_a_menu() -> None:
    drawn = menu(
        "<!-- wp:page-list /-->", '{"overlayMenu":"never","customOverlayTextColor":"red","textColor":"darkRed"}'
    )
    assert '<ul class="has-text-color has-dark-red-color wp-block-page-list">' in drawn
    assert 'wp-block-navigation-item open-on-hover-click has-text-color" style="color: red;"' in drawn
    assert 'aria-label="About us submenu"' in drawn
    on_click = menu("<!-- wp:page-list /-->", '{"overlayMenu":"never","openSubmenusOnClick":true}')
    assert 'submenu__toggle" >About &lt;b&gt;us&lt;/b&gt;</button>' in on_click


def test_pages_without_a_site_are_reported() -> None:
    assert "no-data" in [one.code for one in converted("<!-- wp:page-list /-->", no_site=True).problems]


# ------------------------------------------------------------------------------------------------------------ odd


@pytest.mark.parametrize("name", ["navigation", "navigation-link", "navigation-submenu", "home-link", "page-list"])
@pytest.mark.parametrize("value", ["null", "true", "1.5", '"x"', "[]", '["a"]', '{"a":{"b":[1]}}', "-1e99"])
def test_values_of_any_kind(name: str, value: str) -> None:
    keys: tuple[str, ...] = (
        "label",
        "id",
        "url",
        "kind",
        "style",
        "layout",
        "ref",
        "rel",
        "title",
        "description",
        "showSubmenuIcon",
    )
    keys += ("textColor", "customTextColor", "fontSize", "parentPageID", "isNested", "overlayMenu", "className")
    said = ",".join(f'"{key}":{value}' for key in keys)
    inner = link('{"label":"y"}')
    html(f"<!-- wp:{name} {{{said}}} -->{inner}<!-- /wp:{name} -->")
    html(
        f'<!-- wp:{name} {{"label":"z","style":{{"color":{value},"typography":{value}}}}} -->{inner}<!-- /wp:{name} -->'
    )


def test_submenus_deep_in_each_other_take_no_longer_than_they_may() -> None:
    depth = 60
    start = perf_counter()
    result = converted(
        '<!-- wp:navigation-submenu {"label":"x"} -->' * depth + "<!-- /wp:navigation-submenu -->" * depth
    )
    assert perf_counter() - start < 20
    assert [problem.code for problem in result.problems] == ["render-limit"]


def test_pages_deep_below_each_other() -> None:
    pages = [SitePost(id=number, type="page", title="p", parent=number - 1) for number in range(1, 3000)]
    assert html("<!-- wp:page-list /-->", pages).count("<li ") == len(pages)
