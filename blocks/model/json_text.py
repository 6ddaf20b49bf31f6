"""JSON for people and for diffs, of trees of any depth."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

_INDENT = "  "
_DEEPEST = 64  # levels that are indented further than the one before, so that the text grows linearly with the tree
_SURROGATE = re.compile("[\ud800-\udfff]")

Piece = str | tuple[Any, int]  # text, or a value to be written and its level


def pretty(value: Any) -> str:
    """`value` (dicts with keys of str, lists, strings, numbers, booleans, None) as JSON, one item to a line.

    It is what `json.dumps(value, indent=2, ensure_ascii=False)` writes, with three differences: it does not recurse,
    beyond 64 levels the indentation stays, and it is UTF-8 and JSON whatever the strings and numbers are: half
    surrogate pairs are escaped, an infinite number is written as 1e999, which reads back as such.
    """
    out: list[str] = []
    stack: list[Iterator[Piece]] = [iter([(value, 0)])]
    while stack:
        piece = next(stack[-1], None)
        if piece is None:
            stack.pop()
        elif isinstance(piece, str):
            out.append(piece)
        else:
            item, level = piece
            if isinstance(item, dict) and item:
                stack.append(_object_pieces(item, level + 1))
            elif isinstance(item, list) and item:
                stack.append(_array_pieces(item, level + 1))
            else:
                out.append(_scalar(item))
    return "".join(out)


def _object_pieces(item: dict[str, Any], level: int) -> Iterator[Piece]:
    start = _line(level)
    separator = "{" + start
    for key, value in item.items():
        yield f"{separator}{_string(key)}: "
        yield value, level
        separator = "," + start
    yield _line(level - 1) + "}"


def _array_pieces(item: list[Any], level: int) -> Iterator[Piece]:
    start = _line(level)
    separator = "[" + start
    for value in item:
        yield separator
        yield value, level
        separator = "," + start
    yield _line(level - 1) + "]"


def _line(level: int) -> str:
    return "\n" + _INDENT * min(level, _DEEPEST)


def _scalar(item: Any) -> str:
    if isinstance(item, str):
        return _string(item)
    if isinstance(item, float) and math.isinf(item):
        return "1e999" if item > 0 else "-1e999"
    return json.dumps(item)


def _string(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted if quoted.isascii() else _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
