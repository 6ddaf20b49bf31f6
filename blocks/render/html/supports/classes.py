"""The supports `align`, `customClassName`, `className` and `ariaLabel` of drawn blocks."""

from __future__ import annotations

from functools import cache

from blocks.formatting import php
from blocks.render.html.server import Server
from blocks.render.html.server_type import Attributes, ServerType


def apply_align(type_: ServerType, attributes: Attributes, server: Server) -> dict[str, str]:
    """The class of the alignment (`wp_apply_alignment_support()`)."""
    del server
    if "align" not in attributes or not type_.has_support("align"):
        return {}
    return {"class": f"align{php.text(attributes['align'])}"}


def apply_custom(type_: ServerType, attributes: Attributes, server: Server) -> dict[str, str]:
    """The classes that the author gave (`wp_apply_custom_classname_support()`)."""
    del server
    if "className" not in attributes or not type_.has_support("customClassName", default=True):
        return {}
    return {"class": php.text(attributes["className"])}


def apply_generated(type_: ServerType, attributes: Attributes, server: Server) -> dict[str, str]:
    """The class of the block's name (`wp_apply_generated_classname_support()`)."""
    del attributes, server
    return {"class": default_class(type_.name)} if type_.has_support("className", default=True) else {}


def apply_aria_label(type_: ServerType, attributes: Attributes, server: Server) -> dict[str, str]:
    """The label for assistive technology (`wp_apply_aria_label_support()`)."""
    del server
    if "ariaLabel" not in attributes or not type_.has_support("ariaLabel"):
        return {}
    return {"aria-label": php.text(attributes["ariaLabel"])}


@cache
def default_class(name: str) -> str:
    """The class that a block's name gives it: `wp-block-image` (`wp_get_block_default_classname()`)."""
    return "wp-block-" + name.replace("/", "-").removeprefix("core-")
