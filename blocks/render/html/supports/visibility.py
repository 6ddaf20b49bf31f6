"""The support `visibility`: a block that its author hides prints nothing."""

from __future__ import annotations

from blocks.formatting.php import get
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server


def render(block: ServerBlock, content: str, server: Server) -> str:
    """Nothing for `"metadata":{"blockVisibility":false}` (`wp_render_block_visibility_support()`)."""
    del server
    if block.type is None or not block.type.has_support("visibility", default=True):
        return content
    return "" if get(block.attrs, "metadata", "blockVisibility") is False else content
