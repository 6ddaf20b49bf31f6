"""Columns side by side, in the width that there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blocks.render.text.width import columns
from blocks.render.text.writer import Recorder, Writer

BETWEEN = 3  # columns between two of them
LEAST = 18  # columns that one needs, so that its lines hold a few words


@dataclass(slots=True)
class Column:
    """A column: what is in it, and which share of the width it asks for, in per cent; 0 for an equal one."""

    content: Recorder
    share: float = 0.0


def lines_beside(contents: Sequence[Column], width: int) -> list[str]:
    """The lines of columns in `width` columns of text; one after the other where that is too narrow, or 0."""
    sizes = _sizes(contents, width)
    if min(sizes, default=0) < LEAST:
        writer = Writer(width)
        for one in contents:
            writer.gap(1)
            one.content.play(writer)
        return writer.lines()
    drawn = [_lines(one, size) for one, size in zip(contents, sizes, strict=True)]
    kept = [(lines, size) for lines, size in zip(drawn, sizes, strict=True) if lines]
    out: list[str] = []
    for number in range(max((len(lines) for lines, _ in kept), default=0)):
        row, start, length = "", 0, 0
        for lines, size in kept:
            if number < len(lines) and lines[number]:
                padding = max(start - length, BETWEEN if length else 0)
                row += " " * padding + lines[number]
                length += padding + columns(lines[number])
            start += size + BETWEEN
        out.append(row.rstrip())
    return out


def _lines(column: Column, size: int) -> list[str]:
    writer = Writer(size)
    column.content.play(writer)
    return writer.lines()


def _sizes(contents: Sequence[Column], width: int) -> list[int]:
    """The width of each column: what it asks for, and the others share the rest."""
    available = width - BETWEEN * (len(contents) - 1)
    if not width or available <= 0:
        return [0]
    said = sum(column.share for column in contents)
    equal = sum(not column.share for column in contents)
    rest = max(100.0 - said, 0.0) / equal if equal else 0.0
    shares = [column.share or rest for column in contents]
    whole = max(sum(shares), 1.0)
    return [int(available * share / whole) for share in shares]
