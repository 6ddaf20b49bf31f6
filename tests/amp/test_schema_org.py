"""The metadata of AMP pages: what schema.org is told of a post, from its source and from its site."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from blocks.render.amp.facts import Facts, Picture, facts_of
from blocks.render.amp.schema_org import described, script
from blocks.site import MemorySite, SitePost, Term, User
from blocks.sources.post import Post
from tests.corpus import shared

SITE = MemorySite(
    options={
        "home": "https://tea.test",
        "blogname": "Tea &amp; <b>toast</b>",
        "timezone_string": "Europe/Berlin",
        "permalink_structure": "/%postname%/",
        "site_icon": "9",
    },
    users=[
        User(id=1, nicename="ann", display_name="Ann &amp; Bo", url="https://ann.test/"),
        User(id=2, login="secret"),
    ],
    terms=[
        Term(id=1, name="News &amp; rain"),
        Term(id=2, name="Wet", taxonomy="post_tag"),
        Term(id=3, name="", taxonomy="post_tag"),
    ],
    posts=[
        SitePost(
            id=7,
            title='"Rain" &amp; <em>tea</em>',
            name="rain",
            author=1,
            date="2024-03-01 10:00:00",
            modified="2024-07-01 11:30:00",
            excerpt="<p>Wet\nand &lt;cold&gt;.</p>",
            comment_count=4,
            meta={"_thumbnail_id": "8"},
            terms={"category": (1,), "post_tag": (2, 3, 99)},
        ),
        SitePost(
            id=8,
            type="attachment",
            mime="image/jpeg",
            meta={
                "_wp_attached_file": "2024/03/pier.jpg",
                "_wp_attachment_metadata": {"width": 1600, "height": 1200, "file": "2024/03/pier.jpg"},
            },
        ),
        SitePost(id=9, type="attachment", mime="image/png", meta={"_wp_attached_file": "icon.png"}),
    ],
)
ROW = SITE.posts[7]
BARE = Post("x")


def article(
    post: Post, site: MemorySite | None = None, row: SitePost | None = None, **options: Any
) -> dict[str, Any] | None:
    return described(facts_of(post, site, row), **options)


def said(
    post: Post = BARE, site: MemorySite | None = SITE, row: SitePost | None = ROW, **options: Any
) -> dict[str, Any]:
    found = article(post, site, row, **options)
    assert found is not None
    return found


def test_everything_that_is_known_of_a_post() -> None:
    assert said(lang="de_AT", canonical="https://tea.test/rain/?x") == {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": "“Rain” & tea",
        "description": "Wet and <cold>.",
        "url": "https://tea.test/rain/?x",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://tea.test/rain/?x"},
        "inLanguage": "de-AT",
        "datePublished": "2024-03-01T10:00:00+01:00",
        "dateModified": "2024-07-01T11:30:00+02:00",
        "author": {
            "@type": "Person",
            "name": "Ann & Bo",
            "url": "https://tea.test/author/ann/",
            "sameAs": "https://ann.test/",
        },
        "publisher": {
            "@type": "Organization",
            "name": "Tea & toast",
            "url": "https://tea.test/",
            "logo": {"@type": "ImageObject", "url": "https://tea.test/wp-content/uploads/icon.png"},
        },
        "image": {
            "@type": "ImageObject",
            "url": "https://tea.test/wp-content/uploads/2024/03/pier.jpg",
            "width": 1600,
            "height": 1200,
        },
        "articleSection": ["News & rain"],
        "keywords": ["Wet"],
        "commentCount": 4,
    }


def test_what_a_source_says_comes_first() -> None:
    post = Post(
        "x",
        id=7,
        title="A <b> & B",
        link="https://own.test/",
        date="2024-01-02T03:04:05",
        modified="2024-01-03 00:00:00",
        excerpt="Own",
    )
    found = said(post)
    assert found["headline"] == "A <b> & B"
    assert (found["url"], found["description"]) == ("https://own.test/", "Own")
    assert found["datePublished"] == "2024-01-02T03:04:05+01:00"
    assert found["dateModified"] == "2024-01-03T00:00:00+01:00"
    assert found["author"]["name"] == "Ann & Bo"
    assert said(post, row=None)["keywords"] == ["Wet"], "the site is asked for the post of that id"


@pytest.mark.parametrize("post", [Post("x", id=5, title="T"), Post("x", id=7, slug="snow", title="T")])
def test_another_post_of_the_site_says_nothing_of_this_one(post: Post) -> None:
    found = said(post)
    assert found["headline"] == "T"
    assert found.keys() == {"@context", "@type", "headline", "publisher"}


def test_a_post_without_a_site() -> None:
    post = Post("x", title="T", link="https://e.org/", date="2024-01-02T03:04:05")
    assert said(post, None, None) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "T",
        "url": "https://e.org/",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://e.org/"},
        "datePublished": "2024-01-02T03:04:05",
    }
    assert said(BARE, None, ROW)["headline"] == "“Rain” & tea"


@pytest.mark.parametrize("post", [BARE, Post("x", title=" \x00 ", date="0000-00-00 00:00:00", link="https://e.org/")])
def test_nothing_is_said_of_what_nobody_knows(post: Post) -> None:
    picture = Picture("https://e.org/a.jpg")
    assert article(post, lang="en", canonical="https://e.org/", images=[picture]) is None
    assert article(post, SITE) is None


def test_no_address_is_invented_for_a_site_that_does_not_say_its_own() -> None:
    site = MemorySite(
        options={"blogname": "N", "site_logo": 9},
        users=SITE.users.values(),
        posts=[*SITE.posts.values()],
    )
    found = said(site=site, lang="")
    assert "example.org" not in json.dumps(found)
    assert found["author"] == {"@type": "Person", "name": "Ann & Bo", "url": "https://ann.test/"}
    assert found["publisher"] == {"@type": "Organization", "name": "N"}
    assert found.keys().isdisjoint({"url", "image", "mainEntityOfPage", "inLanguage"})
    row = replace(ROW, permalink="http://example.org/rain/")
    assert said(site=site, row=row)["url"] == "http://example.org/rain/"


def test_types() -> None:
    found = said(row=replace(ROW, type="page"), canonical="https://tea.test/rain/")
    assert found["@type"] == "WebPage"
    assert found.keys().isdisjoint({"mainEntityOfPage", "articleSection"})
    assert said(row=replace(ROW, type="recipe"))["@type"] == "Article"


def test_a_login_is_no_name() -> None:
    assert "author" not in said(row=replace(ROW, author=2))
    assert "author" not in said(row=replace(ROW, author=3))


def test_of_a_locked_post_no_more_than_its_title_and_date_is_told() -> None:
    found = said(Post("x", id=7, excerpt="Secret"), row=replace(ROW, password="key"))
    assert found["headline"] == "Protected: “Rain” & tea"
    assert found.keys().isdisjoint({"description", "image", "commentCount"})


def test_the_first_image_of_the_content_stands_for_a_featured_one() -> None:
    images = [Picture("https://e.org/a.jpg", 600), Picture("https://e.org/b.jpg")]
    found = said(row=replace(ROW, meta={}), images=images)
    assert found["image"] == {"@type": "ImageObject", "url": "https://e.org/a.jpg", "width": 600}
    assert said(images=images)["image"]["url"].endswith("/pier.jpg")
    assert "image" not in said(row=replace(ROW, meta={"_thumbnail_id": "7"}))


DATES = [
    ("2024-03-01T10:00:00", "2024-03-01T10:00:00+01:00"),
    ("2024-03-01T10:00:00Z", "2024-03-01T10:00:00+00:00"),
    ("2024-03-01T10:00:00-05:00", "2024-03-01T10:00:00-05:00"),
    ("2024-03-01", "2024-03-01"),
    ("1850-01-01 00:00:00", "1850-01-01T00:00:00+00:53"),
    ("0001-01-01 00:00:00", "0001-01-01T00:00:00+00:53"),
    ("9999-12-31 23:59:59", "9999-12-31T23:59:59+01:00"),
    ("yesterday", ""),
    ("</script>", ""),
    ("\ud800", ""),
]


@pytest.mark.parametrize(("date", "expected"), DATES)
def test_dates(date: str, expected: str) -> None:
    assert facts_of(Post("x", date=date), SITE, None).published == expected


def test_the_clocks_of_a_site_that_says_no_time_zone() -> None:
    site = MemorySite(options={"home": "https://tea.test"})
    row = replace(ROW, date_gmt="2024-03-01 15:00:00", modified_gmt="2024-07-01 15:30:00")
    found = said(site=site, row=row)
    assert (found["datePublished"], found["dateModified"]) == ("2024-03-01T10:00:00-05:00", "2024-07-01T11:30:00-04:00")
    assert said(site=site)["datePublished"] == "2024-03-01T10:00:00+00:00"
    assert said(site=site, row=replace(ROW, date_gmt="2000-01-01 00:00:00"))["datePublished"].endswith("+00:00")
    assert said(row=row)["datePublished"] == "2024-03-01T10:00:00+01:00", "the zone that the site says counts"


def test_a_post_that_was_never_changed() -> None:
    assert said(row=replace(ROW, modified=""))["dateModified"] == "2024-03-01T10:00:00+01:00"


def test_long_texts_are_cut_between_words() -> None:
    found = described(Facts(title="word " * 50, description="word " * 500))
    assert found is not None
    assert found["headline"].endswith("word…")
    assert 100 < len(found["headline"]) <= 110
    assert 290 < len(found["description"]) <= 300
    assert described(Facts(title="x" * 200)) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "x" * 109 + "…",
    }


@pytest.mark.parametrize("lang", ["", 'x" onload="', "e", "en us", "\ud800"])
def test_no_language_is_said_that_is_none(lang: str) -> None:
    assert "inLanguage" not in said(lang=lang)


# ------------------------------------------------------------------------------------------------------- the script


class Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(f"{tag} {attrs[0][1]}")

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(f"/{tag}")


HOSTILE = ["</script><script>alert(1)", "<!--<script>", "\u2028\u2029", "&lt;/script&gt;", '\x00\x1f"\\', "]]>"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_script_holds_any_text(text: str) -> None:
    html = script({"a": text, text: [text]})
    parser = Scripts()
    parser.feed(html)
    parser.close()
    assert parser.seen == ["script application/ld+json", "/script"]
    inside = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(inside) == {"a": text, text: [text]}
    assert not set(inside) & set("<>&\u2028\u2029")


def test_a_script_holds_no_character_that_no_page_can_hold() -> None:
    assert "\ufffd" in script({"a": "\ud800"})
    script({"a": "\ud800"}).encode()
    with pytest.raises(ValueError, match="JSON"):
        script({"a": float("nan")})


# ------------------------------------------------------------------------------------------------------- the corpus


def test_every_post_of_the_corpus_is_told_as_json() -> None:
    site = MemorySite.from_json(shared("conformance", "registry", "site.json"))
    for row in site.posts.values():
        found = article(Post("x"), site, row, lang="en")
        assert found is not None
        assert json.loads(json.dumps(found)) == found
        assert found["publisher"]["name"] == "Corpus"
        assert all(found.values())
    found = article(Post("x"), site, site.posts[84])
    assert found is not None
    assert found["image"]["width"] > 0
    assert found["datePublished"].endswith("+00:00")
    assert found["publisher"]["logo"]["width"] == found["publisher"]["logo"]["height"] == 300
    marked = article(Post("x"), site, site.posts[1173])
    assert marked is not None
    assert marked["headline"] == "Markup: Title With Markup"
