"""What the HTML of a document holds: headings, pictures, captions, links, and the visible text.

It is read by tokens, with the blocks inside in place, as renderers read it; so depth and wrong nesting cost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from blocks.fragment import Token, tokens
from blocks.model.block import Block
from blocks.model.digest import Heading
from blocks.model.document import Document
from blocks.render.base import Context, renderable, visit

_INLINE: Final = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
     "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
     "time", "tt", "u", "var", "wbr"}
)  # fmt: skip
"""Elements that do not part the words inside them from those around; all others do."""
_HIDDEN: Final = frozenset({"datalist", "iframe", "noembed", "noframes", "script", "style", "template"})
_HEADING = re.compile(r"h([1-6])\Z")
_EMOJI: Final = frozenset({"emoji", "wp-smiley"})
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\ufeff]")


@dataclass(slots=True)
class Link:
    """A link, and the text or the alternative text in it."""

    url: str
    text: str = ""


@dataclass(slots=True)
class Found:
    """What was found, in order."""

    headings: list[Heading] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    """The alternative text of each picture; empty for one that has none."""
    links: list[Link] = field(default_factory=list)
    """Links with an address of their own: not those to places of the same page, and no scripts."""
    text: str = ""
    """The visible text on one line."""


def scan(document: Document, context: Context) -> Found:
    """What the HTML of a document holds."""
    scanner = _Scanner()

    def rule(node: Block) -> Iterator[Block]:
        scanner.end_block()
        for part in node.inner_content:
            if isinstance(part, str):
                scanner.feed(part, node)
            else:
                yield part
        scanner.end_block()

    visit(renderable(document, context), rule)
    for name in ("a", "caption"):
        scanner.end(name)
    scanner.found.text = spaced("".join(scanner.texts))
    return scanner.found


def spaced(text: str) -> str:
    """Text on one line, one blank for a run of white space, without what nobody sees."""
    return " ".join(_INVISIBLE.sub("", text).split())


@dataclass(slots=True)
class _Heading:
    level: int
    anchor: str | None
    node: Block


class _Scanner:
    """One of each kind is open at most: where another begins, the one before has ended."""

    def __init__(self) -> None:
        self.found = Found()
        self.texts: list[str] = []
        self._heading: tuple[int, _Heading] | None = None
        self._caption: int | None = None
        self._link: tuple[int, Link] | None = None

    def feed(self, html: str, node: Block) -> None:
        hidden = ""
        for token in tokens(html):
            if hidden:
                hidden = "" if token.kind == "end" and token.name == hidden else hidden
            elif token.kind == "text":
                self.texts.append(token.value)
            elif token.kind in {"start", "end"}:
                if token.name not in _INLINE:
                    self.texts.append(" ")
                if token.kind == "end":
                    self.end(token.name)
                elif token.name in _HIDDEN:
                    hidden = token.name
                else:
                    self._start(token, node)

    def _start(self, token: Token, node: Block) -> None:
        if heading := _HEADING.match(token.name):
            self.end(token.name)
            self._heading = len(self.texts), _Heading(int(heading[1]), token.get("id") or None, node)
        elif token.name in {"figcaption", "caption"}:
            self.end(token.name)
            self._caption = len(self.texts)
        elif token.name == "a":
            self.end("a")
            url = _address(token.get("href"))
            if url:
                self._link = len(self.texts), Link(url)
        elif token.name == "img":
            self._picture(token, token.get("alt"))
        elif token.get("role") == "img":
            self._picture(token, token.get("aria-label"))

    def _picture(self, token: Token, alt: str | None) -> None:
        if _EMOJI.isdisjoint(token.classes):
            words = spaced(alt or "")
            self.found.alts.append(words)
            if self._link is not None and not self._link[1].text:
                self._link[1].text = words
        elif alt:
            self.texts.append(alt)

    def end(self, name: str) -> None:
        if name == "a" and self._link is not None:
            start, link = self._link
            link.text = spaced("".join(self.texts[start:])) or link.text
            self.found.links.append(link)
            self._link = None
        elif name in {"figcaption", "caption"} and self._caption is not None:
            if text := spaced("".join(self.texts[self._caption :])):
                self.found.captions.append(text)
            self._caption = None
        elif self._heading is not None and _HEADING.match(name):
            start, heading = self._heading
            if text := spaced("".join(self.texts[start:])):
                self.found.headings.append(Heading(heading.level, text, heading.anchor, heading.node.span))
            self._heading = None

    def end_block(self) -> None:
        """End the heading that is open, where a block begins or ends: none reaches over that."""
        self.end("h1")
        self.texts.append(" ")


def _address(value: str | None) -> str | None:
    url = spaced(value or "")
    return None if not url or url.startswith("#") or url.lower().startswith(("javascript:", "data:")) else url
