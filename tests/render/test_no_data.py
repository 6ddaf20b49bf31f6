"""What is said, and what stands in the place, where a site, a request or what they refer to is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import blocks
from blocks.site import MemorySite, RenderContext, SitePost
from blocks.sources import Post

SITE = MemorySite(posts=[SitePost(id=7, title="Salt", content="<p>Sea</p>", date="2024-03-01 10:00:00")])
PLACEHOLDER = blocks.render("<!-- wp:post-title /-->", no_data="placeholder").replace("post-title", "NAME")


def told(markup: str | Post, **options: object) -> list[tuple[str, str]]:
    found = blocks.convert(markup, **options)  # type: ignore[arg-type]
    return [(problem.code, problem.message) for problem in found.problems]


@pytest.mark.parametrize("name", ["post-title", "post-date", "post-content", "post-featured-image", "read-more"])
def test_a_block_of_the_current_post_says_that_there_is_none(name: str) -> None:
    message = f"this core/{name} shows the current post, and the request names none"
    assert told(f"<!-- wp:{name} /-->", site=SITE) == [("no-data", message)]
    assert told(f"<!-- wp:{name} /-->", site=SITE, request=RenderContext(post=7)) == []


def test_a_query_without_its_loop_has_no_current_post() -> None:
    (found,) = told("<!-- wp:post-title /-->", site=SITE, request=RenderContext(query={"p": 7}))
    assert "`loop`" in found[1]
    assert told("<!-- wp:post-title /-->", site=SITE, request=RenderContext(query={"p": 7}, loop=True)) == []


def test_blocks_that_are_told_their_post_need_no_request() -> None:
    loop = '<!-- wp:query {"query":{"inherit":%s}} --><!-- wp:post-template --><!-- wp:post-title /--><!-- /wp:post-template --><!-- /wp:query -->'
    assert told(loop % "false", site=SITE) == []
    message = "this core/post-template shows the posts of the page's query, and the request names none"
    assert told(loop % "true", site=SITE) == [("no-data", message)]
    assert told(loop % "true", site=SITE, request=RenderContext(query={})) == []
    assert told('<!-- wp:post-date {"datetime":"2024-03-01"} /-->', site=SITE) == []


def test_a_request_for_a_post_that_is_not_there_is_told() -> None:
    found = told("<!-- wp:paragraph --><p>B</p><!-- /wp:paragraph -->", site=SITE, request=RenderContext(post=9))
    assert found == [("missing-reference", "the post 9, which the request names, is not on the site")]
    assert len(told("<!-- wp:post-title /-->", site=SITE, request=RenderContext(post=9))) == 1


def test_a_post_that_the_site_has_is_the_current_one() -> None:
    post = Post("<!-- wp:post-title /-->", id=7)
    drawn = '<h2 class="wp-block-post-title">Salt</h2>'
    assert blocks.render(post, site=SITE) == drawn
    assert blocks.render(post, site=SITE, request=RenderContext()) == drawn
    assert blocks.render(post, site=SITE, request=RenderContext(query={})) == ""
    assert blocks.render(Post("<!-- wp:post-title /-->", id=8), site=SITE) == ""


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ('<!-- wp:navigation {"ref":30} /-->', "core/navigation"),
        ('<!-- wp:template-part {"slug":"header"} /-->', "core/template-part"),
        ('<!-- wp:block {"ref":30} /-->', "core/block"),
        ('<!-- wp:pattern {"slug":"a/b"} /-->', "core/pattern"),
    ],
)
def test_what_is_referred_to_without_a_site(markup: str, name: str) -> None:
    (found,) = told(markup)
    assert found[1].endswith("and no site was given")
    assert blocks.render(markup, no_data="placeholder") == PLACEHOLDER.replace("NAME", name.partition("/")[2])
    assert blocks.render(markup, no_data="saved") == ""
    (found,) = told(markup, site=SITE)
    assert "no site was given" not in found[1]


def test_saved_items_of_a_menu_stand_for_it() -> None:
    menu = '<!-- wp:navigation {"ref":30} --><!-- wp:paragraph --><p>A</p><!-- /wp:paragraph --><!-- /wp:navigation -->'
    assert blocks.render(menu, no_data="saved") == "<p>A</p>"


def test_a_site_in_files(tmp_path: Path) -> None:
    (tmp_path / "site.json").write_text(json.dumps({"posts": {"7": {"title": "Salt"}}}))
    (tmp_path / "request.json").write_text(json.dumps({"post": 7}))
    files = {"site": tmp_path / "site.json", "request": tmp_path / "request.json"}
    assert told("<!-- wp:post-title /-->", **files) == []
