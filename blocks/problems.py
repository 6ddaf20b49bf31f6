"""What is worth telling about a text: a `Problem` with a stable code, at a `Span`.

`CODES` is the whole list; codes are API and do not change their meaning. `docs/problems.md` shows an example of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a source.

    `start` and `end` are offsets into the source as it was given: characters of a `str`, bytes of `bytes`.
    `line` and `column` are where it starts, counted from 1, the column in characters; lines end at `\\n`.
    """

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Kind:
    """What a problem's code stands for."""

    level: Level
    summary: str


CODES: dict[str, Kind] = {
    "unclosed-block": Kind("error", "a block is still open where the text ends"),
    "stray-closer": Kind("error", "a closer closes nothing; WordPress takes the rest of the text as HTML"),
    "mismatched-closer": Kind("error", "a closer bears another name than the block it closes"),
    "invalid-attributes": Kind("error", "a delimiter's attributes are no JSON object; WordPress reads null"),
    "duplicate-attribute": Kind("warning", "a key stands twice in the attributes; the last one counts"),
    "closer-attributes": Kind("warning", "a closer carries attributes, which mean nothing"),
    "void-closer": Kind("warning", "a closer ends in `/-->`, which makes it a void block"),
    "malformed-delimiter": Kind("warning", "a comment looks like a delimiter but is HTML to WordPress"),
    "lost-zero": Kind("warning", "the text `0` alone between delimiters, which WordPress drops"),
    "wrong-attribute": Kind("warning", "an attribute of another type or value than it may have; its default counts"),
    "unrecognised-markup": Kind("warning", "a block's HTML fits no shape in which WordPress's editor saved its type"),
    "older-shape": Kind("info", "a block is saved as an older version of WordPress's editor saved its type"),
    "unknown-block": Kind("info", "no declared type has this block's name"),
    "freeform-html": Kind("info", "HTML that stands outside every block"),
    "unrecovered-html": Kind("info", "rendered HTML of which no block could be recovered, kept as it is"),
    "invalid-utf8": Kind("warning", "bytes that are not UTF-8; they are kept as they are"),
    "overlap-limit": Kind("error", "unclosed blocks repeat so much text that it was rendered once"),
    "render-limit": Kind("error", "blocks stand so deep inside each other that what follows was shown as saved"),
    "no-data": Kind("warning", "a block that the server draws from data that the site does not have"),
    "missing-reference": Kind("warning", "a pattern, a template part or a menu that the site does not have"),
    "unanswered-embed": Kind("info", "an address of which nobody said what it shows; it stays an address"),
    "reference-loop": Kind("warning", "a pattern or a template part that stands inside itself"),
    "nothing-rendered": Kind("warning", "a block that the server draws, which has no saved markup to render"),
    "unsupported-content": Kind("warning", "content that the output format cannot hold was left out"),
    "replaced-content": Kind("info", "content that the output format cannot hold was replaced"),
    "unknown-dimensions": Kind("warning", "no source knows the width and height of a picture or a player"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing worth telling about a text: what (`code`, `message`), how bad (`level`), and where (`span`)."""

    code: str
    message: str
    span: Span

    @property
    def level(self) -> Level:
        """`error`, `warning` or `info`."""
        return CODES[self.code].level

    def __str__(self) -> str:
        return f"{self.span.line}:{self.span.column}: {self.code} {self.message}"
