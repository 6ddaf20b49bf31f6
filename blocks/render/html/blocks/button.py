"""Buttons: those without a text are not shown."""

from __future__ import annotations

from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server


def button(block: ServerBlock, content: str, server: Server) -> str:
    """The button; nothing where its link has nothing in it but comments (`render_block_core_button()`)."""
    del block, server
    tags = TagProcessor(content)
    tag: str | None = None
    while tags.next_tag():
        tag = tags.get_tag()
        if tag in ("A", "BUTTON"):
            break
    if tag is None:
        return content
    while tags.next_token() and tags.get_token_name() != tag:
        if tags.get_token_type() != "#comment":
            return content
    return ""
