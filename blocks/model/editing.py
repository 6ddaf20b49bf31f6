"""A block with other values in some fields, and every byte that need not change as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from blocks.errors import EditError
from blocks.fragment.carry import carried_over, in_place
from blocks.model import attributes as attribute_json
from blocks.model import legacy
from blocks.model.attributes import Dialect
from blocks.model.block import Block
from blocks.model.building import INSIDE, build, check_kept, check_no_delimiters, made, placed, raw_values, saved_as
from blocks.model.delimiter import VOID, Delimiter, Spelling
from blocks.model.editing_in_place import edited_parts
from blocks.model.members import with_members
from blocks.model.objects import plain
from blocks.model.saving import same_json, save_objects
from blocks.model.shape import Attributes, schema_of

BlockT = TypeVar("BlockT", bound="Block")
Parts = tuple["str | Block", ...]
Carry = Callable[[str, str, str], str]

_BLANKS = " \t\n\v\f\r"


def replaced(node: BlockT, fields: Mapping[str, object], dialect: Dialect) -> BlockT:
    """`node` with other values in some fields; see `Block.replace`."""
    if type(node).type_name is None:
        raise TypeError(
            f"{node.block_name} has no type and so no fields; declare one (docs/plugins.md), or change its markup"
        )
    wanted = raw_values(type(node), fields)
    schema, now = schema_of(type(node)).fields, node.reading.attributes
    wanted = {key: schema[key].default if value is None else value for key, value in wanted.items()}
    wanted = {key: value for key, value in wanted.items() if not _same(now.get(key, schema[key].default), value)}
    if not wanted:
        return node
    if node.delimiter is None:
        return build(type(node), (), fields, node._source.parser)
    new = Attributes({**schema_of(type(node)).defaults, **now, **wanted})
    new = Attributes({key: value for key, value in new.items() if value is not None or schema[key].has_default})
    if is_of_older_shape(node):
        result = _in_the_shape_of_today(node, new, dialect)
        if not result.reading.is_recognised and all(schema[key].source is not None for key in wanted):
            # What is migrated may not be saved alike, in the editor neither; the value has its place all the same.
            result = _with(node, node.raw_attributes, edited_parts(node, wanted))
    else:
        _check_shape(node, now, new, wanted)
        said = _changed_delimiter(node, wanted, dialect)
        result = _with(node, said, _changed_parts(node, now, new, wanted, carried_over))
        if not _is(result, new):  # blanks between tags may be all that changed
            result = _with(node, said, _changed_parts(node, now, new, wanted, _anew))
    check_no_delimiters(result)
    check_kept(result, wanted)
    _check_others(node, result, now, wanted)
    return result


def migrated(node: BlockT, dialect: Dialect) -> BlockT:
    """`node` in the shape of today; itself where it is in that, in none, or would not be read alike afterwards."""
    if not is_of_older_shape(node) or not node.reading.is_recognised:
        return node
    now = node.reading.attributes
    try:
        result = _in_the_shape_of_today(node, now, dialect)
    except EditError:
        return node
    found, schema = result.attribute_values, schema_of(type(node)).fields
    alike = all(_same(value, found.get(key, schema[key].default)) for key, value in now.items() if key in schema)
    return result if alike and result.reading.is_recognised and result.deprecation is None else node


def is_of_older_shape(node: Block) -> bool:
    """Whether an older editor saved it: in an older shape, or under an older name."""
    name = node.block_name
    return name is not None and (node.deprecation is not None or legacy.current_name(name) != name)


def _in_the_shape_of_today(node: BlockT, attributes: Attributes, dialect: Dialect) -> BlockT:
    _check_json(node)
    known = Attributes({key: value for key, value in attributes.items() if key in schema_of(type(node)).fields})
    return made(type(node), known, _migrated_inside(node, dialect), dialect, node._source.parser)


def _check_shape(node: Block, now: Attributes, new: Attributes, wanted: Mapping[str, Any]) -> None:
    """EditError where the delimiter would say one thing, and HTML that the editor did not save another."""
    schema = schema_of(type(node))
    if node.reading.is_recognised or not any(key in schema.comment for key in wanted):
        return
    name = type(node).type_name or ""
    said = Attributes({**now, **{key: new.get(key) for key in wanted if key in schema.comment}})
    if saved_as(type(node), name, now, "") != saved_as(type(node), name, said, ""):
        raise EditError(
            f"{type(node).__name__}.replace({_shown(node, wanted)}) changes the HTML too, and this HTML is not as the "
            f"editor saves it, so that nobody knows where: {node.own_html!r:.100}. Mend the block first (transform())"
        )


def _same(one: Any, other: Any) -> bool:
    return same_json(plain(one), plain(other))


def _is(node: Block, attributes: Attributes) -> bool:
    found = node.attribute_values
    return all(_same(found.get(key), value) for key, value in attributes.items())


def _check_others(node: Block, result: Block, now: Attributes, wanted: Mapping[str, Any]) -> None:
    """EditError where other fields would change; where a value is taken away, what it was written with may go."""
    found, schema = result.attribute_values, schema_of(type(node)).fields
    if node.reading.is_recognised and not result.reading.is_recognised:
        raise EditError(
            f"{type(node).__name__}.replace({_shown(node, wanted)}) would make {result.markup!r:.200}, which the "
            "editor does not take for a block of this type; give another value"
        )
    takes_away = any(value is None or value == schema[key].default for key, value in wanted.items())
    for key, field in schema.items():
        before, after = now.get(key, field.default), found.get(key, field.default)
        if key in wanted or _same(before, after) or (takes_away and _same(after, field.default)):
            continue
        raise EditError(
            f"{type(node).__name__}.replace({_shown(node, wanted)}) would change {field.name} as well, from "
            f"{plain(before)!r:.60} to {plain(after)!r:.60}; say what {field.name} is to be (None takes it away)"
        )


def _shown(node: Block, wanted: Mapping[str, Any]) -> str:
    schema = schema_of(type(node)).fields
    return ", ".join(f"{schema[key].name}={plain(value)!r:.60}" for key, value in wanted.items())


# --------------------------------------------------------------------------------------------- blocks of older shapes


def _migrated_inside(node: Block, dialect: Dialect) -> tuple[Block, ...]:
    """The blocks inside a block of an older shape, as the one of today has them."""
    children = tuple(child for child in node.children if not child.is_blank)
    if node.reading.moved is None:
        return children
    parser = node._source.parser
    text = save_objects(node.inner_objects(), parser.registry.type_of, parser.spelling, dialect)
    return tuple(one for one in parser.parse(text).children if not one.is_blank)


# ------------------------------------------------------------------------------------------------ the delimiter


def _changed_delimiter(node: Block, wanted: Mapping[str, Any], dialect: Dialect) -> str | None:
    """The attribute JSON with what lives there changed, None for none."""
    schema, raw = schema_of(type(node)), node.raw_attributes
    members: dict[str, str | None] = {}
    for key, value in wanted.items():
        if key in schema.comment:
            is_default = value is None or (
                schema.fields[key].has_default and same_json(value, schema.fields[key].default)
            )
            members[key] = None if is_default else attribute_json.write_as_javascript(plain(value), dialect)
    if not members:
        return raw
    _check_json(node)
    changed = with_members(raw or "{}", members, schema.fields)
    return None if not changed.strip("{} \t\r\n") else changed


def _check_json(node: Block) -> None:
    """EditError where the delimiter says what is no JSON, and would be lost."""
    raw = node.raw_attributes
    if raw is not None and node.attributes is None and attribute_json.read_as_javascript(raw) == {}:
        raise EditError(
            f"the attributes of {node!r} are no valid JSON ({attribute_json.invalid_because(raw)}), so that none can "
            "be changed; mend the markup first"
        )


def _with(node: BlockT, json: str | None, parts: Parts) -> BlockT:
    """The block with this JSON in its delimiter, around these parts; the closer stays as it is, where there is one."""
    delimiter = node.delimiter
    if delimiter is None:
        raise TypeError(f"{node!r} has no delimiter")
    parser, text = node._source.parser, node._source.text
    if node.is_void and any(parts):  # as the editor writes it
        opener = parser.spelling.opener(delimiter.name, f"{json} " if json else "")
        closer = parser.spelling.closer(delimiter.name)
        return placed(type(node), delimiter.name, (opener, json, closer), ("\n", *parts, "\n"), parser, node.is_nested)
    if json == node.raw_attributes:
        return node if node.is_void else node.with_parts(*parts)
    opener = _opener(delimiter, json, parser.spelling)
    if node.is_void:
        return placed(type(node), delimiter.name, (opener, json, None), (), parser, node.is_nested)
    closer = text[node._inner_end : node._end]
    return placed(type(node), delimiter.name, (opener, json, closer), parts, parser, node.is_nested)


def _opener(delimiter: Delimiter, json: str | None, spelling: Spelling) -> str:
    """The opener, or void delimiter, with other JSON, None for none; all else in it stays as it is spelled."""
    text, raw = delimiter.text, delimiter.attributes
    if raw is not None:
        start = text.index(raw, len(spelling.comment_open))
        end = start + len(raw.rstrip(_BLANKS))
        return text[:start] + (text[end:].lstrip(_BLANKS) if json is None else json + text[end:])
    ending = (spelling.slash if delimiter.kind is VOID else "") + spelling.comment_close
    said = text.removesuffix(ending)
    return f"{said.rstrip(_BLANKS)} {json}{said[len(said.rstrip(_BLANKS)) :] or ' '}{ending}"


# ------------------------------------------------------------------------------------------------ what stands inside


def _changed_parts(node: Block, now: Attributes, new: Attributes, wanted: Mapping[str, Any], carry: Carry) -> Parts:
    """What stands between the delimiters: as the editor saves the change, or edited in place where it would not say."""
    inside = INSIDE if node.children else ""
    name = type(node).type_name or ""
    old = saved_as(type(node), name, now, inside) if node.reading.is_recognised else None
    if old is None or inside not in old:
        return edited_parts(node, wanted)
    coming = saved_as(type(node), name, new, inside) or ""
    if old == coming:
        return node.parts
    if not inside:
        return (carry("".join(map(str, node.parts)), old, coming),)
    if inside not in coming:
        raise EditError(
            f"{node!r}: saved with {', '.join(wanted)} changed it has no place for the blocks inside; take them out "
            "first (with_parts)"
        )
    first = next(n for n, part in enumerate(node.parts) if not isinstance(part, str))
    last = len(node.parts) - next(n for n, part in enumerate(reversed(node.parts)) if not isinstance(part, str))
    (old_before, _, old_after), (before, _, after) = old.partition(INSIDE), coming.partition(INSIDE)
    return (
        carry("".join(map(str, node.parts[:first])), old_before, before),
        *node.parts[first:last],
        carry("".join(map(str, node.parts[last:])), old_after, after),
    )


def _anew(original: str, old: str, new: str) -> str:
    del old
    return in_place(original, new)
