"""A document typeset for a terminal, with rich.

flow.py       HTML tokens in, paragraphs out: what is open, and the running text
elements.py   the table of elements: what each tag does to the flow
marks.py      inline elements and links: the style of the text in them
media.py      pictures, players, embeds and buttons as words
tables.py     tables
page.py       lines: width, prefixes, blank lines

Every text comes from the content, so control characters in it are shown as escapes, and never sent to the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blocks.cli.typeset.flow import Flow
from blocks.cli.typeset.page import Page
from blocks.fragment import autop
from blocks.model.block import Block
from blocks.model.document import Document
from blocks.render.base import Context, renderable, visit

if TYPE_CHECKING:
    from rich.console import Console


def typeset(document: Document, context: Context, console: Console, *, hyperlinks: bool) -> None:
    """Print a document to `console`, in its width; what its source says of the post stands above.

    `hyperlinks` says whether the terminal takes links (OSC 8); else the address of each stands behind it.
    """
    page = Page(console)
    flow = Flow(page, hyperlinks=hyperlinks)
    post = context.post
    if post.title:
        flow.feed_text(post.title, "h1")
    if about := "  ".join(said for said in (post.date, post.link) if said):
        flow.feed_text(about, "small")

    def rule(node: Block) -> Iterator[Block]:
        gap = 0 if node.is_nested else 1
        flow.separate(gap)
        flow.enter(node)
        if node.is_void:
            flow.note(f"{node.block_name}: the server draws it")
        for part in node.inner_content:
            if not isinstance(part, str):
                yield part
                flow.enter(node)
            else:
                flow.feed(_with_paragraphs(part) if node.block_name in {None, "core/freeform"} else part)
        flow.separate(gap)

    visit(renderable(document, context), rule)
    flow.finish()


def _with_paragraphs(html: str) -> str:
    """A classic post as WordPress shows it: blank lines part paragraphs."""
    return html if "<p" in html.lower() else autop(html)
