"""What many drawn blocks say in the same way: classes of their attributes, tags by a level, the post of the context."""

from __future__ import annotations

from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import Html
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.records import SitePost

ARROWS: Final = {"arrow": {"next": "→", "previous": "←"}, "chevron": {"next": "»", "previous": "«"}}
"""The arrows of links to what comes next and what came before, by the names that blocks give them."""


def has_link_color(block: ServerBlock) -> bool:
    """Whether the block colours its links, which it prints the class `has-link-color` for."""
    return php.has(block.attributes, "style", "elements", "link", "color", "text")


def text_wrapper(block: ServerBlock, server: Server, *classes: str) -> Html:
    """The wrapper of a block of text: `classes`, the alignment that it says, the colour of links."""
    found = [*classes, *align_classes(block)]
    if has_link_color(block):
        found.append("has-link-color")
    return wrapper_attributes(block, server, {"class": " ".join(found)})


def align_classes(block: ServerBlock) -> list[str]:
    """The class of the alignment that a block says, even of an empty one: where WordPress asks `isset()`."""
    align = block.attributes.get("textAlign")
    return [] if align is None else [f"has-text-align-{php.text(align)}"]


def align_class(block: ServerBlock) -> str:
    """The class of the alignment that a block says, unless PHP takes it for empty; else nothing."""
    align = block.attributes.get("textAlign")
    return f"has-text-align-{php.text(align)}" if php.is_true(align) else ""


def aligned_wrapper(block: ServerBlock, server: Server) -> Html:
    """The wrapper of a block whose one class of its own is the alignment."""
    return wrapper_attributes(block, server, {"class": align_class(block)})


def heading_tag(level: Any) -> str:
    """The tag of a heading by its level; of level 0 a paragraph's."""
    return "p" if type(level) is int and level == 0 else f"h{php.integer(level)}"


def post_of(block: ServerBlock, server: Server) -> SitePost | None:
    """The post that the blocks around it hand down to the block."""
    post_id = block.context.get("postId")
    if post_id is None:
        return None
    return server.site.posts.get(php.integer(post_id))
