"""The comments of a post: around them, their threads, and their number."""

from __future__ import annotations

from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import Html
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.comment_list import comment_list
from blocks.render.html.blocks.comment_parts import comment_classes, steps_inside
from blocks.render.html.blocks.common import align_classes, aligned_wrapper, post_of
from blocks.render.html.server import Rendering, Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.comments import comment_page, comments_open
from blocks.site.pages import password_required
from blocks.site.text import get_the_title


def comments(block: ServerBlock, content: str, server: Server) -> Rendering:
    """The blocks inside, or the list of classic themes (`render_block_core_comments()`).

    Nothing where nobody has commented, and nobody may.
    """
    del content
    post, attributes = post_of(block, server), block.attributes
    if post is None or not (comments_open(post) or post.comment_count):
        return ""
    if block.name != "core/post-comments" and not php.is_true(attributes.get("legacy")):
        return (yield server.inner_content(block))
    server.post = post
    classes = ["wp-block-post-comments"] if attributes.get("legacy") is not None else []
    classes += align_classes(block)
    html = comment_list(block, server, post)
    return f"<div {wrapper_attributes(block, server, {'class': ' '.join(classes)})}>{html}</div>"


post_comments = comments


def comment_template(block: ServerBlock, content: str, server: Server) -> Rendering:
    """The threads, each comment drawn by the same inner blocks (`render_block_core_comment_template()`)."""
    del content
    site, post = server.site, post_of(block, server)
    if post is None or password_required(post):
        return ""
    cpage = php.integer(server.main_query.get("cpage"))
    page = comment_page(site, post.id, page=cpage, user=server.request.user)
    if not page.comments:
        return ""
    top = [*page.comments]
    if site.options["comment_order"] == "desc":
        top.reverse()
    first: int = server.memory.get("comment_depth", 1)
    most = php.integer(site.options["thread_comments_depth"])
    steps: list[dict[str, Any]] = []
    for step in steps_inside(top, page.replies, first, most):
        drawn: dict[str, Any] = {"kind": step.kind, "id": step.comment.id}
        if step.kind == "comment":
            server.memory["comment_depth"] = step.depth
            overrides = server.context_overrides
            server.context_overrides = {**overrides, "commentId": str(step.comment.id)}
            drawn["content"] = Html((yield server.inner_content(block.again({}, block.name))))
            server.context_overrides = overrides
            drawn["classes"] = comment_classes(server, step.comment, step.depth, site.posts.get(step.comment.post))
        steps.append(drawn)
    server.memory["comment_depth"] = first
    return server.draw("core/comment-template", wrapper=wrapper_attributes(block, server), steps=steps)


def comments_title(block: ServerBlock, content: str, server: Server) -> str:
    """How many comments there are, and on what (`render_block_core_comments_title()`)."""
    del content
    post, attributes = server.post, block.attributes
    if post is not None and (password_required(post) or not post.comment_count):
        return ""
    count = post.comment_count if post is not None else 0
    title = f"&#8220;{get_the_title(post)}&#8221;" if php.is_true(attributes.get("showPostTitle")) else ""
    number = ""
    if php.is_true(attributes.get("showCommentsCount")):
        number = "One" if count == 1 else php.number_format_i18n(count)
    noun = "response" if count == 1 else "responses"
    words = [number, noun if number else noun.capitalize(), f"to {title}" if title else ""]
    level = attributes.get("level")
    tag = "h2" if level is None else f"h{php.text(level)}"  # as it is said: neither a paragraph nor a whole number
    heading = " ".join(word for word in words if word)
    return f'<{tag} id="comments" {aligned_wrapper(block, server)}>{heading}</{tag}>'
