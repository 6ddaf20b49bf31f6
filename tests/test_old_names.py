"""Blocks that had another name in older versions of WordPress are of the type that they are today."""

from __future__ import annotations

from typing import Any

import pytest

import blocks
from blocks.model import legacy

COVER = (
    '<section class="wp-block-cover-image has-background-dim" style="background-image:url(a.jpg)"><h2>T</h2></section>'
)

# (old name, markup, name today, some of the attributes today): as WordPress 6.9.1's editor answers
OLD_NAMES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("core/text", '<!-- wp:text {"align":"left"} --><p>a</p><!-- /wp:text -->', "core/paragraph",
     {"align": "left", "content": "<p>a</p>", "dropCap": False}),
    ("core/cover-text", "<!-- wp:cover-text --><p>a</p><!-- /wp:cover-text -->", "core/paragraph", {"content": "a"}),
    ("core/cover-image", f'<!-- wp:cover-image {{"url":"a.jpg"}} -->{COVER}<!-- /wp:cover-image -->', "core/cover",
     {"url": "a.jpg", "dimRatio": 50, "backgroundType": "image", "tagName": "div"}),
    ("core/post-comment-author", "<!-- wp:post-comment-author /-->", "core/comment-author-name",
     {"isLink": True, "linkTarget": "_self"}),
    ("core/post-comment-content", "<!-- wp:post-comment-content /-->", "core/comment-content", {}),
    ("core/post-comment-date", "<!-- wp:post-comment-date /-->", "core/comment-date", {"isLink": True}),
    ("core/comments-query-loop", '<!-- wp:comments-query-loop --><div class="wp-block-comments-query-loop"></div>'
     "<!-- /wp:comments-query-loop -->", "core/comments",
     {"tagName": "div", "className": "wp-block-comments-query-loop "}),
    ("core/post-comments", "<!-- wp:post-comments /-->", "core/comments", {"tagName": "div", "legacy": True}),
    ("core/social-link-github", '<!-- wp:social-link-github {"url":"x"} /-->', "core/social-link",
     {"url": "x", "service": "github"}),
    ("core-embed/youtube", '<!-- wp:core-embed/youtube {"url":"x"} /-->', "core/embed",
     {"providerNameSlug": "youtube", "responsive": True}),
    ("core-embed/speaker", '<!-- wp:core-embed/speaker {"url":"x"} /-->', "core/embed",
     {"providerNameSlug": "speaker-deck", "responsive": True}),
    ("core-embed/polldaddy", '<!-- wp:core-embed/polldaddy {"url":"x"} /-->', "core/embed",
     {"providerNameSlug": "crowdsignal", "responsive": True}),
    ("core-embed/wordpress", '<!-- wp:core-embed/wordpress {"url":"x"} /-->', "core/embed",
     {"providerNameSlug": "wordpress", "responsive": False}),
    ("core-embed/amazon-kindle", '<!-- wp:core-embed/amazon-kindle {"url":"x"} /-->', "core/embed",
     {"providerNameSlug": "amazon-kindle", "responsive": False}),
    ("core/subhead", '<!-- wp:core/subhead {"align":"left"} --><p class="wp-block-subhead">a</p><!-- /wp:core/subhead -->',
     "core/missing",
     {"originalName": "core/subhead", "originalUndelimitedContent": '<p class="wp-block-subhead">a</p>'}),
]  # fmt: skip


@pytest.mark.parametrize(("old", "markup", "name", "attributes"), OLD_NAMES, ids=[row[0] for row in OLD_NAMES])
def test_a_block_of_an_old_name_is_what_it_is_today(
    old: str, markup: str, name: str, attributes: dict[str, Any]
) -> None:
    document = blocks.parse(markup)
    (node,) = document.children
    (found,) = document.to_json()
    assert found["name"] == name
    assert {key: found["attributes"].get(key) for key in attributes} == attributes
    assert node.block_name == old
    assert isinstance(node, blocks.Unknown) if name == "core/missing" else node.type_name == name
    assert document.markup == markup


def test_every_old_name_has_a_row() -> None:
    assert legacy._RENAMED.keys() <= {row[0] for row in OLD_NAMES}


def test_the_heading_of_an_old_cover_is_a_paragraph_inside_it() -> None:
    markup = next(row[1] for row in OLD_NAMES if row[0] == "core/cover-image")
    (inside,) = blocks.parse(markup).to_json()[0]["innerBlocks"]
    assert (inside["name"], inside["attributes"]["content"]) == ("core/paragraph", "T")


@pytest.mark.parametrize("html", ["<p>a</p><p>b</p>", "<p>a</p>b"])
def test_a_paragraph_of_more_than_one_element_is_all_content_as_in_the_editor(html: str) -> None:
    (found,) = blocks.parse(f"<!-- wp:paragraph -->{html}<!-- /wp:paragraph -->").to_json()
    assert found == {"name": "core/paragraph", "attributes": {"content": html, "dropCap": False}, "innerBlocks": []}
