"""The attributes of a block.json as fields.

What the editor does with a definition decides (`getBlockAttribute()`, `matcherFromSource()` of @wordpress/blocks): a
source that cannot give a value of the attribute's type gives its default, and inside a query no type is checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from keyword import iskeyword
from typing import Any, Final

from blocks.errors import DeclarationError, suggestion
from blocks.fragment import Fragment
from blocks.model.field import reserved_names
from blocks.model.fields import (
    MISSING,
    Field,
    Record,
    attribute,
    comment,
    flag,
    html,
    query,
    raw,
    rich_text,
    tag,
    text,
)
from blocks.model.supports import SUPPORTED

TYPES: Final = ("string", "number", "integer", "boolean", "array", "object", "null", "rich-text")
SOURCES: Final = ("attribute", "text", "html", "rich-text", "raw", "query", "tag")
_OLD_SOURCES: Final = {
    "children": "rich-text",
    "node": "rich-text",
    "property": "attribute, html or text",
}
# What each source finds, as a type of block.json.
_FOUND: Final = {"attribute": "string", "rich-text": "rich-text", "query": "array"}
_PYTHON: Final = {
    "string": "str",
    "number": "float",
    "integer": "int",
    "boolean": "bool",
    "object": "dict[str, Any]",
    "null": "None",
    "rich-text": "RichText",
}
_WORD_ENDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def python_names(keys: Iterable[str], base: type) -> dict[str, str]:
    """A name for each attribute, by its key: `link_target` for `linkTarget`.

    What cannot stand in an identifier is `_`, and leading `_` go. A word of Python's, a name that every `base` (Block,
    Record) has, and one that another attribute has, get a `_` at their end.
    """
    taken = reserved_names(base)
    implied = {field.name: field.key for field in SUPPORTED.values()} if base is not Record else {}
    names: dict[str, str] = {}
    for key in keys:
        name = _NOT_IN_NAMES.sub("_", _WORD_ENDS.sub("_", key).lower()).lstrip("_")
        if not name or name[0].isdigit():
            name = f"_{name}"
        while name in taken or iskeyword(name) or implied.get(name, key) != key:
            name += "_"
        taken.add(name)
        names[key] = name
    return names


def namespace_of(definitions: Mapping[str, Any], base: type) -> dict[str, Any]:
    """The body of a class: fields by their names in Python, and annotations. DeclarationError says what is wrong."""
    return _namespace(definitions, base, _field_of)


def _namespace(
    definitions: Mapping[str, Any], base: type, made: Callable[[str, Mapping[str, Any]], Field]
) -> dict[str, Any]:
    fields = {key: made(key, _definition(key, said)) for key, said in definitions.items()}
    body: dict[str, Any] = {name: fields[key] for key, name in python_names(fields, base).items()}
    return {**body, "__annotations__": {name: _annotation(field) for name, field in body.items()}}


def _definition(key: str, said: object) -> Mapping[str, Any]:
    if not isinstance(said, dict):
        raise DeclarationError(f'the attribute {key!r} is no object; write {{"type": "string"}}, or what it is')
    for name in _types(key, said):
        if name not in TYPES:
            raise DeclarationError(
                f"the attribute {key!r}: {name!r} is no type of block.json.{suggestion(str(name), TYPES)} "
                f"Known: {', '.join(TYPES)}"
            )
    if not isinstance(said.get("enum", []), list):
        raise DeclarationError(f"the attribute {key!r}: its enum is no list")
    return said


def _types(key: str, said: Mapping[str, Any]) -> tuple[Any, ...]:
    types = said.get("type", [])
    if not isinstance(types, str | list):
        raise DeclarationError(f"the attribute {key!r}: its type is the name of one, or a list of names")
    return (types,) if isinstance(types, str) else tuple(types)


def _field_of(key: str, said: Mapping[str, Any]) -> Field:
    types, source, default, enum = _types(key, said), said.get("source"), said.get("default"), said.get("enum")
    if types == ("rich-text",) and default is None:
        default = ""
    role = said.get("role", said.get("__experimentalRole"))
    role = role if isinstance(role, str) else None
    if source is None or source == "meta":  # that of a post's meta is none of the block's
        items = said["items"].get("type") if isinstance(said.get("items"), dict) and "array" in types else None
        items = items if items in TYPES else None
        field: Field = comment(key, types, default, enum=enum, items=items, role=role)
        if types == ("rich-text",):
            field.view = rich_text().view
        field.has_default = default is not None or "default" in said
        return field
    field = _sourced(key, said)
    found = "boolean" if types == ("boolean",) and source == "attribute" else _FOUND.get(source, "string")
    if types and found not in types:
        field.find = _nothing
        field.view = None
    field.types, field.default, field.role = types or field.types, default, role
    field.has_default = default is not None or "default" in said
    field.enum = tuple(enum) if enum is not None else None
    return field


def _nothing(place: Fragment) -> object:
    del place
    return MISSING


def _sourced(key: str, said: Mapping[str, Any]) -> Field:
    """The field of an attribute that lives in the HTML."""
    source, selector = said["source"], said.get("selector")
    if source not in SOURCES:
        known = f"Known: {', '.join(SOURCES)}"
        today = (
            f" That was one of older WordPress: use {_OLD_SOURCES[str(source)]}." if str(source) in _OLD_SOURCES else ""
        )
        close = suggestion(str(source), SOURCES)
        raise DeclarationError(
            f"the attribute {key!r}: {source!r} is no source that is known here.{today or close} {known}"
        )
    if selector is not None:
        _check_selector(key, selector)
    field: Field
    if source == "attribute":
        name = said.get("attribute")
        if not isinstance(name, str):
            raise DeclarationError(f'the attribute {key!r}: say which one of the element\'s it is: "attribute": "src"')
        field = (flag if said.get("type") == "boolean" else attribute)(selector, name, key=key)
    elif source == "query":
        if selector is None:
            raise DeclarationError(f'the attribute {key!r}: say which elements: "selector": "li"')
        field = query(selector, _record(key, said.get("query")), key=key)
    elif source == "html":
        multiline = said.get("multiline")
        field = html(selector, multiline=multiline if isinstance(multiline, str) else None, key=key)
    elif source == "raw":
        field = raw(key=key)
    else:
        field = {"rich-text": rich_text, "text": text, "tag": tag}[source](selector, key=key)
    return field


def _check_selector(key: str, selector: object) -> None:
    if not isinstance(selector, str) or not selector:
        raise DeclarationError(
            f"the attribute {key!r}: {selector!r} is no selector; write one of CSS, such as 'a > img'"
        )
    try:
        Fragment("").first(selector)
    except DeclarationError as error:
        raise DeclarationError(f"the attribute {key!r}: {error}") from None


def _record(key: str, said: object) -> type[Record]:
    """The record of a query: each of its elements as fields."""
    if not isinstance(said, dict):
        raise DeclarationError(f'the attribute {key!r}: say what to take of each element: "query": {{"url": {{…}}}}')
    body = _namespace(said, Record, _record_field)
    name = "".join(word.capitalize() for word in _NOT_IN_NAMES.sub(" ", _WORD_ENDS.sub(" ", key).lower()).split())
    return type(
        f"{name}Item", (Record,), {**body, "__slots__": (), "__module__": __name__, "__doc__": f"One of `{key}`."}
    )


def _record_field(key: str, said: Mapping[str, Any]) -> Field:
    if said.get("source") in (None, "raw", "meta"):
        field = Field("nothing", (), _nothing, key=key)
    else:
        field = _sourced(key, said)
    field.default = said.get("default")
    return field


def _annotation(field: Field) -> str:
    """The field's type as one writes it above a declared one."""
    if field.record is not None and field.view is not None:
        return f"tuple[{field.record.__name__}, ...]"
    names = [_python(name, field.items) for name in field.types] or ["Any"]
    always = field.default is not None or (
        field.find is not _nothing and (field.source in ("rich-text", "html", "raw") or field.types == ("boolean",))
    )
    if field.source is None and field.default is None:
        always = False
    return " | ".join([*dict.fromkeys(names), *(() if always or names == ["Any"] else ("None",))])


def _python(name: str, items: str | None) -> str:
    if name == "array":
        return f"list[{'Any' if items is None else _python(items, None)}]"
    return _PYTHON[name]
