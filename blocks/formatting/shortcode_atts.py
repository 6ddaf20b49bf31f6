r"""The attributes of a shortcode: `a="1" b='2' c=3 "loose" word` (`shortcode_parse_atts()`, `shortcode_atts()`)."""

from __future__ import annotations

import re

from blocks.formatting.php.strings import lower

Attributes = dict[str | int, str]
"""Values by name, in lower case; those without a name by number. As in PHP, a name that is a number is one."""

_SPACES = re.compile("[\u00a0\u200b]+")
_ATTRIBUTE = re.compile(
    r"""([\w-]+)\s*=\s*"([^"]*)"(?:\s|$)|([\w-]+)\s*=\s*'([^']*)'(?:\s|$)|([\w-]+)\s*=\s*([^\s'"]+)(?:\s|$)"""
    r"""|"([^"]*)"(?:\s|$)|'([^']*)'(?:\s|$)|(\S+)(?:\s|$)""",
    re.ASCII,
)
_CLOSED_HTML = re.compile(r"[^<]*+(?:<[^>]*+>[^<]*+)*+")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(.))", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "v": "\v", "b": "\b", "f": "\f"}
_BYTES = re.compile("[\udc80-\udcff]")
_INTEGER = re.compile("-?[1-9][0-9]{0,17}|0")


def shortcode_parse_atts(text: str) -> Attributes:
    """The attributes written in `text`.

    A value with HTML that is not closed is empty; text that is not UTF-8 has none.
    """
    attributes: Attributes = {}
    if not text or _BYTES.search(text):
        return attributes
    following = 0
    for found in _ATTRIBUTE.finditer(_SPACES.sub(" ", text)):
        group = found.lastindex or 0
        value = found[group]
        if group in (2, 4, 6):
            name = found[group - 1]
            if name == "0":
                continue
            key: str | int = int(name) if _INTEGER.fullmatch(name) else lower(name)
        elif value or group == 9:
            key = following
        else:
            continue
        if isinstance(key, int):
            following = max(following, key + 1)
        attributes[key] = _closed(stripcslashes(value))
    return attributes


def shortcode_atts(defaults: dict[str, str], attributes: Attributes) -> dict[str, str]:
    """`defaults`, with the values of `attributes` where those have them; other attributes are left out."""
    return {name: attributes.get(name, default) for name, default in defaults.items()}


def _closed(value: str) -> str:
    return value if "<" not in value or _CLOSED_HTML.fullmatch(value) else ""


def stripcslashes(text: str) -> str:
    r"""`text` without the backslashes of C, and with what they stand for (PHP's function of that name):

    `\x41` is `A`.
    """
    if "\\" not in text:
        return text
    text = _ESCAPE.sub(_unescape, text)
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape") if _BYTES.search(text) else text


def _unescape(found: re.Match[str]) -> str:
    hexadecimal, octal, letter = found.groups()
    if hexadecimal or octal:
        code = int(hexadecimal, 16) if hexadecimal else int(octal, 8) & 0xFF
        return chr(code) if code < 128 else chr(0xDC00 + code)
    return _LETTERS.get(letter, letter)
