"""HTML as a stream of tags, texts and comments with their places (HTML Living Standard, 13.2.5 Tokenization).

The tokens tile the text: joined, they are the text again. Time is linear in it, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from blocks.fragment.references import decoded

TokenKind = Literal["text", "start", "end", "comment"]

# Elements whose content is text up to their end tag; in the last two, character references count.
_RAW_TEXT = frozenset({"script", "style", "iframe", "noembed", "noframes", "xmp", "textarea", "title"})
_ESCAPABLE = frozenset({"textarea", "title"})
VOID_ELEMENTS = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)

_TAG_NAME = re.compile(r"</?([a-zA-Z][^\t\n\f\r />]*)")
_ATTRIBUTE = re.compile(
    r"""[\t\n\f\r /]*+(?:
          (?P<end>>)
        | (?P<name>[^\t\n\f\r />][^\t\n\f\r />=]*+)
          (?:[\t\n\f\r ]*+=[\t\n\f\r ]*+
            (?: "(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?P<unterminated>["']) | (?P<bare>[^\t\n\f\r >]*+) )
          )?
    )""",
    re.VERBOSE,
)
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_BOGUS_COMMENT = re.compile(r"<(?:[!?]|/[^a-zA-Z>])[^>]*+(?:>|\Z)")
_RAW_END = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in _RAW_TEXT}


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a start tag, as written from `start` to `end`; `value` is decoded, and None without a `=`."""

    name: str
    value: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, a text or a comment, from `start` to `end`.

    `name` is a tag's name in lower case, else empty. `value` is a text with its character references decoded, and
    the markup itself otherwise. `attributes` holds the first of each name, as browsers do.
    """

    kind: TokenKind
    start: int
    end: int
    value: str
    name: str = ""
    attributes: tuple[Attribute, ...] = field(default=())

    def get(self, name: str) -> str | None:
        """The value of an attribute: "" where it has none (`<video controls>`), None where the tag has no such one."""
        for attribute in self.attributes:
            if attribute.name == name:
                return attribute.value or ""
        return None

    @property
    def classes(self) -> list[str]:
        """The names in the `class` attribute."""
        return (self.get("class") or "").split()


def tokens(html: str) -> Iterator[Token]:
    """The tokens of `html`, in order. A tag that the text ends in is text."""
    position, text_start = 0, 0
    while (opening := html.find("<", position)) >= 0:
        token = _markup_at(html, opening)
        if token is None:
            position = opening + 1
            continue
        if token.kind == "text":  # a tag that never ends
            break
        if text_start < opening:
            yield _text(html, text_start, opening)
        yield token
        position = text_start = token.end
        if token.kind == "start" and token.name in _RAW_TEXT:
            closing = _RAW_END[token.name].search(html, position)
            position = closing.start() if closing else len(html)
            if text_start < position:
                yield _text(html, text_start, position, escapable=token.name in _ESCAPABLE)
            text_start = position
    if text_start < len(html):
        yield _text(html, text_start, len(html))


def _text(html: str, start: int, end: int, escapable: bool = True) -> Token:
    text = html[start:end]
    return Token("text", start, end, decoded(text) if escapable else text)


def _markup_at(html: str, start: int) -> Token | None:
    """The tag or comment that begins at `start`, None where `<` is just text, a text token where a tag never ends."""
    tag = _TAG_NAME.match(html, start)
    if tag is None:
        comment = _COMMENT.match(html, start) or _BOGUS_COMMENT.match(html, start)
        return Token("comment", start, comment.end(), comment[0]) if comment else None
    attributes: dict[str, Attribute] = {}
    position = tag.end()
    while found := _ATTRIBUTE.match(html, position):
        position = found.end()
        if found["end"]:
            kind: TokenKind = "end" if html[start + 1] == "/" else "start"
            name = tag[1].lower()
            return Token(kind, start, position, html[start:position], name, tuple(attributes.values()))
        if found["unterminated"]:
            break
        attribute = _attribute(found)
        attributes.setdefault(attribute.name, attribute)
    return _text(html, start, len(html))


def _attribute(found: re.Match[str]) -> Attribute:
    value = found["double"] if found["double"] is not None else found["single"]
    if value is None:
        value = found["bare"]
    return Attribute(
        found["name"].lower(), decoded(value) if value is not None else None, found.start("name"), found.end()
    )


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `replacement` in the place from `start` to `end`."""

    start: int
    end: int
    replacement: str = ""


def edited(html: str, edits: Iterable[Edit]) -> str:
    """`html` with the edits made and every other character as it was. Edits come in order and do not overlap."""
    out: list[str] = []
    position = 0
    for edit in edits:
        out += (html[position : edit.start], edit.replacement)
        position = edit.end
    out.append(html[position:])
    return "".join(out)
