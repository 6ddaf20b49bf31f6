"""`parse --as tree`: the tree to look at."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from blocks.cli import outputs
from blocks.cli.messages import without_controls
from blocks.fragment import RichText
from blocks.model.block import Block, Unknown
from blocks.model.document import Document
from blocks.model.field import MISSING
from blocks.model.shape import schema_of

if TYPE_CHECKING:
    from rich.console import Console

_TEXT_WIDTH: Final = 60
_VALUE_WIDTH: Final = 40
_MOST_VALUES: Final = 8
_DEEPEST_GUIDES: Final = 12  # deeper blocks show their depth instead, for n levels of guides are n² characters
_PEEK: Final = 4000  # characters of a block's HTML that are looked at for its text

_Words = list[tuple[str, str]]
"""Words of a line, each with its style."""


def write_tree(document: Document) -> None:
    """Write the blocks of a document to standard output, a line each; rich draws them on a terminal.

    A line says the block's name, where it stands (line:column, and from which offset to which), its attributes, the
    values that are read from HTML attributes, and how its text begins. Blanks between blocks are left out.
    """
    if sys.stdout.isatty():
        _draw(document)
        return
    for words in _lines(document):
        outputs.write("".join(text for text, _ in words) + "\n")


def _draw(document: Document) -> None:
    from rich.console import Console
    from rich.text import Text

    console: Console = Console(highlight=False)
    for words in _lines(document):
        console.print(Text.assemble(*words), no_wrap=True, overflow="ellipsis")


def _lines(document: Document) -> Iterator[_Words]:
    overlapping = set(map(id, document.overlapping))
    yield [("document", "bold"), (f"  {len(document.source.text):,} characters", "dim")]
    stack = [iter(_shown(document.children))]
    guides: list[str] = []
    while stack:
        node, is_last = next(stack[-1], (None, False))
        if node is None:
            stack.pop()
            if guides:
                guides.pop()
            continue
        depth = len(guides)
        prefix = "".join(guides) if depth <= _DEEPEST_GUIDES else "".join(guides[:_DEEPEST_GUIDES]) + f"… {depth} deep "
        yield [(prefix + ("└── " if is_last else "├── "), "dim"), *_about(node, id(node) in overlapping)]
        if node.children:
            stack.append(iter(_shown(node.children)))
            guides.append("    " if is_last else "│   ")


def _shown(nodes: tuple[Block, ...]) -> list[tuple[Block | None, bool]]:
    shown = [node for node in nodes if not node.is_blank]
    return [(node, node is shown[-1]) for node in shown]


def _about(node: Block, is_overlapping: bool) -> Iterator[tuple[str, str]]:
    span = node.span
    yield node.block_name or "html", "yellow" if isinstance(node, Unknown) else "bold cyan"
    yield f"  {span.line}:{span.column} [{span.start}–{span.end}]", "dim"
    if not node.is_closed:
        yield "  never closed", "red"
    if node.attributes is None:
        yield "  attributes are no JSON object", "red"
    if is_overlapping and node.content_size > _PEEK:  # each holds the rest of the text, which is read once at most
        yield f"  {node.content_size:,} characters", "dim"
        return
    values = [*(node.attributes or {}).items(), *_from_html(node)]
    for name, value in values[:_MOST_VALUES]:
        yield f"  {_shortened(name, _VALUE_WIDTH)}=", "green"
        yield _value(value), ""
    if len(values) > _MOST_VALUES:
        yield f"  and {len(values) - _MOST_VALUES} more", "dim"
    if text := _shortened(RichText(node.inner_html[:_PEEK]).text, _TEXT_WIDTH):
        yield f"  “{text}”", "italic"


def _from_html(node: Block) -> Iterator[tuple[str, object]]:
    """The typed values that live in attributes of the block's HTML, where they say something.

    Each is read by itself, in the shape of today: a migration would look at all that is inside, for every level.
    """
    for field in schema_of(type(node)).sourced:
        if field.source == "attribute" and field.find is not None:
            value = field.find(node.fragment)
            if value and value is not MISSING:
                yield field.name, value


def _value(value: Any) -> str:
    if isinstance(value, dict | list) and value:
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, str):
        value = value[: _VALUE_WIDTH + 1]
    return _shortened(json.dumps(value, ensure_ascii=False), _VALUE_WIDTH)


def _shortened(text: str, width: int) -> str:
    line = without_controls(" ".join(text[: 4 * width].split()))
    return line if len(line) <= width else line[: width - 1] + "…"
