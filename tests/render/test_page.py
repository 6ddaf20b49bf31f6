"""A whole page: a document that is complete and accessible, with every style that the blocks need."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import blocks
from blocks.render.html.page import direction, first_heading
from blocks.theme import Theme
from tests.corpus import inputs, shared

POST = blocks.Post(
    "<!-- wp:heading --><h2>Tea</h2><!-- /wp:heading -->",
    title="Fish &  chips",
    link="https://example.com/?a=1&b=2",
    excerpt='A "salty" <dish>',
)


def page(source: Any, **options: Any) -> str:
    return blocks.render(source, to="html", page=True, **options)


def tree(html: str) -> Any:
    from lxml.etree import HTML, HTMLParser

    return HTML(html.encode(), HTMLParser(encoding="utf-8", huge_tree=True))


@pytest.mark.parametrize("clean", [False, True])
def test_a_page_is_complete(clean: bool) -> None:
    html = page(POST, lang="de-AT", clean=clean)
    assert html.startswith('<!doctype html>\n<html lang="de-AT">')
    found = tree(html)
    assert found.xpath("string(//head/title)") == "Fish & chips"
    assert found.xpath("//meta/@charset") == ["utf-8"]
    assert found.xpath('//meta[@name="viewport"]/@content') == ["width=device-width, initial-scale=1"]
    assert found.xpath('//meta[@name="description"]/@content') == ['A "salty" <dish>']
    assert found.xpath('//link[@rel="canonical"]/@href') == ["https://example.com/?a=1&b=2"]
    assert [one.tag for one in found.xpath("//body/main/article/*")] == ["h1", "h2"]
    assert found.xpath("string(//h1)") == "Fish & chips"


def test_a_page_without_a_post_is_called_by_its_first_heading() -> None:
    found = tree(page("<p>x</p><h3></h3><h2>Tea <em>&amp;</em> toast</h2><h1>No</h1>"))
    assert found.xpath("string(//title)") == "Tea & toast"
    assert tree(page("<p>x</p>")).xpath("string(//title)") == "Untitled"
    assert tree(page("<p>x</p>")).xpath("//h1 | //meta[@name='description'] | //link") == []


def test_a_page_has_one_largest_heading_and_one_main_part() -> None:
    assert page(blocks.Post("<h1>Own</h1>", title="Title")).count("<h1") == 1
    main = '<!-- wp:group {"tagName":"main"} --><main class="wp-block-group">x</main><!-- /wp:group -->'
    found = tree(page(main))
    assert len(found.xpath("//main")) == 1
    assert found.xpath("//article") == []


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("fa_IR", "rtl"),
        ("az-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_page_runs_as_its_language_does(lang: str, expected: str) -> None:
    assert direction(lang) == expected
    assert (' dir="rtl"' in page("<p>x</p>", lang=lang).partition("<head>")[0]) is (expected == "rtl")


def test_the_first_heading_is_a_text() -> None:
    assert first_heading("<header>a</header><h2 class='x'>b<br>c &lt;</h2>") == "bc <"
    assert first_heading("<h2>never closed") == ""


def test_a_page_brings_the_styles_that_its_blocks_need() -> None:
    group = (
        '<!-- wp:group {"layout":{"type":"flex","justifyContent":"right"}} --><div class="wp-block-group"></div>'
        "<!-- /wp:group -->"
    )
    theme = Theme.from_dict({"version": 3, "styles": {"color": {"text": "#123456"}}})
    html = page(group, theme_json=theme)
    css = html.partition("<style>")[2].partition("</style>")[0]
    own, theme_css, supports = (
        css.index(one) for one in (".wp-block-gallery", "color: #123456", "justify-content: flex-end;")
    )
    assert theme_css > own
    assert supports > 0
    assert blocks.convert(group, theme_json=theme).css in css
    clean = page(group, theme_json=theme, clean=True)
    assert ".wp-block-gallery" in clean
    assert "#123456" not in clean


def test_dark_colours_are_for_pages_without_colours_of_a_theme() -> None:
    theme = Theme.from_dict({"version": 3, "styles": {"color": {"background": "#fff"}}})
    assert "prefers-color-scheme: dark" in page("<p>x</p>")
    assert "prefers-color-scheme: dark" not in page("<p>x</p>", theme_json=theme)


@pytest.mark.parametrize(
    ("html", "is_dark"),
    [
        ('<p class="has-pale-pink-background-color has-background">x</p>', False),
        ('<p class="has-black-color has-text-color">x</p>', False),
        ('<p>a <mark style="background-color:#ff0" class="has-inline-color">b</mark></p>', False),
        ('<td style="border:0; color : #111">x</td>', False),
        ("<p STYLE='background:#fee'>x</p>", False),
        ('<p style="text-align:center">the colour: pale</p>', True),
        ("<code>p { color: red }</code>", True),
    ],
)
def test_what_has_colours_for_light_paper_is_on_light_paper(html: str, is_dark: bool) -> None:
    assert ("prefers-color-scheme: dark" in page(html)) is is_dark
    assert ("color-scheme: light dark" in page(html)) is is_dark


def test_semantic_html_has_no_colours_left_that_a_dark_page_could_meet() -> None:
    html = '<p class="has-pale-pink-background-color has-background">x</p>'
    assert "prefers-color-scheme: dark" in page(html, clean=True)


def rules(html: str) -> dict[str, str]:
    """The declarations of a page's stylesheet by their selectors."""
    css = html.partition("<style>")[2].partition("</style>")[0]
    return {one.partition("{")[0].strip(): one.partition("{")[2].strip() for one in css.split("}")}


