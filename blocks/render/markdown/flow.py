"""HTML tokens in, blocks of Markdown out: what is open, and where the running text goes.

As in plain text, the flow reads tokens and no tree: wrongly nested HTML loses no word, and depth costs nothing.
Elements whose meaning is known at their end only (a table, a formula, the number of a footnote) are captured: their
tokens are kept, and read once more then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from blocks.fragment import Token, tokens
from blocks.fragment.tokens import VOID_ELEMENTS
from blocks.render.element_stack import ElementStack
from blocks.render.markdown import elements
from blocks.render.markdown.escape import fence, shown
from blocks.render.markdown.footnotes import Notes
from blocks.render.markdown.inline import Inline
from blocks.render.markdown.output import Output

_OWN_DASH = re.compile(r"\A\\?(?:[–—―]\s*|-{1,3}\s+)(?=\S)")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LANGUAGE = re.compile(r"[\w+#.-]{1,40}")
_MARKERS = re.compile(r"<!--\s*(?:more\b.*|nextpage\s*)-->", re.DOTALL)


@dataclass(slots=True)
class Element:
    """An open element that makes a block."""

    name: str
    on_close: Callable[[], None] | None = None
    is_scope: bool = False
    """Whether items inside it do not reach out of it."""
    classes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Capture:
    """An element whose tokens are kept until it ends."""

    name: str
    on_end: Callable[[list[Token]], None]
    depth: int = 1
    tokens: list[Token] = field(default_factory=list)


class Flow(ElementStack[Element]):
    """Reads HTML piece by piece and writes to `output`."""

    def __init__(self, notes: Notes, tables_are_html: bool = True) -> None:
        super().__init__()
        self.output = Output()
        self.inline = Inline()
        self.notes = notes
        self.tables_are_html: Final = tables_are_html
        self.prefix = ""
        """What stands before the next heading."""
        self.label = ""
        """What stands before the address of the embed or the player that is open."""
        self.tex = ""
        """What the block says of the formula in it."""
        self.language = ""
        self.code_start = -1
        """Where in the piece the content of a preformatted element begins."""
        self.preformatted = 0
        self.verse = 0
        self.player = ""
        """The label of a player that has not said yet where its film or sound is."""
        self.details = 0
        self.is_summary = False
        self.names_source = False
        """Whether the next text is the source of a quotation."""
        self.is_cell = False
        """Whether all is to be on one line."""
        self.items = 0
        """How many items the next list has that are blocks."""
        self.sizes: dict[int, int] = {}
        self.report: Callable[[str, str], None] = lambda _code, _message: None
        self._scopes = [0]
        self._code: list[str] = []
        self._capture: Capture | None = None
        self._taken_as_they_are: set[str] = set()
        self._hidden, self._hidden_depth = "", 0

    # ------------------------------------------------------------------------------------------------ the input

    def feed(self, html: str, *, paragraphs: bool = False) -> None:
        """Read a piece of HTML; elements may stay open. With `paragraphs`, blank lines and line ends count."""
        self.sizes = elements.sizes_of_lists(html)
        self.run(tokens(html), paragraphs=paragraphs)
        self._hidden_depth, self.code_start = 0, -1

    def run(self, some: Iterable[Token], *, paragraphs: bool = False) -> None:
        """Read tokens."""
        for token in some:
            if self._capture is not None:
                self._keep(token)
            elif self._hidden_depth:
                if token.name == self._hidden:
                    self._hidden_depth += (token.kind == "start") - (token.kind == "end")
            elif token.kind == "text":
                is_first = token.start == self.code_start and self.preformatted  # a line end there is none of it
                text = token.value.removeprefix("\r").removeprefix("\n") if is_first else token.value
                self._text(text, paragraphs)
            elif token.kind == "start":
                elements.start(self, token)
            elif token.kind == "end":
                elements.end(self, token.name)
            elif _MARKERS.fullmatch(token.value) and not self.is_cell and not self.preformatted:
                self.flush()
                self.output.verbatim(" ".join(token.value.split()))

    def hide(self, name: str) -> None:
        """Show nothing until the end of the element that begins now."""
        if name not in VOID_ELEMENTS:
            self._hidden, self._hidden_depth = name, 1

    def capture(self, name: str, on_end: Callable[[list[Token]], None]) -> bool:
        """Keep the tokens of the element that begins now, for `on_end`; False where they are being read again."""
        if name in self._taken_as_they_are:
            return False
        self._capture = Capture(name, on_end)
        return True

    def again(self, name: str, some: Iterable[Token]) -> None:
        """Read the tokens of a captured element as if it were any other."""
        outer = self._taken_as_they_are
        self._taken_as_they_are = outer | {name}
        self.run(some)
        self.end_capture()
        self._taken_as_they_are = outer

    def _keep(self, token: Token) -> None:
        capture = self._capture
        if capture is None:
            return
        if token.name == capture.name:
            capture.depth += (token.kind == "start") - (token.kind == "end")
        if capture.depth:
            capture.tokens.append(token)
        else:
            self._capture = None
            capture.on_end(capture.tokens)

    def end_capture(self) -> None:
        """End the element that is captured, whose end tag is missing."""
        capture, self._capture = self._capture, None
        if capture is not None:
            capture.on_end(capture.tokens)

    def _text(self, text: str, paragraphs: bool) -> None:
        if self.label and elements.embed_address(self, text):
            return
        if not paragraphs or self.preformatted or self.verse:
            self.add(text)
            return
        for index, paragraph in enumerate(_BLANK_LINES.split(text.replace("\r\n", "\n"))):
            if index:
                self.flush()
            for number, line in enumerate(paragraph.split("\n")):
                if number and not self.inline.ends_line:
                    self.inline.line_break()
                self.add(line)

    def finish(self) -> None:
        """Close what is open, and write the notes."""
        self.end_capture()
        self.close_to(0)
        self.flush()
        self.notes.write(self.output)

    # --------------------------------------------------------------------------------------------- running text

    def add(self, text: str) -> None:
        """Add to the running text."""
        if self.preformatted:
            self._code.append(shown(text).replace("\r\n", "\n").replace("\r", "\n"))
        else:
            self.inline.add(text, verbatim=self.verse > 0)

    def add_raw(self, markdown: str, html: str, text: str) -> None:
        """Add Markdown to the running text, or `text` where that is code."""
        if self.preformatted:
            self._code.append(text)
        else:
            self.inline.add_raw(markdown, html)

    def line_break(self) -> None:
        """Break the line of the running text."""
        if self.preformatted:
            self._code.append("\n")
        else:
            self.inline.line_break()

    def flush(self) -> None:
        """End the running text."""
        if self.is_cell:
            self.inline.line_break()
        elif self.preformatted:
            if self._code and not self._code[-1].endswith("\n"):
                self._code.append("\n")
        elif self.is_summary:
            if text := self.inline.take_html():
                self.output.summary(f"<summary>{text}</summary>")
                self.is_summary = False
        elif self.prefix:
            if text := "<br>".join(self.inline.take("line")):
                self.output.verbatim(self.prefix + text)
        else:
            for text in self.inline.take():
                self.output.text(f"— {_OWN_DASH.sub('', text)}" if self.names_source else text)
                self.names_source = False

    def write(self, text: str) -> None:
        """Write a block that is Markdown or HTML already; nothing in code."""
        if not self.preformatted:
            self.output.verbatim(text)

    def end_preformatted(self) -> None:
        """Write the code, character for character."""
        self.preformatted -= 1
        if self.preformatted:
            return
        text = "".join(self._code).rstrip("\n")
        self._code.clear()
        if text.strip():
            around = fence(text)
            language = self.language if _LANGUAGE.fullmatch(self.language) else ""
            self.output.verbatim(f"{around}{language}\n{text}\n{around}")
        self.language = ""

    # ------------------------------------------------------------------------------------------- what is open

    def push(
        self,
        name: str,
        on_close: Callable[[], None] | None = None,
        *,
        is_scope: bool = False,
        classes: list[str] | None = None,
    ) -> None:
        """Open an element that makes a block."""
        if self.open and self.open[-1].name == "p":
            self.close_to(len(self.open) - 1)
        self.flush()
        self._open(Element(name, on_close, is_scope, classes or []))
        if is_scope:
            self._scopes.append(len(self.open))

    def close_item(self, names: frozenset[str]) -> None:
        """Close the item before, whose end tag may be left out."""
        height = self._scopes[-1]
        if len(self.open) > height and self.open[height].name in names:
            self.close_to(height)

    def close_to(self, height: int) -> None:
        """Close elements until so many are open."""
        while len(self.open) > height:
            self.flush()
            element = self._pop()
            if element.is_scope:
                self._scopes.pop()
            if element.on_close is not None:
                element.on_close()
            self.flush()
