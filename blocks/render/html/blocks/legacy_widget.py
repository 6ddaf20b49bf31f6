"""Widgets of the time before blocks: alone, or in a group with a title."""

from __future__ import annotations

from typing import Final

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_html
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Rendering, Server

# The widgets of WordPress that print the same everywhere while nothing is set in them.
_UNSET: Final = {
    "block": '<div class="widget widget_block"></div>',
    "custom_html": (
        '<div class="widget_text widget widget_custom_html"><div class="textwidget custom-html-widget"></div></div>'
    ),
    "text": '<div class="widget widget_text">\t\t\t<div class="textwidget"></div>\n\t\t</div>',
    **dict.fromkeys(("media_audio", "media_gallery", "media_image", "media_video", "nav_menu", "rss"), ""),
}


def legacy_widget(block: ServerBlock, content: str, server: Server) -> str:
    """A widget in which nothing is set, or nothing (`render_block_core_legacy_widget()`).

    What is set in others is signed by the site that it was set on. WordPress prints nothing, too, where it was another
    one, or the theme has no sidebars.
    """
    del content
    said = block.attributes
    is_set = php.has(said, "instance", "encoded") and php.has(said, "instance", "hash")
    name = said.get("idBase")
    if said.get("id") is None and not is_set and isinstance(name, str) and name in _UNSET:
        return _UNSET[name]
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