def test_pictures_of_a_gallery_are_of_one_height() -> None:
    found = rules(page("<p>x</p>"))
    gallery = found[".page .wp-block-gallery, .page figure:has(> figure)"]
    assert "align-items: stretch" in gallery
    assert "display: grid" in gallery
    (cropped,) = (found[one] for one in found if one.startswith(".wp-block-gallery.is-cropped > figure img"))
    assert "object-fit: cover" in cropped


def test_title_author_date_and_excerpt_of_a_latest_post_stand_on_lines_of_their_own() -> None:
    found = rules(page("<p>x</p>"))
    lines = next(one for one in found if ".wp-block-latest-posts__post-date" in one)
    for name in ("post-author", "post-excerpt", "post-full-content"):
        assert f".wp-block-latest-posts__{name}" in lines
    assert "li > a + time" in lines, "semantic HTML has no classes"
    assert "display: block" in found[lines]


def test_a_cover_whose_picture_or_colour_is_missing_can_be_read() -> None:
    found = rules(page("<p>x</p>"))
    assert "background-color: #444" in found[".wp-block-cover:not(.is-light):has(> img)"]
    assert not any("cover__background" in one and '"-background-color"' in one for one in found)


def test_no_style_ends_the_stylesheet() -> None:
    theme = Theme.from_dict({"version": 3, "styles": {"css": "a::after{content:'</STYLE><script>f()</script>'}"}})
    theme_json = {"version": 3, "styles": {"color": {"text": "</style><script>f()</script>"}}}
    for one in (theme, Theme.from_dict(theme_json)):
        html = page("<p>x</p>", theme_json=one)
        assert html.lower().count("</style") == 1
        assert tree(html).xpath("//script") == []


def test_what_the_head_says_is_escaped() -> None:
    post = blocks.Post("<p>x</p>", title="</title><script>f()</script>", link="javascript:f()", excerpt='"><script>')
    html = page(post, lang='"><script>')
    assert "<script" not in html
    assert "javascript:" not in html
    assert tree(html).xpath("string(//title)") == "</title><script>f()</script>"


def test_a_long_excerpt_is_cut_between_words() -> None:
    said = tree(page(blocks.Post("x", excerpt="word " * 200))).xpath('//meta[@name="description"]/@content')[0]
    assert said.endswith("word…")
    assert len(said) <= 301


def test_duotone_brings_its_filter() -> None:
    image = '<figure class="wp-block-image"><img src="/a.jpg" alt=""/></figure>'
    said = '{"style":{"color":{"duotone":["#000000","#ffffff"]}}}'
    found = tree(page(f"<!-- wp:image {said} -->{image}<!-- /wp:image -->"))
    identifier = found.xpath("//body/svg//filter/@id")[0]
    assert f"url(#{identifier})" in found.xpath("string(//style)")


def test_a_theme_has_its_own_stylesheet(tmp_path: Path) -> None:
    (tmp_path / "templates" / "html").mkdir(parents=True)
    (tmp_path / "templates" / "html" / "page.css").write_text('{% include "blocks:html/page.css" %} .mine{}', "utf-8")
    html = page("<p>x</p>", theme=tmp_path)
    assert ".mine{}" in html
    assert ".wp-block-gallery" in html


@pytest.mark.parametrize("corpus", ["posts", "supports", "wxr"])
@pytest.mark.parametrize("clean", [False, True])
def test_pages_of_real_posts_are_sound(corpus: str, clean: bool) -> None:
    count = 0
    for path in inputs(shared("conformance", corpus)):
        if path.stat().st_size > 200_000:
            continue
        source = path.read_bytes()
        html = page(source, clean=clean)
        found = tree(html)
        assert len(found.xpath("//main")) == 1, path.stem
        assert len(found.xpath("//title")) == 1, path.stem
        assert found.xpath("string(//title)").strip(), path.stem
        assert found.get("lang") == "en"
        if clean:
            there = Counter(tree(page(source)).xpath("//@id"))  # WordPress prints forms of one id more than once
            ids = Counter(found.xpath("//@id"))
            assert not [one for one in ids if ids[one] > max(1, there[one])], path.stem
        count += 1
    assert count
