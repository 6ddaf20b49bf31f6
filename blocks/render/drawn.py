"""Blocks as WordPress's server draws them, for formats that read its HTML; and the site that it asks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from blocks.model.block import Block

if TYPE_CHECKING:
    from blocks.render.html.server import Server
    from blocks.site import RenderContext, Site


def opened_site(site: str | Path | Site | None) -> Site | None:
    """A site, read where it is the path of one. SourceError for a file that cannot be read."""
    if isinstance(site, str | Path):
        from blocks.site.opening import open_site

        return open_site(site)
    return site


def opened_request(request: str | Path | RenderContext | None) -> RenderContext | None:
    """A request, read where it is the path of one. SourceError for a file that cannot be read."""
    if isinstance(request, str | Path):
        from blocks.site import RenderContext

        return RenderContext.from_json(request)
    return request


def drawn(node: Block, server: Server) -> str:
    """The HTML that WordPress prints of a top-level block."""
    post = {"postId": server.post.id, "postType": server.post.type} if server.post is not None else {}
    return server.run(server.draw_block(server.block(node, post)))
