"""Headings and lists: the class that the editor does not save."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server

# A tag at the start whose end cannot be mistaken: attributes in double quotes, in which stands no `<` or `>`.
_PLAIN_TAG: Final = re.compile(
    r'\s*(?P<tag><([a-zA-Z][a-zA-Z0-9]{0,9})(?: [a-z-]{1,20}="[^"<>]{0,200}"){0,8}>)', re.ASCII
)
_HEADINGS: Final = frozenset(("H1", "H2", "H3", "H4", "H5", "H6"))
_LISTS: Final = frozenset(("OL", "UL"))


def heading(block: ServerBlock, content: str, server: Server) -> str:
    """A heading with its class (`block_core_heading_render()`)."""
    del block, server
    return _with_class(content, _HEADINGS, "wp-block-heading")


def list(block: ServerBlock, content: str, server: Server) -> str:
    """A list with its class (`block_core_list_render()`)."""
    del block, server
    return _with_class(content, _LISTS, "wp-block-list")


def _with_class(content: str, tags: frozenset[str], class_name: str) -> str:
    """The content with a class on the first of these tags."""
    first = _PLAIN_TAG.match(content)
    if first is not None and first[2].upper() in tags:
        start, end = first.span("tag")
        return content[:start] + _tag_with_class(first["tag"], class_name) + content[end:]
    return _edited(content, tags, class_name)


@lru_cache(maxsize=1024)
def _tag_with_class(tag: str, class_name: str) -> str:
    """A tag alone; a document has the same one over and over."""
    processor = TagProcessor(tag)
    processor.next_tag()
    processor.add_class(class_name)
    return processor.get_updated_html()


def _edited(content: str, tags: frozenset[str], class_name: str) -> str:
    processor = TagProcessor(content)
    while processor.next_tag():
        if processor.get_tag() in tags:
            processor.add_class(class_name)
            break
    return processor.get_updated_html()
