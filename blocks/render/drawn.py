"""Blocks as WordPress's server draws them, for formats that read its HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blocks.model.block import Block

if TYPE_CHECKING:
    from blocks.render.html.server import Server


def drawn(node: Block, server: Server) -> str:
    """The HTML that WordPress prints of a top-level block."""
    post = {"postId": server.post.id, "postType": server.post.type} if server.post is not None else {}
    return server.run(server.draw_block(server.block(node, post)))
