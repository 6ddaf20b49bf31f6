"""The elements that are open while HTML is written: the stack, and the formatting beside it."""

from __future__ import annotations

from typing import Final

from blocks.render.amp.categories import CELLS, SPECIAL

MAX_DEPTH: Final = 90
"""Elements inside each other. AMP's validator (of 2025, as WebAssembly) dies of 120, the page's own two included."""


class Opened:
    """An element that was opened; it is `alive` while it is on the stack. `order` numbers them as they came."""

    __slots__ = ("alive", "foreign", "name", "order")

    def __init__(self, name: str, foreign: bool, order: int) -> None:
        self.name = name
        self.foreign = foreign
        self.order = order
        self.alive = True


class OpenElements:
    """The stack of open elements and the list of active formatting elements (Living Standard, 13.2.4.2 and 13.2.4.3).

    `outside` is the element that stands around all of them, and `depth` how deep it stands.
    """

    def __init__(self, outside: str, depth: int) -> None:
        self._outside = outside
        self._base = depth
        self._stack: list[Opened] = []
        self._formatting: list[Opened | None] = []  # the list of active formatting elements; None is a marker
        self._selects = 0
        self._count = 0

    @property
    def in_svg(self) -> bool:
        """Whether a tag that comes now is one of SVG's."""
        stack = self._stack
        return bool(stack) and stack[-1].foreign and stack[-1].name not in ("title", "desc")

    @property
    def in_select(self) -> bool:
        """Whether a `<select>` is open, where nothing but options can stand."""
        return self._selects > 0

    @property
    def is_full(self) -> bool:
        """Whether no further element may be opened."""
        return self._depth >= MAX_DEPTH

    @property
    def is_nearly_full(self) -> bool:
        """Whether no cell of a table may be opened, with all that the parser puts around one."""
        return self._depth + 3 > MAX_DEPTH

    @property
    def parent(self) -> str:
        """The name of the innermost open element, empty where none is open."""
        return self._stack[-1].name if self._stack else self._outside

    def parent_of(self, name: str) -> str:
        """What `parent` would be once a start tag `name` has closed what it closes without saying so."""
        closed = ("option", "optgroup") if name == "optgroup" else ("p",)
        return next((element.name for element in reversed(self._stack) if element.name not in closed), self._outside)

    @property
    def top(self) -> object:
        """The innermost open element, to compare by identity; None where none is open."""
        return self._stack[-1] if self._stack else None

    def has_open(self, names: frozenset[str]) -> bool:
        """Whether one of these is open."""
        return any(element.name in names for element in self._stack)

    def flush(self) -> str:
        """End tags for formatting that was never closed and would be taken up again in every block that follows."""
        pending = [element for element in self._formatting if element is not None and not element.alive]
        for element in pending:
            self._formatting.remove(element)
        return "".join(f"</{element.name}>" for element in reversed(pending))

    def content(self) -> None:
        """Text, or an element in its line, comes: formatting that was never closed is taken up again around it."""
        if not self._formatting or self.in_svg:
            return
        index = len(self._formatting)
        while index and (element := self._formatting[index - 1]) is not None and not element.alive:
            index -= 1
        for element in self._formatting[index:]:
            if element is not None:
                self._count += 1
                element.alive, element.order = True, self._count
                self._stack.append(element)

    @property
    def _depth(self) -> int:
        if not self._formatting:
            return self._base + len(self._stack)
        pending = sum(element is not None and not element.alive for element in self._formatting)
        return self._base + len(self._stack) + pending

    def _push(self, name: str, *, foreign: bool = False) -> None:
        self._count += 1
        self._stack.append(Opened(name, foreign, self._count))
        self._selects += name == "select"

    def _pop(self) -> None:
        element = self._stack.pop()
        element.alive = False
        self._selects -= element.name == "select"
        if element.name in CELLS or element.name == "caption":
            while self._formatting and self._formatting.pop() is not None:
                pass

    def _pop_to(self, index: int) -> None:
        while len(self._stack) > index:
            self._pop()

    @property
    def _has_table(self) -> bool:
        return any(element.name == "table" for element in self._stack)

    def _item_at(self, names: tuple[str, ...]) -> int | None:
        """Where the item of a list is open that another such item would close."""
        for index in range(len(self._stack) - 1, -1, -1):
            name = self._stack[index].name
            if name in names:
                return index
            if name in SPECIAL and name not in ("address", "div", "p"):
                break
        return None

    def _active(self, name: str) -> Opened | None:
        """The last active formatting element of that name, in the cell or caption that is open."""
        for element in reversed(self._formatting):
            if element is None:
                return None
            if element.name == name:
                return element
        return None

    def _end_within(self, names: frozenset[str], boundary: frozenset[str]) -> bool:
        """Close the innermost of these, and what is open in it, unless an element of `boundary` stands between."""
        index = self._index_within(names, boundary)
        if index is None:
            return False
        self._pop_to(index)
        return True

    def _has_within(self, names: frozenset[str], boundary: frozenset[str]) -> bool:
        return self._index_within(names, boundary) is not None

    def _index_within(self, names: frozenset[str], boundary: frozenset[str]) -> int | None:
        for index in range(len(self._stack) - 1, -1, -1):
            name = self._stack[index].name
            if name in names:
                return index
            if name in boundary:
                break
        return None
