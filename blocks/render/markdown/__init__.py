"""Markdown: GitHub's, from the tree, so that a parser gives back the same text.

rules.py             blocks as pieces of HTML, saved or drawn by the server
flow.py              HTML tokens in, blocks of Markdown out: what is open, and the running text
elements.py          the table of elements that make blocks; `inline_elements.py`: of the others
media.py             pictures, players, embeds
tables.py            tables in pipes, or as HTML
footnotes.py         numbers and their notes
inline.py            a run of text with marks; `marks.py`: emphasis that binds
escape.py            text that Markdown takes for text
output.py            blocks behind prefixes, with the blank lines that a parser needs
front_matter.py      what is known of a post, as YAML

`docs/markdown.md` shows the output.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from blocks.errors import OptionError
from blocks.model.document import Document
from blocks.render.base import Context, renderable
from blocks.render.given import annotated, opened_request, opened_site, prepared
from blocks.render.markdown.flow import Flow
from blocks.render.markdown.footnotes import notes_of
from blocks.render.markdown.front_matter import front_matter as front_matter_of
from blocks.render.markdown.rules import Raw, pieces, read
from blocks.render.text.notes import footnotes_of, notes_html
from blocks.render.text.options import Dynamic

if TYPE_CHECKING:
    from blocks.render.html.server import Server
    from blocks.site import RenderContext, Site


__all__ = ["MarkdownRenderer", "annotated"]


class MarkdownRenderer:
    """Renders GitHub Flavored Markdown."""

    format = "markdown"
    prepared = staticmethod(prepared)

    def render(
        self,
        document: Document,
        context: Context,
        /,
        *,
        width: int = 0,
        tables: Literal["html", "gfm"] = "html",
        raw: Raw = "keep",
        dynamic: Dynamic | None = None,
        front_matter: bool = False,
        site: str | Path | Site | None = None,
        request: str | Path | RenderContext | None = None,
    ) -> str:
        """The document as Markdown that ends in one line break; the empty string where there is nothing to say.

        `width` is the most columns of a paragraph's lines, 0 for lines of any length. Tables that GFM has no signs for
        are `html`, or `gfm` all the same, with what is in their cells on one line. `raw` keeps the HTML of Custom HTML
        blocks, or converts it. `front_matter` puts what is known of the post in front.

        Blocks that the server draws are `drawn`, with what `site` and `request` say (docs/site.md); or a `label` stands
        for them; or they are left out (`drop`). They are drawn where a site is given, unless something else is asked
        for, and left out where none is.

        Raises OptionError for a width that is no number of columns, SourceError for a file that cannot be read.
        """
        if width < 0:
            raise OptionError(f"the format markdown cannot use width={width!r}: give a number of columns, 0 for any")
        chosen = dynamic if dynamic is not None else "drop" if site is None else "drawn"
        given_site, given_request = opened_site(site), opened_request(request)
        server = _server(document, context, given_site, given_request) if chosen == "drawn" else None
        notes = notes_html(footnotes_of(context, given_site, given_request))
        some = pieces(
            renderable(document, context), context, server, notes=notes, has_labels=chosen == "label", raw=raw
        )
        flow = Flow(notes_of([piece.html for piece in some if piece.html]), tables == "html")
        read(some, flow, context)
        flow.finish()
        lines = flow.output.lines(width)
        head = front_matter_of(context.post) if front_matter else ""
        return head + "\n".join((*lines, "")) if lines else head


def _server(document: Document, context: Context, site: Site | None, request: RenderContext | None) -> Server:
    from blocks.render.html.server import Server

    return Server(document.source.parser, context, site, request, "block", no_data="saved")
