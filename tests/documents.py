"""The examples of a page of documentation, to be run or compared, so that a page cannot lie."""

from __future__ import annotations

import re
from pathlib import Path

_FILE = re.compile(r"^`(?P<name>[^`\n]+)`:?\n\n```\w*\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_SESSION = re.compile(r"^```(?:pycon|python)\n(?P<text>>>> .*?)^```$", re.DOTALL | re.MULTILINE)


def files(page: Path) -> dict[str, str]:
    """The files that a page shows: a name alone in a line, as `code`, and then a fenced block."""
    return {found["name"]: found["text"] for found in _FILE.finditer(page.read_text(encoding="utf-8"))}


def sessions(page: Path) -> str:
    """The Python sessions (`>>>`) of a page, one after the other, for doctest."""
    return "\n\n".join(found["text"] for found in _SESSION.finditer(page.read_text(encoding="utf-8")))
