"""Character references in HTML: `&amp;`, `&#8211;`, `&#x2013;` (HTML Living Standard, 13.2.5.72 to 13.2.5.80).

Python's `html.unescape()` knows the names; of numbers it drops some that browsers keep, and raises on very long ones.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from html.entities import html5

_REFERENCE = re.compile(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?|[^\t\n\f <&#;]{1,32};?)")
_IN_ATTRIBUTE = re.compile(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?|([a-zA-Z][a-zA-Z0-9]*+;?)(=?))")
_NUMBER = re.compile(r"&#(?:([0-9]++)|[xX]([0-9a-fA-F]++));?")


def decoded(html: str) -> str:
    """Text with its character references decoded, as browsers do it."""
    return _REFERENCE.sub(lambda reference: _one(reference[0]), html) if "&" in html else html


def decoded_attribute(html: str) -> str:
    """The value of an attribute with its character references decoded.

    Those without a semicolon are none where a letter, a digit or `=` follows, so `?a=1&copy=2` stays as it is.
    """
    return _IN_ATTRIBUTE.sub(_one_in_attribute, html) if "&" in html else html


def _one_in_attribute(found: re.Match[str]) -> str:
    name = found[1]
    if name is None:
        return _one(found[0])
    if found[2] and name[-1] != ";":
        return found[0]
    return html5.get(name, f"&{name}") + found[2]


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
