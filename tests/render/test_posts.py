"""What the server draws of a post: title, date, terms, excerpt, image, author, reading time, links."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import pytest

import blocks
from blocks.site import MemorySite, RenderContext, SitePost
from tests.render.posts import NOW, drawn, html

URL = "http://example.test/?p="
PARAGRAPH = "<!-- wp:paragraph --><p>First.</p><!-- /wp:paragraph -->"
HOSTILE: list[Any] = [None, True, 0, -3, 2.5, "", "0", [], ["a"], {"b": {}}, '"><script>x</script>', "\ud800", "1e99"]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({}, '<h2 class="wp-block-post-title">One</h2>'),
        ({"level": 0}, '<p class="wp-block-post-title">One</p>'),
        ({"level": "0"}, '<h0 class="wp-block-post-title">One</h0>'),
        ({"level": 4, "textAlign": "center"}, '<h4 class="has-text-align-center wp-block-post-title">One</h4>'),
        ({"isLink": True}, f'<h2 class="wp-block-post-title"><a href="{URL}1" target="_self" >One</a></h2>'),
        (
            {"isLink": True, "rel": 'a"b', "linkTarget": "_blank"},
            f'<h2 class="wp-block-post-title"><a href="{URL}1" target="_blank" rel="a&quot;b">One</a></h2>',
        ),
    ],
)
def test_a_title(attributes: dict[str, Any], expected: str) -> None:
    assert html(drawn("post-title", **attributes), post=1) == expected


def test_titles_say_who_may_read_and_untitled_posts_have_none() -> None:
    assert html(drawn("post-title"), post=4) == '<h2 class="wp-block-post-title">Protected: Locked</h2>'
    assert html(drawn("post-title"), post=3) == ""
    assert html(drawn("post-title")) == ""


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({}, '<time datetime="2025-04-01T10:00:00+00:00">April 1, 2025</time>'),
        ({"displayType": "modified"}, '<time datetime="2025-05-01T10:00:00+00:00">May 1, 2025</time>'),
        ({"datetime": "2024-02-29T23:30:00-01:00", "format": "Y-m-d"}, "2024-03-01</time>"),
        ({"datetime": "2026-02-12", "format": "human-diff"}, ">4 days ago</time>"),
        ({"datetime": "2026-02-17", "format": "human-diff"}, ">2 days from now</time>"),
        ({"datetime": "never"}, '<time datetime="never"></time>'),
        ({"datetime": '"><script>'}, '<time datetime="&quot;&gt;&lt;script&gt;"></time>'),
        ({"isLink": True, "format": "j"}, f'<a href="{URL}2"> 1</a></time>'),
        ({"format": "\\<\\s\\u\\p\\>Y\\<\\/\\s\\u\\p\\>"}, "><sup>2025</sup></time>"),
        ({"format": "\\<\\s\\c\\r\\i\\p\\t\\>Y"}, ">2025</time>"),
    ],
)
def test_a_date(attributes: dict[str, Any], expected: str) -> None:
    assert expected in html(drawn("post-date", **attributes), post=2)


def test_a_date_of_change_is_only_shown_if_the_post_was_changed_later() -> None:
    assert html(drawn("post-date", displayType="modified"), post=1) == ""
    assert 'class="wp-block-post-date__modified-date wp-block-post-date"' in html(
        drawn("post-date", displayType="modified"), post=2
    )


def test_terms_are_linked_in_the_order_of_their_names() -> None:
    assert html(drawn("post-terms", term="category", prefix="In <b>", suffix="<script>!</script>"), post=1) == (
        '<div class="taxonomy-category wp-block-post-terms"><span class="wp-block-post-terms__prefix">In <b></span>'
        '<a href="http://example.test/?cat=3" rel="tag">Anchors &amp; co</a>'
        '<span class="wp-block-post-terms__separator">, </span>'
        '<a href="http://example.test/?cat=2" rel="tag">Boats</a>'
        '<span class="wp-block-post-terms__suffix">!</span></div>'
    )


@pytest.mark.parametrize("term", ["post_tag", "nav_menu", "nope", ["category"], None])
def test_no_terms(term: Any) -> None:
    assert html(drawn("post-terms", term=term), post=1) == ""


@pytest.mark.parametrize(
    ("attributes", "inside"),
    [
        ({}, f'<a href="{URL}3" rel="next">Next</a>'),
        ({"type": "previous"}, f'<a href="{URL}1" rel="prev">Previous</a>'),
        ({"showTitle": True}, f'<a href="{URL}3" rel="next">Next Post</a>'),
        (
            {"type": "previous", "showTitle": True, "label": "Back"},
            f'<span class="post-navigation-link__label">Back</span> <a href="{URL}1" rel="prev">One</a>',
        ),
        (
            {"type": "previous", "showTitle": True, "linkLabel": True},
            f'<a href="{URL}1" rel="prev"><span class="post-navigation-link__label">Previous:</span> '
            '<span class="post-navigation-link__title">One</span></a>',
        ),
        ({"type": "previous", "taxonomy": "category"}, f'<a href="{URL}1" rel="prev">Previous</a>'),
        ({"taxonomy": "category"}, ""),
        ({"taxonomy": "nope"}, ""),
        ({"label": "%date <script>"}, f'<a href="{URL}3" rel="next">May 1, 2025 </a>'),
        (
            {"arrow": "chevron", "label": "A & B"},
            f'<a href="{URL}3" rel="next">A & B</a><span class="wp-block-post-navigation-link__arrow-next is-arrow-chevron"'
            ' aria-hidden="true">»</span>',
        ),
    ],
)
def test_a_link_to_a_neighbour(attributes: dict[str, Any], inside: str) -> None:
    kind = attributes.get("type", "next")
    assert html(drawn("post-navigation-link", **attributes), query={"p": 2}, loop=True) == (
        f'<div class="post-navigation-link-{kind} wp-block-post-navigation-link">{inside}</div>'
    )


def test_links_to_neighbours_stand_on_pages_of_one_post_alone() -> None:
    assert html(drawn("post-navigation-link"), query={}, loop=True) == ""
    assert html(drawn("post-navigation-link", type="up"), query={"p": 2}, loop=True) == ""


def test_a_link_to_read_more_names_the_post_and_is_padded_as_sprintf_does() -> None:
    assert html(drawn("read-more"), post=1) == (
        f'<a class="wp-block-read-more" href="{URL}1" target="_self">Read more'
        '<span class="screen-reader-text">: One</span></a>'
    )
    assert html(drawn("read-more", content="Go", linkTarget="", justifyContent="right"), post=3) == (
        f'<a class="is-justified-right wp-block-read-more" href="{URL}3" target="   ">  Go'
        '<span class="screen-reader-text">: untitled post 3</span></a>'
    )


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ({"displayMode": "words"}, "8 words"),
        ({}, "1–2 minutes"),
        ({"displayAsRange": False}, "1 minute"),
        ({"displayAsRange": False, "averageReadingSpeed": 2}, "4 minutes"),
        ({"averageReadingSpeed": 0}, "1–2 minutes"),
        ({"displayMode": "pages"}, ""),
    ],
)
def test_a_time_to_read(attributes: dict[str, Any], text: str) -> None:
    expected = f'<div class="wp-block-post-time-to-read">{text}</div>'
    assert html(drawn("post-time-to-read", **attributes), post=1) == expected


def test_the_time_to_read_a_locked_post_is_that_of_its_form() -> None:
    assert "13 words" in html(drawn("post-time-to-read", displayMode="words"), post=4)


def test_an_excerpt_is_made_of_the_blocks_that_have_a_place_in_it() -> None:
    assert html(drawn("post-excerpt"), post=1) == (
        '<div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">'
        "Tide &amp; time wait for no one. </p></div>"
    )


@pytest.mark.parametrize(
    ("attributes", "inside"),
    [
        ({"excerptLength": 2}, "Written by&hellip; </p>"),
        ({"excerptLength": 0}, "&hellip; </p>"),
        ({"excerptLength": "x"}, "Written by hand. </p>"),
        (
            {"moreText": "<b>Go</b><script>"},
            'Written by hand.</p><p class="wp-block-post-excerpt__more-text">'
            f'<a class="wp-block-post-excerpt__more-link" href="{URL}2"><b>Go</b></a></p>',
        ),
        (
            {"moreText": "Go", "showMoreOnNewLine": False},
            f'Written by hand. <a class="wp-block-post-excerpt__more-link" href="{URL}2">Go</a></p>',
        ),
    ],
)
def test_an_excerpt_that_was_written(attributes: dict[str, Any], inside: str) -> None:
    expected = f'<div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">{inside}</div>'
    assert html(drawn("post-excerpt", **attributes), post=2) == expected


@pytest.mark.parametrize("markup", [drawn("post-excerpt"), drawn("latest-posts", displayPostContent=True)])
def test_blocks_left_open_do_not_multiply_in_an_excerpt(markup: str) -> None:
    content = PARAGRAPH + "<!-- wp:group --><div>x " * 2000
    said = RenderContext(post=1, now=NOW)
    start = perf_counter()
    result = blocks.convert(markup, site=MemorySite(posts=[SitePost(id=1, content=content)]), request=said)
    assert perf_counter() - start < 10  # a minute, where each block repeats those behind it
    assert "First. x x x" in " ".join(result.output.split())
    (problem,) = result.rendering_problems
    assert (problem.code, problem.span.line) == ("overlap-limit", 1)
    assert "2,000 blocks are still open" in problem.message


def test_a_long_text_in_one_block_left_open_is_drawn_as_wordpress_draws_it() -> None:
    content = PARAGRAPH + "<!-- wp:quote --><blockquote>" + "x " * 150_000 + drawn("button", "y")
    said = RenderContext(post=1, now=NOW)
    result = blocks.convert(
        drawn("post-excerpt"), site=MemorySite(posts=[SitePost(id=1, content=content)]), request=said
    )
    assert result.rendering_problems == ()


def test_locked_posts_have_no_excerpt() -> None:
    assert "There is no excerpt because this is a protected post." in html(drawn("post-excerpt"), post=4)


def test_a_featured_image() -> None:
    assert html(drawn("post-featured-image"), post=2) == (
        '<figure class="wp-block-post-featured-image"><img width="400" height="200" '
        'src="http://example.test/wp-content/uploads/sea.jpg" '
        'class="attachment-post-thumbnail size-post-thumbnail wp-post-image" alt="The sea" style="object-fit:cover;" '
        'decoding="async" loading="lazy" /></figure>'
    )


def test_a_featured_image_with_a_link_in_a_frame_of_its_own() -> None:
    drawn_image = html(
        drawn("post-featured-image", isLink=True, aspectRatio="1", height="2em", dimRatio=50, overlayColor="base",
              customGradient="linear-gradient(red,blue)", width="expression(1)"),
        post=2,
    )  # fmt: skip
    assert drawn_image.startswith(
        '<figure style="aspect-ratio:1;;height:2em;" class="wp-block-post-featured-image">'
        f'<a href="{URL}2" target="_self"  style="height:2em"><img '
    )
    assert 'alt="Two x" style="width:100%;height:100%;object-fit:cover;"' in drawn_image
    assert drawn_image.endswith(
        '<span class="wp-block-post-featured-image__overlay has-background-dim has-background-dim-50 '
        'has-base-background-color has-background-gradient" style="background-image: linear-gradient(red,blue)"'
        ' aria-hidden="true"></span></a></figure>'
    )


def test_the_first_image_of_a_post_stands_in_for_a_featured_one() -> None:
    assert html(drawn("post-featured-image"), post=1) == ""
    assert html(drawn("post-featured-image", useFirstImageFromPost=True), post=1) == (
        '<figure class="wp-block-post-featured-image"><img alt="x" src="/a.jpg" title="b"></figure>'
    )


def test_an_author() -> None:
    expected = (
        '<div class="wp-block-post-author"><div class="wp-block-post-author__content">'
        '<p class="wp-block-post-author__byline">by</p><p class="wp-block-post-author__name">'
        '<a href="http://example.test/?author=7" target="_self">Ada</a></p>'
        '<p class="wp-block-post-author__bio">Sails <em>well</em>.</p></div></div>'
    )
    markup = drawn("post-author", showAvatar=False, showBio=True, byline="by", isLink=True)
    assert html(markup, post=1) == expected
    assert 'class="wp-block-post-author__avatar"><img ' in html(drawn("post-author"), post=1)


def test_an_authors_name_and_biography() -> None:
    assert html(drawn("post-author-name", isLink=True, linkTarget="_blank"), post=3) == (
        '<div class="wp-block-post-author-name"><a href="http://example.test/?author=8" target="_blank" '
        'class="wp-block-post-author-name__link">Bob</a></div>'
    )
    assert html(drawn("post-author-biography", textAlign="right"), post=1) == (
        '<div class="has-text-align-right wp-block-post-author-biography">Sails <em>well</em>.</div>'
    )
    assert html(drawn("post-author-biography"), post=3) == ""


@pytest.mark.parametrize("name", ["post-author", "post-author-name", "post-author-biography"])
def test_nobody_wrote_it(name: str) -> None:
    assert html(drawn(name), post=5) == ""


@pytest.mark.parametrize("name", ["post-author", "post-author-name"])
def test_the_author_is_that_of_the_page_where_there_is_no_post(name: str) -> None:
    assert "Ada" in html(drawn(name, showAvatar=False), query={"author": 7})


NAMES = (
    "post-title", "post-date", "post-terms", "post-navigation-link", "read-more", "post-time-to-read", "post-excerpt",
    "post-featured-image", "post-author", "post-author-name", "post-author-biography",
)  # fmt: skip
ATTRIBUTES = (
    "level", "isLink", "rel", "linkTarget", "textAlign", "datetime", "format", "term", "separator", "prefix", "type",
    "label", "arrow", "taxonomy", "content", "justifyContent", "averageReadingSpeed", "displayMode", "moreText",
    "excerptLength", "aspectRatio", "height", "scale", "sizeSlug", "dimRatio", "gradient", "avatarSize", "byline",
    "itemsJustification", "style", "metadata",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_no_value_raises_or_brings_a_script(name: str, value: Any) -> None:
    for attribute in ATTRIBUTES:
        markup = drawn(name, **{"isLink": True, "showTitle": False, "dimRatio": 5, attribute: value})
        assert "<script" not in html(markup, query={"p": 2}, loop=True)


def test_without_a_site_nothing_is_drawn_and_a_problem_says_so() -> None:
    result = blocks.convert(drawn("post-title"), to="html")
    assert result.output == ""
    assert [problem.code for problem in result.problems] == ["no-data"]


def test_long_contents_are_counted_in_linear_time() -> None:
    from blocks.render.html.blocks.reading_time import count_words

    for text in ("<a" * 200_000, "<!--" * 100_000, "&" * 300_000, "a" * 300_000, "&a;" * 100_000, "<a>" * 100_000):
        start = perf_counter()
        count_words(text)
        assert perf_counter() - start < 1
