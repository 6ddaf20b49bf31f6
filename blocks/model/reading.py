"""What a block says, as the editor reads it: its attributes, the shape it is in, and what becomes of an old one.

The rule is `parseRawBlock()` of @wordpress/blocks. The attributes are read in the shape of today. Where the block, saved
again with them, is not the HTML that stands there, class names and an `aria-label` that only the HTML has are taken over;
where that does not make it so, the older shapes are tried in turn, and the first that fits migrates the block.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from blocks.fragment import Fragment, equivalent, tokens
from blocks.fragment.javascript import BLANKS
from blocks.model import legacy
from blocks.model.saved import saved
from blocks.model.shape import Attributes, Inner, Shape, schema_of
from blocks.model.supports import has_support

if TYPE_CHECKING:
    from blocks.model.node import Block

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
    html = node.inner_html.strip(BLANKS)
    said = legacy.attributes(node.block_name, node.attributes or {})
    return _reading(block_type, html, said, lambda: node.fragment, inner)


def _reading(
    block_type: type[Block],
    html: str,
    said: Mapping[str, Any],
    fragment: Callable[[], Fragment],
    inner: Inner,
) -> Reading:
    name = block_type.type_name or ""
    attributes = schema_of(block_type).read(html, fragment, said)
    fits = _fits(block_type, name, attributes, html)
    if not fits:
        attributes = _with_root(block_type, name, attributes, html)
        fits = _fits(block_type, name, attributes, html)
    reading = Reading(attributes, fits, inner)
    for shape in block_type.deprecations:
        if reading.is_recognised and not _opts_in(shape, said, reading):
            continue
        older = schema_of(shape).read(html, fragment, said)
        if not _fits(shape, name, older, html):
            older = _with_root(shape, name, older, html)
            if not _fits(shape, name, older, html):
                continue
        _migrate(reading, shape, older)
    return reading


def _fits(shape: Any, name: str, attributes: Attributes, html: str) -> bool:
    """Whether a shape gives this HTML (`validateBlock()`); always where it does not say how it is saved."""
    try:
        again = saved(shape, name, attributes)
    except CONTENT_ERRORS:
        return False
    return again is None or again == html or equivalent(html, again)


def _with_root(shape: Any, name: str, attributes: Attributes, html: str) -> Attributes:
    """The attributes with the classes and the label that only the HTML has (`applyBuiltInValidationFixes()`)."""
    fixed = Attributes(attributes)
    if has_support(shape.supports, "customClassName", default=True):
        fixed.pop("className", None)
        again = saved(shape, name, fixed) or ""
        printed = set(_root(again)[0])
        own = [one for one in _root(html)[0] if one not in printed]
        if own:
            fixed["className"] = " ".join(own)
        elif not again and "className" in attributes:
            fixed["className"] = attributes["className"]
    if has_support(shape.supports, "ariaLabel") and (label := _root(html)[1]):
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


def _migrate(reading: Reading, shape: type[Shape], older: Attributes) -> None:
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
            migrated = result
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
