"""Which protocols an address may have: `wp_kses_bad_protocol()` and what stands beneath it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from blocks.formatting.php.strings import lower, trim

ALLOWED_PROTOCOLS: Final = (
    *("http", "https", "ftp", "ftps", "mailto", "news", "irc", "irc6", "ircs", "gopher", "nntp", "feed", "telnet"),
    *("mms", "rtsp", "sms", "svn", "tel", "fax", "xmpp", "webcal", "urn"),
)
"""`wp_allowed_protocols()`."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SLASH_ZERO = re.compile(r"(?<!\\)\\++0++")
_OPEN_COLON = re.compile(r"(&#0*58(?![;0-9])|&#x0*3a(?![;a-f0-9]))", re.IGNORECASE | re.ASCII)
_COLON = re.compile(r":|&#0*58;|&#x0*3a;|&colon;", re.IGNORECASE | re.ASCII)
_DECIMAL = re.compile(r"&#([0-9]+);")
_HEXADECIMAL = re.compile(r"&#[Xx]([0-9A-Fa-f]+);")
_BLANK = re.compile(r"[ \t\n\v\f\r]")
_MOST_ROUNDS = 6


def without_nulls(text: str, slash_zero: bool = True) -> str:
    r"""Text without control characters, and without `\0` written out unless that is to stay (`wp_kses_no_null()`)."""
    text = _CONTROLS.sub("", text)
    return _SLASH_ZERO.sub("", text) if slash_zero and "\\" in text else text


def without_bad_protocol(address: str, allowed: Collection[str] = ALLOWED_PROTOCOLS) -> str:
    """An address without a protocol that is not allowed (`wp_kses_bad_protocol()`), however it is spelled."""
    address = without_nulls(address)
    if (address.startswith("https://") and "https" in allowed) or (address.startswith("http://") and "http" in allowed):
        return address
    names = frozenset(map(lower, allowed))
    for _ in range(_MOST_ROUNDS):
        before = address
        address = _once(address, names)
        if address == before:
            return address
    return ""


def _once(address: str, allowed: Collection[str]) -> str:
    """`wp_kses_bad_protocol_once()`: `feed:` may stand before another protocol, twice."""
    before = ""
    for count in (1, 2, 3):
        address = _OPEN_COLON.sub(r"\1;", address)
        parts = _COLON.split(address, maxsplit=1)
        if len(parts) == 1 or "/?" in parts[0]:
            break
        address = trim(parts[1])
        protocol = _protocol(parts[0], allowed)
        if protocol != "feed:":
            return f"{before}{protocol}{address}"
        if count == 3:
            return ""
        before += protocol
    return before + address if address not in {"", "0"} or not before else address


def _protocol(scheme: str, allowed: Collection[str]) -> str:
    scheme = lower(without_nulls(_BLANK.sub("", decoded_references(scheme))))
    return f"{scheme}:" if scheme in allowed else ""


def decoded_references(text: str) -> str:
    """`wp_kses_decode_entities()`: numeric references as the byte of that number; high ones wrap around at 256."""
    if "&#" not in text:
        return text
    text = _DECIMAL.sub(lambda found: _byte(int(found[1][-8:])), text)  # 10**8 is a multiple of 256
    return _HEXADECIMAL.sub(lambda found: _byte(int(found[1][-2:], 16)), text)


def _byte(code: int) -> str:
    code %= 256
    return chr(code) if code < 128 else chr(0xDC00 + code)
