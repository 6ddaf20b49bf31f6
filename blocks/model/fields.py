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

from collections.abc import Callable, Sequence
from typing import Any

from blocks.errors import DeclarationError, suggestion
from blocks.fragment import Fragment, RichText, html_of_children
from blocks.model.field import JSON_TYPES, MISSING, NULL, Field, Record, RecordT, fields_of

__all__ = [
    "MISSING", "NULL", "Field", "Record", "attribute", "children", "comment", "fields_of", "flag", "html", "query",
    "raw", "rich_text", "tag", "text",
]  # fmt: skip


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
    default, and any other as an int. `items` is the type of an array's items: where one is of another type, the array
    is seen as the default.

    DeclarationError for a type that block.json does not have.
    """
    types = (json_type,) if isinstance(json_type, str) else tuple(json_type)
    for name in (*types, *((items,) if items is not None else ())):
        if name not in JSON_TYPES:
            known = ", ".join(JSON_TYPES)
            raise DeclarationError(
                f"comment({key!r}): {name!r} is no type of block.json.{suggestion(name, JSON_TYPES)} Known: {known}"
            )
    if items is not None and "array" not in types:
        raise DeclarationError(f"comment({key!r}) has items, but is no array")
    view = _view(types, default, items)
    return Field(None, types, key=key, default=default, enum=enum, items=items, role=role, view=view)


def _view(types: tuple[str, ...], default: object, items: str | None) -> Callable[[Any], object] | None:
    if "integer" in types:
        return lambda value: _whole(value, value if "number" in types else default)
    if items is None:
        return None
    fits = JSON_TYPES[items]

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
        "attribute", ("string",), find,
        key=key, default=default, enum=enum, role=role, selector=selector, attribute=name,
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
    selector: str | None = None,
    *,
    multiline: str | None = None,
    default: str | None = None,
    key: str | None = None,
    role: str | None = None,
) -> Any:
    """The HTML inside the first element that `selector` matches, "" where none does.

    With `multiline`, only that of its children of this name, their tags included (`<p>` or `<li>` of older blocks).
    """

    def find(place: Fragment) -> object:
        element = place.first(selector)
        if element is None:
            return ""
        return element.rich_text.html if multiline is None else element.html_of_children(multiline)

    return Field(
        "html", ("string",), find, key=key, default=default, role=role, selector=selector, multiline=multiline
    )  # fmt: skip


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
        return tuple(
            row if isinstance(row, Record) else record.of(row) for row in rows if isinstance(row, dict | Record)
        )

    return Field(
        "query", ("array",), find, key=key, default=default, selector=selector, record=record, view=view
    )  # fmt: skip


def _row(record: type[Record], element: Fragment) -> dict[str, object]:
    found = ((field.key, field.found_in(element)) for field in record.fields)
    return {key: value for key, value in found if value is not MISSING}


def _as_rich_text(value: object) -> RichText:
    if isinstance(value, RichText):
        return value
    if isinstance(value, list):
        return RichText(html_of_children(value))
    return RichText(value) if isinstance(value, str) else RichText()
