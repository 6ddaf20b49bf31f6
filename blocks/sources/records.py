"""Our own record of a post: an object of JSON with all that `Post` has, as `post.to_json()` writes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, Final, TypeVar, get_args

from blocks.model.origin import Origin
from blocks.sources.facts import Author, Media, MediaSize, Place, SourceProblem, Term
from blocks.sources.post import Post
from blocks.sources.values import flag, id_of, number

_NUMBERS: Final = ("id", "parent", "menu_order", "width", "height", "post")
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
    """The post in plain dicts and lists, what is not known left out; `bytes` says that its content is bytes."""
    found = _said(post)
    if isinstance(post.content, bytes):
        found |= {"content": post.content.decode("utf-8", "surrogateescape"), "bytes": True}
    return found


def _said(fact: Post | Author | Term | Media | MediaSize) -> dict[str, Any]:
    """The fields of a fact, and of those in it, but where nothing is said."""
    found: dict[str, Any] = {}
    for field in fields(fact):
        value = getattr(fact, field.name)
        nothing = field.default_factory() if field.default_factory is not MISSING else field.default
        if field.name == "source" or (value == nothing and not value):
            continue
        found[field.name] = dict(value) if field.name == "meta" else _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return _said(value) if isinstance(value, Author | Term | Media | MediaSize) else value


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
        _as_bytes(content) if record.get("bytes") is True else content,
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


def _as_bytes(content: str) -> str | bytes:
    """The bytes that a text was; the text itself where it was none, for then it holds what no byte becomes."""
    try:
        return content.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return content


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
        if name in _NUMBERS:
            found[name] = number(value)
        elif name == "sticky":
            found[name] = flag(value)
        else:
            found[name] = value if isinstance(value, str) else None
    return found
