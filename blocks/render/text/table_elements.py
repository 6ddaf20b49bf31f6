"""What the elements of tables do to the flow: cells are recorded until the table ends and its columns are known."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from blocks.fragment import Token
from blocks.render.text import media
from blocks.render.text.lists import Numbering, integer
from blocks.render.text.state import OpenTable
from blocks.render.text.tables import Cell, Part, Row, table_lines
from blocks.render.text.writer import Recorder

if TYPE_CHECKING:
    from blocks.render.text.flow import Flow

_MOST_SPAN = 1000  # HTML Living Standard, 4.9.11


def table(flow: Flow, token: Token) -> None:
    """A `<table>`: in columns, or, where its role or its content says that it arranges a page, cell after cell."""
    linearise(flow)
    media.loosen(flow)
    flow.push("table", 1, lambda: _end_table(flow))
    flow.release_pictures()
    flow.tables.append(OpenTable(flow.sink, is_linear=token.get("role") in {"presentation", "none"}))


def _end_table(flow: Flow) -> None:
    table = flow.tables.pop()
    if table.is_linear:
        return
    first = table.rows[0] if table.rows else None
    if first is not None and first.part == "body" and first.is_head and len(table.rows) > 1:
        first.part = "head"
    flow.sink.drawn(partial(table_lines, table.rows))


def part(name: Part) -> Callable[[Flow, Token], None]:
    """What begins the head, the body or the foot."""

    def rule(flow: Flow, _token: Token) -> None:
        end_cell(flow)
        if flow.tables:
            flow.tables[-1].part = name

    return rule


def row(flow: Flow, _token: Token) -> None:
    """A `<tr>`."""
    end_cell(flow)
    if flow.tables:
        table = flow.tables[-1]
        table.rows.append(Row(table.part))


def cell(flow: Flow, token: Token) -> None:
    """A `<td>` or `<th>`."""
    end_cell(flow)
    if not flow.tables:
        flow.separate(0)
        return
    table = flow.tables[-1]
    if not table.rows:
        table.rows.append(Row(table.part))
    row = table.rows[-1]
    row.is_head = row.is_head and token.name == "th"
    recorder = Recorder()
    outer_underline, flow.underline = flow.underline, ""

    def on_close() -> None:
        flow.sink, flow.underline = table.sink, outer_underline
        flow.figures.pop()
        table.cell = table.recorder = None
        if not table.is_linear:
            spans = (min(max(integer(token.get(name)) or 1, 1), _MOST_SPAN) for name in ("colspan", "rowspan"))
            row.cells.append(Cell(recorder, *spans))

    flow.push("cell", 1 if table.is_linear else 0, on_close, numbering=Numbering())
    table.cell = len(flow.open) - 1
    flow.figures.append(None)
    if not table.is_linear:
        flow.sink = table.recorder = recorder


def end_cell(flow: Flow) -> None:
    """Close the cell that is open in the innermost table; outside tables, part the texts."""
    if flow.tables and (height := flow.tables[-1].cell) is not None:
        flow.close_to(height)
    else:
        flow.separate(0)


def linearise(flow: Flow) -> None:
    """Write what the innermost table has recorded, and from now on its cells as they come.

    A table that holds what no cell can hold in a line or two (a heading, code, a quotation, another table) arranges
    a page; its cells are read one after the other.
    """
    table = flow.tables[-1] if flow.tables else None
    if table is None or (recorder := table.recorder) is None:
        return
    flow.separate(0)
    table.recorder, table.is_linear = None, True
    contents = [cell.content for row in table.rows for cell in row.cells]
    for content in (*contents, recorder):
        table.sink.gap(1)
        content.play(table.sink)
    flow.sink = table.sink


def caption(flow: Flow, token: Token) -> None:
    """A `<caption>`, above the table."""
    end_cell(flow)
    flow.push(token.name, 1)
