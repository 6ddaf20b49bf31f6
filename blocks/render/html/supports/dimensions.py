"""The support `dimensions`: the least height of drawn blocks, and the aspect ratio of all."""

from __future__ import annotations

from typing import Any

from blocks.formatting import php
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.server_type import Attributes, ServerType
from blocks.render.html.supports.printed import added, printed
from blocks.theme.style_engine import get_styles


def apply(type_: ServerType, attributes: Attributes, server: Server) -> dict[str, str]:
    """The style of the block's least height (`wp_apply_dimensions_support()`)."""
    del server
    height = php.get(attributes, "style", "dimensions", "minHeight")
    if height is None or not type_.has_support("dimensions", "minHeight"):
        return {}
    if type_.skips_serialization("dimensions") or type_.skips_serialization("dimensions", "minHeight"):
        return {}
    return printed(get_styles({"dimensions": {"minHeight": height}}))


def render(block: ServerBlock, content: str, server: Server) -> str:
    """A block in its aspect ratio, which a least height would override (`wp_render_dimensions_support()`)."""
    del server
    type_ = block.type
    if (
        type_ is None
        or not type_.has_support("dimensions", "aspectRatio")
        or type_.skips_serialization("dimensions", "aspectRatio")
    ):
        return content
    ratio = php.get(block.attrs, "style", "dimensions", "aspectRatio")
    dimensions: dict[str, Any] = {"aspectRatio": ratio}
    if ratio is not None:
        dimensions["minHeight"] = "unset"
    elif php.has(block.attrs, "style", "dimensions", "minHeight") or php.has(block.attrs, "minHeight"):
        dimensions["aspectRatio"] = "unset"
    styles = get_styles({"dimensions": dimensions})
    if php.is_empty(styles.css):
        return content
    tags = TagProcessor(content)
    if tags.next_tag():
        tags.set_attribute("style", added(tags.get_attribute("style"), styles.css))
        if ratio is not None and styles.classes:
            for name in styles.classes.split(" "):
                tags.add_class(name)
    return tags.get_updated_html()
