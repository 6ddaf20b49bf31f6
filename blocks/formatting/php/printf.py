"""`sprintf()` where all values are text."""

from __future__ import annotations

import re
from typing import Final

from blocks.formatting.php.strings import encoded
from blocks.formatting.php.values import integer

_PLACE: Final = re.compile(
    r"%(?:(?P<percent>%)|(?:(?P<number>[1-9][0-9]{0,8})\$)?(?P<flags>(?:[-+ 0]|'.)*)(?P<width>[0-9]{1,9})?"
    r"(?:\.(?P<precision>[0-9]{1,9}))?l?(?P<kind>[bcdeEfFgGhHosuxX])|)",
    re.DOTALL | re.ASCII,
)
_MOST: Final = 2000


def sprintf(form: str, *values: str) -> str | None:
    """`form` with the values in their places; None where PHP raises, since a place is no place or has no value.

    Numbers are printed without their fractions, and places are at most 2000 bytes wide.
    """
    out: list[str] = []
    end, next_value = 0, 0
    for found in _PLACE.finditer(form):
        out.append(form[end : found.start()])
        end = found.end()
        if found["percent"]:
            out.append("%")
            continue
        if found["kind"] is None:
            return None
        if found["number"]:
            at = int(found["number"]) - 1
        else:
            at, next_value = next_value, next_value + 1
        if at >= len(values):
            return None
        out.append(_printed(values[at], found))
    return "".join(out) + form[end:]


def _printed(value: str, place: re.Match[str]) -> str:
    kind, flags = place["kind"], place["flags"]
    number = integer(value)
    if kind == "s":
        text = value
        if place["precision"]:
            text = encoded(value)[: int(place["precision"])].decode("utf-8", "surrogateescape")
    elif kind == "c":
        return bytes((number % 256,)).decode("utf-8", "surrogateescape")
    elif kind == "d":
        text = f"{number:+}" if "+" in flags else str(number)
    elif kind in "uboxX":
        text = format(number % 2**64, {"u": "d"}.get(kind, kind))
    else:
        places = min(int(place["precision"] or 6), 53)
        text = f"{number:.{places}f}" if kind in "fF" else _in_powers(number, places, kind)
    missing = min(int(place["width"] or 0), _MOST) - len(encoded(text))
    if missing <= 0:
        return text
    pad = flags[flags.rindex("'") + 1] if "'" in flags else "0" if "0" in flags else " "
    if "-" not in flags:
        if pad == "0" and kind == "d":
            return text.zfill(len(text) + missing)
        return pad * missing + text
    return text + (" " if pad == "0" and kind in "du" else pad) * missing


def _in_powers(number: int, places: int, kind: str) -> str:
    if kind in "gGhH":
        return format(float(number), f".{max(places, 1)}{'G' if kind.isupper() else 'g'}")
    mantissa, _, exponent = f"{float(number):.{places}e}".partition("e")
    text = f"{mantissa}e{int(exponent):+}"
    return text.upper() if kind == "E" else text
