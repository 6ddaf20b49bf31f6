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

from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

from blocks.fragment import Fragment, RichText
from blocks.model.node import Block

RecordT = TypeVar("RecordT", bound="Record")

_JSON_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


class Record:
    """One element that a `query` found, with fields of its own."""

    __slots__ = ("fragment",)

    def __init__(self, fragment: Fragment) -> None:
        self.fragment = fragment

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
        return self if node is None else self.read(node)

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


def comment(name: str, json_type: str, default: object = None) -> Any:
    """A value of the delimiter's JSON: `name` as it is spelled there, `json_type` as block.json names it.

    A value of another type counts as missing, as in the editor (`string`, `number`, `boolean`, `array`, `object`).
    """
    types = _JSON_TYPES[json_type]

    def read(block: Block) -> object:
        attributes = block.attributes
        value = attributes.get(name) if attributes is not None else None
        if not isinstance(value, types) or (json_type == "number" and isinstance(value, bool)):
            return default
        return value

    return Field("comment", read)


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


def query(selector: str, record: type[RecordT]) -> Any:
    """A tuple of records, one for each element that `selector` matches."""

    def read(node: Block | Record) -> object:
        return tuple(record(element) for element in node.fragment.all(selector))

    return Field("query", read)
