"""Block objects: blocks as the editor has them, a name, attributes and the blocks inside, without markup.

{"name": "core/paragraph", "attributes": {"content": "…", "dropCap": False}, "innerBlocks": []}
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from blocks.errors import SourceError, suggestion
from blocks.fragment import RichText
from blocks.model import attributes as attribute_json
from blocks.model.delimiter import is_block_name
from blocks.model.fields import Field, Record
from blocks.model.shape import Attributes, schema_of

if TYPE_CHECKING:
    from blocks.model.block import Block


@dataclass(slots=True)
class BlockObject:
    """A block as the editor has it; `original` is the block that it was read from, None for a new one."""

    name: str
    attributes: Mapping[str, Any]
    inner: list[BlockObject] = field(default_factory=list)
    original: Block | None = field(default=None, compare=False, repr=False)


def create_block(
    block_type: type[Block], attributes: Mapping[str, Any], inner: Iterable[BlockObject] = ()
) -> BlockObject:
    """A new block object (`createBlock()`): attributes that the type does not know go, missing ones get defaults.

    Rich text that is given as a string is written again, as `RichTextData.fromHTMLString()` does it.
    """
    values = Attributes()
    for key, field_ in schema_of(block_type).fields.items():
        value = attributes.get(key)
        if value is None:
            value = field_.default
        if field_.source == "rich-text":
            value = _as_rich_text(value)
        elif isinstance(value, RichText) and "string" in field_.types:
            value = value.html
        if value is not None or field_.has_default:
            values[key] = value
    return BlockObject(block_type.type_name or "", values, list(inner))


def _as_rich_text(value: object) -> RichText | None:
    if value is None or isinstance(value, RichText):
        return value or RichText()
    if not isinstance(value, str):
        return None
    from blocks.fragment.rewritten import rewritten

    return RichText(rewritten(value))


def block_objects(nodes: Iterable[Block]) -> list[BlockObject]:
    """What the editor's `parse()` makes of blocks: children first, and no recursion. Empty HTML between blocks goes."""
    made: list[BlockObject] = []
    # One frame a block: the block (None: the list itself), its children still to come, and where its objects go.
    stack: list[tuple[Block | None, Iterator[Block], list[BlockObject]]] = [(None, iter(nodes), made)]
    while stack:
        node, children, inner = stack[-1]
        child = next(children, None)
        if child is not None:
            stack.append((child, iter(child.children), []))
            continue
        stack.pop()
        if node is not None and (one := node.as_object(inner)) is not None:
            stack[-1][2].append(one)
    return made


def objects_of(
    data: str | bytes | Sequence[Mapping[str, Any]], type_of: Callable[[str], type[Block]]
) -> list[BlockObject]:
    """The block objects of a typed tree as dicts and lists, or as JSON.

    SourceError where it is none, or has a block that no type is declared for.
    """
    if isinstance(data, str | bytes):
        data = _decoded(data)
    made: list[BlockObject] = []
    stack: list[tuple[Any, str, list[BlockObject]]] = [(data, "", made)]
    while stack:
        coming, place, out = stack.pop()
        if not isinstance(coming, Sequence) or isinstance(coming, str | bytes):
            raise SourceError(f"{place or 'a typed tree'} is a list of blocks, not {type(coming).__name__}")
        for number, one in enumerate(coming):
            where = f"{place}[{number}]"
            if not isinstance(one, Mapping):
                raise SourceError(f"block {where} is an object with name, attributes and innerBlocks, not {one!r:.60}")
            name, attributes = one.get("name"), one.get("attributes", {})
            if not (isinstance(name, str) and is_block_name(name)):
                raise SourceError(f"block {where}: `name` is a block's full name, such as core/image, not {name!r:.60}")
            if not isinstance(attributes, Mapping) and attributes != []:
                raise SourceError(f"block {where}: `attributes` is an object, not {attributes!r:.60}")
            for key in one:
                if key not in _MEMBERS:
                    known = "name, attributes, innerBlocks"
                    raise SourceError(
                        f"block {where} has {key!r}; a block has {known}.{suggestion(str(key), _MEMBERS)}"
                    )
            _check_json(where, attributes)
            block_type = type_of(name)
            if block_type.type_name is None:
                raise SourceError(
                    f"block {where}: no type is declared for {name}, so that nothing says where its attributes go; "
                    "give a registry that has it (Registry.load(…) reads a block.json), or its markup as a core/missing"
                )
            inner: list[BlockObject] = []
            out.append(BlockObject(name, read_values(block_type, attributes or {}), inner))
            stack.append((one.get("innerBlocks", []), f"{where}.innerBlocks", inner))
    return made


