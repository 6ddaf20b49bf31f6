"""Attribute JSON as WordPress reads and writes it.

Four readings of the same raw text, and two ways to write:

    read(raw)            a dict, as Python's json reads it; None where PHP's json_decode() answers null
    read_as_php(raw)     the same as PHP's associative arrays: {} is [], {"0": …} a list, large integers floats
    read_as_javascript(raw)  a dict, as the editor reads it: {} where that cannot
    invalid_because(raw) why read() answers None, for people
    write(value)         WordPress's serialize_block_attributes(): compact, with the escapes that keep a comment whole
    write_as_javascript(value)   the same by the editor

No function here recurses in Python; PHP allows 511 levels of nesting, and so does `read`.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from json.encoder import encode_basestring
from threading import Thread
from typing import Any, Literal, NoReturn, cast

from blocks.formatting.floats import json_float
from blocks.fragment.javascript import number_text

MAX_NESTING = 511  # containers inside each other that PHP's json_decode() takes at its default depth of 512

DEEPEST = 900  # containers that are read as JavaScript reads them, which has no limit; Python's decoder has

_INT64 = range(-(2**63), 2**63)
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+["\\]?|(?P<open>[\[{])|(?P<close>[\]}])', re.DOTALL)
_LONE_SURROGATE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<lone>u[dD][89a-fA-F])|.)", re.DOTALL
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_IN_COMMENTS = re.compile(r'\\\\|\\"|--|[<>&]')
_ESCAPED_BEFORE_6_9 = re.compile(r'\\\\(?=")|(?P<kept>\\[^"])|\\"|--|[<>&]')
_COMMENT_ESCAPES = {
    "\\\\": "\\u005c",
    "--": "\\u002d\\u002d",
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    '\\"': "\\u0022",
}

Json = Any
Dialect = Literal["6.9", "6.8"]
"""How attributes are escaped in delimiters: as WordPress 6.9 does, or as those before it."""


class InvalidAttributesError(ValueError):
    """Why a raw text is no attribute object. Stays inside this module."""


def read(raw: str) -> dict[str, Json] | None:
    """The attributes as a dict, or None where PHP's `json_decode()` answers null."""
    try:
        return cast("dict[str, Json]", _decode(raw))
    except InvalidAttributesError:
        return None


def read_as_php(raw: str) -> Json:
    """The attributes as PHP's associative arrays, in Python's dicts and lists, or None where they are invalid."""
    try:
        return _decode(raw, as_php=True)
    except InvalidAttributesError:
        return None


def read_as_javascript(raw: str) -> dict[str, Json]:
    """The attributes as `JSON.parse()` reads them, which takes more than PHP does; `{}` where they are invalid."""

    def load() -> Json:
        return json.loads(raw, parse_int=_php_integer, parse_constant=_no_constant)

    if raw.count("{") + raw.count("[") > DEEPEST and _is_nested_too_deep(raw, DEEPEST):
        return {}
    try:
        try:
            value = load()
        except RecursionError:
            value = _with_a_fresh_stack(load)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def invalid_because(raw: str) -> str | None:
    """Why `read()` answers None, in words; None where the attributes are valid."""
    try:
        _decode(raw)
    except InvalidAttributesError as error:
        return str(error)
    return None


def duplicate_keys(raw: str) -> list[str]:
    """The keys that stand more than once in one object of a valid text, in the order of their objects' ends."""
    found: list[str] = []

    def collect(pairs: list[tuple[str, Json]]) -> None:
        if len(pairs) != len({key for key, _ in pairs}):
            counts = Counter(key for key, _ in pairs)
            found.extend(key for key, count in counts.items() if count > 1)

    _loads(raw, collect)
    return found


def _decode(raw: str, as_php: bool = False) -> Json:
    if not raw.isascii() and any("\ud800" <= character <= "\udfff" for character in raw):
        raise InvalidAttributesError("malformed UTF-8")
    if "\\u" in raw and any(escape["lone"] for escape in _LONE_SURROGATE.finditer(raw)):
        raise InvalidAttributesError("a \\u escape names half of a surrogate pair")
    if raw.count("{") + raw.count("[") > MAX_NESTING and _is_nested_too_deep(raw):
        raise InvalidAttributesError(f"nested deeper than {MAX_NESTING} levels")
    return _loads(raw, _php_array if as_php else None)


def _loads(raw: str, object_pairs_hook: Any = None) -> Json:
    def load() -> Json:
        return json.loads(raw, parse_int=_php_integer, parse_constant=_no_constant, object_pairs_hook=object_pairs_hook)

    try:
        try:
            return load()
        except RecursionError:  # json's decoder descends, and the caller stands deep already
            return _with_a_fresh_stack(load)
    except json.JSONDecodeError as error:
        raise InvalidAttributesError(f"{error.msg} at character {error.pos + 1}") from None


