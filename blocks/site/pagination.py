"""Links to the pages of a list: what was asked for, with another number (`get_pagenum_link()`, `paginate_links()`)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from blocks.formatting import php
from blocks.formatting.query import (
    add_query_arg,
    parse_str,
    remove_query_arg,
    trailingslashit,
    untrailingslashit,
    urlencode_deep,
)
from blocks.formatting.urls import esc_url
from blocks.site.addresses import home_url, request_uri
from blocks.site.context import RenderContext
from blocks.site.permalinks import root, slashed, structure
from blocks.site.site import Site

BASE: Final = "page"
PLACE: Final = "%_%"
"""Stands in a base for the form of the page's number, which is not there for the first page."""
NUMBER: Final = "%#%"
"""Stands in a form for the number of the page."""

_REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{0,31});")
_PAGE: Final = re.compile(rf"{BASE}/[0-9]+/?$")
# The character behind the ampersand is a byte in PHP, so no name of letters goes on behind one that is not ASCII.
_LOOSE_AMPERSAND: Final = re.compile(r"&([^#\x00-\x7f]|[^#](?![a-z]{1,8};))", re.IGNORECASE | re.ASCII)


def pagenum_link(site: Site, context: RenderContext, number: int = 1) -> str:
    """The address of another page of the list that was asked for, escaped (`get_pagenum_link()`)."""
    request = _below_home(site, remove_query_arg("paged", request_uri(context)))
    if not structure(site):
        address = trailingslashit(home_url(site)) + request
        return esc_url(add_query_arg({"paged": number}, address) if number > 1 else address)
    path, mark, query = request.partition("?")
    path = _PAGE.sub("", path)
    if path[: len("index.php")].lower() == "index.php":
        path = path[len("index.php") :]
    path = path.lstrip("/")
    parts = [untrailingslashit(home_url(site))]
    if root(site) and (number > 1 or path):
        parts.append("index.php")
    parts.append(untrailingslashit(path))
    if number > 1:
        parts += [BASE, str(number)]
    return esc_url(slashed(site, "/".join(part for part in parts if php.is_true(part))) + mark + query)


def _below_home(site: Site, request: str) -> str:
    """A path and its arguments without the path of the site, and without slashes before it."""
    try:
        home = urlsplit(home_url(site)).path
    except ValueError:
        home = ""
    if request[: len(home)].lower() == home.lower():
        request = request[len(home) :]
    return request.lstrip("/")


def page_links(
    site: Site,
    context: RenderContext,
    *,
    total: int,
    current: int,
    base: str | None = None,
    form: str | None = None,
    ends: int = 1,
    around: int = 2,
    arguments: Mapping[str, Any] | None = None,
    fragment: str = "",
) -> str:
    """Numbers of the pages, linked but for the current one (`paginate_links` without the links before and after).

    `base` is the address with `%_%` for `form`, which has `%#%` for the number; by default they are those of the list
    that was asked for. `ends` pages are shown at the ends and `around` on each side of the current one. `arguments`
    are added to the addresses, encoded as they are to stand there. Empty for less than two pages.
    """
    if total < 2:
        return ""
    address, _, query = _decoded(pagenum_link(site, context)).partition("?")
    if base is None:
        base = trailingslashit(address) + PLACE
    if form is None:
        form = f"?paged={NUMBER}"
        if structure(site):
            before = "index.php/" if root(site) and "index.php" not in base[1:] else ""
            form = before + slashed(site, f"{BASE}/{NUMBER}")
    added = dict(arguments or {})
    if query:
        asked = parse_str(query)
        for name in parse_str(base.replace(PLACE, form).partition("?")[2].partition("?")[0]):
            asked.pop(name, None)
        added |= urlencode_deep(asked)
    links: list[str] = []
    for number in _shown(total, current, max(ends, 1), around if around >= 0 else 2):
        if number is None:
            links.append('<span class="page-numbers dots">&hellip;</span>')
            continue
        text = php.number_format_i18n(number)
        if number == current:
            links.append(f'<span aria-current="page" class="page-numbers current">{text}</span>')
            continue
        link = base.replace(PLACE, "" if number == 1 else form).replace(NUMBER, str(number))
        link = (add_query_arg(added, link) if added else link) + fragment
        links.append(f'<a class="page-numbers" href="{esc_url(link)}">{text}</a>')
    return "\n".join(links)


def link_text(label: str) -> str:
    """What a link to a page of posts or comments says, its loose ampersands as references (`get_next_posts_link()`)."""
    return _LOOSE_AMPERSAND.sub(r"&#038;\1", label)


def _decoded(address: str) -> str:
    """`html_entity_decode()`."""
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), address)


def _shown(total: int, current: int, ends: int, around: int) -> Iterator[int | None]:
    """The pages to link in their order; None for those left out between them."""
    shown = set(range(1, min(ends, total) + 1)) | set(range(max(total - ends + 1, 1), total + 1))
    if 1 <= current <= total:
        shown.add(current)
    if current:
        shown |= set(range(max(current - around, 1), min(current + around, total) + 1))
    before = 0
    for number in sorted(shown):
        if number > before + 1 and before:
            yield None
        yield number
        before = number
