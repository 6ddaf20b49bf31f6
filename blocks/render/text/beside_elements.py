"""What the elements of columns do to the flow: each column is recorded until all are known."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from blocks.fragment import Token
from blocks.render.text.beside import Column, lines_beside
from blocks.render.text.state import ColumnSet
from blocks.render.text.writer import Recorder

if TYPE_CHECKING:
    from blocks.render.text.flow import Flow

_BASIS = re.compile(r"flex-basis:\s*([0-9]{1,3}(?:\.[0-9]{1,9})?)%")


def start(flow: Flow, token: Token) -> None:
    """The element of a block of columns, or of a column. Columns inside a column, or a cell, stand below each other."""
    classes = token.classes
    opened = flow.column_set
    if "wp-block-columns" in classes and flow.options.columns == "side" and flow.sink is flow.writer:
        flow.push(token.name, 1, lambda: _end_set(flow), classes=classes)
        flow.release_pictures()
        flow.column_set = ColumnSet(len(flow.open))
    elif "wp-block-column" in classes and opened is not None and len(flow.open) == opened.height:
        before = flow.sink
        column = Column(Recorder(), _share(token))

        def on_close() -> None:
            flow.sink = before

        flow.push(token.name, 1, on_close, classes=classes)
        opened.columns.append(column)
        flow.sink = column.content
    else:
        flow.push(token.name, 1, classes=classes)


def _end_set(flow: Flow) -> None:
    opened, flow.column_set = flow.column_set, None
    if opened is not None and opened.columns:
        flow.sink.drawn(partial(lines_beside, opened.columns))


def _share(token: Token) -> float:
    basis = _BASIS.search(token.get("style") or "")
    return min(float(basis[1]), 100.0) if basis else 0.0
