"""The latest posts and what feeds say; and what holds for all lists of a site."""

from __future__ import annotations

import re
from typing import Any

import pytest

from blocks.site import Feed, FeedItem
from tests.render.lists import HOME, POSTS, converted, html, post, site

# ----------------------------------------------------------------------------------------------------------- feeds

FEED = Feed(
    items=(
        FeedItem(title="Old &amp;lt;b&gt;", link="https://e.test/old", date="Mon, 01 Jan 2024 23:30:00 GMT"),
        FeedItem(
            title="<b>New</b>",
            link="https://e.test/?a=1&b=2",
            description="<p>one two &amp;lt; three</p>",
            author="J <i>D</i>",
            date="2026-02-10T10:00:00Z",
        ),
        FeedItem(title="", link="javascript:x"),
    )
)


def feed(attributes: str = "", **options: Any) -> str:
    place = site(feeds={"https://e.test/feed": FEED}, options=options)
    return html("rss", '{"feedURL":"https://e.test/feed"' + attributes + "}", place)


def test_feed() -> None:
    assert feed(',"openInNewTab":true,"rel":" me "') == (
        '<ul class="wp-block-rss">'
        "<li class='wp-block-rss__item'><div class='wp-block-rss__item-title'>(no title)</div></li>"
        "<li class='wp-block-rss__item'><div class='wp-block-rss__item-title'>"
        '<a href=\'https://e.test/?a=1&#038;b=2\' target="_blank" rel="me">New</a></div></li>'
        "<li class='wp-block-rss__item'><div class='wp-block-rss__item-title'>"
        '<a href=\'https://e.test/old\' target="_blank" rel="me">Old &lt;b&gt;</a></div></li></ul>'
    )


def test_what_else_of_a_feed_is_shown() -> None:
    shown = ',"displayDate":true,"displayAuthor":true,"displayExcerpt":true,"excerptLength":2,"itemsToShow":2'
    drawn = feed(f'{shown},"blockLayout":"grid","columns":4', gmt_offset="5.5")
    assert drawn.startswith('<ul class="is-grid columns-4 has-dates has-authors has-excerpts wp-block-rss">')
    assert drawn.count("<li") == 2
    assert (
        '<time datetime="2026-02-10T15:30:00+05:30" class="wp-block-rss__item-publish-date">February 10, 2026</time> '
        '<span class="wp-block-rss__item-author">by J D</span>'
        '<div class="wp-block-rss__item-excerpt">one two [&hellip;]</div></li></ul>'
    ) in drawn


def test_feeds_that_say_nothing() -> None:
    box = '<div class="components-placeholder"><div class="notice notice-error">'
    assert (
        html("rss")
        == f"{box}An error has occurred, which probably means the feed is down. Try again later.</div></div>"
    )
    assert html("rss", f'{{"feedURL":"{HOME}/"}}').startswith(
        f"{box}Adding an RSS feed to this site’s homepage is not "
    )
    broken = site(feeds={"https://e.test": Feed(error="A & B")})
    assert "<strong>RSS Error:</strong> A &amp; B</div>" in html("rss", '{"feedURL":"https://e.test"}', broken)
    unknown = converted('<!-- wp:rss {"feedURL":"https://x.test"} /-->', site())
    assert "WP HTTP Error: User has blocked requests through HTTP." in unknown.output
    assert [problem.code for problem in unknown.problems] == ["no-data"]


# ---------------------------------------------------------------------------------------------------- latest posts


def test_latest_posts() -> None:
    title = '<a class="wp-block-latest-posts__post-title" href="{}/?p={}">{}</a>'
    assert html("latest-posts", '{"postsToShow":2,"displayAuthor":true,"displayPostDate":true}') == (
        '<ul class="wp-block-latest-posts__list has-dates has-author wp-block-latest-posts">'
        f"<li>{title.format(HOME, 1, 'Ebb &#038; &#8220;flow&#8221;')}"
        '<div class="wp-block-latest-posts__post-author">by Ann</div>'
        '<time datetime="2026-02-03T10:00:00+00:00" class="wp-block-latest-posts__post-date">February 3, 2026</time></li>\n'
        f"<li>{title.format(HOME, 2, '(no title)')}"
        '<time datetime="2026-01-07T10:00:00+00:00" class="wp-block-latest-posts__post-date">January 7, 2026</time></li>\n'
        "</ul>"
    )


@pytest.mark.parametrize(
    ("attributes", "ids"),
    [
        ('{"order":"asc","orderBy":"title"}', ["2", "3", "1", "4"]),
        ('{"categories":[{"id":3}]}', ["2", "3"]),
        ('{"categories":"-1"}', ["1", "3"]),
        ('{"categories":"nope"}', []),
        ('{"selectedAuthor":2}', ["2"]),
        ('{"postsToShow":1}', ["1"]),
    ],
)
def test_which_posts_are_listed(attributes: str, ids: list[str]) -> None:
    assert re.findall(r"/\?p=(\d)", html("latest-posts", attributes)) == ids


