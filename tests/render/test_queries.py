"""What the server draws of queries: posts, pagination, titles, totals, and terms."""

from __future__ import annotations

from typing import Any

import pytest

from blocks.site import MemorySite, RenderContext, SitePost, Term
from blocks.site.pagination import link_text, page_links, pagenum_link
from tests.render.posts import NOW, drawn, html, site

HOME = "http://example.test"
TITLE = drawn("post-title")
NUMBERS = drawn("query-pagination-numbers")


def query(inner: str, /, id: Any = 1, enhancedPagination: bool = False, **said: Any) -> str:  # noqa: N803 - as saved
    attributes: dict[str, Any] = {"queryId": id, "query": {"perPage": 2, **said}}
    if enhancedPagination:
        attributes["enhancedPagination"] = True
    return drawn("query", f"<div>{inner}</div>", **attributes)


def titles(markup: str, **request: Any) -> list[str]:
    """The titles of the posts that are drawn."""
    return [part.partition("</h2>")[0] for part in html(markup, **request).split('post-title">')[1:]]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"perPage": 3}, ["Protected: Locked", "Two <i>x</i>"]),
        ({"perPage": 10, "order": "asc"}, ["One", "Two <i>x</i>", "Protected: Locked"]),
        ({"perPage": "1", "offset": 2}, ["Two <i>x</i>"]),
        ({"perPage": 10, "orderBy": "title", "order": "asc"}, ["Protected: Locked", "One", "Two <i>x</i>"]),
        ({"taxQuery": {"category": [3]}}, ["One"]),
        ({"categoryIds": [3]}, ["One"]),
        ({"exclude": [4, "2"], "perPage": 5}, ["One"]),
        ({"author": "8,9"}, []),
        ({"postType": "page"}, ["Page"]),
        ({"postType": "nope", "search": "tide"}, ["One"]),
        ({"sticky": "only"}, []),
    ],
)
def test_which_posts_a_query_shows(said: dict[str, Any], expected: list[str]) -> None:
    assert titles(query(drawn("post-template", TITLE), **said)) == expected


def test_each_post_is_an_item_with_classes() -> None:
    markup = query(drawn("post-template", "x"), taxQuery={"category": [3]}, enhancedPagination=True)
    assert html(markup).split("<ul")[1] == (
        ' class="wp-block-post-template is-layout-flow wp-block-post-template-is-layout-flow">'
        '<li data-wp-key="post-template-item-1" class="wp-block-post post-1 post type-post status-publish '
        'format-standard hentry category-anchors category-boats">x</li></ul></div>'
    )


def test_a_loop_restores_the_post_around_it() -> None:
    assert titles(TITLE + query(drawn("post-template", TITLE), offset=2, perPage=1) + TITLE, post=1) == [
        "One", "Two <i>x</i>", "One",
    ]  # fmt: skip


def test_what_a_query_finds_nothing_for() -> None:
    none = drawn("query-no-results", "<p>None</p>")
    assert '<div class="wp-block-query-no-results"><p>None</p></div>' in html(query(none, search="zzz"))
    assert "None" not in html(query(none))


def pages(inner: str, /, get: dict[str, Any] | None = None, arrow: str = "none", **said: Any) -> str:
    """The pagination of a query with five posts, two a page."""
    markup = query(drawn("query-pagination", inner, paginationArrow=arrow), **said)
    found = html(markup, get=get or {}, on=MemorySite(options={"home": HOME}, posts=FIVE))
    return found.partition("<nav")[2].partition(">")[2].partition("</nav>")[0]


FIVE = [SitePost(id=id, title=str(id), date=f"2025-01-0{id} 00:00:00") for id in range(1, 6)]
CURRENT = '<span aria-current="page" class="page-numbers current">'


