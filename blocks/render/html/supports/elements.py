"""The support `color` for the elements inside a block: links, buttons and headings (`style.elements`)."""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.formatting import php
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.supports.first_tag import with_classes
from blocks.render.html.supports.serialized import block_hash
from blocks.theme.style_engine import get_styles

_CLASS: Final = re.compile(r"\bwp-elements-[^ \t\n\r\f\v]+\b", re.ASCII)
_LEVELS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_COLORS: Final = (("color", "text"), ("color", "background"), ("color", "gradient"))

# For each kind of element: the paths below `style.elements` that call for a class.
_PATHS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "button": tuple(("button", *color) for color in _COLORS),
    "link": (("link", "color", "text"), ("link", ":hover", "color", "text")),
    "heading": tuple((name, *color) for name in ("heading", *_LEVELS) for color in _COLORS),
}


def styles(block: ServerBlock, server: Server) -> None:
    """Give the block a class of its own, and the stylesheet its rules (`wp_render_elements_support_styles()`)."""
    elements = php.get(block.attrs, "style", "elements")
    if not php.is_true(elements):
        return
    kinds = [kind for kind in _PATHS if block.type is None or not block.type.skips_serialization("color", kind)]
    if not any(php.get(elements, *path) is not None for kind in kinds for path in _PATHS[kind]):
        return
    name = f"wp-elements-{block_hash(block, server)}"
    classes = block.attrs.get("className")
    block.set_attr("className", name if classes is None else f"{php.text(classes)} {name}")
    for kind in kinds:
        _add_rules(elements, kind, name, server)


def _add_rules(elements: Any, kind: str, name: str, server: Server) -> None:
    style = php.get(elements, kind)
    if php.is_true(style):
        selector = _selector(name, kind)
        get_styles(style, selector=selector, sheet=server.styles)
        hover = php.get(style, ":hover")
        if hover is not None and kind == "link":
            get_styles(hover, selector=f"{selector}:hover", sheet=server.styles)
    if kind == "heading":
        for level in _LEVELS:
            style = php.get(elements, level)
            if php.is_true(style):
                get_styles(style, selector=f".{name} {level}", sheet=server.styles)


def _selector(name: str, kind: str) -> str:
    if kind == "link":
        return f".{name} a:where(:not(.wp-element-button))"
    if kind == "button":
        return f".{name} .wp-element-button, .{name} .wp-block-button__link"
    return ", ".join(f".{name} {level}" for level in _LEVELS)


def add_class(block: ServerBlock, content: str, server: Server) -> str:
    """The class that `styles` gave the block, on its first tag (`wp_render_elements_class_name()`)."""
    del server
    found = _CLASS.search(php.text(block.attrs.get("className", "")))
    if found is None:
        return content
    return with_classes(content, found[0])
