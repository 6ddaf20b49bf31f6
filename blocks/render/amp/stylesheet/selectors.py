"""Selectors: what of the page each one needs, and its text, which names AMP's elements beside those they stand for.

A selector is read as compounds and combinators (Selectors 4, 3.1 and 4); what is in the brackets of pseudo-classes is
written as it is. Nesting (CSS Nesting 1) is resolved here: `&` becomes the parent, in `:is()` where it must.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from blocks.render.amp.stylesheet.declarations import OWN_NAMES
from blocks.render.amp.stylesheet.elements import ALWAYS, is_made_by_amp
from blocks.render.amp.stylesheet.nesting import Needs, Reading, Selector, has_ampersand, parent_list, put_parent
from blocks.render.amp.stylesheet.values import UnwritableError, Writer, identifier, string

if TYPE_CHECKING:
    from tinycss2.ast import Node

LONGEST: Final = 4_000
"""Characters of a selector, the nesting resolved."""

_ONE_OF = frozenset({"is", "where", "matches", "-webkit-any", "-moz-any", "has"})  # one branch at least must be there
_SELECTORS_INSIDE = _ONE_OF | {"not", "host", "host-context", "slotted", "cue"}
_OLD_ELEMENTS = frozenset({"before", "after", "first-line", "first-letter"})  # pseudo-elements that one colon may begin
_COMBINATORS = frozenset({">", "+", "~", "||"})
_MATCHERS = frozenset({"=", "~=", "|=", "^=", "$=", "*="})


def selectors(prelude: Sequence[Node], parents: Sequence[Selector] | None = None) -> tuple[Selector, ...]:
    """The selectors of a rule, nested in one with the selectors `parents`.

    Raises `UnwritableError` where one of them is none: CSS drops the whole rule then.
    """
    if parents is not None:
        parents = [parent for parent in parents if not parent.tail]  # `&` stands for no pseudo-element
    found = [_selector(part, parents) for part in split(prelude)]
    return () if parents is not None and not parents else tuple(found)


def split(tokens: Iterable[Any]) -> list[list[Any]]:
    """The parts between commas, without blanks around them."""
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        elif token.type != "whitespace" or parts[-1]:
            parts[-1].append(token)
    for part in parts:
        while part and part[-1].type == "whitespace":
            part.pop()
    return parts


def _selector(tokens: list[Any], parents: Sequence[Selector] | None) -> Selector:
    reading = Reading(parents)
    if parents is not None:
        if tokens and tokens[0].type == "literal" and tokens[0].value in _COMBINATORS:
            put_parent(reading)
        elif not has_ampersand(tokens):
            put_parent(reading)
            _combine(reading, " ")
    _read(reading, tokens)
    if reading.is_empty:
        raise UnwritableError
    reading.compounds += 1
    head, tail = "".join((*reading.text, reading.type, *reading.rest)), "".join(reading.tail)
    if len(head) + len(tail) > LONGEST or OWN_NAMES in (head + tail).lower():
        raise UnwritableError
    needs, choices = frozenset(reading.needs), tuple(reading.choices)
    return Selector(head, tail, needs, choices, frozenset(reading.swaps), reading.ids, reading.compounds == 1)


def _read(reading: Reading, tokens: Sequence[Any]) -> None:
    """Read a complex selector."""
    inside = iter(tokens)
    combinator = ""
    for token in inside:
        kind = token.type
        if kind == "whitespace":
            combinator = combinator or " "
            continue
        value = token.value if kind == "literal" else ""
        if value in _COMBINATORS:
            if combinator.strip() or reading.is_empty:
                raise UnwritableError
            combinator = value
            continue
        if combinator:
            _combine(reading, combinator)
            combinator = ""
        _simple(reading, token, kind, value, inside)
    if combinator.strip():
        raise UnwritableError


def _combine(reading: Reading, combinator: str) -> None:
    """End the compound at hand."""
    if reading.tail or reading.is_empty:
        raise UnwritableError
    reading.text += (reading.type, *reading.rest, combinator)
    reading.type = ""
    reading.rest.clear()
    reading.has_parent = False
    reading.compounds += 1


def _simple(reading: Reading, token: Any, kind: str, value: str, inside: Iterator[Any]) -> None:
    """Read a simple selector, whose first token is given."""
    if kind == "ident" or value == "*":
        _type(reading, token, kind)
    elif value == "&":
        put_parent(reading)
    elif kind == "hash" and token.is_identifier:
        reading.needs.add(f"#{token.value}")
        reading.ids += 1
        reading.add("#" + identifier(token.value))
    elif value == ".":
        name = next(inside, None)
        if name is None or name.type != "ident":
            raise UnwritableError
        if not is_made_by_amp(name.value):
            reading.needs.add(f".{name.value}")
        reading.add("." + identifier(name.value))
    elif kind == "[] block":
        name, text = _attribute(token.content)
        reading.needs.add(f"[{name}")
        reading.add(text)
    elif value == ":":
        _pseudo(reading, inside)
    else:
        raise UnwritableError


def _type(reading: Reading, token: Any, kind: str) -> None:
    """Read an element's name or `*`, which a compound begins with, though `&` may stand before it."""
    if reading.type or reading.tail or (reading.rest and not reading.has_parent):
        raise UnwritableError
    if reading.has_parent:
        reading.rest[0] = parent_list(reading)
    if kind != "ident":
        reading.type = "*"
        return
    reading.type = reading.element(token.value)
    if token.lower_value not in ALWAYS:
        reading.needs.add(token.lower_value)


