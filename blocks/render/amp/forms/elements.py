"""Elements inside a block's HTML: where they are, what AMP takes of their attributes, and how to replace them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from blocks.fragment import Token
from blocks.render.amp import rules
from blocks.render.amp.attributes import Values, cleaned

if TYPE_CHECKING:
    from blocks.render.amp.server import AmpServer
    from blocks.render.html.block import ServerBlock

COST_OF_A_CHARACTER: Final = 10
"""What a character costs that a form reads tag by tag, some times over, in the measure of `Server.count_read()`."""


class Span(NamedTuple):
    """An element, by its tags; `inside` are the tokens between them."""

    start: Token
    end: Token
    inside: Sequence[Token]


def spans(found: Sequence[Token], name: str) -> Iterator[Span]:
    """The elements of a name among tokens; those that hold another of their name, or have no end tag, are left out."""
    opened: int | None = None
    for index, token in enumerate(found):
        if token.name != name:
            continue
        if token.kind == "start":
            opened = index
        elif opened is not None:
            yield Span(found[opened], token, found[opened + 1 : index])
            opened = None


def kept(tag: str, start: Token, block: ServerBlock, server: AmpServer) -> Values:
    """The attributes of a start tag that AMP takes; what it does not is reported."""
    return cleaned(tag, rules.HTML[tag], start.attributes, lambda code, message: server.report(code, message, block))


def replaced(html: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """`html` with other text in some places: from, to, text; in order. What lies in a place before it is left out."""
    out: list[str] = []
    position = 0
    for start, end, text in edits:
        if start >= position:
            out += (html[position:start], text)
            position = end
    return "".join((*out, html[position:]))
