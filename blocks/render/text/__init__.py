"""Plain text, to be read: wrapped paragraphs, underlined headings, lists, quotes and tables as people type them.

options.py       what may be chosen
rules.py         the table of blocks: what each needs beyond its saved HTML; labels.py: what stands for one without any
drawn.py         blocks as WordPress's server draws them
flow.py          HTML tokens in, blocks of text out: what is open, and the running text
elements.py      the table of elements: what each tag does to the flow
table_elements.py, beside_elements.py    … those of tables, and of columns
media.py, links.py, notes.py             … of pictures, players and embeds, of links, and of footnotes
hidden.py        what a page does not show
state.py         what the flow remembers about open elements
inline.py        a run of inline HTML as text: spaces, line breaks
lists.py         bullets and numbers
tables.py        tables in columns; beside.py: columns side by side
width.py         how wide text is, and where lines may break
writer.py        lines: width, prefixes, blank lines

Text has no templates: what a block looks like is said in rules.py and elements.py. `docs/text.md` shows the output.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from blocks.model.block import Block
from blocks.model.document import Document
from blocks.render.base import Context, is_hidden, renderable, visit
from blocks.render.given import annotated, opened_request, opened_site, prepared
from blocks.render.text.drawn import feed_drawn
from blocks.render.text.flow import Flow
from blocks.render.text.notes import footnotes_of, notes_html, number_of_marks
from blocks.render.text.options import Columns, Dynamic, Headings, Images, Links, Options
from blocks.render.text.rules import RULES, saved
from blocks.render.text.writer import Writer

if TYPE_CHECKING:
    from blocks.site import RenderContext, Site


__all__ = ["TextRenderer", "annotated"]


class TextRenderer:
    """Renders plain text."""

    format = "text"
    prepared = staticmethod(prepared)

    def render(
        self,
        document: Document,
        context: Context,
        /,
        *,
        width: int = 72,
        headings: Headings = "underline",
        links: Links = "buttons",
        images: Images = "both",
        columns: Columns = "stacked",
        dynamic: Dynamic | None = None,
        site: str | Path | Site | None = None,
        request: str | Path | RenderContext | None = None,
    ) -> str:
        """The document as text that ends in one line break; the empty string where there is nothing to read.

        `width` is the most columns of a line, 0 for lines of any length; a word that is longer is not broken.
        `headings` are underlined, `plain`, or begin with `#` (`hash`). `links` show their address where they are
        `buttons` or files, all `inline`, as `references` at the end, or not at all (`drop`). `images` are the
        alternative text and the caption (`both`), one of the two (`alt`, `caption`: the other where it is missing), or
        `none`. `columns` are `stacked`, or side by side (`side`) where there is room.

        Blocks that the server draws are `drawn`, with what `site` and `request` say (docs/site.md); or a `label` stands
        for them; or they are left out (`drop`). They are drawn where a site is given, unless something else is asked
        for, and left out where none is.

        Raises OptionError for a value that an option does not take, SourceError for a file that cannot be read.
        """
        chosen = dynamic if dynamic is not None else "drop" if site is None else "drawn"
        options = Options(width, headings, links, images, columns, chosen)
        writer = Writer(width)
        flow = Flow(writer, options)
        given_site, given_request = opened_site(site), opened_request(request)
        flow.notes.html = notes_html(footnotes_of(context, given_site, given_request))
        if links == "references":
            flow.links.first = number_of_marks(document.source.text) + 1

        def rule(node: Block) -> Iterator[Block]:
            def report(code: str, message: str) -> None:
                context.report(code, message, node)

            if is_hidden(node):
                return
            gap = 0 if node.is_nested else 1
            flow.report = report
            flow.separate(gap)
            for child in RULES.get(node.block_name or "core/freeform", saved)(node, flow):
                yield child
                flow.report = report
            flow.separate(gap)

        if chosen == "drawn":
            feed_drawn(document, context, flow, given_site, given_request, lambda node: visit((node,), rule))
        else:
            visit(renderable(document, context), rule)
        flow.finish()
        return writer.output()
