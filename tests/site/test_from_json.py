"""A site read from JSON, and what a wrong one says."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from blocks.errors import SourceError
from blocks.site import Comment, MemorySite, RenderContext
from blocks.site.index import index
from tests.corpus import shared

SMALL: dict[str, Any] = {
    "options": {"blogname": "Harbour"},
    "users": {"1": {"login": "ann", "nicename": "ann"}},
    "terms": {"5": {"name": "Boats", "slug": "boats", "taxonomy": "category", "count": 1}},
    "posts": {
        "20": {"type": "page", "title": "Child", "name": "child", "parent": "10"},
        "10": {"type": "page", "title": "Top", "name": "top", "terms": {"category": [5]}, "meta": []},
    },
    "comments": [{"id": 3, "post": 10, "content": "Ahoy"}],
    "feeds": {"http://a.test/feed": {"title": "A", "items": [{"title": "First"}]}},
    "themes": {"sea": {"parts": {"header": {"content": "<p>h</p>"}}, "patterns": {"sea/hero": "<p>x</p>"}}},
}


def test_everything_a_site_holds_is_read() -> None:
    site = MemorySite.from_json(SMALL)
    assert list(site.posts) == [10, 20]
    assert site.posts[20].parent == 10
    assert site.posts[10].terms == {"category": (5,)}
    assert site.posts[10].meta == {}
    assert site.options["blogname"] == "Harbour"
    assert site.options["posts_per_page"] == "10"
    assert site.options["siteurl"] == site.options["home"]
    assert site.users[1].login == "ann"
    assert site.comments[3].content == "Ahoy"
    assert site.feeds["http://a.test/feed"].items[0].title == "First"
    assert site.themes["sea"].parts["header"].content == "<p>h</p>"
    assert site.themes["sea"].patterns == {"sea/hero": "<p>x</p>"}


def test_lookups() -> None:
    found = index(MemorySite.from_json(SMALL))
    assert [post.id for post in found.children(10)] == [20]
    assert [post.id for post in found.with_term(5)] == [10]
    assert [post.id for post in found.posts_of("page")] == [10, 20]
    (top,), boats = found.named("page", "top"), found.term("category", "boats")
    assert top.id == 10
    assert boats is not None
    assert boats.id == 5
    assert not found.named("post", "top")
    assert [comment.id for comment in found.comments_of(10)] == [3]


def test_a_site_that_has_no_identity_is_refused() -> None:
    class Equal(MemorySite):
        __hash__ = None  # type: ignore[assignment]

    with pytest.raises(TypeError, match="Equal cannot be a site"):
        index(Equal())


def test_threads_have_a_top_and_a_depth() -> None:
    parents = {1: 0, 2: 1, 3: 2, 4: 99, 5: 4, 6: 7, 7: 6, 8: 7, 9: 9}
    site = MemorySite(comments=[Comment(id=id, parent=parent) for id, parent in parents.items()])
    found = {id: index(site).place(comment) for id, comment in reversed(list(site.comments.items()))}
    assert found == {
        1: (1, 1), 2: (1, 2), 3: (1, 3),
        4: (0, 2), 5: (0, 3),
        6: (0, 0), 7: (0, 0), 8: (0, 0), 9: (0, 0),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"post": {}}, "a site has no 'post': its tables are options, posts"),
        ({"posts": 3}, "posts is a number, where an object or a list is expected"),
        ({"posts": {"1": []}}, "posts['1'] is a list, where an object is expected"),
        ({"posts": {"x": {}}}, "posts['x'].id is a string ('x'), where a whole number is expected"),
        ({"posts": {"1": {"author": "ann"}}}, "posts['1'].author is a string ('ann'), where a whole number"),
        (
            {"posts": {"1": {"terms": {"category": 5}}}},
            "posts['1'].terms.category is a number (5), where a list of ids",
        ),
        ({"posts": {"1": {"title": {"raw": "x"}}}}, "posts['1'].title is an object, where a string is expected"),
        ({"posts": {"1": {"title": "\ud83d"}}}, "site['posts']['1']['title'] holds half a character, U+D83D"),
        ({"options": {"a": [{"\udc00": 1}]}}, "site['options']['a'][0] holds half a character, U+DC00"),
        ({"comments": [{"post": 1}]}, "comments[0] does not say its id"),
        ({"themes": [{"slug": ["a"]}]}, "themes[0].slug is a list, where a string or a number is expected"),
        ({"themes": {"sea": {"patterns": {"a": 1, "b": []}}}}, "themes['sea'].patterns['b'] is a list"),
    ],
)
def test_a_wrong_site_says_where(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(SourceError) as raised:
        MemorySite.from_json(wrong)
    assert message in str(raised.value)


def test_bytes_that_are_no_text_stay(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'{"options": {"blogname": "\xff\\ud83d\\ude00"}}')
    assert MemorySite.from_json(tmp_path / "a.json").options["blogname"] == "\udcff\U0001f600"


def test_a_file_that_is_no_json(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{")
    with pytest.raises(SourceError, match=r"a\.json is no site: it is not JSON"):
        MemorySite.from_json(tmp_path / "a.json")
    with pytest.raises(SourceError, match=r"b\.json cannot be read"):
        MemorySite.from_json(tmp_path / "b.json")


def test_the_corpus_site() -> None:
    site = MemorySite.from_json(shared("conformance", "registry", "site.json"))
    assert len(site.posts) == 202
    assert site.posts[9101].terms == {"category": (216, 217), "post_tag": (218, 219)}
    assert site.options["siteurl"] == "http://example.test"


def test_a_context_from_json() -> None:
    now = datetime(2026, 2, 15, 12, tzinfo=UTC)
    context = RenderContext.from_json({"query": {"p": 3}, "loop": True, "get": []}, now=now)
    assert (context.query, context.loop, context.get, context.now) == ({"p": 3}, True, {}, now)
    assert RenderContext.from_json({"now": "2020-01-01T00:00:00"}).now == datetime(2020, 1, 1, tzinfo=UTC)
    assert RenderContext().query is None


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"posts": 1}, "a render context has no 'posts'"),
        ({"loop": 1}, "context.loop is a number (1), where true or false is expected"),
        ({"now": "today"}, "context.now is a string, where a date"),
    ],
)
def test_a_wrong_context_says_where(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(SourceError) as raised:
        RenderContext.from_json(wrong)
    assert message in str(raised.value)


def test_a_time_without_zone_is_misuse() -> None:
    with pytest.raises(TypeError, match="no time zone"):
        RenderContext(now=datetime(2026, 1, 1))
