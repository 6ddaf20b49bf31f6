"""A piece of an export file as an lxml element: decoded, mended where WordPress writes what XML forbids, and parsed.

What is mended, and says the same afterwards: control characters (WordPress prints those that its database holds), `&`
that begins no reference, names of characters that only HTML knows, `<` that begins no tag, `]]>` in a text, prefixes
that nobody declared.
Bytes that are not UTF-8 are taken for Windows-1252, as WordPress takes them for ISO-8859-1 when it exports.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

_DECLARED: Final = (
    b'<rss xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
    b'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">'
)
_END: Final = b"</rss>"
_BLANKS: Final = bytes.maketrans(b"\r\n\t", b"   ")

_LARGE: Final = 9 * 2**20
"""Bytes from which libxml2 has to be told to lift its limits; below it they guard its memory."""

_MOST_TAGS: Final = 1_000_000
"""Of a piece, since an element takes 30 times the memory of its markup: those of 15,000 comments."""
_TAG: Final = re.compile(rb"<(?!!\[CDATA\[)|<!\[CDATA\[[^\]]*+(?:\](?!\]>)[^\]]*+)*+")

_ENCODINGS: Final = re.compile(
    r"us-ascii|ascii|iso-?8859-?\d{1,2}|latin-?\d|(?:windows|cp)-?125\d|koi8-[ru]|gbk|gb2312|gb18030|big5|"
    r"shift_?jis|euc-(?:jp|kr)",
    re.ASCII,
)
_FORBIDDEN: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_MENDED: Final = re.compile(
    rb"<!\[CDATA\[(?s:.)*?(?:\]\]>|\Z)|\]\]>|&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,9}|#x[0-9A-Fa-f]{1,8});)"
    rb"|<(?![A-Za-z_/!?])|&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,9}));"
)
_SIGNS: Final = {
    b"<": (b"&lt;", "< that begins no tag"),
    b"&": (b"&amp;", "& that begins no reference"),
    b"]]>": (b"]]&gt;", "]]> in a text"),
}
_PREFIX: Final = re.compile(rb"</?([A-Za-z_][\w.-]{0,99}+):|\s([A-Za-z_][\w.-]{0,99}+):[\w.-]{1,99}+=[\"']")
_CODES: Final = (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)
_PRIVATE: Final = 0xF0000
_PRIVATE_ROW: Final = re.compile(rb"\xf3[\xb0-\xbf][\x80-\xbf]")

Restore = Callable[[str], str]


class BadPieceError(Exception):
    """A piece that is no XML, and cannot be made any; `line` counts from its first, which is 1."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


@dataclass(frozen=True, slots=True)
class Parsed:
    """An element, and what was done to have it read."""

    element: _Element
    restore: Restore | None = None
    """Gives a text of the element the characters back that XML forbids; None where it has none."""
    repairs: tuple[str, ...] = ()


