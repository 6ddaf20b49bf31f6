"""The files that a page of documentation shows, to be written or compared, so that a page cannot lie."""

from __future__ import annotations

import re
from pathlib import Path

_FILE = re.compile(r"^`(?P<name>[^`\n]+)`:\n\n```\w*\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


def files(page: Path) -> dict[str, str]:
    """The files by name: a line that is the name alone, as code and with a colon, and then a fenced block."""
    return {found["name"]: found["text"] for found in _FILE.finditer(page.read_text(encoding="utf-8"))}