def test_sticky_posts_keep_their_place() -> None:
    assert re.findall(r"/\?p=(\d)", html("latest-posts", place=site(options={"sticky_posts": [4]}))) == [
        "1",
        "2",
        "3",
        "4",
    ]


def test_excerpts_of_posts() -> None:
    drawn = html("latest-posts", '{"displayPostContent":true,"excerptLength":3}')
    more = (
        f'… <a class="wp-block-latest-posts__read-more" href="{HOME}/?p=3" rel="noopener noreferrer">Read more'
        '<span class="screen-reader-text">: Anchor</span></a>'
    )
    assert f'<div class="wp-block-latest-posts__post-excerpt">word word word{more}</div></li>' in drawn
    assert '<div class="wp-block-latest-posts__post-excerpt">This content is password protected.</div>' in drawn


def test_contents_of_posts() -> None:
    posts = [post(1, "2026-01-01", content="<p>a &lt;b&gt;c&lt;/b&gt;</p><script>x</script>"), POSTS[3]]
    drawn = html("latest-posts", '{"displayPostContent":true,"displayPostContentRadio":"full_post"}', site(posts=posts))
    assert '<div class="wp-block-latest-posts__post-full-content"><p>a <b>c</b></p>x</div>' in drawn
    assert '<div class="wp-block-latest-posts__post-full-content">This content is password protected.</div>' in drawn


def test_blocks_in_contents_of_posts() -> None:
    hidden = '<!-- wp:x {"a":{},"b":["\\u003cscript\\u003e1 \\u0026 2"]} -->y<!-- /wp:x -->'
    part = '<!-- wp:template-part {"tagName":"script","slug":"s"} /-->'
    place = site(posts=[post(1, "2026-01-01", content=hidden + part)])
    drawn = html("latest-posts", '{"displayPostContent":true,"displayPostContentRadio":"full_post"}', place)
    assert '<!-- wp:x {"a":[],"b":["1 \\u0026amp; 2"]} -->y<!-- /wp:x -->' in drawn
    assert '<!-- wp:template-part {"tagName":"","slug":"s"} /-->' in drawn


def test_images_of_posts() -> None:
    photo = post(9, "2026-01-01", type="attachment", status="inherit", mime="image/png", meta={
        "_wp_attached_file": "a.png", "_wp_attachment_metadata": {"width": 20, "height": 10, "file": "a.png"},
    })  # fmt: skip
    posts = [post(1, "2026-01-01", title="A <i>b</i>", meta={"_thumbnail_id": "9"}), photo]
    attributes = (
        '{"displayFeaturedImage":true,"addLinkToFeaturedImage":true,"featuredImageAlign":"left",'
        '"featuredImageSizeWidth":50,"featuredImageSizeSlug":"full","postLayout":"grid","columns":2}'
    )
    drawn = html("latest-posts", attributes, site(posts=posts))
    assert drawn.startswith(
        '<ul class="wp-block-latest-posts__list is-grid columns-2 wp-block-latest-posts"><li>'
        '<div class="wp-block-latest-posts__featured-image alignleft">'
        f'<a href="{HOME}/?p=1" aria-label="A &lt;i&gt;b&lt;/i&gt;"><img '
    )
    assert 'style="max-width:50px;"' in drawn
    assert drawn.count("<img") == 1


def test_the_current_post_stays() -> None:
    markup = "<!-- wp:latest-posts /--><!-- wp:post-title /-->"
    assert converted(markup, site(), post=3).output.endswith('<h2 class="wp-block-post-title">Anchor</h2>')


# ---------------------------------------------------------------------------------------------------------- for all

NAMES = ("archives", "calendar", "categories", "latest-posts", "tag-cloud")


@pytest.mark.parametrize("name", NAMES)
def test_without_a_site(name: str) -> None:
    assert [problem.code for problem in converted(f"<!-- wp:{name} /-->", None).problems] == ["no-data"]


ATTRIBUTES = (
    "type", "displayAsDropdown", "taxonomy", "label", "month", "year", "textColor", "style", "numberOfTags",
    "smallestFontSize", "largestFontSize", "feedURL", "itemsToShow", "excerptLength", "rel", "columns", "postsToShow",
    "order", "orderBy", "categories", "selectedAuthor", "featuredImageSizeSlug", "displayPostContent",
)  # fmt: skip


@pytest.mark.parametrize("name", [*NAMES, "rss"])
@pytest.mark.parametrize("value", ["null", "0", "-1", "1e99", '"%s%"', "[]", "[[]]", '{"id":{}}', "true"])
def test_values_of_any_kind(name: str, value: str) -> None:
    for attribute in ATTRIBUTES:
        place = site(options={"permalink_structure": "/%year%/%monthnum%/"})
        drawn = html(name, f'{{"{attribute}":{value},"displayFeaturedImage":true}}', place)
        assert drawn.count("<ul") == drawn.count("</ul>")
