"""Elements that are dropped or replaced whole: where they end, and what is in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from blocks.fragment import Token
from blocks.model.block import Block
from blocks.render.amp import rules
from blocks.render.amp.marks import Plain
from blocks.render.amp.players import OWN, recognised

_RAW_TEXT = rules.words("iframe noembed noframes script style title")
_PAIRED = (
    rules.words("applet audio button form math noscript object select template textarea video") | OWN
)  # dropped or replaced, and they hold elements
_LONE = re.compile(
    r"\s*<p(?: [^<>]*)?>\s*(?:<a href=\"(https?://[^\"\s<>]{1,2000})\"[^<>]*>\1</a>|(https?://[^\s<>]{1,2000}))\s*</p>\s*\Z",
    re.IGNORECASE,
)
_DRAWING = 40  # tokens that an icon has at most
_TEX = re.compile(r"(?:application/x-tex|text/x?-?tex|latex)\Z", re.IGNORECASE)


def matching_ends(found: Sequence[Token]) -> dict[int, int]:
    """The index of the last token of each element that is dropped or replaced whole, by the index of its first."""
    ends: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for index, token in enumerate(found):
        if token.kind == "start" and token.name in _RAW_TEXT:
            last = index
            while last + 1 < len(found) and last < index + 2 and found[last].kind != "end":
                following = found[last + 1]
                if following.kind != "text" and (following.kind != "end" or following.name != token.name):
                    break
                last += 1
            ends[index] = last
        elif token.kind == "start" and token.name in _PAIRED:
            opened.setdefault(token.name, []).append(index)
        elif token.kind == "end" and opened.get(token.name):
            ends[opened[token.name].pop()] = index
    return ends


def sources_end(tokens: Sequence[Token], index: int) -> int:
    """Where the sources of a player without an end tag end, which begin at `index`."""
    while index < len(tokens):
        token = tokens[index]
        if token.name not in ("source", "track") and (token.kind != "text" or token.value.strip()):
            break
        index += 1
    return index


def behind_nothing(tokens: Sequence[Token], index: int) -> int | None:
    """Where the tokens go on behind an `<object>` that shows nothing, None for one with content."""
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "end" and token.name == "object":
            return index + 1
        is_comment = token.kind == "comment" and not isinstance(token, Plain)
        if not is_comment and token.name != "param" and (token.kind != "text" or token.value.strip()):
            return None
        index += 1
    return index


def says_something(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Whether there is more to read among tokens than drawings; where they are many, they say something."""
    if end - index > _DRAWING:
        return True
    return any(
        isinstance(token, Plain)
        or token.name in ("img", "math")
        or (token.kind == "text" and bool(token.value.strip()))
        for token in tokens[index:end]
    )


def lone_address(html: str) -> str | None:
    """The address that is all there is in a paragraph, as text or as a link that says nothing else.

    None where no site is known to show something at it. WordPress makes players of such addresses by the network.
    """
    found = _LONE.match(html)
    address = unescape(found[1] or found[2]) if found is not None else ""
    return address if address and recognised(address) is not None else None


class Formulas:
    """The TeX of the formulas among tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._without_tex = 0
        self._begun: set[int] = set()  # the math blocks whose first formula has been seen

    def tex(self, block: Block | None, index: int, end: int | None) -> str | None:
        """The TeX of a formula: the annotation inside `<math>`, else `latex` of a math block, whose first one it is."""
        found = self._annotated(index, end)
        if block is None or block.block_name != "core/math" or id(block) in self._begun:
            return found
        self._begun.add(id(block))
        latex = (block.attributes or {}).get("latex")
        return found or (latex.strip() if isinstance(latex, str) else None)

    def _annotated(self, index: int, end: int | None) -> str | None:
        if end is None or end < self._without_tex:
            return None
        self._without_tex = end  # formulas inside this one have been looked through with it
        for position in range(index, end):
            inner, text = self._tokens[position], self._tokens[position + 1]
            if inner.kind == "start" and inner.name == "annotation" and _TEX.match(inner.get("encoding") or ""):
                return text.value.strip() if text.kind == "text" else None
        return None
