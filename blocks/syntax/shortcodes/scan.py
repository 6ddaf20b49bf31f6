"""Text → brackets with their places, and which of them enclose something.

WordPress looks for a shortcode, then for the first closer of its name, and later into what is between. This finds the
same in one way through the text: what is around a place says where to stop, and the closers of each name are known
beforehand. So time goes with the text, however deep shortcodes nest and whatever is left open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from blocks.syntax.shortcodes.grammar import Brackets

Kind = Literal["TEXT", "SINGLE", "SELF_CLOSING", "OPENER", "CLOSER", "OPEN", "CLOSE"]
"""The terminals of the grammar."""


class Bracket(NamedTuple):
    """A terminal of the grammar, from `start` to `end`; of a bracket the name, and where its attributes are written."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    written: tuple[int, int] = (0, 0)


def scan(text: str, brackets: Brackets) -> Iterator[Bracket]:
    """The terminals of `text` in order. They tile it."""
    closers = _Closers(text, brackets)
    around: list[tuple[int, str]] = []  # where the closers of what is open begin, and their names
    position, limit = 0, len(text)
    while True:
        head = brackets.head.search(text, position, limit)
        close = text.find(brackets.close, head.end(), limit) if head is not None else -1
        if head is None or close < 0:
            if position < limit:
                yield Bracket("TEXT", position, limit)
            if not around:
                return
            position, name = around.pop()
            end = position + brackets.closer_length + len(name)
            yield Bracket("CLOSER", position, end, name)
            position, limit = end, around[-1][0] if around else len(text)
            continue
        name, start, end = head["name"], head.start(), close + len(brackets.close)
        slash = close - len(brackets.slash)
        is_void = slash >= head.end() and text.startswith(brackets.slash, slash)
        closer = None if is_void else closers.next(name, end, limit)
        last = end if closer is None else closer + brackets.closer_length + len(name)
        is_escaped = _is_escaped(text, brackets, start - len(brackets.open), last, (position, limit))
        before = start - len(brackets.open) if is_escaped else start
        if position < before:
            yield Bracket("TEXT", position, before)
        if is_escaped:
            yield Bracket("OPEN", before, start)
        kind: Kind = "SELF_CLOSING" if is_void else "SINGLE" if closer is None else "OPENER"
        yield Bracket(kind, start, end, name, (head.end(), slash if is_void else close))
        position = end
        if not is_escaped:
            if closer is not None:
                around.append((closer, name))
                limit = closer
            continue
        if closer is not None:
            if end < closer:
                yield Bracket("TEXT", end, closer)
            yield Bracket("CLOSER", closer, last, name)
        position = last + len(brackets.close)
        yield Bracket("CLOSE", last, position)


def _is_escaped(text: str, brackets: Brackets, before: int, after: int, within: tuple[int, int]) -> bool:
    """Whether one more bracket stands right before a shortcode, and one right after it."""
    return (
        before >= within[0]
        and after + len(brackets.close) <= within[1]
        and text.startswith(brackets.open, before)
        and text.startswith(brackets.close, after)
    )


class _Closers:
    """The places of the closers of each name. They are asked for at places that only grow."""

    def __init__(self, text: str, brackets: Brackets) -> None:
        self._places: dict[str, list[int]] = {}
        for closer in brackets.closer.finditer(text):
            self._places.setdefault(closer["name"], []).append(closer.start())
        for places in self._places.values():
            places.reverse()

    def next(self, name: str, start: int, limit: int) -> int | None:
        """The first closer of `name` from `start` on; None if there is none before `limit`."""
        places = self._places.get(name)
        while places and places[-1] < start:
            places.pop()
        return places[-1] if places and places[-1] < limit else None
