"""Character references in HTML: `&amp;`, `&#8211;`, `&#x2013;` (HTML Living Standard, 13.2.5.72 to 13.2.5.80).

Python's `html.unescape()` knows the names; of numbers it drops some that browsers keep, and raises on very long ones.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

_REFERENCE = re.compile(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?|[^\t\n\f <&#;]{1,32};?)")
_NUMBER = re.compile(r"&#(?:([0-9]++)|[xX]([0-9a-fA-F]++));?")


def decoded(html: str) -> str:
    """Text with its character references decoded, as browsers do it."""
    return _REFERENCE.sub(lambda reference: _one(reference[0]), html) if "&" in html else html


@lru_cache(maxsize=1024)
def _one(reference: str) -> str:
    number = _NUMBER.fullmatch(reference)
    if number is None:
        return unescape(reference)
    return character(number[1] or number[2], 10 if number[1] is not None else 16)


def character(digits: str, base: int) -> str:
    """The character of a number; U+FFFD where it has none."""
    digits = digits.lstrip("0")
    number = int(digits or "0", base) if len(digits) < 8 else 0
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", "ignore") or chr(number)
    return "\ufffd" if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF else chr(number)
