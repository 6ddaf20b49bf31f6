"""What the flow remembers about elements that are open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from blocks.render.text.beside import Column
from blocks.render.text.lists import Numbering
from blocks.render.text.tables import Part, Row
from blocks.render.text.writer import Recorder, Sink

SOURCE_MARK: Final = "— "
"""What stands before the source of a quotation."""


@dataclass(slots=True)
class Scope:
    """Where items belong to: a list, or a cell of a table, which items inside do not reach out of."""

    height: int
    numbering: Numbering


@dataclass(slots=True)
class Element:
    """An open element that makes a block."""

    name: str
    gap: int
    on_close: Callable[[], None] | None = None
    scope: Scope | None = None
    classes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Figure:
    """A figure that is open: its pictures wait for the caption, which may say the same as they do."""

    is_gallery: bool = False
    is_loose: bool = False
    pictures: int = 0
    alts: list[str] = field(default_factory=list)
    alt_links: dict[int, str] = field(default_factory=dict)
    """What stands behind the texts of pictures that are links, by their place in `alts`."""
    has_caption_instead: bool = False
    """Whether the caption stands for the pictures."""
    is_described: bool = False

    def take_alts(self) -> list[str]:
        """The texts of the pictures, in brackets, and forget them."""
        taken = [f"[{alt}]{self.alt_links.get(number, '')}" for number, alt in enumerate(self.alts)]
        self.alts.clear()
        self.alt_links.clear()
        return taken


@dataclass(slots=True)
class ColumnSet:
    """Columns that are open, each recorded, to be written side by side."""

    height: int
    columns: list[Column] = field(default_factory=list)


@dataclass(slots=True)
class OpenTable:
    """A table that is open. Its cells are recorded, unless it `is_linear`: then they are written as they come."""

    sink: Sink
    part: Part = "body"
    rows: list[Row] = field(default_factory=list)
    cell: int | None = None
    recorder: Recorder | None = None
    is_linear: bool = False
