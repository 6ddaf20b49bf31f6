"""Footnotes: a number that leads to an item of a list becomes `[^1]`, and the item its note.

That is how WordPress prints them (`core/footnotes`), and every plugin and Markdown parser that has notes, too: a
`<sup>` with a link in it to an `<li>` of that id. Where no such item is known, the number stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from blocks.fragment import Token, tokens
from blocks.render.markdown.output import Output


@dataclass(slots=True)
class Notes:
    """The notes of a document by their ids, in the order that numbers lead to them."""

    numbers: dict[str, int] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    referred: set[str] = field(default_factory=set)

    def reference(self, some: Iterable[Token]) -> str | None:
        """`[^1]` for what stands in a `<sup>`; None where that leads to no note."""
        id = next((id for token in some if (id := _target(token)) in self.numbers), None)
        if id is None:
            return None
        self.referred.add(id)
        return f"[^{self.numbers[id]}]"

    def write(self, output: Output) -> None:
        """Write the notes; those that nothing in Markdown refers to, as a list."""
        for id, lines in self.texts.items():
            number = self.numbers[id]
            if id in self.referred:
                output.verbatim("\n".join([f"[^{number}]: {lines[0] if lines else ''}", *map(_indented, lines[1:])]))
            elif lines:
                output.open_list(ordered=True, start=number)
                output.open_item(None)
                output.verbatim("\n".join(lines))
                output.close()
                output.close()


def _indented(line: str) -> str:
    return f"    {line}" if line else ""


def notes_of(pieces: Sequence[str]) -> Notes:
    """The notes that HTML in these pieces has."""
    if not (any("<sup" in piece for piece in pieces) and any("<li" in piece for piece in pieces)):
        return Notes()
    items: set[str] = set()
    targets: dict[str, None] = {}
    depth = 0
    for piece in pieces:
        for token in tokens(piece):
            if token.name == "sup":
                depth = max(depth + (token.kind == "start") - (token.kind == "end"), 0)
            elif token.kind == "start" and token.name == "li" and (id := token.get("id")):
                items.add(id)
            elif depth and (target := _target(token)):
                targets[target] = None
    return Notes({id: number for number, id in enumerate((id for id in targets if id in items), 1)})


def _target(token: Token) -> str:
    """The id that a link on the page leads to; empty for anything else."""
    href = (token.get("href") or "") if token.kind == "start" and token.name == "a" else ""
    return href[1:] if href.startswith("#") else ""