class ElementReader:
    """Parses pieces of one file."""

    def __init__(self) -> None:
        self.encoding = "utf-8"
        self._opening = _DECLARED
        self._parsers: dict[bool, XMLParser] = {}

    def declare(self, start_tag: bytes) -> None:
        """Take the namespaces of the start tag of `rss`, where they can be read."""
        from lxml.etree import XMLSyntaxError

        tag = start_tag.translate(_BLANKS)
        try:
            self._root(tag + _END, large=False)
        except XMLSyntaxError:
            tag = _DECLARED
        self._opening = tag

    @property
    def namespaces(self) -> list[str]:
        """The namespaces that the file declares."""
        return [uri for uri in self._root(self._opening + _END, large=False).nsmap.values() if uri]

    def parsed(self, data: bytes) -> Parsed:
        """The element that `data` is. BadPieceError where it is none."""
        from lxml.etree import XMLSyntaxError

        if data.count(b"<") > _MOST_TAGS and sum(1 for _ in _TAG.finditer(data)) > _MOST_TAGS:
            raise BadPieceError(f"it has more than {_MOST_TAGS:,} tags", 1)
        text, repairs = self._as_utf8(data)
        try:
            return Parsed(self._root(self._opening + text + _END, large=len(text) > _LARGE)[0], None, repairs)
        except XMLSyntaxError as error:
            first = error
        mended, restore, done = _mend(text)
        opening = self._with_prefixes(mended)
        try:
            root = self._root(opening + mended + _END, large=len(mended) > _LARGE)
        except XMLSyntaxError as error:
            told = error if done else first
            raise BadPieceError(_reason(told), told.lineno or 1) from None
        return Parsed(root[0], restore, (*repairs, *done))

    def _root(self, text: bytes, *, large: bool) -> _Element:
        from lxml.etree import XMLParser, fromstring

        if large not in self._parsers:
            self._parsers[large] = XMLParser(
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                remove_comments=True,
                remove_pis=True,
                huge_tree=large,
                encoding="utf-8",
            )
        return fromstring(text, self._parsers[large])

    def _as_utf8(self, data: bytes) -> tuple[bytes, tuple[str, ...]]:
        if data.isascii():
            return data, ()
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return data, ()  # whatever the file says: hardly any text of another encoding looks like UTF-8
        if _ENCODINGS.fullmatch(self.encoding):
            said = data.decode(self.encoding, "replace")
            lost = (f"bytes that are not {self.encoding} were replaced",) if "\ufffd" in said else ()
            return said.encode(), lost
        text = data.decode("utf-8", _WINDOWS).encode()
        return text, ("bytes that are not UTF-8 were taken for Windows-1252",)

    def _with_prefixes(self, text: bytes) -> bytes:
        """The start tag around a piece, with the prefixes in it that the file forgot to declare."""
        known = set(self._root(self._opening + _END, large=False).nsmap)
        found = {(match[1] or match[2]).decode() for match in _PREFIX.finditer(text)} - known - {"xml", "xmlns"}
        if not found or len(found) > 99:
            return self._opening
        more = "".join(f' xmlns:{prefix}="unknown:{prefix}"' for prefix in sorted(found))
        return self._opening[:-1] + more.encode() + b">"


def _mend(text: bytes) -> tuple[bytes, Restore | None, tuple[str, ...]]:
    """A text without what XML forbids, what gives the characters back, and what was done."""
    first = _first_free(text)
    codes = {code: chr(first + number).encode() for number, code in enumerate(_CODES)}
    done: dict[str, None] = {}

    def hidden(match: re.Match[bytes]) -> bytes:
        done["characters that XML forbids"] = None
        return codes[ord(match[0].decode())]

    def mended(match: re.Match[bytes]) -> bytes:
        if match[0] in _SIGNS:
            escaped, what = _SIGNS[match[0]]
            done[what] = None
            return escaped
        if match[0].startswith(b"<"):
            return match[0]
        number = int(match[1], 16) if match[1] is not None else int(match[2])
        if number in codes:
            done["characters that XML forbids"] = None
            return codes[number]
        if number > 0x10FFFF or 0xD800 <= number < 0xE000:
            done["references to characters that there are not"] = None
            return b"&amp;" + match[0][1:]
        return match[0]

    text = _replaced(_MENDED, mended, _replaced(_FORBIDDEN, hidden, text))
    back = {first + number: chr(code) for number, code in enumerate(_CODES)}
    return text, (lambda value: value.translate(back)) if done else None, tuple(done)


def _replaced(pattern: re.Pattern[bytes], by: Callable[[re.Match[bytes]], bytes], text: bytes) -> bytes:
    """As `pattern.sub` does, which takes 90 bytes of memory for each match."""
    out = bytearray()
    end = 0
    for match in pattern.finditer(text):
        out += text[end : match.start()]
        out += by(match)
        end = match.end()
    return bytes(out + text[end:]) if end else text


def _first_free(text: bytes) -> int:
    """The first of 64 private characters in a row of which the text has none."""
    taken = set(_PRIVATE_ROW.findall(text))
    rows = range(_PRIVATE, _PRIVATE + 64 * 1000, 64)
    return next((first for first in rows if chr(first).encode()[:3] not in taken), _PRIVATE)


def _windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data = error.object[error.start : error.end]
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data), error.end


_WINDOWS: Final = "blocks-windows-1252"
codecs.register_error(_WINDOWS, _windows)


def _reason(error: SyntaxError) -> str:
    """What libxml2 says, without the place, which it counts from the beginning of the piece."""
    return re.sub(r", line \d+, column \d+$", "", error.msg or "it cannot be parsed")
