"""Brackets → nodes: one loop with a stack."""

from __future__ import annotations

from collections.abc import Iterable

from blocks.model.source import Source
from blocks.syntax.shortcodes.nodes import Shortcode, ShortcodePiece, ShortcodeText
from blocks.syntax.shortcodes.scan import Bracket


def build(source: Source, found: Iterable[Bracket]) -> tuple[ShortcodePiece, ...]:
    """The pieces of a text, from its terminals."""
    pieces: list[ShortcodePiece] = []
    stack: list[tuple[Bracket, list[ShortcodePiece]]] = []
    escaped_from: int | None = None
    for one in found:
        if escaped_from is not None:
            if one.kind == "CLOSE":
                pieces.append(ShortcodeText(source, escaped_from, one.end, True))
                escaped_from = None
        elif one.kind == "TEXT":
            pieces.append(ShortcodeText(source, one.start, one.end))
        elif one.kind == "OPEN":
            escaped_from = one.start
        elif one.kind == "OPENER":
            stack.append((one, pieces))
            pieces = []
        elif one.kind == "CLOSER":
            inside = tuple(pieces)
            opener, pieces = stack.pop()
            pieces.append(enclosing(source, opener, one, inside))
        else:
            pieces.append(Shortcode(source, (one.start, one.end), one.name, one.written))
    return tuple(pieces)


def enclosing(source: Source, opener: Bracket, closer: Bracket, inside: tuple[ShortcodePiece, ...]) -> Shortcode:
    """A shortcode around something."""
    place, content = (opener.start, closer.end), (opener.end, closer.start)
    return Shortcode(source, place, opener.name, opener.written, content, inside)
