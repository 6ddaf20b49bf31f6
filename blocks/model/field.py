"""Field: the descriptor behind `url: str = attribute("img", "src")`, and Record, which has fields as blocks have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Final, Self, TypeVar

from blocks.errors import DeclarationError, suggestion
from blocks.fragment import Fragment, RichText

RecordT = TypeVar("RecordT", bound="Record")

# The types of block.json: what a decoded value is of each. To the editor an integer is any number.
JSON_TYPES: Final[dict[str, Callable[[object], bool]]] = {
    "string": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "integer": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
    "rich-text": lambda value: isinstance(value, RichText),
}
MISSING: Final = object()

NULL: Final = object()
"""The default of an attribute whose default is null: a block that lacks it has it, as null."""

Finder = Callable[[Fragment], object]


class Field:
    """A descriptor that reads one value from a block or a record. Made by the functions of `fields.py`.

    `key` is the attribute's name in block.json, `source` where its value lives (None: the delimiter's JSON), `types`
    what it may be there, `enum` the values it may have, `role` what block.json says of it (`content`, `local`).
    """

    __slots__ = (
        "attribute", "default", "enum", "find", "has_default", "items", "key", "multiline", "name", "owner", "record",
        "role", "selector", "source", "types", "view",
    )  # fmt: skip

    def __init__(
        self,
        source: str | None,
        types: tuple[str, ...],
        find: Finder | None = None,
        *,
        key: str | None = None,
        default: object = None,
        enum: Sequence[object] | None = None,
        items: str | None = None,
        role: str | None = None,
        selector: str | None = None,
        attribute: str | None = None,
        multiline: str | None = None,
        record: type[Record] | None = None,
        view: Callable[[Any], object] | None = None,
    ) -> None:
        self.name = ""
        self.owner = ""
        self.key = key or ""
        self.source = source
        self.types = types
        self.find = find
        self.default = None if default is NULL else default
        self.has_default = default is not None
        self.enum = tuple(enum) if enum is not None else None
        self.items = items
        self.role = role
        self.selector = selector
        self.attribute = attribute
        self.multiline = multiline
        self.record = record
        self.view = view

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.owner = owner.__name__
        self.key = self.key or camel_case(name)

    def __get__(self, holder: Any, owner: type) -> Any:
        if holder is None:
            return self
        try:
            value = holder._values.get(self.key, MISSING)
        except AttributeError:  # a block that nobody asked yet
            value = holder.attribute_values.get(self.key, MISSING)
        if value is MISSING:
            value = self.default
        return value if self.view is None else self.view(value)

    def __set__(self, holder: object, value: object) -> None:
        raise AttributeError(
            f"{type(holder).__name__}.{self.name} cannot be set: blocks are frozen; "
            f"node.replace({self.name}=…) gives a changed one"
        )

    def seen(self, value: object) -> object:
        """A value of the block's attributes as Python sees it: `RichText`, records, whole numbers as int."""
        if value is MISSING:
            value = self.default
        return value if self.view is None else self.view(value)

    def found_in(self, place: Fragment) -> object:
        """The value that stands in the HTML, MISSING where there is none.

        DeclarationError for a selector that cannot be read.
        """
        try:
            return self.find(place) if self.find is not None else MISSING
        except DeclarationError as error:
            raise DeclarationError(f"{self.owner}.{self.name}: {error}") from error

    def accepts(self, value: object) -> bool:
        """Whether a value is of one of the types, and of the enum (`isValidByType()`, `isValidByEnum()`)."""
        if self.types and not any(JSON_TYPES[name](value) for name in self.types):
            return False
        return self.enum is None or any(
            value is one or (value == one and type(value) is type(one)) for one in self.enum
        )


class Record:
    """One element that a `query` found, with fields of its own.

    Two records are equal when they are of one type and the values of their fields are equal.
    """

    __slots__ = ("_values",)

    fields: ClassVar[tuple[Field, ...]] = ()

    _values: Mapping[str, Any]

    def __init__(self, **fields: object) -> None:
        known = {field.name: field for field in type(self).fields}
        for name in fields:
            if name not in known:
                raise TypeError(f"{type(self).__name__} has no field {name!r}.{suggestion(name, known)}")
        self._values = {known[name].key: value for name, value in fields.items() if value is not None}

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """A record of values by their names in block.json."""
        record = object.__new__(cls)
        record._values = values
        return record

    @property
    def attribute_values(self) -> Mapping[str, Any]:
        """The values by their names in block.json; what the element lacks is not among them."""
        return self._values

    def __init_subclass__(cls) -> None:
        check_fields(cls, Record)
        cls.fields = tuple(fields_of(cls).values())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return self is other or (type(self) is type(other) and self._seen == other._seen)

    def __hash__(self) -> int:
        return hash((type(self), tuple(None if isinstance(one, dict | list) else one for one in self._seen)))

    @property
    def _seen(self) -> tuple[object, ...]:
        return tuple(getattr(self, field.name) for field in self.fields)

    def __repr__(self) -> str:
        values = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in self.fields)
        return f"{type(self).__name__}({values})"


def fields_of(declared: type) -> dict[str, Field]:
    """The fields that a block type or record declares, by name; those of its bases first, but for those it declares."""
    found: dict[str, Field] = {}
    for base in reversed(declared.__mro__):
        for name, value in vars(base).items():
            found.pop(name, None)
            if isinstance(value, Field):
                found[name] = value
    return found


def reserved_names(base: type) -> set[str]:
    """What no field may be called: what every `base` (Block, Record) has, and what its methods take beside fields."""
    own = {name for one in base.__mro__ for name, value in vars(one).items() if not isinstance(value, Field)}
    return own | {"dialect"} if "replace" in own else own


def check_fields(declared: type, base: type) -> None:
    """DeclarationError where a field of `declared` has the name of what every `base` (Block, Record) has."""
    taken = reserved_names(base)
    for name in fields_of(declared):
        if name in taken:
            raise DeclarationError(
                f"the field {declared.__name__}.{name} would hide what every {base.__name__} calls {name}; give it "
                f"another name (where the value lives is said by its function, such as comment({name!r}, …))"
            )


def camel_case(name: str) -> str:
    """`linkTarget` for `link_target`."""
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)
