"""Levels of prefixes (lists, quotes) that stand before lines, and the blank lines between blocks."""

from __future__ import annotations


class Levels:
    """What stands before the next line, and before a blank one.

    `most_indent` is the most columns of prefixes: what is nested deeper is not indented any further, so that output
    stays linear.
    """

    def __init__(self, most_indent: int) -> None:
        self._most_indent = most_indent
        self._levels: list[tuple[str, str | None]] = []  # the prefix before, and `_first` before
        self._rest = ""
        self._first: str | None = None  # the prefix of the next line, where it is not `_rest`
        self._outer: str | None = None  # the prefix of a blank line: the shortest since the last line
        self._gap = 0

    @property
    def prefix(self) -> str:
        """What stands before the next line."""
        return self._rest if self._first is None else self._first

    @property
    def blank_prefix(self) -> str:
        """What stands in a blank line."""
        return self._rest if self._outer is None else self._outer

    def gap(self, lines: int) -> None:
        """Leave at least so many blank lines (0 or 1) before the next line."""
        self._gap = max(self._gap, lines)

    def open(self, first: str, rest: str) -> None:
        """Begin a level: `first` stands before its first line, `rest` before the others."""
        if self._outer is None:
            self._outer = self._rest
        self._levels.append((self._rest, self._first))
        if len(self._rest) + len(rest) <= self._most_indent:
            self._first = self.prefix + first
            self._rest += rest
        elif first != rest:
            self._first = self._rest + first

    def close(self) -> None:
        """End the innermost level."""
        self._rest, first = self._levels.pop()
        if self._first is not None:  # nothing was written in it
            self._first = first
        if self._outer is None or len(self._rest) < len(self._outer):
            self._outer = self._rest

    def _has_line(self) -> None:
        """Note that the line was written which `prefix` and the blank lines are about."""
        self._first = self._outer = None
        self._gap = 0
