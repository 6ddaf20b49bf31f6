"""Shapes: how a block's attributes lie in its markup, and how the editor saves them.

A block type has the shape of today, and the shapes that older editors saved it in (its deprecations). Each says where
its attributes are (fields, and those its supports imply) and how it is saved; that makes it possible to tell in which
shape a block is: the one that, saved again with what was read, is the same HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from threading import RLock
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol

from blocks.fragment import Fragment
from blocks.fragment.element import Element
from blocks.model.fields import MISSING, Field, fields_of
from blocks.model.supports import SUPPORTED, Supports, implied_fields

if TYPE_CHECKING:
    from blocks.model.node import BlockType
    from blocks.model.objects import BlockObject
    from blocks.model.reading import Candidate
    from blocks.model.saved import Root


class Attributes(dict[str, Any]):
    """A block's attributes by their names in block.json; None for those it has not."""

    __slots__ = ()

    def __missing__(self, key: str) -> None:
        return None


@dataclass(frozen=True, slots=True)
class BlockJson:
    """What block.json says of a type beside its attributes and supports: its place, its context, its looks.

    `provides_context` maps what the blocks inside may ask for to the attribute that answers; `styles` are the names of
    the style variations, and `selectors` the elements that features style.
    """

    category: str = ""
    parent: tuple[str, ...] = ()
    ancestor: tuple[str, ...] = ()
    allowed_blocks: tuple[str, ...] = ()
    uses_context: tuple[str, ...] = ()
    provides_context: Mapping[str, str] = field(default_factory=dict)
    styles: tuple[str, ...] = ()
    selectors: Mapping[str, Any] = field(default_factory=dict)


NOT_SAID: Final = Element(None, {}, ())
"""What the `save` of a type gives that does not say how it is saved."""

Inner = Callable[[], "list[BlockObject]"]
Migrated = Mapping[str, Any] | tuple[Mapping[str, Any], "list[BlockObject]"] | None


class Parsed(Protocol):
    """What has its HTML parsed: a block, or what reads one."""

    @property
    def fragment(self) -> Fragment:
        """The HTML parsed."""
        ...


class Schema:
    """The attributes of a shape, sorted by where they live. Made once for each."""

    __slots__ = ("_containers", "comment", "defaults", "fields", "sourced")

    def __init__(self, declared: Mapping[str, Field], supports: Supports) -> None:
        self.fields: dict[str, Field] = {**declared, **implied_fields(supports, declared)}
        self.comment = {key: one for key, one in self.fields.items() if one.source is None}
        self.sourced = tuple(one for one in self.fields.values() if one.source is not None)
        self.defaults = {key: one.default for key, one in self.comment.items() if one.has_default}
        self._containers = tuple(key for key, value in self.defaults.items() if isinstance(value, dict | list))

    def read(self, html: str, parsed: Parsed, said: Mapping[str, Any]) -> Attributes:
        """The attributes of a block (`getBlockAttributes()`): `html` is its own, `said` what its delimiter says."""
        values = Attributes(self.defaults)
        for key in self._containers:  # each block has its own, as the caller may change it
            values[key] = deepcopy(self.defaults[key])
        for key, value in said.items():
            one = self.comment.get(key)
            if one is not None and one.accepts(value):
                values[key] = value
        for one in self.sourced:
            value = html if one.find is None else one.found_in(parsed.fragment)
            if value is not MISSING and (one.enum is None or one.accepts(value)):
                values[one.key] = value
            elif one.has_default:
                values[one.key] = one.default
        return values


class Shape:
    """A shape in which older editors saved a block: a deprecation of its type.

    A subclass declares fields and `supports` as block types do, and `save`. `api_version` is that of block.json: up to
    1, the supports' classes and styles go on the outermost element without its asking.
    """

    __slots__ = ()

    supports: ClassVar[Supports] = {}
    api_version: ClassVar[int] = 1

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        """How the block was saved; None for nothing."""
        raise NotImplementedError

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        """The attributes of the next shape, or these and the blocks inside; `inner()` gives the present ones.

        None for what the delimiter says, as it is: what the editor makes of a migration that returns nothing.
        """
        del inner
        return a

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        """Whether a block that fits the shape of today migrates all the same.

        `said` is what its delimiter says, `block` what was read of it.
        """
        del said, block
        return False


_schemas: dict[type, Schema] = {}


def schema_of(shape: type) -> Schema:
    """The attributes of a block type or of an older shape."""
    try:
        return _schemas[shape]
    except KeyError:
        inherited = set(SUPPORTED.values())
        declared = {one.key: one for one in fields_of(shape).values() if one not in inherited}
        schema = _schemas[shape] = Schema(declared, getattr(shape, "supports", {}))
        return schema


def deprecates(block_type: BlockType, *shapes: type[Shape]) -> None:
    """Declare the older shapes of a block type, in the order in which the editor tries them."""
    block_type.older_shapes = shapes


_declaring: list[Callable[[], object]] = []
_lock = RLock()


def declare_later(declare: Callable[[], object]) -> None:
    """Say what declares older shapes; it is called when a block is read, or a type is asked for them, and no sooner."""
    _declaring.append(declare)


def load_shapes() -> None:
    """Have the older shapes declared that are not yet."""
    if not _declaring:
        return
    with _lock:  # whoever reads meanwhile waits for the shapes
        while _declaring:
            _declaring[-1]()
            _declaring.pop()
