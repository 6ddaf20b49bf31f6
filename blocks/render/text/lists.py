"""What stands before the items of a list: bullets, numbers, letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from blocks.fragment import Token

BULLET = "- "
NOTES = "notes"
"""The style of the list of notes below a text, whose numbers are in brackets."""
_MOST_DIGITS = 9  # browsers count in 32 bits
_ROMAN = dict(m=1000, cm=900, d=500, cd=400, c=100, xc=90, l=50, xl=40, x=10, ix=9, v=5, iv=4, i=1)  # noqa: C408


@dataclass(slots=True)
class Numbering:
    """How the items of one list are numbered; a bullet stands before each where `number` is None."""

    number: int | None = None
    step: int = 1
    style: str = "1"

    def marker(self, value: str | None) -> str:
        """What stands before the next item; `value` is the number that it asks for itself."""
        if self.number is None:
            return BULLET
        number = integer(value)
        if number is None:
            number = self.number
        self.number = number + self.step
        return f"[{number}] " if self.style == NOTES else f"{_numeral(number, self.style)}. "


def numbering_of(token: Token, items: int) -> Numbering:
    """The numbering of the list that begins with `token` and has so many items.

    HTML Living Standard, 4.4.5 The ol element: `start`, `reversed`, `type`.
    """
    if token.name != "ol":
        return Numbering()
    if "wp-block-footnotes" in token.classes:
        return Numbering(1, 1, NOTES)
    backwards = token.get("reversed") is not None
    start = integer(token.get("start"))
    if start is None:
        start = items if backwards else 1
    return Numbering(start, -1 if backwards else 1, token.get("type") or "1")


def integer(value: str | None) -> int | None:
    """The number that a value of HTML says, None where it says none."""
    text = (value or "").strip()
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        return None
    return int(text)


def reversed_sizes(tokens: Iterable[Token]) -> dict[int, int]:
    """How many items each list that counts down has, by the place where it begins."""
    sizes: dict[int, int] = {}
    open_lists: list[int] = []
    for token in tokens:
        if token.name in {"ol", "ul"}:
            if token.kind == "start":
                open_lists.append(token.start)
                sizes[token.start] = 0
            elif open_lists:
                open_lists.pop()
        elif token.name == "li" and token.kind == "start" and open_lists:
            sizes[open_lists[-1]] += 1
    return sizes


def _numeral(number: int, style: str) -> str:
    if style in {"a", "A"} and number > 0:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("a") + rest) + letters
        return letters if style == "a" else letters.upper()
    if style in {"i", "I"} and 0 < number < 4000:
        roman = ""
        for letters, value in _ROMAN.items():
            count, number = divmod(number, value)
            roman += letters * count
        return roman if style == "i" else roman.upper()
    return str(number)
