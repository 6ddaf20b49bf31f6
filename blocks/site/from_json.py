"""A site from JSON; docs/site.md describes the form."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from blocks.errors import SourceError
from blocks.site.records import (
    DATES,
    Comment,
    Feed,
    FeedItem,
    RegisteredMeta,
    SitePost,
    TemplatePart,
    Term,
    ThemeFiles,
    User,
    is_date,
)
from blocks.site.site import MemorySite
from blocks.site.types import PostType, Taxonomy

Record = TypeVar("Record")

_Step = tuple[Any, Any] | None  # the step before, and a key; None where a value begins
_HALF = re.compile("[\ud800-\udc7f\udd00-\udfff]")

TABLES = ("options", "posts", "terms", "users", "comments", "post_types", "taxonomies", "post_meta", "feeds", "themes")


def json_in(path: Path, what: str) -> Any:
    """The JSON value in a file. SourceError, saying `what` was expected, where it cannot be read, or is none."""
    try:
        return json.loads(path.read_bytes().decode("utf-8-sig", "surrogateescape"))
    except OSError as error:
        raise SourceError(f"{path} cannot be read as a {what}: {error.strerror or error}") from None
    except RecursionError:
        raise SourceError(f"{path} is no {what}: the JSON of one is not nested that deep") from None
    except ValueError as error:
        raise SourceError(f"{path} is no {what}: it is not JSON ({error})") from None


def load(source: str | os.PathLike[str] | Mapping[str, Any], what: str) -> Mapping[str, Any]:
    """The JSON object in a file, or `source` itself. SourceError, saying `what` it should be, where there is none."""
    if not isinstance(source, Mapping | str | os.PathLike):
        raise SourceError(f"this is no {what}: it is {kind_of(source)}, where a file or an object is expected")
    value = source if isinstance(source, Mapping) else json_in(Path(source), what)
    if not isinstance(value, Mapping):
        raise SourceError(f"{source} is no {what}: it holds {kind_of(value)}, where an object is expected")
    with named(source):
        refuse_halves(value, what)
    return value


@contextmanager
def named(source: object) -> Iterator[None]:
    """What is raised inside as a SourceError names the file, if `source` is the path of one."""
    try:
        yield
    except SourceError as error:
        if isinstance(source, str | os.PathLike):
            raise SourceError(f"{os.fspath(source)}: {error}") from None
        raise


def refuse_halves(value: Any, place: str) -> None:
    """SourceError, with the place, where a string in a JSON value holds half a character (a lone surrogate).

    Such a string cannot be written as UTF-8. What stands for a byte that is no UTF-8 (`surrogateescape`) may be there.
    """
    todo: list[tuple[Any, _Step]] = [(value, None)]
    seen: set[int] = set()
    while todo:
        value, at = todo.pop()
        if isinstance(value, str):
            if not value.isascii() and (half := _HALF.search(value)):
                raise SourceError(f"{place}{_path(at)} holds half a character, U+{ord(half[0]):04X}; no text has one")
        elif isinstance(value, Mapping | list | tuple) and id(value) not in seen:
            seen.add(id(value))
            if isinstance(value, Mapping):
                todo += [(key, at) for key in value if isinstance(key, str) and not key.isascii()]
            rows = value.items() if isinstance(value, Mapping) else enumerate(value)
            todo += [(row, (at, key)) for key, row in rows if isinstance(row, str | Mapping | list | tuple)]


def _path(at: _Step) -> str:
    keys: list[Any] = []
    while at is not None:
        at, key = at
        keys.append(key)
    return "".join([f"[{key!r}]" for key in reversed(keys)])


def read(source: str | os.PathLike[str] | Mapping[str, Any]) -> MemorySite:
    """The site that `source` describes. SourceError, naming the place, where it does not."""
    value = load(source, "site")
    with named(source):
        return _site(value)


def _site(value: Mapping[str, Any]) -> MemorySite:
    strange = [key for key in value if key not in TABLES]
    if strange:
        raise SourceError(f"a site has no {strange[0]!r}: its tables are {', '.join(TABLES)}")
    options = value.get("options") or {}
    if not isinstance(options, Mapping):
        raise SourceError(f"options is {kind_of(options)}, where an object is expected")
    meta = value.get("post_meta")
    return MemorySite(
        options=options,
        posts=_table(SitePost, value, "posts"),
        terms=_table(Term, value, "terms"),
        users=_table(User, value, "users"),
        comments=_table(Comment, value, "comments"),
        post_types=_table(PostType, value, "post_types", "name"),
        taxonomies=_table(Taxonomy, value, "taxonomies", "name"),
        post_meta=None if meta is None else _table(RegisteredMeta, value, "post_meta", "key"),
        feeds={str(url): _feed(feed, f"feeds[{url!r}]") for url, feed in _rows(value.get("feeds"), "feeds", "url")},
        themes=[
            _theme(theme, slug, f"themes[{slug!r}]") for slug, theme in _rows(value.get("themes"), "themes", "slug")
        ],
    )


def _table(kind: type[Record], value: Mapping[str, Any], name: str, key: str = "id") -> list[Record]:
    return [record(kind, row, f"{name}[{index!r}]", {key: index}) for index, row in _rows(value.get(name), name, key)]


def _rows(table: Any, place: str, key: str) -> list[tuple[Any, Mapping[str, Any]]]:
    """The rows of a table, with the key of each: an object by key, or a list whose items name theirs."""
    if table is None:
        return []
    if isinstance(table, Mapping):
        rows = list(table.items())
    elif isinstance(table, list):
        rows = [(row.get(key) if isinstance(row, Mapping) else None, row) for row in table]
    else:
        raise SourceError(f"{place} is {kind_of(table)}, where an object or a list is expected")
    for number, (index, row) in enumerate(rows):
        at = f"{place}[{number if index is None else index!r}]"
        if not isinstance(row, Mapping):
            raise SourceError(f"{at} is {kind_of(row)}, where an object is expected")
        if index is None:
            raise SourceError(f"{at} does not say its {key}")
        if not isinstance(index, (str, int)):
            _refuse(index, "a string or a number", f"{place}[{number}].{key}")
    return rows


def record(kind: type[Record], row: Mapping[str, Any], place: str, given: Mapping[str, Any] | None = None) -> Record:
    """A record of a `kind` from an object whose members are named like the record's fields.

    Members of other names are not read. SourceError where a value cannot stand in its field, and where a name is
    nearly that of a field which is not there.
    """
    values: dict[str, Any] = {}
    for member in fields(kind):  # type: ignore[arg-type]
        name = member.name
        value = row[name] if name in row else (given or {}).get(name)
        if value is not None:
            values[name] = _value(value, str(member.type), f"{place}.{name}")
            if name in DATES and kind is not FeedItem and not is_date(values[name]):
                _refuse(value, "a date such as 2026-02-15 12:00:00", f"{place}.{name}")
    known = [member.name for member in fields(kind)]  # type: ignore[arg-type]
    for name in row:
        if isinstance(name, str) and name not in known and name[:1] != "_":
            meant = get_close_matches(name, known, n=1, cutoff=0.8)
            if meant and meant[0] not in row:
                raise SourceError(f"{place} has no {name!r}. Did you mean {meant[0]!r}?")
    return kind(**values)


def _value(value: Any, kind: str, place: str) -> Any:
    """`value` as a field of `kind` (its annotation) holds it; numbers may be strings, as in WordPress's tables."""
    reader = _READERS.get(kind)
    return reader(value, place) if reader else value


