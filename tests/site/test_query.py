"""Queries of posts: what is found, in which order, and which page it is."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest

from blocks.site import MemorySite, RenderContext, SitePost, Term, User
from blocks.site.query import current_post, get_posts, main_query, run
from tests.corpus import answer, shared


def post(id: int, title: str, day: int, **more: Any) -> SitePost:
    return SitePost(id=id, title=title, name=title.lower(), date=f"2024-03-{day:02} 10:00:00", **{"author": 1, **more})


SITE = MemorySite(
    options={"posts_per_page": "2", "sticky_posts": [3]},
    posts=[
        post(1, "Anchor", 1, terms={"category": (10,), "post_tag": (20,)}),
        post(2, "bell", 2, terms={"category": (11,)}, author=2),
        post(3, "Cable", 3, terms={"category": (11,), "post_tag": (20, 21)}, content="an anchor chain"),
        post(4, "Deck", 4, status="private", author=2),
        post(5, "Engine", 5, status="draft"),
        post(6, "Flag", 6, password="x", terms={"category": (10,)}),
        post(7, "Gull", 7, meta={"size": "9"}),
        SitePost(id=8, type="page", title="Crew", name="crew", date="2024-01-01 00:00:00"),
        SitePost(id=9, type="page", title="Cook", name="cook", parent=8, date="2024-01-02 00:00:00"),
        SitePost(id=12, type="attachment", status="inherit", title="Photo", name="photo", mime="image/png"),
    ],
    terms=[
        Term(id=10, name="Gear", slug="gear"),
        Term(id=11, name="Small gear", slug="small-gear", parent=10),
        Term(id=20, name="Iron", slug="iron", taxonomy="post_tag"),
        Term(id=21, name="Loud", slug="loud", taxonomy="post_tag"),
    ],
    users=[User(id=1, nicename="ann"), User(id=2, nicename="bob")],
)
STAY = {"ignore_sticky_posts": True, "posts_per_page": -1}


def found(user: int = 0, **query: Any) -> list[int]:
    return [one.id for one in run(SITE, {**STAY, **query}, user).posts]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({}, [7, 6, 3, 2, 1]),
        ({"order": "ASC"}, [1, 2, 3, 6, 7]),
        ({"orderby": "title", "order": "asc"}, [1, 2, 3, 6, 7]),
        ({"orderby": {"author": "DESC", "title": "ASC"}}, [2, 1, 3, 6, 7]),
        ({"orderby": "no such order"}, [7, 6, 3, 2, 1]),
        ({"orderby": ["x"], "order": {}}, [1, 3, 6, 7, 2]),
        ({"category_name": "gear"}, [6, 3, 2, 1]),
        ({"category_name": "gear,nothing"}, [6, 3, 2, 1]),
        ({"category__in": [10]}, [6, 1]),
        ({"cat": "10,-11"}, [6, 1]),
        ({"category__not_in": [11]}, [7, 6, 1]),
        ({"tag": "iron"}, [3, 1]),
        ({"tag": "iron+loud"}, [3]),
        ({"tag": "iron,loud"}, [3, 1]),
        ({"tag_id": 21}, [3]),
        ({"tag": "nothing"}, []),
        ({"tax_query": [{"taxonomy": "post_tag", "operator": "NOT EXISTS"}]}, [7, 6, 2]),
        ({"tax_query": [{"taxonomy": "unknown", "terms": [1]}]}, []),
        (
            {
                "tax_query": {
                    "relation": "OR",
                    "0": {"taxonomy": "post_tag", "terms": [21]},
                    "1": {"taxonomy": "category", "terms": ["small-gear"], "field": "slug"},
                }
            },
            [3, 2],
        ),
        ({"author": "2"}, [2]),
        ({"author": -2}, [7, 6, 3, 1]),
        ({"author__in": [1, 2], "author__not_in": []}, [7, 6, 3, 2, 1]),
        ({"author_name": "bob"}, [2]),
        ({"post__in": [1, 3], "orderby": "post__in"}, [1, 3]),
        ({"post__in": [3, 1], "orderby": "post__in"}, [3, 1]),
        ({"post__not_in": [7, "6"]}, [3, 2, 1]),
        ({"post__in": [0]}, []),
        ({"post_type": "page", "orderby": "ID"}, [9, 8]),
        ({"post_type": "page", "post_parent": 8}, [9]),
        ({"post_type": "page", "post_parent__in": [8]}, [9]),
        ({"post_type": ["page", "post"], "author": "0", "orderby": "ID"}, [9, 8, 7, 6, 3, 2, 1]),
        ({"post_type": "attachment"}, []),
        ({"post_type": "attachment", "post_status": "inherit", "post_mime_type": "image"}, [12]),
        ({"post_status": "draft"}, [5]),
        ({"post_status": "any"}, [7, 6, 5, 4, 3, 2, 1]),
        ({"monthnum": 3, "day": 2}, [2]),
        ({"m": "202403"}, [7, 6, 3, 2, 1]),
        ({"year": 2023}, []),
        ({"meta_key": "size"}, [7]),
        ({"offset": 1, "posts_per_page": 2}, [6, 3]),
        ({"posts_per_page": 2, "paged": 2}, [3, 2]),
        ({"s": "anchor"}, [1, 3]),
        ({"s": "anchor -chain"}, [1]),
        ({"s": "flag"}, []),
        ({"s": "the"}, []),
        ({"p": 2}, [2]),
        ({"p": 5}, []),
        ({"p": []}, [7, 6, 3, 2, 1]),
        ({"name": "bell"}, [2]),
        ({"pagename": "crew/cook"}, [9]),
        ({"pagename": "cook"}, []),
        ({"page_id": 8}, [8]),
        ({"attachment_id": 12}, [12]),
    ],
)
def test_what_a_query_finds(query: dict[str, Any], ids: list[int]) -> None:
    assert found(**query) == ids


def test_private_posts_are_for_those_who_may_read_them() -> None:
    assert 4 not in found()
    assert 4 in found(user=1)
    assert 4 in found(user=2)
    assert [one.id for one in run(SITE, {"p": 5}, user=1).posts] == [5]


def test_sticky_posts_come_first_on_the_first_page_of_the_home() -> None:
    assert [one.id for one in run(SITE, {}).posts] == [3, 7, 6]
    assert [one.id for one in run(SITE, {"paged": 2}).posts] == [3, 2]
    assert [one.id for one in run(SITE, {"post__not_in": [3]}).posts] == [7, 6]
    assert [one.id for one in run(SITE, {"category_name": "gear"}).posts] == [6, 3]


def test_counts_of_pages() -> None:
    query = run(SITE, {"paged": 2})
    assert (query.found_posts, query.max_num_pages) == (5, 3)
    query = run(SITE, {"paged": 9})
    assert (query.posts, query.found_posts, query.max_num_pages) == ([], 0, 0)


@pytest.mark.parametrize(
    ("query", "flags"),
    [
        ({}, "is_home"),
        ({"p": 1}, "is_single is_singular"),
        ({"page_id": 8}, "is_page is_singular"),
        ({"category_name": "gear"}, "is_archive is_category"),
        ({"tag": "iron"}, "is_archive is_tag"),
        ({"author": 1}, "is_archive is_author"),
        ({"author": 99}, "is_archive is_author"),
        ({"year": 2024}, "is_archive is_date is_year"),
        ({"year": 2024, "monthnum": 13}, "is_404"),
        ({"year": 2024, "monthnum": 2, "day": 31}, "is_404"),
        ({"s": "nothing at all"}, "is_search"),
        ({"p": 404}, "is_single is_singular"),
        ({"paged": 9}, "is_home is_paged"),
        ({"category_name": "no-such"}, "is_archive is_category"),
        ({"error": "404"}, "is_404"),
    ],
)
def test_which_page_it_is(query: dict[str, Any], flags: str) -> None:
    said = main_query(SITE, RenderContext(query=query)).flags
    assert " ".join(name for name in sorted(dir(said)) if name.startswith("is_") and getattr(said, name)) == flags


def test_the_queried_object() -> None:
    def about(**query: Any) -> object:
        return main_query(SITE, RenderContext(query=query)).queried_object

    assert about(category_name="gear") == SITE.terms[10]
    assert about(tag="iron") == SITE.terms[20]
    assert about(author=2) == SITE.users[2]
    assert about(pagename="crew/cook") == SITE.posts[9]
    assert about() is None


def test_a_page_in_front() -> None:
    site = MemorySite(
        options={"show_on_front": "page", "page_on_front": "8", "page_for_posts": "9"}, posts=SITE.posts.values()
    )
    front = main_query(site, RenderContext(query={}))
    assert (front.flags.is_page, front.flags.is_home, front.is_front_page) == (True, False, True)
    assert [one.id for one in front.posts] == [8]
    blog = main_query(site, RenderContext(query={"page_id": 9}))
    assert (blog.flags.is_home, blog.flags.is_posts_page, blog.is_front_page) == (True, True, False)
    assert blog.queried_object == site.posts[9]
    assert [one.id for one in blog.posts] == [7, 6, 3, 2, 1]


def test_get_posts_leaves_sticky_ones_where_they_are() -> None:
    assert [one.id for one in get_posts(SITE)] == [7, 6, 3, 2, 1]
    assert [one.id for one in get_posts(SITE, {"numberposts": 1, "post_type": "attachment"})] == [12]


def test_the_current_post() -> None:
    for context, expected in (
        (RenderContext(), None),
        (RenderContext(post=2), 2),
        (RenderContext(query={"p": 1}, loop=True), 1),
        (RenderContext(post=999), None),
    ):
        one = current_post(SITE, context, main_query(SITE, context))
        assert (one.id if one else None) == expected


def test_hostile_values_raise_nothing() -> None:
    names = [
        "p",
        "page_id",
        "paged",
        "s",
        "tag",
        "cat",
        "author",
        "orderby",
        "order",
        "post_type",
        "tax_query",
        "offset",
        "posts_per_page",
        "post__in",
        "m",
        "w",
    ]
    nested: Any = {"terms": [1], "taxonomy": "category"}
    for _ in range(300):
        nested = [nested]
    values: list[Any] = [{"a": [1]}, [None, []], None, True, -1, 1e99, "\udc80", "x" * 3000, nested]
    for value in values:
        for name in names:
            run(SITE, {name: value})


def test_the_lists_of_the_corpus() -> None:
    """What every page of the corpus that inherits its query shows, in order."""
    site = MemorySite.from_json(shared("conformance", "registry", "site.json"))
    seen = 0
    for path in sorted(shared("conformance").rglob("*.context.json")):
        wanted = json.loads(path.read_bytes())
        source = path.with_name(path.name.replace(".context.json", ".html"))
        if (
            "query" not in wanted
            or '"inherit":true' not in source.read_text()
            or "post-template" not in source.read_text()
        ):
            continue
        shown = re.findall(r'<li class="wp-block-post post-(\d+)', answer(source, "rendered.html").read_text())
        query = main_query(site, RenderContext.from_json(path, now=datetime(2026, 2, 15, 12, tzinfo=UTC)))
        if query.flags.is_singular:
            continue
        assert [str(one.id) for one in query.posts] == shown[: len(query.posts)], path
        seen += 1
    assert seen >= 10
