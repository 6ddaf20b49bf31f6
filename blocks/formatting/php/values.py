"""Truth, casts, comparison and arrays as PHP 8.2 has them. Nothing here raises, whatever the value."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any

from blocks.formatting.floats import float_text

_HIGHEST = 2**63 - 1
_INT64 = range(-(2**63), 2**63)
_NUMBER = re.compile(r"[ \t\n\r\v\f]*([+-]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?)")
_NUMERIC_END = re.compile(r"[ \t\n\r\v\f]*\Z")
_WHOLE = re.compile(r"[+-]?[0-9]+\Z")
_INTEGER_KEY = re.compile(r"(?:0|-?[1-9][0-9]{0,18})\Z")

Value = Any
"""None, bool, int, float, str, list or dict."""


class Object(dict[str, Value]):
    """A PHP object of properties: true even when empty, and `{}` as JSON, where an empty array is `[]`."""


def is_true(value: Value) -> bool:
    """`(bool) $value`: `""`, `"0"`, 0, 0.0, None and empty arrays are false."""
    return (bool(value) and value != "0") or isinstance(value, Object)


def is_empty(value: Value) -> bool:
    """`empty( $value )`, of a variable that is set."""
    return not is_true(value)


def is_array(value: Value) -> bool:
    """`is_array( $value )`."""
    return isinstance(value, list | dict) and not isinstance(value, Object)


def is_number(value: Value) -> bool:
    """`is_int( $value ) || is_float( $value )`."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_numeric(value: Value) -> bool:
    """`is_numeric( $value )`: a number, or a string that is one, blanks around it allowed."""
    if isinstance(value, str):
        found = _NUMBER.match(value)
        return found is not None and _NUMERIC_END.match(value, found.end()) is not None
    return is_number(value)


def text(value: Value) -> str:
    """`(string) $value`. An array is `Array`, as PHP says with a warning; so is an object, where PHP dies."""
    if isinstance(value, str):
        return value
    if value is None or value is False:
        return ""
    if value is True:
        return "1"
    if isinstance(value, float):
        return float_text(value)
    return str(value) if isinstance(value, int) else "Array"


def number(value: Value) -> int | float:
    """The number that arithmetic takes `value` for: 12 of `"12px"`, 0.5 of `".5"`, 0 of text; 0 or 1 of arrays."""
    if isinstance(value, bool) or value is None:
        return int(value or 0)
    if isinstance(value, int | float):
        return value
    if not isinstance(value, str):
        return int(is_true(value))
    found = _NUMBER.match(value)
    if found is None:
        return 0
    if _WHOLE.match(found[1]) and len(found[1]) < 4000 and (whole := int(found[1])) in _INT64:
        return whole
    return float(found[1])


def integer(value: Value) -> int:
    """`(int) $value`: cut towards zero; strings stop at the bounds of 64 bits, floats wrap around there."""
    if isinstance(value, int):
        return int(value)
    found = number(value)
    if isinstance(found, int):
        return found
    if not math.isfinite(found):
        return 0
    whole = int(found)
    if whole in _INT64:
        return whole
    if isinstance(value, str):
        return _HIGHEST if whole > 0 else -_HIGHEST - 1
    return (whole + _HIGHEST + 1) % 2**64 - _HIGHEST - 1


def floating(value: Value) -> float:
    """`(float) $value`."""
    if isinstance(value, str):
        found = _NUMBER.match(value)
        return float(found[1]) if found else 0.0
    try:
        return float(number(value))
    except OverflowError:  # an integer that PHP does not have
        return math.inf if value > 0 else -math.inf


def key_of(key: Value) -> str | int:
    """The key that an array takes `key` for: `"5"` is 5, True is 1, None is `""`."""
    if isinstance(key, str):
        return int(key) if _INTEGER_KEY.match(key) and int(key) in _INT64 else key
    return "" if key is None else integer(key)


def is_list(value: Value) -> bool:
    """Whether an array's keys are 0, 1, 2 … in order (`array_is_list()`); an empty one is a list."""
    if isinstance(value, dict) and not isinstance(value, Object):
        return not value or (
            ("0" in value or 0 in value) and all(str(key) == str(index) for index, key in enumerate(value))
        )
    return isinstance(value, list)


def pairs(value: Value) -> Iterable[tuple[str | int, Value]]:
    """The keys and values of an array, in order, as `foreach` has them; nothing for what is no array."""
    if isinstance(value, dict):
        return ((key_of(key), item) for key, item in value.items())
    return enumerate(value) if isinstance(value, list) else ()


def values(value: Value) -> list[Value]:
    """The values of an array (`array_values()`); nothing for what is no array."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def get(value: Value, *path: str | int, default: Value = None) -> Value:
    """The value at a path of keys (`_wp_array_get()`); `default` where a step is no array or lacks the key."""
    for key in path:
        if isinstance(value, dict):
            if key in value:
                value = value[key]
                continue
            other = _other_form(key)
            if other is None or other not in value or isinstance(value, Object):
                return default
            value = value[other]
        elif isinstance(value, list):
            index = key_of(key)
            if not isinstance(index, int) or not 0 <= index < len(value):
                return default
            value = value[index]
        else:
            return default
    return value


def _other_form(key: str | int) -> str | int | None:
    """The int of a str that is one as a key, and the other way round."""
    if isinstance(key, int):
        return str(key)
    if key[:1] > "9":  # most keys: names
        return None
    other = key_of(key)
    return other if isinstance(other, int) else None


_ABSENT = object()


def has(value: Value, *path: str | int) -> bool:
    """`isset( $value[…][…] )`: the path is there, and is not null."""
    return get(value, *path) is not None


def equals(left: Value, right: Value) -> bool:
    """`$left == $right`, PHP 8's loose comparison."""
    stack = [(left, right)]
    while stack:
        one, other = stack.pop()
        if isinstance(one, list | dict) and isinstance(other, list | dict):
            if len(one) != len(other):
                return False
            for key, item in pairs(one):
                opposite = get(other, key, default=_ABSENT)
                if opposite is _ABSENT:
                    return False
                stack.append((item, opposite))
        elif not _equal_scalars(one, other):
            return False
    return True


def _equal_scalars(one: Value, other: Value) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one == other or (is_numeric(one) and is_numeric(other) and _equal_numbers(one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return is_true(one) == is_true(other)
    if one is None or other is None:
        rest = other if one is None else one
        return rest == "" if isinstance(rest, str) else not is_true(rest)
    if isinstance(one, list | dict) or isinstance(other, list | dict):
        return False
    if isinstance(one, str) or isinstance(other, str):
        string, value = (one, other) if isinstance(one, str) else (other, one)
        return _equal_numbers(string, value) if is_numeric(string) else string == text(value)
    return _equal_numbers(one, other)


def _equal_numbers(one: Value, other: Value) -> bool:
    """Whole numbers beyond 64 bits, as strings, equal nothing but themselves; other floats are compared as floats."""
    left, right = number(one), number(other)
    if isinstance(left, float) or isinstance(right, float):
        if (
            isinstance(one, str)
            and isinstance(other, str)
            and _WHOLE.match(one.strip())
            and _WHOLE.match(other.strip())
        ):
            return False
        return float(left) == float(right)
    return left == right
