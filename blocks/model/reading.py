"""What a block says, as the editor reads it: its attributes, the shape it is in, and what becomes of an old one.

The rule is `parseRawBlock()` of @wordpress/blocks. The attributes are read in the shape of today. Where the block, saved
again with them, is not the HTML that stands there, class names and an `aria-label` that only the HTML has are taken over;
where that does not make it so, the older shapes are tried in turn, and the first that fits migrates the block.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from blocks.fragment import equivalent, tokens
from blocks.fragment.javascript import BLANKS
from blocks.model import legacy
from blocks.model.saved import saved
from blocks.model.shape import Attributes, Inner, Shape, schema_of
from blocks.model.supports import has_support

if TYPE_CHECKING:
    from blocks.model.block import Block

# What the functions of a shape may raise where attributes of the right type hold something that they do not expect.
# The editor, too, takes a `save` that throws for one that does not fit.
CONTENT_ERRORS = (AttributeError, IndexError, KeyError, TypeError, ValueError)


@dataclass(slots=True)
class Reading:
    """What a block says.

    `deprecations` are the older shapes it went through, none for a block of today's; `is_recognised` is false where it
    fits no shape; `inner` gives the blocks inside, as a migration may have changed them.
    """

    attributes: Attributes
    is_recognised: bool
    inner: Inner
    deprecations: tuple[type[Shape], ...] = ()


def read_block(node: Block, inner: Inner) -> Reading:
    """What `node` says; `inner` gives the blocks inside it as they say, when a migration asks for them."""
    block_type = type(node)
    name = block_type.type_name or ""
    html = node.inner_html.strip(BLANKS)
    said = legacy.attributes(node.block_name, node.said)
    reading = Reading(*_read_in(block_type, name, html, node, said), inner)
    for shape in block_type.deprecations:
        if reading.is_recognised and not _opts_in(shape, said, reading):
            continue
        older, fits = _read_in(shape, name, html, node, said)
        if fits:
            _migrate(reading, shape, older, said)
    return reading


def _read_in(shape: Any, name: str, html: str, node: Block, said: Mapping[str, Any]) -> tuple[Attributes, bool]:
    """The attributes of a block in one shape, and whether it is in that shape (`applyBlockValidation()`)."""
    attributes = schema_of(shape).read(html, node, said)
    try:
        if _fits(shape, name, attributes, html):
            return attributes, True
        fixed = _with_root(shape, name, attributes, html)
        return fixed, fixed != attributes and _fits(shape, name, fixed, html)
    except CONTENT_ERRORS:
        return attributes, False


def _fits(shape: Any, name: str, attributes: Attributes, html: str) -> bool:
    """Whether a shape gives this HTML (`validateBlock()`); always where it does not say how it is saved."""
    again = saved(shape, name, attributes)
    return again is None or again == html or equivalent(html, again)


def _with_root(shape: Any, name: str, attributes: Attributes, html: str) -> Attributes:
    """The attributes with the classes and the label that only the HTML has (`applyBuiltInValidationFixes()`)."""
    fixed = Attributes(attributes)
    classes, label = _root(html)
    if has_support(shape.supports, "customClassName", default=True) and (classes or "className" in fixed):
        fixed.pop("className", None)
        again = saved(shape, name, fixed) or ""
        printed = set(_root(again)[0])
        own = [one for one in classes if one not in printed]
        if own:
            fixed["className"] = " ".join(own)
        elif not again and "className" in attributes:
            fixed["className"] = attributes["className"]
    if label and has_support(shape.supports, "ariaLabel"):
        fixed["ariaLabel"] = label
    return fixed


def _root(html: str) -> tuple[list[str], str | None]:
    """The classes and the label of the first element."""
    for token in tokens(html):
        if token.kind == "start":
            return token.classes, token.get("aria-label")
    return [], None


def _opts_in(shape: type[Shape], said: Mapping[str, Any], reading: Reading) -> bool:
    """Whether a block of today's shape, or one that migrated already, is to migrate from `shape`."""
    if not _may_opt_in(shape):
        return False
    try:
        return bool(shape.is_eligible(Attributes(said), reading))
    except CONTENT_ERRORS:
        return False


def _migrate(reading: Reading, shape: type[Shape], older: Attributes, said: Mapping[str, Any]) -> None:
    migrated: Mapping[str, Any] = older
    if _migrates(shape):
        try:
            result = shape.migrate(older, reading.inner)
        except CONTENT_ERRORS:
            return
        if isinstance(result, tuple):
            migrated, inner = result
            reading.inner = lambda: inner
        else:
            migrated = said if result is None else result
    nulls = {key for key, value in schema_of(shape).defaults.items() if value is None}
    reading.attributes = Attributes(
        (key, value) for key, value in migrated.items() if value is not None or key in nulls
    )
    reading.deprecations += (shape,)
    reading.is_recognised = True


def _may_opt_in(shape: type[Shape]) -> bool:
    return shape.is_eligible is not Shape.is_eligible


def _migrates(shape: type[Shape]) -> bool:
    return shape.migrate is not Shape.migrate
