"""What is odd about what blocks say, beyond the syntax of their delimiters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blocks.model.block import Unknown
from blocks.model.shape import schema_of
from blocks.problems import Problem

if TYPE_CHECKING:
    from blocks.model.block import Block
    from blocks.model.document import Document

_ARTICLES = {
    "string": "a string",
    "number": "a number",
    "integer": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
}
_SHOWN = 40  # characters of a value in a message


def find_reading_problems(document: Document) -> Iterator[Problem]:
    """The problems of reading every block of a document, in its order."""
    for node in document.walk():
        if node.delimiter is None or isinstance(node, Unknown):
            continue
        yield from _wrong_attributes(node)
        if not node.reading.is_recognised:
            older = ", and did not in any older shape" if type(node).deprecations else ""
            yield Problem(
                "unrecognised-markup",
                f"WordPress's editor does not save a {node.block_name} like this{older}, and calls it invalid",
                node.span,
            )


def _wrong_attributes(node: Block) -> Iterator[Problem]:
    schema = schema_of(type(node))
    for key, value in (node.attributes or {}).items():
        field = schema.comment.get(key)
        if field is None or field.accepts(value):
            continue
        wanted = " or ".join(_ARTICLES.get(one, one) for one in field.types)
        if field.enum is not None:
            wanted = "one of " + ", ".join(json.dumps(one) for one in field.enum)
        shown = _said(value)
        said = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
        instead = "it counts as missing" if field.default is None else f"{json.dumps(field.default)} counts"
        yield Problem("wrong-attribute", f"{node.block_name}: {key} is {wanted}, not {said}; {instead}", node.span)


def _said(value: object) -> str:
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    return json.dumps(value, ensure_ascii=False)
