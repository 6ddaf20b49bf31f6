"""JSON for people and for diffs, of trees of any depth."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from blocks.formatting.floats import json_float

_SURROGATE = re.compile("[\ud800-\udfff]")

Piece = str | tuple[Any, int]  # text, or a value to be written and its level


@dataclass(frozen=True, slots=True)
class Style:
    """How JSON is spelled."""

    indent: str
    """The blanks of one level."""

    deepest: int
    """Levels that are indented further than the one before, so that the text grows linearly with the tree."""

    leaf: Callable[[Any], str]
    """Spells what holds nothing: a scalar, or an empty list or dict."""


def pretty(value: Any) -> str:
    """`value` (dicts with keys of str, lists, strings, numbers, booleans, None) as JSON, one item to a line.

    It is what `json.dumps(value, indent=2, ensure_ascii=False)` writes, with three differences: it does not recurse,
    beyond 64 levels the indentation stays, and it is UTF-8 and JSON whatever the strings and numbers are: half
    surrogate pairs are escaped, an infinite number is written as 1e999, which reads back as such.
    """
    return "".join(pieces(value, PEOPLE))


def pieces(value: Any, style: Style) -> Iterator[str]:
    """`value` as JSON of a style, in small pieces.

    `PEOPLE` is the style of `pretty`. `PHP` is PHP's JSON_PRETTY_PRINT with slashes and Unicode unescaped: an array or
    object that is empty is `[]`, a float without a fraction has none, an infinite one is 0. In both a byte that is not
    UTF-8 is the escape `\\udcXX`, XX being the byte: what Python's `surrogateescape` makes of it.
    """
    stack: list[Iterator[Piece]] = [iter([(value, 0)])]
    while stack:
        piece = next(stack[-1], None)
        if piece is None:
            stack.pop()
        elif isinstance(piece, str):
            yield piece
        else:
            item, level = piece
            if isinstance(item, dict) and item:
                stack.append(_object_pieces(item, level + 1, style))
            elif isinstance(item, list) and item:
                stack.append(_array_pieces(item, level + 1, style))
            else:
                yield style.leaf(item)


def _object_pieces(item: dict[str, Any], level: int, style: Style) -> Iterator[Piece]:
    start = _line(level, style)
    separator = "{" + start
    for key, value in item.items():
        yield f"{separator}{_string(key)}: "
        yield value, level
        separator = "," + start
    yield _line(level - 1, style) + "}"


def _array_pieces(item: list[Any], level: int, style: Style) -> Iterator[Piece]:
    start = _line(level, style)
    separator = "[" + start
    for value in item:
        yield separator
        yield value, level
        separator = "," + start
    yield _line(level - 1, style) + "]"


def _line(level: int, style: Style) -> str:
    return "\n" + style.indent * min(level, style.deepest)


def _leaf(item: Any) -> str:
    if isinstance(item, str):
        return _string(item)
    if isinstance(item, float) and math.isinf(item):
        return "1e999" if item > 0 else "-1e999"
    return json.dumps(item)


def _php_leaf(item: Any) -> str:
    if isinstance(item, float):
        return json_float(item) or "0"
    if isinstance(item, str):
        return _string(item).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return "[]" if isinstance(item, dict) else _leaf(item)


def _string(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted if quoted.isascii() else _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


PEOPLE: Final = Style("  ", 64, _leaf)
PHP: Final = Style("    ", 32, _php_leaf)
