"""Marks in HTML: where each block begins and ends, and which elements a block's form is made of.

Marks are comments with a key that is made for each rendering. WordPress's filters pass over them as over any comment,
and the cleaner takes them out again; what a filter or a shortcode made of one goes by its key (`without_traces`).
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

_KEY: Final = "[0-9a-f]{12}"
_MARK: Final = re.compile(rf"<!--(?P<key>{_KEY})(?P<end>/?)(?P<kind>[be])(?P<number>\d{{1,9}})-->", re.ASCII)

_MARK_OR_END: Final = re.compile(rf"{_MARK.pattern}|(?P<close>--!?>)")
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
    rf"<!--(?P<key>{_KEY})b(?P<number>\d+)--> (?P<html>\s*+{_ELEMENT}) <!--(?P=key)/b(?P=number)--> (?P<behind>\s*+)",
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
    holds: tuple[frozenset[str], ...] | frozenset[str] | None = None
    """The elements of its form that must be in it: so many, one of each set in turn; or any number of one set. Where
    others are, it is a `<div>`, and so are those whose `parent` it is."""


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
        html, behind, name, self.opening = found.group("html", "behind", "name", "opening")
        self.html = html + behind if behind else html
        super().__init__("comment", *found.span(), self.html)
        self.tag = name.lower()


class Marks:
    """The marks of one rendering."""

    def __init__(self) -> None:
        self._key = secrets.token_hex(6)
        self.nodes: list[Block | None] = []
        self.elements: list[Sealed] = []

    def block(self, html: str, node: Block | None) -> str:
        """`html` as that of a block; what is empty stays empty, since WordPress asks whether blocks print anything."""
        if not html or html.isspace():
            return html
        number, key = len(self.nodes), self._key
        self.nodes.append(node)
        return f"<!--{key}b{number}-->{html}<!--{key}/b{number}-->"

    def sealed(self, element: Sealed, html: str = "") -> str:
        """An element of a form around `html`."""
        number, key = len(self.elements), self._key
        self.elements.append(element)
        return f"<!--{key}e{number}-->{html}<!--{key}/e{number}-->"

    def read(self, comment: str) -> Mark | None:
        """The mark that a comment is, None for any other comment."""
        found = _MARK.fullmatch(comment)
        return self._mark(found) if found is not None and found["key"] == self._key else None

    def _mark(self, found: re.Match[str]) -> Mark | None:
        is_block, number = found["kind"] == "b", int(found["number"])
        if number >= len(self.nodes if is_block else self.elements):
            return None
        return Mark(found["end"] == "/", is_block, number)

    def _marks(self, html: str) -> Iterator[tuple[re.Match[str], Mark]]:
        for found in _MARK.finditer(html):
            if found["key"] == self._key and (mark := self._mark(found)) is not None:
                yield found, mark

    def only_element(self, html: str) -> Sealed | None:
        """The element of a form that `html` is, but for blanks and marks of blocks around it, else None."""
        found = [(place, mark) for place, mark in self._marks(html) if not mark.is_block]
        if not found or not found[-1][1].is_end or found[-1][1].number != found[0][1].number:
            return None
        outside = html[: found[0][0].start()] + html[found[-1][0].end() :]
        return self.elements[found[0][1].number] if not self.removed(outside).strip() else None

    def repaired(self, html: str, found: Iterable[Token]) -> str | None:
        """`html` without the marks that stand in tags or in other comments; None where its `found` tokens hold none."""
        if not any(self._is_broken(token) for token in found):
            return None
        out: list[str] = []
        start, is_done = 0, False
        while not is_done:
            is_done = True
            for token in tokens(html, start):
                if self._is_broken(token):
                    end = token.end if token.name else self._end_of_comment(html, token.start)
                    out += (html[start : token.start], self.removed(html[token.start : end]))
                    start, is_done = end, False
                    break
        return "".join((*out, html[start:]))

    def _is_broken(self, token: Token) -> bool:
        """Whether a tag, or a comment that is none, has a mark in it."""
        if self._key not in token.value:
            return False
        return bool(token.name) or (token.kind == "comment" and not _MARK.fullmatch(token.value))

    def _end_of_comment(self, html: str, start: int) -> int:
        """Where a comment ends that the marks in it do not end."""
        for found in _MARK_OR_END.finditer(html, start + len("<!--")):
            if found["key"] != self._key:
                return found.end()
        return len(html)

    def removed(self, html: str) -> str:
        """`html` without marks."""
        return _MARK.sub("", html) if self._key in html else html

    def without_traces(self, text: str) -> str:
        """`text` without marks, and without what became of them where they were no comments: addresses, words."""
        if self._key not in text:
            return text
        return re.sub(
            rf"(?:&lt;|<)?!?(?:--|&#8211;|&#8212;|–|—)?{self._key}(?:/?[be]\d+(?:(?:--|&#8211;|&#8212;|–|—)(?:&gt;|>)?)?)?",
            "",
            text,
        )

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
                whole = self._plain(pattern, html, token.start)
                if whole is None:
                    found.append(token)
                    continue
                while whole is not None:
                    found.append(Plain(whole))
                    position = whole.end()
                    whole = self._plain(pattern, html, position)
                is_done = False
                break
        return found

    def _plain(self, pattern: re.Pattern[str], html: str, position: int) -> re.Match[str] | None:
        whole = pattern.match(html, position)
        return whole if whole is None or pattern is _PLAIN_ELEMENT or whole["key"] == self._key else None

    def pieces(self, html: str) -> Iterator[Piece]:
        """`html` cut at the blocks that stand in it, but not inside each other; their own marks stay around them."""
        start = 0
        inside: int | None = None
        for found, mark in self._marks(html):
            if not mark.is_block:
                continue
            if inside is None and not mark.is_end:
                if start < found.start():
                    yield Piece(html[start : found.start()], None, is_block=False)
                start, inside = found.start(), mark.number
            elif mark.is_end and mark.number == inside:
                yield Piece(html[start : found.end()], self.nodes[mark.number], is_block=True)
                start, inside = found.end(), None
        if start < len(html):
            yield Piece(html[start:], None, is_block=False)
