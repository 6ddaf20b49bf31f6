"""Reads case files: prose with examples in it, as in CommonMark's spec.txt.

    # Headings

    A heading is underlined.

    ```````````````````````````````` example text width=40
    <h2>Tea</h2>
    .
    Tea
    ---
    ````````````````````````````````

The fence is 32 backticks; behind `example` come the format and its options. A lone `.` parts input and output, and `→`
stands for a tab. A case is known by its file, line and the heading above it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "cases"
FENCE = "`" * 32


@dataclass(frozen=True)
class Case:
    """One example: what goes in, to which format, and what must come out."""

    id: str
    format: str
    source: str
    expected: str
    options: dict[str, Any] = field(default_factory=dict)

    def difference(self, output: str) -> str:
        """What to say of an output that is not the expected one: the case, its input, and the difference."""
        diff = unified_diff(shown(self.expected), shown(output), "want", "got", lineterm="")
        return "\n".join((f"{self.id} ({self.format})", "", *shown(self.source), "", *diff))


def shown(text: str) -> list[str]:
    """The lines of a text, with what cannot be seen made visible; a last line without an end says so."""
    lines = [ascii(line)[1:-1] if not line.isprintable() else line for line in text.replace("\t", "→").split("\n")]
    return lines[:-1] if not lines[-1] else [*lines[:-1], f"{lines[-1]} (no line end)"]


def read(path: Path, folder: Path = FOLDER) -> Iterator[Case]:
    """The cases of a file. ValueError, with its place, for a fence that is not closed or has no `.` in it."""
    heading = ""
    lines = iter(enumerate(path.read_text(encoding="utf-8").split("\n"), 1))
    for number, line in lines:
        if line.startswith("#"):
            heading = line.lstrip("# ")
        if not line.startswith(f"{FENCE} example"):
            continue
        place = f"{path.relative_to(folder).as_posix()}:{number}"
        words = line.removeprefix(f"{FENCE} example").split()
        body: list[str] = []
        for _, inner in lines:
            if inner == FENCE:
                break
            body.append(inner.replace("→", "\t") + "\n")
        else:
            raise ValueError(f"{place}: the fence is not closed")
        if not words or body.count(".\n") != 1:
            raise ValueError(f"{place}: an example needs a format behind it and one line with a lone `.` in it")
        middle = body.index(".\n")
        yield Case(
            id=f"{place} {heading}",
            format=words[0],
            source="".join(body[:middle]),
            expected="".join(body[middle + 1 :]),
            options=dict(_option(word) for word in words[1:]),
        )


def every_case(folder: Path = FOLDER) -> list[Case]:
    """The cases of every file, in order."""
    return [case for path in sorted(folder.rglob("*.txt")) for case in read(path, folder)]


def _option(word: str) -> tuple[str, Any]:
    """`width=40` as a name and a value; a word alone is true."""
    name, equals, value = word.partition("=")
    return name, ast.literal_eval(value) if equals else True
