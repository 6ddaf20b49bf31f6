"""Headings and lists: the class that the editor does not save."""

from __future__ import annotations

from typing import Final

from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server

_HEADINGS: Final = frozenset(("H1", "H2", "H3", "H4", "H5", "H6"))
_LISTS: Final = frozenset(("OL", "UL"))


def heading(block: ServerBlock, content: str, server: Server) -> str:
    """A heading with its class (`block_core_heading_render()`)."""
    del block, server
    return _with_class(content, _HEADINGS, "wp-block-heading")


def list(  # noqa: A001 - blocks' functions bear their names
    block: ServerBlock, content: str, server: Server
) -> str:
    """A list with its class (`block_core_list_render()`)."""
    del block, server
    return _with_class(content, _LISTS, "wp-block-list")


def _with_class(content: str, tags: frozenset[str], class_name: str) -> str:
    processor = TagProcessor(content)
    while processor.next_tag():
        if processor.get_tag() in tags:
            processor.add_class(class_name)
            break
    return processor.get_updated_html()
