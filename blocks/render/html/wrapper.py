"""The attributes of a drawn block's outermost element: what its supports print, and what the block itself adds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.server_type import Attributes, ServerType

Apply = Callable[[ServerType, Attributes, Server], Mapping[str, Any]]

# In WordPress's order: modules of `supports/`, whose `apply` gives a block's attributes by name.
SUPPORTS: Final = (
    "classes:apply_align",
    "classes:apply_custom",
    "classes:apply_generated",
    "colors:apply",
    "typography:apply",
    "border:apply",
    "spacing:apply",
    "dimensions:apply",
    "shadow:apply",
    "classes:apply_aria_label",
)
_MERGED: Final = ("style", "class", "id", "aria-label")


def support_attributes(block: ServerBlock, server: Server) -> dict[str, str]:
    """What the supports of a block's type print, by attribute (`WP_Block_Supports::apply_block_supports()`)."""
    if block.type is None:
        return {}
    attributes = block.type.prepare(block.attrs)
    merged: dict[str, str] = {}
    for apply in _applied():
        for name, value in apply(block.type, attributes, server).items():
            text = php.text(value)
            merged[name] = text if php.is_empty(merged.get(name)) else f"{merged[name]} {text}"
    return merged


def wrapper_attributes(block: ServerBlock, server: Server, extra: Mapping[str, Any] | None = None) -> Html:
    """The attributes of the outermost element as HTML, with the block's own `extra` ones; no blank before the first.

    The rule is `get_block_wrapper_attributes()`.
    """
    extra = extra or {}
    printed = support_attributes(block, server)
    merged: dict[str, Any] = {}
    for name in _MERGED:
        values = [value for value in (extra.get(name), printed.get(name)) if not php.is_empty(value)]
        if values:
            merged[name] = " ".join(php.text(value) for value in values) if len(values) > 1 else values[0]
    merged.update({name: value for name, value in extra.items() if name not in _MERGED})
    return Html(" ".join([f'{name}="{esc_attr(php.text(value))}"' for name, value in merged.items()]))


@cache
def _applied() -> tuple[Apply, ...]:
    found = (name.partition(":") for name in SUPPORTS)
    return tuple(getattr(import_module(f"blocks.render.html.supports.{module}"), name) for module, _, name in found)
