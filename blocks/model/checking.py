"""What is odd about what blocks say, beyond the syntax of their delimiters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blocks.model import legacy
from blocks.model.block import Unknown
from blocks.model.field import JSON_TYPES
from blocks.model.shape import Shape, schema_of
from blocks.problems import Problem

if TYPE_CHECKING:
    from blocks.model.block import Block
    from blocks.model.document import Document
    from blocks.model.field import Field

_ARTICLES = {
    "string": "a string",
    "number": "a number",
    "integer": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
}
_PLURALS = {
    "string": "strings",
    "number": "numbers",
    "integer": "whole numbers",
    "boolean": "true and false",
    "array": "lists",
    "object": "objects",
}
_SHOWN = 40  # characters of a value in a message


def find_reading_problems(document: Document) -> Iterator[Problem]:
    """The problems of reading every block of a document, in its order.

    Blocks that are still open at the end hold the rest of the text each, and their HTML says nothing: of them only the
    delimiters are looked at.
    """
    for node in document.walk():
        if node.delimiter is None or isinstance(node, Unknown):
            continue
        older_shapes = node.reading.deprecations if node.is_closed else ()
        yield from _wrong_attributes(node, older_shapes[0] if older_shapes else type(node))
        if older_shapes:
            words = older_shapes[0].__name__
            yield Problem("older-shape", f"an older editor saved this {node.block_name}: {words}", node.span)
        if node.is_closed and not node.reading.is_recognised:
            older = ", and did not in any older shape" if type(node).deprecations else ""
            yield Problem(
                "unrecognised-markup",
                f"WordPress's editor does not save a {node.block_name} like this{older}, and calls it invalid",
                node.span,
            )


def _wrong_attributes(node: Block, shape: type[Block | Shape]) -> Iterator[Problem]:
    """What the delimiter says that is no value of the shape that the block is saved in."""
    schema = schema_of(shape)
    for key, value in legacy.attributes(node.block_name, node.said).items():
        field = schema.comment.get(key)
        if field is None:
            continue
        if not field.accepts(value):
            instead = "it counts as missing" if field.default is None else f"{json.dumps(field.default)} counts"
            said = f"{key} is {_wanted(field)}, not {_said(value)}; {instead}"
        elif wrong := _not_seen(field, value):
            said = f"{key} {wrong}; to_json() has it as the editor does, and .{field.name} is {field.seen(value)!r}"
        else:
            continue
        yield Problem("wrong-attribute", f"{node.block_name}: {said}", node.span)


def _wanted(field: Field) -> str:
    if field.enum is not None:
        return "one of " + ", ".join(json.dumps(one) for one in field.enum)
    return " or ".join(_ARTICLES.get(one, one) for one in field.types)


def _not_seen(field: Field, value: object) -> str | None:
    """What is wrong with a value that the editor takes and the field does not show: a fraction, an odd item."""
    if field.items is not None and isinstance(value, list):
        for number, one in enumerate(value):
            if not JSON_TYPES[field.items](one) or (field.items == "integer" and _has_fraction(one)):
                return f"is a list of {_PLURALS.get(field.items, field.items)}, but item {number + 1} is {_said(one)}"
    if "integer" in field.types and "number" not in field.types and _has_fraction(value):
        return f"is a whole number, not {_said(value)}"
    return None


def _has_fraction(value: object) -> bool:
    return isinstance(value, float) and not value.is_integer()


def _said(value: object) -> str:
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
