"""Block supports: what a type declares to support, and the attributes that this implies.

    supports = {"anchor": True, "align": ["wide", "full"], "color": {"gradients": True, "text": False}}

The keys are those of block.json. The rules are those of the editor's filters on `blocks.registerBlockType`
(@wordpress/block-editor, hooks): each adds an attribute where the support is there and the type declares none of that
name itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from blocks.model.fields import Field, attribute, comment, fields_of

Supports = Mapping[str, Any]

ALIGNMENTS: Final = ("left", "center", "right", "wide", "full")
_STYLED: Final = (
    "typography.lineHeight",
    "typography.fontSize",
    "typography.__experimentalFontStyle",
    "typography.__experimentalFontWeight",
    "typography.__experimentalFontFamily",
    "typography.textAlign",
    "typography.textColumns",
    "typography.__experimentalTextDecoration",
    "typography.__experimentalWritingMode",
    "typography.__experimentalTextTransform",
    "typography.__experimentalLetterSpacing",
    "typography.fitText",
    "__experimentalBorder",
    "color",
    "dimensions",
    "background",
    "spacing",
    "shadow",
)


def support(supports: Supports, feature: str, default: Any = None) -> Any:
    """What `supports` says of a feature, such as `typography.fontSize`; `default` where it says nothing."""
    value: Any = supports
    for key in feature.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return default if value is None else value


def has_support(supports: Supports, feature: str, *, default: bool = False) -> bool:
    """Whether a feature is supported (`hasBlockSupport()`): an empty object or list counts, as in JavaScript."""
    value = support(supports, feature, default)
    return bool(value) or isinstance(value, dict | list | tuple)


def has_style(supports: Supports) -> bool:
    """Whether the type's look can be set, in its attribute `style`."""
    return any(has_support(supports, feature) for feature in _STYLED)


def has_color(supports: Supports) -> bool:
    """Whether any colour can be set."""
    color = support(supports, "color")
    if isinstance(color, Mapping):
        return (
            color.get("link") is True
            or color.get("gradient") is True
            or color.get("background") is not False
            or color.get("text") is not False
        )
    return bool(color)


def has_gradient(supports: Supports) -> bool:
    """Whether a gradient can be set as background."""
    return bool(support(supports, "color.gradients"))


def has_border_color(supports: Supports) -> bool:
    """Whether the colour of the border can be set."""
    border = support(supports, "__experimentalBorder")
    return border is True or bool(support(supports, "__experimentalBorder.color"))


def has_layout(supports: Supports) -> bool:
    """Whether the layout of the blocks inside can be set."""
    return has_support(supports, "layout") or has_support(supports, "__experimentalLayout")


# When supports imply an attribute, by its name in block.json; in the order in which the editor adds them.
IMPLIED: Final[dict[str, Callable[[Supports], bool]]] = {
    "borderColor": has_border_color,
    "align": lambda supports: has_support(supports, "align"),
    "lock": lambda _: True,
    "allowedBlocks": lambda supports: has_support(supports, "allowedBlocks"),
    "anchor": lambda supports: has_support(supports, "anchor"),
    "ariaLabel": lambda supports: has_support(supports, "ariaLabel"),
    "className": lambda supports: has_support(supports, "customClassName", default=True),
    "backgroundColor": has_color,
    "textColor": has_color,
    "gradient": lambda supports: has_color(supports) and has_gradient(supports),
    "fontFamily": lambda supports: has_support(supports, "typography.__experimentalFontFamily"),
    "fontSize": lambda supports: has_support(supports, "typography.fontSize"),
    "fitText": lambda supports: has_support(supports, "typography.fitText"),
    "style": lambda supports: has_style(supports) or has_support(supports, "filter.duotone"),
    "settings": lambda supports: has_support(supports, "__experimentalSettings"),
    "layout": has_layout,
    "metadata": lambda _: True,
}


class Supported:
    """The attributes that supports imply, as fields of every block; None where its type does not support one."""

    __slots__ = ()

    align: str | None = comment("align", "string", enum=(*ALIGNMENTS, ""))
    lock: dict[str, Any] | None = comment("lock", "object")
    allowed_blocks: list[str] | None = comment("allowedBlocks", "array")
    anchor: str | None = attribute("*", "id")
    aria_label: str | None = comment("ariaLabel", "string")
    class_name: str | None = comment("className", "string")
    style: dict[str, Any] | None = comment("style", "object")
    settings: dict[str, Any] | None = comment("settings", "object")
    background_color: str | None = comment("backgroundColor", "string")
    text_color: str | None = comment("textColor", "string")
    gradient: str | None = comment("gradient", "string")
    border_color: str | None = comment("borderColor", "string")
    font_family: str | None = comment("fontFamily", "string")
    font_size: str | None = comment("fontSize", "string")
    fit_text: bool | None = comment("fitText", "boolean")
    layout: dict[str, Any] | None = comment("layout", "object")
    metadata: dict[str, Any] | None = comment("metadata", "object")


SUPPORTED: Final[dict[str, Field]] = {field.key: field for field in fields_of(Supported).values()}


def implied_fields(supports: Supports, declared: Mapping[str, Field]) -> dict[str, Field]:
    """The fields that `supports` imply beside the `declared` ones, by their names in block.json."""
    return {
        key: SUPPORTED[key]
        for key, is_implied in IMPLIED.items()
        if (key not in declared or key == "className") and is_implied(supports)
    }
