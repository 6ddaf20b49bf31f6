"""The support `spacing` of drawn blocks: padding and margin."""

from __future__ import annotations

from blocks.formatting import php
from blocks.render.html.server import Server
from blocks.render.html.server_type import Attributes, ServerType
from blocks.render.html.supports.printed import printed
from blocks.theme.style_engine import get_styles


def apply(type_: ServerType, attributes: Attributes, server: Server) -> dict[str, str]:
    """The styles of the space inside and around the block (`wp_apply_spacing_support()`)."""
    del server
    said = php.get(attributes, "style", "spacing")
    if said is None or type_.skips_serialization("spacing"):
        return {}
    spacing = {
        part: php.get(said, part)
        for part in ("padding", "margin")
        if type_.has_support("spacing", part) and not type_.skips_serialization("spacing", part)
    }
    return printed(get_styles({"spacing": spacing})) if spacing else {}
