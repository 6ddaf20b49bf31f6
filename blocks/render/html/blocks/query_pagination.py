"""The links between the pages of a query."""

from __future__ import annotations

from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import esc_html
from blocks.formatting.query import add_query_arg
from blocks.formatting.urls import esc_url
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.common import ARROWS, has_link_color
from blocks.render.html.blocks.query_vars import asked_page, is_inherited, page_key, query_of
from blocks.render.html.loops import leave_set_up, reset_postdata
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.addresses import request_uri
from blocks.site.pagination import NUMBER, PLACE, link_text, page_links, pagenum_link


def query_pagination(block: ServerBlock, content: str, server: Server) -> str:
    """The links, as a region of the page (`render_block_core_query_pagination()`)."""
    if not php.is_true(php.trim(content)):
        return ""
    classes = "has-link-color" if has_link_color(block) else ""
    wrapper = wrapper_attributes(block, server, {"aria-label": "Pagination", "class": classes})
    return f"<nav {wrapper}>{content}</nav>"


def query_pagination_next(block: ServerBlock, content: str, server: Server) -> str:
    """The link to the next page (`render_block_core_query_pagination_next()`)."""
    del content
    label, attributes = _label(block, server, is_next=True)
    page, most = asked_page(block, server), _most_pages(block)
    link = ""
    if is_inherited(block):
        query, here = server.main_query, _main_page(server)
        last = min(most, query.max_num_pages) or query.max_num_pages
        if not query.flags.is_single and here + 1 <= last:
            link = _main_link(here + 1, attributes, label, server)
    elif not most or most > page:
        pages = query_of(block, server).max_num_pages
        reset_postdata(server)
        if pages and pages != page:
            link = _own_link(block, page + 1, attributes, label, server)
    return _enhanced_link(block, link, "next")


def query_pagination_previous(block: ServerBlock, content: str, server: Server) -> str:
    """The link to the page before (`render_block_core_query_pagination_previous()`)."""
    del content
    label, attributes = _label(block, server, is_next=False)
    link = ""
    if is_inherited(block):
        here = _main_page(server)
        if not server.main_query.flags.is_single and here > 1:
            link = _main_link(here - 1, attributes, label, server)
    else:
        page, most = asked_page(block, server), _most_pages(block)
        pages = query_of(block, server).max_num_pages
        reset_postdata(server)
        if 1 < page <= (min(most, pages) if most else pages):
            link = _own_link(block, page - 1, attributes, label, server)
    return _enhanced_link(block, link, "previous")


def query_pagination_numbers(block: ServerBlock, content: str, server: Server) -> str:
    """The numbers of the pages (`render_block_core_query_pagination_numbers()`)."""
    del content
    around, most = block.attributes.get("midSize"), _most_pages(block)
    said: dict[str, Any] = {} if around is None else {"around": php.integer(around)}
    if is_inherited(block):
        pages, current = server.main_query.max_num_pages, _main_page(server)
    else:
        query, page = query_of(block, server), asked_page(block, server)
        leave_set_up(server, query)
        pages, current = query.max_num_pages, max(1, page)
        paged = server.request.get.get("paged")
        added: dict[str, Any] = {"paged": php.integer(paged)} if php.is_true(paged) and php.integer(paged) else {}
        if not added and page != 1:
            added = {"cst": ""}  # so that the link to the first page is not empty
        said |= {"base": PLACE, "form": f"?{page_key(block)}={NUMBER}", "arguments": added}
    total = pages if not most or most > pages else most
    links = page_links(server.site, server.request, total=total, current=current, **said)
    if not links:
        return ""
    if php.is_true(block.context.get("enhancedPagination")):
        links = _enhanced_numbers(links)
    return f"<div {wrapper_attributes(block, server)}>{links}</div>"


def _most_pages(block: ServerBlock) -> int:
    """How many pages the query shows at most, 0 for all."""
    return php.integer(php.get(block.context, "query", "pages", default=0))


def _main_page(server: Server) -> int:
    """The page of the main query."""
    return php.integer(server.main_query.get("paged", 1)) or 1


def _label(block: ServerBlock, server: Server, *, is_next: bool) -> tuple[str, str]:
    """What the link says, and the attributes that it has."""
    context, side = block.context, "next" if is_next else "previous"
    said, shown = block.attributes.get("label"), context.get("showLabel")
    text = esc_html(php.text(said)) if php.is_true(said) else f"{side.capitalize()} Page"
    label = text if shown is None or php.is_true(shown) else ""
    attributes = str(wrapper_attributes(block, server))
    if not php.is_true(label):
        attributes += f' aria-label="{text}"'
    name = context.get("paginationArrow")
    if isinstance(name, str) and name in ARROWS:
        classes = f"wp-block-query-pagination-{side}-arrow is-arrow-{name}"
        arrow = f"<span class='{classes}' aria-hidden='true'>{ARROWS[name][side]}</span>"
        label = label + arrow if is_next else arrow + label
    return label, attributes


def _main_link(page: int, attributes: str, label: str, server: Server) -> str:
    address = esc_url(pagenum_link(server.site, server.request, page))
    return f'<a href="{address}" {attributes}>{link_text(label)}</a>'


def _own_link(block: ServerBlock, page: int, attributes: str, label: str, server: Server) -> str:
    address = esc_url(add_query_arg({page_key(block): page}, request_uri(server.request)))
    return f'<a href="{address}" {attributes}>{label}</a>'


def _enhanced_link(block: ServerBlock, link: str, side: str) -> str:
    """The link with what the browser needs to draw the next page without loading it."""
    if not link or not php.is_true(block.context.get("enhancedPagination")):
        return link
    tags = TagProcessor(link)
    if tags.next_tag("a", class_name=f"wp-block-query-pagination-{side}"):
        tags.set_attribute("data-wp-key", f"query-pagination-{side}")
        tags.set_attribute("data-wp-on--click", "core/query::actions.navigate")
        tags.set_attribute("data-wp-on--mouseenter", "core/query::actions.prefetch")
        tags.set_attribute("data-wp-watch", "core/query::callbacks.prefetch")
    return tags.get_updated_html()


def _enhanced_numbers(links: str) -> str:
    tags, index = TagProcessor(links), 0
    while tags.next_tag(class_name="page-numbers"):
        if tags.get_attribute("data-wp-key") is None:
            tags.set_attribute("data-wp-key", f"index-{index}")
            index += 1
        if tags.get_tag() == "A":
            tags.set_attribute("data-wp-on--click", "core/query::actions.navigate")
    return tags.get_updated_html()
