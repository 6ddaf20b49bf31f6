"""The query of an address: arguments added and removed, read and written as PHP does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, quote_plus, unquote_plus

from blocks.formatting import php
from blocks.formatting.php.strings import encoded, lower

_MOST_ARGUMENTS = 1000
_MOST_NESTED = 64
_EMPTY_END = re.compile(r"=(&|\n?\Z)")
_NO_NAME = str.maketrans(" .", "__")
_NO_NAME_AT_ALL = str.maketrans(" .[", "___")
_NO_INDEX = frozenset(["", *" \t\n\v\f\r"])

Arguments = dict[str | int, Any]


def urlencode(text: str) -> str:
    """`urlencode()`."""
    return quote_plus(encoded(text), safe="").replace("~", "%7E")


def rawurlencode(text: str) -> str:
    """`rawurlencode()`: blanks become `%20`."""
    return quote(encoded(text), safe="")


def urldecode(text: str) -> str:
    """`urldecode()`."""
    return unquote_plus(text, errors="surrogateescape") if "%" in text or "+" in text else text


def parse_str(query: str) -> Arguments:
    """`parse_str()`: the arguments of a query, `a[b]=c` as arrays in arrays; beyond 1000 they are dropped."""
    found: Arguments = {}
    count = 0
    for pair in query.split("&"):
        if not pair:
            continue
        count += 1
        if count > _MOST_ARGUMENTS:
            break
        name, _, value = pair.partition("=")
        _register(found, urldecode(name), urldecode(value))
    return found


def _register(found: Arguments, name: str, value: str) -> None:
    name = name.lstrip(" ").partition("\0")[0]
    base, bracket, rest = name.partition("[")
    base = base.translate(_NO_NAME)
    keys: list[str | None] = [base]
    while bracket:
        index, closing, after = rest.partition("]")
        if not closing:
            if len(keys) == 1:
                keys = [base + "_" + rest.translate(_NO_NAME_AT_ALL)]
            break
        keys.append(None if index in _NO_INDEX else index)
        if not after.startswith("["):
            break
        rest = after[1:]
    if not keys[0] or len(keys) > _MOST_NESTED + 1:
        return
    place: Any = found
    for key in keys[:-1]:
        slot = _slot(place, key)
        if not isinstance(place.get(slot), dict):
            place[slot] = {}
        place = place[slot]
    place[_slot(place, keys[-1])] = value


def _slot(array: Arguments, key: str | None) -> str | int:
    if key is not None:
        return php.key_of(key)
    return max((number for number in array if isinstance(number, int)), default=-1) + 1


def add_query_arg(arguments: Mapping[str, Any], address: str) -> str:
    """`add_query_arg( $arguments, $address )`: values stand as given, unescaped; those of False are removed."""
    uri, hash_sign, fragment = address.partition("#")
    protocol = next((start for start in ("http://", "https://") if lower(uri[: len(start)]) == start), "")
    uri = uri[len(protocol) :]
    base, question, query = uri.partition("?")
    if question or protocol or "=" not in uri:
        base += "?"
    else:
        base, query = "", uri
    all_arguments: Arguments = urlencode_deep(parse_str(query))
    for key, value in arguments.items():
        all_arguments[php.key_of(key)] = value
    kept = {key: value for key, value in all_arguments.items() if value is not False}
    text = _EMPTY_END.sub(r"\1", _query(kept).strip("?"))
    return f"{protocol}{base}{text}{hash_sign}{fragment}".rstrip("?").replace("?#", "#")


def remove_query_arg(keys: str | Iterable[str], address: str) -> str:
    """`remove_query_arg()`: the address without one argument or several."""
    for key in [keys] if isinstance(keys, str) else keys:
        address = add_query_arg({key: False}, address)
    return address


def urlencode_deep(arguments: Any) -> Any:
    """Values encoded, keys not, as `urlencode_deep()` does."""
    if isinstance(arguments, dict):  # at most _MOST_NESTED deep
        return {key: urlencode_deep(value) for key, value in arguments.items()}
    return urlencode(arguments)


def _query(arguments: Any, key: str = "") -> str:
    """`build_query()`: `key=value&…`, arrays as `key%5Bindex%5D=value`; None is left out."""
    out: list[str] = []
    for own, value in php.pairs(arguments):
        name = f"{key}%5B{own}%5D" if key not in {"", "0"} else str(own)
        if isinstance(value, list | dict):
            out.append(_query(value, name))
        elif value is not None:
            out.append(f"{name}={'0' if value is False else php.text(value)}")
    return "&".join(out)


def http_build_query(values: Any) -> str:
    """`http_build_query()`: keys and values encoded, members of arrays as `key[member]`."""
    out: list[str] = []
    waiting = [(("", key), value) for key, value in reversed(list(php.pairs(values)))]
    while waiting:
        (before, key), value = waiting.pop()
        name = urlencode(php.text(key))
        name = f"{before}%5B{name}%5D" if before else name
        if value is None:
            continue
        if php.is_array(value):
            waiting.extend(((name, inner), item) for inner, item in reversed(list(php.pairs(value))))
            continue
        text = "0" if value is False else php.text(value)
        out.append(f"{name}={urlencode(text)}")
    return "&".join(out)


def trailingslashit(text: str) -> str:
    """`trailingslashit()`: with one slash at the end."""
    return untrailingslashit(text) + "/"


def untrailingslashit(text: str) -> str:
    """`untrailingslashit()`: without slashes and backslashes at the end."""
    return text.rstrip("/\\")
