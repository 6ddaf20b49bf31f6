"""Typed trees held against the editor's, block by block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.compare import different_json

Tree = list[dict[str, Any]]


@dataclass(frozen=True)
class Compared:
    """One block of the editor's tree: where it is, what it is called there, and how ours differs, None where not."""

    place: str
    name: str
    difference: str | None = None
    is_misplaced: bool = False
    """Whether ours has another name, or none, in its place."""


def compared(ours: Tree, theirs: Tree) -> Iterator[Compared]:
    """Every block of `theirs`, against the one in the same place of `ours`; no recursion.

    A block that only we have counts against the one around it.
    """
    pending: list[tuple[Tree, Tree, str]] = [(ours, theirs, "")]
    while pending:
        mine, yours, place = pending.pop()
        for number, block in enumerate(yours):
            where, name = f"{place}[{number}]", block["name"]
            other = mine[number] if number < len(mine) else {"name": None, "attributes": {}, "innerBlocks": []}
            pending.append((other["innerBlocks"], block["innerBlocks"], where))
            if other["name"] != name:
                yield Compared(where, name, f"{where}: {other['name']} for {name}", is_misplaced=True)
                continue
            difference = different_json(other["attributes"], block["attributes"])
            if len(other["innerBlocks"]) != len(block["innerBlocks"]):
                difference = f"{len(other['innerBlocks'])} blocks inside for {len(block['innerBlocks'])}"
            yield Compared(where, name, f"{where} {name}: {difference}" if difference else None)
        if not place and len(mine) > len(yours):
            yield Compared("", "(the document)", f"{len(mine)} blocks for {len(yours)}", is_misplaced=True)
