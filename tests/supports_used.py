"""Which block supports an input makes use of, told by what its blocks say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import blocks

_BY_ATTRIBUTE: Final = {
    "align": "align",
    "anchor": "anchor",
    "ariaLabel": "aria-label",
    "backgroundColor": "color",
    "borderColor": "border",
    "fitText": "typography",
    "fontFamily": "typography",
    "fontSize": "typography",
    "gradient": "color",
    "layout": "layout",
    "settings": "settings",
    "textColor": "color",
}


def supports_used(document: blocks.Document) -> frozenset[str]:
    """The names of the supports, as WordPress's files of block supports are called."""
    return frozenset(name for node in document.walk() for name in _of_block(node.attributes or {}))


def _of_block(said: Any) -> Iterator[str]:
    yield from (_BY_ATTRIBUTE[key] for key in said if key in _BY_ATTRIBUTE)
    style, metadata, class_name = said.get("style"), said.get("metadata"), said.get("className")
    if isinstance(style, dict):
        for group, value in style.items():
            is_duotone = group == "color" and isinstance(value, dict) and "duotone" in value
            yield "duotone" if is_duotone else "child layout" if group == "layout" else group
    if isinstance(metadata, dict):
        yield from (
            name for name, key in (("bindings", "bindings"), ("visibility", "blockVisibility")) if key in metadata
        )
    if isinstance(class_name, str):
        yield "style variations" if "is-style-" in class_name else "custom class name"
