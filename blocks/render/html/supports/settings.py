"""The support `__experimentalSettings`: presets that hold inside one block alone, by its attribute `settings`."""

from __future__ import annotations

from blocks.formatting import php
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.supports.first_tag import with_classes
from blocks.render.html.supports.serialized import block_hash
from blocks.theme.block_presets import block_presets


def preset_styles(block: ServerBlock, server: Server) -> None:
    """Give the inline styles the presets of a block (`_wp_add_block_level_preset_styles()`)."""
    settings = block.attrs.get("settings")
    if not php.is_empty(settings):
        css = block_presets(settings, f".{_class(block_hash(block, server))}", server.theme)
        if css:
            server.inline_styles.append(css)


def add_class(block: ServerBlock, content: str, server: Server) -> str:
    """A block with the class that its presets go by (`_wp_add_block_level_presets_class()`).

    It is a hash of the block as the rules on its data left it, and so not the class of the presets' rules where they
    changed it: nobody sees these, in WordPress either.
    """
    if php.is_empty(content) or php.is_empty(block.attrs.get("settings")):
        return content
    return with_classes(content, _class(block_hash(block, server, with_parent_layout=True)))


def _class(block_hash: str) -> str:
    return f"wp-settings-{block_hash}"
