"""Values put where they are read from, for blocks of which it is not known how they are saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blocks.errors import EditError
from blocks.fragment import Edit, Fragment, Token, edited, tokens
from blocks.fragment.carry import NO_ATTRIBUTE, attribute_edits, in_place
from blocks.model.block import Block
from blocks.model.fields import Field
from blocks.model.shape import schema_of

Parts = tuple["str | Block", ...]

_MARK = "data-blocks-tag"
_EDITABLE = ("attribute", "rich-text", "html", "raw")


def edited_parts(node: Block, wanted: Mapping[str, Any]) -> Parts:
    """What stands inside a block, with these values in the HTML. EditError for one that has no place there."""
    parts: Parts = node.parts
    for key, value in wanted.items():
        field = schema_of(type(node)).fields[key]
        if field.source is None:
            continue
        if field.source not in _EDITABLE or field.multiline is not None:
            raise EditError(
                f"{type(node).__name__}.{field.name} is read from several places of the HTML ({field.source}), and it "
                "is not known how this block is saved; change the markup itself (with_parts)"
            )
        for number, part in enumerate(parts):
            changed = _edited_html(part, field, value) if isinstance(part, str) else None
            if changed is not None:
                parts = (*parts[:number], changed, *parts[number + 1 :])
                break
        else:
            if field.source == "raw" and not parts:
                parts = (str(value or ""),)
                continue
            raise EditError(
                f"{type(node).__name__}.{field.name}: no element matches {field.selector!r} in "
                f"{node.inner_html!r:.100}, so that there is no place for the value; change the markup "
                "itself (with_parts)"
            )
    return parts


def _edited_html(html: str, field: Field, value: Any) -> str | None:
    """`html` with a value in the place that a field is read from; None where there is none."""
    if field.source == "raw":
        return in_place(html, str(value or ""))
    found = list(tokens(html))
    marks = [
        Edit(end, end, f' {_MARK}="{number}"')
        for number, token in enumerate(found)
        if token.kind == "start"
        for end in (token.start + 1 + len(token.name),)
    ]
    element = Fragment(edited(html, marks)).first(field.selector)
    mark = element.get(_MARK) if element is not None else None
    if mark is None:
        return None
    tag = found[int(mark)]
    if field.source == "attribute" and field.attribute is not None:
        if "boolean" in field.types:
            value = None if value else NO_ATTRIBUTE
        elif value is None:
            value = NO_ATTRIBUTE
        return edited(html, attribute_edits(html, tag, {field.attribute: value}))
    end = _end_of(found, int(mark))
    return None if end is None else html[: tag.end] + str(value or "") + html[end:]


def _end_of(found: list[Token], number: int) -> int | None:
    """Where the content of an element ends: before its end tag."""
    depth, name = 0, found[number].name
    for token in found[number:]:
        if token.name == name:
            depth += {"start": 1, "end": -1}.get(token.kind, 0)
            if depth == 0:
                return token.start
    return None
