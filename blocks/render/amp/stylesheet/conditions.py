"""Conditions of `@media` and `@supports`, written so that AMP's validator reads them.

It knows media queries of level 3 and warns of others. What level 4 says and level 3 can say as well is said so:

    not (hover)                       not all and (hover)
    (hover) or (color)                (hover),(color)
    (width >= 600px)                  (min-width:600px)
    (400px <= width <= 600px)         (min-width:400px) and (max-width:600px)
    (width < 600px)                   not all and (min-width:600px)      where it stands alone
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from blocks.render.amp.stylesheet.declarations import OWN_NAMES
from blocks.render.amp.stylesheet.selectors import split
from blocks.render.amp.stylesheet.values import UnwritableError, Writer

if TYPE_CHECKING:
    from tinycss2.ast import Node

LONGEST: Final = 2_000

_RANGE = re.compile(
    r"\(([-a-z]++) ?+([<>]?=|[<>]) ?+([^()<>=]++)\)|\(([^()<>=]++)([<>]?=|[<>]) ?([-a-z]++)\)", re.IGNORECASE
)
_BETWEEN = re.compile(r"\(([^()<>=]++)([<>])(=) ?([-a-z]++) ?([<>])= ?([^()<>=]++)\)", re.IGNORECASE)
_STRICT = re.compile(rf"(?:{_RANGE.pattern})\Z", re.IGNORECASE)
_NOT_ONE = re.compile(r"not (\([^()]*\))\Z", re.IGNORECASE)
_NOT_ALL = re.compile(r"not \((\([^()]*\)(?: and \([^()]*\))*)\)\Z", re.IGNORECASE)
_OR = re.compile(r"\([^()]*\)(?: or \([^()]*\))+\Z", re.IGNORECASE)
_FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "="}


def media(prelude: Iterable[Node]) -> str:
    """The condition of `@media`; a query that is none becomes `not all`, as CSS has it."""
    return _bounded(",".join(_query(part) for part in split(prelude)))


def supports(prelude: Iterable[Node]) -> str:
    """The condition of `@supports`; raises `UnwritableError`."""
    return _bounded(Writer().write(prelude))


def _bounded(condition: str) -> str:
    if len(condition) > LONGEST or OWN_NAMES in condition.lower():
        raise UnwritableError
    return condition


def _query(tokens: Iterable[Node]) -> str:
    try:
        query = Writer(comparing=True).write(tokens)
    except UnwritableError:
        return "not all"
    if len(query) > LONGEST:
        return "not all"
    if strict := _STRICT.match(query):
        name, sign, value = strict[1] or strict[6], strict[2] or _FLIPPED[strict[5]], strict[3] or strict[4]
        if sign in "<>":
            return f"not all and ({'min' if sign == '<' else 'max'}-{name}:{value.strip()})"
    query = _RANGE.sub(_range, _BETWEEN.sub(_between, query))
    if _OR.match(query):
        return query.replace(") or (", "),(")
    negated = _NOT_ONE.match(query) or _NOT_ALL.match(query)
    return f"not all and {negated[1]}" if negated else query


def _range(found: re.Match[str]) -> str:
    name, sign, value = found[1] or found[6], found[2] or _FLIPPED[found[5]], found[3] or found[4]
    if sign in "<>":
        return found[0]
    return f"({ {'<=': 'max-', '>=': 'min-', '=': ''}[sign] }{name}:{value.strip()})"


def _between(found: re.Match[str]) -> str:
    low, high = (found[1], found[6]) if found[2] == "<" else (found[6], found[1])
    if found[2] != found[5]:
        return found[0]
    return f"(min-{found[4]}:{low.strip()}) and (max-{found[4]}:{high.strip()})"
