"""Slugs, keys and class names: text made into names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final
from urllib.parse import quote

from blocks.formatting.escaping import valid_utf8
from blocks.formatting.php.strings import encoded, lower, strip_tags
from blocks.formatting.php.values import text as as_text

_MOST_BYTES = 200  # of a slug
_NO_CLASS = re.compile(r"%[a-fA-F0-9][a-fA-F0-9]")
_NO_CLASS_CHARACTER = re.compile(r"[^A-Za-z0-9_-]")
_NO_KEY_CHARACTER = re.compile(r"[^a-z0-9_-]")
_NO_SLUG_CHARACTER = re.compile(r"[^%a-z0-9 \t\n\v\f\r_-]")
_BLANKS = re.compile(r"[ \t\n\v\f\r]+")
_OCTET = re.compile(r"%([a-fA-F0-9][a-fA-F0-9])")
_KEPT_OCTET = re.compile(r"---([a-fA-F0-9][a-fA-F0-9])---")
_REFERENCE = re.compile(r"&.[^;]*;")

_UNACCENTED: Final = dict(zip("£ªºÐØðøĐđĦħıĸĿŀŁłŊŋŦŧſƏǝɑ€", ["", *"aoDOdoDdHhikLlLlNnTtsEeaE"], strict=True)) | {
    "Æ": "AE",
    "æ": "ae",
    "Þ": "TH",
    "þ": "th",
    "ß": "s",
    "Ĳ": "IJ",
    "ĳ": "ij",
    "ŉ": "n",
    "Œ": "OE",
    "œ": "oe",
}
_ACCENTED = re.compile(
    r"[\xa3\xaa\xba\xc0-\u017f\u018f\u01a0\u01a1\u01af\u01b0\u01cd-\u01dd\u0218-\u021b\u0251\u1ea0-\u1ef9€]"
)


def remove_accents(text: str) -> str:
    """`remove_accents()` in English: Latin letters without their accents, `ß` as `s`, `Æ` as `AE`.

    Letters whose accents are characters of their own keep them, as in a PHP without the extension intl; text that is no
    UTF-8 stays as it is, where WordPress takes it for Latin-1.
    """
    if text.isascii() or not valid_utf8(text):
        return text
    return _ACCENTED.sub(lambda found: _unaccented(found[0]), text)


@lru_cache(maxsize=512)
def _unaccented(letter: str) -> str:
    plain = _UNACCENTED.get(letter)
    if plain is None:
        base = unicodedata.normalize("NFD", letter)[0]
        plain = base if base.isascii() else letter
    return plain


def sanitize_title(title: str, fallback: str = "") -> str:
    """`sanitize_title()`: the slug of a title; `fallback` where nothing is left of it."""
    return sanitize_title_with_dashes(remove_accents(title), for_storage=True) or fallback


def _encoded(characters: str) -> tuple[str, ...]:
    return tuple(quote(character).lower() for character in characters)


_DASHES: Final = _encoded("\xa0\u2011\u2013\u2014")
_DASH_REFERENCES: Final = ("&nbsp;", "&#8209;", "&#160;", "&ndash;", "&#8211;", "&mdash;", "&#8212;", "/")
_DROPPED: Final = _encoded(
    "\xad¡¿«»‹›‘’“”‚‛„‟•©®°…™´ˊ\u0301\u0341\u0300\u0304\u030c"
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff\ufffc"
)
_SPACES: Final = _encoded("".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f")


def sanitize_title_with_dashes(title: str, *, for_storage: bool = False) -> str:
    """`sanitize_title_with_dashes()`: letters, digits, `_`, `-` and percent-encoded octets, at most 200 of them.

    `for_storage` (WordPress's context `save`) makes dashes of what looks like one, and drops punctuation.
    """
    title = strip_tags(title)
    title = _KEPT_OCTET.sub(r"%\1", _OCTET.sub(r"---\1---", title).replace("%", ""))
    if valid_utf8(title):
        title = utf8_uri_encode(title.replace("Σ", "σ").lower(), _MOST_BYTES)
    title = lower(title)
    if for_storage:
        title = _with_dashes(title)
    title = "\n".join(map(_without_references, title.split("\n"))).replace(".", "-")
    title = _BLANKS.sub("-", _NO_SLUG_CHARACTER.sub("", title).translate(_NO_CONTROLS))
    return re.sub("-+", "-", title).strip("-")


_NO_CONTROLS = dict.fromkeys(map(ord, "\t\n\v\f\r"))


def _with_dashes(title: str) -> str:
    if "%" in title:
        for octets in _DASHES:
            title = title.replace(octets, "-")
    if "&" in title or "/" in title:
        for reference in _DASH_REFERENCES:
            title = title.replace(reference, "-")
    if "%" in title:
        for octets in _DROPPED:
            title = title.replace(octets, "")
        for octets in _SPACES:
            title = title.replace(octets, "-")
        title = title.replace("%c3%97", "x")
    return title


def _without_references(line: str) -> str:
    end = line.rfind(";") + 1
    return _REFERENCE.sub("", line[:end]) + line[end:] if end else line


def utf8_uri_encode(text: str, most: int = 0) -> str:
    """`utf8_uri_encode()`: characters beyond ASCII percent-encoded in lower case; cut before `most` is exceeded."""
    if text.isascii():
        return text[:most] if most else text
    out: list[str] = []
    size = 0
    for character in text:
        piece = character if character < "\x80" else "".join(f"%{byte:02x}" for byte in encoded(character))
        size += len(piece)
        if most and size > most:
            break
        out.append(piece)
    return "".join(out)


def sanitize_html_class(name: str, fallback: str = "") -> str:
    """`sanitize_html_class()`: letters, digits, `_` and `-`, without percent-encoded octets."""
    name = _NO_CLASS_CHARACTER.sub("", _NO_CLASS.sub("", name))
    return sanitize_html_class(fallback) if not name and fallback not in {"", "0"} else name


def sanitize_key(key: Any) -> str:
    """`sanitize_key()`: letters in lower case, digits, `_` and `-`; `""` for arrays and None."""
    if key is None or isinstance(key, list | dict):
        return ""
    return _NO_KEY_CHARACTER.sub("", lower(as_text(key)))


_LOCAL_PART = re.compile(r"[a-zA-Z0-9!#$%&'*+/=?^_`{|}~.-]+\n?\Z")
_LABEL = re.compile(r"(?!-)[a-zA-Z0-9-]+(?<!-)\Z")


def is_email(text: str) -> bool:
    """`is_email()`: whether it looks like an e-mail address."""
    at = text.find("@", 1)
    if len(encoded(text)) < len("a@b.cd") or at < 0:
        return False
    local, _, domain = text.partition("@")
    labels = domain.split(".")
    return bool(_LOCAL_PART.match(local)) and len(labels) > 1 and all(_LABEL.match(label) for label in labels)


def antispambot(address: str, rand: Callable[[int, int], int], hex_encoding: int = 0) -> str:
    """`antispambot()`: an e-mail address some bytes as references, as `rand( 0, 1 )` says; 2 is `%40`."""
    out: list[str] = []
    for byte in encoded(address):
        kind = rand(0, 1 + hex_encoding)
        character = bytes([byte]).decode("latin-1")
        out.append(f"&#{byte};" if kind == 0 else f"%{byte:02x}" if kind == 2 else character)
    return "".join(out).replace("@", "&#64;").encode("latin-1").decode("utf-8", "surrogateescape")


_LOWER = "a-z\xdf-\xf6\xf8-\xff"
_UPPER = "A-Z\xc0-\xd6\xd8-\xde"
_BREAK = "\0-/:-@\\[-`{-\xbf\u1680\u180e\u2000-\u206f\u3000\ufeff"
_OTHER = rf"[^{_BREAK}\d+{_LOWER}{_UPPER}]"
_WORDS = re.compile(
    rf"[{_UPPER}]?[{_LOWER}]+(?=[{_BREAK}]|[{_UPPER}]|$)"
    rf"|(?:[{_UPPER}]|{_OTHER})+(?=[{_BREAK}]|[{_UPPER}](?:[{_LOWER}]|{_OTHER})|$)"
    rf"|[{_UPPER}]?(?:[{_LOWER}]|{_OTHER})+"
    rf"|[{_UPPER}]+"
    r"|\d*(?:1ST|2ND|3RD|(?![123])\dTH)(?=\b|[a-z_])"
    r"|\d*(?:1st|2nd|3rd|(?![123])\dth)(?=\b|[A-Z_])"
    r"|\d+"
)


@lru_cache(maxsize=4096)
def wp_to_kebab_case(text: str) -> str:
    """`_wp_to_kebab_case()`: the words of a name, digits words of their own, joined by `-`; `""` where it is no UTF-8.

    The editor's `kebabCase()` differs beyond ASCII, where it knows no letters.
    """
    if not valid_utf8(text):
        return ""
    return lower("-".join(_WORDS.findall(text.replace("'", ""))))
