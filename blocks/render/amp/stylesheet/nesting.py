"""A selector while it is read, and the parent that `&` stands for in it (CSS Nesting 1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from blocks.render.amp.stylesheet.elements import AMP_ELEMENTS
from blocks.render.amp.stylesheet.values import identifier

Needs = frozenset[str]
"""Names as `Used` has them: `p`, `.class`, `#id`, `[attribute`."""


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector of a list. Its text is `head` and `tail`; the tail is the pseudo-elements at the end.

    An element that AMP has another for is `mark(name)` in the text. It can match where all of `needs` are in the page,
    and of each of `choices` one is. `ids` is how many ids it has at most.
    """

    head: str
    tail: str
    needs: Needs
    choices: tuple[tuple[Needs, ...], ...] = ()
    swaps: frozenset[str] = frozenset()
    ids: int = 0
    is_compound: bool = False

    @property
    def text(self) -> str:
        return self.head + self.tail


def mark(name: str) -> str:
    """What stands in a selector's text for an element that AMP has another for."""
    return f"\x00{name}\x00"


@dataclass(slots=True)
class Reading:
    """What has been read of a selector."""

    parents: Sequence[Selector] | None = None
    text: list[str] = field(default_factory=list)
    type: str = ""  # of the compound at hand
    rest: list[str] = field(default_factory=list)  # of it
    tail: list[str] = field(default_factory=list)  # of it, from the first pseudo-element on
    needs: set[str] = field(default_factory=set)
    choices: list[tuple[Needs, ...]] = field(default_factory=list)
    swaps: set[str] = field(default_factory=set)
    ids: int = 0
    compounds: int = 0
    has_parent: bool = False  # the compound begins with `&`

    def add(self, text: str) -> None:
        (self.tail or self.rest).append(text)

    @property
    def is_empty(self) -> bool:
        return not (self.type or self.rest or self.tail)

    def element(self, name: str) -> str:
        if name.lower() in AMP_ELEMENTS:
            self.swaps.add(name.lower())
            return mark(name.lower())
        return identifier(name)


def put_parent(reading: Reading) -> None:
    """Put the parent where `&` stands."""
    parents = reading.parents
    if parents is None:
        reading.add(":root")
        return
    reading.has_parent = reading.has_parent or reading.is_empty
    if len(parents) == 1:
        (parent,) = parents
        reading.needs |= parent.needs
        reading.choices += parent.choices
        reading.swaps |= parent.swaps
        reading.ids += parent.ids
        if reading.is_empty and (parent.is_compound or not reading.text):
            reading.compounds += not parent.is_compound
            reading.rest.append(parent.text)
            return
    elif parents:
        reading.ids += max(parent.ids for parent in parents)
        reading.choices.append(tuple(parent.needs for parent in parents))
    reading.add(parent_list(reading))


def parent_list(reading: Reading) -> str:
    """The parents in `:is()`."""
    parents = reading.parents
    if parents is None:
        return ":root"
    for parent in parents:
        reading.swaps |= parent.swaps
    return f":is({','.join(parent.text for parent in parents)})"


def has_ampersand(tokens: Sequence[Any]) -> bool:
    """Whether `&` stands anywhere in a selector."""
    waiting = [tokens]
    while waiting:
        for token in waiting.pop():
            if token.type == "literal" and token.value == "&":
                return True
            if token.type == "function":
                waiting.append(token.arguments)
            elif token.type in ("() block", "[] block"):
                waiting.append(token.content)
    return False
