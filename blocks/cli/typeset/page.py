"""Lines on a terminal: wrapped to a width, behind prefixes (lists, quotations), with blank lines between blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from blocks.render.text.levels import Levels

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

PREFIX_STYLE: Final = "dim"


class Page(Levels):
    """Prints blocks of text to a console, one below the other."""

    def __init__(self, console: Console) -> None:
        super().__init__(console.width // 2)
        self.console = console
        self._is_empty = True

    @property
    def available(self) -> int:
        """The columns that are left for text."""
        from rich.cells import cell_len

        return max(self.console.width - cell_len(self.prefix), 1)

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
            self._print(self.blank_prefix, None)
        self._print(self.prefix, line)
        self._has_line()
        self._is_empty = False

    def _print(self, prefix: str, line: Text | None) -> None:
        from rich.text import Text

        out = Text(prefix if line else prefix.rstrip(), style=PREFIX_STYLE)
        if line:
            out = Text.assemble(out, line)
        self.console.print(out, no_wrap=True, overflow="ignore", crop=False, highlight=False)
