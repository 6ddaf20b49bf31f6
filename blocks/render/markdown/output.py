"""Blocks of Markdown, and where they stand: lines behind prefixes, with blank lines where a parser needs them.

Whether a list is tight is known when all its items are; so what is written is kept until the end, and then played to
the writer of lines that plain text has, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from blocks.render.text.width import columns
from blocks.render.text.writer import Writer

BULLETS: Final = "-*"
DELIMITERS: Final = ".)"
_MOST_NUMBER: Final = 999_999_999  # CommonMark 0.31, 5.2: nine digits

# A line may not begin with what would begin another block.
_BEGINS_BLOCK = re.compile(r"[-+*=#>|:~`<\[]|[0-9]{1,9}[.)]|\Z")


@dataclass(slots=True)
class Level:
    """What blocks stand in: the document, a quotation, a list, or an item of one."""

    kind: Literal["root", "quote", "list", "item"]
    blocks: int = 0
    is_loose: bool = False
    ordered: bool = False
    start: int = 1
    number: int = 1
    step: int = 1
    marker: int = 0
    """Which of the bullets or delimiters the items bear."""
    follows: Level | None = None
    """The list right before, from which this one is told by its markers."""
    last: int | None = None
    """The number of the item before."""

    @property
    def continues(self) -> bool:
        """Whether the list goes on where another ended, with a number that does not come next."""
        return self.ordered and self.follows is not None and (self.start != 1 or self.follows.last == 2)


@dataclass(slots=True)
class _Op:
    kind: Literal["open", "close", "block"]
    level: Level | None = None
    first: str = ""
    rest: str = ""
    lines: list[str] = field(default_factory=list)
    wraps: bool = False


class Output:
    """Collects blocks.

    output.open_list(ordered=True, start=3, step=1)
    output.open_item(None)
    output.text("Tea")
    output.close()
    output.close()
    output.lines(width=0)        ['3. Tea']
    """

    def __init__(self) -> None:
        self.levels = [Level("root")]
        self._ops: list[_Op] = []
        self._list_before: Level | None = None
        self._is_after_text = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not any(op.kind == "block" for op in self._ops)

    def text(self, text: str) -> None:
        """Write a paragraph or another block that may be wrapped."""
        self._count(is_text=True)
        self._ops.append(_Op("block", lines=text.split("\n"), wraps=True))

    def verbatim(self, text: str) -> None:
        """Write lines as they are."""
        self._count()
        self._ops.append(_Op("block", lines=text.split("\n")))

    def summary(self, html: str) -> None:
        """Write the summary of details: right below their start tag, if that was written last."""
        before = self._ops[-1] if self._ops else None
        if before is not None and before.lines[:1] in (["<details>"], ["<details open>"]) and len(before.lines) == 1:
            before.lines.append(html)
        else:
            self.verbatim(html)

    def rule(self) -> None:
        """Write a thematic break, which is neither front matter nor part of a bullet."""
        bare = self.is_empty or self.levels[-1].kind == "item"
        self.verbatim("***" if bare else "---")

    def open_quote(self) -> None:
        """Begin a quotation."""
        self._count()
        self._open(Level("quote"), "> ", "> ")

    def open_list(self, ordered: bool, start: int = 1, step: int = 1) -> None:
        """Begin a list; right behind another of its kind, it bears other markers."""
        before = self._list_before
        level = Level("list", ordered=ordered, start=start, number=start, step=step)
        if before is not None and before.ordered == ordered:
            level.marker, level.follows = 1 - before.marker, before
        if self.levels[-1].kind == "item":
            if ordered and start != 1 and self._is_after_text:
                self._loosen()
            self.levels[-1].blocks += 1
        self._open(level, "", "")

    def open_item(self, value: int | None) -> None:
        """Begin an item of the innermost list; `value` is the number that it asks for itself."""
        level = self.levels[-1]
        marker = f"{BULLETS[level.marker]} "
        if level.ordered:
            number = min(max(level.number if value is None else value, 0), _MOST_NUMBER)
            if level.last is not None and number != level.last + 1:
                level.marker = 1 - level.marker
            level.last, level.number = number, number + level.step
            marker = f"{number}{DELIMITERS[level.marker]} "
        self._list_before = None
        self._open(Level("item"), marker, " " * len(marker))

    def skip_item(self) -> None:
        """Count an item of the innermost list that stands elsewhere."""
        level = self.levels[-1]
        level.number += level.step

    def close(self) -> None:
        """End what was opened last."""
        level = self.levels.pop()
        self._ops.append(_Op("close"))
        self._list_before = level if level.kind == "list" else None
        if level.kind == "item" and not level.blocks and self.levels[-1].last is not None:
            self.levels[-1].last = None  # an item that is empty is not written, and the next one begins a list
            self.levels[-1].marker = 1 - self.levels[-1].marker

    def _open(self, level: Level, first: str, rest: str) -> None:
        self._ops.append(_Op("open", level, first, rest))
        self.levels.append(level)

    def _count(self, *, is_text: bool = False) -> None:
        """Count a block of the innermost level; an item of more than one makes its list loose."""
        level = self.levels[-1]
        if level.kind == "item" and level.blocks:
            self._loosen()
        elif level.kind == "list":
            level.is_loose = True
        level.blocks += 1
        self._list_before = None
        self._is_after_text = is_text

    def _loosen(self) -> None:
        self.levels[-2].is_loose = True

    def lines(self, width: int) -> list[str]:
        """All that was written, in so many columns; 0 for any number."""
        writer = Writer(width)
        levels = [Level("root")]
        lowest = 0
        for op in self._ops:
            if op.kind == "open" and op.level is not None:
                levels.append(op.level)
                if op.level.kind != "list":
                    writer.open(op.first, op.rest)
            elif op.kind == "close":
                if levels.pop().kind != "list":
                    writer.close()
                lowest = min(lowest, len(levels) - 1)
            else:
                writer.gap(_gap(levels, lowest))
                for line in op.lines:
                    writer.verbatim("\n".join(_wrapped(line, writer.available)) if op.wraps else line)
                lowest = len(levels) - 1
        return writer.lines()


def _gap(levels: list[Level], lowest: int) -> int:
    """The blank lines between two blocks that stand together in nothing inside the level at `lowest`."""
    level = levels[lowest]
    following = levels[lowest + 1] if lowest + 1 < len(levels) else None
    if following is not None and following.continues and following.follows is not None:
        return int(following.is_loose or following.follows.is_loose)
    if level.kind == "item":
        level = levels[lowest - 1]
    return 0 if level.kind == "list" and not level.is_loose else 1


def _wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a paragraph, broken at spaces where no other block would begin."""
    if not width or columns(text) <= width:
        yield text
        return
    line, length = "", 0
    for word in text.split(" "):
        size = columns(word)
        if line and length + 1 + size > width and not _BEGINS_BLOCK.match(word):
            yield line
            line, length = word, size
        else:
            line, length = (f"{line} {word}", length + 1 + size) if line else (word, size)
    yield line
