"""Text made safe for HTML, attributes, scripts and XML: `esc_html()`, `esc_attr()`, `esc_js()` and their family.

Addresses are in urls.py. All give the text itself back, at once, where nothing needs escaping.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from html.entities import name2codepoint
from typing import Final, Literal

from blocks.formatting.php.strings import addslashes, stripslashes

Quotes = Literal["none", "double", "single", "both"]

NAMES: Final = frozenset(name2codepoint) | {"apos"}
"""The named references that WordPress lets stand (`$allowedentitynames`): those of HTML 4, and `&apos;`."""

_XML_NAMES = frozenset({"amp", "lt", "gt", "apos", "quot"})
_SPECIAL = re.compile("[&<>\"']")
_NO_UTF8 = re.compile("[\ud800-\udfff]")
_AMPERSAND = re.compile(
    r"&(?:#(?P<decimal>0*[0-9]{1,7});|#[Xx](?P<hexadecimal>0*[0-9A-Fa-f]{1,6});|(?P<name>[A-Za-z]{2,8}[0-9]{0,2});)?"
)
_CHARACTERS: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#039;"}
_QUOTED: Final = {"none": "", "double": '"', "single": "'", "both": "\"'"}
_TABLES: Final = {
    quotes: {ord(character): _CHARACTERS[character] for character in f"<>{which}"} for quotes, which in _QUOTED.items()
}
_XML_TABLE: Final = _TABLES["both"] | {ord("'"): "&apos;"}
_APOSTROPHE = re.compile(r"&#(?:0*39|x0*27);?", re.IGNORECASE | re.ASCII)
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)


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
    return wp_specialchars(text, "both")


def wp_specialchars(text: str, quotes: Quotes = "none", *, double_encode: bool = False) -> str:
    """`_wp_specialchars()`: `&`, `<`, `>` and the quotes named escaped; text that is no UTF-8 becomes `""`.

    References that are valid stay, unless `double_encode` says to escape their `&` too.
    """
    if not _SPECIAL.search(text):
        return text
    if not double_encode:
        text = normalized_references(text)
        if "&apos;" in text:  # none of HTML 4's, so htmlspecialchars() escapes it all the same
            text = text.replace("&apos;", "&amp;apos;")
    elif "&" in text:
        text = text.replace("&", "&amp;")
    return valid_utf8(text.translate(_TABLES[quotes]))


def normalized_references(text: str, *, xml: bool = False) -> str:
    """`wp_kses_normalize_entities()`: every `&` that starts no valid reference is `&amp;`; numbers lose their zeros.

    `&#0;` is dropped. With `xml`, names that XML does not know become their characters.
    """
    if "&" not in text:
        return text
    return _AMPERSAND.sub(_xml_reference if xml else _reference, text)


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


def _xml_reference(found: re.Match[str]) -> str:
    name = found["name"]
    if name in NAMES and name not in _XML_NAMES:
        return unescape(found[0])
    return _reference(found)


def _is_character(code: int) -> bool:
    """`valid_unicode()`: the characters of XML."""
    return code in {9, 10, 13} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF


def htmlspecialchars(text: str, quotes: Quotes = "both") -> str:
    """PHP's `htmlspecialchars()` with its own default: every `&` is escaped, bytes that are no UTF-8 become U+FFFD."""
    if not text.isascii():
        text = _NO_UTF8.sub("\ufffd", text)
    return text.replace("&", "&amp;").translate(_TABLES[quotes]) if _SPECIAL.search(text) else text


def esc_textarea(text: str) -> str:
    """`esc_textarea()`: every `&`, `<`, `>` and quote escaped, references too; `""` where it is no UTF-8."""
    if _SPECIAL.search(text):
        text = text.replace("&", "&amp;").translate(_TABLES["both"])
    return valid_utf8(text)


def esc_js(text: str) -> str:
    r"""`esc_js()`: text for a quoted string of an inline handler; quotes and backslashes slashed, lines ends `\n`."""
    text = wp_specialchars(valid_utf8(text), "double")
    text = _APOSTROPHE.sub("'", stripslashes(text))
    return addslashes(text.replace("\r", "")).replace("\n", "\\n")


def esc_xml(text: str) -> str:
    """`esc_xml()`: as `esc_html()`, with the names that XML knows only, and CDATA sections left as they are."""
    text = valid_utf8(text)
    out: list[str] = []
    place = 0
    for section in _CDATA.finditer(text, 0, text.rfind("]]>") + 3):
        out += _xml(text[place : section.start()]), section[0]
        place = section.end()
    out.append(_xml(text[place:]))
    return "".join(out)


def _xml(text: str) -> str:
    if not _SPECIAL.search(text):
        return text
    return normalized_references(text, xml=True).translate(_XML_TABLE)


_DECODED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', 60: "<", 62: ">", 38: "&", 39: "'", 34: '"'}
_ENCODED_SPECIAL = re.compile(r"&(?:(lt|gt|amp|quot)|#(?:0*(60|62|38|39|34)|[xX]0*(26|27|22)));")


def wp_specialchars_decode(text: str, quotes: Quotes = "none") -> str:
    """`wp_specialchars_decode()`: what `esc_html()` wrote, read; of the quotes, those named."""
    if "&" not in text:
        return text
    kept = {"'", '"'} - set(_QUOTED[quotes])

    def character(found: re.Match[str]) -> str:
        decoded = _DECODED[found[1] or (int(found[2]) if found[2] else int(found[3], 16))]
        return found[0] if decoded in kept else decoded

    return _ENCODED_SPECIAL.sub(character, text)
