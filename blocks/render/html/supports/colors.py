"""The support `color` of drawn blocks: text, background and gradient, by preset or by value."""

from __future__ import annotations

from typing import Any, Final

from blocks.formatting import php
from blocks.render.html.server import Server
from blocks.render.html.server_type import Attributes, ServerType
from blocks.render.html.supports.printed import preset_or, printed
from blocks.theme.style_engine import get_styles

# The name of a colour below `style.color`, the attribute with its preset, the kind of preset, the part of the support.
_COLORS: Final = (
    ("text", "textColor", "color", "text"),
    ("background", "backgroundColor", "color", "background"),
    ("gradient", "gradient", "gradient", "gradients"),
)


def apply(type_: ServerType, attributes: Attributes, server: Server) -> dict[str, str]:
    """Classes and styles of the block's colours (`wp_apply_colors_support()`)."""
    del server
    style = php.get(attributes, "style", "color")
    if style is None and not any(preset in attributes for _, preset, _, _ in _COLORS):
        return {}
    support = type_.support("color")
    if support is not True and (not isinstance(support, dict | list) or type_.skips_serialization("color")):
        return {}
    colors: dict[str, Any] = {}
    for name, preset, kind, part in _COLORS:
        said = php.get(support, part)
        if said is None:
            said = name != "gradient"
        if php.is_true(said) and not type_.skips_serialization("color", part):
            colors[name] = preset_or(php.get(style, name), attributes, preset, kind)
    return printed(get_styles({"color": colors}, convert_vars_to_classnames=True))
