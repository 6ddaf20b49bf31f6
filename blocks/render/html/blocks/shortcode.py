"""Shortcodes: lines become paragraphs, here as elsewhere."""

from __future__ import annotations

from blocks.formatting.autop import autop
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server


def shortcode(block: ServerBlock, content: str, server: Server) -> str:
    """The text with its paragraphs (`render_block_core_shortcode()`)."""
    del block, server
    return autop(content)
