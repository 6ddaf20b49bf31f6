"""The page of AMP: its head, its frame, and what a theme may change; the validator over all of these."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from blocks.errors import OptionError
from blocks.render.amp.facts import Picture
from blocks.render.amp.page import CDN, checked_canonical, pictures, scripts, whole_page
from blocks.render.amp.players import VERSIONS
from blocks.render.base import Context
from blocks.render.html.page import page_variables
from blocks.render.templates import Templates
from blocks.site import MemorySite, SitePost
from blocks.sources.post import Post
from tests.amp import validator
from tests.amp.validator import Page

POST = Post(
    "x",
    title="Fish &  chips",
    link="https://example.com/?a=1&b=2",
    excerpt='A "salty" <dish>',
    date="2024-03-01T10:00:00",
)
USED = {
    "amp-accordion": "<amp-accordion><section><h2>a</h2><div>b</div></section></amp-accordion>",
    "amp-audio": '<amp-audio width="auto" height="50" src="https://e.org/a.mp3"></amp-audio>',
    "amp-carousel": '<amp-carousel width="4" height="3" type="slides"><p>a</p></amp-carousel>',
    "amp-form": '<form method="get" action="https://e.org/" target="_top"><input name="s"></form>',
    "amp-mathml": '<amp-mathml layout="container" data-formula="\\[x\\]"></amp-mathml>',
    "amp-wordpress-embed": '<amp-wordpress-embed layout="fixed-height" height="200" data-url="https://e.org/a/">'
    "</amp-wordpress-embed>",
}
"""Components, each with what uses it: every version that is not 0.1 but one, and some of those that are."""


def page(
    body: str = "<p>x</p>",
    post: Post = POST,
    *,
    components: Any = (),
    css: str = "p{color:red}",
    theme: Path | None = None,
    **options: Any,
) -> str:
    return whole_page(body, components, css, Context(post, Templates(theme)), **options)


def tree(html: str) -> Any:
    from lxml.etree import HTML, HTMLParser

    return HTML(html.encode(), HTMLParser(encoding="utf-8", huge_tree=True))


def themed(folder: Path, template: str) -> Path:
    path = folder / "templates" / "amp" / "page.html"
    path.parent.mkdir(parents=True)
    path.write_text(template, encoding="utf-8")
    return folder


# ------------------------------------------------------------------------------------------------------------ the head


def test_a_page_says_what_its_post_is() -> None:
    html = page(lang="de-AT")
    assert html.startswith('<!doctype html>\n<html amp lang="de-AT">\n')
    found = tree(html)
    assert found.xpath("string(//head/title)") == "Fish & chips"
    assert found.xpath('//meta[@name="description"]/@content') == ['A "salty" <dish>']
    assert found.xpath('//link[@rel="canonical"]/@href') == ["https://example.com/?a=1&b=2"]
    assert found.xpath("//style[@amp-custom]/text()") == ["\np{color:red}\n"]
    assert [one.tag for one in found.xpath("//body/main/article/*")] == ["h1", "p"]
    assert {one.get("property"): one.get("content") for one in found.xpath("//meta[@property]")} == {
        "og:type": "article",
        "og:title": "Fish & chips",
        "og:description": 'A "salty" <dish>',
        "og:url": "https://example.com/?a=1&b=2",
        "article:published_time": "2024-03-01T10:00:00",
    }
    assert found.xpath('//meta[@name="twitter:card"]/@content') == ["summary"]
    assert '"headline": "Fish \\u0026 chips"' in html


def test_a_page_of_which_nothing_is_known_says_nothing() -> None:
    found = tree(page(post=Post("x")))
    assert found.xpath("string(//title)") == "Untitled"
    assert found.xpath("//meta[@property] | //meta[@name='twitter:card'] | //meta[@name='description']") == []
    assert found.xpath("//script[@type] | //h1") == []
    assert found.xpath('//link[@rel="canonical"]/@href') == ["#"]
    assert tree(page("<h2>Tea <em>&amp;</em> toast</h2>", Post("x"))).xpath("string(//title)") == "Tea & toast"


def test_a_site_knows_what_the_source_does_not() -> None:
    site = MemorySite(options={"home": "https://tea.test", "blogname": "Tea"})
    row = SitePost(id=7, title="Rain &amp; <em>tea</em>", excerpt="<p>Wet.</p>", date="2024-03-01 10:00:00")
    html = page(post=Post("x"), site=site, site_post=row)
    found = tree(html)
    assert found.xpath("string(//title)") == "Rain & tea"
    assert found.xpath('//meta[@name="description"]/@content') == ["Wet."]
    assert found.xpath('//link[@rel="canonical"]/@href') == ["https://tea.test/?p=7"]
    assert found.xpath('//meta[@property="og:site_name"]/@content') == ["Tea"]
    assert found.xpath("//h1") == [], "the content says what the HTML page says"
    assert tree(page(site=site, site_post=row)).xpath("string(//title)") == "Fish & chips"


def test_a_page_of_a_site_is_no_article() -> None:
    row = SitePost(id=7, type="page", title="About", date="2024-03-01 10:00:00")
    found = tree(page(post=Post("x"), site=MemorySite(), site_post=row))
    assert {one.get("property"): one.get("content") for one in found.xpath("//meta[@property]")} == {
        "og:type": "website",
        "og:title": "About",
    }


def test_the_image_of_a_page_is_the_first_that_can_stand_for_it() -> None:
    body = '<img src="/s.png" width="16" height="16"><img src="/a.jpg?b&amp;c" width=640 height=480><img src="/b.jpg">'
    found = tree(page(body))
    assert found.xpath('//meta[@property="og:image"]/@content') == ["https://example.com/a.jpg?b&c"]
    assert found.xpath('//meta[@property="og:image:width"]/@content') == ["640"]
    assert found.xpath('//meta[@name="twitter:card"]/@content') == ["summary_large_image"]


PICTURES = [
    ('<amp-img src="https://e.org/a.jpg" width="600" height="400"></amp-img>', [("https://e.org/a.jpg", 600, 400)]),
    ('<img src="https://e.org/a.jpg" width="auto" height="0">', [("https://e.org/a.jpg", None, None)]),
    ('<img src="data:image/png;base64,x"><img src="javascript:x"><img>', []),
    (
        '<img src="//e.org/a.jpg"><img src="b.jpg">',
        [("https://e.org/a.jpg", None, None), ("https://t.org/p/b.jpg", None, None)],
    ),
    ('<img src="http://[::1/a"><img src="//[:::]/a">', []),
    ("<imgx src=https://e.org/a.jpg>", []),
    (f'<img src="https://e.org/{"a" * 10_000}">', []),
    ("<img src=https://e.org/a.jpg", []),
]


@pytest.mark.parametrize(("body", "expected"), PICTURES)
def test_images_that_can_stand_for_a_body(body: str, expected: list[tuple[Any, ...]]) -> None:
    assert list(pictures(body, "https://t.org/p/")) == [Picture(*values) for values in expected]


def test_relative_images_of_a_page_without_an_address_are_none() -> None:
    assert list(pictures('<img src="/a.jpg"><img src="//e.org/a.jpg">', "#")) == []


def test_no_more_than_some_images_are_looked_at() -> None:
    smiley, photo = '<img src="https://e.org/s.png" width="16">', '<img src="https://e.org/a.jpg">'
    assert len(list(pictures(smiley * 19 + photo))) == 1
    assert list(pictures(smiley * 20 + photo)) == []


# ------------------------------------------------------------------------------------------------------------ the frame


def test_the_frame_is_that_of_an_html_page() -> None:
    assert tree(page("<h1>Own</h1>")).xpath("//h1/text()") == ["Own"]
    found = tree(page("<main>x</main>"))
    assert len(found.xpath("//main")) == 1
    assert found.xpath("//article") == []
    assert tree(page(footer="<svg><title>f</title></svg>")).xpath("//body/*[last()]/title/text()") == ["f"]
    assert page_variables("<p>x</p>", POST, "ar")["heading"] == "Fish & chips"


@pytest.mark.parametrize(("lang", "start"), [
    ("ar", '<html amp lang="ar" dir="rtl">'),
    ("az-Arab", '<html amp lang="az-Arab" dir="rtl">'),
    ("ar-Latn", '<html amp lang="ar-Latn">'),
    ("", '<html amp lang="">'),
    ('x" onload="', '<html amp lang="x&#34; onload=&#34;">'),
])  # fmt: skip
def test_languages(lang: str, start: str) -> None:
    html = page(lang=lang)
    assert html.split("\n")[1] == start
    assert ("inLanguage" in html) == (lang[:2] in ("ar", "az"))


def test_each_component_has_its_script_in_its_version() -> None:
    found = scripts(["amp-video", "amp-wordpress-embed", "amp-carousel", "amp-video"])
    assert [(one.name, one.address) for one in found] == [
        ("amp-carousel", f"{CDN}/amp-carousel-0.2.js"),
        ("amp-video", f"{CDN}/amp-video-0.1.js"),
        ("amp-wordpress-embed", f"{CDN}/amp-wordpress-embed-1.0.js"),
    ]
    html = page(components={"amp-form"})
    assert '<script async custom-element="amp-form" src="https://cdn.ampproject.org/v0/amp-form-0.1.js">' in html
    assert html.index("v0.js") < html.index("amp-form-0.1.js")


def test_styles_cannot_end_their_element() -> None:
    html = page(css='a::after{content:"</style><script>x"}')
    assert tree(html).xpath("//style[@amp-custom]/text()") == ['\na::after{content:"<\\/style><script>x"}\n']


# ---------------------------------------------------------------------------------------------------------- misuse


@pytest.mark.parametrize("canonical", ["javascript:x", "", " ", "data:x", "https://", "ftp://e.org/", "http://a..b/"])
def test_a_canonical_address_that_is_none(canonical: str) -> None:
    with pytest.raises(OptionError, match="is no web address; give the page's, https://example"):
        page(canonical=canonical)


def test_a_canonical_address() -> None:
    assert checked_canonical(None) is None
    assert checked_canonical(" https://e.org/a\n/b ") == "https://e.org/a/b"
    found = tree(page(canonical='/a"><script>'))
    assert found.xpath('//link[@rel="canonical"]/@href') == ['/a"><script>']
    assert found.xpath('//meta[@property="og:url"]/@content') == ["https://example.com/?a=1&b=2"]


def test_the_link_of_a_post_is_content_and_never_raises() -> None:
    html = page(post=Post("x", title="T", link="javascript:alert(1)"))
    assert tree(html).xpath('//link[@rel="canonical"]/@href') == ["#"]
    assert "javascript:" not in html


# ----------------------------------------------------------------------------------------------------------- themes


def test_a_theme_changes_the_blocks_of_the_page(tmp_path: Path) -> None:
    theme = themed(
        tmp_path,
        '{% extends "blocks:amp/page.html" %}'
        "{% block css %}{{ super() }}b{}{% endblock %}"
        '{% block head %}{{ super() }}<meta name="a">{% endblock %}'
        "{% block metadata %}{% endblock %}"
        "{% block scripts %}{{ super() }}<!-- own -->{% endblock %}"
        "{% block body %}<div>{{ content|safe }} {{ post.title }}</div>{% endblock %}",
    )
    html = page(theme=theme, components=["amp-form"])
    found = tree(html)
    assert found.xpath("//style[@amp-custom]/text()") == ["\np{color:red}b{}\n"]
    assert found.xpath('//head[title]/meta[@name="a"]')
    assert found.xpath("//script[@type] | //meta[@property] | //main") == []
    assert 'amp-form-0.1.js"></script><!-- own -->' in html
    assert found.xpath("string(//body/div)") == "x Fish &  chips"


def test_a_theme_has_a_page_of_its_own(tmp_path: Path) -> None:
    theme = themed(tmp_path, "{{ title }} {{ lang }} {{ scripts|map(attribute='name')|join }} {{ canonical }}")
    assert page(theme=theme, components=["amp-form"], canonical="/a") == "Fish &amp; chips en amp-form /a"


# ---------------------------------------------------------------------------------------------------------- validity


def hostile_posts() -> Iterator[Post]:
    yield POST
    yield Post("x")
    yield Post("x", title="</title><script>alert(1)</script>\x00\x01\x1b\x85\ud800 \u2028 x" * 20)
    yield Post(
        "x", title='"><meta http-equiv=refresh>', excerpt="]]></script><!--", link='https://e.org/"><base href=x>'
    )
    yield Post(
        "x", title="\x00\x01", date="0000-00-00 00:00:00", modified="</script>", link="//e.org/__amp_source_origin"
    )
    yield Post("x", title="{{ 7 * 7 }} {% raw %}", link="https://e.org/\ud800\x00")


def valid_pages(folder: Path) -> Iterator[Page]:
    for number, post in enumerate(hostile_posts()):
        yield Page(f"post {number}", page(post=post))
    for lang in ("ar", 'x" onload="', "\ud800\x00", "", "de_DE_formal"):
        yield Page(f"lang {lang!r}", page(lang=lang))
    for canonical in ("/a", "#", '/a"><script>', "//e.org/", "https://e.org/?a&b='<"):
        yield Page(f"canonical {canonical}", page(canonical=canonical))
    for name, body in USED.items():
        needs = {name, "amp-form"} if name == "amp-form" else {name}
        yield Page(name, page(body, components=needs))
    yield Page("image", page('<img src="https://e.org/a.jpg" width="600" height="400">'))
    yield Page("css", page(css='a::after{content:"</style><script>x"}'))
    yield Page("no css", page(css=""))
    theme = themed(folder, '{% extends "blocks:amp/page.html" %}{% block css %}{{ super() }}b{a:b}{% endblock %}')
    yield Page("theme", page(theme=theme))


def test_the_validator_passes_every_page(tmp_path: Path) -> None:
    if missing := validator.missing():
        pytest.skip(missing)
    verdicts = validator.validated([*valid_pages(tmp_path), Page("unused", page(components=["amp-mathml"]))])
    failed = {
        one.page.name: [(error["code"], error["message"]) for error in one.errors] for one in verdicts if not one.passed
    }
    assert list(failed) == ["unused"], failed
    assert VERSIONS.keys() <= USED.keys()


def test_no_page_holds_what_no_page_can_hold() -> None:
    for post in hostile_posts():
        page(post=post, lang="\ud800").encode("utf-8")
