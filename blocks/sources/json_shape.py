"""The keys of JSON that may be cut anywhere: what its beginning tells about its form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

_TOKEN: Final = re.compile(rb'"((?:[^"\\]++|\\.)*+)"|[{}\[\],:]', re.DOTALL)
_MOST_TOKENS: Final = 100_000
_NEXT_LINE: Final = re.compile(rb"[ \t]*+\r?\n\s*+\S")


@dataclass(slots=True)
class Shape:
    """What is known of the objects at the beginning."""

    keys: set[str] = field(default_factory=set)
    """The keys of the outermost objects, and those of the objects in them, as `content.raw`."""
    is_lines: bool = False
    """Whether the first object is one line, and there are others behind it."""


@dataclass(slots=True)
class _Level:
    """An object or a list that is open: the key that was read last, and whether a key is next."""

    is_object: bool
    key: str = ""
    wants_key: bool = True


def shape_of(data: bytes) -> Shape:
    """The shape of the JSON that `data` begins with. Lists around the outermost objects do not count."""
    shape = Shape()
    levels: list[_Level] = []
    start: int | None = None
    is_first = True
    for token in islice(_TOKEN.finditer(data), _MOST_TOKENS):
        mark = token[0][:1]
        if mark == b"{" or (mark == b"[" and levels):
            start = token.start() if not levels else start
            levels.append(_Level(mark == b"{"))
        elif mark in b"}]" and levels:
            levels.pop()
            if not levels and is_first and start is not None:
                shape.is_lines, is_first = _is_line(data, start, token.end()), False
        elif levels and levels[-1].is_object:
            _read(shape, levels, token, mark)
    return shape


def _read(shape: Shape, levels: list[_Level], token: re.Match[bytes], mark: bytes) -> None:
    level = levels[-1]
    if mark == b",":
        level.wants_key = True
    elif mark == b'"' and level.wants_key:
        level.key, level.wants_key = token[1].decode("utf-8", "replace"), False
        if len(levels) == 1:
            shape.keys.add(level.key)
        elif len(levels) == 2 and levels[0].is_object:
            shape.keys.add(f"{levels[0].key}.{level.key}")


def _is_line(data: bytes, start: int, end: int) -> bool:
    return not data[:start].strip() and b"\n" not in data[start:end] and bool(_NEXT_LINE.match(data, end))
