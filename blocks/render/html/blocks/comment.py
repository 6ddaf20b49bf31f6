"""What a comment says of itself: its author, its text, its date, and the links to edit and to answer it."""

from __future__ import annotations

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr
from blocks.formatting.kses import wp_kses
from blocks.formatting.urls import esc_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.comment_parts import MODERATED, comment_text
from blocks.render.html.blocks.common import has_link_color, text_wrapper
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.comments import author_name, author_url, comment_depth, comment_link, reply_link
from blocks.site.comments import comment_date as date_of
from blocks.site.dates import human_time_diff
from blocks.site.login import edit_comment_link
from blocks.site.records import Comment


def comment_author_name(block: ServerBlock, content: str, server: Server) -> str:
    """The name of the author, linked to their address (`render_block_core_comment_author_name()`)."""
    del content
    comment = _comment_of(block, server)
    if comment is None:
        return ""
    name, link = author_name(server.site, comment), author_url(comment)
    target = block.attributes.get("linkTarget")
    if link and php.is_true(block.attributes.get("isLink")) and php.is_true(target):
        marked = _padded(esc_attr(php.text(target)), 2)
        name = f'<a rel="external nofollow ugc" href="{esc_url(link)}" target="{marked}" >{_padded(name, 3)}</a>'
    if comment.approved == "0":
        name = wp_kses(name, {})
    return f"<div {text_wrapper(block, server)}>{name}</div>"


def comment_content(block: ServerBlock, content: str, server: Server) -> str:
    """The text (`render_block_core_comment_content()`)."""
    del content
    comment = _comment_of(block, server)
    if comment is None or not php.is_true(comment.content):
        return ""
    text, note = comment_text(comment, server), ""
    if comment.approved == "0":
        note = f'<p><em class="comment-awaiting-moderation">{MODERATED}</em></p>'
        text = wp_kses(text, {})
    return f"<div {text_wrapper(block, server)}>{note}{text}</div>"


def comment_date(block: ServerBlock, content: str, server: Server) -> str:
    """When it was written, with a link to it (`render_block_core_comment_date()`)."""
    del content
    comment = _comment_of(block, server)
    if comment is None:
        return ""
    site, form = server.site, block.attributes.get("format")
    if form == "human-diff":
        seconds = server.request.now.timestamp() - php.integer(date_of(site, comment, "U"))
        date = f"{human_time_diff(seconds)} ago"
    else:
        date = date_of(site, comment, php.text(form) if php.is_true(form) else "")
    if php.is_true(block.attributes.get("isLink")):
        link = esc_url(comment_link(site, comment, user=server.request.user))
        date = f'<a href="{link}">{_padded(date, 2)}</a>'
    wrapper = wrapper_attributes(block, server, {"class": "has-link-color" if has_link_color(block) else ""})
    return f'<div {wrapper}><time datetime="{esc_attr(date_of(site, comment, "c"))}">{date}</time></div>'


def comment_edit_link(block: ServerBlock, content: str, server: Server) -> str:
    """The link to edit it, for who may (`render_block_core_comment_edit_link()`)."""
    del content
    comment = _comment_of(block, server)
    link = edit_comment_link(server.site, comment, server.request.user) if comment is not None else ""
    if not link:
        return ""
    target = block.attributes.get("linkTarget")
    return server.draw(
        "core/comment-edit-link",
        wrapper=text_wrapper(block, server),
        link=Html(esc_url(link)),
        target=Html(esc_attr(php.text(target))) if php.is_true(target) else None,
    )


def comment_reply_link(block: ServerBlock, content: str, server: Server) -> str:
    """The link to answer it, where threads may go so deep (`render_block_core_comment_reply_link()`)."""
    del content
    site, comment = server.site, _comment_of(block, server)
    if comment is None or not php.is_true(site.options["thread_comments"]):
        return ""
    most, depth = php.integer(site.options["thread_comments_depth"]), comment_depth(site, comment)
    link = reply_link(site, comment, depth=depth, most=most, user=server.request.user, here=server.post)
    return f"<div {text_wrapper(block, server)}>{link}</div>" if link else ""


def _comment_of(block: ServerBlock, server: Server) -> Comment | None:
    """The comment that the blocks around it hand down to the block."""
    comment_id = block.context.get("commentId")
    return None if comment_id is None else server.site.comments.get(php.integer(comment_id))


def _padded(text: str, width: int) -> str:
    """PHP's `%3s`: blanks before a text of fewer bytes."""
    return " " * (width - php.length(text)) + text
