"""Blocks made anew: `Paragraph(content="Hi")`, and the nodes for markup that no text holds yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import TYPE_CHECKING, Any, TypeVar

from blocks.errors import EditError, suggestion
from blocks.fragment import Fragment, RichText
from blocks.fragment.javascript import BLANKS
from blocks.model.attributes import Dialect
from blocks.model.block import Block, Freeform
from blocks.model.delimiter import OPENER, VOID, Delimiter
from blocks.model.fields import MISSING, Field, Record, fields_of
from blocks.model.node import node_at
from blocks.model.objects import create_block, plain
from blocks.model.saved import CONTENT_ERRORS, is_empty, saved
from blocks.model.saving import BETWEEN, around, said_attributes, same_json
from blocks.model.shape import Attributes, schema_of
from blocks.model.source import Source, default_parser

if TYPE_CHECKING:
    from blocks.model.source import Parser

BlockT = TypeVar("BlockT", bound="Block")

_MARKUP = re.compile("[&<>\0\r\xa0\ud800-\udfff]")
INSIDE = "\ue000\ue001\ue000"
"""What stands for the blocks inside while their parent is saved: characters for private use, which no text holds so."""


def build(
    block_type: type[BlockT], inside: tuple[Block, ...], fields: Mapping[str, object], parser: Parser | None = None
) -> BlockT:
    """A new block of a type; see `Block`."""
    if block_type.type_name is None:
        raise TypeError(
            f"{block_type.__name__} stands for blocks of any name; call the type of one, such as Paragraph, "
            "or parse markup"
        )
    for one in inside:
        if not isinstance(one, Block):
            hint = " (put a * before a list of blocks)" if isinstance(one, list | tuple) else ""
            raise TypeError(
                f"{block_type.__name__}() takes blocks to stand inside it, and fields by name; not {one!r:.60}{hint}"
            )
        if one.delimiter is None and not one.is_blank:
            raise TypeError(
                f"{block_type.__name__}() takes blocks, and {one!r:.60} is HTML outside every block, which would "
                "become part of this one's; put it into an Html(content=…)"
            )
    given = raw_values(block_type, fields)
    if issubclass(block_type, Freeform):
        return _freeform(block_type, inside, given, parser)
    node = made(block_type, Attributes(create_block(block_type, given).attributes), inside, "6.9", parser)
    check_no_delimiters(node)
    check_kept(node, given)
    if not node.reading.is_recognised:
        raise EditError(
            f"{block_type.__name__} would be {node.markup!r:.200}, which the editor does not take for a block of this "
            "type; give other values"
        )
    return node


def _freeform(
    block_type: type[BlockT], inside: tuple[Block, ...], given: Mapping[str, Any], parser: Parser | None
) -> BlockT:
    """HTML outside every block."""
    if inside or given.keys() - {"content"}:
        raise EditError(
            f"{block_type.__name__} is HTML outside every block, without a delimiter: it takes content alone, no "
            "blocks inside it and no other field"
        )
    source = Source(str(given.get("content") or ""), parser)
    node = node_at(block_type, source, None, 0, len(source.text), len(source.text))
    check_no_delimiters(node)
    return node


def raw_values(block_type: type[Block], fields: Mapping[str, object]) -> dict[str, Any]:
    """Values of fields, given by their names in Python, by their names in block.json.

    TypeError for a field that the type has not, and for a value of another type, or none of the enum.
    """
    known = check_names(block_type, fields)
    values: dict[str, Any] = {}
    for name, value in fields.items():
        field = known[name]
        values[field.key] = None if value is None else _raw_value(block_type, field, value)
    return values


def check_names(block_type: type[Block], names: Iterable[str]) -> dict[str, Field]:
    """The fields of a type, by name; TypeError where one of the names is none of them."""
    schema = schema_of(block_type)
    known = {one.name: one for one in (*fields_of(block_type).values(), *schema.fields.values())}
    known = {name: one for name, one in known.items() if schema.fields.get(one.key) is one}
    for name in names:
        if name not in known:
            raise TypeError(
                f"{block_type.__name__} has no field {name!r}.{suggestion(name, known)} It has: {', '.join(known)}"
            )
    return known


def _raw_value(block_type: type[Block], field: Field, value: object) -> object:
    """A value as attributes hold it; HTML as a browser gives it back."""
    where = f"{block_type.__name__}.{field.name}"
    if field.role == "local":
        raise EditError(f"{where} is the editor's own while somebody writes; no markup holds it, so leave it out")
    raw = _normal(field, value)
    if not field.accepts(raw) or (field.record is not None and not all(isinstance(row, dict) for row in raw)):
        wanted = " or ".join(field.types) if field.enum is None else f"one of {', '.join(map(repr, field.enum))}"
        raise TypeError(f"{where} is {wanted}, not {value!r:.60}")
    if field.source is None:
        raw = plain(raw)
        if (fault := _no_json(raw)) is not None:
            raise TypeError(f"{where} is JSON in the delimiter, which {fault} is not")
        if not same_json(plain(field.seen(raw)), raw):
            raise TypeError(f"{where} is {_described(field)}, not {value!r:.60}")
    return raw


def _normal(field: Field, value: object) -> Any:
    if field.record is not None:
        rows = list(value) if isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping) else [value]
        return [_row(field.record, row) for row in rows]
    if "rich-text" in field.types:
        html = value.html if isinstance(value, RichText) else value
        if not isinstance(html, str):
            return value
        text = RichText(_as_in_a_browser(html))
        return RichText() if is_empty(text) else text
    if isinstance(value, RichText):
        value = value.html
    if isinstance(value, str) and field.source == "html":
        return _as_in_a_browser(value)
    if isinstance(value, str) and field.source == "raw":
        return value.strip(BLANKS)
    return list(value) if isinstance(value, tuple) else value


def _row(record: type[Record], row: object) -> object:
    """One record, or the dict of one, as attributes hold it. Records nest as deep as their types."""
    values = row.attribute_values if isinstance(row, Record) else row
    if not isinstance(values, Mapping):
        return row
    known = {field.key: field for field in record.fields}
    return {key: _normal(known[key], one) if key in known and one is not None else one for key, one in values.items()}


def _as_in_a_browser(html: str) -> str:
    """HTML as the `innerHTML` of an element gives it back."""
    return Fragment(html).rich_text.html if _MARKUP.search(html) else html


def _no_json(value: object) -> str | None:
    """What is no JSON in a value, in words; None where all is."""
    pending = [value]
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            if wrong := [key for key in one if not isinstance(key, str)]:
                return f"the key {wrong[0]!r:.60}"
            pending += one.values()
        elif isinstance(one, list):
            pending += one
        elif isinstance(one, float) and not isfinite(one):
            return repr(one)
        elif one is not None and not isinstance(one, str | int | float):
            return f"{one!r:.60}"
    return None


def _described(field: Field) -> str:
    return f"{' or '.join(field.types)}{f' of {field.items}' if field.items else ''}"


def made(
    block_type: type[BlockT],
    attributes: Attributes,
    inside: tuple[Block, ...],
    dialect: Dialect,
    parser: Parser | None = None,
) -> BlockT:
    """A node of its own, saved with these attributes around these blocks. EditError where it has no place for them."""
    parser, name = parser or default_parser(), block_type.type_name or ""
    inner = INSIDE if inside else ""
    html = saved_as(block_type, name, attributes, inner)
    html = inner if html is None else html
    if inside and INSIDE not in html:
        raise EditError(f"a block {name} with these fields has no place for blocks inside it; put them beside it")
    said = said_attributes(block_type, attributes)
    markup = around(name, said, f"\n{html}\n" if html else "", parser.spelling, dialect)
    before, _, after = markup.content.partition(INSIDE)
    parts: list[str | Block] = [before]
    for number, block in enumerate(inside):
        parts += (BETWEEN, block) if number else (block,)
    delimiters = markup.opener, markup.attributes, markup.closer if markup.content else None
    return placed(block_type, name, delimiters, (*parts, after), parser)


def saved_as(block_type: type[Block], name: str, attributes: Attributes, inner: str) -> str | None:
    """The HTML that a block is saved as; EditError where its `save` fails over the attributes."""
    try:
        return saved(block_type, name, attributes, inner)
    except CONTENT_ERRORS as error:
        raise EditError(f"a block {name} cannot be saved with {plain(attributes)!r:.300}: {error!r}") from error


def placed(
    block_type: type[BlockT],
    name: str,
    delimiters: tuple[str, str | None, str | None],
    parts: tuple[str | Block, ...],
    parser: Parser,
    nested: bool = False,
) -> BlockT:
    """A node of its own: delimiters around these parts. It stands at the start of a text of its own.

    The delimiters are the opener, the JSON in it, and the closer: "" for a block that is not closed, None where the
    opener is a void delimiter.
    """
    opener, json, closer = delimiters
    source = Source(opener + (closer or ""), parser)
    delimiter = Delimiter(opener, VOID if closer is None else OPENER, name, json, block_type)
    node = node_at(block_type, source, delimiter, 0, len(opener), len(source.text), (), nested)
    return node if closer is None else node.with_parts(*parts)


def check_no_delimiters(node: Block) -> None:
    """EditError where the HTML of a block holds what would be read as a delimiter."""
    parser = node._source.parser
    for part in node.parts:
        if not isinstance(part, str) or parser.spelling.prefix not in part:
            continue
        around_it = parser.spelling.opener("core/group", ""), parser.spelling.closer("core/group")
        read = parser.parse(part.join(around_it)).children
        if len(read) != 1 or read[0].children or read[0].content_size != len(part):
            raise EditError(
                f"{type(node).__name__}: its HTML would hold a delimiter, and so another block: {part!r:.200}. Put "
                "blocks inside as blocks, or escape the `<` of the comment"
            )


def check_kept(node: Block, wanted: Mapping[str, Any]) -> None:
    """EditError where a block is not read back with the values that it was written with."""
    for key, value in wanted.items():
        field, found = schema_of(type(node)).fields[key], node.attribute_values.get(key, MISSING)
        if field.source == "raw" and isinstance(node, Freeform):  # is read in paragraphs
            continue
        is_kept = field.seen(found) == field.seen(MISSING if value is None else value)
        if field.source is None:
            is_kept = same_json(
                plain(field.default if found is MISSING else found), field.default if value is None else value
            )
        if not is_kept and (value is not None or found):
            raise EditError(
                f"{type(node).__name__}.{field.name}: with {plain(value)!r:.60} the markup would be "
                f"{node.markup!r:.200}, which is read as {field.seen(found)!r:.60}. "
                "Give what goes with it too, or another value"
            )
