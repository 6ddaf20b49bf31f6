"""HTML: the saved markup with rendered children in place, as WordPress's `render_block()` begins.

A block that no library declares comes out right, too: what was saved is what is shown. A template of the block's name
takes the place of its saved markup (`templates/html/core/image.html`).
"""

from __future__ import annotations

from collections.abc import Iterator

from blocks.model.block import Block
from blocks.model.document import Document
from blocks.render.base import Context, renderable, visit

FORMATS = ("html",)


class HtmlRenderer:
    """Renders HTML, as a fragment or a whole page."""

    format = "html"

    def render(self, document: Document, context: Context, /, *, page: bool = False, lang: str = "en") -> str:
        """The HTML of a document.

        With `page`, a whole page from the template `html/page.html`: its title and canonical address are the post's,
        and `lang` is the language of its text.
        """
        content = saved_html(document, context, FORMATS)
        if not page:
            return content
        return context.templates.draw("html/page.html", content=content, post=context.post, lang=lang)


def saved_html(document: Document, context: Context, formats: tuple[str, ...]) -> str:
    """The blocks' saved markup, or their templates of the first of `formats` that has one."""
    return "".join(part for part, _ in saved_parts(document, context, formats))


def saved_parts(document: Document, context: Context, formats: tuple[str, ...]) -> list[tuple[str, Block]]:
    """`saved_html` in pieces, each with the block that it comes from."""
    out: list[tuple[str, Block]] = []

    def rule(node: Block) -> Iterator[Block]:
        name = node.block_name
        template = context.templates.for_block(formats, name) if name is not None else None
        if template is not None:
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
