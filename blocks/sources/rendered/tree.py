"""A light tree of HTML with exact places, as far as it takes to tell blocks: elements, and the pieces between them.

It is lenient as HTML is: ends of paragraphs, items and cells may be left out, end tags that close nothing are texts.
Building is linear and knows no recursion; how far a tag looks for what it closes is bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final, Literal

from blocks.fragment.elements import BLOCK_ELEMENTS
from blocks.fragment.tokens import VOID_ELEMENTS, Attribute, Token, tokens

NodeKind = Literal["element", "text", "comment"]

_SECTIONS: Final = frozenset(("tbody", "tfoot", "thead"))
_ENDED_BY: Final[dict[str, frozenset[str]]] = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": frozenset(("td", "th", "tr")) | _SECTIONS,
    "th": frozenset(("td", "th", "tr")) | _SECTIONS,
    "tr": frozenset(("tr",)) | _SECTIONS,
    "thead": _SECTIONS,
    "tbody": _SECTIONS,
    "tfoot": _SECTIONS,
    "option": frozenset(("option", "optgroup")),
    "p": BLOCK_ELEMENTS,
}
"""By an element: those whose start tags end it."""
_ENDERS: Final = frozenset().union(*_ENDED_BY.values())
_BARRIERS: Final = frozenset(("ul", "ol", "dl", "table", "button", "template", "object", "caption", "select"))
_NEAR: Final = 64  # open elements up to which a tag looks for what it closes
_LOOKED_AT: Final = 100
_INLINE_ENDS: Final = frozenset(
    "a abbr b bdi bdo big cite code em font i kbd mark q s small span strike strong sub sup u".split()  # noqa: SIM905
)


class Node:
    """A piece of HTML from `start` to `end`: a text, a comment, or an element, whose inner HTML has places of its own.

    `is_closed` is false for an element whose end tag is missing; its places end where it ends all the same.
    """

    __slots__ = ("children", "end", "inner_end", "inner_start", "is_closed", "kind", "name", "start", "token")

    def __init__(self, kind: NodeKind, start: int, end: int, token: Token | None = None) -> None:
        self.kind: NodeKind = kind
        self.start = start
        self.end = end
        self.token = token
        self.name = token.name if token is not None and kind == "element" else ""
        self.inner_start = self.inner_end = end
        self.children: list[Node] = []
        self.is_closed = True

    def __repr__(self) -> str:
        return f"Node({self.kind!r}, {self.name!r}, {self.start}, {self.end})"

    def get(self, name: str) -> str | None:
        """The value of an attribute, None where there is no such one."""
        return self.token.get(name) if self.token is not None else None

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """The attributes of the start tag."""
        return self.token.attributes if self.token is not None else ()

    @property
    def classes(self) -> list[str]:
        """The names in the attribute `class`."""
        return self.token.classes if self.token is not None and self.kind == "element" else []

    @property
    def elements(self) -> list[Node]:
        """The elements right inside."""
        return [child for child in self.children if child.kind == "element"]

    def walk(self) -> Iterator[Node]:
        """The elements inside, at any depth, in order."""
        stack = [iter(self.children)]
        while stack:
            for child in stack[-1]:
                if child.kind == "element":
                    yield child
                    stack.append(iter(child.children))
                    break
            else:
                stack.pop()

    def first(self, *names: str, class_name: str | None = None) -> Node | None:
        """The first element inside, at any depth, with one of these tag names and this class, where they are given.

        It looks at no more than the first elements, so that boxes in boxes do not cost the square of their number.
        """
        for node in islice(self.walk(), _LOOKED_AT):
            if (not names or node.name in names) and (class_name is None or class_name in node.classes):
                return node
        return None


def tree(html: str) -> Node:
    """The nodes of `html`, as the children of a node that stands for all of it."""
    return _Builder(html).built()


def of_page(root: Node) -> list[Node]:
    """The nodes right inside, and in the place of `html` and `body` what they hold, their tags as texts around it."""
    out: list[Node] = []
    stack = list(reversed(root.children))
    while stack:
        node = stack.pop()
        if node.name not in _OF_PAGE:
            out.append(node)
            continue
        out.append(Node("text", node.start, node.inner_start, node.token))
        if node.inner_end < node.end:
            stack.append(Node("text", node.inner_end, node.end))
        stack += reversed(node.children)
    return out


_OF_PAGE: Final = frozenset(("html", "body"))


class _Builder:
    """Takes tokens one by one; `open` are the elements that have not ended."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.root = Node("element", 0, 0)
        self.root.inner_end = self.root.end = len(html)
        self.open: list[Node] = [self.root]

    def built(self) -> Node:
        for token in tokens(self.html):
            if token.kind == "start":
                self._start(token)
            elif token.kind == "end":
                self._end(token)
            else:
                self._add(Node(token.kind, token.start, token.end, token))
        self._close(1, len(self.html), None)
        return self.root

    def _add(self, node: Node) -> None:
        self.open[-1].children.append(node)

    def _start(self, token: Token) -> None:
        if token.name in _ENDERS:
            self._imply(token)
        node = Node("element", token.start, token.end, token)
        self._add(node)
        if token.name not in VOID_ELEMENTS:
            self.open.append(node)

    def _imply(self, token: Token) -> None:
        """End what this start tag ends: cells before a row, a paragraph before a list."""
        lowest = max(1, len(self.open) - _NEAR)
        depth, found = len(self.open) - 1, 0
        while depth >= lowest:
            name = self.open[depth].name
            ended = _ENDED_BY.get(name)
            if ended is not None and token.name in ended:
                found = depth
            elif (name in BLOCK_ELEMENTS and ended is None) or name in _BARRIERS:
                break
            depth -= 1
        if found:
            self._close(found, token.start, None)

    def _end(self, token: Token) -> None:
        lowest = max(1, len(self.open) - _NEAR)
        for depth in range(len(self.open) - 1, lowest - 1, -1):
            name = self.open[depth].name
            if name == token.name:
                self._close(depth, token.start, token)
                return
            if token.name in _INLINE_ENDS and name in BLOCK_ELEMENTS:
                break
            if name in ("table", "template") and token.name not in BLOCK_ELEMENTS:
                break
        self._add(Node("text", token.start, token.end, token))

    def _close(self, depth: int, inner_end: int, token: Token | None) -> None:
        """End the open elements from `depth` on; `token` is the end tag of the first of them."""
        while len(self.open) > depth:
            node = self.open.pop()
            node.inner_end = node.end = inner_end
            node.is_closed = False
            if len(self.open) == depth and token is not None:
                node.end, node.is_closed = token.end, True
