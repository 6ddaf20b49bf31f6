"""Block markup as a format: so posts of any source can be written to files, a post each."""

from __future__ import annotations

from blocks.model.document import Document
from blocks.model.wordpress import canonical_markup
from blocks.render.base import Context, renderable


class MarkupRenderer:
    """Renders the block markup of a document again."""

    format = "markup"

    def render(self, document: Document, context: Context, /, *, canonical: bool = False, migrate: bool = False) -> str:
        """The markup, byte for byte; of rendered HTML, that which was recovered from it.

        `migrate` writes blocks of older shapes as the editor saves them today, first. With `canonical`, it is what
        WordPress's `serialize_blocks(parse_blocks(x))` writes, but where unclosed blocks would repeat too much of the
        text: then it stays as it is, and a problem says so.

        It is for files that a site, or another program, is made of. What was recovered from rendered HTML has no
        references and nothing that the server draws: where the post still stands on its site, do not save it there.
        """
        if migrate:
            document = document.migrate()
        if not canonical or renderable(document, context) is not document.children:
            return document.markup
        return canonical_markup(document, None)
