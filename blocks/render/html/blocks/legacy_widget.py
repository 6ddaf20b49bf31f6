"""Widgets of the time before blocks: alone, or in a group with a title."""

from __future__ import annotations

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_html
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Rendering, Server


def legacy_widget(block: ServerBlock, content: str, server: Server) -> str:
    """Nothing (`render_block_core_legacy_widget()`): a site says nothing of its widgets.

    WordPress prints nothing, too, where the theme has no sidebars, or the widget was made on another site.
    """
    del content
    server.report("no-data", "the widget is drawn by the code of the site that it stands on", block)
    return ""


def widget_group(block: ServerBlock, content: str, server: Server) -> Rendering:
    """The blocks inside, below a title (`render_block_core_widget_group()`)."""
    del content
    title = block.attributes.get("title")
    inner: list[str] = []
    for one in block.inner_blocks:
        html = yield server.draw_again(one)
        inner.append(html)
    return server.draw(
        "core/widget-group",
        title=None if php.is_empty(title) else Html(esc_html(php.text(title))),
        content=Html("".join(inner)),
    )
