"""What a site answers of media, people, terms, pages, comments, dates and archives."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

import pytest

from blocks.site import SitePost
from blocks.site.archives import archives, calendar_of
from blocks.site.avatars import avatar, get_avatar
from blocks.site.comments import author_link, comment_link, comment_page, latest_comments, reply_link
from blocks.site.dates import get_the_date, human_time_diff, mysql2date, wp_date
from blocks.site.media import Size, attachment_image, attachment_url, constrained, image_src
from blocks.site.pages import adjacent_post, get_pages, page_uri, status_of
from blocks.site.post_pages import PostPages, get_the_content, pages_of, post_pages
from blocks.site.query import run
from blocks.site.site import MemorySite
from blocks.site.terms import get_terms, get_the_terms, post_format
from blocks.site.text import NO_EXCERPT, get_the_excerpt, get_the_title
from tests.site.harbour import NOW, harbour

UPLOADS = "http://harbour.test/wp-content/uploads/2024/03"
SITE = harbour()


@pytest.mark.parametrize(
    ("size", "file", "width", "height"),
    [
        ("thumbnail", "pier-150x150.jpg", 150, 150),
        ("medium", "pier-300x225.jpg", 300, 225),
        ("full", "pier.jpg", 1600, 1200),
        ("unknown", "pier.jpg", 1600, 1200),
        ((300, 225), "pier-300x225.jpg", 300, 225),
        ((400, 300), "pier-1024x768.jpg", 400, 300),
        ((90, 90), "pier-150x150.jpg", 90, 90),
        ((5000, 10), "pier.jpg", 13, 10),
    ],
)
def test_an_image_in_a_size(size: str | tuple[int, int], file: str, width: int, height: int) -> None:
    found = image_src(SITE, 20, size)
    assert found is not None
    assert found[:3] == (f"{UPLOADS}/{file}", width, height)


def test_what_is_no_image() -> None:
    assert image_src(SITE, 21) is None
    assert image_src(SITE, 1) is None
    assert attachment_image(SITE, 404) == ""
    assert attachment_url(SITE, SITE.posts[21]) == f"{UPLOADS}/song.mp3"


def test_an_image_drawn() -> None:
    drawn = attachment_image(SITE, 20, "medium", {"data-x": "<1>"}, lambda _: {"decoding": "async", "loading": "lazy"})
    assert drawn == (
        f'<img width="300" height="225" src="{UPLOADS}/pier-300x225.jpg" class="attachment-medium size-medium"'
        ' alt="The &quot;pier&quot;" data-x="&lt;1&gt;" decoding="async" loading="lazy"'
        f' srcset="{UPLOADS}/pier-300x225.jpg 300w, {UPLOADS}/pier-1024x768.jpg 1024w, {UPLOADS}/pier.jpg 1600w"'
        ' sizes="auto, (max-width: 300px) 100vw, 300px" />'
    )
    assert "srcset" not in attachment_image(SITE, 20, "thumbnail")


def test_metadata_of_any_type_raises_nothing() -> None:
    values: list[Any] = [
        "x",
        3,
        [],
        {"sizes": 3},
        {"sizes": {"medium": 3, "thumbnail": {"width": []}}, "file": []},
        None,
    ]
    sizes: list[Size] = ["medium", "full", (10, 10)]
    for value in values:
        post = replace(SITE.posts[20], meta={"_wp_attached_file": "a.jpg", "_wp_attachment_metadata": value})
        site = MemorySite(posts=[post])
        for size in sizes:
            attachment_image(site, 20, size)


def test_constrained_sizes_round_as_wordpress_does() -> None:
    assert constrained(1600, 1200, 300, 300) == (300, 225)
    assert constrained(1000, 667, 300) == (300, 200)
    assert constrained(10, 10) == (10, 10)
    assert constrained(100, 1, 10, 10) == (10, 1)


def test_avatars() -> None:
    digest = sha256(b"ann@harbour.test").hexdigest()
    address = f"https://secure.gravatar.com/avatar/{digest}"
    found = avatar(SITE, 1)
    assert found is not None
    assert found.url == f"{address}?s=96&d=mm&r=g"
    assert get_avatar(SITE, 1, 24, alt="A'", classes=["x"], loading=lambda _: {"decoding": "async"}) == (
        f"<img alt='A&#039;' src='{address}?s=24&#038;d=mm&#038;r=g' srcset='{address}?s=48&#038;d=mm&#038;r=g 2x'"
        " class='avatar avatar-24 photo x' height='24' width='24' decoding='async'/>"
    )
    assert "avatar-default" in get_avatar(SITE, 99)
    assert get_avatar(SITE, SITE.comments[5]) == ""
    assert get_avatar(harbour(show_avatars="0"), 1) == ""


def test_terms() -> None:
    def names(**asked: object) -> list[str]:
        return [term.name for term in get_terms(SITE, {"taxonomy": "category", **asked})]

    assert names() == ["boats", "Dinghies", "News"]
    assert names(hide_empty=False, orderby="count", order="DESC") == ["News", "boats", "Dinghies", "Empty"]
    assert names(parent=0) == ["boats", "News"]
    assert names(child_of=2) == ["Dinghies"]
    assert names(exclude_tree=[2]) == ["News"]
    assert names(include=[3, 1], orderby="include") == ["Dinghies", "News"]
    assert names(number=1, offset=1) == ["Dinghies"]
    assert names(search="OAT") == ["boats"]
    assert names(taxonomy="unknown") == []
    assert [term.count for term in get_terms(SITE, {"taxonomy": "category", "pad_counts": True})] == [1, 1, 2]
    assert [term.id for term in get_the_terms(SITE, SITE.posts[2], "category")] == [3, 1]
    assert post_format(SITE, SITE.posts[3]) == "video"


def test_pages_and_neighbours() -> None:
    def order(**asked: object) -> list[int]:
        return [page.id for page in get_pages(SITE, asked)]

    assert order() == [12, 10, 11]
    assert order(sort_column="menu_order,post_title") == [12, 10, 11]
    assert order(sort_column="menu_order", hierarchical=False) == [11, 12, 10]
    assert order(child_of=10) == [11]
    assert order(parent=0) == [12, 10]
    assert order(exclude_tree=[10]) == [12]
    assert order(post_type="post") == []
    assert page_uri(SITE, SITE.posts[11]) == "crew/cook"
    assert status_of(SITE, SITE.posts[20]) == "publish"
    first, second = SITE.posts[1], SITE.posts[2]
    assert adjacent_post(SITE, first, previous=False) is second
    assert adjacent_post(SITE, second, previous=False) is None
    assert adjacent_post(SITE, second, previous=False, user=1) is SITE.posts[3]
    assert adjacent_post(SITE, second, previous=True, taxonomy="category") is first
    assert adjacent_post(SITE, second, previous=True, taxonomy="post_tag") is None
    assert adjacent_post(SITE, second, previous=True, excluded=[1]) is None


def test_circles_of_pages_end() -> None:
    site = MemorySite(posts=[SitePost(id=1, type="page", parent=2, name="a"), SitePost(id=2, type="page", parent=1)])
    assert page_uri(site, site.posts[1]) == "a"
    assert get_pages(site) == []


def test_comments() -> None:
    page = comment_page(SITE, 1)
    assert [comment.id for comment in page.comments] == [3, 1]
    assert {parent: [reply.id for reply in replies] for parent, replies in page.replies.items()} == {1: [2], 2: [5]}
    assert [comment.id for comment in comment_page(SITE, 1, user=2).comments] == [3, 1, 4]
    assert [comment.id for comment in comment_page(harbour(thread_comments="0"), 1).comments] == [3, 1, 2, 5]
    assert [comment.id for comment in latest_comments(SITE, 2)] == [5, 2]
    assert (
        author_link(SITE, SITE.comments[1]) == '<a href="http://cy.test" class="url" rel="ugc external nofollow">Cy</a>'
    )
    assert author_link(SITE, SITE.comments[3]) == "Bob"
    assert 'href="http://harbour.test/?p=1&#038;replytocom=1#respond"' in reply_link(
        SITE, SITE.comments[1], depth=1, most=5
    )
    assert reply_link(SITE, SITE.comments[1], depth=5, most=5) == ""


def test_pages_of_comments() -> None:
    site = harbour(page_comments="1", comments_per_page="1")
    newest = comment_page(site, 1)
    assert ([comment.id for comment in newest.comments], newest.pages, newest.number) == ([1], 2, 2)
    assert [comment.id for comment in comment_page(site, 1, page=1).comments] == [3]
    assert comment_link(site, site.comments[5]) == "http://harbour.test/?p=1&cpage=2#comment-5"


def test_dates() -> None:
    when = datetime(2024, 2, 29, 13, 5, 9, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
    letters = r"d D j l N S w z W F m M n t L o Y y a A g G h H i s e I O P p T Z c U \Y\\q"
    assert wp_date(letters, when) == (
        "29 Thu 29 Thursday 4 th 4 59 09 February 02 Feb 2 29 1 2024 2024 24 pm PM 1 13 01 13 05 09 -03:30 0 -0330 "
        "-03:30 -03:30 -03:30 -12600 2024-02-29T13:05:09-03:30 1709224509 Y\\q"
    )
    site = harbour(timezone_string="Europe/Paris")
    assert mysql2date(site, "g:i a T P", "2024-07-01 09:05:00") == "9:05 am CEST +02:00"
    assert mysql2date(site, "Y", "no date") == ""
    assert get_the_date(SITE, SITE.posts[1]) == "March 1, 2024"
    assert mysql2date(harbour(gmt_offset="5.5"), "c", "2024-07-01 09:05:00") == "2024-07-01T09:05:00+05:30"
    spans = [(0, "1 second"), (59, "59 seconds"), (90, "2 minutes"), (3600, "1 hour"), (8e5, "1 week"), (4e7, "1 year")]
    assert [human_time_diff(seconds) for seconds, _ in spans] == [words for _, words in spans]


def test_archives_and_calendar() -> None:
    months = archives(SITE)
    assert [(one.text, one.count, one.url) for one in months] == [("March 2024", 2, "http://harbour.test/?m=202403")]
    assert [one.text for one in archives(SITE, "daily")] == ["March 2, 2024", "March 1, 2024"]
    assert [one.text for one in archives(SITE, "weekly")] == ["February 26, 2024&#8211;March 3, 2024"]
    assert [one.text for one in archives(SITE, "postbypost")] == ["Ebb", "Storm &#038; rain"]
    assert [one.post for one in archives(SITE, "alpha", limit=1)] == [2]
    assert archives(SITE, post_type="wp_block") == []
    month = calendar_of(SITE, NOW)
    assert month is not None
    assert (month.year, month.month, month.today, sorted(month.with_posts)) == (2024, 3, 10, [1, 2])
    assert (month.first_weekday, month.days, month.previous, month.next) == (5, 31, None, None)
    april = calendar_of(SITE, NOW, 2024, 4)
    assert april is not None
    assert (april.previous, april.today) == ((2024, 3), 0)
    assert calendar_of(MemorySite(), NOW) is None


def test_titles_and_excerpts() -> None:
    assert get_the_title(SITE.posts[1]) == "Storm &#038; rain"
    assert get_the_title(SITE.posts[2]) == "Protected: Ebb"
    assert get_the_title(SITE.posts[3]) == "Private: Flow"
    assert get_the_excerpt(SITE.posts[2], lambda: "never") == NO_EXCERPT
    assert get_the_excerpt(replace(SITE.posts[1], excerpt="By hand"), lambda: "never") == "By hand"
    assert get_the_excerpt(SITE.posts[1], lambda: "<p>one two three</p>", length=2) == "one two [&hellip;]"


def test_the_parts_of_a_content() -> None:
    assert pages_of("a") == ["a"]
    assert pages_of("a\n<!--nextpage-->\nb<!--nextpage-->c") == ["a", "b", "c"]
    post = replace(SITE.posts[1], content="top<!--more Go on-->rest")
    link = ' <a href="http://harbour.test/?p=1#more-1" class="more-link">Go on</a>'
    shown = PostPages(pages_of(post.content))
    assert get_the_content(SITE, post, shown) == f"top{link}"
    assert get_the_content(SITE, post, shown, more_text="") == "top"
    assert get_the_content(SITE, post, replace(shown, more=True)) == 'top<span id="more-1"></span>rest'
    site = MemorySite(posts=[post])
    assert post_pages(post, run(site, {"p": 1})).more
    assert not post_pages(post, run(site, {})).more
