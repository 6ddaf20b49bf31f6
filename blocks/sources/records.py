"""Our own record of a post: an object of JSON with all that `Post` has, as `post.to_json()` writes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, Final, TypeVar, cast, get_args

from blocks.model.origin import Origin
from blocks.sources.facts import Author, Media, MediaSize, Place, SourceProblem, Term
from blocks.sources.post import Post
from blocks.sources.values import flag, id_of, number, text

_NUMBERS: Final = ("id", "parent", "menu_order", "width", "height")
_OWN: Final = (
    "content",
    "origin",
    "password_protected",
    "author",
    "terms",
    "featured_media",
    "media",
    "meta",
    "source",
)

Fact = TypeVar("Fact", Author, Term, Media, MediaSize)


def to_record(post: Post) -> dict[str, Any]:
    """The post in plain dicts and lists, what is not known left out."""
    found = {name: value for name, value in asdict(post).items() if name != "source"}
    if isinstance(post.content, bytes):
        found["content"] = post.content.decode("utf-8", "surrogateescape")
    return cast("dict[str, Any]", _known(found))


def _known(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _known(one) for name, one in value.items() if one not in (None, (), {}, False) or name == "sticky"
        }
    return [_known(one) for one in value] if isinstance(value, list | tuple) else value


def from_record(record: Mapping[str, Any], place: Place) -> Post | SourceProblem:
    """The post that a record is."""
    content, origin = record.get("content"), record.get("origin", "markup")
    if not isinstance(content, str):
        return SourceProblem("this is no record of a post: it has no content", place, id_of(record.get("id")))
    if origin not in get_args(Origin):
        return SourceProblem(
            f"this is no record of a post: its origin is {origin!r:.40}, and not {', '.join(get_args(Origin))}", place
        )
    media = record.get("media")
    terms = record.get("terms")
    featured = record.get("featured_media")
    return Post(
        content,
        origin=origin,
        password_protected=record.get("password_protected") is True,
        author=_fact(Author, record["author"]) if isinstance(record.get("author"), dict) else None,
        terms={
            str(taxonomy): tuple(_fact(Term, one) for one in some if isinstance(one, dict))
            for taxonomy, some in (terms.items() if isinstance(terms, dict) else ())
            if isinstance(some, list)
        },
        featured_media=_fact(Media, featured) if isinstance(featured, dict) else None,
        media=tuple(_fact(Media, one) for one in media if isinstance(one, dict)) if isinstance(media, list) else (),
        meta=meta if isinstance(meta := record.get("meta"), dict) else {},
        source=place,
        **_plain_facts(Post, record),
    )


def _fact(kind: type[Fact], record: Mapping[str, Any]) -> Fact:
    said = _plain_facts(kind, record)
    if kind is Media and isinstance(sizes := record.get("sizes"), dict):
        said["sizes"] = {
            str(name): _fact(MediaSize, size)
            for name, size in sizes.items()
            if isinstance(size, dict) and isinstance(size.get("url"), str)
        }
    if kind is Term:
        said["taxonomy"] = said["taxonomy"] or "category"
    return kind(**said)


def _plain_facts(kind: type[Any], record: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are a number, a text or a yes, each of that type or None."""
    found: dict[str, Any] = {}
    for field in fields(kind):
        name = field.name
        if name in _OWN or name == "sizes":
            continue
        value = record.get(name)
        found[name] = number(value) if name in _NUMBERS else flag(value) if name == "sticky" else text(value)
    return found
