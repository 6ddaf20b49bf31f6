"""Addresses for logging in and out, for editing, and the tokens in them (`wp_login_url()`, `wp_create_nonce()`)."""

from __future__ import annotations

import hmac
from datetime import datetime

from blocks.formatting import php
from blocks.formatting.escaping import esc_html
from blocks.formatting.query import add_query_arg, urlencode
from blocks.site.addresses import admin_url, site_url
from blocks.site.people import may_edit, may_moderate
from blocks.site.records import Comment
from blocks.site.site import Site

# A nonce is good for a day; it changes every half.
_HALF_A_DAY = 43200


def nonce(site: Site, now: datetime, action: str, user: int = 0) -> str:
    """The token for an action (`wp_create_nonce()`), of a user whose session has no token.

    WordPress makes it with two secrets of its configuration: the options `nonce_key` and `nonce_salt` here, empty
    where the site does not say. No real site accepts a token that was made without them.
    """
    tick = -(-int(now.timestamp()) // _HALF_A_DAY)
    secret = php.text(site.options.get("nonce_key", "")) + php.text(site.options.get("nonce_salt", ""))
    digest = hmac.new(php.encoded(secret), php.encoded(f"{tick}|{action}|{user}|"), "md5").hexdigest()
    return digest[-12:-2]


def login_url(site: Site, redirect: str = "") -> str:
    """The address of the login form (`wp_login_url()`), which leads to `redirect` afterwards."""
    address = site_url(site, "wp-login.php")
    return add_query_arg({"redirect_to": urlencode(redirect)}, address) if redirect else address


def logout_url(site: Site, now: datetime, redirect: str = "", user: int = 0) -> str:
    """The address that logs a user out, escaped (`wp_logout_url()`)."""
    arguments = {"redirect_to": urlencode(redirect)} if redirect else {}
    address = add_query_arg(arguments, site_url(site, "wp-login.php?action=logout"))
    return esc_html(add_query_arg({"_wpnonce": nonce(site, now, "log-out", user)}, address))


def edit_comment_link(site: Site, comment: Comment, user: int) -> str:
    """The address of the editor of a comment, escaped (`get_edit_comment_link()`); empty where the user may not."""
    post = site.posts.get(comment.post)
    if not may_moderate(site, user) and (post is None or not may_edit(site, user, post)):
        return ""
    return admin_url(site, f"comment.php?action=editcomment&amp;c={comment.id}")
