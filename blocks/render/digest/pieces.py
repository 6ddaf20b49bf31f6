"""The pieces that chunks are made of: blocks that are not split, each with its text, in order.

A block is one piece, but for one that only holds others (a group, columns, a cover): its blocks are pieces, and what it
says itself is a piece before, between or behind them. Lists, quotations, galleries and the like are one piece with all
that is in them. HTML outside every block is a piece for each of its outermost elements and paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from blocks.fragment import tokens
from blocks.model.block import Block, Freeform
from blocks.model.digest import Heading
from blocks.model.document import Document
from blocks.model.node import node_at
from blocks.problems import Span
from blocks.render.base import Context, is_hidden, renderable
from blocks.render.digest.scan import scan
from blocks.render.text import TextRenderer

WHOLE: Final = frozenset(
    f"core/{name}"
    for name in (
        "buttons", "comments", "footnotes", "gallery", "list", "list-item", "navigation", "navigation-submenu",
        "page-list", "post-template", "pullquote", "query", "quote", "social-links", "table", "tab", "term-template",
    )
)  # fmt: skip
"""Blocks that are one piece, whatever is inside them."""

_HOLDS: Final = frozenset(
    {"article", "aside", "blockquote", "center", "details", "dir", "div", "dl", "fieldset", "figure", "footer", "form",
     "header", "hgroup", "main", "menu", "nav", "ol", "pre", "section", "table", "ul"}
)  # fmt: skip
_PARTS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hr", "p"})
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


@dataclass(slots=True)
class Piece:
    """A block, or what it says itself; `heading` where that is a heading."""

    text: str
    span: Span
    type: str
    heading: Heading | None = None


def pieces(document: Document, context: Context) -> Iterator[Piece]:
    """The pieces that have a text, in the order of the document."""
    renderer = TextRenderer()
    # HTML between the blocks of a wrapper comes with the wrapper, whose piece it is.
    stack: list[Iterator[tuple[Block, Block]]] = [iter([(node, node) for node in renderable(document, context)])]
    while stack:
        node, owner = next(stack[-1], (None, None))
        if node is None or owner is None:
            stack.pop()
        elif node.is_blank:
            continue
        elif node.children and node.block_name not in WHOLE and not is_hidden(node):
            stack.append(_inside(node, document))
        else:
            parts = _elements(node, document) if owner.block_name is None else [node]
            for part in parts:
                alone = Document(document.source, (part,))
                text = renderer.render(alone, context, width=0).strip("\n")
                if text.strip():
                    heading = _heading(part, alone, context)
                    name = owner.block_name or "html"
                    yield Piece(text if heading is None else heading.text, part.span, name, heading)


def _inside(node: Block, document: Document) -> Iterator[tuple[Block, Block]]:
    """The blocks inside a wrapper, and the HTML around them as if it stood outside every block."""
    source = document.source
    place = source.offset(node.span.line, node.span.column) + (len(node.delimiter.text) if node.delimiter else 0)
    for part in node.parts:
        if isinstance(part, str):
            yield node_at(Freeform, source, None, place, place + len(part), place + len(part)), node
            place += len(part)
        else:
            yield part, part
            place += len(part.markup)


def _heading(node: Block, alone: Document, context: Context) -> Heading | None:
    """The heading that a piece is; None for a piece that says more, or no heading."""
    if node.children or not re.search(r"<h[1-6]", node.inner_html, re.IGNORECASE):
        return None
    found = scan(alone, context)
    is_heading = len(found.headings) == 1 and found.headings[0].text == found.text
    return found.headings[0] if is_heading else None


def _elements(node: Block, document: Document) -> list[Block]:
    """HTML outside every block, parted before and behind its outermost elements and at its blank lines."""
    html = node.inner_html
    cuts: set[int] = set()
    depth = 0
    for token in tokens(html):
        if token.kind == "text" and not depth:
            raw = html[token.start : token.end]
            cuts.update(token.start + found.end() for found in _BLANK_LINE.finditer(raw))
        elif token.name in _HOLDS:
            if token.kind == "start" and not depth:
                cuts.add(token.start)
            depth = max(depth + (1 if token.kind == "start" else -1), 0)
            if token.kind == "end" and not depth:
                cuts.add(token.end)
        elif token.name in _PARTS and not depth:
            cuts.add(token.start if token.kind == "start" else token.end)
    cuts -= {0, len(html)}
    if not cuts:
        return [node]
    start = document.source.offset(node.span.line, node.span.column)
    edges = [start, *(start + cut for cut in sorted(cuts)), start + len(html)]
    found = (node_at(Freeform, document.source, None, one, end, end) for one, end in pairwise(edges))
    return [one for one in found if not one.is_blank]
