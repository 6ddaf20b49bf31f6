"""Files: the preview of a PDF."""

from __future__ import annotations

from blocks.formatting import php
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server

_UNNAMED = "PDF embed"


def file(block: ServerBlock, content: str, server: Server) -> str:
    """The file with its preview, shown only by browsers that can show it (`render_block_core_file()`)."""
    del server
    if php.is_empty(block.attributes.get("displayPreview")):
        return content
    tags = TagProcessor(content)
    if tags.next_tag():
        tags.set_attribute("data-wp-interactive", "core/file")
    if not tags.next_tag("object"):
        return content
    tags.set_attribute("data-wp-bind--hidden", "!state.hasPdfPreview")
    tags.set_attribute("hidden", True)
    name = tags.get_attribute("aria-label")
    is_named = isinstance(name, str) and name not in ("", "0", _UNNAMED)
    tags.set_attribute("aria-label", f"Embed of {name}." if is_named else _UNNAMED)
    return tags.get_updated_html()
