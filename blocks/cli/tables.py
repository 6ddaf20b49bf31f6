"""Aligned columns: drawn by rich on a terminal, with blanks elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from blocks.cli import outputs
from blocks.cli.messages import without_controls


def write_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write rows under headings to standard output; on anything but a terminal the rows alone, a line each."""
    rows = [[without_controls(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _draw(headings, rows)
        return
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        outputs.write("  ".join(cells).rstrip() + "\n")


def _draw(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for index, heading in enumerate(headings):
        table.add_column(heading, style="" if index else "bold", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)
