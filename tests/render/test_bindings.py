"""Attributes that are bound to a post's meta, its data, a term, a pattern, or a caller's own source."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

import blocks
from blocks.formatting.kses import wp_kses_post
from blocks.model.source import default_parser
from blocks.render.base import Context
from blocks.render.html.bindings import bound_attributes, replaced
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.templates import Templates
from blocks.site import MemorySite, RegisteredMeta, RenderContext, SitePost, Taxonomy, Term, User
from blocks.sources.post import Post
from blocks.theme import Theme

NOW = datetime(2026, 2, 15, 12, tzinfo=UTC)
META = {
    "text": 'A <b>bound</b> & <script>x</script>"',
    "count": 7,
    "list": ["x"],
    "url": "http://example.test/?a=1&b=2",
    "hidden": "hidden",
    "page_only": "for pages",
    "unknown": "unknown",
    "_private": "private",
    "\x01_private": "private, too",
    "footnotes": "[]",
}
POSTS = [
    SitePost(id=1, date="2026-01-02 03:04:05", modified="2026-01-03 00:00:00", author=3, meta=META),
    SitePost(id=2, password="x", meta=META),
    SitePost(id=3, status="private", author=3, meta=META),
    SitePost(id=4, status="draft", author=3, meta=META),
    SitePost(id=5, date="2026-01-02 03:04:05", modified="2026-01-02 03:04:05"),
    SitePost(id=6, type="page", meta=META),
]
REGISTERED = [
    *(RegisteredMeta(key=key) for key in ("text", "count", "list", "url", "_private", "\x01_private")),
    RegisteredMeta(key="hidden", show_in_rest=False),
    RegisteredMeta(key="page_only", post_type="page"),
    RegisteredMeta(key="with_default", default="the default"),
    RegisteredMeta(key="without"),
]
TERMS = [Term(id=8, name="Sea & Land", slug="sea", description="<i>d</i>", count=3), Term(id=9, taxonomy="secret")]


def site(**more: Any) -> MemorySite:
    said: dict[str, Any] = {"post_meta": REGISTERED, **more}
    return MemorySite(
        options={"home": "http://example.test"},
        posts=POSTS,
        terms=TERMS,
        users=[User(id=1), User(id=3, roles=("author",)), User(id=4)],
        taxonomies=[Taxonomy(name="secret", public=False)],
        **said,
    )


def bound(
    name: str, markup: str, said: Any, post: int = 1, *, user: int = 0, bindings: Mapping[str, Any] | None = None
) -> str:
    attributes = json.dumps({"metadata": {"bindings": said}})
    return blocks.convert(
        f"<!-- wp:{name} {attributes} -->{markup}<!-- /wp:{name} -->",
        to="html",
        site=site(),
        request=RenderContext(post=post, user=user, now=NOW),
        bindings=bindings,
    ).output


def meta(key: Any) -> dict[str, Any]:
    return {"source": "core/post-meta", "args": {"key": key}}


def of_meta(key: Any, post: int = 1, user: int = 0) -> str:
    return bound("paragraph", "<p>own</p>", {"content": meta(key)}, post, user=user)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("text", wp_kses_post(str(META["text"]))),
        ("count", "7"),
        ("without", ""),
        ("with_default", "the default"),
        ("footnotes", "[]"),
        *((key, "own") for key in ("hidden", "page_only", "unknown", "_private", "\x01_private", "list")),
        *((key, "own") for key in ("", None, 0, [], ["text"], {"text": 1}, True)),
    ],
)
def test_a_post_s_meta_is_shown_where_rest_shows_it(key: Any, expected: str) -> None:
    assert of_meta(key) == f"<p>{expected}</p>"
    assert "<script" not in of_meta(key)


@pytest.mark.parametrize(
    ("post", "user", "is_shown"),
    [
        (1, 0, True),
        (2, 0, False),
        (2, 1, False),
        (3, 0, False),
        (3, 3, True),
        (3, 4, False),
        (4, 3, True),
        (4, 4, False),
    ],
)
def test_meta_of_posts_that_not_everyone_may_see_is_kept(post: int, user: int, is_shown: bool) -> None:
    assert (of_meta("count", post, user) == "<p>7</p>") is is_shown


def test_meta_is_registered_for_types_of_posts() -> None:
    assert of_meta("page_only", 6) == "<p>for pages</p>"
    assert of_meta("text", 99) == of_meta("text", 0) == "<p>own</p>"


def test_where_the_site_does_not_say_what_is_registered_all_counts_that_is_not_wordpress_s_own() -> None:
    attributes = json.dumps({"metadata": {"bindings": {"content": meta("unknown")}}})
    private = attributes.replace('"unknown"', '"_private"')
    markup = f"<!-- wp:paragraph {attributes} --><p>own</p><!-- /wp:paragraph -->"
    said: dict[str, Any] = {"site": site(post_meta=None), "request": RenderContext(post=1, now=NOW)}
    assert blocks.convert(markup, to="html", **said).output == "<p>unknown</p>"
    assert blocks.convert(markup.replace(attributes, private), to="html", **said).output == "<p>own</p>"


def test_without_a_site_the_block_s_own_value_stays_and_it_is_said() -> None:
    attributes = json.dumps({"metadata": {"bindings": {"content": meta("text")}}})
    found = blocks.convert(f"<!-- wp:paragraph {attributes} --><p>own</p><!-- /wp:paragraph -->", to="html")
    assert (found.output, [problem.code for problem in found.problems]) == ("<p>own</p>", ["no-data"])


def test_elements_and_their_attributes_are_filled_in() -> None:
    image = '<figure><img src="a" alt="b" class="wp-image-5"><figcaption>c</figcaption></figure>'
    bindings = {"id": meta("count"), "url": meta("url"), "alt": meta("text"), "caption": meta("count")}
    assert bound("image", image, bindings) == (
        '<figure><img src="http://example.test/?a=1&#038;b=2" '
        'alt="A &lt;b&gt;bound&lt;/b&gt; &amp; &lt;script&gt;x&lt;/script&gt;&quot;" class="wp-image-7">'
        "<figcaption>7</figcaption></figure>"
    )
    button = "<div><a>x</a></div>"
    bindings = {"text": meta("count"), "url": meta("url"), "rel": meta("count"), "linkTarget": meta("without")}
    assert bound("button", button, bindings) == (
        '<div><a target="" rel="7" href="http://example.test/?a=1&#038;b=2">7</a></div>'
    )


@pytest.mark.parametrize(
    ("field", "post", "expected"),
    [
        ({"field": "date"}, 1, "2026-01-02T03:04:05+00:00"),
        ({"key": "date"}, 1, "2026-01-02T03:04:05+00:00"),
        ({"field": "modified"}, 1, "2026-01-03T00:00:00+00:00"),
        ({"field": "modified"}, 5, ""),
        ({"field": "link"}, 1, "http://example.test/?p=1"),
        ({"field": "date"}, 2, "own"),
        ({"field": "date"}, 99, "own"),
        ({"field": "title"}, 1, "own"),
        ({"field": ["date"]}, 1, "own"),
        ({}, 1, "own"),
    ],
)
def test_a_post_s_data_are_its_dates_and_its_address(field: dict[str, Any], post: int, expected: str) -> None:
    bindings = {"content": {"source": "core/post-data", "args": field}}
    assert bound("paragraph", "<p>own</p>", bindings, post) == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    "bindings",
    [
        {"nothing": meta("text")},
        {"content": "x"},
        {"content": None},
        {"content": {"source": 1}},
        {"content": {"source": "no/source"}},
        {"content": {"source": "core/post-meta", "args": "x"}},
        {"content": {"source": "core/post-meta", "args": ["text"]}},
        {"content": {"source": "core/pattern-overrides"}},
        {"__default": "x"},
        {"__default": {"source": "x"}},
        ["x"],
        "x",
        None,
        7,
    ],
)
def test_bindings_that_lead_nowhere_change_nothing(bindings: Any) -> None:
    assert bound("paragraph", "<p>own</p>", bindings) == "<p>own</p>"


def test_callers_give_sources_by_name() -> None:
    asked: list[Any] = []

    def price(args: Mapping[str, Any], block: ServerBlock, attribute: str) -> object:
        asked.append((dict(args), block.name, attribute))
        return {"tea": "3 <b>€</b>", "none": None, "array": []}.get(args.get("of", ""), False)

    for of, expected in (("tea", "3 <b>€</b>"), ("none", "own"), ("array", "own"), ("", "")):
        bindings = {"content": {"source": "shop/price", "args": {"of": of}}}
        assert bound("paragraph", "<p>own</p>", bindings, bindings={"shop/price": price}) == f"<p>{expected}</p>"
    assert asked[0] == ({"of": "tea"}, "core/paragraph", "content")
    own = {"content": meta("count")}
    assert bound("paragraph", "<p>own</p>", own, bindings={"core/post-meta": price}) == "<p>7</p>"


# ---------------------------------------------------------------------------------- what only the blocks around give


def server_block(name: str, attrs: dict[str, Any], available: dict[str, Any], user: int = 0) -> ServerBlock:
    request = RenderContext(user=user, now=NOW)
    server = Server(default_parser(), Context(Post(""), Templates()), site(), request, Theme.block())
    return ServerBlock(server, name, attrs, (), available)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("id", "8"),
        ("name", "Sea &amp; Land"),
        ("slug", "sea"),
        ("description", "<i>d</i>"),
        ("parent", "0"),
        ("count", "3"),
        ("link", "http://example.test/?cat=8"),
        ("other", None),
        (["id"], None),
        (None, None),
    ],
)
def test_a_term_s_data(field: Any, expected: str | None) -> None:
    attrs = {"metadata": {"bindings": {"content": {"source": "core/term-data", "args": {"field": field}}}}}
    one = server_block("core/paragraph", attrs, {"termId": 8, "taxonomy": "category"})
    assert bound_attributes(one, one.server).get("content") == expected


@pytest.mark.parametrize(
    ("context", "user", "is_shown"),
    [
        ({"termId": 8, "taxonomy": "post_tag"}, 0, False),
        ({"termId": 8, "taxonomy": ["x"]}, 0, False),
        ({"termId": 8}, 0, False),
        ({}, 0, False),
        ({"termId": 9, "taxonomy": "secret"}, 0, False),
        ({"termId": 9, "taxonomy": "secret"}, 4, True),
    ],
)
def test_terms_are_asked_for_by_their_taxonomy_and_shown_to_whom_they_are_for(
    context: dict[str, Any], user: int, is_shown: bool
) -> None:
    attrs = {"metadata": {"bindings": {"content": {"source": "core/term-data", "args": {"field": "id"}}}}}
    one = server_block("core/paragraph", attrs, context, user)
    assert ("content" in bound_attributes(one, one.server)) is is_shown


def test_links_of_menus_ask_for_the_post_or_the_term_that_they_lead_to() -> None:
    bindings = {"url": {"source": "core/post-data", "args": {"field": "link"}}}
    one = server_block("core/navigation-link", {"id": 1, "metadata": {"bindings": bindings}}, {"postId": 5})
    assert bound_attributes(one, one.server) == {"url": "http://example.test/?p=1"}
    bindings = {"url": {"source": "core/term-data", "args": {"field": "link"}}}
    said = {"id": 8, "type": "category", "metadata": {"bindings": bindings}}
    one = server_block("core/navigation-link", said, {})
    assert bound_attributes(one, one.server) == {"url": "http://example.test/?cat=8"}


OVERRIDES = {"pattern/overrides": {"Title": {"content": "Other <i>text</i>", "alt": "x"}}}


def test_a_pattern_overrides_all_that_a_block_lets_it() -> None:
    bindings = {"__default": {"source": "core/pattern-overrides"}, "url": {"source": "no/source"}}
    one = server_block("core/image", {"metadata": {"name": "Title", "bindings": bindings}}, OVERRIDES)
    found = bound_attributes(one, one.server)
    assert found["alt"] == "x"
    assert list(found["metadata"]["bindings"]) == ["id", "url", "title", "alt", "caption"]
    assert found["metadata"]["bindings"]["url"] == {"source": "no/source"}
    assert replaced(one, '<figure><img src="a"></figure>', found) == '<figure><img alt="x" src="a"></figure>'


@pytest.mark.parametrize("name", ["Other", "", None, 7, [], {"a": 1}, True])
def test_a_block_that_the_pattern_does_not_know_keeps_its_own(name: Any) -> None:
    bindings = {"content": {"source": "core/pattern-overrides"}}
    one = server_block("core/paragraph", {"metadata": {"name": name, "bindings": bindings}}, OVERRIDES)
    assert bound_attributes(one, one.server) == {}
