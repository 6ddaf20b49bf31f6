"""Chunks: stretches of a document under a size, each under one path of headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from blocks.errors import OptionError
from blocks.model.digest import Chunk, Heading, SizeUnit
from blocks.model.document import Document
from blocks.problems import Span
from blocks.render.base import Context
from blocks.render.digest.cuts import count_words
from blocks.render.digest.pieces import Piece, pieces

BETWEEN: Final = "\n\n"
"""What stands between the blocks of a chunk."""
_ID_DIGITS: Final = 20


def checked_size(size: int, unit: str) -> None:
    """OptionError for a budget that no chunk can keep."""
    if unit not in ("characters", "words"):
        raise OptionError(f"chunks are not measured in {unit!r}: the unit is 'characters' or 'words'")
    if not isinstance(size, int) or isinstance(size, bool) or size < 1:
        raise OptionError(f"a chunk cannot be {size!r} {unit} long: give a number from 1 on")


def chunks(document: Document, context: Context, size: int, unit: SizeUnit) -> Iterator[Chunk]:
    """The chunks of a document; see `Document.chunks`."""
    seen: Counter[tuple[tuple[str, ...], str]] = Counter()
    open_headings: list[Heading] = []
    group = _Group(unit)
    for piece in pieces(document, context):
        length = _size(piece.text, unit)
        is_apart = piece.heading is not None and not group.can_go_on_with(piece.heading)
        if is_apart or group.size_with(length) > size:
            yield from group.take(seen, size)
        if piece.heading is not None:
            while open_headings and open_headings[-1].level >= piece.heading.level:
                open_headings.pop()
            open_headings.append(piece.heading)
        group.add(piece, length, open_headings)
    yield from group.take(seen, size)


class _Group:
    """The pieces of the next chunk."""

    def __init__(self, unit: SizeUnit) -> None:
        self.unit: SizeUnit = unit
        self.pieces: list[Piece] = []
        self.size = 0
        self.headings: tuple[Heading, ...] = ()

    def can_go_on_with(self, heading: Heading) -> bool:
        """Whether a heading belongs to what is there: nothing but headings above it."""
        return all(piece.heading is not None and piece.heading.level < heading.level for piece in self.pieces)

    def size_with(self, length: int) -> int:
        """How long the chunk would be with one more piece of this length."""
        return self.size + length + (len(BETWEEN) if self.pieces and self.unit == "characters" else 0)

    def add(self, piece: Piece, length: int, headings: list[Heading]) -> None:
        self.size = self.size_with(length)
        self.pieces.append(piece)
        self.headings = tuple(headings)

    def take(self, seen: Counter[tuple[tuple[str, ...], str]], most: int) -> Iterator[Chunk]:
        """The chunk of the pieces, if there are any; and begin anew."""
        if not self.pieces:
            return
        first, last = self.pieces[0].span, self.pieces[-1].span
        path = tuple(heading.text for heading in self.headings)
        text = BETWEEN.join(piece.text for piece in self.pieces)
        seen[path, text] += 1
        yield Chunk(
            id=_id(path, text, seen[path, text]),
            path=path,
            text=text,
            span=Span(first.start, last.end, first.line, first.column),
            types=tuple(dict.fromkeys(piece.type for piece in self.pieces)),
            anchor=next((heading.anchor for heading in reversed(self.headings) if heading.anchor), None),
            size=self.size,
            is_oversized=self.size > most,
        )
        self.pieces, self.size = [], 0


def _size(text: str, unit: SizeUnit) -> int:
    return len(text) if unit == "characters" else count_words(text)


def _id(path: tuple[str, ...], text: str, number: int) -> str:
    """The same for the same text under the same headings; a record separator, which no text has, parts them."""
    said = "\x1e".join((*path, text, str(number)))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS]
