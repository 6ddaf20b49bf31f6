"""Lines of text: wrapped to a width, behind prefixes (lists, quotes), with blank lines between blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from blocks.render.text.width import columns, wrapped

MOST_INDENT = 40  # columns of prefixes; what is nested deeper is not indented any further, so that output stays linear


class Sink(Protocol):
    """What takes blocks of text."""

    def gap(self, lines: int) -> None:
        """Leave at least so many blank lines (0 or 1) before the next line."""

    def open(self, first: str, rest: str) -> None:
        """Begin a level: `first` stands before its first line, `rest` before the others."""

    def close(self) -> None:
        """End the innermost level."""

    def text(self, text: str, underline: str = "") -> None:
        """Write a paragraph. A line break in it is one; `underline` is the character of a line under it."""

    def verbatim(self, text: str) -> None:
        """Write lines as they are."""

    def drawn(self, draw: Callable[[int], Sequence[str]]) -> None:
        """Write the lines that `draw` makes for the columns that are left, 0 for any number."""


class Writer:
    """A sink that makes lines.

    `width` is the most columns of a line, prefixes included; 0 for lines of any length.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._most_indent = min(MOST_INDENT, width // 2) if width else MOST_INDENT
        self._lines: list[str] = []
        self._levels: list[tuple[str, str | None]] = []  # the prefix before, and `_first` before
        self._rest = ""
        self._first: str | None = None  # the prefix of the next line, where it is not `_rest`
        self._outer: str | None = None  # the prefix of a blank line: the shortest since the last line
        self._gap = 0

    @property
    def available(self) -> int:
        """The columns that are left for text; 0 for any number."""
        prefix = self._first or self._rest
        return max(self._width - columns(prefix), 1) if self._width and prefix else self._width

    def lines(self) -> list[str]:
        """The lines written so far."""
        return self._lines

    def output(self) -> str:
        """The lines written so far as one text."""
        return "\n".join((*self._lines, "")).replace("\xa0", " ") if self._lines else ""

    def gap(self, lines: int) -> None:
        self._gap = max(self._gap, lines)

    def open(self, first: str, rest: str) -> None:
        if self._outer is None:
            self._outer = self._rest
        self._levels.append((self._rest, self._first))
        if len(self._rest) + len(rest) <= self._most_indent:
            self._first = (self._rest if self._first is None else self._first) + first
            self._rest += rest
        elif first != rest:
            self._first = self._rest + first

    def close(self) -> None:
        self._rest, first = self._levels.pop()
        if self._first is not None:  # nothing was written in it
            self._first = first
        if self._outer is None or len(self._rest) < len(self._outer):
            self._outer = self._rest

    def text(self, text: str, underline: str = "") -> None:
        longest = 0
        for paragraph_line in text.split("\n") if "\n" in text else (text,):
            for line in wrapped(paragraph_line, self.available):
                if underline:
                    longest = max(longest, columns(line))
                self._line(line)
        if underline:
            self._line(underline * longest)

    def verbatim(self, text: str) -> None:
        for line in text.split("\n"):
            self._line(line)

    def drawn(self, draw: Callable[[int], Sequence[str]]) -> None:
        for line in draw(self.available):
            self._line(line)

    def _line(self, line: str) -> None:
        if self._gap and self._lines:
            self._lines.append((self._rest if self._outer is None else self._outer).rstrip())
        prefix = self._rest if self._first is None else self._first
        self._lines.append(prefix + line if line else prefix.rstrip())
        self._first = self._outer = None
        self._gap = 0


class Recorder:
    """A sink that remembers, to be played to another once it is known how wide that may be."""

    def __init__(self) -> None:
        self._calls: list[Callable[[Sink], None]] = []

    def gap(self, lines: int) -> None:
        self._calls.append(lambda sink: sink.gap(lines))

    def open(self, first: str, rest: str) -> None:
        self._calls.append(lambda sink: sink.open(first, rest))

    def close(self) -> None:
        self._calls.append(lambda sink: sink.close())

    def text(self, text: str, underline: str = "") -> None:
        self._calls.append(lambda sink: sink.text(text, underline))

    def verbatim(self, text: str) -> None:
        self._calls.append(lambda sink: sink.verbatim(text))

    def drawn(self, draw: Callable[[int], Sequence[str]]) -> None:
        self._calls.append(lambda sink: sink.drawn(draw))

    def play(self, sink: Sink) -> None:
        """Do to `sink` what was done to this one."""
        for call in self._calls:
            call(sink)
