"""Blocks made anew: `Paragraph(content="Hi")`, and the nodes for markup that no text holds yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from blocks.errors import EditError, suggestion
from blocks.fragment import RichText
from blocks.model.attributes import Dialect
from blocks.model.block import Block, Freeform
from blocks.model.delimiter import OPENER, VOID, Delimiter
from blocks.model.fields import MISSING, Field, Record, fields_of
from blocks.model.node import node_at
from blocks.model.objects import create_block, plain
from blocks.model.saving import BETWEEN, Saved, save_block
from blocks.model.shape import Attributes, schema_of
from blocks.model.source import Source

if TYPE_CHECKING:
    from blocks.model.source import Parser

BlockT = TypeVar("BlockT", bound="Block")

INSIDE = "\ue000\ue001\ue000"
"""What stands for the blocks inside while their parent is saved: characters for private use, which no text holds so."""


def build(block_type: type[BlockT], inside: tuple[Block, ...], fields: Mapping[str, object]) -> BlockT:
    """A new block of a type; see `Block`."""
    name = block_type.type_name
    if name is None:
        raise TypeError(
            f"{block_type.__name__} stands for blocks of any name; call the type of a name, such as Paragraph, or parse markup"
        )
    for one in inside:
        if not isinstance(one, Block):
            raise TypeError(
                f"{block_type.__name__}() takes blocks to stand inside it, and fields by name; not {one!r:.60}"
            )
    given = raw_values(block_type, fields)
    if issubclass(block_type, Freeform):
        text = Source(str(given.get("content") or ""), None)
        return node_at(block_type, text, None, 0, len(text.text), len(text.text))
    node = made(block_type, Attributes(create_block(block_type, given).attributes), inside, "6.9")
    check_kept(node, given)
    return node


def raw_values(block_type: type[Block], fields: Mapping[str, object]) -> dict[str, Any]:
    """Values of fields, given by their names in Python, by their names in block.json.

    TypeError for a field that the type has not, and for a value of another type, or none of the enum.
    """
    schema = schema_of(block_type)
    known = {one.name: one for one in (*fields_of(block_type).values(), *schema.fields.values())}
    known = {name: one for name, one in known.items() if schema.fields.get(one.key) is one}
    values: dict[str, Any] = {}
    for name, value in fields.items():
        field = known.get(name)
        if field is None:
            raise TypeError(
                f"{block_type.__name__} has no field {name!r}.{suggestion(name, known)} It has: {', '.join(known)}"
            )
        values[field.key] = None if value is None else _raw_value(block_type, field, value)
    return values


def _raw_value(block_type: type[Block], field: Field, value: object) -> object:
    """A value as attributes hold it."""
    raw: object = value
    if field.source == "rich-text" and isinstance(value, str):
        raw = RichText(value)
    elif field.source == "query":
        raw = [dict(row.attribute_values) if isinstance(row, Record) else row for row in _sequence(value)]
        raw = [{key: _inner_rows(one) for key, one in row.items()} if isinstance(row, dict) else row for row in raw]
    elif isinstance(value, RichText) and "rich-text" not in field.types:
        raw = value.html
    elif isinstance(value, tuple):
        raw = list(value)
    if not field.accepts(raw):
        wanted = " or ".join(field.types) if field.enum is None else f"one of {', '.join(map(repr, field.enum))}"
        raise TypeError(f"{block_type.__name__}.{field.name} is {wanted}, not {value!r:.60}")
    return raw if field.source in ("rich-text", "query") else plain(raw)


def _sequence(value: object) -> list[Any]:
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping) else [value]


def _inner_rows(value: object) -> object:
    if isinstance(value, tuple | list):
        return [dict(one.attribute_values) if isinstance(one, Record) else one for one in value]
    return value


def made(
    block_type: type[BlockT],
    attributes: Attributes,
    inside: tuple[Block, ...],
    dialect: Dialect,
    parser: Parser | None = None,
) -> BlockT:
    """A node of its own, saved with these attributes around these blocks. TypeError where it has no place for them."""
    source, name = Source("", parser), block_type.type_name or ""
    markup = save_block(block_type, name, attributes, INSIDE if inside else "", source.parser.spelling, dialect)
    if inside and INSIDE not in markup.content:
        raise TypeError(f"a block {name} has no place for blocks inside it; put them beside it")
    before, _, after = markup.content.partition(INSIDE)
    parts: list[str | Block] = [before]
    for number, block in enumerate(inside):
        parts += (BETWEEN, block) if number else (block,)
    return placed(block_type, name, markup, (*parts, after), source.parser)


def placed(
    block_type: type[BlockT], name: str, markup: Saved, parts: tuple[str | Block, ...], parser: Parser
) -> BlockT:
    """A node of its own: these delimiters around these parts. It stands at the start of a text of its own."""
    source, start = Source(markup.opener + markup.closer, parser), len(markup.opener)
    delimiter = Delimiter(markup.opener, OPENER if markup.closer else VOID, name, markup.attributes, block_type)
    node = node_at(block_type, source, delimiter, 0, start, len(source.text))
    return node.with_parts(*parts) if markup.closer else node


def check_kept(node: Block, wanted: Mapping[str, Any]) -> None:
    """EditError where a block is not read back with the values that it was written with."""
    for key, value in wanted.items():
        field, found = schema_of(type(node)).fields[key], node.attribute_values.get(key, MISSING)
        if field.seen(found) != field.seen(MISSING if value is None else value) and (value is not None or found):
            raise EditError(
                f"{type(node).__name__}.{field.name}: with {plain(value)!r:.60} the markup would be {node.markup!r:.200}, "
                f"which is read as {field.seen(found)!r:.60}. Give what goes with it too, or another value"
            )
