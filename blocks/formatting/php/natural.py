"""Text in its natural order, in which `a2` comes before `a10` (`strnatcasecmp()`)."""

from __future__ import annotations

from functools import cmp_to_key
from typing import Final

from blocks.formatting.php.strings import encoded

_BLANKS: Final = frozenset(b" \t\n\v\f\r")
_DIGITS: Final = frozenset(b"0123456789")
_ZERO: Final = ord("0")


def strnatcasecmp(one: str, other: str) -> int:
    """-1 where `one` comes first, 1 where `other` does, 0 where none does; ASCII letters in any case, bytes else."""
    left, right = encoded(one).upper(), encoded(other).upper()
    if not left or not right:
        return _order(len(left), len(right))
    here, there = _behind_zeros(left), _behind_zeros(right)
    while True:
        here, there = _behind_blanks(left, here), _behind_blanks(right, there)
        if _is_digit(left, here) and _is_digit(right, there):
            end, stop = _end(left, here), _end(right, there)
            is_fraction = left[here] == _ZERO or right[there] == _ZERO
            a, b = left[here:end], right[there:stop]
            order = 0 if is_fraction else _order(len(a), len(b))
            order = order or _order(a, b)
            if order:
                return order
            here, there = end, stop
            if here == len(left) or there == len(right):
                return _order(len(left) - here, len(right) - there)
        order = _order(_byte(left, here), _byte(right, there))
        if order:
            return order
        here, there = here + 1, there + 1
        if here >= len(left) or there >= len(right):
            return _order(here < len(left), there < len(right))


natural_key = cmp_to_key(strnatcasecmp)
"""The key by which `sorted()` gives the natural order."""


def _order(one: int | bytes, other: int | bytes) -> int:
    return (one > other) - (one < other)  # type: ignore[operator]


def _byte(text: bytes, place: int) -> int:
    """The byte at a place; 0 behind the end."""
    return text[place] if place < len(text) else 0


def _is_digit(text: bytes, place: int) -> bool:
    return _byte(text, place) in _DIGITS


def _behind_zeros(text: bytes) -> int:
    """The place behind the zeros that a number at the start of a text begins with."""
    place = 0
    while _byte(text, place) == _ZERO and _is_digit(text, place + 1):
        place += 1
    return place


def _behind_blanks(text: bytes, place: int) -> int:
    while _byte(text, place) in _BLANKS:
        place += 1
    return place


def _end(text: bytes, place: int) -> int:
    while _is_digit(text, place):
        place += 1
    return place
