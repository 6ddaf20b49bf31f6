"""The support `border` of drawn blocks: radius, style, width and colour, of all sides or of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from blocks.formatting import php
from blocks.render.html.server import Server
from blocks.render.html.server_type import Attributes, ServerType
from blocks.render.html.supports.printed import preset_or, printed
from blocks.theme.style_engine import SIDES, get_styles

_SUPPORT: Final = "__experimentalBorder"


def apply(type_: ServerType, attributes: Attributes, server: Server) -> dict[str, str]:
    """Classes and styles of the block's border (`wp_apply_border_support()`)."""
    del server
    style = php.get(attributes, "style", "border")
    if (style is None and "borderColor" not in attributes) or type_.skips_serialization("border"):
        return {}
    supported = {part: has_border(type_, part) for part in ("color", "radius", "style", "width")}
    skipped = {part: type_.skips_serialization(_SUPPORT, part) for part in supported}
    border: dict[str, Any] = {}
    for part in ("radius", "style", "width"):
        value = php.get(style, part)
        if value is not None and supported[part] and not skipped[part]:
            border[part] = value if part == "style" else _in_pixels(value)
    if supported["color"] and not skipped["color"]:
        border["color"] = preset_or(php.get(style, "color"), attributes, "borderColor")
    if supported["color"] or supported["width"]:
        for side in SIDES:
            said = php.get(style, side)
            border[side] = {
                part: None if skipped[part] else php.get(said, part) for part in ("width", "color", "style")
            }
    return printed(get_styles({"border": border}))


def printed_border(attributes: Mapping[str, Any]) -> dict[str, str]:
    """Class and style of the border that a block says, for one that prints it on an element inside.

    The rules are `get_block_core_avatar_border_attributes()` and that of featured images, which is the same.
    """
    said = php.get(attributes, "style", "border")
    border: dict[str, Any] = {part: php.get(said, part) for part in ("radius", "style", "width")}
    border["color"] = preset_or(php.get(said, "color"), attributes, "borderColor")
    for side in SIDES:
        border[side] = {part: php.get(said, side, part) for part in ("color", "style", "width")}
    return printed(get_styles({"border": border}))


def has_border(type_: ServerType, part: str) -> bool:
    """Whether one feature of borders is supported (`wp_has_border_feature_support()`)."""
    return type_.support(_SUPPORT) is True or type_.has_support(_SUPPORT, part)


def _in_pixels(value: Any) -> Any:
    """A length; a plain number is one in pixels."""
    return f"{php.text(value)}px" if php.is_numeric(value) else value
