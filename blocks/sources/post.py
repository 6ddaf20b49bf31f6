"""A post: a content, and what its source knows about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final, Literal

from blocks.model.document import Document
from blocks.model.registry import Registry
from blocks.sources.facts import Author, Media, Place, Term
from blocks.syntax import parse
from blocks.syntax.parse import Engine

Origin = Literal["markup", "rendered", "classic"]

PUBLIC: Final = "publish"
"""The status of what anyone may read."""

_LONGEST_OFFSET: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Post:
    """A content and what its source knows about it. What a source does not say is None, or empty.

    `origin` says what `content` is:

        "markup"     block markup, with its delimiters
        "rendered"   HTML that WordPress rendered
        "classic"    the content of a post that was written before there were blocks: no delimiters, shortcodes

    Texts (`title`, `excerpt`, names, alternative texts) are plain, character references decoded. Dates are as the
    source writes them; `published` and `updated` are datetimes.
    """

    content: str | bytes
    _: KW_ONLY
    origin: Origin = "markup"
    id: int | None = None
    type: str | None = None
    """The post type: "post", "page", "wp_block", "wp_template" …"""
    status: str | None = None
    """ "publish", "draft", "private" …"""
    password_protected: bool = False
    slug: str | None = None
    title: str | None = None
    link: str | None = None
    date: str | None = None
    """When it was published, in the site's time zone."""
    date_gmt: str | None = None
    modified: str | None = None
    modified_gmt: str | None = None
    excerpt: str | None = None
    author: Author | None = None
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict, hash=False)
    """By the name of their taxonomy: "category", "post_tag" …"""
    featured_media: Media | None = None
    media: tuple[Media, ...] = ()
    """The attachments that the source brings along with the post, its featured image included."""
    parent: int | None = None
    """The id of the post above it; None where there is none."""
    menu_order: int | None = None
    template: str | None = None
    format: str | None = None
    """The post format: "standard", "gallery", "quote" …"""
    sticky: bool | None = None
    comment_status: str | None = None
    ping_status: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict, hash=False)
    footnotes: str | None = None
    """The notes of the text as WordPress keeps them in the post's meta: JSON, a list of `id` and `content` (HTML)."""
    source: Place | None = field(default=None, compare=False, repr=False)
    """Where it was read; posts that differ in nothing else are equal."""

    def parse(self, *, strict: bool = False, engine: Engine = "linear", registry: Registry | None = None) -> Document:
        """The content as a document; see `blocks.parse`."""
        return parse(self.content, strict=strict, engine=engine, registry=registry)

    @property
    def categories(self) -> tuple[Term, ...]:
        """Its categories."""
        return self.terms.get("category", ())

    @property
    def tags(self) -> tuple[Term, ...]:
        """Its tags."""
        return self.terms.get("post_tag", ())

    @property
    def is_public(self) -> bool:
        """Whether anyone may read it: published, as far as is known, and without a password."""
        return self.status in (None, PUBLIC) and not self.password_protected

    @property
    def published(self) -> datetime | None:
        """When it was published.

        With the offset of the site's time zone where the source says both `date` and `date_gmt`, in UTC where it says
        `date_gmt` alone, without a time zone where it says `date` alone; None where there is none, or it is no date.
        """
        return _moment(self.date, self.date_gmt)

    @property
    def updated(self) -> datetime | None:
        """When it was last changed, of `modified` and `modified_gmt`; see `published`."""
        return _moment(self.modified, self.modified_gmt)


def _moment(local: str | None, gmt: str | None) -> datetime | None:
    here, there = _read(local), _read(gmt)
    if here is not None and here.tzinfo is not None:
        return here
    if there is None:
        return here
    if there.tzinfo is None:
        there = there.replace(tzinfo=UTC)
    if here is None:
        return there
    offset = here.replace(tzinfo=UTC) - there
    return there.astimezone(timezone(offset)) if abs(offset) < _LONGEST_OFFSET else there


def _read(text: str | None) -> datetime | None:
    """A date as WordPress writes them; those of posts without one are `0000-00-00 00:00:00`."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
