"""Text of what WordPress would show: each block is drawn by the HTML renderer, and its HTML is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from blocks.model.block import Block
from blocks.model.document import Document
from blocks.render.base import Context, renderable
from blocks.render.text.flow import Flow

if TYPE_CHECKING:
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


def feed_drawn(
    document: Document,
    context: Context,
    flow: Flow,
    site: Site | None,
    request: RenderContext | None,
    written: Callable[[Block], object],
) -> None:
    """Feed the flow the HTML of each block at the top, as WordPress draws it; `written` writes HTML outside blocks."""
    from blocks.render.html.server import Server

    server = Server(document.source.parser, context, site, request)
    for node in renderable(document, context):
        if node.block_name is None or node.delimiter is None:
            written(node)
            continue
        told = len(context.problems)
        post = {"postId": server.post.id, "postType": server.post.type} if server.post is not None else {}
        html = server.run(server.draw_block(server.block(node, post)))
        if not html and node.is_void and len(context.problems) == told:
            context.report_nothing_saved(node)
        flow.report = _reporting(context, node)
        flow.separate(1)
        flow.feed(html)
        flow.separate(1)


def _reporting(context: Context, node: Block) -> Callable[[str, str], None]:
    return lambda code, message: context.report(code, message, node)
