"""How many comments a post has, the link to them, and the form for one more."""

from __future__ import annotations

from blocks.formatting import php
from blocks.formatting.escaping import Html
from blocks.formatting.urls import esc_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.comment_form import comment_form
from blocks.render.html.blocks.common import align_classes, post_of, text_wrapper
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.comments import comments_open
from blocks.site.links import permalink
from blocks.site.pages import password_required
from blocks.site.text import get_the_title


def post_comments_count(block: ServerBlock, content: str, server: Server) -> str:
    """The number of comments (`render_block_core_post_comments_count()`)."""
    del content
    post = post_of(block, server)
    if block.context.get("postId") is None:
        return ""
    count = post.comment_count if post is not None else 0
    return f"<div {wrapper_attributes(block, server, {'class': ' '.join(align_classes(block))})}>{count}</div>"


def post_comments_link(block: ServerBlock, content: str, server: Server) -> str:
    """The link to the comments, or to the form (`render_block_core_post_comments_link()`)."""
    del content
    post = post_of(block, server)
    if post is None or not comments_open(post):
        return ""
    count = post.comment_count
    number = php.number_format_i18n(count) if count else "No"
    address = permalink(server.site, post) + ("#comments" if count else "#respond")
    return server.draw(
        "core/post-comments-link",
        wrapper=text_wrapper(block, server),
        link=Html(esc_url(address)),
        count=f"{number} {'comment' if count == 1 else 'comments'}",
        title=Html(get_the_title(post)),
    )


def post_comments_form(block: ServerBlock, content: str, server: Server) -> str:
    """The form for a comment (`render_block_core_post_comments_form()`)."""
    del content
    post = post_of(block, server)
    if post is None or password_required(post):
        return ""
    return comment_form(server, post, wrapper=text_wrapper(block, server, "comment-respond"), is_block=True)
