"""The content of an element as the editor's `children` source has it: a list of texts and elements, and back to HTML.

    <p>one <a href="…">two</a></p>    ["one ", {"type": "a", "props": {"href": "…", "children": ["two"]}}]

Blocks of the first months of Gutenberg kept their rich text so (`children` of @wordpress/blocks).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from blocks.fragment.element import Raw, element, html_of

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST: Final = 200
"""How many elements may be in each other; what is deeper is its text alone. JSON has bounds, too."""


def children_of(element: _Element) -> list[Any]:
    """The texts and elements in an element, without comments (`children.fromDOM()`)."""
    top: list[Any] = [element.text] if element.text else []
    # One frame an open element: its children still to come, its list, and the text behind it.
    stack: list[tuple[Iterator[_Element], list[Any], str | None]] = [(iter(element), top, None)]
    while stack:
        coming, out, tail = stack[-1]
        one = next(coming, None)
        if one is None:
            stack.pop()
        elif isinstance(one.tag, str) and len(stack) < DEEPEST:
            inner: list[Any] = [one.text] if one.text else []
            out.append({"type": one.tag, "props": {**dict(one.items()), "children": inner}})
            stack.append((iter(one), inner, one.tail))
            continue
        else:
            text = "".join(one.itertext()) if isinstance(one.tag, str) else ""
            out += [part for part in (text, one.tail) if part]
            continue
        if stack and tail:
            stack[-1][1].append(tail)
    return top


def html_of_children(children: object) -> str:
    """The HTML of a list of texts and elements (`children.toHTML()`); what is neither is left out."""
    written: list[str] = []
    # What is still to be written, the next one last; an end tag stands there as `Raw`.
    stack: list[object] = [children]
    while stack:
        one = stack.pop()
        props = one.get("props") if isinstance(one, Mapping) else None
        if isinstance(one, list | tuple):
            stack += reversed(one)
        elif isinstance(one, Mapping) and isinstance(one.get("type"), str) and isinstance(props, Mapping):
            tag = one["type"]
            shell = html_of(element(tag, {name: value for name, value in props.items() if name != "children"}))
            end = f"</{tag}>"
            if shell.endswith(end):
                shell = shell.removesuffix(end)
                stack += (Raw(end), props.get("children"))
            written.append(shell)
        elif isinstance(one, str | int | float):
            written.append(html_of(one))
    return "".join(written)
