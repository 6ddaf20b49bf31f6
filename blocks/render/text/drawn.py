"""Text of what WordPress would show: each block is drawn by the HTML renderer, and its HTML is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from blocks.model.block import Block
from blocks.model.document import Document
from blocks.render.base import Context, renderable
from blocks.render.drawn import drawn
from blocks.render.text.flow import Flow

if TYPE_CHECKING:
    from blocks.site import RenderContext, Site


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
        html = drawn(node, server)
        if not html and node.is_void and len(context.problems) == told:
            context.report_nothing_saved(node)
        flow.report = _reporting(context, node)
        flow.separate(1)
        flow.feed(html)
        flow.separate(1)


def _reporting(context: Context, node: Block) -> Callable[[str, str], None]:
    return lambda code, message: context.report(code, message, node)
