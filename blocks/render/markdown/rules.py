"""From blocks to pieces of HTML: what was saved, or what the server draws where there is a site.

A block's rule says what its HTML alone does not: pieces and settings for the flow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final, Literal

from blocks.model.block import Block
from blocks.render.base import Context, is_hidden, visit
from blocks.render.drawn import drawn
from blocks.render.text.labels import REPLACED, title_of, words_of
from blocks.render.text.notes import MISSING

if TYPE_CHECKING:
    from blocks.render.html.server import Server
    from blocks.render.markdown.flow import Flow

Raw = Literal["keep", "convert"]

_BEGINS_HTML_BLOCK: Final = re.compile(  # CommonMark 0.31, 4.6, condition 6; what ends at a blank line only
    r"\s*</?(?:address|article|aside|blockquote|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer"
    r"|form|h[1-6]|header|hr|iframe|legend|li|main|menu|nav|ol|p|section|summary|table|ul)(?=[\s/>])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of HTML of a block, or one of its edges."""

    node: Block
    kind: Literal["begin", "end", "html", "typed", "raw"]
    html: str = ""


def pieces(
    nodes: Iterable[Block], context: Context, server: Server | None, *, notes: str, has_labels: bool, raw: Raw
) -> list[Piece]:
    """The pieces that blocks are made of, in order; none of a block that is hidden.

    A `server` draws the blocks. Where there is none, of those of which nothing was saved there is a label or nothing.
    The `notes` that are known, HTML, come at the end where there are marks of them and no list.
    """
    out: list[Piece] = []

    def rule(node: Block) -> Iterator[Block]:
        if is_hidden(node):
            return
        out.append(Piece(node, "begin"))
        if (
            server is not None
            and node.block_name is not None
            and not node.is_nested
            and not (raw == "keep" and _is_raw(node))
        ):
            out.append(Piece(node, "html", drawn(node, server)))
        elif node.is_void:
            if node.block_name == "core/footnotes" and notes:
                out.append(Piece(node, "html", notes))
            elif has_labels:
                context.report("replaced-content", REPLACED.format(node.block_name), node)
                out.append(Piece(node, "html", _label(node)))
            else:
                context.report_nothing_saved(node)
        elif raw == "keep" and _is_raw(node):
            out.append(Piece(node, "raw", node.inner_html))
        else:
            kind = _kind(node)
            for part in node.inner_content:
                if isinstance(part, str):
                    out.append(Piece(node, kind, part))
                else:
                    yield part
        out.append(Piece(node, "end"))

    visit(nodes, rule)
    marked = next((piece for piece in out if "data-fn" in piece.html), None)
    if marked is not None and not any("wp-block-footnotes" in piece.html for piece in out):
        if notes:
            out.append(Piece(marked.node, "html", notes))
        else:
            context.report("no-data", MISSING, marked.node)
    return out


def _is_raw(node: Block) -> bool:
    """Whether a block is HTML of its author's, which stays; a list of notes, of a rendered post, is none."""
    return node.block_name == "core/html" and "wp-block-footnotes" not in node.inner_html


def _label(node: Block) -> str:
    """What stands for a block that the server draws: the words that it says, or its name."""
    words, url = words_of(node)
    if not words:
        return f"<p><em>{escape(title_of(node))}</em></p>"
    return f'<p><a href="{escape(url)}">{escape(words)}</a></p>' if url else f"<p>{escape(words)}</p>"


def _kind(node: Block) -> Literal["html", "typed"]:
    """How its HTML is read: a classic post, and shortcodes, as they were typed, unless they have a `<p>` already."""
    if node.block_name not in {None, "core/freeform", "core/shortcode"}:
        return "html"
    html = node.inner_html.lower()
    return "html" if "<p>" in html or "<p " in html else "typed"


def read(some: Iterable[Piece], flow: Flow, context: Context) -> None:
    """Feed pieces to the flow."""
    heights: list[int] = []
    for piece in some:
        node = piece.node
        if piece.kind in {"begin", "end"}:
            flow.end_capture()
            flow.flush()
            flow.tex = flow.language = ""
        match piece.kind:
            case "begin":
                heights.append(len(flow.inline.marks))
                _set(flow, node, context)
            case "end":
                flow.inline.close_to(min(heights.pop(), len(flow.inline.marks)))
            case "raw":
                _write_raw(flow, piece.html)
            case _:
                flow.feed(piece.html, paragraphs=piece.kind == "typed")


def _set(flow: Flow, node: Block, context: Context) -> None:
    """Tell the flow what a block's attributes say of its HTML."""
    flow.report = lambda code, message: context.report(code, message, node)
    said = node.attributes or {}
    if node.block_name == "core/list":
        flow.items = len(node.children)
    elif node.block_name == "core/math" and isinstance(tex := said.get("latex"), str):
        flow.tex = tex
    elif node.block_name not in {None, "core/freeform"} and isinstance(language := said.get("language"), str):
        flow.language = language


def _write_raw(flow: Flow, html: str) -> None:
    """HTML as it is, but for blank lines, at which it would end for a Markdown parser."""
    lines = [line.rstrip() for line in html.replace("\r", "\n").split("\n") if line.strip()]
    if not lines:
        return
    if not _BEGINS_HTML_BLOCK.match(lines[0]):
        lines = ["<div>", *lines, "</div>"]
    flow.write("\n".join(lines))