def test_the_numbers_of_pages() -> None:
    assert pages(NUMBERS) == (
        f'<div class="wp-block-query-pagination-numbers">{CURRENT}1</span>\n'
        '<a class="page-numbers" href="?query-1-page=2">2</a>\n<a class="page-numbers" href="?query-1-page=3">3</a></div>'
    )
    assert pages(NUMBERS, get={"query-1-page": "2", "a": "b c"}) == (
        '<div class="wp-block-query-pagination-numbers"><a class="page-numbers" href="?cst&#038;a=b+c">1</a>\n'
        f'{CURRENT}2</span>\n<a class="page-numbers" href="?query-1-page=3&#038;cst&#038;a=b+c">3</a></div>'
    )
    assert pages(NUMBERS, pages=1) == ""
    assert "dots" in pages(drawn("query-pagination-numbers", midSize=0), get={"query-1-page": "5"}, perPage=1)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("A & B &amp; &#1; &", "A &#038; B &amp; &#1; &"),
        ("&a\u017f;", "&#038;a\u017f;"),  # no letter of ASCII, though it is an s in another case
        ("&\u00e9b;", "&#038;\u00e9b;"),
        ("a&&b;", "a&&#038;b;"),
    ],
)
def test_the_loose_ampersands_of_a_label(label: str, expected: str) -> None:
    assert link_text(label) == expected


def test_the_links_to_the_pages_beside_this_one() -> None:
    both = drawn("query-pagination-previous") + drawn("query-pagination-next", label="On & on")
    assert pages(both) == ('<a href="/?query-1-page=2" class="wp-block-query-pagination-next">On &amp; on</a>')
    assert pages(both, get={"query-1-page": "2"}, arrow="chevron") == (
        '<a href="/?query-1-page=1" class="wp-block-query-pagination-previous">'
        "<span class='wp-block-query-pagination-previous-arrow is-arrow-chevron' aria-hidden='true'>«</span>"
        "Previous Page</a>"
        '<a href="/?query-1-page=3" class="wp-block-query-pagination-next">On &amp; on'
        "<span class='wp-block-query-pagination-next-arrow is-arrow-chevron' aria-hidden='true'>»</span></a>"
    )
    assert pages(both, get={"query-1-page": "3"}).count("<a ") == 1
    assert pages(both, pages=1) == ""


def test_links_of_queries_that_the_browser_draws_anew() -> None:
    found = pages(NUMBERS + drawn("query-pagination-next"), enhancedPagination=True)
    assert 'data-wp-key="index-0" aria-current="page"' in found
    assert 'data-wp-key="index-1" data-wp-on--click="core/query::actions.navigate" class="page-numbers"' in found
    assert 'data-wp-key="query-pagination-next"' in found


def test_the_pages_of_the_main_query() -> None:
    markup = query(
        drawn("query-pagination", drawn("query-pagination-previous") + NUMBERS + drawn("query-pagination-next")),
        inherit=True,
    )
    on = MemorySite(options={"home": HOME, "posts_per_page": "2"}, posts=FIVE)
    found = html(markup, on=on, query={"paged": 2})
    assert f'<a href="{HOME}/" class="wp-block-query-pagination-previous">Previous Page</a>' in found
    assert f'<a href="{HOME}/?paged=3" class="wp-block-query-pagination-next">Next Page</a>' in found
    assert f'<a class="page-numbers" href="{HOME}/">1</a>\n{CURRENT}2</span>' in found


@pytest.mark.parametrize(
    ("structure", "uri", "expected"),
    [
        ("", "/?paged=2&a=b", f"{HOME}/?a=b&#038;paged=3"),
        ("/%postname%/", "/page/2/?a=b", f"{HOME}/page/3/?a=b"),
        ("/%postname%", "/category/x/page/2", f"{HOME}/category/x/page/3"),
        ("/index.php/%postname%/", "/index.php/page/2/", f"{HOME}/index.php/page/3/"),
        ("/%postname%/", "//evil.test/", f"{HOME}/evil.test/page/3/"),
    ],
)
def test_addresses_of_pages(structure: str, uri: str, expected: str) -> None:
    assert pagenum_link(site(permalink_structure=structure), RenderContext(uri=uri, now=NOW), 3) == expected


def test_a_site_in_a_folder_has_its_pages_there() -> None:
    on = MemorySite(options={"home": f"{HOME}/blog", "permalink_structure": "/%postname%/"})
    context = RenderContext(uri="/blog/page/2/", now=NOW)
    assert pagenum_link(on, context, 3) == f"{HOME}/blog/page/3/"
    assert f'href="{HOME}/blog/page/3/"' in page_links(on, context, total=3, current=2)


