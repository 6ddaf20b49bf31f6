"""The links to the pages of a post's comments."""

from __future__ import annotations

from typing import Final

from blocks.formatting import php
from blocks.formatting.query import add_query_arg
from blocks.formatting.urls import esc_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.common import ARROWS, has_link_color
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.addresses import request_uri
from blocks.site.comments import comment_page, comments_page_link
from blocks.site.links import permalink
from blocks.site.pages import password_required
from blocks.site.pagination import NUMBER, link_text, page_links
from blocks.site.permalinks import slashed, structure
from blocks.site.records import SitePost

NEXT_ATTRIBUTES: Final = "next_comments_link_attributes"
"""The note that links to newer comments get a block's attributes from now on: WordPress never takes that filter off."""


def comments_pagination(block: ServerBlock, content: str, server: Server) -> str:
    """The element around the links (`render_block_core_comments_pagination()`)."""
    if not php.is_true(php.trim(content)) or (server.post is not None and password_required(server.post)):
        return ""
    classes = "has-link-color" if has_link_color(block) else ""
    wrapper = wrapper_attributes(block, server, {"aria-label": "Comments pagination", "class": classes})
    return f"<nav {wrapper}>{content}</nav>"


def comments_pagination_next(block: ServerBlock, content: str, server: Server) -> str:
    """The link to newer comments (`render_block_core_comments_pagination_next()`)."""
    del content
    if php.is_empty(block.context.get("postId")):
        return ""
    server.memory[NEXT_ATTRIBUTES] = True
    pages, number = _pages(block, server)
    label = _label(block, "Newer Comments") + _arrow(block, "next")
    return next_link(server, server.post, (number or 1) + 1, pages, label, wrapper_attributes(block, server))


def comments_pagination_previous(block: ServerBlock, content: str, server: Server) -> str:
    """The link to older comments (`render_block_core_comments_pagination_previous()`)."""
    del content
    label = _arrow(block, "previous") + _label(block, "Older Comments")
    _, number = _pages(block, server)
    return previous_link(server, server.post, number, label, wrapper_attributes(block, server))


def comments_pagination_numbers(block: ServerBlock, content: str, server: Server) -> str:
    """Links to the pages by their numbers (`render_block_core_comments_pagination_numbers()`)."""
    del content
    if php.is_empty(block.context.get("postId")) or not server.main_query.flags.is_singular:
        return ""
    pages, number = _pages(block, server)
    if pages < 2:
        return ""
    site, request = server.site, server.request
    if structure(site):
        address = permalink(site, server.post) if server.post is not None else ""
        base = slashed(site, f"{address.rstrip('/')}/comment-page-{NUMBER}")
    else:
        base = add_query_arg({"cpage": NUMBER}, request_uri(request))
    links = page_links(site, request, total=pages, current=number, base=base, form="", fragment="#comments")
    return f"<div {wrapper_attributes(block, server)}>{links}</div>"


def next_link(server: Server, post: SitePost | None, number: int, pages: int, label: str, attributes: str) -> str:
    """The link to page `number`, that of newer comments (`get_next_comments_link()`); empty behind the last."""
    if not server.main_query.flags.is_singular or number > pages:
        return ""
    return _link(server, post, number, pages, label, attributes)


def previous_link(server: Server, post: SitePost | None, number: int, label: str, attributes: str) -> str:
    """The link to the page of older comments before page `number` (`get_previous_comments_link()`)."""
    if not server.main_query.flags.is_singular or number <= 1:
        return ""
    return _link(server, post, number - 1, 0, label, attributes)


def _link(server: Server, post: SitePost | None, number: int, pages: int, label: str, attributes: str) -> str:
    address = comments_page_link(server.site, post, number, pages)
    return f'<a href="{esc_url(address)}" {attributes}>{link_text(label)}</a>'


def _pages(block: ServerBlock, server: Server) -> tuple[int, int]:
    """How many pages of comments there are, 0 where they are not paged, and which of them is shown."""
    asked = php.integer(server.main_query.get("cpage"))
    page = comment_page(server.site, php.integer(block.context.get("postId")), page=asked, user=server.request.user)
    return page.pages, page.number or asked


def _label(block: ServerBlock, default: str) -> str:
    label = block.attributes.get("label")
    return php.text(label) if php.is_true(label) else default


def _arrow(block: ServerBlock, kind: str) -> str:
    style = block.context.get("comments/paginationArrow")
    arrows = ARROWS.get(style) if isinstance(style, str) else None
    if arrows is None:
        return ""
    classes = f"wp-block-comments-pagination-{kind}-arrow is-arrow-{style}"
    return f"<span class='{classes}' aria-hidden='true'>{arrows[kind]}</span>"
