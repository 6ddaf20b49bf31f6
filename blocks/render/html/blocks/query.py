"""The block around a query, and what its enhanced pagination needs."""

from __future__ import annotations

from blocks.formatting import php
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server


def query(block: ServerBlock, content: str, server: Server) -> str:
    """The content, as a region that the browser can draw anew (`render_block_core_query()`)."""
    del server
    attributes = block.attributes
    query_id = attributes.get("queryId")
    if attributes.get("enhancedPagination") is not True or query_id is None:
        return content
    tags = TagProcessor(content)
    if tags.next_tag():
        tags.set_attribute("data-wp-interactive", "core/query")
        tags.set_attribute("data-wp-router-region", f"query-{php.text(query_id)}")
        tags.set_attribute("data-wp-context", "{}")
        tags.set_attribute("data-wp-key", php.text(query_id))
    return tags.get_updated_html()
