"""The support `background`: an image behind a block."""

from __future__ import annotations

from typing import Any, Final

from blocks.formatting import php
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.supports.printed import added
from blocks.theme.style_engine import get_styles

_VALUES: Final = (
    "backgroundImage",
    "backgroundSize",
    "backgroundPosition",
    "backgroundRepeat",
    "backgroundAttachment",
)


def render(block: ServerBlock, content: str, server: Server) -> str:
    """A block with its background on its first tag (`wp_render_background_support()`)."""
    del server
    said = php.get(block.attrs, "style", "background")
    if (
        said is None
        or block.type is None
        or not block.type.has_support("background", "backgroundImage")
        or block.type.skips_serialization("background", "backgroundImage")
    ):
        return content
    background: dict[str, Any] = {name: php.get(said, name) for name in _VALUES}
    if not php.is_empty(background["backgroundImage"]):
        if background["backgroundSize"] is None:
            background["backgroundSize"] = "cover"
        if background["backgroundSize"] == "contain" and php.is_empty(background["backgroundPosition"]):
            background["backgroundPosition"] = "50% 50%"
    css = get_styles({"background": background}).css
    if php.is_empty(css):
        return content
    tags = TagProcessor(content)
    if tags.next_tag():
        tags.set_attribute("style", added(tags.get_attribute("style"), css))
        tags.add_class("has-background")
    return tags.get_updated_html()