def _attribute(tokens: Iterable[Any]) -> tuple[str, str]:
    """The name that an attribute selector asks for, in lower case, and its text."""
    said = [token for token in tokens if token.type != "whitespace"]
    if not said or said[0].type != "ident":
        raise UnwritableError
    name = identifier(said[0].value)
    if len(said) == 1:
        return said[0].lower_value, f"[{name}]"
    if len(said) not in (3, 4) or said[1].type != "literal" or said[1].value not in _MATCHERS:
        raise UnwritableError
    if said[2].type not in ("ident", "string") or (len(said) == 4 and said[3].type != "ident"):
        raise UnwritableError
    value = identifier(said[2].value) if said[2].type == "ident" else string(said[2].value)
    flag = f" {identifier(said[3].value)}" if len(said) == 4 else ""
    return said[0].lower_value, f"[{name}{said[1].value}{value}{flag}]"


def _pseudo(reading: Reading, inside: Iterator[Any]) -> None:
    token = next(inside, None)
    colons = ":"
    if token is not None and token.type == "literal" and token.value == ":":
        colons, token = "::", next(inside, None)
    if token is None or token.type not in ("ident", "function"):
        raise UnwritableError
    name = token.lower_value if token.type == "ident" else token.lower_name
    text = colons + identifier(token.value if token.type == "ident" else token.name)
    if token.type == "function":
        text = f"{text}({_arguments(reading, name, token.arguments)})"
    if colons == "::" or name in _OLD_ELEMENTS:
        reading.tail.append(text)
    else:
        reading.add(text)


def _arguments(reading: Reading, name: str, arguments: Sequence[Any]) -> str:
    """The text in the brackets of a pseudo-class; what it needs of the page is noted."""
    if name in _ONE_OF:
        choice = tuple(_needs(branch) for branch in split(arguments))
        if all(choice):
            reading.choices.append(choice)
    writer = _Inside(reading) if name in _SELECTORS_INSIDE else Writer()
    text = writer.write(arguments)
    reading.ids += text.count("#")
    return text


def _needs(branch: Sequence[Any]) -> Needs:
    """What a selector in brackets needs of the page; nothing where that is not known."""
    reading = Reading()
    if branch and branch[0].type == "literal" and branch[0].value in _COMBINATORS:
        branch = [token for token in branch[1:2] if token.type != "whitespace"] + list(branch[2:])
    simple = [token for token in branch if token.type != "function"]
    depth = len(simple) != len(branch)
    try:
        _read(reading, simple)
    except UnwritableError:
        return frozenset() if not depth else frozenset(reading.needs)
    return frozenset(reading.needs)


class _Inside(Writer):
    """Writes selectors in brackets: elements by the names that AMP has for them, `&` as the parent."""

    __slots__ = ("_before", "_reading")

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._before = ""

    def _opened(self, token: Any, kind: str) -> Iterable[Node]:
        self._before = ""
        if kind == "[] block":
            self._put(_attribute(token.content)[1][:-1], kind)
            return ()
        return super()._opened(token, kind)

    def _leaf(self, token: Any, kind: str) -> None:
        value = token.value if kind == "literal" else ""
        if kind == "ident" and self._before not in (".", ":"):
            self._put(self._reading.element(token.value), kind)
        elif value == "&":
            self._put(parent_list(self._reading), "function")
        else:
            super()._leaf(token, kind)
        self._before = value
