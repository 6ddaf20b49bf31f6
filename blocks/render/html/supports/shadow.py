"""The support `shadow` of drawn blocks."""

from __future__ import annotations

from blocks.formatting import php
from blocks.render.html.server import Server
from blocks.render.html.server_type import Attributes, ServerType
from blocks.render.html.supports.printed import printed
from blocks.theme.style_engine import get_styles


def apply(type_: ServerType, attributes: Attributes, server: Server) -> dict[str, str]:
    """The style of the block's shadow (`wp_apply_shadow_support()`)."""
    del server
    shadow = php.get(attributes, "style", "shadow")
    if shadow is None or not type_.has_support("shadow") or type_.skips_serialization("shadow"):
        return {}
    return printed(get_styles({"shadow": shadow}))