@pytest.mark.parametrize(
    ("request_query", "attributes", "expected"),
    [
        ({"cat": 2}, {"type": "archive"}, "<h1>Category: <span>Boats</span></h1>"),
        ({"cat": 2}, {"type": "archive", "showPrefix": False, "level": 0}, "<p>Boats</p>"),
        ({"author": 7}, {"type": "archive"}, "<h1>Author: <span>Ada</span></h1>"),
        ({"year": 2025, "monthnum": 3}, {"type": "archive", "level": 2}, "<h2>Month: <span>March 2025</span></h2>"),
        ({"s": 'a "b"'}, {"type": "search"}, '<h1>Search results for: "a &quot;b&quot;"</h1>'),
        ({"s": "a"}, {"type": "search", "showSearchTerm": False}, "<h1>Search results</h1>"),
        ({"p": 1}, {"type": "post-type"}, '<h1>Post Type: "Post"</h1>'),
        ({"s": "a"}, {"type": "archive"}, ""),
        ({"cat": 2}, {}, ""),
    ],
)
def test_titles_of_queries(request_query: dict[str, Any], attributes: dict[str, Any], expected: str) -> None:
    found = html(drawn("query-title", **attributes), query=request_query, loop=True)
    assert found.replace(' class="wp-block-query-title"', "") == expected


def test_totals_of_queries() -> None:
    ranged = drawn("query-total", displayType="range-display")
    assert ">4 results found<" in html(query(drawn("query-total")))
    assert ">Displaying 3 – 4 of 4<" in html(query(ranged), get={"query-1-page": "2"})
    assert ">Displaying 1 of 1<" in html(query(ranged, search="tide"))
    assert ">0 results found<" in html(query(drawn("query-total"), search="zzz"))


def terms(inner: str, **said: Any) -> str:
    asked = {"perPage": 10, "taxonomy": "category", "order": "asc", "orderBy": "name", "hideEmpty": True, **said}
    return html(drawn("terms-query", drawn("term-template", inner), termQuery=asked))


def test_terms_of_a_query() -> None:
    both = drawn("term-name", isLink=True) + drawn("term-count", bracketType="curly")
    assert terms(both).partition('flow">')[2] == (
        '<li class="wp-block-term term-2 category taxonomy-category"><p class="wp-block-term-name">'
        f'<a href="{HOME}/?cat=2">Boats</a></p><div class="wp-block-term-count">{{2}}</div></li></ul>'
    )
    assert terms(drawn("term-name", level=3), showNested=True, order="desc").count("<h3 ") == 2
    assert "Empty" in terms(drawn("term-name"), hideEmpty=False)
    assert terms(drawn("term-name"), include=[3]).count("<li") == 1
    assert terms(drawn("term-name"), taxonomy="nope") == ""


def test_the_term_of_the_page() -> None:
    about: dict[str, Any] = {"query": {"cat": 2}}
    assert html(drawn("term-name"), **about) == '<p class="wp-block-term-name">Boats</p>'
    assert html(drawn("term-description", textAlign="left"), **about) == (
        '<div class="has-text-align-left wp-block-term-description"><p>All that <b>floats</b></p>\n</div>'
    )
    assert html(drawn("term-name"), query={"p": 1}) == ""


def test_terms_can_be_asked_of_all_taxonomies_and_come_backwards_by_default() -> None:
    from blocks.site.terms import get_terms

    on = MemorySite(terms=[Term(id=1, name="a"), Term(id=2, name="b", taxonomy="post_tag")])
    asked = {"taxonomy": None, "hide_empty": False}
    assert [term.id for term in get_terms(on, asked)] == [1, 2]
    assert [term.id for term in get_terms(on, {**asked, "order": ""})] == [2, 1]


@pytest.mark.parametrize("value", [None, True, -1, 2.5, "", [], {"a": []}, "<script>", ["x"], "1e99"])
def test_no_value_of_a_query_raises(value: Any) -> None:
    inner = drawn("post-template", TITLE) + drawn("query-pagination", NUMBERS) + drawn("query-total")
    for key in ("perPage", "pages", "offset", "postType", "order", "orderBy", "author", "search", "exclude", "sticky",
                "inherit", "taxQuery", "categoryIds", "parents", "format"):  # fmt: skip
        assert "<script" not in html(query(inner, **{"postType": "page", key: value}))
    for key in ("perPage", "taxonomy", "order", "orderBy", "include", "hideEmpty", "showNested", "inherit"):
        assert "<script" not in terms(drawn("term-name"), **{key: value})
