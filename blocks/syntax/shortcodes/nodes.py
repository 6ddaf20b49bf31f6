"""What a text with shortcodes consists of. Nodes hold places in the text and no copies of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from blocks.formatting.shortcode_atts import Attributes, shortcode_parse_atts
from blocks.model.source import Source
from blocks.problems import Span


class _Piece:
    """A piece of a text, from `start` to `end` in its characters."""

    __slots__ = ("_source", "end", "start")

    def __init__(self, source: Source, start: int, end: int) -> None:
        self._source = source
        self.start = start
        self.end = end

    @property
    def markup(self) -> str:
        """All of it as it stands in the text. The pieces of a text, joined, are the text."""
        return self._source.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Its place in the source, as it was given."""
        return self._source.span(self.start, self.end)

    def __repr__(self) -> str:
        markup = self.markup
        return f"{type(self).__name__}({markup if len(markup) <= 60 else markup[:59] + '…'!r})"


class ShortcodeText(_Piece):
    """What is no shortcode, or an escaped one: that is only shown, with one pair of brackets less."""

    __slots__ = ("is_escaped",)

    def __init__(self, source: Source, start: int, end: int, is_escaped: bool = False) -> None:
        super().__init__(source, start, end)
        self.is_escaped = is_escaped

    @property
    def text(self) -> str:
        """What is shown: `[gallery]` for `[[gallery]]`."""
        return self.markup[1:-1] if self.is_escaped else self.markup


class Shortcode(_Piece):
    """A shortcode.

    [gallery ids="1,2" wide]      name "gallery", attributes {"ids": "1,2", 0: "wide"}, content None
    [b]x [c] y[/b]                name "b", content "x [c] y", children: text, a shortcode, text
    """

    __slots__ = ("_content", "_written", "children", "name")

    def __init__(
        self,
        source: Source,
        place: tuple[int, int],
        name: str,
        written: tuple[int, int],
        content: tuple[int, int] | None = None,
        children: tuple[ShortcodePiece, ...] = (),
    ) -> None:
        super().__init__(source, *place)
        self.name = name
        self.children = children
        self._written = written
        self._content = content

    @property
    def attributes(self) -> Attributes:
        """By name, in lower case; those without one by number (`shortcode_parse_atts()`)."""
        return shortcode_parse_atts(self.written)

    @property
    def written(self) -> str:
        """The attributes as they stand in the text."""
        start, end = self._written
        return self._source.text[start:end]

    @property
    def content(self) -> str | None:
        """What it encloses; None where no closer of its name follows."""
        if self._content is None:
            return None
        start, end = self._content
        return self._source.text[start:end]

    @property
    def opener(self) -> str:
        """Its first bracket."""
        end = self.end if self._content is None else self._content[0]
        return self._source.text[self.start : end]


ShortcodePiece = Shortcode | ShortcodeText


def walk_shortcodes(pieces: Iterable[ShortcodePiece]) -> Iterator[Shortcode]:
    """Every shortcode, those around others first. It needs no recursion, however deep they stand."""
    stack = [iter(pieces)]
    while stack:
        piece = next(stack[-1], None)
        if piece is None:
            stack.pop()
        elif isinstance(piece, Shortcode):
            yield piece
            if piece.children:
                stack.append(iter(piece.children))
