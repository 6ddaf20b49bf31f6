"""What there is to say of the typed tree: the block types, their attributes, and what each of those may be.

It holds for every answer of `document.to_json()`. A block that an older editor saved keeps what its migration left,
which nobody checks: so an attribute may be of the types that it had in the older shapes, too, and where a shape has a
migration of its own, the block may have attributes that are not told, and lack any that are.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from blocks.fragment import RichText
from blocks.model.block import Block, Freeform, Unknown
from blocks.model.fields import Field
from blocks.model.shape import Shape, schema_of

# The types of block.json as JSON has them. To the editor an integer is any number.
_KINDS: Final = {"integer": "number", "rich-text": "string"}
# Sources that give a value whatever the HTML is, and its type.
_ALWAYS_FOUND: Final = {"rich-text": "rich-text", "html": "string", "query": "array", "raw": "string"}


@dataclass(frozen=True, slots=True)
class AttributeDescription:
    """An attribute, or an item of a query's elements.

    `kinds` are those of JSON that it may be of (`string`, `number`, `boolean`, `array`, `object`, `null`), none for
    any; `enum` the values it may have, None for any. `elements` tells of the objects in a query's array, which may have
    more than that. `is_always` says that no block is without it.
    """

    key: str
    about: str
    kinds: tuple[str, ...]
    enum: tuple[Any, ...] | None = None
    default: Any = None
    has_default: bool = False
    elements: tuple[AttributeDescription, ...] | None = None
    is_always: bool = False


@dataclass(frozen=True, slots=True)
class TypeDescription:
    """A block type. `is_open` says that a block may have attributes that are not told here."""

    name: str
    about: str
    attributes: tuple[AttributeDescription, ...]
    is_open: bool


def describe_all(block_types: Iterable[type[Block]]) -> list[TypeDescription]:
    """These types, by name, and what the tree has without them: HTML outside every block, and unknown blocks."""
    types = {one.name: one for one in map(describe, block_types)}
    for one in (describe(Freeform), _MISSING):
        types.setdefault(one.name, one)
    return [types[name] for name in sorted(types)]


def describe(block_type: type[Block]) -> TypeDescription:
    """A block type as the typed tree has it."""
    if block_type is Unknown:
        return _MISSING
    attributes = {key: _described(key, field) for key, field in schema_of(block_type).fields.items()}
    is_open = False
    for shape in block_type.deprecations:
        migrates = shape.migrate is not Shape.migrate
        is_open |= migrates
        attributes = _widened(attributes, schema_of(shape).fields, keeps=not migrates)
    return TypeDescription(block_type.type_name or "", about(block_type), tuple(attributes.values()), is_open)


def about(declared: type) -> str:
    """What a class is, in the first line of its docstring."""
    return (inspect.getdoc(declared) or "").partition("\n")[0]


def where(field: Field) -> str:
    """Where a field's value lives, in words: `attribute src of img`."""
    if field.source is None:
        return "delimiter"
    if field.source == "raw":
        return "the HTML between the delimiters"
    source = f"attribute {field.attribute}" if field.source == "attribute" else field.source
    return f"{source} of {field.selector or 'the element'}"


def _described(key: str, field: Field) -> AttributeDescription:
    default = field.default.html if isinstance(field.default, RichText) else field.default
    kinds = tuple(dict.fromkeys(_KINDS.get(name, name) for name in field.types))
    enum = field.enum
    if field.has_default:  # no default is checked
        if kinds and _kind(default) not in kinds:
            kinds += (_kind(default),)
        if enum is not None and default not in enum:
            enum += (default,)
    elements = None
    if field.record is not None and field.types == ("array",) and _has_objects(default):
        elements = tuple(replace(_described(one.key, one), is_always=False) for one in field.record.fields)
    is_always = field.has_default or _is_always_found(field)
    return AttributeDescription(key, _sentence(field), kinds, enum, default, field.has_default, elements, is_always)


def _is_always_found(field: Field) -> bool:
    if field.source is None or field.enum is not None:
        return False
    return field.types == ("boolean",) or _ALWAYS_FOUND.get(field.source, "") in (field.types or _ALWAYS_FOUND.values())


def _has_objects(default: object) -> bool:
    return not isinstance(default, list) or all(isinstance(one, dict) for one in default)


def _sentence(field: Field) -> str:
    """Where the value lives, as a sentence."""
    at = f"`{field.selector}`" if field.selector else "the block's HTML"
    sentences = {
        None: "In the block's delimiter.",
        "attribute": f"The attribute `{field.attribute}` of {at}.",
        "rich-text": f"The content of {at}: rich text, as HTML.",
        "html": f"The HTML inside {at}.",
        "text": f"The text inside {at}.",
        "tag": "The name of the element." if field.selector is None else f"The name of the element {at}.",
        "raw": "The block's HTML.",
        "query": f"One for each element {at}.",
    }
    return sentences.get(field.source, "")


def _widened(
    today: Mapping[str, AttributeDescription], older: Mapping[str, Field], *, keeps: bool
) -> dict[str, AttributeDescription]:
    """What an attribute may be besides, where a block keeps it as an older shape had it.

    `keeps` says that such a block has all the attributes of the shape and no others.
    """
    widened: dict[str, AttributeDescription] = {}
    for key, one in today.items():
        then = _described(key, older[key]) if key in older else None
        is_always = one.is_always and keeps and then is not None and then.is_always
        if then is None:
            widened[key] = replace(one, is_always=is_always)
            continue
        kinds = () if not one.kinds or not then.kinds else tuple(dict.fromkeys((*one.kinds, *then.kinds)))
        enum = None if one.enum is None or then.enum is None else tuple(dict.fromkeys((*one.enum, *then.enum)))
        elements = one.elements if then.elements is not None or "array" not in then.kinds else None
        widened[key] = replace(one, kinds=kinds, enum=enum, elements=elements, is_always=is_always)
    if keeps:
        for key, field in older.items():
            if key not in widened:
                widened[key] = replace(_described(key, field), is_always=False)
    return widened


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    kinds = {bool: "boolean", str: "string", int: "number", float: "number", dict: "object"}
    return kinds.get(type(value), "array")


_MISSING: Final = TypeDescription(
    "core/missing",
    "A block whose type is not known, as its markup.",
    tuple(
        AttributeDescription(key, about, ("string",), is_always=True)
        for key, about in (
            ("originalName", "The name it has."),
            ("originalUndelimitedContent", "Its content."),
            ("originalContent", "Its markup."),
        )
    ),
    is_open=False,
)