# What a block object of the editor has.
_MEMBERS = ("name", "attributes", "innerBlocks", "isValid", "clientId", "originalContent", "validationIssues")


def _check_json(where: str, attributes: object) -> None:
    try:
        attribute_json.php_json(attributes)
    except TypeError as error:
        raise SourceError(f"block {where}: {error}") from error


def read_values(block_type: type[Block], attributes: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes of a typed tree as a block has them: its rich text is `RichText` and not its HTML.

    For trees written by hand, defaults are added to a block that has none, and those that are strings to any: where the
    editor migrates a block it may leave out some of the others, and saves it otherwise with them than without.
    """
    defaults = schema_of(block_type).defaults
    is_by_hand = defaults.keys().isdisjoint(attributes)
    values = {key: value for key, value in defaults.items() if is_by_hand or (value and isinstance(value, str))}
    values.update(attributes)
    # The holders whose values are still to be seen to, each with the fields that its keys are of.
    pending: list[tuple[dict[str, Any], Iterable[Field]]] = [(values, schema_of(block_type).fields.values())]
    while pending:
        holder, fields = pending.pop()
        for field_ in fields:
            value = holder.get(field_.key)
            if isinstance(value, str) and "rich-text" in field_.types:
                holder[field_.key] = RichText(value)
            elif field_.record is not None and isinstance(value, list):
                holder[field_.key] = rows = [dict(row) if isinstance(row, Mapping) else row for row in value]
                pending += [(row, field_.record.fields) for row in rows if isinstance(row, dict)]
    return values


def _decoded(data: str | bytes) -> Any:
    try:
        return json.loads(data)
    except RecursionError:
        raise SourceError("this JSON is nested deeper than Python's decoder goes; decode it by another") from None
    except ValueError as error:
        raise SourceError(f"this is no typed tree: it is not JSON ({error})") from None


def as_json(objects: Iterable[BlockObject]) -> list[dict[str, Any]]:
    """Block objects as plain dicts and lists, in the form of `JSON.stringify()` over the editor's `parse()`."""
    made: list[dict[str, Any]] = []
    stack = [(list(objects), made)]
    while stack:
        coming, out = stack.pop()
        for one in coming:
            inner: list[dict[str, Any]] = []
            out.append({"name": one.name, "attributes": plain(one.attributes), "innerBlocks": inner})
            if one.inner:
                stack.append((one.inner, inner))
    return made


def plain(value: Any) -> Any:
    """A value of an attribute with rich text as its HTML: new lists and dicts all the way down, and no recursion."""
    whole: list[Any] = [value]
    stack: list[tuple[Any, Any]] = [(whole, 0)]
    while stack:
        holder, key = stack.pop()
        one = holder[key]
        if isinstance(one, RichText):
            holder[key] = one.html
        elif isinstance(one, Record):
            holder[key] = one.attribute_values
            stack.append((holder, key))
        elif isinstance(one, Mapping):
            holder[key] = copied = dict(one)
            stack += [(copied, inner) for inner in copied]
        elif isinstance(one, list | tuple):
            holder[key] = items = list(one)
            stack += [(items, index) for index in range(len(items))]
    return whole[0]
