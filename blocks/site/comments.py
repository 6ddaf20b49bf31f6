"""Comments: those of a post in threads and pages, the latest ones, and what is printed of one."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr
from blocks.formatting.protocols import ALLOWED_PROTOCOLS
from blocks.formatting.query import add_query_arg
from blocks.formatting.urls import esc_url
from blocks.formatting.urls import wp_parse_url as parse_url
from blocks.site.addresses import home_url
from blocks.site.dates import mysql2date
from blocks.site.index import index
from blocks.site.links import permalink
from blocks.site.permalinks import slashed, structure
from blocks.site.records import Comment, SitePost
from blocks.site.site import Site

HIDDEN_TYPE = "note"
"""Comments of the editor, on blocks: never listed."""


@dataclass(frozen=True, slots=True)
class CommentPage:
    """A page of comments: those at the top, in order, and the replies to each comment by its id."""

    comments: Sequence[Comment] = ()
    replies: Mapping[int, Sequence[Comment]] = field(default_factory=dict)
    found: int = 0
    """How many there are at the top, on all pages; 0 where this page has none."""
    pages: int = 0
    """How many pages there are; 0 where comments are not paged, and where this page has none."""
    number: int = 0
    """Which page this is; 0 where comments are not paged."""


def _date(comment: Comment) -> tuple[str, int]:
    return comment.date_gmt or comment.date, comment.id


def approved(site: Site, post: int, user: int = 0, *, with_hidden: bool = False) -> list[Comment]:
    """The comments of a post that a user sees, oldest first: the approved ones, and their own that wait."""
    user = user if user in site.users else 0
    return sorted(
        (
            comment
            for comment in index(site).comments_of(post)
            if (with_hidden or comment.type != HIDDEN_TYPE)
            and (comment.approved == "1" or (user and comment.user == user and comment.approved == "0"))
        ),
        key=_date,
    )


def is_paged(site: Site) -> bool:
    """Whether comments are shown in pages."""
    return php.is_true(site.options["page_comments"]) and php.integer(site.options["comments_per_page"]) > 0


def comment_page(site: Site, post: int, *, page: int = 0, user: int = 0) -> CommentPage:
    """A page of a post's comments, as the comments block asks (`build_comment_query_vars_from_block()`).

    `page` is the query variable `cpage`; 0 is the page that the site shows first.
    """
    found = approved(site, post, user)
    threaded = php.is_true(site.options["thread_comments"])
    top = [comment for comment in found if not comment.parent] if threaded else found
    total, pages, number = len(top), 0, 0
    if is_paged(site):
        size = php.integer(site.options["comments_per_page"])
        pages = -(-total // size)
        newest = site.options["default_comments_page"] == "newest"
        number = page or (pages if newest else 1) or 1
        first = (abs(number) - 1) * size
        top = top[first : first + size]
        if not top:
            total = pages = 0
    replies = _replies(found, top) if threaded else {}
    return CommentPage(top, replies, total, pages, number)


def _replies(found: Sequence[Comment], top: Sequence[Comment]) -> dict[int, list[Comment]]:
    by_parent: defaultdict[int, list[Comment]] = defaultdict(list)
    for comment in found:
        if comment.parent:
            by_parent[comment.parent].append(comment)
    replies: dict[int, list[Comment]] = {}
    waiting = [comment.id for comment in top]
    while waiting:
        parent = waiting.pop()
        children = by_parent.pop(parent, [])
        if children:
            replies[parent] = children
            waiting.extend(child.id for child in children)
    return replies


def latest_comments(site: Site, number: int) -> list[Comment]:
    """The newest approved comments on published posts (`get_comments()`)."""
    found = [
        comment
        for comment in site.comments.values()
        if comment.approved == "1" and comment.type != HIDDEN_TYPE and _is_on_published(site, comment)
    ]
    return sorted(found, key=_date, reverse=True)[: number or None]


def _is_on_published(site: Site, comment: Comment) -> bool:
    post = site.posts.get(comment.post)
    return post is not None and post.status == "publish"


def comments_open(post: SitePost) -> bool:
    """`comments_open`."""
    return post.comment_status == "open"


def author_name(site: Site, comment: Comment) -> str:
    """The name of the author of a comment (`get_comment_author()`)."""
    if not php.is_empty(comment.author):
        return comment.author
    user = site.users.get(comment.user) if comment.user else None
    return "Anonymous" if user is None else user.display_name


def author_url(comment: Comment) -> str:
    """The address that the author of a comment gave, escaped (`get_comment_author_url()`)."""
    return "" if comment.url == "http://" else esc_url(comment.url, ("http", "https"))


def is_internal_link(site: Site, address: str) -> bool:
    """Whether an address is one of the site itself (`wp_is_internal_link()`)."""
    parts, home = parse_url(php.lower(address)), parse_url(php.lower(home_url(site)))
    if parts is None or home is None or parts.get("scheme") not in ALLOWED_PROTOCOLS:
        return False
    return parts.get("host") == home.get("host")


def author_link(site: Site, comment: Comment) -> str:
    """The name of the author of a comment, linked to their address (`get_comment_author_link()`)."""
    address, name = author_url(comment), author_name(site, comment)
    if not address:
        return name
    rel = "ugc" if is_internal_link(site, address) else "ugc external nofollow"
    return f'<a href="{address}" class="url" rel="{esc_attr(rel)}">{name}</a>'


def comment_date(site: Site, comment: Comment, form: str = "") -> str:
    """When a comment was written (`get_comment_date()`)."""
    return mysql2date(site, form or php.text(site.options["date_format"]), comment.date)


def comment_link(site: Site, comment: Comment, *, page: int | None = None, user: int = 0) -> str:
    """The address of a comment (`get_comment_link()`). `page` is that of the comments; None: it is reckoned."""
    post = site.posts.get(comment.post)
    address = "" if post is None else permalink(site, post)
    if is_paged(site):
        number = page_of_comment(site, comment, user) if page is None else page
        if number == 1 and site.options["default_comments_page"] == "oldest":
            number = 0
        if number and structure(site):
            address = f"{address.rstrip('/')}/comment-page-{number}"
        elif number:
            address = add_query_arg({"cpage": number}, address)
    if structure(site):
        address = slashed(site, address)
    return f"{address}#comment-{comment.id}"


def page_of_comment(site: Site, comment: Comment, user: int = 0) -> int:
    """The page of comments that a comment is on (`get_page_of_comment()`), as a user sees them.

    0 where what it answers, or what that answers, is not there. Hidden comments are counted, too, as WordPress does.
    """
    size = php.integer(site.options["comments_per_page"])
    if size < 1 or not is_paged(site):
        return 1
    if php.is_true(site.options["thread_comments"]) and php.integer(site.options["thread_comments_depth"]) > 1:
        top, _ = index(site).place(comment)
        if not top:
            return 0
        comment = site.comments[top]
    dates = index(site).dates_of_threads
    key = comment.post, user
    if key not in dates:
        seen_by = approved(site, comment.post, user, with_hidden=True)
        dates[key] = [_date(other)[0] for other in seen_by if not other.parent]
    return bisect_left(dates[key], _date(comment)[0]) // size + 1


def comments_page_link(site: Site, post: SitePost | None, number: int, last: int = 0) -> str:
    """The address of a page of a post's comments (`get_comments_pagenum_link()`); `last` is the number of pages."""
    address = permalink(site, post) if post is not None else ""
    newest = site.options["default_comments_page"] == "newest"
    if (number != last) if newest else (number > 1):
        if structure(site):
            address = slashed(site, f"{address.rstrip('/')}/comment-page-{number}")
        else:
            address = add_query_arg({"cpage": number}, address)
    return f"{address}#comments"


