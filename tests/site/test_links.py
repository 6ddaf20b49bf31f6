"""Addresses of everything in a site."""

from __future__ import annotations

from dataclasses import replace

import pytest

from blocks.formatting.query import http_build_query
from blocks.site import Comment, MemorySite, RenderContext, SitePost, User
from blocks.site.addresses import request_uri
from blocks.site.links import (
    author_link,
    day_link,
    feed_link,
    month_link,
    page_number_link,
    permalink,
    post_type_archive_link,
    term_link,
    year_link,
)
from blocks.site.login import edit_comment_link, login_url, logout_url, nonce
from tests.site.harbour import NOW, harbour

HOME = "http://harbour.test"


def test_plain_addresses() -> None:
    site = harbour()
    assert [permalink(site, site.posts[id]) for id in (1, 10, 20)] == [
        f"{HOME}/?p=1",
        f"{HOME}/?page_id=10",
        f"{HOME}/?attachment_id=20",
    ]
    assert [term_link(site, site.terms[id]) for id in (2, 5, 6)] == [
        f"{HOME}/?cat=2",
        f"{HOME}/?tag=wet",
        f"{HOME}/?post_format=video",
    ]
    assert author_link(site, 1) == f"{HOME}/?author=1"
    assert (year_link(site, 2024), month_link(site, 2024, 3), day_link(site, 2024, 3, 5)) == (
        f"{HOME}/?m=2024",
        f"{HOME}/?m=202403",
        f"{HOME}/?m=20240305",
    )
    assert feed_link(site, "comments_rss2") == f"{HOME}/?feed=comments-rss2"
    assert post_type_archive_link(site, "post") == HOME
    assert post_type_archive_link(site, "page") is None


@pytest.mark.parametrize(
    ("structure", "base", "addresses"),
    [
        (
            "/%year%/%monthnum%/%postname%/",
            "",
            "/2024/03/storm/ /crew/cook/ /pier/ /category/boats/dinghies/ /tag/wet/ /author/ann/ /2024/03/",
        ),
        (
            "/log/%category%/%postname%",
            "",
            "/log/news/storm /crew/cook /pier /log/category/boats/dinghies /log/tag/wet /log/author/ann /log/2024/03",
        ),
        (
            "/a/%post_id%",
            "topics",
            "/a/1 /crew/cook /pier /topics/boats/dinghies /a/tag/wet /a/author/ann /a/date/2024/03",
        ),
        (
            "/index.php/%postname%/",
            "",
            "/index.php/storm/ /index.php/crew/cook/ /pier/ /index.php/category/boats/dinghies/ /index.php/tag/wet/ "
            "/index.php/author/ann/ /index.php/2024/03/",
        ),
    ],
)
def test_pretty_addresses(structure: str, base: str, addresses: str) -> None:
    site = harbour(permalink_structure=structure, category_base=base)
    made = [
        *(permalink(site, site.posts[id]) for id in (1, 11, 20)),
        *(term_link(site, site.terms[id]) for id in (3, 5)),
        author_link(site, 1),
        month_link(site, 2024, 3),
    ]
    assert [address.removeprefix(HOME) for address in made] == addresses.split()


def test_a_post_that_nobody_sees_has_a_plain_address() -> None:
    site = harbour(permalink_structure="/%postname%/")
    assert permalink(site, site.posts[4]) == f"{HOME}/?p=4"


def test_what_carries_its_address_keeps_it() -> None:
    site = harbour()
    assert permalink(site, SitePost(id=9, permalink="http://elsewhere.test/x")) == "http://elsewhere.test/x"
    assert term_link(site, replace(site.terms[1], link="http://elsewhere.test/y")) == "http://elsewhere.test/y"


def test_pages_of_lists() -> None:
    assert page_number_link(harbour(), "/?s=a&paged=3", 2) == f"{HOME}/?s=a&paged=2"
    assert page_number_link(harbour(), "/?s=a&paged=3", 1) == f"{HOME}/?s=a"
    pretty = harbour(permalink_structure="/%postname%/")
    assert page_number_link(pretty, "/category/news/page/3/?s=a", 2) == f"{HOME}/category/news/page/2/?s=a"
    assert page_number_link(pretty, "/category/news/page/3/", 1) == f"{HOME}/category/news/"


def test_the_address_that_was_asked_for() -> None:
    assert request_uri(RenderContext()) == "/"
    assert request_uri(RenderContext(get={"s": "a b", "x": {"0": "1", "k": "~"}})) == "/?s=a+b&x%5B0%5D=1&x%5Bk%5D=%7E"
    assert request_uri(RenderContext(uri="/here/?x=1")) == "/here/?x=1"
    deep: object = "x"
    for _ in range(5000):
        deep = [deep]
    assert http_build_query({"a": deep}).endswith("=x")


def test_logging_in_and_out() -> None:
    site = harbour()
    assert (
        login_url(site, "http://a.test/?b=c d") == f"{HOME}/wp-login.php?redirect_to=http%3A%2F%2Fa.test%2F%3Fb%3Dc+d"
    )
    token = nonce(site, NOW, "log-out", 1)
    assert logout_url(site, NOW, user=1) == f"{HOME}/wp-login.php?action=logout&amp;_wpnonce={token}"
    assert len(token) == 10
    assert nonce(site, NOW, "log-out", 2) != token
    assert nonce(harbour(nonce_salt="salt"), NOW, "log-out", 1) != token


def test_who_may_edit_a_comment() -> None:
    site = MemorySite(
        options={"home": HOME},
        posts=[SitePost(id=1, author=2)],
        users=[User(id=1), User(id=2, roles=("author",)), User(id=3)],
        comments=[Comment(id=5, post=1)],
    )
    address = f"{HOME}/wp-admin/comment.php?action=editcomment&amp;c=5"
    assert [edit_comment_link(site, site.comments[5], user) for user in (1, 2, 3, 0)] == [address, address, "", ""]
