"""What tells Markdown from other text."""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = (
    ("front matter", re.compile(rb"\A---[ \t]*+\r?\n[\w-]++:", re.ASCII)),
    ("headings with #", re.compile(rb"^#{1,6}[ \t]++[^\s#]", re.MULTILINE)),
    ("fences of code", re.compile(rb"^(?:```|~~~)", re.MULTILINE)),
    ("links in brackets", re.compile(rb"\[[^\[\]\n]++\]\([^()\s]++\)")),
    ("lists with dashes or stars", re.compile(rb"^[-*+][ \t]++\S[^\n]*+\n(?:[ \t]*+\n)?[-*+][ \t]++\S", re.MULTILINE)),
    ("words in stars", re.compile(rb"(?<![*\w])\*\*?[^\s*][^*\n]*+\*", re.ASCII)),
    ("underlined headings", re.compile(rb"^\S[^\n]*+\n(?:={3,}|-{3,})[ \t]*+\r?$", re.MULTILINE)),
)
_HEADING_FIRST: Final = re.compile(rb"\s*+#{1,6}[ \t]++[^\s#]")


def markdown_signs(data: bytes) -> list[str]:
    """What says that `data` is Markdown: two signs, or a heading in the first line; none where it is not."""
    found = [name for name, sign in _SIGNS if sign.search(data)]
    return found if len(found) > 1 or _HEADING_FIRST.match(data) else []
