"""Inline styles: the declarations of a `style` attribute that AMP's validator takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blocks.render.amp.rules import words
from blocks.render.amp.urls import IMAGE, is_valid

MAX_BYTES: Final = 1_000
"""The longest `style` attribute."""

ACTING: Final = words("behavior -ms-behavior -moz-binding")
"""Properties that ran scripts in browsers of old."""

ACTING_FUNCTION: Final = "expression"
"""The function that did."""

MAX_BYTES_IN_ALL: Final = 70_000
"""All inline styles of a page; AMP takes 75,000 with `<style amp-custom>`, for which the rest is left."""

# CSS Syntax 3, 4.3: what a value is made of. What is `endless` took the rest of the text with it.
_PIECE = re.compile(
    r"""(?P<string>"(?:[^"\\\n\f\r]|\\.)*+"|'(?:[^'\\\n\f\r]|\\.)*+')
      | (?P<comment>/\*.*?\*/)
      | url\([ \t]*+
          (?:"(?P<double>[^"\\\n\f\r]*+)"|'(?P<single>[^'\\\n\f\r]*+)'|(?P<bare>[^\s"'()\\\x00-\x1f]*+))
        [ \t]*+\)
      | (?P<important>![ \t\n]*+important)
      | (?P<semicolon>;)
      | (?P<open>[(\[{])
      | (?P<close>[)\]}])
      | (?P<escape>\\.?)
      | (?P<address>url\()
      | (?P<endless>["']|/\*)
      | (?P<stray>!)
      | [^"'/!;()\[\]{}\\uU]++
      | .""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_EXPRESSION = re.compile(rf"(?<![\w-]){ACTING_FUNCTION}\Z", re.IGNORECASE)
_NAME = re.compile(r"\s*+(?:--|-?[a-z])[\w-]*+\s*+:", re.IGNORECASE | re.ASCII)
_PAIRS = {")": "(", "]": "[", "}": "{"}


def clean_style(style: str) -> tuple[str, list[tuple[str, str]]]:
    """The declarations that may stay, and what was wrong with the others: codes of problems and their messages.

    `!important` is taken off its declaration: an inline style wins without it against most.
    """
    kept: list[str] = []
    wrong: list[tuple[str, str]] = []
    size = 0
    for text, broken, important in _declarations(style):
        if not text:
            continue
        cost = len(text.encode("utf-8", "replace")) + 1
        fault = broken or _fault(text)
        if fault is None and size + cost > MAX_BYTES:
            fault = f"is more than the {MAX_BYTES} bytes of one attribute"
        if fault is not None:
            wrong.append(("unsupported-content", f"{_shortened(text)} {fault}: left out"))
            continue
        if important:
            wrong.append(("replaced-content", f"{_shortened(text)} was !important, which AMP forbids: taken off"))
        size += cost
        kept.append(text)
    return ";".join(kept), wrong


def takes_address(address: str) -> bool:
    """Whether `url(…)` may hold an address."""
    return "\t" not in address and is_valid(address, IMAGE, empty=True)


def _fault(declaration: str) -> str | None:
    if not _NAME.match(declaration):
        return "is no declaration"
    if declaration.partition(":")[0].strip().lower() in ACTING:
        return "would act"
    if declaration.startswith(("i-amphtml-", "--i-amphtml-")):
        return "bears a name of AMP's own"
    return None


def _declarations(style: str) -> Iterator[tuple[str, str | None, bool]]:
    """The texts between semicolons, each with what no validator takes about it, and whether it was `!important`."""
    out: list[str] = []
    opened: list[str] = []
    fault: str | None = None
    important, start = False, 0
    for piece in _PIECE.finditer(style):
        text = piece[0]
        if piece["semicolon"] and not opened:
            yield "".join(out).strip(), fault, important
            out, fault, important, start = [], None, False, piece.end()
            continue
        if piece["comment"]:
            text = " "
        if piece["important"]:
            important = True
            continue
        if piece["open"] or piece["address"]:
            if text == "(" and _EXPRESSION.search("".join(out[-2:])):
                fault = "would act"
            opened.append("(" if piece["address"] else text)
        elif piece["close"]:
            if not opened or opened.pop() != _PAIRS[text]:
                fault = "has a bracket too many"
                opened.clear()
        elif piece["endless"]:
            yield style[start:].strip(), "has a string or comment that does not end", False
            return
        fault = _fault_of_piece(piece) or fault
        out.append(text)
    if opened:
        fault = "has a bracket that does not end"
    yield "".join(out).strip(), fault, important


def _fault_of_piece(piece: re.Match[str]) -> str | None:
    if piece["escape"] or piece["address"] or piece["stray"]:
        return f"has {piece[0]}, which AMP does not read"
    address = next((piece[name] for name in ("double", "single", "bare") if piece[name] is not None), None)
    if address is not None and not takes_address(address):
        return "has an address that AMP does not take"
    return None


def _shortened(text: str) -> str:
    line = " ".join(text[:200].split())
    return line if len(line) <= 60 else line[:59] + "…"
