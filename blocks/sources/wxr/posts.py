"""Items of export files as posts.

In one pass a post knows its author, and the ids of its terms: WordPress writes those first. Attachments are items among
the others and may come later, so of its featured image a post knows the id alone; `index()` reads attachments on a pass
of its own, over all the files of an export, for who wants the rest; `files.py` does so for a file that is small enough.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from mimetypes import guess_type
from typing import Any, BinaryIO, Final

from blocks.formatting.names import sanitize_title
from blocks.sources.facts import Author, Media, MediaSize, SourceProblem, Term
from blocks.sources.post import Post
from blocks.sources.values import kind_of_content, name, number, plain, text
from blocks.sources.wxr.export import Export
from blocks.sources.wxr.records import NO_DATE, ExportAuthor, ExportTerm, Item, ItemTerm

_MOST_KEPT: Final = 100_000
"""Authors, and terms, that are remembered for the items after them: more than any site has, and no more memory."""
_LONGEST_KEPT: Final = 1000

_FORMAT: Final = "post-format-"
_IDS: Final = re.compile(r"""\bids=["']?([\d][\d,\s]*+)""", re.ASCII)
_MOST_IDS: Final = 500


@dataclass(slots=True)
class Index:
    """What export files say for all their items: authors by login, terms by taxonomy and slug, attachments by id."""

    authors: dict[str, Author] = field(default_factory=dict)
    terms: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    """The id of a term, and the slug of the one above it."""
    media: dict[int, Media] = field(default_factory=dict)
    media_of: dict[int, list[int]] = field(default_factory=dict)
    """The ids of the attachments that were uploaded to a post, by its id."""

    def add(self, record: ExportAuthor | ExportTerm) -> None:
        """Remember an author or a term."""
        if isinstance(record, ExportAuthor):
            if len(self.authors) < _MOST_KEPT and len(record.login) + len(record.display_name) < _LONGEST_KEPT:
                self.authors[record.login] = Author(
                    id=record.id or None,
                    name=name(record.display_name) or record.login,
                    slug=sanitize_title(record.login),
                )
        elif len(self.terms) < _MOST_KEPT and len(record.slug) + len(record.parent) < _LONGEST_KEPT:
            self.terms[record.taxonomy, record.slug] = record.id, record.parent

    def add_attachment(self, item: Item) -> None:
        """Remember an attachment."""
        self.media[item.id] = media_of(item)
        if item.parent:
            self.media_of.setdefault(item.parent, []).append(item.id)


def index(streams: Iterable[BinaryIO]) -> Index:
    """All that the files of an export say about each other. Takes memory for each attachment: about 2 kB."""
    found = Index()
    for stream in streams:
        for record in Export(stream, comments=False):
            if isinstance(record, ExportAuthor | ExportTerm):
                found.add(record)
            elif isinstance(record, Item) and record.type == "attachment":
                found.add_attachment(record)
    return found


def read(
    stream: BinaryIO, *, types: Collection[str] | None = None, index: Index | None = None
) -> Iterator[Post | SourceProblem]:
    """The items of an export file, gzipped or not, as posts, in the order of the file; one is held at a time.

    All of them, attachments and entries of menus too, or those of some post types; `index` is what `index()` answered.
    In place of an item that cannot be read stands a SourceProblem. SourceError, while iterating, where the stream is no
    export file at all.
    """
    known = index or Index()
    for record in Export(stream, comments=False):
        if isinstance(record, ExportAuthor | ExportTerm):
            known.add(record)
        elif isinstance(record, SourceProblem):
            yield record
        elif types is None or record.type in types:
            yield post_of(record, known)