def _with_a_fresh_stack(load: Callable[[], Json]) -> Json:
    """What `load` returns or raises, in a thread of its own."""
    outcome: list[Json] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(load())
        except BaseException as error:  # noqa: BLE001 - it is raised below
            failure.append(error)

    thread = Thread(target=run)
    thread.start()
    thread.join()
    if failure:
        raise failure[0]
    return outcome[0]


def _is_nested_too_deep(raw: str, most: int = MAX_NESTING) -> bool:
    depth = 0
    for bracket in _BRACKETS.finditer(raw):
        if bracket["open"]:
            depth += 1
            if depth > most:
                return True
        elif bracket["close"]:
            depth -= 1
    return False


def _php_integer(digits: str) -> int | float:
    """An int where PHP's 64 bits hold it, else a float."""
    if len(digits) <= 20:
        number = int(digits)
        if number in _INT64:
            return number
    return float(digits)


def _no_constant(name: str) -> NoReturn:
    raise InvalidAttributesError(f"{name} is no JSON")


def _php_array(pairs: list[tuple[str, Json]]) -> dict[str, Json] | list[Json]:
    """What `json_decode($x, true)` makes of an object: a list where the keys are 0, 1, 2 … in order."""
    array = dict(pairs)
    if not array:
        return []
    if "0" in array and all(key == str(index) for index, key in enumerate(array)):
        return list(array.values())
    return array


def write(value: Json, dialect: Dialect = "6.9") -> str:
    """`value` as WordPress 6.9 writes attributes into a delimiter (`serialize_block_attributes()`).

    In the dialect "6.8", as the versions before wrote it: a backslash stays `\\\\`. Only in front of a closing quote it
    is escaped all the same, for there those versions made invalid JSON of it.

    Compact JSON with PHP's spelling of floats; `\\`, `"`, `--`, `<`, `>` and `&` inside strings become \\u escapes.
    A value that PHP cannot encode (an infinite float) gives the empty string, as there. Raises TypeError for what is no
    JSON: anything but dicts with keys of str, lists, str, int, float, bool and None.
    """
    text = php_json(value)
    if text is None:
        return ""
    return _escaped(text, dialect)


def write_as_javascript(value: Json, dialect: Dialect = "6.9") -> str:
    """`value` as the editor writes attributes into a delimiter (`serializeAttributes()`): numbers as JavaScript's."""
    return _escaped(_json(value, _javascript_scalar, "{}") or "", dialect)


def _escaped(text: str, dialect: Dialect) -> str:
    if dialect == "6.9":
        return _ESCAPED_IN_COMMENTS.sub(lambda found: _COMMENT_ESCAPES[found[0]], text)
    return _ESCAPED_BEFORE_6_9.sub(lambda found: found["kept"] or _COMMENT_ESCAPES[found[0]], text)


def php_json(value: Json) -> str | None:
    """`value` as PHP's `json_encode()` writes it, slashes and Unicode unescaped; None for an infinite float."""
    return _json(value, _php_scalar, "[]")


def _json(value: Json, scalar: Callable[[Json], str | None], empty_object: str) -> str | None:
    out: list[str] = []
    stack: list[Iterator[str | tuple[Json]]] = [iter([(value,)])]
    while stack:
        part = next(stack[-1], None)
        if part is None:
            stack.pop()
        elif isinstance(part, str):
            out.append(part)
        else:
            (item,) = part
            if isinstance(item, dict):
                stack.append(_object_parts(item) if item else iter((empty_object,)))
            elif isinstance(item, list):
                stack.append(_array_parts(item))
            else:
                text = scalar(item)
                if text is None:
                    return None
                out.append(text)
    return "".join(out)


def _object_parts(item: dict[str, Json]) -> Iterator[str | tuple[Json]]:
    separator = "{"
    for key, value in item.items():
        if not isinstance(key, str):
            raise TypeError(f"a key of an attribute object is a str, not {key!r}")
        yield f"{separator}{_string(key)}:"
        yield (value,)
        separator = ","
    yield "}"


def _array_parts(item: list[Json]) -> Iterator[str | tuple[Json]]:
    yield "["
    for index, value in enumerate(item):
        if index:
            yield ","
        yield (value,)
    yield "]"


def _php_scalar(item: Json) -> str | None:
    if isinstance(item, float):
        return json_float(item)
    return _string(item) if isinstance(item, str) else _word(item)


def _javascript_scalar(item: Json) -> str:
    if isinstance(item, int | float) and not isinstance(item, bool):
        return number_text(item) if math.isfinite(float(item)) else "null"
    if not isinstance(item, str):
        return _word(item)
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):x}", encode_basestring(item))


def _word(item: Json) -> str:
    if item is None:
        return "null"
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, int):
        return str(item)
    raise TypeError(f"attributes hold JSON, not {type(item).__name__}")


def _string(text: str) -> str:
    quoted = encode_basestring(text)
    if "\u2028" in quoted or "\u2029" in quoted:
        quoted = quoted.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return quoted
