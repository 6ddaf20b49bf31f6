"""The newest comments of the site."""

from __future__ import annotations

from typing import Any

from blocks.formatting import php
from blocks.formatting.autop import autop
from blocks.formatting.escaping import Html, esc_attr
from blocks.formatting.texts import wp_trim_words
from blocks.formatting.urls import esc_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.comment_parts import comment_avatar
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.comments import author_name, author_url, comment_date, comment_link
from blocks.site.comments import latest_comments as latest
from blocks.site.links import author_link
from blocks.site.pages import password_required
from blocks.site.records import Comment
from blocks.site.text import get_the_title

_WORDS = 20
_PICTURE = 48
_SHOWN = {"displayAvatar": "has-avatars", "displayDate": "has-dates", "displayExcerpt": "has-excerpts"}


def latest_comments(block: ServerBlock, content: str, server: Server) -> str:
    """A list of the newest comments (`render_block_core_latest_comments()`)."""
    del content
    attributes = block.attributes
    comments = latest(server.site, abs(php.integer(attributes.get("commentsToShow"))))
    classes = [name for attribute, name in _SHOWN.items() if php.is_true(attributes.get(attribute))]
    if not comments:
        classes.append("no-comments")
    return server.draw(
        "core/latest-comments",
        wrapper=wrapper_attributes(block, server, {"class": " ".join(classes)}),
        comments=[_drawn(comment, attributes, server) for comment in comments],
    )


def _drawn(comment: Comment, attributes: dict[str, Any], server: Server) -> dict[str, Any]:
    site = server.site

    def shows(attribute: str) -> bool:
        return php.is_true(attributes.get(attribute))

    address = author_url(comment)
    if not address and comment.user:
        address = author_link(site, comment.user)
    title = get_the_title(site.posts.get(comment.post))
    classes = "wp-block-latest-comments__comment-avatar"
    return {
        "avatar": Html(comment_avatar(comment, _PICTURE, server, classes) if shows("displayAvatar") else ""),
        "author": Html(author_name(site, comment)),
        "author_link": Html(esc_url(address)) if address else None,
        "link": Html(esc_url(comment_link(site, comment, user=server.request.user))),
        "title": Html(title if php.is_true(title) else "(no title)"),
        "datetime": Html(esc_attr(comment_date(site, comment, "c"))) if shows("displayDate") else None,
        "date": Html(comment_date(site, comment)),
        "excerpt": Html(autop(_excerpt(comment, server))) if shows("displayExcerpt") else None,
    }


def _excerpt(comment: Comment, server: Server) -> str:
    """The first words of a comment (`get_comment_excerpt()`)."""
    post = server.site.posts.get(comment.post)
    if post is not None and password_required(post):
        return "Password protected"
    text = php.strip_tags(comment.content.replace("\n", " ").replace("\r", " "))
    return wp_trim_words(text, _WORDS)
