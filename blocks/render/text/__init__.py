"""Plain text, to be read: wrapped paragraphs, underlined headings, lists, quotes and tables as people type them.

rules.py             the table of blocks: what each needs beyond its saved HTML
flow.py              HTML tokens in, blocks of text out: what is open, and the running text
elements.py          the table of elements: what each tag does to the flow
table_elements.py    … those of tables
media.py             … and those of pictures, players, embeds and buttons
state.py             what the flow remembers about open elements
inline.py            a run of inline HTML as text: spaces, line breaks
lists.py             bullets and numbers
tables.py            tables in columns
writer.py            lines: width, prefixes, blank lines

Text has no templates: what a block looks like is said in rules.py and elements.py. `docs/text.md` shows the output.
"""

from __future__ import annotations

from collections.abc import Iterator

from blocks.errors import OptionError
from blocks.model.block import Block
from blocks.model.document import Document
from blocks.render.base import Context, renderable, visit
from blocks.render.text.flow import Flow
from blocks.render.text.rules import RULES, saved
from blocks.render.text.writer import Writer


class TextRenderer:
    """Renders plain text."""

    format = "text"

    def render(self, document: Document, context: Context, /, *, width: int = 72) -> str:
        """The document as text that ends in one line break; the empty string where there is nothing to read.

        `width` is the most columns of a line, 0 for lines of any length; a word that is longer is not broken.
        Raises OptionError for a width that is no number of columns.
        """
        if not isinstance(width, int) or isinstance(width, bool) or width < 0:
            raise OptionError(
                f"the format text cannot use width={width!r}: give a number of columns, 0 for no wrapping"
            )
        writer = Writer(width)
        flow = Flow(writer)

        def rule(node: Block) -> Iterator[Block]:
            def report(code: str, message: str) -> None:
                context.report(code, message, node)

            flow.report = report
            if node.is_void:
                context.report_nothing_saved(node)
            flow.separate(0 if node.is_nested else 1)
            for child in RULES.get(node.block_name or "core/freeform", saved)(node, flow):
                yield child
                flow.report = report
            flow.separate(0 if node.is_nested else 1)

        visit(renderable(document, context), rule)
        flow.finish()
        return writer.output()
