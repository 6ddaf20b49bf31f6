"""Lists that older editors saved as one block: their HTML as blocks for the list, its items and the lists in them.

The editor reads that HTML as if it were pasted (`migrateToListV2()` of the list block, `rawHandler()`). What can stand
between items is put right first (`listReducer`, `figureContentReducer`), from the innermost elements outwards. What
pasting does beyond is left out: shortcodes, comments like `<!--more-->` and quotations stay as they stand there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from blocks.fragment import Token, tokens
from blocks.fragment.javascript import BLANKS, whole_number
from blocks.fragment.tokens import VOID_ELEMENTS
from blocks.library.text import List, ListItem
from blocks.model.objects import BlockObject, create_block

LIST_STYLES: Final = {"A": "upper-alpha", "a": "lower-alpha", "I": "upper-roman", "i": "lower-roman"}
_LISTS: Final = frozenset({"ol", "ul"})
_ALIGNED: Final = frozenset({"alignleft", "aligncenter", "alignright"})


def items_of(html: str, tag: str) -> list[BlockObject]:
    """The items of a list as blocks; `html` is what is inside its `tag` element."""
    return _as_blocks(_put_right(_tree(html, tag)))


@dataclass(slots=True, eq=False)
class _Node:
    """An element, a text or a comment; `name` is empty for the last two. `start` is its first token, as HTML."""

    name: str
    start: str
    token: Token | None = None
    children: deque[_Node] = field(default_factory=deque)
    elements: int = 0
    last: _Node | None = None
    """The last of the children that are elements; there are `elements` of them."""
    has_text: bool = False

    def add(self, child: _Node) -> None:
        self.children.append(child)
        if child.name:
            self.elements += 1
            self.last = child

    def take_all(self, of: _Node) -> None:
        """Take all children of another element, behind these. The fewer ones move, which keeps many moves cheap."""
        self.elements += of.elements
        self.last = of.last or self.last
        if len(of.children) > len(self.children):
            of.children.extendleft(reversed(self.children))
            self.children = of.children
        else:
            self.children.extend(of.children)


def _tree(html: str, tag: str) -> _Node:
    """What well-formed HTML is, inside an element `tag`."""
    opened = [_Node(tag, f"<{tag}>")]

    def close() -> None:
        node = opened.pop()
        opened[-1].add(node)
        opened[-1].has_text = opened[-1].has_text or node.has_text

    for token in tokens(html):
        if token.kind != "end":
            name = token.name if token.kind == "start" else ""
            is_text = token.kind == "text" and bool(token.value.strip(BLANKS))
            opened.append(_Node(name, html[token.start : token.end], token, has_text=is_text))
            if not name or name in VOID_ELEMENTS:
                close()
        elif len(opened) > 1 and token.name == opened[-1].name:
            close()
    while len(opened) > 1:
        close()
    return opened[0]


@dataclass(slots=True, eq=False)
class _Place:
    """An element that is being put right: those of its children that are, are in `made`; the others are to come."""

    node: _Node
    made: _Node
    coming: Iterator[_Node]
    left: int
    """How many elements are to come."""
    wrapper: int
    """Where in the stack of places the innermost paragraph or division is, 0 for none; this element included."""
    is_dropped: bool = False
    is_figure: bool = False


def _put_right(top: _Node) -> _Node:
    """The same with every element put right, those inside it first."""
    stack = [_place(top, 0)]
    while True:
        place = stack[-1]
        child = next(place.coming, None)
        if child is None:
            stack.pop()
            if not stack:
                return place.made
            if not place.is_dropped:
                _put(place, stack)
        elif child.name:
            place.left -= 1
            stack.append(_place(child, len(stack) if child.name in {"p", "div"} else place.wrapper))
        else:
            place.made.add(child)


def _place(node: _Node, wrapper: int) -> _Place:
    return _Place(node, _Node(node.name, node.start, node.token), iter(node.children), node.elements, wrapper)


def _put(place: _Place, stack: list[_Place]) -> None:
    """Put an element into the one around it, the last of the stack; or where else it belongs."""
    around = stack[-1]
    if place.node.name in _LISTS:
        _put_list(place.made, stack)
    elif place.node.name == "img" and _is_figure(place, stack):
        if around.node.name == "a" and len(around.node.children) == 1:
            around.made.add(place.made)
            around.is_figure = True
        else:
            _put_figure(place, stack)
    elif place.is_figure:
        _put_figure(place, stack)
    else:
        around.made.add(place.made)


def _put_list(made: _Node, stack: list[_Place]) -> None:
    """Put a list where it belongs: one item into a list before it, one without text into the item before."""
    around = stack[-1]
    before = around.made.last
    if before is not None and before.name == made.name and made.elements == 1:
        before.take_all(made)
        return
    if around.node.name == "li" and not around.made.elements and not around.left and not _says(around.node):
        item = stack[-2].made.last if len(stack) > 1 else None
        if item is not None:
            item.add(made)
            around.is_dropped = True
            return
    if around.node.name not in _LISTS:
        around.made.add(made)
    elif before is not None:
        before.add(made)
    else:
        around.made.take_all(made)


def _says(node: _Node) -> bool:
    """Whether an element has text or a comment of its own."""
    for child in node.children:
        if child.has_text and not child.name:
            return True
        if child.token is not None and child.token.kind == "comment" and child.start[4:-3].strip(BLANKS):
            return True
    return False


def _is_figure(place: _Place, stack: list[_Place]) -> bool:
    """Whether a picture gets a figure: not among text, if it is not aligned (`figureContentReducer()`)."""
    if not place.wrapper or not stack[place.wrapper].node.has_text:
        return True
    return place.node.token is not None and not _ALIGNED.isdisjoint(place.node.token.classes)


def _put_figure(place: _Place, stack: list[_Place]) -> None:
    """Put an element in a figure, before the paragraph or division that it is in."""
    figure = _Node("figure", "<figure>")
    figure.add(place.made)
    stack[place.wrapper - 1 if place.wrapper else -1].made.add(figure)


def _as_blocks(top: _Node) -> list[BlockObject]:
    """The items of a list as blocks, and a list at the end of an item in it (`createListBlockFromDOMElement()`)."""
    made: list[BlockObject] = []
    stack = [(top, made)]
    while stack:
        items, out = stack.pop()
        for item in items.children:
            if not item.name:
                continue
            said = [child for child in item.children if child.name or child.has_text or _is_comment(child)]
            inner = said[-1] if said and said[-1].name in _LISTS else None
            if inner is None:
                content = _html(item.children)
            else:
                content = "".join([_outer(child) for child in said[:-1]]).strip(BLANKS)
            block = create_block(ListItem, {"content": content})
            out.append(block)
            if inner is not None:
                block.inner.append(create_block(List, _list_attributes(inner)))
                stack.append((inner, block.inner[0].inner))
    return made


def _is_comment(node: _Node) -> bool:
    return node.token is not None and node.token.kind == "comment"


def _outer(node: _Node) -> str:
    """An element as HTML, and as the editor has it: a text with its references decoded, and nothing of a comment."""
    if node.name:
        return _html([node])
    return "" if node.token is None or _is_comment(node) else node.token.value


def _list_attributes(node: _Node) -> dict[str, Any]:
    of = node.token.get if node.token is not None else lambda _: None
    found = {
        "ordered": node.name == "ol",
        "anchor": of("id") or None,
        "start": whole_number(of("start")),
        "reversed": True if of("reversed") is not None else None,
        "type": LIST_STYLES.get(of("type") or ""),
    }
    return {key: value for key, value in found.items() if value is not None}


def _html(nodes: Iterable[_Node]) -> str:
    out: list[str] = []
    stack: list[_Node | str] = [*reversed(list(nodes))]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            out.append(one)
            continue
        out.append(one.start)
        if one.name and one.name not in VOID_ELEMENTS:
            stack.append(f"</{one.name}>")
            stack += reversed(one.children)
    return "".join(out)
