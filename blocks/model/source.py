"""The text that nodes point into, and how an offset becomes a line and a column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from blocks.model.delimiter import Spelling
from blocks.problems import Problem, Span

if TYPE_CHECKING:
    from blocks.model.document import Document
    from blocks.model.registry import Registry

_STRETCH = 4096  # characters between two remembered byte offsets


class Parser(Protocol):
    """What reads texts of one syntax into documents (`blocks.syntax` has the one there is)."""

    @property
    def spelling(self) -> Spelling:
        """How that syntax spells a delimiter."""
        ...

    def parse(self, source: str | bytes) -> Document:
        """The document of a text."""
        ...

    @property
    def registry(self) -> Registry:
        """The types of the blocks it reads."""
        ...

    def with_registry(self, registry: Registry) -> Parser:
        """The same with other types."""
        ...

    def problems(self, document: Document) -> tuple[Problem, ...]:
        """What is odd about the text of a document."""
        ...


_default: list[Callable[[], Parser]] = []


def provide_parser(make: Callable[[], Parser]) -> None:
    """Say what reads the texts of blocks that are made without one. `blocks.syntax` does, when it is imported."""
    _default[:] = [make]


def default_parser() -> Parser:
    """What reads the texts of blocks that are made without one."""
    return _default[0]()


class Source:
    """A text, whether it came as bytes, what reads it, and the places in it.

    Bytes are decoded as UTF-8 with `surrogateescape`, so that every byte comes back out as it was. Offsets inside
    this package count characters of `text`; `span()` turns them into offsets of what the caller gave.
    """

    __slots__ = ("_byte_offsets", "_line_starts", "is_bytes", "parser", "text")

    def __init__(self, source: str | bytes, parser: Parser | None) -> None:
        self.parser = default_parser() if parser is None else parser
        self.is_bytes = isinstance(source, bytes)
        self.text = source.decode("utf-8", "surrogateescape") if isinstance(source, bytes) else source
        self._line_starts: list[int] | None = None
        self._byte_offsets: list[int] | None = None

    def span(self, start: int, end: int) -> Span:
        """The place from `start` to `end`, counted in characters of `text`."""
        line, column = self.position(start)
        if self.is_bytes and not self.text.isascii():
            return Span(self._byte_offset(start), self._byte_offset(end), line, column)
        return Span(start, end, line, column)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`, both counted from 1."""
        starts = self._starts_of_lines()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset that has this line and column."""
        return self._starts_of_lines()[line - 1] + column - 1

    def _starts_of_lines(self) -> list[int]:
        if self._line_starts is None:
            self._line_starts = [0, *(newline.end() for newline in re.finditer("\n", self.text))]
        return self._line_starts

    def give_back(self, text: str) -> str | bytes:
        """`text` in the type that the source came in.

        ValueError for text of a `str` document that no bytes stand for: half of a surrogate pair.
        """
        if not self.is_bytes:
            return text
        try:
            return text.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError as error:
            raise ValueError(
                f"a document of bytes cannot hold {text[error.start]!r}, half of a surrogate pair that came with a "
                "block of a str document; parse that one from bytes, too"
            ) from error

    def _byte_offset(self, offset: int) -> int:
        if self._byte_offsets is None:
            total, offsets = 0, [0]
            for start in range(0, len(self.text), _STRETCH):
                total += len(self.text[start : start + _STRETCH].encode("utf-8", "surrogateescape"))
                offsets.append(total)
            self._byte_offsets = offsets
        stretch, rest = divmod(offset, _STRETCH)
        tail = self.text[offset - rest : offset]
        return self._byte_offsets[stretch] + len(tail.encode("utf-8", "surrogateescape"))
