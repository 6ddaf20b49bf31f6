"""`@font-face`, `@keyframes` and `@page`: rules that are no style rules, and when a page needs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from blocks.render.amp.stylesheet.declarations import OWN_NAMES, Declaration, body_of, declaration
from blocks.render.amp.stylesheet.values import ADDRESS, UnwritableError, identifier, string, text_of

Lose = Callable[[str, Any], None]
"""Notes a loss: its kind, and the node that is lost."""


@dataclass(frozen=True, slots=True)
class AtRule:
    """A rule that stays whole. `name` is that of the font or animation; a page needs it where it uses the name.

    The name is "" for what stays always, in lower case for fonts, whose case does not matter.
    """

    conditions: tuple[str, ...]
    ghost: str
    name: str
    is_font: bool
    text: str
    variables: frozenset[str]
    names: frozenset[str]


def font_face(node: Any, conditions: tuple[str, ...], ghost: str, lose: Lose) -> AtRule:
    """A font; it stays where its family is named. Raises `UnwritableError` for one without a family or a source."""
    found = _declarations(node, lose)
    family = next((one.names for one in found if one.name == "font-family"), frozenset())
    name = max(family, key=len, default="").lower()  # of words in a row the longest is all of them
    if not name or not any(one.name == "src" for one in found):
        raise UnwritableError
    return AtRule(conditions, ghost, name, True, f"@font-face{{{body_of(found)}}}", frozenset(), frozenset())


def keyframes(node: Any, conditions: tuple[str, ...], ghost: str, lose: Lose) -> AtRule:
    """An animation; it stays where it is named. Raises `UnwritableError` where its own name cannot be read."""
    import tinycss2

    said = [token for token in node.prelude if token.type != "whitespace"]
    if len(said) != 1 or said[0].type not in ("ident", "string"):
        raise UnwritableError
    name = said[0].value
    frames: list[str] = []
    every: list[Declaration] = []
    for frame in tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True):
        if frame.type != "qualified-rule":
            lose("rule", frame)
            continue
        selector = text_of(frame.prelude)
        found = _declarations(frame, lose)
        every += found
        if selector and found:
            frames.append(f"{selector}{{{body_of(found)}}}")
    written = identifier(name) if said[0].type == "ident" else string(name)
    if OWN_NAMES in name.lower():
        raise UnwritableError
    return AtRule(
        conditions,
        ghost,
        name,
        False,
        f"@{node.lower_at_keyword} {written}{{{''.join(frames)}}}",
        frozenset().union(*(one.variables for one in every)),
        frozenset().union(*(one.names for one in every)),
    )


def page(node: Any, conditions: tuple[str, ...], ghost: str, lose: Lose) -> AtRule:
    """The margins of paper. Raises `UnwritableError` where its selector cannot be read."""
    selector = text_of(node.prelude)
    if OWN_NAMES in selector.lower():
        raise UnwritableError
    found = _declarations(node, lose, important=True)
    text = f"@page {selector}".rstrip() + f"{{{body_of(found)}}}"
    variables: Iterable[frozenset[str]] = (one.variables for one in found)
    return AtRule(conditions, ghost, "", False, text, frozenset().union(*variables), frozenset())


def _declarations(node: Any, lose: Lose, *, important: bool = False) -> list[Declaration]:
    """The declarations of a block. Important ones count only where `important` says so (CSS Animations 1, 3)."""
    import tinycss2

    found: list[Declaration] = []
    for parsed in tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True):
        if parsed.type != "declaration":
            lose(f"@{parsed.lower_at_keyword}"[:40] if parsed.type == "at-rule" else "declaration", parsed)
            continue
        if parsed.important and not important:
            continue
        try:
            found.append(declaration(parsed))
        except UnwritableError as error:
            lose(ADDRESS if error.reason == ADDRESS else "declaration", parsed)
    return found
