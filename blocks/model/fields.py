"""Fields: where a block type's values live, and how one is found there.

    url: str | None = attribute("img", "src")        the attribute of an element
    alt: str = attribute("img", "alt", default="")
    autoplay: bool = flag("video", "autoplay")       whether an element has an attribute
    caption: RichText = rich_text("figcaption")      the content of an element
    content: str = raw()                             the block's HTML, every byte
    size_slug: str | None = comment("sizeSlug", "string")      the JSON of the delimiter
    rows: tuple[Row, ...] = query("tr", Row)         a record for each element, with fields of its own

They pair up with the attributes of WordPress's block.json. The attribute's name there is the field's in camelCase
(`link_target` is `linkTarget`), or what `key` says. How a value is found is the editor's rule (`getBlockAttribute()` of
@wordpress/blocks): one of the wrong type, or none of its `enum`, counts as missing; what is missing is the default.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Final, TypeVar, cast

from blocks.errors import DeclarationError, suggestion
from blocks.fragment import Fragment, RichText, html_of_children

RecordT = TypeVar("RecordT", bound="Record")

# The types of block.json: what a decoded value is of each. To the editor an integer is any number.
_JSON_TYPES: Final[dict[str, Callable[[object], bool]]] = {
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
    """A descriptor that reads one value from a block or a record. Made by the functions of this module.

    `key` is the attribute's name in block.json, `source` where its value lives (None: the delimiter's JSON), `types`
    what it may be there, `enum` the values it may have, `role` what block.json says of it (`content`, `local`).
    """

    __slots__ = (
        "attribute", "default", "enum", "find", "has_default", "items", "key", "multiline", "name", "record", "role",
        "selector", "source", "types", "view",
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
        self.key = self.key or camel_case(name)

    def __get__(self, holder: Any, owner: type) -> Any:
        if holder is None:
            return self
        return self.seen(holder.attribute_values.get(self.key, MISSING))

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

    def accepts(self, value: object) -> bool:
        """Whether a value is of one of the types, and of the enum (`isValidByType()`, `isValidByEnum()`)."""
        if self.types and not any(_JSON_TYPES[name](value) for name in self.types):
            return False
        return self.enum is None or any(value is one or (value == one and type(value) is type(one)) for one in self.enum)


class Record:
    """One element that a `query` found, with fields of its own.

    Two records are equal when they are of one type and the values of their fields are equal.
    """

    __slots__ = ("attribute_values",)

    fields: ClassVar[tuple[Field, ...]] = ()

    attribute_values: Mapping[str, Any]
    """The values by their names in block.json; what the element lacks is not among them."""

    def __init__(self, **fields: object) -> None:
        known = {field.name: field for field in type(self).fields}
        for name in fields:
            if name not in known:
                raise TypeError(f"{type(self).__name__} has no field {name!r}.{suggestion(name, known)}")
        self.attribute_values = {known[name].key: value for name, value in fields.items() if value is not None}

    @classmethod
    def of(cls: type[RecordT], values: Mapping[str, Any]) -> RecordT:
        """A record of values by their names in block.json."""
        record = object.__new__(cls)
        record.attribute_values = values
        return record

    def __init_subclass__(cls) -> None:
        check_fields(cls, Record)
        cls.fields = tuple(fields_of(cls).values())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return self is other or (type(self) is type(other) and self._seen == other._seen)

    def __hash__(self) -> int:
        return hash((type(self), self._seen))

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


def check_fields(declared: type, base: type) -> None:
    """DeclarationError where a field of `declared` has the name of what every `base` (Block, Record) has."""
    taken = {name for one in base.__mro__ for name, value in vars(one).items() if not isinstance(value, Field)}
    for name in fields_of(declared):
        if name in taken:
            raise DeclarationError(
                f"the field {declared.__name__}.{name} would hide what every {base.__name__} calls {name}; give it "
                f"another name (where the value lives is said by its function, such as comment({name!r}, …))"
            )


def camel_case(name: str) -> str:
    """`linkTarget` for `link_target`."""
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)


def comment(
    key: str,
    json_type: str | Sequence[str],
    default: object = None,
    *,
    enum: Sequence[object] | None = None,
    items: str | None = None,
    role: str | None = None,
) -> Any:
    """A value of the delimiter's JSON: `key` as it is spelled there, `json_type` as block.json names it.

    The types are `string`, `number`, `integer`, `boolean`, `array`, `object` and `null`; a sequence names several, and
    none lets any value pass. An `integer` is any number to WordPress's editor; here one with a fraction is seen as the
    default, and any other as an int. `items` is the type of an array's items: where one is of another type, the array is
    seen as the default.

    DeclarationError for a type that block.json does not have.
    """
    types = (json_type,) if isinstance(json_type, str) else tuple(json_type)
    for name in (*types, *((items,) if items is not None else ())):
        if name not in _JSON_TYPES:
            known = ", ".join(_JSON_TYPES)
            raise DeclarationError(
                f"comment({key!r}): {name!r} is no type of block.json.{suggestion(name, _JSON_TYPES)} Known: {known}"
            )
    if items is not None and "array" not in types:
        raise DeclarationError(f"comment({key!r}) has items, but is no array")
    view = _view(types, default, items)
    return Field(None, types, key=key, default=default, enum=enum, items=items, role=role, view=view)


def _view(types: tuple[str, ...], default: object, items: str | None) -> Callable[[Any], object] | None:
    if "integer" in types:
        return lambda value: _whole(value, default)
    if items is None:
        return None
    fits = _JSON_TYPES[items]

    def checked(value: object) -> object:
        if not isinstance(value, list):
            return value
        if not all(fits(one) for one in value):
            return default
        if items != "integer":
            return value
        whole = [_whole(one, MISSING) for one in value]
        return default if MISSING in whole else whole

    return checked


def _whole(value: object, default: object) -> object:
    if isinstance(value, float):
        return int(value) if value.is_integer() else default
    return value


def attribute(
    selector: str | None,
    name: str,
    default: str | None = None,
    *,
    key: str | None = None,
    enum: Sequence[object] | None = None,
    role: str | None = None,
) -> Any:
    """An attribute of the first element that `selector` matches, as a string."""

    def find(place: Fragment) -> object:
        element = place.first(selector)
        value = element.get(name) if element is not None else None
        return MISSING if value is None else value

    return Field(
        "attribute", ("string",), find, key=key, default=default, enum=enum, role=role, selector=selector, attribute=name
    )  # fmt: skip


def flag(selector: str | None, name: str, default: bool | None = None, *, key: str | None = None) -> Any:
    """Whether the first element that `selector` matches has an attribute; no where nothing matches.

    `default` is what a block has that is made anew.
    """

    def find(place: Fragment) -> object:
        element = place.first(selector)
        return element is not None and element.get(name) is not None

    return Field("attribute", ("boolean",), find, key=key, default=default, selector=selector, attribute=name)


def rich_text(
    selector: str | None = None, *, key: str | None = None, default: str | None = None, role: str | None = None
) -> Any:
    """The content of the first element that `selector` matches, as `RichText`; empty where none does."""

    def find(place: Fragment) -> object:
        element = place.first(selector)
        return RichText() if element is None else element.rich_text

    return Field(
        "rich-text", ("rich-text",), find, key=key, default=default, role=role, selector=selector, view=_as_rich_text
    )  # fmt: skip


def html(
    selector: str | None = None, *, multiline: str | None = None, default: str | None = None, key: str | None = None
) -> Any:
    """The HTML inside the first element that `selector` matches, "" where none does.

    With `multiline`, only that of its children of this name, their tags included (`<p>` or `<li>` of older blocks).
    """

    def find(place: Fragment) -> object:
        element = place.first(selector)
        if element is None:
            return ""
        return element.rich_text.html if multiline is None else element.html_of_children(multiline)

    return Field("html", ("string",), find, key=key, default=default, selector=selector, multiline=multiline)


def children(selector: str | None = None, *, key: str | None = None) -> Any:
    """The content of the first element that `selector` matches, as a list of texts and elements; empty where none does.

    So the first blocks kept their rich text (see blocks/fragment/children.py); a field of rich text sees it as that.
    """

    def find(place: Fragment) -> object:
        element = place.first(selector)
        return [] if element is None else element.children

    return Field("children", ("array",), find, key=key, selector=selector)


def text(selector: str | None = None, *, key: str | None = None, default: str | None = None) -> Any:
    """The text inside the first element that `selector` matches, tags left out (`textContent`)."""

    def find(place: Fragment) -> object:
        element = place.first(selector)
        return MISSING if element is None else element.text

    return Field("text", ("string",), find, key=key, default=default, selector=selector)


def tag(selector: str | None = None, *, default: str | None = None, key: str | None = None) -> Any:
    """The name of the first element that `selector` matches, in lower case; of the record's own element for None."""

    def find(place: Fragment) -> object:
        element = place.first(selector)
        return MISSING if element is None else element.tag

    return Field("tag", ("string",), find, key=key, default=default, selector=selector)


