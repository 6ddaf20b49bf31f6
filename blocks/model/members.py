"""Attribute JSON with some members changed, and every byte of the others as it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]|,', re.DOTALL)
_BLANKS = " \t\n\r"


class _Member(NamedTuple):
    key: str
    start: int
    value: int
    end: int


def with_members(raw: str, wanted: Mapping[str, str | None], order: Iterable[str]) -> str:
    """`raw`, the JSON of an object, with these members: their values as JSON, None for one that is to go.

    New ones stand where `order`, all keys in the order in which the editor writes them, puts them. Of several with one
    key the last is the one that counts; the others go.
    """
    members = list(_members(raw))
    last = {member.key: number for number, member in enumerate(members)}
    kept = [
        number
        for number, member in enumerate(members)
        if member.key not in wanted or (wanted[member.key] is not None and last[member.key] == number)
    ]
    places = {key: place for place, key in enumerate(order)}
    new = sorted(
        (key for key, value in wanted.items() if value is not None and key not in last),
        key=lambda key: places.get(key, len(places)),
    )
    if not kept:
        return "{" + ",".join(_written(key, wanted) for key in new) + "}"
    out = [raw[: members[0].start]]
    for count, number in enumerate(kept):
        member = members[number]
        if count:
            out.append(raw[members[number - 1].end : member.start])
        while new and places.get(new[0], len(places)) < places.get(member.key, -1):
            out.append(_written(new.pop(0), wanted) + ",")
        value = wanted.get(member.key)
        out.append(raw[member.start : member.end] if value is None else raw[member.start : member.value] + value)
    out += ["," + _written(key, wanted) for key in new]
    out.append(raw[members[-1].end :])
    return "".join(out)


def _written(key: str, wanted: Mapping[str, str | None]) -> str:
    return f"{json.dumps(key)}:{wanted[key]}"


def _members(raw: str) -> Iterator[_Member]:
    """The members of an object: where each, and its value, begins, and where it ends; blanks around it left out."""
    depth, start, key, value = 0, 0, None, 0
    for token in _TOKEN.finditer(raw):
        text = token[0]
        if text in "[{":
            depth += 1
            if depth == 1:
                start = token.end()
        elif depth == 1 and text in ",}":
            if key is not None:
                end = token.start()
                yield _Member(key, start, value, end - (len(raw[start:end]) - len(raw[start:end].rstrip(_BLANKS))))
            start, key = token.end(), None
            depth -= text == "}"
        elif text in "]}":
            depth -= 1
        elif depth == 1 and key is None and text != ",":
            start, key = token.start(), str(json.loads(text))
            value = token.end()
            while raw[value] in _BLANKS + ":":
                value += 1
