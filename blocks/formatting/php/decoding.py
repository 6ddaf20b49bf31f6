"""Values as PHP serializes them into a database (`maybe_unserialize()`). Objects are not made: their text stays."""

from __future__ import annotations

import re
from typing import Any

_SCALAR = re.compile(rb"(?:N|b:([01])|i:(-?[0-9]{1,19})|d:([-+0-9.eE]{1,40}|-?INF|NAN));")
_STRING = re.compile(rb's:([0-9]{1,10}):"')
_ARRAY = re.compile(rb"a:([0-9]{1,10}):\{")


def unserialized(text: str) -> Any:
    """The value that `text` is the serialized form of; `text` itself where it is none.

    Read on a list of its own, so that no depth of arrays is too much.
    """
    data = text.strip().encode("utf-8", "surrogateescape")
    if not re.match(rb"(?:[bid]:|s:[0-9]+:|a:[0-9]+:\{|N;)", data):
        return text
    try:
        return _read(data)
    except (ValueError, IndexError, TypeError):
        return text


def _read(data: bytes) -> Any:
    root: list[Any] = []
    # Every array that is open: it, how many items it still wants, and the key that waits for a value.
    stack: list[list[Any]] = []
    place = 0
    while True:
        value, place, size = _token(data, place)
        if size is not None:
            stack.append([{}, size, None])
        else:
            _store(root, stack, value)
        while stack and not stack[-1][1] and stack[-1][2] is None:
            if data[place] != ord("}"):
                raise ValueError
            place += 1
            done = stack.pop()[0]
            _store(root, stack, _as_list(done))
        if not stack:
            if place != len(data):
                raise ValueError
            return root[0]


def _store(root: list[Any], stack: list[list[Any]], value: Any) -> None:
    if not stack:
        root.append(value)
    elif stack[-1][2] is None:
        if not isinstance(value, (str, int)):
            raise TypeError
        stack[-1][2] = (value,)
    else:
        array, _, (key,) = stack[-1]
        array[key] = value
        stack[-1][1] -= 1
        stack[-1][2] = None


def _token(data: bytes, place: int) -> tuple[Any, int, int | None]:
    """The value at `place`, where it ends, and how many items follow where an array begins."""
    found = _SCALAR.match(data, place)
    if found is not None:
        true, whole, real = found.groups()
        value: Any = None
        if true is not None:
            value = true == b"1"
        elif whole is not None:
            value = int(whole)
        elif real is not None:
            value = float(real)
        return value, found.end(), None
    found = _STRING.match(data, place)
    if found is not None:
        end = found.end() + int(found[1])
        if data[end : end + 2] != b'";':
            raise ValueError
        return data[found.end() : end].decode("utf-8", "surrogateescape"), end + 2, None
    found = _ARRAY.match(data, place)
    if found is None:
        raise ValueError
    return None, found.end(), int(found[1])


def _as_list(array: dict[Any, Any]) -> Any:
    """A PHP array as it comes out of JSON: a list where its keys are 0, 1, 2 …, else a dict by strings."""
    if list(array) == list(range(len(array))):
        return list(array.values())
    return {str(key): value for key, value in array.items()}
