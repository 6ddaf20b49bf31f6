"""Block style variations: a block of class `is-style-NAME`, which the theme has styles for, gets rules of its own."""

from __future__ import annotations

from functools import lru_cache

from blocks.formatting import php
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.supports.first_tag import with_classes
from blocks.theme import Theme
from blocks.theme.variations import StyleVariations, instance_class


def styles(block: ServerBlock, server: Server) -> None:
    """Give a block a class of its own, and the inline styles its rules.

    The rule is `wp_render_block_style_variation_support_styles()`.
    """
    class_name = block.attrs.get("className")
    variations = _variations(server.theme)
    name = variations.name_in(block.name, class_name) if block.name is not None else None
    if name is None:
        return
    number = int(server.unique_id())
    css = variations.css(block.name or "", name, number)
    if css:
        server.inline_styles.append(css)
        block.set_attr("className", f"{class_name} {variations.class_name(name, number)}")


@lru_cache(maxsize=8)
def _variations(theme: Theme) -> StyleVariations:
    return StyleVariations(theme)


def add_class(block: ServerBlock, content: str, server: Server) -> str:
    """The class that `styles` gave the block, on its first tag (`wp_render_block_style_variation_class_name()`)."""
    del server
    name = instance_class(block.attrs.get("className"))
    if name is None or php.is_empty(content):
        return content
    return with_classes(content, name)
