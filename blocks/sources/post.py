"""A post: a content, and what its source knows about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final, Literal

from blocks.errors import EditError
from blocks.model.document import Document
from blocks.model.origin import Origin, Rendering
from blocks.model.registry import Registry
from blocks.problems import Problem
from blocks.sources.facts import Author, Media, Place, Term
from blocks.syntax import parse
from blocks.syntax.parse import Engine

PUBLIC: Final = "publish"
"""The status of what anyone may read."""

INTERNAL: Final = frozenset(
    {
        "attachment",
        "revision",
        "nav_menu_item",
        "custom_css",
        "customize_changeset",
        "oembed_cache",
        "user_request",
        "wp_global_styles",
        "wp_font_family",
        "wp_font_face",
    }
)
"""Types of posts without a content of their own to be read, as WordPress registers them."""

NOT_RAW: Final = (
    "this markup was recovered from rendered HTML: put in the place of what the editor saved, it would lose what the "
    "server draws, and the references in it. Read the post with context=edit, or {}"
)

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
    meta: Mapping[str, Any] = field(default_factory=dict, hash=False, repr=False)
    footnotes: str | None = None
    """The notes of the text as WordPress keeps them in the post's meta: JSON, a list of `id` and `content` (HTML)."""
    source: Place | None = field(default=None, compare=False, repr=False)
    """Where it was read; posts that differ in nothing else are equal."""

    def parse(self, *, strict: bool = False, engine: Engine = "linear", registry: Registry | None = None) -> Document:
        """The content as a document; see `blocks.parse`.

        That of rendered HTML is recovered from it: `document.origin` is "rendered", and `document.rendering` says how
        it was rendered and what could not be recovered. It holds text, also where the content is bytes.
        """
        if self.origin != "rendered":
            document = parse(self.content, strict=strict, engine=engine, registry=registry)
            return document.of_origin(self.origin) if self.origin != "markup" else document
        from blocks.sources.rendered import recovered

        html = self.content if isinstance(self.content, str) else self.content.decode("utf-8", "surrogateescape")
        found = recovered(html, registry=registry)
        document = parse(found.markup, strict=strict, engine=engine, registry=registry)
        profile: Literal["block", "classic"] = "classic" if found.is_classic else "block"
        return document.of_origin("rendered", Rendering(profile, found.is_filtered, found.problems, found.images))

    def in_blocks(self, on_problem: Callable[[Problem], object] | None = None) -> Post:
        """Of a classic post: the same with the blocks that the editor makes of it (its "Convert to blocks").

        Paragraphs are made where empty lines part them, and WordPress's own shortcodes become the blocks that show the
        same, with what `media` says of the attachments. Posts of another origin are what they are. `on_problem` is told
        what a block has no place for, and what was kept as HTML, with its place in the content.
        """
        if self.origin != "classic":
            return self
        from blocks.sources.classic import converted

        known = {one.id: one for one in self.media}
        attached = [one for one in self.media if one.post is not None and one.post == self.id]
        found = converted(self.content, attachments=known.get, attached=attached)
        if on_problem is not None:
            for problem in found.problems:
                on_problem(problem)
        return replace(self, content=found.markup, origin="markup")

    def to_rest(self, document: Document, *, force: bool = False) -> dict[str, Any]:
        """The body of the request that saves `document` as the content of this post: `POST /wp/v2/posts/ID`.

        EditError where the document was recovered from rendered HTML, for what it does not say would be lost on the
        site: what the server draws would stand still, shortcodes and references to patterns would be what they
        printed. Read the post with `context=edit` instead; `force` gives the body all the same.
        """
        if document.origin == "rendered" and not force:
            raise EditError(NOT_RAW.format("save it all the same with force=True"))
        return {"content": document.markup} | ({"id": self.id} if self.id is not None else {})

    def to_json(self) -> dict[str, Any]:
        """The post as a record: its content and all that is known of it, in plain dicts and lists.

        A file with such a record on each line is read as the source "ndjson", and gives equal posts. `meta` stands
        there as it is.
        """
        from blocks.sources.records import to_record

        return to_record(self)

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
        """Whether anyone may read it: published, as far as is known, without a password, of a type that is read."""
        return self.status in (None, PUBLIC) and not self.password_protected and self.type not in INTERNAL

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
