"""Inline elements: the style of the text in them, and where links lead."""

from __future__ import annotations

import re
from typing import Final

from blocks.cli.messages import without_controls

STYLES: Final[dict[str, str]] = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("cite", "dfn", "em", "i", "var"), "italic"),
    **dict.fromkeys(("ins", "u"), "underline"),
    **dict.fromkeys(("del", "s", "strike"), "strike"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "cyan"),
    "mark": "reverse",
    "small": "dim",
}
LINK: Final = "underline blue"
BUTTON: Final = "bold reverse"

_RAISED = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_RUN: Final = re.compile(r"[ \t\n\f\r\u2028\u2029]+")
_INVISIBLE: Final = re.compile("[\xad\ufeff]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_SAFE: Final = re.compile(r"(?:https?|mailto|ftp):[^\x00-\x20\x7f-\x9f\\]+", re.IGNORECASE)


def visible(text: str) -> str:
    """Text for a terminal: no control character but tabs and line ends, nothing that UTF-8 has no bytes for."""
    return _SURROGATE.sub("\ufffd", without_controls(_INVISIBLE.sub("", text)))


def spaced(text: str) -> str:
    """`visible` text on one line, with one blank for a run of white space."""
    return visible(_RUN.sub(" ", text))


def raised(text: str, name: str) -> str:
    """The text of a `<sup>` or `<sub>`: digits as raised or lowered ones, where there is nothing else."""
    changed = text.translate(_RAISED if name == "sup" else _LOWERED)
    return changed if not any(one.isascii() and not one.isspace() for one in changed) else text


def address(value: str | None) -> str:
    """An address to show; empty for a place on the same page, for scripts and for data."""
    url = spaced(value or "").strip()
    return "" if url.startswith("#") or url.lower().startswith(("javascript:", "data:")) else url


def is_safe(url: str) -> bool:
    """Whether an address may be sent to a terminal as the target of a link."""
    return _SAFE.fullmatch(url) is not None
