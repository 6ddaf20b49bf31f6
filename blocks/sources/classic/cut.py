"""Where a classic text is cut to have a block in its place: shortcodes, addresses alone in a line, comments for pages.

A cut is made outside every element, or in a paragraph, which ends before it and goes on behind it. Elsewhere a
shortcode stays where it is: WordPress runs it there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from blocks.fragment.elements import BLOCK_ELEMENTS
from blocks.fragment.tokens import VOID_ELEMENTS, Token, tokens
from blocks.syntax.shortcodes import Shortcode, ShortcodePiece

Kind = Literal["shortcode", "address", "more", "nextpage", "noteaser"]

_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*+\n")
_ADDRESS_LINE: Final = re.compile(r"(?:^|(?<=[\n>]))[ \t]*+(https?://[^\s<>\"]++)[ \t]*+", re.IGNORECASE)
_MORE: Final = re.compile(r"<!--more(.*?)-->", re.DOTALL)
_SPACES: Final = " \t\xa0"


@dataclass(frozen=True, slots=True)
class Cut:
    """A place for a block, from `start` to `end`.

    `paragraph` is the start tag of the paragraph it stands in; `is_alone` says that nothing else is in its line. `text`
    is the address, or the text of `<!--more …-->`.
    """

    kind: Kind
    start: int
    end: int
    paragraph: Token | None
    text: str = ""
    node: Shortcode | None = None
    is_alone: bool = True


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A text or comment, what it stands in being `None` for no element, or a paragraph; `is_inside` for all others."""

    start: int
    end: int
    paragraph: Token | None
    is_inside: bool
    is_comment: bool


def cuts(html: str, pieces: tuple[ShortcodePiece, ...]) -> list[Cut]:
    """The cuts that may be made, in order; none overlaps another. `pieces` are the shortcodes of `html`."""
    flow = _Flow(html)
    found = [*flow.shortcodes(pieces), *flow.comments()]
    found.sort(key=lambda cut: cut.start)
    taken = [(cut.start, cut.end) for cut in found]
    found += [cut for cut in flow.addresses() if not _overlaps(cut, taken)]
    found.sort(key=lambda cut: cut.start)
    kept: list[Cut] = []
    for cut in found:
        if not kept or cut.start >= kept[-1].end:
            kept.append(cut)
    return kept


def _overlaps(cut: Cut, taken: list[tuple[int, int]]) -> bool:
    at = bisect_right(taken, (cut.end, 0))
    return at > 0 and taken[at - 1][1] > cut.start


class _Flow:
    """What is open at each place of a text, as far as cuts ask for it."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._stretches: list[_Stretch] = []
        self._before: set[int] = {0}
        self._behind: set[int] = {len(html)}
        self._breaks: tuple[set[int], set[int]] = set(), set()  # where a `<br>` begins, and ends
        self._open: list[str] = []
        self._count: dict[str, int] = {}
        self._paragraph: Token | None = None
        for token in tokens(html):
            if token.kind == "text":
                self._text(token)
            elif token.kind == "comment":
                self._edge(token)
                self._stretch(token.start, token.end, is_comment=True)
            elif token.kind == "start":
                self._start(token)
            else:
                self._end(token)
        self._starts = [one.start for one in self._stretches]

    def _edge(self, token: Token) -> None:
        self._before.add(token.end)
        self._behind.add(token.start)

    def _stretch(self, start: int, end: int, is_comment: bool = False) -> None:
        is_inside = bool(self._open) and self._open != ["p"]
        paragraph = self._paragraph if self._open == ["p"] else None
        self._stretches.append(_Stretch(start, end, paragraph, is_inside, is_comment))

    def _text(self, token: Token) -> None:
        blank = _BLANK_LINE.search(self._html, token.start, token.end) if self._open else None
        if blank is None:
            self._stretch(token.start, token.end)
            return
        self._stretch(token.start, blank.start())
        while self._open and self._open[-1] not in BLOCK_ELEMENTS:  # a blank line ends what is not closed
            self._pop()
        self._stretch(blank.start(), token.end)

    def _start(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._breaks[0].add(token.start)
            self._breaks[1].add(token.end)
        if name in BLOCK_ELEMENTS:
            self._edge(token)
            while self._open and (
                self._open[-1] == "p" or (self._count.get("p") and self._open[-1] not in BLOCK_ELEMENTS)
            ):
                self._pop()
        if name not in VOID_ELEMENTS:
            self._open.append(name)
            self._count[name] = self._count.get(name, 0) + 1
            if name == "p":
                self._paragraph = token

    def _end(self, token: Token) -> None:
        if token.name in BLOCK_ELEMENTS:
            self._edge(token)
        if self._count.get(token.name):
            while self._pop() != token.name:
                pass

    def _pop(self) -> str:
        name = self._open.pop()
        self._count[name] -= 1
        return name

    def _at(self, place: int) -> _Stretch | None:
        index = bisect_right(self._starts, place) - 1
        if index < 0 or self._stretches[index].end <= place:
            return None
        return self._stretches[index]

    def shortcodes(self, pieces: tuple[ShortcodePiece, ...]) -> Iterator[Cut]:
        """Shortcodes that begin and end in the same paragraph, or outside of all elements."""
        for piece in pieces:
            if not isinstance(piece, Shortcode):
                continue
            first, last = self._at(piece.start), self._at(piece.end - 1)
            if first is None or last is None or first.is_inside or last.is_inside:
                continue
            if first.is_comment or last.is_comment or first.paragraph is not last.paragraph:
                continue
            yield Cut(
                "shortcode",
                piece.start,
                piece.end,
                first.paragraph,
                "",
                piece,
                self._is_alone(piece.start, piece.end, True),
            )

    def _is_alone(self, start: int, end: int, between_breaks: bool = False) -> bool:
        html = self._html
        while start > 0 and html[start - 1] in _SPACES:
            start -= 1
        while end < len(html) and html[end] in _SPACES:
            end += 1
        if between_breaks and start in self._breaks[1]:
            is_first = True
        else:
            is_first = start in self._before or html[start - 1] == "\n"
        return is_first and (end in self._behind or html[end] in "\r\n" or (between_breaks and end in self._breaks[0]))

    def addresses(self) -> Iterator[Cut]:
        """Addresses alone in a line, or in a paragraph."""
        for one in self._stretches:
            if one.is_inside or one.is_comment:
                continue
            for found in _ADDRESS_LINE.finditer(self._html, one.start, one.end):
                if self._is_alone(*found.span(1)):
                    yield Cut("address", *found.span(1), one.paragraph, found[1])

    def comments(self) -> Iterator[Cut]:
        """The comments that WordPress looks for."""
        for one in self._stretches:
            if one.is_inside or not one.is_comment:
                continue
            text = self._html[one.start : one.end]
            more = _MORE.fullmatch(text)
            if more is not None:
                yield Cut("more", one.start, one.end, one.paragraph, more[1].strip())
            elif text == "<!--nextpage-->":
                yield Cut("nextpage", one.start, one.end, one.paragraph)
            elif text == "<!--noteaser-->":
                yield Cut("noteaser", one.start, one.end, one.paragraph)
