"""Lines of text: wrapped to a width, behind prefixes (lists, quotes), with blank lines between blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from blocks.render.text.levels import Levels
from blocks.render.text.width import columns, wrapped

MOST_INDENT = 40  # columns


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


class Writer(Levels):
    """A sink that makes lines.

    `width` is the most columns of a line, prefixes included; 0 for lines of any length.
    """

    def __init__(self, width: int) -> None:
        super().__init__(min(MOST_INDENT, width // 2) if width else MOST_INDENT)
        self._width = width
        self._lines: list[str] = []

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
            self._lines.append(self.blank_prefix.rstrip())
        prefix = self.prefix
        self._lines.append(prefix + line if line else prefix.rstrip())
        self._has_line()


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
