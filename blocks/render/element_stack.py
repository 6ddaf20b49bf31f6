"""The elements that are open while a format reads HTML as tokens, without a tree."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from typing import Generic, Protocol, TypeVar


class Named(Protocol):
    """An open element, as far as the stack asks."""

    name: str


Element = TypeVar("Element", bound=Named)


class ElementStack(ABC, Generic[Element]):
    """The stack of open elements. They are counted by name, so that a stray end tag costs nothing."""

    def __init__(self) -> None:
        self.open: list[Element] = []
        self._counts: Counter[str] = Counter()

    @property
    def top(self) -> Element | None:
        """The innermost open element."""
        return self.open[-1] if self.open else None

    def is_open(self, name: str) -> bool:
        """Whether an element of that name is open."""
        return self._counts[name] > 0

    def close(self, name: str) -> None:
        """Close the innermost element of that name, and all inside it; nothing where none is open."""
        if self._counts[name]:
            height = len(self.open) - 1
            while self.open[height].name != name:
                height -= 1
            self.close_to(height)

    @abstractmethod
    def close_to(self, height: int) -> None:
        """Close elements until so many are open."""

    def _open(self, element: Element) -> None:
        self.open.append(element)
        self._counts[element.name] += 1

    def _pop(self) -> Element:
        element = self.open.pop()
        self._counts[element.name] -= 1
        return element
