"""Character references decoded as PHP does it, by the rules of HTML 4."""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import Final

_REFERENCE: Final = re.compile(r"&(?:#(?:0*+([0-9]{1,7})|[xX]0*+([0-9A-Fa-f]{1,6}))|([A-Za-z][A-Za-z0-9]{0,9}));")
_CONTROLS: Final = frozenset((0x9, 0xA, 0xD))
_ALLOWED: Final = ((0x20, 0x7E), (0xA0, 0xD7FF), (0xE000, 0x10FFFF))


def html_entity_decode(text: str) -> str:
    """`html_entity_decode()`: numbers of characters that HTML may hold, names of HTML 4, with semicolons."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    if found[3]:
        code = name2codepoint.get(found[3])
        return found[0] if code is None else chr(code)
    number = int(found[1]) if found[1] else int(found[2], 16)
    is_allowed = number in _CONTROLS or any(first <= number <= last for first, last in _ALLOWED)
    return chr(number) if is_allowed else found[0]
