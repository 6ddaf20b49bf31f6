"""Text made safe for HTML and its attributes: `esc_html()`, `esc_attr()`.

Addresses are in urls.py. All give the text itself back, at once, where nothing needs escaping.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html.entities import name2codepoint
from typing import Final

NAMES: Final = frozenset(name2codepoint) | {"apos"}
"""The named references that WordPress lets stand (`$allowedentitynames`): those of HTML 4, and `&apos;`."""

_SPECIAL = re.compile("[&<>\"']")
_NO_UTF8 = re.compile("[\ud800-\udfff]")
_AMPERSAND = re.compile(
    r"&(?:#(?P<decimal>0*[0-9]{1,7});|#[Xx](?P<hexadecimal>0*[0-9A-Fa-f]{1,6});|(?P<name>[A-Za-z]{2,8}[0-9]{0,2});)?"
)
_ESCAPES: Final = str.maketrans({"<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#039;"})


class Html(str):
    """A string that is HTML already, and is not escaped again in templates."""

    __slots__ = ()

    def __html__(self) -> str:
        """The HTML, for Jinja."""
        return self


def valid_utf8(text: str) -> str:
    """`wp_check_invalid_utf8()`: the text, or `""` where it has bytes that are no UTF-8."""
    return text if text.isascii() or not _NO_UTF8.search(text) else ""


def esc_html(text: str) -> str:
    """`esc_html()`: `&`, `<`, `>` and both quotes escaped; references that are valid stay."""
    return _escaped(text) if _SPECIAL.search(text) else valid_utf8(text)


def esc_attr(text: str) -> str:
    """`esc_attr()`: the same as `esc_html()`."""
    return _escaped(text) if _SPECIAL.search(text) else valid_utf8(text)


@lru_cache(maxsize=4096)
def _escaped(text: str) -> str:
    """`_wp_specialchars( $text, ENT_QUOTES )` of text that has any."""
    text = normalized_references(text)
    if "&apos;" in text:  # none of HTML 4's, so htmlspecialchars() escapes it all the same
        text = text.replace("&apos;", "&amp;apos;")
    return valid_utf8(text.translate(_ESCAPES))


def normalized_references(text: str) -> str:
    """`wp_kses_normalize_entities()`: every `&` that starts no valid reference is `&amp;`; numbers lose their zeros.

    `&#0;` is dropped.
    """
    if "&" not in text:
        return text
    return _AMPERSAND.sub(_reference, text)


def _reference(found: re.Match[str]) -> str:
    kind = found.lastgroup
    if kind == "name":
        return found[0] if found[kind] in NAMES else f"&amp;{found[kind]};"
    if kind is None:
        return "&amp;"
    digits = found[kind]
    if digits == "0":
        return ""
    if kind == "decimal":
        plain = f"{digits.lstrip('0'):0>3}"
        return f"&#{plain};" if _is_character(int(digits)) else f"&amp;#{digits};"
    plain = digits.lstrip("0")
    return f"&#x{plain};" if _is_character(int(digits, 16)) else f"&amp;#x{digits};"


def _is_character(code: int) -> bool:
    """`valid_unicode()`: the characters of XML."""
    return code in {9, 10, 13} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
