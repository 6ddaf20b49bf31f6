"""Marks in HTML: where each block begins and ends, and which elements a block's form is made of.

Marks are comments with a key that no text can guess. WordPress's filters pass over them as over any comment, and the
cleaner takes them out again.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from blocks.fragment import Token, tokens
from blocks.model.block import Block
from blocks.render.amp.attributes import Values

_KEY: Final = secrets.token_hex(8)
_MARK: Final = re.compile(rf"<!--{_KEY}(/?)([be])(\d+)-->")

_MARK_OR_END: Final = re.compile(rf"{_MARK.pattern}|(?P<end>--!?>)")
_NAMES: Final = ("em", "strong", "b", "i", "code", "s", "sub", "sup", "mark", "cite", "q", "kbd", "span")
_INLINE: Final = "|".join(f"<{name}>[^<]*+</{name}>" for name in _NAMES)
INLINE_TAGS: Final = ("<a href=#>", "<br>", *(f"<{name}>" for name in _NAMES))
"""The start tags that stand in a plain element."""

# One paragraph, heading or list item with nothing in it that AMP could mind: alone, and as a block with its marks.
_ELEMENT: Final = rf"""
    (?P<opening><(?P<name>p|li|h[1-6]) (?:[ ]class="[\w -]*+")? >)
      (?: [^<]++
        | {_INLINE}
        | <a[ ]href="https?://[a-z0-9-]++(?:\.[a-z0-9-]++)++(?:/[\w./?=&;%\#~+,:@!-]*+)?+"
          (?:[ ]target="_blank")?+ (?:[ ]rel="(?:[ ]?(?:noreferrer|noopener|nofollow))++")?+ > [^<]*+ </a>
        | <br[ ]?/?> )*+
    </(?P=name)>\s*+
"""
_PLAIN_BLOCK: Final = re.compile(
    rf"<!--{_KEY}b(\d+)--> (?P<html>\s*+{_ELEMENT}) <!--{_KEY}/b\1--> (?P<behind>\s*+)",
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
_PLAIN_ELEMENT: Final = re.compile(f"(?P<html>{_ELEMENT})(?P<behind>)", re.VERBOSE | re.ASCII | re.IGNORECASE)
_PLAIN_NAMES: Final = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True, slots=True)
class Sealed:
    """An element of a form. What stands in it cannot close it, however broken that is; it is closed by its own mark.

    `values` are its attributes, which are not checked again.
    """

    tag: str
    values: Values = field(default_factory=dict)
    component: str | None = None
    """The component of AMP that it needs."""
    parent: str | None = None
    """The element that it must be a child of; anywhere else it is a `<div>` with nothing but its class."""
    depth: int = 1
    """How many elements inside each other its form has, itself included."""


class Mark(NamedTuple):
    """One mark: the beginning or the end of a block or of an element, by number."""

    is_end: bool
    is_block: bool
    number: int


class Piece(NamedTuple):
    """A part of a block's HTML: that of a block inside it, or what stands between those."""

    html: str
    node: Block | None
    is_block: bool


class Plain(Token):
    """A paragraph, heading or list item in which there is nothing that AMP could mind, as one token.

    `html` is the element with the blanks around it, without marks, `tag` its name and `opening` its start tag.
    """

    __slots__ = ("html", "opening", "tag")

    def __init__(self, found: re.Match[str]) -> None:
        super().__init__("comment", *found.span(), "")
        html, behind, name, self.opening = found.group("html", "behind", "name", "opening")
        self.html = html + behind if behind else html
        self.tag = name.lower()