def comment_depth(site: Site, comment: Comment) -> int:
    """How deep in its thread a comment stands, from 1 on; 0 where its thread bites its own tail."""
    return index(site).place(comment)[1]


def reply_link(
    site: Site,
    comment: Comment,
    *,
    depth: int,
    most: int,
    user: int = 0,
    here: SitePost | None = None,
    below: str = "comment",
    page: int | None = None,
) -> str:
    """The link to answer a comment (`get_comment_reply_link()`); empty where none may answer, or none so deep.

    `here` is the post that who has to log in comes back to. The form is put below the element whose id is `below` with
    the comment's number. `page` is that of the comments; None: it is reckoned.
    """
    post = site.posts.get(comment.post)
    if depth == 0 or most <= depth or post is None or not comments_open(post):
        return ""
    address = permalink(site, post)
    if php.is_true(site.options["page_comments"]):
        address = comment_link(site, comment, page=page, user=user).replace(f"#comment-{comment.id}", "")
    if php.is_true(site.options["comment_registration"]) and user not in site.users:
        from blocks.site.login import login_url

        target = esc_url(login_url(site, permalink(site, here) if here is not None else ""))
        return f'<a rel="nofollow" class="comment-reply-login" href="{target}">Log in to Reply</a>'
    label = esc_attr(f"Reply to {author_name(site, comment)}")
    target = esc_url(add_query_arg({"replytocom": comment.id, "unapproved": False, "moderation-hash": False}, address))
    return (
        f'<a rel="nofollow" class="comment-reply-link" href="{target}#respond" data-commentid="{comment.id}"'
        f' data-postid="{post.id}" data-belowelement="{below}-{comment.id}" data-respondelement="respond"'
        f' data-replyto="{label}" aria-label="{label}">Reply</a>'
    )
