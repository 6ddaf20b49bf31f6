"""Whether two pieces of saved HTML mean the same to the editor: `isEquivalentHTML` of @wordpress/blocks.

The editor compares what was saved with what it would save today. It reads both with simple-html-tokenizer, which is not
the tokenizer of browsers: it skips what it does not understand after a `<`, forgets a tag that the text ends in but
keeps the attributes before, knows no raw text but `script`, `style` and `title` in lower case, and gives up on end
tags with attributes. `fragment.tokens` reads as browsers do, and decodes every attribute; so this module has a reader
of its own, which takes attributes apart only where two tags differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import unescape
from typing import Final, NamedTuple

from blocks.fragment.element import BOOLEAN_ATTRIBUTES
from blocks.fragment.javascript import BLANKS, LINE_ENDS
from blocks.fragment.references import character

# Attributes that count even when they are empty. Of the first kind, only being there counts.
_ENUMERATED: Final = frozenset(
    """autocapitalize autocomplete charset contenteditable crossorigin decoding dir draggable enctype formenctype
    formmethod http-equiv inputmode kind method preload scope shape spellcheck translate type wrap""".split()  # noqa: SIM905
)
_COUNTS_WHEN_EMPTY: Final = BOOLEAN_ATTRIBUTES | _ENUMERATED

# An attribute that something follows: its name, and its value in ", in ' or bare. None is empty: `a=>` has no value.
_ATTRIBUTE = re.compile(
    r"""[\t\n\f /]*+([^\t\n\f />][^\t\n\f />=]*+)
        (?: [\t\n\f ]*+=[\t\n\f ]*+
            (?: "([^"]*+)" | '([^']*+)' | (?=>) | ([^\t\n\f "'>][^\t\n\f />]*+)(?=[\t\n\f />]) )
          | (?=[\t\n\f ]*+[^\t\n\f =])
        )""",
    re.VERBOSE,
)
_ATTRIBUTES = rf"(?:{re.sub(r'[(](?![?])', '(?:', _ATTRIBUTE.pattern)})*+"
_ATTRIBUTES_AT_THE_END = re.compile(_ATTRIBUTES, re.VERBOSE)
# After `<`, whatever cannot begin a tag is skipped, and so after `</`.
_MARKUP = re.compile(
    rf"""<[^!/@:A-Za-z]*+
         (?: /[^@:A-Za-z]*+(?P<closed>[@:A-Za-z][^\t\n\f />]*+)(?P<after>>|[\t\n\f /]*+[^\t\n\f /]?+)
           | (?P<opened>[@:A-Za-z][^\t\n\f />]*+)(?:(?P<attributes>{_ATTRIBUTES})(?P<close>[\t\n\f /]*+>))?+
           | (?P<declared>!)
         )""",
    re.VERBOSE,
)
_DECLARATION = re.compile(r"--|doctype", re.IGNORECASE | re.ASCII)
_COMMENT = re.compile(r"((?:[^-]++|-[^-]|--[^>])*+)(?:-->|-{0,2}+\Z)")
_DOCTYPE_NAME = re.compile(r"[^\t\n\f ]*+[\t\n\f ]++[\s\S][^\t\n\f >]*+")
_DOCTYPE_GOES_ON = re.compile(r">|public|system", re.IGNORECASE | re.ASCII)
_REFERENCE = re.compile(r"&(?:#([0-9]++)|#[xX]([0-9a-fA-F]++)|[0-9A-Za-z]++);")
_HTML_BLANKS = re.compile(r"[\t\n\r\v\f ]+")
_NUMBER = re.compile(rf"[{BLANKS}]*+([+-]?(?:[0-9]++\.?[0-9]*+|\.[0-9]++)(?:[eE][+-]?[0-9]++)?)")
_URL = re.compile(rf"url[{BLANKS}]*+\(")

_TEXT, _START, _END, _COMMENTED, _DOCTYPE = range(5)
_RAW_TEXT_UNTIL = {"script": "</script>", "style": "</style>", "title": "</title>"}


_LONG = 500  # characters of attributes that are not worth remembering


class _Token(NamedTuple):
    kind: int
    value: str  # the text, or the name of the tag
    attributes: str = ""  # of a start tag, as written
    closes_itself: bool = False


class _MalformedError(Exception):
    """The tokenizer of the editor throws."""


def equivalent(actual: str, expected: str) -> bool:
    """Whether the editor takes `actual`, what was saved, for `expected`, what it would save.

    Blanks between and at the ends of texts, the order of attributes and classes, empty attributes, the spelling of
    character references, `/>` and the upper and lower case of tags make no difference. Markup that the editor calls
    malformed is equivalent to nothing but itself.
    """
    if actual == expected:
        return True
    try:
        return _equivalent(_Cursor(actual), _Cursor(expected))
    except _MalformedError:
        return False


def _equivalent(left: _Cursor, right: _Cursor) -> bool:
    while token := left.next():
        other = right.next()
        if other is None or not _same_token(token, other):
            return False
        if token.closes_itself and right.skips_end_of(token):
            continue
        if other.closes_itself:
            left.skips_end_of(other)
    return right.next() is None


class _Cursor:
    """A place in the tokens of a text, which are read as far as they are asked for."""

    __slots__ = ("_tokens", "_upcoming")

    def __init__(self, html: str) -> None:
        self._tokens = _tokens(html.replace("\r\n", "\n").replace("\r", "\n"))
        self._upcoming: _Token | None = None

    def next(self) -> _Token | None:
        """The next token that is not a text of blanks alone, None at the end (`getNextNonWhitespaceToken`)."""
        token, self._upcoming = self._upcoming or next(self._tokens, None), None
        while token is not None and token.kind == _TEXT and not token.value.strip("\t\n\r\v\f "):
            token = next(self._tokens, None)
        return token

    def skips_end_of(self, token: _Token) -> bool:
        """Goes past the end tag of `token` if it is what comes next, and says whether it did (`isClosedByToken`)."""
        upcoming = self._upcoming or next(self._tokens, None)
        skips = upcoming is not None and upcoming.kind == _END and upcoming.value == token.value
        self._upcoming = None if skips else upcoming
        return skips


def _same_token(actual: _Token, expected: _Token) -> bool:
    """Names of end tags and the content of a doctype are not compared (`isEqualTokensOfType`)."""
    if actual.kind != expected.kind:
        return False
    if actual.kind == _START:
        if actual.value != expected.value and actual.value.lower() != expected.value.lower():
            return False
        return _same_attributes(actual.attributes, expected.attributes)
    if actual.kind in (_TEXT, _COMMENTED):
        return actual.value == expected.value or _collapsed(actual.value) == _collapsed(expected.value)
    return True


def _collapsed(text: str) -> str:
    return _HTML_BLANKS.sub(" ", text.strip(BLANKS))


def _same_attributes(actual: str, expected: str) -> bool:
    """`isEqualTagAttributePairs`. The last of a name is what is expected; every one of a name is compared with it."""
    if actual == expected and actual.count("=") < 2:  # no name can have two values
        return True
    pairs, others = _pairs(actual), _pairs(expected)
    if len(pairs) != len(others):
        return False
    values = {name.lower(): value for name, value in others}
    for written, value in pairs:
        name = written.lower()
        wanted = values.get(name)
        if wanted is None:
            return False
        if value != wanted and name not in BOOLEAN_ATTRIBUTES and not _SAME_VALUE.get(name, _never)(value, wanted):
            return False
    return True


def _pairs(attributes: str) -> list[tuple[str, str]]:
    """The names, as written, and the values of attributes that count (`getMeaningfulAttributePairs`)."""
    return _short_pairs(attributes) if len(attributes) < _LONG else _read_pairs(attributes)


@lru_cache(maxsize=256)
def _short_pairs(attributes: str) -> list[tuple[str, str]]:
    return _read_pairs(attributes)


def _read_pairs(attributes: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for name, double, single, bare in _ATTRIBUTE.findall(attributes + ">"):
        value = double or single or bare
        if "&" in value:
            value = value[0] + _decoded(value[1:]) if bare else _decoded(value)
        if value or name in _COUNTS_WHEN_EMPTY or name.startswith("data-"):
            pairs.append((name, value))
    return pairs


def _never(_actual: str, _expected: str) -> bool:
    return False


def _same_classes(actual: str, expected: str) -> bool:
    return set(_collapsed(actual).split(" ")) == set(_collapsed(expected).split(" "))


def _same_style(actual: str, expected: str) -> bool:
    return _style(actual) == _style(expected)


_SAME_VALUE: Final[dict[str, Callable[[str, str], bool]]] = {"class": _same_classes, "style": _same_style}


def _style(text: str) -> dict[str, str]:
    """The properties of a `style` attribute, normalised as `getStyleProperties` does; the last of a name counts."""
    properties: dict[str, str] = {}
    for declaration in text.rstrip(BLANKS).removesuffix(";").split(";"):
        name, _, value = declaration.partition(":")
        properties[name.strip(BLANKS)] = _style_value(value)
    return properties


def _style_value(value: str) -> str:
    """`getNormalizedStyleValue`: a length of nothing is 0, a fraction begins with 0, an address stands bare."""
    normal = " ".join(map(_length, _collapsed(value).split(" ")))
    opening = _URL.match(normal)
    if opening is None or not normal.endswith(")"):
        return normal
    address = normal[opening.end() : -1].strip("'\"" + BLANKS)
    return normal if any(end in address for end in LINE_ENDS) else f"url({address})"


def _length(piece: str) -> str:
    """A word of a value; `0px`, and whatever else begins with a number that is zero, is 0 (`getNormalizedLength`)."""
    number = _NUMBER.match(piece)
    if number and float(number[1]) == 0:
        return "0"
    return "0" + piece if piece.startswith(".") else piece


def _decoded(text: str) -> str:
    return _REFERENCE.sub(_character, text)


def _character(reference: re.Match[str]) -> str:
    """A character reference as browsers read it (HTML Living Standard, 13.2.5.80), what is no character too."""
    if reference[1] is None and reference[2] is None:
        return unescape(reference[0])
    return character(reference[1] or reference[2], 10 if reference[1] is not None else 16)


def _tokens(html: str) -> Iterator[_Token]:
    """The tokens of `html`. Raises _MalformedError where simple-html-tokenizer throws."""
    position, within = 0, ""  # the start tag last seen, unless an end tag came after
    while position < len(html):
        until = html.find(_RAW_TEXT_UNTIL.get(within, "<"), position)
        if until != position:
            until = len(html) if until < 0 else until
            yield _text(html, position, until, within)
        found = _MARKUP.match(html, until)
        if found is None:
            return
        position = found.end()
        if (name := found["opened"]) is not None:
            within, close = name, found["close"]
            if close is None:  # the text ends in the tag
                attributes = _ATTRIBUTES_AT_THE_END.match(html, position)
                yield _Token(_START, name, attributes[0] if attributes else "")
                return
            yield _Token(_START, name, found["attributes"], close.endswith("/>"))
        elif (name := found["closed"]) is not None:
            yield _Token(_END, name)
            within = ""
            position = _end_of_end_tag(html, found)
        else:
            token, position = _declaration(html, position)
            if token is None:
                return
            yield token


def _text(html: str, start: int, end: int, within: str) -> _Token:
    """A text token. The first line break after `<pre>` and `<textarea>`, and comments right after them, is no text."""
    if html[start] == "\n" and within.lower() in ("pre", "textarea"):
        start += 1
    text = html[start:end]
    return _Token(_TEXT, _decoded(text) if "&" in text and within not in ("script", "style") else text)


def _end_of_end_tag(html: str, found: re.Match[str]) -> int:
    """Where the text goes on after an end tag. It may hold blanks and `/`, but none right before its `>`."""
    after = found["after"]
    if after == ">" or (after.endswith(">") and not after.endswith("/>")):
        return found.end()
    if after.endswith("/>") or _ATTRIBUTE.match(html, found.end("closed")):
        raise _MalformedError
    return len(html)


def _declaration(html: str, position: int) -> tuple[_Token | None, int]:
    """The comment or doctype after `<!`, whatever stands before it, and where the text goes on."""
    declaration = _DECLARATION.search(html, position)
    if declaration is None:
        return None, len(html)
    if declaration[0] != "--":
        return _Token(_DOCTYPE, ""), _end_of_doctype(html, declaration.end())
    position, start = declaration.end(), ""
    if html.startswith((">", "->"), position):
        return _Token(_COMMENTED, ""), html.index(">", position) + 1
    if html[position : position + 1] == "-" != html[position + 1 : position + 2]:
        start, position = html[position : position + 2][:-1], position + 2  # the character after the dash is lost
    comment = _COMMENT.match(html, position)
    return _Token(_COMMENTED, start + (comment[1] if comment else "")), comment.end() if comment else len(html)


def _end_of_doctype(html: str, position: int) -> int:
    """The place after a doctype. The tokenizer lacks a state after SYSTEM, and one for PUBLIC with two blanks."""
    name = _DOCTYPE_NAME.match(html, position)
    if name is None:
        return len(html)
    follows = _DOCTYPE_GOES_ON.search(html, name.end()) if not html.startswith(">", name.end()) else None
    position = follows.end() if follows else name.end()
    if follows is None:
        return position + 1 if html.startswith(">", position) else len(html)
    if follows[0] == ">":
        return position
    position += 1  # a character is lost
    if position >= len(html):
        return len(html)
    if follows[0].lower() == "system" or html[position] not in "\"'>":
        raise _MalformedError
    ends = html.find(">", position)
    return ends + 1 if ends >= 0 else len(html)
