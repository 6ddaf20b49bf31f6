"""The text that nodes point into, and how an offset becomes a line and a column."""

from __future__ import annotations

import re
from bisect import bisect_right

from blocks.problems import Span

_STRETCH = 4096  # characters between two remembered byte offsets


class Source:
    """A text, whether it came as bytes, and the places in it.

    Bytes are decoded as UTF-8 with `surrogateescape`, so that every byte comes back out as it was. Offsets inside
    this package count characters of `text`; `span()` turns them into offsets of what the caller gave.
    """

    __slots__ = ("_byte_offsets", "_line_starts", "is_bytes", "text")

    def __init__(self, source: str | bytes) -> None:
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
        if self._line_starts is None:
            self._line_starts = [0, *(newline.end() for newline in re.finditer("\n", self.text))]
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_at(self, offset: int) -> tuple[str, int]:
        """The line that `offset` stands in, and where in the text the line starts."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return self.text[start : end if end >= 0 else len(self.text)], start

    def give_back(self, text: str) -> str | bytes:
        """`text` in the type that the source came in."""
        return text.encode("utf-8", "surrogateescape") if self.is_bytes else text

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
