"""Where the items of a menu come from: its own blocks, the menu that it refers to, or the menu that the site has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from blocks.formatting import php
from blocks.model.block import Block
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.navigation_classic import classic_menu
from blocks.render.html.blocks.navigation_parts import post_of
from blocks.render.html.server import Server
from blocks.render.html.server_type import Attributes
from blocks.site import SitePost
from blocks.site.query import run

_PAGES: Final = "<!-- wp:page-list /-->"
# Where the markup is kept of the menu that stands in.
_FALLBACK: Final = "navigation fallback"


def items(block: ServerBlock, attributes: Attributes, server: Server) -> list[ServerBlock]:
    """The blocks in a menu (`WP_Navigation_Block_Renderer::get_inner_blocks()`)."""
    if "navigationMenuId" in attributes:
        attributes = {**attributes, "ref": attributes["navigationMenuId"]}
    if "ref" not in attributes:
        return block.inner_blocks or _fallback(attributes, server)
    post = post_of(server, attributes["ref"])
    if post is None:
        if server.has_site:  # else that is told
            server.report("missing-reference", f"the menu {php.text(attributes['ref'])} is not on the site", block)
        return []
    if post.status != "publish":
        return _fallback(attributes, server)
    return _blocks(server.parse(post.content), attributes, server)


def _blocks(nodes: Iterable[Block], attributes: Attributes, server: Server) -> list[ServerBlock]:
    """Blocks of a menu that stands elsewhere; the attributes of the navigation are the context around them."""
    return [server.block(node, attributes) for node in nodes if node.delimiter is not None]


def _fallback(attributes: Attributes, server: Server) -> list[ServerBlock]:
    """The menu published last, else a classic one, else all pages (`WP_Navigation_Fallback::get_fallback()`)."""
    if _FALLBACK not in server.memory:
        post = _latest_menu(server)
        server.memory[_FALLBACK] = post.content if post is not None else classic_menu(server)
    found = _blocks(server.parse(server.memory[_FALLBACK]), attributes, server)
    return found or _blocks(server.parse(_PAGES), attributes, server)


def _latest_menu(server: Server) -> SitePost | None:
    query = {
        "post_type": "wp_navigation",
        "post_status": "publish",
        "order": "DESC",
        "orderby": "date",
        "posts_per_page": 1,
    }
    return run(server.site, query).post
