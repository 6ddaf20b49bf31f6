"""Values as bytes and text: `serialize()`, `json_encode()`, and the hashes made of them. None of them recurses."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Final

from blocks.formatting.floats import exact_float, json_float
from blocks.formatting.php.strings import encoded
from blocks.formatting.php.values import Object, Value, is_list, pairs

HEX_TAG: Final = 1
HEX_AMP: Final = 2
HEX_APOS: Final = 4
HEX_QUOT: Final = 8
FORCE_OBJECT: Final = 16
UNESCAPED_SLASHES: Final = 64
PRETTY_PRINT: Final = 128
UNESCAPED_UNICODE: Final = 256
PRESERVE_ZERO_FRACTION: Final = 1024
UNESCAPED_LINE_TERMINATORS: Final = 2048

_HEXED: Final = (
    (HEX_TAG, "<", "\\u003C"),
    (HEX_TAG, ">", "\\u003E"),
    (HEX_AMP, "&", "\\u0026"),
    (HEX_APOS, "'", "\\u0027"),
)
_ESCAPED_DELETE = re.compile(r"\\(?:\\|u007f)")
_NO_UTF8 = re.compile("[\ud800-\udfff]")


def md5(data: str | bytes) -> str:
    """The MD5 of bytes, or of a text's UTF-8, in 32 hexadecimal digits."""
    return hashlib.md5(data if isinstance(data, bytes) else encoded(data), usedforsecurity=False).hexdigest()


def serialized(value: Value) -> bytes:
    """`serialize( $value )`: strings with their lengths in bytes, keys that are integers as such."""
    out: list[bytes] = []
    stack: list[Iterator[Value]] = [iter((value,))]
    while stack:
        for item in stack[-1]:
            if isinstance(item, str):
                data = encoded(item)
                out.append(b's:%d:"%s";' % (len(data), data))
            elif isinstance(item, list | dict):
                kind = b'O:8:"stdClass"' if isinstance(item, Object) else b"a"
                out.append(b"%s:%d:{" % (kind, len(item)))
                stack.append(_members(item))
                break
            else:
                out.append(_serialized_scalar(item))
        else:
            stack.pop()
            if stack:
                out.append(b"}")
    return b"".join(out)


def _members(item: list[Value] | dict[str, Value]) -> Iterator[Value]:
    as_object = isinstance(item, Object)
    for key, value in pairs(item):
        yield str(key) if as_object else key
        yield value


def _serialized_scalar(item: Value) -> bytes:
    if item is None:
        return b"N;"
    if isinstance(item, bool):
        return b"b:%d;" % item
    if isinstance(item, float):
        return b"d:%s;" % exact_float(item).encode()
    return b"i:%d;" % item


def json_encode(value: Value, flags: int = 0) -> str | None:
    """`wp_json_encode( $value, $flags )`: by default `/` and what is not ASCII are escaped.

    Bytes that are no UTF-8 become `?`, as WordPress's second try makes them. None where PHP answers false: infinite
    floats and NaN.
    """
    out: list[str] = []
    # What is open: its values, its end, and whether nothing of it is written yet.
    stack: list[tuple[Iterator[tuple[str | None, Value]], str]] = [(iter(((None, value),)), "")]
    first = True
    pretty = bool(flags & PRETTY_PRINT)
    colon = ": " if pretty else ":"
    while stack:
        members, end = stack[-1]
        for key, item in members:
            if len(stack) > 1:
                out.append(_separator(first, pretty, len(stack) - 1))
            first = False
            if key is not None:
                out.append(_quoted(key, flags) + colon)
            if isinstance(item, list | dict):
                as_list = is_list(item) and not flags & FORCE_OBJECT
                if not item:
                    out.append("[]" if as_list else "{}")
                    continue
                out.append("[" if as_list else "{")
                stack.append((_json_members(item, as_list), "]" if as_list else "}"))
                first = True
                break
            scalar = _json_scalar(item, flags)
            if scalar is None:
                return None
            out.append(scalar)
        else:
            stack.pop()
            if end:
                out.append(f"\n{'    ' * (len(stack) - 1)}{end}" if pretty else end)
    return "".join(out)


def _separator(first: bool, pretty: bool, depth: int) -> str:
    comma = "" if first else ","
    return f"{comma}\n{'    ' * depth}" if pretty else comma


def _json_members(item: Value, as_list: bool) -> Iterator[tuple[str | None, Value]]:
    if as_list:
        return ((None, value) for value in (item.values() if isinstance(item, dict) else item))
    return ((str(key), value) for key, value in pairs(item))


def _json_scalar(item: Value, flags: int) -> str | None:
    if isinstance(item, str):
        return _quoted(item, flags)
    if item is None:
        return "null"
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, float):
        spelled = json_float(item)
        if spelled and flags & PRESERVE_ZERO_FRACTION and "." not in spelled:
            return f"{spelled}.0"
        return spelled
    return str(item)


def _quoted(text: str, flags: int) -> str:
    if not text.isascii() and _NO_UTF8.search(text):
        text = _NO_UTF8.sub("?", text)
    if flags & UNESCAPED_UNICODE:
        quoted = encode_basestring(text)
        if not flags & UNESCAPED_LINE_TERMINATORS:
            quoted = quoted.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    else:
        quoted = encode_basestring_ascii(text)
        if "\x7f" in text:
            quoted = _ESCAPED_DELETE.sub(lambda found: "\x7f" if found[0] != "\\\\" else found[0], quoted)
    if not flags & UNESCAPED_SLASHES:
        quoted = quoted.replace("/", "\\/")
    for flag, character, escape in _HEXED:
        if flags & flag:
            quoted = quoted.replace(character, escape)
    if flags & HEX_QUOT and '\\"' in quoted:
        quoted = re.sub(r'\\(\\|")', lambda found: "\\u0022" if found[1] == '"' else found[0], quoted)
    return quoted
