"""HTML tokens in, blocks of text out: what is open, and where the running text goes.

The flow reads tokens and no tree: wrongly nested HTML loses no word, and depth costs nothing. Only elements that make
blocks are on its stack; inline ones just add to the running text. What each element does is in elements.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from blocks.fragment import Token, tokens
from blocks.fragment.tokens import VOID_ELEMENTS
from blocks.render.element_stack import ElementStack
from blocks.render.text import elements
from blocks.render.text.hidden import hides_content
from blocks.render.text.inline import Inline, preformatted
from blocks.render.text.links import Links
from blocks.render.text.lists import Numbering, reversed_sizes
from blocks.render.text.notes import Notes
from blocks.render.text.options import Options
from blocks.render.text.state import SOURCE_MARK, ColumnSet, Element, Figure, OpenTable, Scope
from blocks.render.text.writer import Sink, Writer

_OWN_DASH = re.compile(r"\A(?:[–—―]\s*|-{1,3}\s+)(?=\S)")
PAGE_BREAK = "<!--nextpage-->"
_COUNTS_DOWN = re.compile(r"<ol[^<]*\breversed", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


class Flow(ElementStack[Element]):
    """Reads HTML piece by piece and writes text to `writer`."""

    def __init__(self, writer: Writer, options: Options) -> None:
        super().__init__()
        self.writer = writer
        self.options = options
        self.sink: Sink = writer
        self.inline = Inline()
        self.scopes = [Scope(0, Numbering())]
        self.figures: list[Figure | None] = []
        self.tables: list[OpenTable] = []
        self.column_set: ColumnSet | None = None
        self.underline = ""
        self.mark = ""
        """What stands before the next text, if any comes before the element that set it ends."""
        self.links: Links = Links(options.links)
        self.notes = Notes()
        self.apart = ""
        """The name of an element inside a sentence whose end is the end of a word."""
        self.player: str | None = None
        """The label of a player that has not said yet where its film or sound is."""
        self.preformatted = 0
        self.items = 0
        """How many items the next list has that are blocks."""
        self.report: Callable[[str, str], None] = lambda _code, _message: None
        self._sizes: dict[int, int] = {}
        self._preformatted_text: list[str] = []
        self._hidden = ""
        self._hidden_depth = 0

    # ------------------------------------------------------------------------------------------------ the input

    def feed(self, html: str, *, paragraphs: bool = False) -> None:
        """Read a piece of HTML; elements may stay open. With `paragraphs`, blank lines and line ends count.

        An element whose content is not shown hides no more than the rest of the piece where its end tag is missing.
        """
        self._sizes = reversed_sizes(tokens(html)) if _COUNTS_DOWN.search(html) else {}
        self._hidden_depth = 0
        add = self._paragraphs if paragraphs else self.add
        for token in tokens(html):
            kind = token.kind
            if self._hidden_depth:
                if token.name == self._hidden:
                    self._hidden_depth += (kind == "start") - (kind == "end")
            elif kind == "text":
                add(token.value)
            elif kind == "start":
                if hides_content(token):
                    self.hide(token)
                    if token.name == "iframe":
                        elements.start(self, token)
                else:
                    elements.start(self, token)
            elif kind == "end":
                elements.end(self, token.name)
            elif token.value == PAGE_BREAK:
                elements.rule(self, token)

    def hide(self, token: Token) -> None:
        """Show nothing of the element that begins with `token`, nor of what it holds."""
        if token.name not in VOID_ELEMENTS:
            self._hidden, self._hidden_depth = token.name, 1

    def list_size(self, place: int) -> int:
        """How many items the list has that begins at `place` of the piece."""
        items, self.items = self.items, 0
        return items + self._sizes.get(place, 0)

    def _paragraphs(self, text: str) -> None:
        if self.preformatted:
            self.add(text)
            return
        for index, paragraph in enumerate(_BLANK_LINES.split(text.replace("\r\n", "\n"))):
            if index:
                self.separate(1)
            for number, line in enumerate(paragraph.split("\n")):
                if number and not self.inline.ends_line:
                    self.line_break()
                self.add(line)

    def finish(self) -> None:
        """Close what is open, and write what stands below the text: notes that no block shows, and addresses."""
        self.close_to(0)
        self.separate(0)
        if html := self.notes.left():
            self.feed(html)
            self.close_to(0)
        self.notes.report_missing()
        self.links.write(self.sink)

    # --------------------------------------------------------------------------------------------- running text

    def add(self, text: str) -> None:
        """Add to the running text."""
        if self.preformatted:
            if not self._preformatted_text:
                text = text.removeprefix("\r").removeprefix("\n")
            self._preformatted_text.append(preformatted(text))
        else:
            self.inline.add(text)

    def add_apart(self, text: str) -> None:
        """Add what is no part of a word to the running text."""
        if self.preformatted:
            self.add(text)
        else:
            self.inline.add_apart(text)

    def line_break(self) -> None:
        """Break the line of the running text."""
        if self.preformatted:
            self._preformatted_text.append("\n")
        else:
            self.inline.line_break()

    def separate(self, gap: int) -> None:
        """End the running text; leave so many blank lines at least."""
        if self.preformatted:
            if self._preformatted_text and not self._preformatted_text[-1].endswith("\n"):
                self._preformatted_text.append("\n")
            return
        if not self.inline.is_blank:
            self._end_paragraph()
        if gap:
            self.sink.gap(gap)

    def _end_paragraph(self) -> None:
        self.links.end(self)
        if text := self.inline.take():
            figure = self.figures[-1] if self.figures else None
            if figure is not None and len(figure.alts) == 1 and figure.alts[0].casefold() == text.casefold():
                figure.alts[0] = text
                text = figure.take_alts()[0]
            self.paragraph(text)

    def paragraph(self, text: str) -> None:
        """Write a text that does not run on."""
        if self.preformatted:
            self._preformatted_text.append(f"\n{text}\n")
            return
        self.release_pictures()
        if self.mark == SOURCE_MARK:
            text = _OWN_DASH.sub("", text)
        if self.mark and " " not in text:  # a label and an address stay together
            self.sink.verbatim(self.mark + text)
        else:
            self.sink.text(self.mark + text, self.underline)
        self.mark = ""
        if self.figures and self.figures[-1] is not None:
            self.figures[-1].is_described = True

    def release_pictures(self) -> None:
        """Write the pictures that wait for a caption."""
        figure = self.figures[-1] if self.figures else None
        if figure is not None and figure.alts:
            figure.is_described = True
            alts = figure.take_alts()
            for alt in () if figure.has_caption_instead else alts:
                self.sink.text(alt)

    def end_preformatted(self) -> None:
        """Write the preformatted text, character for character."""
        self.preformatted -= 1
        if not self.preformatted:
            text = "".join(self._preformatted_text).rstrip()
            self._preformatted_text.clear()
            if text:
                self.sink.verbatim(text)

    # ------------------------------------------------------------------------------------------- what is open

    def push(
        self,
        name: str,
        gap: int,
        on_close: Callable[[], None] | None = None,
        *,
        numbering: Numbering | None = None,
        classes: list[str] | None = None,
    ) -> None:
        """Open an element, with `gap` blank lines before and behind it. A `numbering` makes it a scope of items."""
        if self.open and self.open[-1].name == "p":
            self.close_to(len(self.open) - 1)
        self.separate(gap)
        scope = Scope(len(self.open) + 1, numbering) if numbering is not None else None
        if scope is not None:
            self.scopes.append(scope)
        self._open(Element(name, gap, on_close, scope, classes or []))

    def level(self, first: str, rest: str) -> None:
        """Write what comes behind a prefix, until `end_level()`."""
        self.release_pictures()
        self.sink.open(first, rest)

    def end_level(self) -> None:
        """End what `level()` began; by then, `sink` may be another one."""
        self.sink.close()

    def close_item(self, names: frozenset[str]) -> None:
        """Close the item before, whose end tag may be left out."""
        height = self.scopes[-1].height
        if len(self.open) > height and self.open[height].name in names:
            self.close_to(height)

    def close_to(self, height: int) -> None:
        """Close elements until so many are open."""
        while len(self.open) > height:
            if self.preformatted or not self.inline.is_blank:
                self.separate(0)
            element = self._pop()
            if element.scope is not None:
                self.scopes.pop()
            if element.on_close is not None:
                element.on_close()
            if element.gap or self.preformatted:
                self.separate(element.gap)
