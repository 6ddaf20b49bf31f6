"""Posts of the REST API: every fact of an item, and every way in which answers are saved."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import blocks
from blocks.sources import Author, Media, MediaSize, SourceProblem, Term, read
from tests.sources.streams import stream

ITEM: dict[str, Any] = {
    "id": 7,
    "date": "2026-02-15T14:00:00",
    "date_gmt": "2026-02-15T12:00:00",
    "modified": "2026-02-16T09:30:00",
    "modified_gmt": "2026-02-16T07:30:00",
    "slug": "tides",
    "status": "publish",
    "type": "post",
    "link": "https://example.com/tides/",
    "title": {"rendered": "Tides &amp; <em>moons</em> &#8211; a primer"},
    "content": {"rendered": "\n<p>Twice a day.</p>\n", "protected": False},
    "excerpt": {"rendered": "<p>Twice&hellip;</p>\n", "protected": False},
    "author": 3,
    "featured_media": 9,
    "parent": 0,
    "menu_order": 2,
    "comment_status": "open",
    "ping_status": "closed",
    "sticky": False,
    "template": "",
    "format": "standard",
    "meta": {"footnotes": '[{"id":"a","content":"x"}]', "mood": "calm"},
    "categories": [4],
    "tags": [],
    "genre": [11, 12],
    "_links": {
        "wp:term": [
            {"taxonomy": "category", "href": "https://example.com/wp-json/wp/v2/categories?post=7"},
            {"taxonomy": "book_genre", "href": "https://example.com/wp-json/wp/v2/genre?post=7"},
        ]
    },
}
EMBEDDED = {
    "author": [{"id": 3, "name": "Jo &amp; Co", "slug": "jo", "link": "https://example.com/author/jo/"}],
    "wp:featuredmedia": [
        {
            "id": 9,
            "source_url": "https://example.com/moon.jpg",
            "alt_text": "The &quot;moon&quot;",
            "caption": {"rendered": "<p>At <b>night</b></p>"},
            "title": {"rendered": "moon"},
            "mime_type": "image/jpeg",
            "media_type": "image",
            "media_details": {
                "width": 1200,
                "height": 800,
                "sizes": {
                    "thumbnail": {
                        "width": "150",
                        "height": 150,
                        "mime_type": "image/jpeg",
                        "source_url": "https://example.com/moon-150x150.jpg",
                    },
                    "broken": "x",
                },
            },
        }
    ],
    "wp:term": [
        [{"id": 4, "name": "Sea &amp; sky", "slug": "sea", "taxonomy": "category", "link": "https://example.com/sea/"}],
        [{"code": "rest_forbidden", "message": "no", "data": {"status": 401}}],
    ],
}


def one(item: Any) -> blocks.Post:
    (post,) = read(json.dumps(item).encode(), "rest")
    return post


def test_every_fact_of_an_item_is_a_typed_field() -> None:
    post = one(ITEM)
    assert post.origin == "rendered"
    assert (post.id, post.type, post.status, post.slug) == (7, "post", "publish", "tides")
    assert (post.title, post.excerpt) == ("Tides & moons – a primer", "Twice…")
    assert post.link == "https://example.com/tides/"
    assert (post.parent, post.menu_order, post.template, post.format, post.sticky) == (None, 2, None, "standard", False)
    assert (post.comment_status, post.ping_status) == ("open", "closed")
    assert post.meta["mood"] == "calm"
    assert post.footnotes == '[{"id":"a","content":"x"}]'
    assert post.author == Author(id=3)
    assert post.featured_media == Media(id=9)
    assert post.categories == (Term(id=4, taxonomy="category"),)
    assert post.tags == ()
    assert post.terms["book_genre"] == (Term(id=11, taxonomy="book_genre"), Term(id=12, taxonomy="book_genre"))


def test_what_is_embedded_is_known_in_full() -> None:
    post = one(ITEM | {"_embedded": EMBEDDED})
    assert post.author == Author(id=3, name="Jo & Co", slug="jo", link="https://example.com/author/jo/")
    assert post.categories == (
        Term(id=4, name="Sea & sky", slug="sea", taxonomy="category", link="https://example.com/sea/"),
    )
    assert post.featured_media == Media(
        id=9,
        url="https://example.com/moon.jpg",
        alt='The "moon"',
        caption="At night",
        title="moon",
        mime="image/jpeg",
        width=1200,
        height=800,
        sizes={
            "thumbnail": MediaSize(url="https://example.com/moon-150x150.jpg", width=150, height=150, mime="image/jpeg")
        },
    )
    assert post.media == (post.featured_media,)


def test_what_could_not_be_embedded_leaves_what_the_item_says() -> None:
    error = [{"code": "rest_user_invalid_id", "message": "Invalid user ID.", "data": {"status": 404}}]
    post = one(ITEM | {"_embedded": {"author": error, "wp:featuredmedia": error, "wp:term": "x"}})
    assert (post.author, post.featured_media, post.media) == (Author(id=3), Media(id=9), ())


@pytest.mark.parametrize("wrong", [None, [], "x", 1, 1.5, {"a": 1}, [[]], [{"id": "x"}], {"rendered": 7}])
def test_a_fact_of_another_type_is_not_known_and_nothing_raises(wrong: Any) -> None:
    for name in ITEM.keys() - {"content"}:
        post = one(ITEM | {name: wrong})
        assert post.content == "\n<p>Twice a day.</p>\n"
    post = one(ITEM | {"_embedded": dict.fromkeys(EMBEDDED, wrong)})
    assert post.id == 7


def test_dates_are_as_written_and_known_with_the_site_s_offset() -> None:
    post = one(ITEM)
    assert post.date == "2026-02-15T14:00:00"
    assert post.published == datetime(2026, 2, 15, 12, tzinfo=UTC)
    assert post.published is not None
    assert post.published.utcoffset() == timedelta(hours=2)
    assert post.updated == datetime(2026, 2, 16, 7, 30, tzinfo=UTC)
    local = blocks.Post("", date="2026-02-15 14:00:00")
    assert local.published == datetime(2026, 2, 15, 14)
    assert blocks.Post("", date_gmt="2026-02-15 12:00:00").published == datetime(2026, 2, 15, 12, tzinfo=UTC)
    for none in (None, "", "0000-00-00 00:00:00", "soon"):
        assert blocks.Post("", date=none, date_gmt=none).published is None


def test_raw_content_is_markup_or_that_of_a_classic_post() -> None:
    def origin(raw: str, **more: str) -> str:
        return one(ITEM | {"content": {"raw": raw, "rendered": "<p>x</p>"}} | more).origin

    assert origin("<!-- wp:more /-->") == "markup"
    assert origin("Twice a day.\n\n[gallery]") == "classic"
    assert origin("") == "markup"
    assert origin("<p>x</p>", type="wp_block") == "markup"


def test_a_template_has_the_id_of_its_post_and_its_slug() -> None:
    item = {
        "id": "acme//index",
        "wp_id": 0,
        "slug": "index",
        "type": "wp_template",
        "content": {"raw": "<!-- wp:post-content /-->", "block_version": 1},
        "title": {"raw": "Index", "rendered": "Index"},
        "status": "publish",
    }
    post = one(item)
    assert (post.id, post.slug, post.type, post.origin) == (None, "index", "wp_template", "markup")
    assert one(item | {"wp_id": 31}).id == 31


def test_posts_with_a_password_say_so() -> None:
    assert one(ITEM | {"content": {"rendered": "", "protected": True}}).password_protected
    assert one(ITEM | {"password": "secret"}).password_protected
    assert not one(ITEM | {"password": ""}).password_protected


@pytest.mark.parametrize(
    "pages",
    [
        "[{0},{0}]",
        "[{0}]\n[{0}]",
        "[{0}][{0}]",
        "[[{0}],[{0}]]",
        "[]\n[{0}]\n[{0}]\n[]",
        "{0}\n\n  {0}",
        '{{"body":[{0},{0}],"status":200,"headers":{{}}}}',
    ],
)
def test_pages_of_an_answer_are_one_stream_of_posts(pages: str) -> None:
    pretty = pages.format(json.dumps(ITEM, indent=4))
    assert [post.id for post in read(pretty.encode())] == [7, 7]
    assert [post.id for post in read(pretty.encode(), "rest")] == [7, 7]


@pytest.mark.parametrize("size", [1, 7, 4096])
def test_where_the_reads_of_a_stream_end_does_not_matter(size: int) -> None:
    items = [
        ITEM | {"id": id, "content": {"rendered": f"<p>Ünïcødé \\ “{id}” \U0001f30a</p>" * 40}} for id in range(1, 9)
    ]
    data = json.dumps(items, ensure_ascii=False).encode()
    posts = list(read(stream([data], size), "rest"))
    assert [post.id for post in posts] == list(range(1, 9))
    assert posts == list(read(data))


def test_posts_come_before_the_end_of_the_list_is_there() -> None:
    data = b"[" + b",".join([json.dumps(ITEM).encode()] * 2000)  # and no end
    posts = read(data, "rest")
    assert next(posts).id == 7
    with pytest.raises(blocks.SourceError, match=r"it ends in the middle, in line 1, behind 2,000 whole items"):
        list(posts)


def test_items_that_are_no_posts_are_named_for_what_they_are() -> None:
    others = [
        ({"id": 1, "media_type": "image", "source_url": "x"}, "an attachment"),
        ({"id": 1, "author_name": "x", "post": 7, "content": "x"}, "neither content.raw"),
        ({"id": 1, "author_name": "x", "post": 7}, "a comment"),
        ({"id": 1, "taxonomy": "category", "slug": "x"}, "a term"),
        ({"id": 1, "avatar_urls": {}, "name": "x"}, "a user"),
        ({"code": "rest_x", "message": "Not &amp; now.", "data": None}, r"the API answered: Not & now \(rest_x\)"),
        (None, "neither content.raw"),
        ("x", "neither content.raw"),
    ]
    told: list[SourceProblem] = []
    items = [item for item, _ in others]
    assert [post.id for post in read(json.dumps([*items, ITEM]).encode(), "rest", on_problem=told.append)] == [7]
    assert len(told) == len(others)
    for number, (problem, (item, reason)) in enumerate(zip(told, others, strict=True), 1):
        assert str(problem).startswith(f"item {number}")
        with pytest.raises(blocks.SourceError, match=reason):
            list(read(json.dumps(item).encode(), "rest"))
    assert told[0].id == 1


def test_a_post_is_a_value() -> None:
    post = one(ITEM | {"_embedded": EMBEDDED})
    assert hash(post) == hash(one(ITEM | {"_embedded": EMBEDDED}))
    assert pickle.loads(pickle.dumps(post)) == post
    with pytest.raises(AttributeError):
        post.title = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        blocks.Post("", "rendered")  # type: ignore[call-arg]  # all but the content is named
    assert str(post.source) == "item 1"


def test_a_record_of_a_post_is_read_back() -> None:
    post = one(ITEM | {"_embedded": EMBEDDED})
    line = json.dumps(post.to_json()).encode() + b"\n"
    assert list(read(line * 2)) == [post, post]
    assert list(read(line, "ndjson")) == [post]


def test_what_has_no_content_to_be_read_is_not_public() -> None:
    types = ("nav_menu_item", "custom_css", "wp_global_styles", "oembed_cache")
    assert not any(blocks.Post("", type=type, status="publish").is_public for type in types)
    assert all(blocks.Post("", type=type, status="publish").is_public for type in ("post", "wp_block", "book", None))
    assert not blocks.Post("", type="post", status="draft").is_public


@pytest.mark.parametrize(
    "post",
    [
        blocks.Post(b"<p>caf\xe9</p>"),
        blocks.Post("<p>caf\udce9</p>"),
        blocks.Post("", title="", excerpt="", menu_order=0, parent=0, id=0, sticky=False, password_protected=True),
        blocks.Post("", terms={"category": (), "post_tag": (Term(id=0, name="", taxonomy="post_tag"),)}),
        blocks.Post("", meta={"a": False, "b": None, "c": [], "d": {"e": 0, "f": ""}}),
        blocks.Post("", author=Author(name=""), featured_media=Media(), media=(Media(width=0, alt=""),)),
        blocks.Post("", media=(Media(sizes={"full": MediaSize(url="", width=0)}),), origin="classic"),
    ],
)
def test_a_record_is_read_back_as_the_same_post(post: blocks.Post) -> None:
    (back,) = read(json.dumps(post.to_json()).encode(), "ndjson")
    assert back == post
    assert type(back.content) is type(post.content)


def test_a_record_says_only_what_is_known() -> None:
    assert blocks.Post("x").to_json() == {"content": "x", "origin": "markup"}


def test_a_record_of_bytes_that_no_bytes_make_stays_text() -> None:
    (post,) = read(b'{"content": "\\ud800", "bytes": true}', "ndjson")
    assert post.content == "\ud800"


def test_an_empty_list_is_no_posts_and_fields_without_content_are_told() -> None:
    for data in (b"[]", b" [ ]\n", b"[]\n[]"):
        assert list(read(data)) == list(blocks.posts(data)) == []
    with pytest.raises(blocks.SourceError, match=r"item 1 .id 1.: .*`_fields`, where asked for, has to name content"):
        list(read(b'[{"id":1,"slug":"x","title":{"rendered":"X"}}]'))
    with pytest.raises(blocks.SourceError, match=r"line 1 .id 1.: .*`_fields`, where asked for, has to name content"):
        list(read(b'{"id":1,"slug":"x"}\n{"id":2,"slug":"y"}\n'))


def test_meta_of_any_depth_can_be_shown_and_written() -> None:
    deep: object = 1
    for _ in range(5_000):
        deep = [deep]
    post = blocks.Post("x", id=1, meta={"k": deep})
    assert repr(post).startswith("Post(")
    assert post.to_json()["meta"]["k"] is deep
