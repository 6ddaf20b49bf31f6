"""The typed tree as JSON Schema, draft 2020-12."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from blocks.model.block import Block
from blocks.schema.describe import AttributeDescription, TypeDescription, describe, describe_all

Schema = dict[str, Any]

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def tree_schema(block_types: Iterable[type[Block]]) -> Schema:
    """The schema of `document.to_json()`, where `block_types` are those of the document's registry.

    A block is told by its name, so a validator reads each block once: `allOf` asks for the name, and then for the
    attributes of that type, which stand in `$defs` under it.
    """
    types = describe_all(block_types)
    block = _block({"enum": [one.name for one in types]})
    block["allOf"] = [
        {
            "if": {"properties": {"name": {"const": one.name}}, "required": ["name"]},
            "then": {"properties": {"attributes": {"$ref": f"#/$defs/{one.name.replace('/', '~1')}"}}},
        }
        for one in types
    ]
    return {
        "$schema": DRAFT,
        "title": "The typed tree of a document",
        "type": "array",
        "items": {"$ref": "#/$defs/block"},
        "$defs": {"block": block, **{one.name: _attributes(one) for one in types}},
    }


def type_schema(block_type: type[Block]) -> Schema:
    """The schema of one block of a type; the blocks inside it may be of any."""
    told = describe(block_type)
    return {
        "$schema": DRAFT,
        "title": told.name,
        "description": told.about,
        **_block({"const": told.name}, _attributes(told)),
        "$defs": {"block": _block({"type": "string"})},
    }


def _block(name: Schema, attributes: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {
            "name": name,
            "attributes": attributes or {"type": "object"},
            "innerBlocks": {"type": "array", "items": {"$ref": "#/$defs/block"}},
        },
        "required": ["name", "attributes", "innerBlocks"],
        "additionalProperties": False,
    }


def _attributes(told: TypeDescription) -> Schema:
    schema: Schema = {
        "description": told.about,
        "type": "object",
        "properties": {one.key: _attribute(one) for one in told.attributes},
    }
    if required := [one.key for one in told.attributes if one.is_always]:
        schema["required"] = required
    return {**schema, "additionalProperties": told.is_open}


def _attribute(told: AttributeDescription) -> Schema:
    schema: Schema = {"description": told.about}
    if told.kinds:
        schema["type"] = told.kinds[0] if len(told.kinds) == 1 else list(told.kinds)
    if told.enum is not None:
        schema["enum"] = list(told.enum)
    if told.has_default:
        schema["default"] = told.default
    if told.elements is not None:
        elements = {one.key: _attribute(one) for one in told.elements}
        schema["items"] = {"type": "object", "properties": elements}
    return schema
