"""A site from an export file of WordPress ("WXR"), as `blocks.sources.wxr` reads it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from blocks.errors import SourceError
from blocks.formatting.names import sanitize_title
from blocks.site.hosts import options_of, with_structure
from blocks.site.records import NO_DATE, Comment, SitePost, Term, User
from blocks.site.site import MemorySite
from blocks.sources.facts import SourceProblem
from blocks.sources.wxr import Channel, Export, ExportAuthor, ExportComment, ExportTerm, Item, ItemTerm


def read(path: str | os.PathLike[str], options: Mapping[str, Any]) -> MemorySite:
    """The site in the file at `path`, gzipped or not, with further options.

    SourceError where it is no export file, and where one of its items cannot be read: a site without it would answer
    wrongly.
    """
    file = Path(path)
    reading = _Reading()
    try:
        with file.open("rb") as stream:
            export = Export(stream)
            for record in export:
                reading.take(record)
    except OSError as error:
        raise SourceError(f"{file} cannot be read as a WXR file: {error.strerror or error}") from None
    except ValueError as error:
        raise SourceError(f"{file} is no WXR file: {error}") from None
    except SourceError as error:
        reason = str(error).removeprefix("this is no WXR file: ")
        raise SourceError(f"{file} is no WXR file: {reason}") from None
    return reading.site(export.channel, options)


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.posts: list[SitePost] = []
        self.comments: list[Comment] = []
        self.users: dict[str, User] = {}
        self.terms: dict[tuple[str, str], Term] = {}
        self.parents: dict[tuple[str, str], str] = {}
        self.next_id = -1

    def take(self, record: Item | ExportAuthor | ExportTerm | SourceProblem) -> None:
        """One record of the file."""
        if isinstance(record, Item):
            self._post(record)
        elif isinstance(record, ExportAuthor):
            self._user(record)
        elif isinstance(record, ExportTerm):
            self._term(record)
        else:
            raise SourceError(f"{record.message} ({record.place})" if record.place is not None else record.message)

    def site(self, channel: Channel, options: Mapping[str, Any]) -> MemorySite:
        """The site that was read."""
        terms = [
            replace(term, parent=above.id) if (above := self._above(taxonomy, slug)) is not None else term
            for (taxonomy, slug), term in self.terms.items()
        ]
        known = {
            "blogname": channel.title,
            "blogdescription": channel.description,
            "home": channel.home.rstrip("/"),
            "siteurl": channel.site_url.rstrip("/"),
        }
        said = {**{name: value for name, value in known.items() if value}, **options}
        site = MemorySite(
            options={**options_of(self.posts, said, channel=channel.link.rstrip("/")), **said},
            posts=self.posts,
            terms=_counted(terms, self.posts),
            users=self.users.values(),
            comments=self.comments,
        )
        return with_structure(site, said)

    def _above(self, taxonomy: str, slug: str) -> Term | None:
        return self.terms.get((taxonomy, self.parents.get((taxonomy, slug), "")))

    def _user(self, author: ExportAuthor) -> None:
        self.users[author.login] = User(
            id=author.id or self._new_id(),
            login=author.login,
            nicename=sanitize_title(author.login),
            display_name=author.display_name,
            email=author.email,
            first_name=author.first_name,
            last_name=author.last_name,
        )

    def _term(self, term: ExportTerm) -> None:
        key = term.taxonomy, term.slug
        self.parents[key] = term.parent
        self.terms[key] = Term(
            id=term.id or self._new_id(),
            name=term.name,
            slug=term.slug,
            taxonomy=term.taxonomy,
            description=term.description,
            meta=dict(term.meta),
        )

    def _new_id(self) -> int:
        """An id for what the file gives none: negative, so that it is no other's."""
        self.next_id -= 1
        return self.next_id

    def _post(self, item: Item) -> None:
        id = item.id or self._new_id()
        comments = [self._comment(comment, id) for comment in item.comments]
        self.comments.extend(comments)
        is_attachment = item.type == "attachment"
        self.posts.append(
            SitePost(
                id=id,
                type=item.type,
                status=item.status,
                title=item.title,
                name=item.slug,
                author=self._author(item.creator),
                date=item.date or NO_DATE,
                date_gmt=item.date_gmt,
                modified=item.modified,
                modified_gmt=item.modified_gmt,
                parent=item.parent,
                menu_order=item.menu_order,
                comment_status=item.comment_status or "open",
                ping_status=item.ping_status or "open",
                comment_count=sum(comment.approved == "1" for comment in comments),
                password=item.password,
                excerpt=item.excerpt,
                content=item.content,
                permalink=item.link,
                guid=item.attachment_url or item.guid,
                source_url=item.attachment_url if is_attachment else "",
                mime=(guess_type(item.attachment_url)[0] or "") if is_attachment else "",
                meta=dict(item.meta),
                terms=self._terms_of(item.terms),
            )
        )

    def _author(self, login: str) -> int:
        """The id of who wrote a post; exports of parts of a site do not name all that they speak of."""
        if not login:
            return 0
        if login not in self.users:
            name = sanitize_title(login)
            self.users[login] = User(id=self._new_id(), login=login, nicename=name, display_name=login)
        return self.users[login].id

    def _terms_of(self, terms: Iterable[ItemTerm]) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for term in terms:
            key = term.taxonomy, term.slug
            if key not in self.terms:
                self.terms[key] = Term(id=self._new_id(), name=term.name, slug=term.slug, taxonomy=term.taxonomy)
            found.setdefault(term.taxonomy, []).append(self.terms[key].id)
        return {taxonomy: tuple(ids) for taxonomy, ids in found.items()}

    def _comment(self, comment: ExportComment, post: int) -> Comment:
        return Comment(
            id=comment.id or self._new_id(),
            post=post,
            parent=comment.parent,
            author=comment.author,
            email=comment.email,
            url=comment.url,
            date=comment.date or NO_DATE,
            date_gmt=comment.date_gmt,
            approved=comment.approved,
            type=comment.type,
            content=comment.content,
            user=comment.user,
            meta=dict(comment.meta),
        )


def _counted(terms: list[Term], posts: list[SitePost]) -> Iterator[Term]:
    """The terms with their counts: how many published posts carry each."""
    counts: dict[int, int] = {}
    for post in posts:
        if post.status == "publish":
            for ids in post.terms.values():
                for term in set(ids):
                    counts[term] = counts.get(term, 0) + 1
    return (replace(term, count=counts.get(term.id, 0)) for term in terms)
