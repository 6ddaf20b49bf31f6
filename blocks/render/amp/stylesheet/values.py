"""Component values (CSS Syntax 3, 5.2) written again, as short as may be, and as AMP's validator reads them.

What cannot be written raises `UnwritableError`: broken tokens, blocks in braces, addresses that AMP does not take,
and what ran scripts in browsers of old.
What is written holds no `</`, no `!` outside strings, no comment and nothing that a page cannot hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from blocks.render.amp.css import ACTING_FUNCTION, takes_address
from blocks.render.amp.urls import bare

if TYPE_CHECKING:
    from tinycss2.ast import Node

DEEPEST: Final = 32
"""Brackets inside each other; the validator gives up at about 100."""

UNREADABLE: Final = "cannot be read"
ADDRESS: Final = "address"

_LITERALS = frozenset("* + - / . , : = > ~ | ^ $ # % & ? *= ~= |= ^= $= ||".split())  # noqa: SIM905
_COMPARISONS = frozenset("<>=")
_NAME_START = r"A-Za-z_\u00a1-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
_UNSAFE = re.compile(rf"[^-0-9{_NAME_START}]")
_SAFE_NAME = re.compile(rf"(?:--|-?[{_NAME_START}])[-0-9{_NAME_START}]*+\Z")
_UNSAFE_IN_STRING = re.compile(r'["\\<\x00-\x1f\x7f-\xa0\ud800-\udfff\ufffe\uffff]')
_UNQUOTED_ADDRESS = re.compile(r"[-\w.:/?#@!$&*+,;=%~\[\]]*+\Z", re.ASCII)
_AS_NUMBER = re.compile(r"[eE]-?[0-9]")  # a unit that would be an exponent
_ZERO = re.compile(r"\A([-+]?)0+(?=\.)")
_SURROGATES = re.compile("[\ud800-\udfff]")
_HUGE_NUMBER = re.compile(r"(?<![0-9])([0-9]{1000})[0-9]++")
_UNITS = {"number": "", "percentage": "%", "dimension": ""}
_CLOSING = {"() block": ")", "[] block": "]", "function": ")"}


class UnwritableError(Exception):
    """Component values that have no place in AMP; `reason` is `UNREADABLE` or `ADDRESS`."""

    def __init__(self, reason: str = UNREADABLE) -> None:
        super().__init__(reason)
        self.reason = reason


def identifier(value: str) -> str:
    """A name as CSS writes it."""
    if _SAFE_NAME.match(value):
        return value
    if not value:
        raise UnwritableError
    if value == "-" or value[0] in "0123456789" or (value[0] == "-" and value[1] in "0123456789"):
        at = 1 if value[0] == "-" and len(value) > 1 else 0
        return value[:at] + _escape(value[at]) + _UNSAFE.sub(_escaped, value[at + 1 :])
    return _UNSAFE.sub(_escaped, value)


def string(value: str) -> str:
    """A string, quoted."""
    return f'"{_UNSAFE_IN_STRING.sub(_escaped, value)}"'


def address(value: str) -> str:
    """`url(…)`; raises `UnwritableError` for an address that AMP does not take."""
    if not takes_address(value):
        raise UnwritableError(ADDRESS)
    value = bare(value)
    return f"url({value})" if value and _UNQUOTED_ADDRESS.match(value) else f"url({string(value)})"


def readable(css: str) -> str:
    """`css` as tinycss2 can read it: without lone surrogates, and without numbers that Python takes for an attack."""
    return _HUGE_NUMBER.sub(r"\1", _SURROGATES.sub("\ufffd", css))


def _escaped(found: re.Match[str]) -> str:
    return _escape(found[0])


def _escape(character: str) -> str:
    code = ord(character)
    if not code or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF):
        return "\ufffd"
    return f"\\{code:x} " if code < 33 or character.isalnum() or character == "<" or code > 126 else f"\\{character}"


class Writer:
    """Writes component values, and notes the names in them.

    `variables` are those in `var(…)`. `names` are the words, words in a row, and strings: what may be the name of a
    font or an animation. `on_word` may write a word differently: it gets the word and the token before it.
    """

    __slots__ = ("_bad_pairs", "_comparing", "_last", "_out", "_row", "_space", "names", "variables")

    def __init__(self, *, comparing: bool = False) -> None:
        """`comparing`: write conditions of media, in which `<` stands, and no blank around a colon."""
        from tinycss2.serializer import BAD_PAIRS

        self._bad_pairs = BAD_PAIRS
        self._comparing = comparing
        self._out: list[str] = []
        self._last = ""
        self._space = False
        self._row: list[str] = []
        self.names: set[str] = set()
        self.variables: set[str] = set()

    def write(self, tokens: Iterable[Node]) -> str:
        """The text of `tokens`, without blanks around it."""
        opened: list[tuple[Iterator[Any], str]] = []
        inside: Iterator[Any] = iter(tokens)
        closing = ""
        while True:
            token = next(inside, None)
            if token is None:
                if not opened:
                    return "".join(self._out)
                self._space = False
                self._out.append(closing)
                self._last = "close"
                inside, closing = opened.pop()
                continue
            kind = token.type
            if kind == "whitespace":
                self._space = True
                continue
            if kind in _CLOSING and not (kind == "function" and token.lower_name in ("url", "src")):
                if len(opened) >= DEEPEST:
                    raise UnwritableError
                opened.append((inside, closing))
                closing = _CLOSING[kind]
                inside = iter(self._opened(token, kind))
            else:
                self._leaf(token, kind)

    def _opened(self, token: Any, kind: str) -> Iterable[Node]:
        self._row.clear()
        if kind != "function":
            self._put("(" if kind == "() block" else "[", kind)
            content: list[Node] = token.content
        elif token.lower_name == ACTING_FUNCTION:
            raise UnwritableError
        else:
            self._put(identifier(token.name) + "(", kind)
            content = token.arguments
            if token.lower_name == "var":
                self.variables.update(_first_word(content))
        self._last, self._space = "open", False
        return content

    def _leaf(self, token: Any, kind: str) -> None:
        if kind == "ident":
            self._put(identifier(token.value), kind)
            self._row.append(token.value)
            del self._row[:-8]
            self.names.update(" ".join(self._row[at:]) for at in range(len(self._row)))
            return
        self._row.clear()
        if kind == "literal":
            value = token.value
            if value not in _LITERALS and not (self._comparing and value == "<"):
                raise UnwritableError
            if value == "," or (self._comparing and value == ":"):
                self._space = False
            self._put(value, value)
            if value == "," or (self._comparing and value in ":<>="):
                self._last = "open" if value in ",:" else value
        else:
            self._put(self._value(token, kind), "url" if kind == "function" else kind)

    def _value(self, token: Any, kind: str) -> str:
        if kind == "string":
            self.names.add(token.value)
            return string(token.value)
        if kind in _UNITS:
            unit = _UNITS[kind] if kind != "dimension" else _unit(token.unit)
            return _ZERO.sub(r"\1", token.representation) + unit
        if kind == "hash":
            return "#" + (identifier(token.value) if token.is_identifier else _UNSAFE.sub(_escaped, token.value))
        if kind == "unicode-range":
            return f"U+{token.start:X}" + (f"-{token.end:X}" if token.end != token.start else "")
        return address(_said_address(token))

    def _put(self, text: str, kind: str) -> None:
        if self._last and self._last != "open" and (self._space or (self._last, kind) in self._bad_pairs):
            self._out.append(" ")
        elif self._last == "<" and kind == "/":
            raise UnwritableError
        self._out.append(text)
        self._last, self._space = kind, False


def _unit(unit: str) -> str:
    if _AS_NUMBER.match(unit):
        return _escape(unit[0]) + _UNSAFE.sub(_escaped, unit[1:])
    return identifier(unit)


def _said_address(token: Any) -> str:
    """The address in `url(x)` or `url("x")`."""
    if token.type == "url":
        return str(token.value)
    said = [one for one in token.arguments if one.type != "whitespace"] if token.type == "function" else []
    if len(said) != 1 or said[0].type != "string" or token.lower_name != "url":
        raise UnwritableError
    return str(said[0].value)


def _first_word(tokens: list[Any]) -> tuple[str, ...]:
    word = next((token for token in tokens if token.type != "whitespace"), None)
    return (word.value,) if word is not None and word.type == "ident" else ()


def text_of(tokens: Iterable[Node]) -> str:
    """The text of component values; raises `UnwritableError`."""
    return Writer().write(tokens)
