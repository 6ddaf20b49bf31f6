"""The pages of a post, and what of its content is shown (`WP_Query::generate_postdata()`, `get_the_content()`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr
from blocks.formatting.kses import wp_strip_all_tags
from blocks.formatting.urls import esc_url
from blocks.site.addresses import site_url
from blocks.site.links import permalink
from blocks.site.query import PostQuery
from blocks.site.query.variables import absint
from blocks.site.records import SitePost
from blocks.site.site import Site
from blocks.site.text import get_the_title

NEXT_PAGE = "<!--nextpage-->"
NO_TEASER = "<!--noteaser-->"
_MORE = re.compile(r"<!--more(.*?)-->")
_MORE_BLOCK = re.compile(r"<!-- /?wp:more(.*?) -->")


def pages_of(content: str) -> list[str]:
    """The pages that `<!--nextpage-->` divides a content into; at least one."""
    if NEXT_PAGE not in content:
        return [content]
    for around in (f"\n{NEXT_PAGE}\n", f"\n{NEXT_PAGE}", f"{NEXT_PAGE}\n"):
        content = content.replace(around, NEXT_PAGE)
    content = content.replace("<!-- wp:nextpage -->", "").replace("<!-- /wp:nextpage -->", "")
    return content.removeprefix(NEXT_PAGE).split(NEXT_PAGE)


@dataclass(frozen=True, slots=True)
class PostPages:
    """What is shown of a post: its pages, which one (from 1), and whether what follows `<!--more-->` is shown too."""

    pages: list[str]
    page: int = 1
    more: bool = False


def post_pages(post: SitePost, query: PostQuery) -> PostPages:
    """What the page that `query` drew shows of a post."""
    page = absint(query.get("page")) or 1
    pages = pages_of(post.content)
    whole = query.flags.is_page or query.flags.is_single
    more = (whole and query.queried_object_id == post.id) or query.flags.is_feed or (len(pages) > 1 and page > 1)
    return PostPages(pages, page, more)


def get_the_content(
    site: Site,
    post: SitePost,
    shown: PostPages,
    *,
    more_text: str | None = None,
    strip_teaser: bool = False,
    balance: Callable[[str], str] | None = None,
) -> str:
    """The markup of a post that is to be rendered (`get_the_content()`); the caller asks for the password before.

    `more_text` is the text of the link to the rest, empty for no link; `balance` closes the elements that the cut
    left open (`force_balance_tags()`).
    """
    content = shown.pages[min(shown.page, len(shown.pages)) - 1]
    found = _MORE.search(content)
    if found is None:
        return content
    if "<!-- wp:more " in content:
        content = _MORE_BLOCK.sub("", content)
    teaser, _, rest = content.partition(found.group())
    if more_text is None:
        more_text = _more_text(post)
    if found.group(1) and more_text:
        more_text = php.strip_tags(php.trim(found.group(1)).replace("\0", ""))
    if NO_TEASER in post.content and (len(shown.pages) == 1 or shown.page == 1):
        strip_teaser = True
    if shown.more:
        return f'{"" if strip_teaser else teaser}<span id="more-{post.id}"></span>{rest}'
    if more_text:
        teaser += f' <a href="{permalink(site, post)}#more-{post.id}" class="more-link">{more_text}</a>'
    return balance(teaser) if balance is not None else teaser


def _more_text(post: SitePost) -> str:
    title = esc_attr(wp_strip_all_tags(get_the_title(post)))
    return f'<span aria-label="Continue reading {title}">(more&hellip;)</span>'


def password_form(site: Site, post: SitePost) -> str:
    """The form that asks for the password of a post (`get_the_password_form()`)."""
    action, field = esc_url(site_url(site, "wp-login.php?action=postpass")), f"pwbox-{post.id}"
    return (
        f'<form action="{action}" class="post-password-form" method="post">'
        f'<input type="hidden" name="redirect_to" value="{esc_attr(permalink(site, post))}" />\n'
        "\t<p>This content is password-protected. To view it, please enter the password below.</p>\n"
        f'\t<p><label for="{field}">Password: <input name="post_password" id="{field}" type="password" '
        'spellcheck="false" required size="20" /></label> <input type="submit" name="Submit" value="Enter" /></p>'
        "</form>\n\t"
    )
