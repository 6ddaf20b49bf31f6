"""A block with other values in some fields, and every byte that need not change as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from blocks.errors import EditError
from blocks.fragment import Edit, Fragment, Token, edited, tokens
from blocks.fragment.carry import MISSING, attribute_edits, carried_over
from blocks.model import legacy
from blocks.model.attributes import Dialect
from blocks.model.block import Block, Unknown
from blocks.model.building import INSIDE, build, check_kept, made, placed, raw_values
from blocks.model.fields import Field
from blocks.model.objects import plain
from blocks.model.saved import saved
from blocks.model.saving import Saved, around, same_json, save_objects
from blocks.model.shape import Attributes, schema_of

BlockT = TypeVar("BlockT", bound="Block")
Parts = tuple["str | Block", ...]

_MARK = "data-blocks-tag"


def replaced(node: BlockT, fields: Mapping[str, object], dialect: Dialect) -> BlockT:
    """`node` with other values in some fields; see `Block.replace`."""
    if isinstance(node, Unknown):
        raise TypeError(
            f"{node.block_name} has no type and so no fields; declare one (docs/plugins.md), or change its markup"
        )
    wanted = raw_values(type(node), fields)
    if node.delimiter is None:
        return build(type(node), (), fields) if wanted else node
    schema = schema_of(type(node)).fields
    now = node.reading.attributes
    wanted = {key: value for key, value in wanted.items() if not _same(now.get(key, schema[key].default), value)}
    if not wanted:
        return node
    new = Attributes({key: value for key, value in {**now, **wanted}.items() if value is not None})
    if node.deprecation is not None or legacy.current_name(node.delimiter.name) != node.delimiter.name:
        result = made(
            type(node), _with_defaults(type(node), new), _migrated_inside(node, dialect), dialect, node._source.parser
        )
    else:
        result = _rewritten(node, now, new, wanted, dialect)
    check_kept(result, wanted)
    return result


def _same(one: Any, other: Any) -> bool:
    return same_json(plain(one), plain(other))


def _with_defaults(block_type: type[Block], attributes: Attributes) -> Attributes:
    schema = schema_of(block_type)
    return Attributes({**schema.defaults, **{key: one for key, one in attributes.items() if key in schema.fields}})


def _migrated_inside(node: Block, dialect: Dialect) -> tuple[Block, ...]:
    """The blocks inside a block of an older shape, as the one of today has them."""
    objects = node.reading.inner()
    if [one.name for one in objects] == [child.type_name for child in node.children if not child.is_blank]:
        return tuple(child for child in node.children if not child.is_blank)
    parser = node._source.parser
    text = save_objects(objects, parser.registry.type_of, parser.spelling, dialect)
    return tuple(one for one in parser.parse(text).children if not one.is_blank)


def _rewritten(node: BlockT, now: Attributes, new: Attributes, wanted: Mapping[str, Any], dialect: Dialect) -> BlockT:
    schema, delimiter = schema_of(type(node)).fields, node.delimiter
    if delimiter is None:
        raise TypeError(f"{node!r} has no delimiter")
    said = dict(node.attributes or {})
    for key, value in wanted.items():
        if schema[key].source is None:
            if value is None or same_json(plain(value), schema[key].default):
                said.pop(key, None)
            else:
                said[key] = plain(value)
    parts = _changed_parts(node, now, new, wanted)
    holds = any(parts)
    if said == (node.attributes or {}) and holds != node.is_void:
        return node.with_parts(*parts)
    markup = around(delimiter.name, said, "…" if holds else "", node._source.parser.spelling, dialect)
    if holds and node.is_void:  # as the editor writes it
        parts = ("\n", *parts, "\n")
    if not holds and not node.is_void and parts:
        markup = Saved(
            node._source.parser.spelling.opener(delimiter.name, ""),
            None,
            "",
            node._source.parser.spelling.closer(delimiter.name),
        )
    return placed(type(node), delimiter.name, markup, parts, node._source.parser)


def _changed_parts(node: Block, now: Attributes, new: Attributes, wanted: Mapping[str, Any]) -> Parts:
    """What stands between the delimiters: as the editor saves the change, or edited in place where that is not known."""
    inside = INSIDE if node.children else ""
    name = type(node).type_name or ""
    old, coming = (saved(type(node), name, one, inside) for one in (now, new))
    if old is None or coming is None or not node.reading.is_recognised:
        return _edited_parts(node, wanted)
    if old == coming:
        return node.parts
    if not inside or INSIDE not in old:
        return (carried_over("".join(one for one in node.parts if isinstance(one, str)), old, coming),)
    first = next(n for n, part in enumerate(node.parts) if not isinstance(part, str))
    last = len(node.parts) - next(n for n, part in enumerate(reversed(node.parts)) if not isinstance(part, str))
    (old_before, _, old_after), (before, _, after) = old.partition(INSIDE), coming.partition(INSIDE)
    return (
        carried_over("".join(map(str, node.parts[:first])), old_before, before),
        *node.parts[first:last],
        carried_over("".join(map(str, node.parts[last:])), old_after, after),
    )


def _edited_parts(node: Block, wanted: Mapping[str, Any]) -> Parts:
    parts: Parts = node.parts
    for key, value in wanted.items():
        field = schema_of(type(node)).fields[key]
        if field.source is None:
            continue
        texts = [number for number, part in enumerate(parts) if isinstance(part, str)]
        for number in texts:
            html = str(parts[number])
            changed = _edited_html(html, field, value)
            if changed is not None:
                parts = (*parts[:number], changed, *parts[number + 1 :])
                break
        else:
            raise EditError(
                f"{type(node).__name__}.{field.name}: no element matches {field.selector!r} in {node.inner_html!r:.100}, "
                "so that there is no place for the value; change the markup itself (with_parts)"
            )
    return parts


def _edited_html(html: str, field: Field, value: Any) -> str | None:
    """`html` with a value in the place that a field is read from; None where there is none."""
    if field.source == "raw":
        return str(value or "")
    found = list(tokens(html))
    starts = [number for number, token in enumerate(found) if token.kind == "start"]
    marks = [
        Edit(end, end, f' {_MARK}="{number}"')
        for number in starts
        for end in (found[number].start + 1 + len(found[number].name),)
    ]
    element = Fragment(edited(html, marks)).first(field.selector)
    mark = element.get(_MARK) if element is not None else None
    if mark is None:
        return None
    tag = found[int(mark)]
    if field.source == "attribute" and field.attribute is not None:
        if "boolean" in field.types:
            value = None if value else MISSING
        elif value is None:
            value = MISSING
        return edited(html, attribute_edits(html, tag, {field.attribute: value}))
    end = _end_of(found, int(mark))
    if field.source in ("rich-text", "html") and end is not None:
        return html[: tag.end] + str(value or "") + html[end:]
    return None


def _end_of(found: list[Token], number: int) -> int | None:
    """Where the content of an element ends: before its end tag."""
    depth, name = 0, found[number].name
    for token in found[number:]:
        if token.name == name:
            depth += {"start": 1, "end": -1}.get(token.kind, 0)
            if depth == 0:
                return token.start
    return None