def _int(value: Any, place: str) -> Any:
    try:
        return int(value) if isinstance(value, (int, str)) else _refuse(value, "a whole number", place)
    except ValueError:
        return _refuse(value, "a whole number", place)


def _str(value: Any, place: str) -> Any:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return _refuse(value, "a string", place)
    return str(value)


def _bool(value: Any, place: str) -> Any:
    return value if isinstance(value, bool) else _refuse(value, "true or false", place)


def _object(value: Any, place: str) -> Any:
    return value if isinstance(value, Mapping) else {} if value == [] else _refuse(value, "an object", place)


def _strings(value: Any, place: str) -> Any:
    if not isinstance(value, (list, tuple)):
        return _refuse(value, "a list of strings", place)
    return tuple(_str(item, f"{place}[{index}]") for index, item in enumerate(value))


def _terms(value: Any, place: str) -> dict[str, tuple[int, ...]]:
    if value == []:
        return {}
    if not isinstance(value, Mapping):
        _refuse(value, "an object of lists of ids, by taxonomy", place)
    found = {}
    for taxonomy, ids in value.items():
        if not isinstance(ids, (list, tuple)):
            _refuse(ids, "a list of ids", f"{place}.{taxonomy}")
        found[taxonomy] = tuple(_int(id, f"{place}.{taxonomy}[{index}]") for index, id in enumerate(ids))
    return found


def _feed(row: Mapping[str, Any], place: str) -> Feed:
    items = tuple(record(FeedItem, item, f"{place}.items[{at}]") for at, item in _items(row.get("items"), place))
    return Feed(
        title=_str(row.get("title") or "", f"{place}.title"),
        link=_str(row.get("link") or "", f"{place}.link"),
        items=items,
        error=_str(row.get("error") or "", f"{place}.error"),
    )


def _items(items: Any, place: str) -> list[tuple[int, Mapping[str, Any]]]:
    if items is not None and not isinstance(items, list):
        _refuse(items, "a list", f"{place}.items")
    rows = list(enumerate(items or []))
    for at, row in rows:
        if not isinstance(row, Mapping):
            _refuse(row, "an object", f"{place}.items[{at}]")
    return rows


def _theme(row: Mapping[str, Any], slug: str, place: str) -> ThemeFiles:
    parts = [
        record(TemplatePart, part, f"{place}.parts[{index!r}]", {"slug": index})
        for index, part in _rows(row.get("parts"), f"{place}.parts", "slug")
    ]
    patterns = row.get("patterns") or {}
    if not isinstance(patterns, Mapping):
        _refuse(patterns, "an object of markup by name", f"{place}.patterns")
    return ThemeFiles(
        slug=slug,
        name=_str(row.get("name") or "", f"{place}.name"),
        parts={part.slug: part for part in parts},
        patterns={name: _str(text, f"{place}.patterns[{name!r}]") for name, text in patterns.items()},
    )


def _refuse(value: Any, expected: str, place: str) -> Any:
    shown = f" ({value!r})" if isinstance(value, (str, int, float)) and len(repr(value)) < 60 else ""
    raise SourceError(f"{place} is {kind_of(value)}{shown}, where {expected} is expected")


def kind_of(value: Any) -> str:
    """What a JSON value is, in words for a message."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    kinds: tuple[tuple[Any, str], ...] = (
        (str, "a string"),
        ((int, float), "a number"),
        (Mapping, "an object"),
        (list, "a list"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), f"a {type(value).__name__}")


_READERS: dict[str, Callable[[Any, str], Any]] = {
    "int": _int,
    "str": _str,
    "bool": _bool,
    "bool | None": _bool,
    "Mapping[str, Any]": _object,
    "Mapping[str, Any] | None": _object,
    "tuple[str, ...]": _strings,
    "Mapping[str, tuple[int, ...]]": _terms,
}
