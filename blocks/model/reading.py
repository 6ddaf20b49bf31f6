"""What a block says, as the editor reads it: its attributes, the shape it is in, and what becomes of an old one.

The rule is `parseRawBlock()` of @wordpress/blocks. The attributes are read in the shape of today. Where the block,
saved again with them, is not the HTML that stands there, class names and an `aria-label` that only the HTML has are
taken over; where that does not make it so, the older shapes are tried in turn, and the first that fits migrates the
block.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from blocks.fragment import Fragment, tokens
from blocks.model import legacy
from blocks.model.saved import CONTENT_ERRORS, saved
from blocks.model.shape import Attributes, Inner, Shape, schema_of
from blocks.model.supports import has_support

if TYPE_CHECKING:
    from blocks.model.block import Block
    from blocks.model.objects import BlockObject


@dataclass(slots=True)
class Reading:
    """What a block says.

    `deprecations` are the older shapes it went through, none for a block of today's; `is_recognised` is false where it
    fits no shape; `moved` are the blocks inside where a migration changed them, else None.
    """

    attributes: Attributes
    is_recognised: bool
    deprecations: tuple[type[Shape], ...] = ()
    moved: list[BlockObject] | None = None


def read_block(node: Block, inner: Inner) -> Reading:
    """What `node` says; `inner` gives the blocks inside it as they say, when a migration asks for them."""
    block_type = type(node)
    said = node.said
    if node.block_name is not None:
        said = legacy.attributes(node.block_name, said)
    markup = _Markup(node, block_type.type_name or "")
    reading = Reading(*markup.read_in(block_type, said))
    inner = _once(inner)
    for shape in _eligible(block_type.deprecations) if reading.is_recognised else block_type.deprecations:
        if reading.is_recognised and not _opts_in(shape, said, reading, inner):
            continue
        older, fits = markup.read_in(shape, said)
        if fits:
            _migrate(reading, shape, older, said, inner)
    return reading


def _once(inner: Inner) -> Inner:
    """`inner`, asked no more than once."""
    known: list[list[BlockObject]] = []

    def ask() -> list[BlockObject]:
        if not known:
            known.append(inner())
        return known[0]

    return ask


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block that may opt to migrate: what was read of it, and what gives the blocks inside."""

    attributes: Attributes
    inner: Inner


class _Markup:
    """The HTML of a block, to be read in one shape after the other."""

    __slots__ = ("_equivalent", "_fragment", "_html", "_name", "_root")

    def __init__(self, node: Block, name: str) -> None:
        self._name = name
        self._html = node.own_html
        self._fragment: Fragment | None = None
        self._root: tuple[tuple[str, ...], str | None] | None = None
        self._equivalent: dict[str, bool] = {}

    @property
    def fragment(self) -> Fragment:
        """The HTML parsed. Not that of the node, which would be kept as long as the document is."""
        if self._fragment is None:
            self._fragment = Fragment(self._html)
        return self._fragment

    def read_in(self, shape: Any, said: Mapping[str, Any]) -> tuple[Attributes, bool]:
        """The attributes of the block in one shape, and whether it is in that shape (`applyBlockValidation()`)."""
        attributes = schema_of(shape).read(self._html, self, said)
        try:
            again = saved(shape, self._name, attributes)
            if again is None or self._is(again):
                return attributes, True
            fixed = self._with_root(shape, attributes, again)
            if fixed is attributes:
                return attributes, False
            return fixed, self._is(saved(shape, self._name, fixed) or "")
        except CONTENT_ERRORS:
            return attributes, False

    def _is(self, again: str) -> bool:
        """Whether the HTML means the same as what would be saved (`validateBlock()`)."""
        if again in (self._html, self.fragment.normal_html):
            return True
        if set(self._own_root()[0]) != set(_root(again)[0]):
            return False
        if again not in self._equivalent:
            from blocks.fragment.equivalence import equivalent

            self._equivalent[again] = equivalent(self._html, again)
        return self._equivalent[again]

    def _own_root(self) -> tuple[tuple[str, ...], str | None]:
        if self._root is None:
            self._root = _root(self._html)
        return self._root

    def _with_root(self, shape: Any, attributes: Attributes, again: str) -> Attributes:
        """The attributes with the classes and the label that only the HTML has (`applyBuiltInValidationFixes()`).

        `again` is what would be saved. The very same attributes where there is nothing to take over.
        """
        classes, label = self._own_root()
        fixed = attributes
        given = attributes["className"]
        if (classes or given is not None) and has_support(shape.supports, "customClassName", default=True):
            without = Attributes(attributes)
            without.pop("className", None)
            bare = again if given is None else saved(shape, self._name, without) or ""
            printed = set(_root(bare)[0])
            own = " ".join(one for one in classes if one not in printed)
            if own and own != given:
                fixed = Attributes(without, className=own)
            elif not own and bare and given is not None:
                fixed = without
        if label and label != fixed["ariaLabel"] and has_support(shape.supports, "ariaLabel"):
            fixed = Attributes(fixed, ariaLabel=label)
        return fixed


def _root(html: str) -> tuple[tuple[str, ...], str | None]:
    """The classes and the label of the first element."""
    end = html.find(">") + 1
    if end < _LONG_TAG and html.count('"', 0, end) % 2 == 0 and _TAG.match(html):
        return _root_of_tag(html[:end])
    return _read_root(html)


@lru_cache(maxsize=512)
def _root_of_tag(tag: str) -> tuple[tuple[str, ...], str | None]:
    return _read_root(tag)


def _read_root(html: str) -> tuple[tuple[str, ...], str | None]:
    for token in tokens(html):
        if token.kind == "start":
            return tuple(token.classes), token.get("aria-label")
    return (), None


_TAG = re.compile(r"<[a-zA-Z][^'>]*+>")  # no quotes but double ones, which are counted
_LONG_TAG = 500  # characters of a tag that is not worth remembering


@cache
def _eligible(shapes: tuple[type[Shape], ...]) -> tuple[type[Shape], ...]:
    """The older shapes that a block of today's may opt to migrate from."""
    return tuple(shape for shape in shapes if _may_opt_in(shape))


def _opts_in(shape: type[Shape], said: Mapping[str, Any], reading: Reading, inner: Inner) -> bool:
    """Whether a block of today's shape, or one that migrated already, is to migrate from `shape`."""
    if not _may_opt_in(shape):
        return False
    try:
        return bool(shape.is_eligible(Attributes(said), Candidate(reading.attributes, _present(reading, inner))))
    except CONTENT_ERRORS:
        return False


def _present(reading: Reading, inner: Inner) -> Inner:
    """The blocks inside by now."""
    moved = reading.moved
    return inner if moved is None else lambda: moved


def _migrate(reading: Reading, shape: type[Shape], older: Attributes, said: Mapping[str, Any], inner: Inner) -> None:
    migrated: Mapping[str, Any] = older
    if _migrates(shape):
        try:
            result = shape.migrate(older, _present(reading, inner))
        except CONTENT_ERRORS:
            return
        if isinstance(result, tuple):
            migrated, reading.moved = result
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
