"""How two answers differ: the first place, in one short line; None where they do not."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_AROUND = 40  # characters shown on either side of a difference
_DEEPEST = 20_000  # levels of JSON; WordPress stops at 512 in attributes, but blocks nest on

Place = tuple[Any, "Place | None"]
"""A key or index, and the place of what holds it."""


def load_json(path: Path) -> Any:
    """An answer in JSON, however deep; the reader of the standard library recurses."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(_DEEPEST)
    try:
        return json.loads(path.read_bytes())
    finally:
        sys.setrecursionlimit(before)


def different_json(ours: Any, theirs: Any, *, read: Callable[[str], str] = str) -> str | None:
    """The first place where two structures differ; `read` is applied to the strings of `theirs`.

    An empty object and an empty list are equal, as PHP cannot tell them apart; an infinite number equals 0, as
    JSON cannot hold it.
    """
    pending: list[tuple[Any, Any, Place | None]] = [(ours, theirs, None)]
    while pending:
        a, b, place = pending.pop()
        if isinstance(b, dict) and b:
            b = {read(key): value for key, value in b.items()}
            if not isinstance(a, dict) or a.keys() != b.keys():
                return f"{_path(place)}: {_keys(a)} for {_keys(b)}"
            pending += [(a[key], b[key], (key, place)) for key in reversed(b)]
        elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
            pending += [(a[i], b[i], (i, place)) for i in reversed(range(len(b)))]
        elif isinstance(a, str) and isinstance(b, str):
            if a != (b := read(b)):
                return f"{_path(place)}: {different_text(a, b)}"
        elif not _same(a, b):
            return f"{_path(place)}: {_short(a)} for {_short(b)}"
    return None


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, dict | list) or isinstance(b, dict | list):
        return isinstance(a, dict | list) and isinstance(b, dict | list) and not a and not b
    if isinstance(a, bool) or isinstance(b, bool) or a is None or b is None:
        return a is b
    return bool(_finite(a) == _finite(b))


def _finite(value: Any) -> Any:
    return 0 if isinstance(value, float) and math.isinf(value) else value


def different_text(ours: str | bytes, theirs: str | bytes) -> str | None:
    """The first place where two texts of one type differ, with what stands around it."""
    if type(ours) is not type(theirs):
        return f"{type(ours).__name__} for {type(theirs).__name__}"
    if ours == theirs:
        return None
    at = _first_difference(ours, theirs)
    start = max(0, at - _AROUND)
    return f"at {at}: {ours[start : at + _AROUND]!r} for {theirs[start : at + _AROUND]!r}"


def _first_difference(ours: Any, theirs: Any) -> int:
    low, high = 0, min(len(ours), len(theirs))  # the first `low` are equal
    while low < high:
        middle = (low + high + 1) // 2
        if ours[low:middle] == theirs[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _path(place: Place | None) -> str:
    steps: list[str] = []
    while place is not None:
        key, place = place
        steps.append(f"[{key}]" if isinstance(key, int) else f".{key}")
    return "".join(reversed(steps)) or "at the top"


def _keys(value: Any) -> str:
    return f"an object of {_short(sorted(value))}" if isinstance(value, dict) else _short(value)


def _short(value: Any) -> str:
    if isinstance(value, dict | list) and (len(value) > 12 or any(isinstance(one, dict | list) for one in value)):
        return f"{type(value).__name__} of {len(value)}"
    text = repr(value)
    return text if len(text) <= 2 * _AROUND else text[: 2 * _AROUND] + "…"
