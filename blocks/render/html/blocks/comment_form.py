"""The form for a comment (`comment_form()`)."""

from __future__ import annotations

from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import Html
from blocks.formatting.query import remove_query_arg
from blocks.formatting.urls import esc_url
from blocks.render.html.server import Server
from blocks.site.addresses import admin_url, request_uri, site_url
from blocks.site.comments import author_name, comments_open
from blocks.site.links import permalink
from blocks.site.login import login_url, logout_url, nonce
from blocks.site.people import may_read_private
from blocks.site.records import Comment, SitePost

_BUTTON = "wp-block-button__link wp-element-button"


def is_html5(server: Server, what: str) -> bool:
    """Whether the theme wants a thing, such as `comment-form`, in HTML5; all block themes do."""
    if server.theme.is_block_theme:
        return True
    said = server.theme.supports.get("html5")
    if not isinstance(said, list | tuple | set | frozenset):
        return php.is_true(said)
    return any(what == one or (isinstance(one, list | tuple) and what in one) for one in said)


def comment_form(server: Server, post: SitePost, *, wrapper: str, is_block: bool = False) -> str:
    """The form below a post; empty where nobody may comment.

    `wrapper` are the attributes of its element beside the id; `is_block` says that the form is a block itself.
    """
    if not comments_open(post):
        return ""
    site, request = server.site, server.request
    address = permalink(site, post)
    user = site.users.get(request.user)
    answered = _answered(server, post)
    title = "Leave a Reply"
    if answered is not None:
        title += f' to <a href="#comment-{answered.id}">{author_name(site, answered)}</a>'
    cancel = esc_url(remove_query_arg(("replytocom", "unapproved", "moderation-hash"), request_uri(request)))
    must_log_in = user is None and php.is_true(site.options["comment_registration"])
    logged_in: dict[str, Any] | None = None
    token = None
    if user is not None:
        logged_in = {
            "name": Html(user.display_name),
            "profile": Html(admin_url(site, "profile.php")),
            "logout": Html(logout_url(site, request.now, address, user.id)),
        }
        if may_read_private(site, user.id):
            token = nonce(site, request.now, f"unfiltered-html-comment_{server.post.id if server.post else 0}", user.id)
    button = _BUTTON if is_block else f"submit {_BUTTON}"
    return server.draw(
        "core/post-comments-form",
        wrapper=Html(wrapper),
        title=Html(title),
        cancel_link=Html(f"{cancel}#respond") if php.is_true(site.options["thread_comments"]) else None,
        is_answer=answered is not None,
        login_link=Html(login_url(site, address)) if must_log_in else None,
        action=Html(esc_url(site_url(site, "/wp-comments-post.php"))),
        user=logged_in,
        is_required=php.is_true(site.options["require_name_email"]),
        is_html5=is_html5(server, "comment-form"),
        is_html5_script=is_html5(server, "script"),
        has_cookies=php.is_true(site.options["show_comments_cookies_opt_in"]),
        field_classes="form-submit wp-block-button" if server.theme.is_block_theme else "form-submit",
        button_classes=button if server.theme.is_block_theme else "submit",
        post_id=post.id,
        parent_id=answered.id if answered is not None else 0,
        nonce=token,
    )


def _answered(server: Server, post: SitePost) -> Comment | None:
    """The comment that the request wants to answer (`_get_comment_reply_id()`)."""
    asked = server.request.get.get("replytocom")
    if asked is None or not php.is_numeric(asked):
        return None
    comment = server.site.comments.get(php.integer(asked))
    if comment is None or php.integer(comment.approved) == 0 or comment.post != post.id:
        return None
    return comment