class Marks:
    """The marks of one rendering."""

    def __init__(self) -> None:
        self.nodes: list[Block | None] = []
        self.elements: list[Sealed] = []

    def block(self, html: str, node: Block | None) -> str:
        """`html` as that of a block; what is empty stays empty, since WordPress asks whether blocks print anything."""
        if not html or html.isspace():
            return html
        number = len(self.nodes)
        self.nodes.append(node)
        return f"<!--{_KEY}b{number}-->{html}<!--{_KEY}/b{number}-->"

    def sealed(self, element: Sealed, html: str = "") -> str:
        """An element of a form around `html`."""
        number = len(self.elements)
        self.elements.append(element)
        return f"<!--{_KEY}e{number}-->{html}<!--{_KEY}/e{number}-->"

    def read(self, comment: str) -> Mark | None:
        """The mark that a comment is, None for any other comment."""
        found = _MARK.fullmatch(comment)
        if found is None:
            return None
        return Mark(found[1] == "/", found[2] == "b", int(found[3]))

    def only_element(self, html: str) -> Sealed | None:
        """The element of a form that `html` is, but for blanks and marks of blocks around it, else None."""
        found = [mark for mark in _MARK.finditer(html) if mark[2] == "e"]
        if not found or found[-1].group(1, 3) != ("/", found[0][3]):
            return None
        outside = html[: found[0].start()] + html[found[-1].end() :]
        return self.elements[int(found[0][3])] if not self.removed(outside).strip() else None

    def repaired(self, html: str, found: Iterable[Token]) -> str | None:
        """`html` without the marks that stand in tags or in other comments; None where its `found` tokens hold none."""
        if not any(_is_broken(token) for token in found):
            return None
        out: list[str] = []
        start, is_done = 0, False
        while not is_done:
            is_done = True
            for token in tokens(html, start):
                if _is_broken(token):
                    end = token.end if token.name else _end_of_comment(html, token.start)
                    out += (html[start : token.start], self.removed(html[token.start : end]))
                    start, is_done = end, False
                    break
        return "".join((*out, html[start:]))

    def removed(self, html: str) -> str:
        """`html` without marks."""
        return _MARK.sub("", html)

    def tokens(self, html: str) -> list[Token]:
        """The tokens of `html`, with a `Plain` for each element that is one."""
        if "i-amphtml-" in html or "__amp_source_origin" in html:
            return list(tokens(html))
        found: list[Token] = []
        position, is_done = 0, False
        while not is_done:
            is_done = True
            for token in tokens(html, position):
                pattern = _PLAIN_BLOCK if token.kind == "comment" else _PLAIN_ELEMENT
                if (pattern is _PLAIN_ELEMENT and token.name not in _PLAIN_NAMES) or token.kind == "end":
                    found.append(token)
                    continue
                whole = pattern.match(html, token.start)
                if whole is None:
                    found.append(token)
                    continue
                while whole is not None:
                    found.append(Plain(whole))
                    position = whole.end()
                    whole = pattern.match(html, position)
                is_done = False
                break
        return found

    def pieces(self, html: str) -> Iterator[Piece]:
        """`html` cut at the blocks that stand in it, but not inside each other; their own marks stay around them."""
        start = 0
        inside: int | None = None
        for found in _MARK.finditer(html):
            if found[2] != "b":
                continue
            number = int(found[3])
            if inside is None and not found[1]:
                if start < found.start():
                    yield Piece(html[start : found.start()], None, is_block=False)
                start, inside = found.start(), number
            elif found[1] and number == inside:
                yield Piece(html[start : found.end()], self.nodes[number], is_block=True)
                start, inside = found.end(), None
        if start < len(html):
            yield Piece(html[start:], None, is_block=False)


def _is_broken(token: Token) -> bool:
    """Whether a tag, or a comment that is none, has a mark in it."""
    return _KEY in token.value and (bool(token.name) or (token.kind == "comment" and not _MARK.fullmatch(token.value)))


def _end_of_comment(html: str, start: int) -> int:
    """Where a comment ends that the marks in it do not end."""
    for end in _MARK_OR_END.finditer(html, start + len("<!--")):
        if end["end"]:
            return end.end()
    return len(html)
