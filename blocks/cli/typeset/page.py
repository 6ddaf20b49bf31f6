"""Lines on a terminal: wrapped to a width, behind prefixes (lists, quotations), with blank lines between blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

PREFIX_STYLE: Final = "dim"


class Page:
    """Prints blocks of text to a console, one below the other."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._most_indent = console.width // 2
        self._levels: list[tuple[str, str | None]] = []  # the prefix before, and `_first` before
        self._rest = ""
        self._first: str | None = None  # the prefix of the next line, where it is not `_rest`
        self._outer: str | None = None  # the prefix of a blank line: the shortest since the last line
        self._gap = 0
        self._is_empty = True

    @property
    def available(self) -> int:
        """The columns that are left for text."""
        from rich.cells import cell_len

        return max(self.console.width - cell_len(self._rest if self._first is None else self._first), 1)

    def gap(self, lines: int) -> None:
        """Leave at least so many blank lines (0 or 1) before the next line."""
        self._gap = max(self._gap, lines)

    def open(self, first: str, rest: str) -> None:
        """Begin a level: `first` stands before its first line, `rest` before the others.

        What is nested deeper than half the width is not indented any further.
        """
        if self._outer is None:
            self._outer = self._rest
        self._levels.append((self._rest, self._first))
        if len(self._rest) + len(rest) <= self._most_indent:
            self._first = (self._rest if self._first is None else self._first) + first
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

    def text(self, text: Text, underline: str = "") -> None:
        """Print a paragraph. A line break in it is one; `underline` is the character of a line under it."""
        longest = 0
        for line in text.wrap(self.console, self.available, overflow="fold", tab_size=4):
            line.rstrip()
            longest = max(longest, line.cell_len)
            self._line(line)
        if underline:
            self.rule(underline * longest)

    def rule(self, line: str) -> None:
        """Print a line that is none of the text."""
        from rich.text import Text

        self._line(Text(line, style=PREFIX_STYLE))

    def draw(self, renderable: RenderableType) -> None:
        """Print what rich draws, such as a table."""
        from rich.segment import Segment
        from rich.text import Text

        options = self.console.options.update(width=self.available)
        for segments in self.console.render_lines(renderable, options, pad=False):
            line = Text()
            for segment in Segment.filter_control(segments):
                line.append(segment.text, segment.style)
            line.rstrip()
            self._line(line)

    def _line(self, line: Text) -> None:
        if self._gap and not self._is_empty:
            self._print(self._rest if self._outer is None else self._outer, None)
        self._print(self._rest if self._first is None else self._first, line)
        self._first = self._outer = None
        self._gap, self._is_empty = 0, False

    def _print(self, prefix: str, line: Text | None) -> None:
        from rich.text import Text

        out = Text(prefix if line else prefix.rstrip(), style=PREFIX_STYLE)
        if line:
            out = Text.assemble(out, line)
        self.console.print(out, no_wrap=True, overflow="ignore", crop=False, highlight=False)
