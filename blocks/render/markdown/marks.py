"""Emphasis that binds: which marks are `*`, `**` and `~~`, and which must be HTML for a parser to see them.

CommonMark 0.31, 6.2: a run of `*` opens only where it is left-flanking, and closes only where it is right-flanking.
Parsers differ in whether symbols are punctuation; a mark is written as HTML where that would matter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from blocks.render.markdown.escape import PUNCTUATION, attributes, destination, title

_ROUNDS: Final = 4
_DELIMITERS: Final = {"em": "*", "strong": "**", "del": "~~"}


@dataclass(slots=True)
class Mark:
    """What stands around inline text: emphasis, a link, or another element, with the attributes it keeps."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    count: int = 1
    """How many elements of that name are open, inside each other."""
    span: Span | None = None
    """The text that it stands around now; None before there is any."""

    @property
    def opening(self) -> str:
        """The start tag."""
        return f"<{self.name}{attributes(self.attributes)}>"

    def get(self, name: str) -> str:
        """An attribute; empty where there is none."""
        return dict(self.attributes).get(name, "")


@dataclass(slots=True, eq=False)
class Span:
    """One stretch of text that a mark stands around."""

    mark: Mark
    is_html: bool = False

    def __post_init__(self) -> None:
        self.is_html = self.mark.name != "a" and self.mark.name not in _DELIMITERS

    @property
    def delimiter(self) -> str:
        """What stands on either side in Markdown; empty for links and HTML."""
        return "" if self.is_html else _DELIMITERS.get(self.mark.name, "")

    @property
    def opening(self) -> str:
        """What it begins with in Markdown."""
        return self.mark.opening if self.is_html else self.delimiter or "["

    @property
    def closing(self) -> str:
        """What it ends in."""
        if self.is_html:
            return f"</{self.mark.name}>"
        return self.delimiter or f"]({destination(self.mark.get('href'))}{title(self.mark.get('title'))})"


Kind = Literal["text", "code", "raw", "open", "close", "break", "split"]


@dataclass(slots=True)
class Item:
    """A piece of a run: text, finished Markdown (`raw`, and its `html`), an edge of a span, or a line break."""

    kind: Kind
    text: str = ""
    html: str = ""
    span: Span | None = None

    @property
    def delimiter(self) -> str:
        """The delimiter that an edge of a span is, if it is one."""
        return self.span.delimiter if self.span is not None else ""


def settle(items: Sequence[Item]) -> None:
    """Make those spans HTML whose delimiters would not bind, or not to each other."""
    if not any(item.delimiter for item in items):
        return
    for _ in range(_ROUNDS):
        if not _unsettled(items):
            return
    for item in items:
        if item.delimiter and item.span is not None:
            item.span.is_html = True


def _unsettled(items: Sequence[Item]) -> bool:
    """Whether a span was made HTML."""
    changed, depth, index = False, 0, 0
    while index < len(items):
        if not items[index].delimiter:
            index += 1
            continue
        start, character = index, items[index].delimiter[0]
        while index < len(items) and items[index].delimiter[:1] == character:
            index += 1
        run = items[start:index]
        before = _last(items[start - 1]) if start else " "
        behind = _first(items[index]) if index < len(items) else " "
        wrong = _wrong(run, before, behind, depth)
        for item in wrong:
            if item.span is not None:
                item.span.is_html = True
                changed = True
        depth += sum((item.kind == "open") - (item.kind == "close") for item in run)
    return changed


def _wrong(run: Sequence[Item], before: str, behind: str, depth: int) -> Sequence[Item]:
    """Those of a run of delimiters that would not bind as they should between two characters."""
    opening = [item for item in run if item.kind == "open"]
    closing = [item for item in run if item.kind == "close"]
    if opening and closing:
        return opening
    if (opening and not _flanks(before, behind)) or (closing and not _flanks(behind, before)):
        return run
    if _may_flank(before, behind) and _may_flank(behind, before):
        if opening and depth:
            return run
        return run[1:] if opening else run[:-1]
    return ()


def _flanks(outer: str, inner: str) -> bool:
    """Whether a run between these characters binds to the side of `inner`, for every parser."""
    return not inner.isspace() and (not _may_be_punctuation(inner) or outer.isspace() or _is_punctuation(outer))


def _may_flank(outer: str, inner: str) -> bool:
    """Whether a run between these characters binds to the side of `inner`, for any parser."""
    return not inner.isspace() and (not _is_punctuation(inner) or outer.isspace() or _may_be_punctuation(outer))


def _is_punctuation(character: str) -> bool:
    return character in PUNCTUATION or unicodedata.category(character).startswith("P")


def _may_be_punctuation(character: str) -> bool:
    return _is_punctuation(character) or unicodedata.category(character).startswith("S")


def _first(item: Item) -> str:
    """The character that an item begins with."""
    if item.span is not None:
        return (item.span.opening if item.kind == "open" else item.span.closing)[0]
    return "`" if item.kind == "code" else item.text[:1] or " "


def _last(item: Item) -> str:
    """The character that an item ends in."""
    if item.span is not None:
        return (item.span.opening if item.kind == "open" else item.span.closing)[-1]
    return "`" if item.kind == "code" else item.text[-1:] or " "
