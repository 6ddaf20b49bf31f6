"""Whether a value is what an attribute's schema says (`rest_validate_value_from_schema()`), for `server_type.py`.

Only what WordPress's own block.json files and supports make use of: types, `enum`, the type of a list's items, and
`minimum` and `maximum`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isinf
from typing import Any, Final

from blocks.formatting.php import is_numeric, number


def _is_boolean(value: object) -> bool:
    if isinstance(value, str):
        return value.lower() in ("false", "true", "0", "1")
    return isinstance(value, bool) or (isinstance(value, int) and value in (0, 1))


def _is_integer(value: object) -> bool:
    return is_numeric(value) and (float(number(value)).is_integer() or isinf(float(number(value))))


def _is_array(value: object) -> bool:
    """A list, or what can be read as one: to the REST API a text is one, parted by commas."""
    return isinstance(value, list | str | int | float)


def _is_object(value: object) -> bool:
    """An object; an empty list is one, too, since PHP does not tell them apart."""
    return isinstance(value, dict | list) or value == ""


# `rich-text` is no type of REST schemas: to WordPress any value is one.
_CHECKS: Final[dict[str, Callable[[object], bool]]] = {
    "string": lambda value: isinstance(value, str),
    "boolean": _is_boolean,
    "integer": _is_integer,
    "number": is_numeric,
    "array": _is_array,
    "object": _is_object,
    "null": lambda value: value is None,
}


def is_valid(value: object, schema: Mapping[str, Any]) -> bool:
    """Whether `value` fits `schema`, whose `type` is a name or a list of names."""
    types = schema.get("type")
    names = types if isinstance(types, list | tuple) else (types,)
    fitting = [name for name in names if name not in _CHECKS or _CHECKS[name](value)]
    if not fitting:
        return False
    if "enum" in schema and not any(_same(value, one) for one in schema["enum"]):
        return False
    kind = fitting[0]
    if kind in ("integer", "number"):
        return _is_between(float(number(value)), schema)
    if kind == "array" and "items" in schema:
        items = value if isinstance(value, list) else [part.strip() for part in str(value).split(",") if part.strip()]
        return all(is_valid(item, schema["items"]) for item in items)
    return True


def _is_between(value: float, schema: Mapping[str, Any]) -> bool:
    return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))


def _same(value: object, other: object) -> bool:
    return value == other and isinstance(value, bool) == isinstance(other, bool)
