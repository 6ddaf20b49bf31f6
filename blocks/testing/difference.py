"""The difference of two texts, short enough to be read."""

from __future__ import annotations

import re
from difflib import unified_diff
from typing import Final

MOST_LINES: Final = 40  # of a difference as it is told
MOST_COLUMNS: Final = 120  # of a line of it

_CONTEXT: Final = 3
_COMPARED: Final = 200  # lines behind the first difference that are compared; a diff takes the square of them
_BEFORE: Final = 40  # columns before the first difference that are shown of a long line
_HUNK = re.compile(r"^@@ -(\d+)(,\d+)? \+(\d+)(,\d+)? @@$")


def normalized(text: str) -> str:
    """What of a text is compared: line breaks as \\n, and none at the end."""
    return text.replace("\r\n", "\n").rstrip("\n")


def difference(expected: str, got: str, expected_name: str, got_name: str) -> str:
    """Where two texts first differ, as `NAME:LINE:COLUMN`, and a unified diff from there of at most 40 lines.

    Lines longer than 120 columns are shown around that column, and what does not print as an escape.
    """
    ours, theirs = (normalized(text).split("\n") if text else [] for text in (expected, got))
    row = _first(ours, theirs)
    column = _first(*(lines[row] if row < len(lines) else "" for lines in (ours, theirs)))
    start = max(0, row - _CONTEXT)
    same_end = _first(ours[:row:-1], theirs[:row:-1])
    end = row + _COMPARED
    old, new = (lines[start : min(end, len(lines) - same_end + _CONTEXT)] for lines in (ours, theirs))
    diff = list(unified_diff(old, new, f"{expected_name} (expected)", f"{got_name} (got)", n=_CONTEXT, lineterm=""))
    lines = [f"{expected_name}:{row + 1}:{column + 1}: differs here from {got_name}"]
    lines += diff[:2]
    lines += [_line(line, start, column) for line in diff[2 : MOST_LINES - 3]]
    if len(diff) > MOST_LINES - 3 or max(len(old), len(new)) == end - start:
        lines.append("… and so on; where the new one is right, `pytest --blocks-update` writes it")
    return "\n".join(lines)


def _first(one: list[str] | str, other: list[str] | str) -> int:
    """The index of the first item in which two sequences differ; the length of the shorter if it begins the other."""
    for index, (mine, yours) in enumerate(zip(one, other, strict=False)):
        if mine != yours:
            return index
    return min(len(one), len(other))


def _line(line: str, start: int, column: int) -> str:
    hunk = _HUNK.match(line)
    if hunk is not None:
        first, size, second, other_size = hunk.groups(default="")
        return f"@@ -{int(first) + start}{size} +{int(second) + start}{other_size} @@"
    sign, text = line[0], line[1:]
    if len(text) > MOST_COLUMNS:
        left = min(max(0, column - _BEFORE), len(text) - MOST_COLUMNS)
        right = left + MOST_COLUMNS
        text = ("…" if left else "") + text[left:right] + ("…" if right < len(text) else "")
    return sign + _visible(text)


def _visible(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
