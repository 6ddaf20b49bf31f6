"""Block objects as markup, as the editor saves them (`serialize()` of @wordpress/blocks)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from blocks.errors import EditError
from blocks.fragment import RichText
from blocks.model import attributes as attribute_json
from blocks.model.attributes import Dialect
from blocks.model.delimiter import Spelling
from blocks.model.objects import BlockObject, plain
from blocks.model.saved import CONTENT_ERRORS, saved
from blocks.model.shape import Attributes, schema_of

if TYPE_CHECKING:
    from blocks.model.block import Block

BETWEEN: Final = "\n\n"
"""What the editor writes between two blocks."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The markup of one block: its opener or void delimiter, what stands inside, its closer ("" for a void one).

    `attributes` is the JSON in the opener, None where it has none.
    """

    opener: str
    attributes: str | None
    content: str
    closer: str

    def __str__(self) -> str:
        return self.opener + self.content + self.closer


def around(name: str, said: Mapping[str, Any], content: str, spelling: Spelling, dialect: Dialect) -> Saved:
    """Delimiters around a content; a void one where there is none."""
    json = attribute_json.write_as_javascript(dict(said), dialect) if said else None
    attributes = f"{json} " if json else ""
    if not content:
        return Saved(spelling.void(name, attributes), json, "", "")
    return Saved(spelling.opener(name, attributes), json, content, spelling.closer(name))


def said_attributes(block_type: type[Block], attributes: Mapping[str, Any]) -> dict[str, Any]:
    """What a block's delimiter says of its attributes (`getCommentAttributes()`): what lives there, but no defaults.

    A value that is None is null, and not one that is missing.
    """
    return {
        key: plain(attributes[key])
        for key, field in schema_of(block_type).comment.items()
        if key in attributes
        and field.role != "local"
        and not (field.has_default and same_json(attributes[key], field.default))
    }


def same_json(one: Any, other: Any) -> bool:
    """Whether two values are the same JSON: 1 is not true."""
    return one == other and (
        type(one) is type(other) or isinstance(one, RichText) or {type(one), type(other)} == {int, float}
    )


def _saved_object(
    block_type: type[Block], attributes: Attributes, inner: str, spelling: Spelling, dialect: Dialect
) -> str:
    name = block_type.type_name or ""
    try:
        html = saved(block_type, name, attributes, inner)
    except CONTENT_ERRORS:
        html = inner
    if html is None:
        for one in schema_of(block_type).sourced:
            if attributes[one.key] and not same_json(plain(attributes[one.key]), one.default):
                raise EditError(
                    f"{name} does not say how it is saved, so that its {one.key} has no place in the markup; declare "
                    "its `save` (docs/plugins.md), or edit the document that has the block"
                )
        html = inner
    said = said_attributes(block_type, attributes)
    return str(around(name, said, f"\n{html}\n" if html else "", spelling, dialect))


def _is_as_read(one: BlockObject) -> bool:
    """Whether a block object is what was read of a block, and not made by a migration."""
    return one.original is not None and one.attributes == one.original.attribute_values


def save_objects(
    objects: Sequence[BlockObject],
    type_of: Callable[[str], type[Block]],
    spelling: Spelling,
    dialect: Dialect,
) -> str:
    """The markup of block objects, inner ones first; no recursion.

    Those that are as they were read keep their markup. A block whose `save` fails over its attributes is written around
    the blocks inside it alone, and so is one of a type that does not say how it is saved: EditError where that has
    attributes which live in the HTML.
    """
    top: list[str] = []
    stack: list[tuple[BlockObject | None, Iterator[BlockObject], list[str]]] = [(None, iter(objects), top)]
    while stack:
        one, coming, inner = stack[-1]
        child = next(coming, None)
        if child is not None and _is_as_read(child):
            inner.append(child.original.markup if child.original is not None else "")
            continue
        if child is not None:
            stack.append((child, iter(child.inner), []))
            continue
        stack.pop()
        if one is None:
            break
        attributes = Attributes(one.attributes)
        outside = len(stack) == 1
        if one.name == "core/missing":
            markup = str(attributes["originalContent"] or "")
        elif one.name == "core/freeform" and outside:
            markup = str(attributes["content"] or "")
        else:
            markup = _saved_object(type_of(one.name), attributes, BETWEEN.join(inner), spelling, dialect)
        stack[-1][2].append(markup)
    return BETWEEN.join(top)
