"""`blocks types NAME`: all there is to know about one block type."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Sequence

from blocks.cli import outputs
from blocks.cli.tables import write_table
from blocks.model.block import Block
from blocks.model.fields import Field
from blocks.model.registry import Registry
from blocks.model.shape import schema_of
from blocks.schema.describe import about, where


def write_type(block_type: type[Block], registry: Registry) -> None:
    """Write what a type is, with a scrap of its markup; its fields; what it supports; how older editors saved it."""
    families = ", ".join(base.__name__ for base in block_type.__mro__[1:] if issubclass(base, Block))
    outputs.write(f"{block_type.type_name}: {registry.place_of(block_type)}, a kind of {families}\n")
    outputs.write(f"\n{inspect.getdoc(block_type) or ''}\n")
    _section(None, ("Field", "In JSON", "Type", "Where it lives"), list(_fields(block_type)))
    _section("Supports", ("Support", "What"), list(_supports(block_type)))
    _section("Place", ("What", "Which"), list(_places(block_type)))
    shapes = [(shape.__name__, about(shape)) for shape in block_type.deprecations]
    _section("Older shapes, in the order in which they are tried", ("Shape", "What it was"), shapes)


def _section(title: str | None, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    if rows:
        outputs.write(f"\n{title}:\n" if title is not None else "\n")
        write_table(headings, rows)


def _fields(block_type: type[Block]) -> Iterator[tuple[str, str, str, str]]:
    """Name, name in JSON, type and source of every field; those that the supports imply come last."""
    annotations: dict[str, object] = {}
    for base in reversed(block_type.__mro__):
        annotations |= inspect.get_annotations(base)
    for key, field in schema_of(block_type).fields.items():
        annotation = annotations.get(field.name, "")
        told = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
        yield field.name, key, told, where(field)
        if field.record is not None:
            yield from _items(field, 1)


def _items(field: Field, depth: int) -> Iterator[tuple[str, str, str, str]]:
    """The fields of a query's records, with a dot for each level in front."""
    record = field.record
    annotations = inspect.get_annotations(record) if record is not None else {}
    for one in record.fields if record is not None else ():
        yield "." * depth + one.name, "." * depth + one.key, str(annotations.get(one.name, "")), where(one)
        yield from _items(one, depth + 1)


def _supports(block_type: type[Block]) -> Iterator[tuple[str, str]]:
    for feature, value in block_type.supports.items():
        yield feature, json.dumps(value, ensure_ascii=False)


def _places(block_type: type[Block]) -> Iterator[tuple[str, str]]:
    """What block.json says of where the block stands and how it looks, where it says something."""
    said = block_type.block_json
    lists = {
        "category": (said.category,) if said.category else (),
        "parent": said.parent,
        "ancestor": said.ancestor,
        "allowed blocks": said.allowed_blocks,
        "uses context": said.uses_context,
        "provides context": tuple(f"{name} ({attribute})" for name, attribute in said.provides_context.items()),
        "styles": said.styles,
    }
    for what, which in lists.items():
        if which:
            yield what, ", ".join(which)
