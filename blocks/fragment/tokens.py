"""HTML as a stream of tags, texts and comments with their places (HTML Living Standard, 13.2.5 Tokenization).

The tokens tile the text: joined, they are the text again. Time is linear in it, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from blocks.fragment.references import decoded

TokenKind = Literal["text", "start", "end", "comment"]

# Elements whose content is text up to their end tag; in the last two, character references count.
_RAW_TEXT = frozenset({"script", "style", "iframe", "noembed", "noframes", "xmp", "textarea", "title"})
_ESCAPABLE = frozenset({"textarea", "title"})
VOID_ELEMENTS = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)

_TAG_NAME = re.compile(r"</?[a-zA-Z][^\t\n\f\r />]*+")
_ATTRIBUTE = re.compile(
    r"""[\t\n\f\r /]*+(?:
          (?P<end>>)
        | (?P<name>[^\t\n\f\r />][^\t\n\f\r />=]*+)
          (?:[\t\n\f\r ]*+=[\t\n\f\r ]*+
            (?: "(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?P<bare>[^\t\n\f\r >]*+) )
          )?
    )""",
    re.VERBOSE,
)
# A whole start or end tag, with what `_ATTRIBUTE` reads one by one.
_TAG = re.compile(
    r"""</?([a-zA-Z][^\t\n\f\r />]*+)
        (?: [\t\n\f\r /]*+ [^\t\n\f\r />][^\t\n\f\r />=]*+
            (?: [\t\n\f\r ]*+=[\t\n\f\r ]*+ (?: "[^"]*+" | '[^']*+' | (?!["'])[^\t\n\f\r >]*+ )
              | (?![\t\n\f\r ]*+=)
            )
        )*+ [\t\n\f\r /]*+ >""",
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


class Token:
    """A tag, a text or a comment, from `start` to `end`; not to be changed.

    `name` is a tag's name in lower case, else empty. `value` is a text with its character references decoded, and
    the markup itself otherwise.
    """

    __slots__ = ("_attributes", "end", "kind", "name", "start", "value")

    def __init__(self, kind: TokenKind, start: int, end: int, value: str, name: str = "") -> None:
        self.kind: TokenKind = kind
        self.start = start
        self.end = end
        self.value = value
        self.name = name
        self._attributes: tuple[Attribute, ...] | None = None

    def __repr__(self) -> str:
        return f"Token({self.kind!r}, {self.start}, {self.end}, {self.value!r}, {self.name!r})"

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """The attributes of a tag: the first of each name, as browsers do. They are read when first asked for."""
        if self._attributes is None:
            self._attributes = _attributes(self.value, self.start) if self.name else ()
        return self._attributes

    def get(self, name: str) -> str | None:
        """The value of an attribute: "" where it has none (`<video controls>`), None where the tag has no such one."""
        if name not in self.value and name not in self.value.lower():
            return None
        for found in _found_attributes(self.value) if self.name else ():
            if found["name"].lower() == name:
                return decoded(_value(found) or "")
        return None

    @property
    def classes(self) -> list[str]:
        """The names in the `class` attribute."""
        return (self.get("class") or "").split()


def tokens(html: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `html` from `start` to `end`, in order. A tag that the text ends in is text."""
    end = len(html) if end is None else end
    position = text_start = start
    while (opening := html.find("<", position, end)) >= 0:
        if tag := _TAG.match(html, opening, end):
            markup, name = tag.group(0, 1)
            name = name.lower()
            kind: TokenKind = "end" if markup[1] == "/" else "start"
            token = Token(kind, opening, opening + len(markup), markup, name)
        elif _TAG_NAME.match(html, opening, end):  # a tag that never ends
            break
        elif comment := _COMMENT.match(html, opening, end) or _BOGUS_COMMENT.match(html, opening, end):
            kind, name = "comment", ""
            token = Token(kind, opening, comment.end(), comment[0])
        else:
            position = opening + 1
            continue
        if text_start < opening:
            yield _text(html, text_start, opening)
        yield token
        position = text_start = token.end
        if name in _RAW_TEXT and kind == "start":
            closing = _RAW_END[name].search(html, position, end)
            position = closing.start() if closing else end
            if text_start < position:
                yield _text(html, text_start, position, escapable=name in _ESCAPABLE)
            text_start = position
    if text_start < end:
        yield _text(html, text_start, end)


def _text(html: str, start: int, end: int, escapable: bool = True) -> Token:
    text = html[start:end]
    return Token("text", start, end, decoded(text) if "&" in text and escapable else text)


def _attributes(tag: str, offset: int) -> tuple[Attribute, ...]:
    """The attributes of a tag that stands at `offset` of the text."""
    attributes: dict[str, Attribute] = {}
    for found in _found_attributes(tag):
        attribute = _attribute(found, offset)
        attributes.setdefault(attribute.name, attribute)
    return tuple(attributes.values())


def _found_attributes(tag: str) -> Iterator[re.Match[str]]:
    name = _TAG_NAME.match(tag)
    position = name.end() if name else 0
    while (found := _ATTRIBUTE.match(tag, position)) and not found["end"]:
        yield found
        position = found.end()


def _value(found: re.Match[str]) -> str | None:
    value = found["double"] if found["double"] is not None else found["single"]
    return value if value is not None else found["bare"]


def _attribute(found: re.Match[str], offset: int) -> Attribute:
    value = _value(found)
    said = decoded(value) if value is not None else None
    return Attribute(found["name"].lower(), said, offset + found.start("name"), offset + found.end())


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
