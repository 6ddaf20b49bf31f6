"""`RenderContext`: what WordPress's globals say while a page is drawn."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from blocks.errors import SourceError
from blocks.site.from_json import kind_of, load, named, record


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderContext:
    """Where content is drawn: the current post, the query of the page, who looks at it, and when.

    RenderContext(post=7)                           inside a post
    RenderContext(query={"s": "whale"})             on the page of a search
    RenderContext(query={"p": 7}, loop=True)        on the page of a post, its loop begun
    """

    post: int = 0
    """The global `$post`, by id; 0: none, but that of the loop."""
    query: Mapping[str, Any] | None = None
    """The variables of the main query as `WP_Query` takes them; None: no query was made.

    `{}` is the front page, `{"error": "404"}` the page that there is not.
    """
    loop: bool = False
    """Whether `the_post()` was called: the first post of the main query is the current one, and `in_the_loop()`."""
    get: Mapping[str, Any] = field(default_factory=dict)
    """The arguments of the request (`$_GET`)."""
    user: int = 0
    """The id of the user who looks at the page; 0 for a visitor."""
    http: Mapping[str, Any] = field(default_factory=dict)
    """What the network would answer, by a part of the address: oEmbed answers as objects, other answers as text."""
    now: datetime = field(default_factory=_now)
    """The time, with its zone."""
    theme: str = ""
    """The slug of the active theme."""
    uri: str = ""
    """The path and arguments that were asked for (`REQUEST_URI`); empty: the front page with the arguments of `get`."""

    def __post_init__(self) -> None:
        for name in ("post", "user"):
            if not isinstance(getattr(self, name), int):
                raise TypeError(f"RenderContext.{name} is {getattr(self, name)!r}; give an id, which is an int")
        if self.now.tzinfo is None:
            raise TypeError("RenderContext.now has no time zone; say one: datetime.now(UTC)")

    @classmethod
    def from_json(
        cls, source: str | os.PathLike[str] | Mapping[str, Any], *, now: datetime | None = None
    ) -> RenderContext:
        """The context in a JSON file, or in what such a file holds: an object of the fields above.

        `now` is a date of ISO 8601 there, and the argument is for files that say none. SourceError, naming the place,
        where a value cannot stand in its field, and where there is no such field.
        """
        value = dict(load(source, "render context"))
        with named(source):
            said = value.pop("now", None)
            strange = [key for key in value if key not in cls.__dataclass_fields__]
            if strange:
                raise SourceError(
                    f"a render context has no {strange[0]!r}; it has {', '.join(sorted(cls.__dataclass_fields__))}"
                )
            if said is not None:
                now = _date(said)
            return record(cls, value, "context", {} if now is None else {"now": now})


def _date(value: Any) -> datetime:
    try:
        date = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise SourceError(
            f"context.now is {kind_of(value)}, where a date such as 2026-02-15T12:00:00+00:00 is expected"
        ) from None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
