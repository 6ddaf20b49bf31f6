"""What goes to standard error: messages for people."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from blocks.errors import ParseError
from blocks.problems import Level, Problem

LEVELS: tuple[Level, ...] = ("error", "warning", "info")

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def say(message: str) -> None:
    """Write one message to standard error."""
    _write(f"blocks: {message}\n")


def say_problems(label: str, problems: Iterable[Problem], level: Level = "warning") -> None:
    """Write the problems of `level` and worse: the first of each code, and how many more there are of it."""
    by_code: dict[str, list[Problem]] = {}
    for problem in problems:
        if is_at_least(problem, level):
            by_code.setdefault(problem.code, []).append(problem)
    for same in by_code.values():
        more = f" (and {len(same) - 1:,} more of this code)" if len(same) > 1 else ""
        _write(f"{label}:{same[0]}{more}\n")


def say_parse_error(label: str, error: ParseError) -> None:
    """Write what strict parsing met, with a caret under the place."""
    _write(f"{label}:{error.problem}\n  {error.source_line}\n  {error.caret}\n")
    if error.expected:
        _write(f"expected {', or '.join(error.expected)}\n")


def is_at_least(problem: Problem, level: Level) -> bool:
    """Whether a problem is as bad as `level`, or worse."""
    return LEVELS.index(problem.level) <= LEVELS.index(level)


def without_controls(text: str) -> str:
    """`text` with control characters shown as escapes, so that no input can steer a terminal."""
    return _CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def _write(text: str) -> None:
    sys.stderr.write(without_controls(text))
    sys.stderr.flush()
