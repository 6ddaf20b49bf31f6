"""The saved markup with rendered children in place, as `render_block()` begins; formats made of HTML start from it."""

from __future__ import annotations

from collections.abc import Iterator

from blocks.model.block import Block
from blocks.model.document import Document
from blocks.render.base import Context, renderable, visit


def saved_html(document: Document, context: Context, formats: tuple[str, ...]) -> str:
    """The blocks' saved markup, or their templates of the first of `formats` that has one."""
    return "".join(part for part, _ in saved_parts(document, context, formats))


def saved_parts(document: Document, context: Context, formats: tuple[str, ...]) -> list[tuple[str, Block]]:
    """`saved_html` in pieces, each with the block that it comes from."""
    out: list[tuple[str, Block]] = []

    def rule(node: Block) -> Iterator[Block]:
        name = node.block_name
        template = context.templates.for_block(formats, name) if name is not None else None
        if template is not None and not context.templates.is_server_drawn(template):
            parts = context.templates.draw_block(template, node, post=context.post)
        else:
            parts = iter(node.inner_content)
            if node.is_void:
                context.report_nothing_saved(node)
        for part in parts:
            if isinstance(part, str):
                out.append((part, node))
            else:
                yield part

    visit(renderable(document, context), rule)
    return out
