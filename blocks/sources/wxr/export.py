"""One export file, read as a stream of records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, Final

from blocks.errors import SourceError
from blocks.sources.facts import Place, SourceProblem
from blocks.sources.streams import unpacked
from blocks.sources.wxr.elements import BadPieceError, ElementReader, Parsed
from blocks.sources.wxr.pieces import Piece, Pieces, called
from blocks.sources.wxr.reading import WORDPRESS, RecordReader
from blocks.sources.wxr.records import Channel, ExportAuthor, ExportTerm, Item

Record = Item | ExportAuthor | ExportTerm | SourceProblem

_FACTS: Final = {
    "title": "title",
    "description": "description",
    "link": "link",
    "language": "language",
    "wp:wxr_version": "version",
    "wp:base_site_url": "site_url",
    "wp:base_blog_url": "home",
}
_TERMS: Final = ("wp:category", "wp:tag", "wp:term")
_REPORTED: Final = (b"item", b"wp:author", *(name.encode() for name in _TERMS))
"""What is missed where it cannot be read; other elements of the channel may be all that is left of an item."""
_ID: Final = re.compile(rb"<(?:[\w.-]+:)?post_id>\s{0,9}(?:<!\[CDATA\[)?\s{0,9}([0-9]{1,18})", re.ASCII)


class Export:
    """An export file ("WXR"), gzipped or not, as a stream: iterate, once, for its records in the order of the file.

    WordPress writes authors and terms first. An item that cannot be read is a SourceProblem with its place, and the
    next one follows; so is the end of a file that is cut short. SourceError, while iterating, where it is no export
    file. One item is held at a time. `channel` is what the file has said about the site by now.
    """

    def __init__(self, stream: BinaryIO, *, comments: bool = True) -> None:
        self.channel = Channel()
        self._stream = stream
        self._elements = ElementReader()
        self._records = RecordReader(comments=comments)
        self._is_wordpress = False

    def __iter__(self) -> Iterator[Record]:
        with unpacked(self._stream) as stream:
            pieces = Pieces(stream)
            for piece in pieces:
                self._elements.encoding = pieces.encoding
                yield from self._piece(piece)
        if not self._is_wordpress:
            raise _no_export()

    def _piece(self, piece: Piece) -> Iterator[Record]:
        if piece.name == b"rss":
            self._elements.declare(piece.data)
            return
        if piece.name == b"item" and not self._is_wordpress:
            self._is_wordpress = any(WORDPRESS.fullmatch(uri) for uri in self._elements.namespaces)
            if not self._is_wordpress:
                raise _no_export()
        if piece.fault:
            if not (piece.name or self._is_wordpress):
                raise SourceError(f"this is no WXR file: {piece.fault}")
            if piece.name in _REPORTED or piece.is_last or not piece.name:
                yield self._problem(piece, piece.fault)
            return
        try:
            parsed = self._elements.parsed(piece.data)
        except BadPieceError as error:
            if piece.name in _REPORTED:
                yield self._problem(piece, f"{called(piece.name)} is no XML ({error})", piece.line + error.line - 1)
        else:
            yield from self._record(piece, parsed)

    def _record(self, piece: Piece, parsed: Parsed) -> Iterator[Record]:
        if piece.name == b"item":
            yield self._records.item(parsed, _place(piece))
            return
        name = self._records.name(parsed.element)
        if name == "wp:author":
            yield self._records.author(parsed)
        elif name in _TERMS:
            yield self._records.term(parsed, name.removeprefix("wp:"))
        elif name in _FACTS and not getattr(self.channel, _FACTS[name]):
            self._is_wordpress = self._is_wordpress or name == "wp:wxr_version"
            self.channel = replace(self.channel, **{_FACTS[name]: self._records.text(parsed)})

    def _problem(self, piece: Piece, reason: str, line: int | None = None) -> SourceProblem:
        place = _place(piece)
        at = f", line {line:,}" if line is not None and line != piece.line else ""
        id = _ID.search(piece.data)
        return SourceProblem(f"{reason}{at}", place, int(id[1]) if id is not None else None)


def _place(piece: Piece) -> Place:
    return Place(source="wxr", item=piece.number or None, line=piece.line, byte=piece.byte)


def _no_export() -> SourceError:
    return SourceError(
        "this is no WXR file: it has no wp:wxr_version. Export it by Tools > Export in WordPress; a feed does not hold "
        "what an export does"
    )