def post_of(item: Item, known: Index) -> Post:
    """An item as a post."""
    thumbnail = number(item.meta.raw("_thumbnail_id")) or None
    if item.type == "attachment":
        media: tuple[Media, ...] = (media_of(item),)
    else:
        own = (*((thumbnail,) if thumbnail else ()), *known.media_of.get(item.id, ()))
        ids = dict.fromkeys((*own, *(_named(item.content) if known.media else ())))
        media = tuple(known.media[id] for id in ids if id in known.media)
    template = item.meta.raw("_wp_page_template")
    return Post(
        item.content,
        origin=kind_of_content(item.content, item.type),
        id=item.id or None,
        type=item.type,
        status=item.status,
        password_protected=item.password != "",
        slug=item.slug or None,
        title=plain(item.title),
        link=item.link or None,
        date=_date(item.date),
        date_gmt=_date(item.date_gmt),
        modified=_date(item.modified),
        modified_gmt=_date(item.modified_gmt),
        excerpt=plain(item.excerpt),
        author=_author(item.creator, known),
        terms=_terms(item.terms, known) if item.terms else {},
        featured_media=known.media.get(thumbnail, Media(id=thumbnail)) if thumbnail else None,
        media=media,
        parent=item.parent or None,
        menu_order=item.menu_order,
        template=template if template not in ("", "default") else None,
        format=_format(item),
        sticky=item.is_sticky if item.type == "post" else None,
        comment_status=text(item.comment_status),
        ping_status=text(item.ping_status),
        meta=dict(item.meta),
        footnotes=text(item.meta.raw("footnotes")),
        source=item.place,
    )


def _named(content: str) -> Iterator[int]:
    """The ids of attachments that shortcodes and blocks of a text name."""
    for found in _IDS.finditer(content):
        for id in found[1].split(",", _MOST_IDS)[:_MOST_IDS]:
            if (digits := id.strip()).isdecimal() and len(digits) < 19:
                yield int(digits)


def media_of(item: Item) -> Media:
    """The file of an attachment."""
    data = item.meta.get("_wp_attachment_metadata")
    facts: Mapping[str, Any] = data if isinstance(data, dict) else {}
    folder = item.attachment_url.rpartition("/")[0]
    sizes = facts.get("sizes")
    return Media(
        id=item.id or None,
        url=item.attachment_url or None,
        alt=plain(item.meta.raw("_wp_attachment_image_alt")),
        caption=plain(item.excerpt),
        title=plain(item.title),
        mime=guess_type(item.attachment_url)[0],
        width=number(facts.get("width")),
        height=number(facts.get("height")),
        sizes={
            label: MediaSize(
                url=f"{folder}/{size['file']}",
                width=number(size.get("width")),
                height=number(size.get("height")),
                mime=text(size.get("mime-type")),
            )
            for label, size in (sizes.items() if isinstance(sizes, dict) else ())
            if isinstance(size, dict) and isinstance(size.get("file"), str)
        },
        post=item.parent or None,
    )


def _author(login: str, known: Index) -> Author | None:
    """The author of a login; files that hold a part of a site do not list all of them."""
    if not login:
        return None
    return known.authors.get(login) or Author(name=login, slug=sanitize_title(login))


def _terms(terms: Iterable[ItemTerm], known: Index) -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for term in terms:
        id, parent = known.terms.get((term.taxonomy, term.slug), (0, ""))
        above, _ = known.terms.get((term.taxonomy, parent), (0, "")) if parent else (0, "")
        found.setdefault(term.taxonomy, []).append(
            Term(
                id=id or None,
                name=name(term.name),
                slug=term.slug or None,
                taxonomy=term.taxonomy,
                parent=above or None,
            )
        )
    return {taxonomy: tuple(some) for taxonomy, some in found.items()}


def _format(item: Item) -> str | None:
    """The post format: a term of a taxonomy of its own, which posts of the format "standard" do not have."""
    for term in item.terms:
        if term.taxonomy == "post_format" and term.slug.startswith(_FORMAT):
            return term.slug.removeprefix(_FORMAT)
    return "standard" if item.type == "post" else None


def _date(value: str) -> str | None:
    return value if value not in ("", NO_DATE) else None
