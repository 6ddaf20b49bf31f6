"""The comments of a post as classic themes list them (`comments_template()`, theme-compat/comments.php)."""

from __future__ import annotations

from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import Html
from blocks.formatting.kses import wp_kses
from blocks.formatting.urls import esc_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.comment_form import comment_form, is_html5
from blocks.render.html.blocks.comment_parts import (
    MODERATED,
    comment_avatar,
    comment_classes,
    comment_text,
    count_from_zero,
    steps_behind,
)
from blocks.render.html.blocks.comments_pagination import NEXT_ATTRIBUTES, next_link, previous_link
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.comments import (
    CommentPage,
    author_link,
    author_name,
    comment_date,
    comment_link,
    comment_page,
    comments_open,
    reply_link,
)
from blocks.site.login import edit_comment_link
from blocks.site.pages import password_required
from blocks.site.records import Comment, SitePost
from blocks.site.text import get_the_title

_PICTURE = 32
_FLAT = -1


def comment_list(block: ServerBlock, server: Server, post: SitePost) -> str:
    """The title, the threads and the form; nothing where the page shows no single post."""
    query, site = server.main_query, server.site
    if not (query.flags.is_single or query.flags.is_page):
        return ""
    asked = query.get("cpage")
    shown = php.integer(asked)
    page = comment_page(site, post.id, page=abs(shown - 1) + 1 if shown else 0, user=server.request.user)
    if asked == "" and page.pages > 1:
        query.variables["cpage"] = page.pages if site.options["default_comments_page"] == "newest" else 1
    said = query.get("cpage")
    number = php.integer(said)
    following = number + 1 if php.is_true(said) else 2
    attributes = wrapper_attributes(block, server) if NEXT_ATTRIBUTES in server.memory else ""
    is_locked = password_required(post)
    title = f"&#8220;{get_the_title(post)}&#8221;"
    count = php.number_format_i18n(post.comment_count)
    responses = "One response" if post.comment_count == 1 else f"{count} responses"
    return server.draw(
        "core/post-comments",
        is_locked=is_locked,
        title=Html(f"{responses} to {title}"),
        steps=[] if is_locked else _steps(server, page, number if page.pages else 0),
        is_html5=is_html5(server, "comment-list"),
        previous=Html(previous_link(server, post, number, "&laquo; Older Comments", "")),
        next=Html(next_link(server, post, following, page.pages or 1, "Newer Comments &raquo;", attributes)),
        is_open=comments_open(post),
        form=Html("" if is_locked else comment_form(server, post, wrapper='class="comment-respond"')),
    )


def _steps(server: Server, page: CommentPage, number: int) -> list[dict[str, Any]]:
    """The way through the threads, with what is printed of each comment."""
    options = server.site.options
    count_from_zero(server)
    top = list(page.comments)
    if options["comment_order"] == "desc":
        top.reverse()
    is_threaded = php.is_true(options["thread_comments"])
    most = php.integer(options["thread_comments_depth"]) if is_threaded else _FLAT
    if most < _FLAT:
        return []
    steps: list[dict[str, Any]] = []
    for step in steps_behind(top, page.replies, most):
        drawn: dict[str, Any] = {"kind": step.kind}
        if step.kind == "comment":
            last = ("parent",) if step.is_parent else ()
            drawn["classes"] = comment_classes(server, step.comment, step.depth, server.post, *last)
            drawn |= _drawn(server, step.comment, step.depth, most, number)
        steps.append(drawn)
    return steps


def _drawn(server: Server, comment: Comment, depth: int, most: int, page: int) -> dict[str, Any]:
    site, user = server.site, server.request.user
    waits = comment.approved == "0"
    text = comment_text(comment, server) if comment.content else ""
    if waits and comment.type == "comment":
        text = wp_kses(text, {})
    edit = edit_comment_link(site, comment, user)
    form = php.text(site.options["time_format"])
    reply = reply_link(
        site, comment, depth=depth, most=most, user=user, here=server.post, below="div-comment", page=page
    )
    return {
        "id": comment.id,
        "avatar": Html(comment_avatar(comment, _PICTURE, server)),
        "author": Html(author_name(site, comment) if waits else author_link(site, comment)),
        "link": Html(esc_url(comment_link(site, comment, page=page))),
        "datetime": comment_date(site, comment, "c"),
        "date": Html(f"{comment_date(site, comment)} at {comment_date(site, comment, form)}"),
        "edit_link": Html(esc_url(edit)) if edit else None,
        "note": MODERATED if waits else None,
        "text": Html(text),
        "reply": Html(reply),
    }
