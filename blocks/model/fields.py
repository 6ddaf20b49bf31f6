"""Fields: where a block type's values live.

    url: str | None = attribute("img", "src")        the attribute of an element
    alt: str = attribute("img", "alt", default="")
    autoplay: bool = flag("video", "autoplay")       whether an element has an attribute
    caption: RichText = rich_text("figcaption")      the content of an element
    content: str = raw()                             the block's HTML, every byte
    size_slug: str | None = comment("sizeSlug")      the JSON of the delimiter
    rows: tuple[Row, ...] = query("tr", Row)         a record for each element, with fields of its own

They pair up with the `source` of an attribute in WordPress's block.json. A field is read when somebody asks for it;
a value that is missing, or of the wrong type, is the default.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar, cast

from blocks.errors import DeclarationError, suggestion
from blocks.fragment import Fragment, RichText
from blocks.model.node import Block

RecordT = TypeVar("RecordT", bound="Record")

# The types of block.json: what a decoded value is of each.
_JSON_TYPES: Final[dict[str, Callable[[object], bool]]] = {
    "string": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "integer": lambda value: value.is_integer() if isinstance(value, float) else type(value) is int,
    "boolean": lambda value: isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
}
_MISSING: Final = object()


class Record:
    """One element that a `query` found, with fields of its own.

    Two records are equal when they are of one type and the values of their fields are equal.
    """

    __slots__ = ("fragment",)

    def __init__(self, fragment: Fragment) -> None:
        self.fragment = fragment

    def __init_subclass__(cls) -> None:
        check_fields(cls, Record)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return self is other or (type(self) is type(other) and self._values == other._values)

    def __hash__(self) -> int:
        return hash((type(self), self._values))

    @property
    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in fields_of(type(self)))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in fields_of(type(self)))
        return f"{type(self).__name__}({values})"


class Field:
    """A descriptor that reads one value from a block or a record. Made by the functions of this module."""

    __slots__ = ("name", "read", "source")

    def __init__(self, source: str, read: Callable[[Any], object]) -> None:
        self.source = source
        self.read = read
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, node: Block | Record | None, owner: type) -> object:
        if node is None:
            return self
        try:
            return self.read(node)
        except DeclarationError as error:
            raise DeclarationError(f"{type(node).__name__}.{self.name}: {error}") from error

    def __set__(self, node: object, value: object) -> None:
        raise AttributeError(f"{type(node).__name__}.{self.name} cannot be set: blocks are frozen")


def fields_of(block_type: type) -> dict[str, Field]:
    """The fields of a block type or record by name, those of its bases first."""
    return {
        name: value
        for base in reversed(block_type.__mro__)
        for name, value in vars(base).items()
        if isinstance(value, Field)
    }


def check_fields(declared: type, base: type) -> None:
    """DeclarationError where a field of `declared` has the name of what every `base` (Block, Record) has."""
    taken = {name for one in base.__mro__ for name in vars(one)}
    for name in fields_of(declared):
        if name in taken:
            raise DeclarationError(
                f"the field {declared.__name__}.{name} would hide what every {base.__name__} calls {name}; give it "
                f"another name (where the value lives is said by its function, such as comment({name!r}, …))"
            )


def comment(name: str, json_type: str | Sequence[str], default: object = None, *, items: str | None = None) -> Any:
    """A value of the delimiter's JSON: `name` as it is spelled there, `json_type` as block.json names it.

    A value of another type counts as missing, as in the editor (`string`, `number`, `integer`, `boolean`, `array`,
    `object`, `null`); a sequence names several. An `integer` is a number without fraction, and an int: 2 for `2.0`.
    `items` is the type of an array's items; an array with an item of another type counts as missing, too.

    DeclarationError for a type that block.json does not have.
    """
    names = (json_type,) if isinstance(json_type, str) else tuple(json_type)
    if not names:
        raise DeclarationError(f"comment({name!r}) needs a type: {', '.join(_JSON_TYPES)}")
    if items is not None and "array" not in names:
        raise DeclarationError(f"comment({name!r}) has items, but is no array")
    types, item_types = _checked_types(name, names), _checked_types(name, (items,) if items is not None else ())

    def read(block: Block) -> object:
        value = (block.attributes or {}).get(name, _MISSING)
        if value is _MISSING:
            return default
        if item_types and isinstance(value, list):
            return default if _MISSING in (values := [_typed(item, item_types) for item in value]) else values
        value = _typed(value, types)
        return default if value is _MISSING else value

    return Field("comment", read)


def _checked_types(field: str, names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if name not in _JSON_TYPES:
            known = ", ".join(_JSON_TYPES)
            raise DeclarationError(
                f"comment({field!r}): {name!r} is no type of block.json.{suggestion(name, _JSON_TYPES)} Known: {known}"
            )
    return names


def _typed(value: object, types: tuple[str, ...]) -> object:
    """`value`, where it is of one of the types; `_MISSING` where it is of none."""
    for name in types:
        if _JSON_TYPES[name](value):
            return int(cast("float", value)) if name == "integer" else value
    return _MISSING


def attribute(selector: str | None, name: str, default: str | None = None) -> Any:
    """An attribute of the first element that `selector` matches, as a string."""

    def read(node: Block | Record) -> object:
        element = node.fragment.first(selector)
        value = element.get(name) if element is not None else None
        return default if value is None else value

    return Field("attribute", read)


def flag(selector: str, name: str, default: bool = False) -> Any:
    """Whether the first element that `selector` matches has an attribute; `default` where no element matches."""

    def read(node: Block | Record) -> object:
        element = node.fragment.first(selector)
        return default if element is None else element.get(name) is not None

    return Field("attribute", read)


def rich_text(selector: str | None = None) -> Any:
    """The content of the first element that `selector` matches, as `RichText`; empty where none does."""

    def read(node: Block | Record) -> object:
        element = node.fragment.first(selector)
        return RichText() if element is None else element.rich_text

    return Field("rich-text", read)


def tag(default: str) -> Any:
    """The name of a record's own element."""

    def read(record: Record) -> object:
        return record.fragment.tag or default

    return Field("tag", read)


def raw() -> Any:
    """The block's HTML, every byte of it."""
    return Field("raw", lambda block: cast("Block", block).inner_html)


def query(selector: str, record: type[RecordT], *, within: str | None = None) -> Any:
    """A tuple of records, one for each element that `selector` matches; what is inside such an element is its own.

    So a cell of a row is no cell of a table in that cell, and reading all records takes linear time. (The editor, whose
    selectors match at any depth, gives the inner ones twice: by themselves, and inside the outer ones.)

    With `within`, only the first element that this selector matches is asked; `:scope` is that element. None is asked
    where it matches none.
    """

    def read(node: Block | Record) -> object:
        place = node.fragment.first(within)
        return tuple(record(element) for element in place.outermost(selector)) if place is not None else ()

    return Field("query", read)
