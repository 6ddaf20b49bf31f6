"""HTML tokens in, paragraphs out: what is open, and where the running text goes.

Tokens are read and no tree, so wrongly nested HTML loses no word, and depth costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blocks.cli.typeset import elements, marks
from blocks.cli.typeset.page import Page
from blocks.cli.typeset.tables import OpenTable
from blocks.fragment import tokens
from blocks.model.block import Block
from blocks.render.element_stack import ElementStack
from blocks.render.text.lists import Numbering

if TYPE_CHECKING:
    from rich.style import Style
    from rich.text import Text


@dataclass(slots=True)
class Element:
    """An element that is open. `style` is that of the text in it, all around it included."""

    name: str
    gap: int | None
    """The blank lines around it; None for an inline element."""
    style: Style
    on_close: Callable[[], None] | None = None


class Flow(ElementStack[Element]):
    """Reads HTML piece by piece and typesets it on a page."""

    def __init__(self, page: Page, *, hyperlinks: bool) -> None:
        from rich.style import Style
        from rich.text import Text

        super().__init__()
        self.page = page
        self.hyperlinks = hyperlinks
        self.lists: list[Numbering] = []
        self.table: OpenTable | None = None
        self.tables = 0
        """How many tables are open: those inside another are read into its cell."""
        self.node: Block | None = None
        self.preformatted = 0
        self.language = ""
        """The language of the code that is open."""
        self.label = ""
        """What stands before the next text."""
        self.underline = ""
        self._plain: Style = Style.null()
        self._text: Text = Text()
        self._new_text: Callable[[], Text] = Text

    # ------------------------------------------------------------------------------------------------ the input

    def enter(self, node: Block) -> None:
        """Say which block the HTML that follows is of."""
        self.node = node

    def feed(self, html: str) -> None:
        """Read a piece of HTML; elements may stay open."""
        hidden = ""
        for token in tokens(html):
            if hidden:
                hidden = "" if token.kind == "end" and token.name == hidden else hidden
            elif token.kind == "text":
                self.add(token.value)
            elif token.kind == "start":
                hidden = token.name if token.name in elements.HIDDEN else ""
                elements.start(self, token)
            elif token.kind == "end":
                elements.end(self, token.name)
            else:
                elements.comment(self, token.value)

    def feed_text(self, text: str, name: str) -> None:
        """Typeset a text that is no HTML, as an element of that name would be."""
        self.separate(1)
        self.feed(f"<{name}>")
        self.add(text)
        self.feed(f"</{name}>")
        self.separate(1)

    def finish(self) -> None:
        """Close what is open."""
        self.close_to(0)
        self.separate(0)

    # --------------------------------------------------------------------------------------------- running text

    @property
    def style(self) -> Style:
        """The style of the text that comes next."""
        return self.open[-1].style if self.open else self._plain

    @property
    def is_blank(self) -> bool:
        """Whether no text is running."""
        return not self._text

    def ends_with(self, text: str) -> bool:
        """Whether the running text ends so."""
        return self._text.plain.endswith(text)

    def drop_label(self) -> None:
        """Forget what was to stand before the next text."""
        self.label = ""

    def add(self, text: str) -> None:
        """Add to the running text."""
        if self.preformatted:
            lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
            self._text.append(marks.visible(lines), self.style)
            return
        text = marks.spaced(text)
        if not self._text or self._text.plain[-1:] in {" ", "\n"}:
            text = text.lstrip(" ")
        if text:
            for name in ("sub", "sup"):
                if self._counts[name]:
                    text = marks.raised(text, name)
            self._text.append(text, self.style)

    def line_break(self) -> None:
        """Break the line of the running text."""
        if self._text:
            self._text.append("\n")

    def note(self, text: str, style: str = "dim italic") -> None:
        """A line that is no text of the content."""
        self.separate(0)
        self._text.append(marks.spaced(text), style)
        self.separate(0)

    def separate(self, gap: int) -> None:
        """End the running text; leave so many blank lines at least."""
        if self.preformatted:
            return
        text, self._text = self._text, self._new_text()
        text.rstrip()
        if text:
            self._put(text)
        if self.table is None:
            self.page.gap(gap)

    def _put(self, text: Text) -> None:
        if self.label:
            text = self._new_text().append(self.label).append_text(text)
            self.label = ""
        if self.table is not None and self.table.add(text):
            return
        self.page.text(text, self.underline)

    def take_preformatted(self) -> Text:
        """The preformatted text that was read, without the line end at its start."""
        text, self._text = self._text, self._new_text()
        return text[1:] if text.plain.startswith("\n") else text

    # ------------------------------------------------------------------------------------------- what is open

    def push(
        self, name: str, gap: int | None, style: str | Style = "", on_close: Callable[[], None] | None = None
    ) -> None:
        """Open an element, with `gap` blank lines before and behind it; None for an inline one."""
        from rich.style import Style

        if gap is not None:
            if self.open and self.open[-1].name == "p":
                self.close_to(len(self.open) - 1)
            self.separate(gap)
        added = Style.parse(style) if isinstance(style, str) else style
        self._open(Element(name, gap, self.style + added, on_close))

    def close_to(self, height: int) -> None:
        """Close elements until so many are open."""
        while len(self.open) > height:
            element = self.open[-1]
            if element.gap is not None:
                self.separate(0)
            self._pop()
            if element.on_close is not None:
                element.on_close()
            if element.gap is not None:
                self.separate(element.gap)

    def close_item(self, names: frozenset[str], scopes: frozenset[str]) -> None:
        """Close the item before, whose end tag may be left out, where no list or table was opened in it."""
        if not any(self._counts[name] for name in names):
            return
        for height in range(len(self.open) - 1, -1, -1):
            name = self.open[height].name
            if name in names:
                self.close_to(height)
                return
            if name in scopes:
                return
