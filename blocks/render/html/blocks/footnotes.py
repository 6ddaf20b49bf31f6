"""The notes of a post, below its text."""

from __future__ import annotations

from blocks.formatting import php
from blocks.formatting.escaping import Html
from blocks.model.attributes import read_as_php
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.pages import password_required


def footnotes(block: ServerBlock, content: str, server: Server) -> str:
    """The list of notes that the post's meta has (`render_block_core_footnotes()`)."""
    del content
    id = block.context.get("postId")
    post = None if php.is_empty(id) else server.site.posts.get(php.integer(id))
    if post is None or password_required(post):
        return ""
    said = post.meta.get("footnotes")
    notes = read_as_php(said) if isinstance(said, str) else None
    if not php.is_array(notes) or php.is_empty(notes):
        return ""
    return server.draw(
        "core/footnotes",
        wrapper=wrapper_attributes(block, server),
        footnotes=[
            {
                "id": Html(php.text(php.get(note, "id"))),
                "content": Html(php.text(php.get(note, "content"))),
                "label": f"Jump to footnote reference {number}",
            }
            for number, note in enumerate(php.values(notes), 1)
        ],
    )
