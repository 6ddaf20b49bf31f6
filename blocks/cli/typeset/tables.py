"""Tables: cells are collected as they come, and drawn when the table ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

Part = Literal["head", "body", "foot"]

MOST_SPAN: Final = 1000
MOST_CELLS: Final = 20_000
"""A table that has more cells, or columns of fewer than `LEAST_COLUMN`, is printed row by row."""
LEAST_COLUMN: Final = 4


@dataclass(slots=True)
class Cell:
    """A cell, and how many columns and rows it spans."""

    text: Text
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class OpenTable:
    """A table that is open."""

    part: Part = "body"
    rows: list[tuple[Part, list[Cell]]] = field(default_factory=list)
    cell: Cell | None = None
    captions: list[Text] = field(default_factory=list)
    is_in_caption: bool = False

    def add(self, text: Text) -> bool:
        """Add a paragraph to the open cell, or the caption; False where neither is open."""
        if self.is_in_caption:
            self.captions.append(text)
        elif self.cell is not None:
            if self.cell.text:
                self.cell.text.append("\n")
            self.cell.text.append_text(text)
        else:
            return False
        return True

    def begin_row(self) -> None:
        """Begin a row."""
        self.rows.append((self.part, []))
        self.cell = None

    def begin_cell(self, cell: Cell) -> None:
        """Begin a cell, in a row of its own where none was begun."""
        if not self.rows:
            self.begin_row()
        self.rows[-1][1].append(cell)
        self.cell = cell

    def drawn(self, width: int) -> list[RenderableType]:
        """What is to be printed: one table, or, of one too large, a line for each row."""
        rows = [(part, cells) for part, cells in self.rows if cells]
        if not rows:
            return []
        if sum(cell.columns * min(cell.rows, len(rows)) for _, cells in rows for cell in cells) <= MOST_CELLS:
            placed, count = _placed(rows)
            if count * LEAST_COLUMN <= width and count * len(rows) <= MOST_CELLS:
                return [_table([part for part, _ in rows], placed, count)]
        return [_line(cells) for _, cells in rows]


def _line(cells: list[Cell]) -> Text:
    from rich.text import Text

    return Text(" │ ", style="dim").join(cell.text for cell in cells)


def _table(parts: list[Part], placed: list[dict[int, Text]], count: int) -> RenderableType:
    from rich import box
    from rich.table import Table

    heads = 1 if parts[0] == "head" else 0
    table = Table(box=box.SQUARE, border_style="dim", show_header=bool(heads), header_style="bold")
    for index in range(count):
        table.add_column(placed[0].get(index, "") if heads else "", overflow="fold")
    for number in range(heads, len(parts)):
        if parts[number] == "foot" and parts[number - 1] != "foot":
            table.add_section()
        is_bold = parts[number] == "head"
        table.add_row(*(placed[number].get(index, "") for index in range(count)), style="bold" if is_bold else None)
    return table


def _placed(rows: list[tuple[Part, list[Cell]]]) -> tuple[list[dict[int, Text]], int]:
    """The text of each column of each row, and how many columns there are. A cell's text stands where it begins."""
    placed: list[dict[int, Text]] = []
    reaching: dict[int, int] = {}  # columns that a cell of a row above reaches into: how many rows it has left
    count = 0
    for _, cells in rows:
        row: dict[int, Text] = {}
        below = {column: left - 1 for column, left in reaching.items() if left > 1}
        column = 0
        for cell in cells:
            while column in reaching:
                column += 1
            row[column] = cell.text
            if cell.rows > 1:
                below.update((column + index, cell.rows - 1) for index in range(cell.columns))
            column += cell.columns
        count = max(count, column)
        placed.append(row)
        reaching = below
    return placed, count
