"""Tables in columns, with a rule under the head and above the foot."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Literal

from blocks.render.text.width import columns
from blocks.render.text.writer import Recorder, Writer

BETWEEN = "  "
MOST_PADDING = 80  # columns that a cell is filled up to where lines may have any length
MOST_SPANNED = 100_000  # rows times cells that span rows, beyond which spans are not counted
MOST_AREA = 2_000_000  # characters of a table that is filled up with spaces, beyond which it is not

Part = Literal["head", "body", "foot"]


@dataclass(slots=True)
class Cell:
    """A cell: what is in it, and how many columns and rows it takes."""

    content: Recorder
    column_span: int = 1
    row_span: int = 1
    column: int = 0

    def lines(self, width: int) -> list[str]:
        """The content in so many columns, 0 for any number."""
        writer = Writer(width)
        self.content.play(writer)
        return writer.lines()


@dataclass(slots=True)
class Row:
    """A row, and the part of the table that it is in."""

    part: Part
    cells: list[Cell] = field(default_factory=list)
    is_head: bool = True  # whether every cell is a `<th>`


def table_lines(rows: Sequence[Row], width: int) -> list[str]:
    """The lines of a table in `width` columns, or more where words are too long.

    For 0, columns are as wide as they need, and a row is one line, whatever lines its cells are made of.
    """
    natural = [[_natural_lines(cell, width) for cell in row.cells] for row in rows]
    kept = [index for index, cells in enumerate(natural) if any(cells)]
    rows, natural = [rows[index] for index in kept], [natural[index] for index in kept]
    if not rows:
        return []
    widths = _widths(rows, natural, _place(rows), width)
    starts = list(accumulate((size + len(BETWEEN) for size in widths), initial=0))
    drawn = [
        [_fitted(cell, lines, starts, width) for cell, lines in zip(row.cells, cells, strict=True)]
        for row, cells in zip(rows, natural, strict=True)
    ]
    heights = [max(map(len, cells)) for cells in drawn]
    rules = sum(row.part != before.part for before, row in pairwise(rows))
    if (sum(heights) + rules) * starts[-1] > MOST_AREA:
        return [BETWEEN.join(" ".join(lines) for lines in cells if lines) for cells in drawn]
    rule = BETWEEN.join("-" * size for size in widths)
    loose = any(height > 1 for height in heights)
    out: list[str] = []
    for index, (row, cells) in enumerate(zip(rows, drawn, strict=True)):
        if index and row.part != rows[index - 1].part:
            out.append(rule)
        elif index and loose:
            out.append("")
        out += _side_by_side(cells, [starts[cell.column] for cell in row.cells])
    return out


def _natural_lines(cell: Cell, width: int) -> list[str]:
    lines = cell.lines(0)
    return [" ".join(line.strip() for line in lines if line)] if lines and not width else lines


def _fitted(cell: Cell, natural: list[str], starts: Sequence[int], width: int) -> list[str]:
    """The cell's lines in the columns that it takes."""
    size = starts[cell.column + cell.column_span] - starts[cell.column] - len(BETWEEN)
    fits = not width or all(columns(line) <= size for line in natural)
    return natural if fits else cell.lines(size)


def _place(rows: Sequence[Row]) -> int:
    """Give each cell its column; the number of columns. HTML Living Standard, 4.9.12.1 Forming a table.

    Columns in which no cell begins are left out, so that there are no more columns than cells.
    """
    spanning = sum(cell.row_span > 1 for row in rows for cell in row.cells)
    spans_count = spanning * len(rows) <= MOST_SPANNED
    from_above: list[tuple[int, int, int]] = []  # cells that reach into the row: column, column behind, rows left
    begun: set[int] = set()
    for row in rows:
        column, taken = 0, iter(sorted(from_above))
        block = next(taken, None)
        below = [(start, end, left - 1) for start, end, left in from_above if left > 1]
        for cell in row.cells:
            while block is not None and block[0] <= column:
                column = max(column, block[1])
                block = next(taken, None)
            cell.column = column
            begun.add(column)
            column += cell.column_span
            if cell.row_span > 1 and spans_count:
                below.append((cell.column, column, cell.row_span - 1))
        from_above = below
    places = sorted(begun)
    for row in rows:
        for cell in row.cells:
            behind = bisect_left(places, cell.column + cell.column_span)
            cell.column = bisect_left(places, cell.column)
            cell.column_span = behind - cell.column
    return len(places)


def _widths(rows: Sequence[Row], natural: Sequence[Sequence[list[str]]], count: int, width: int) -> list[int]:
    """The width of each column: what its cells need, and less where all together need too much."""
    most = width or MOST_PADDING
    needed, least = [1] * count, [1] * count
    spanning: list[tuple[Cell, int]] = []
    for row, cells in zip(rows, natural, strict=True):
        for cell, lines in zip(row.cells, cells, strict=True):
            size = min(max(map(columns, lines), default=0), most)
            if cell.column_span > 1:
                spanning.append((cell, size))
                continue
            needed[cell.column] = max(needed[cell.column], size)
            longest = max((columns(word) for line in lines for word in line.split(" ")), default=0)
            least[cell.column] = max(least[cell.column], min(longest, size))
    for cell, size in spanning[: MOST_SPANNED // count]:
        last = cell.column + cell.column_span - 1
        inside = sum(needed[cell.column : last + 1]) + len(BETWEEN) * (cell.column_span - 1)
        needed[last] += max(size - inside, 0)
    available = width - len(BETWEEN) * (count - 1)
    if not width or sum(needed) <= available:
        return needed
    share = max(available // count, 10)
    return _shared([min(size, share) for size in least], needed, available)


def _shared(least: list[int], needed: list[int], available: int) -> list[int]:
    """The widths between `least` and `needed` that make up `available`: those that need little get all of it."""
    widths = list(least)
    spare = available - sum(least)
    waiting = sorted(range(len(least)), key=lambda index: needed[index] - least[index])
    for position, index in enumerate(waiting):
        extra = min(needed[index] - least[index], max(spare, 0) // (len(waiting) - position))
        widths[index] += extra
        spare -= extra
    return widths


def _side_by_side(cells: Sequence[Sequence[str]], starts: Sequence[int]) -> Iterator[str]:
    for number in range(max(map(len, cells))):
        out: list[str] = []
        length = 0
        for lines, start in zip(cells, starts, strict=True):
            if number < len(lines) and lines[number]:
                padding = max(start - length, len(BETWEEN) if length else 0)
                out += (" " * padding, lines[number])
                length += padding + columns(lines[number])
        yield "".join(out).rstrip()