def raw(*, key: str | None = None, role: str | None = None) -> Any:
    """The block's HTML, every byte of it but the white space around it."""
    return Field("raw", ("string",), key=key, role=role)


def query(
    selector: str, record: type[RecordT], *, within: str | None = None, key: str | None = None, default: object = None
) -> Any:
    """A tuple of records, one for each element that `selector` matches; what is inside such an element is its own.

    So a cell of a row is no cell of a table in that cell, and reading all records takes linear time. (The editor, whose
    selectors match at any depth, gives the inner ones twice: by themselves, and inside the outer ones.)

    With `within`, only the first element that this selector matches is asked; `:scope` is that element. None is asked
    where it matches none.
    """

    def find(place: Fragment) -> object:
        start = place.first(within)
        return [_row(record, element) for element in start.outermost(selector)] if start is not None else []

    def view(value: object) -> object:
        rows = value if isinstance(value, list) else []
        return tuple(row if isinstance(row, Record) else record.of(row) for row in rows if isinstance(row, dict | Record))

    return Field(
        "query", ("array",), find, key=key, default=default, selector=selector, record=record, view=view
    )  # fmt: skip


def _row(record: type[Record], element: Fragment) -> dict[str, object]:
    found = ((field.key, cast("Finder", field.find)(element)) for field in record.fields)
    return {key: value for key, value in found if value is not MISSING}


def _as_rich_text(value: object) -> RichText:
    if isinstance(value, RichText):
        return value
    if isinstance(value, list):
        return RichText(html_of_children(value))
    return RichText(value) if isinstance(value, str) else RichText()
