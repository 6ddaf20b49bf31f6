"""A site from an export file of WordPress ("WXR": an RSS feed with everything in it).

Read as a stream, entities and the network switched off, so that a large file costs little and a hostile one nothing.
"""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from blocks.errors import SourceError
from blocks.formatting.names import sanitize_title
from blocks.site.hosts import options_of, with_structure
from blocks.site.records import NO_DATE, Comment, SitePost, Term, User
from blocks.site.serialized import unserialized
from blocks.site.site import MemorySite

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_GZIP = b"\x1f\x8b"
_READ = ("item", "author", "category", "tag", "term")


def read(path: str | os.PathLike[str], options: Mapping[str, Any]) -> MemorySite:
    """The site in the file at `path`, gzipped or not, with further options. SourceError where it is no export file."""
    file = Path(path)
    reading = _Reading()
    from lxml.etree import LxmlError, iterparse

    try:
        with _opened(file) as stream:
            for event, element in iterparse(
                stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
            ):
                if event == "end":
                    reading.take(element)
                elif element.getparent() is None and _declares_entities(element):
                    raise SourceError(f"{file} is no WXR file: it declares entities, which WordPress never does")
    except LxmlError as error:
        if "Premature end" in str(error) or "not finished" in str(error):
            line = getattr(error, "lineno", 0)
            raise SourceError(f"{file} is no WXR file: it ends in the middle, line {line}") from None
        raise SourceError(f"{file} is no WXR file: {getattr(error, 'msg', None) or error}") from None
    except ValueError as error:
        raise SourceError(f"{file} is no WXR file: {error}") from None
    except OSError as error:
        raise SourceError(f"{file} cannot be read as a WXR file: {error.strerror or error}") from None
    except (EOFError, zlib.error) as error:
        raise SourceError(f"{file} is no WXR file: what is compressed in it is broken ({error})") from None
    if not reading.is_wxr:
        raise SourceError(f"{file} is no WXR file: it has no wp:wxr_version. Export it by Tools > Export in WordPress")
    return reading.site(options)


def _declares_entities(root: _Element) -> bool:
    """Whether a file has entities of its own, which older versions of libxml2 repeat without a limit."""
    dtd = root.getroottree().docinfo.internalDTD
    return dtd is not None and next(iter(dtd.iterentities()), None) is not None


def _opened(file: Path) -> BinaryIO:
    stream = file.open("rb")
    if stream.peek(2)[:2] != _GZIP:
        return stream
    stream.close()
    return cast("BinaryIO", gzip.open(file, "rb"))


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.is_wxr = False
        self.link = ""
        self.options: dict[str, Any] = {}
        self.posts: list[SitePost] = []
        self.comments: list[Comment] = []
        self.users: dict[str, User] = {}
        self.terms: dict[tuple[str, str], dict[str, Any]] = {}
        self.next_id = -1

    def take(self, element: _Element) -> None:
        """One element that has ended; what was read of it is let go."""
        if not isinstance(element.tag, str):
            return
        name = element.tag.rpartition("}")[2]
        parent = element.getparent()
        above = "" if parent is None or not isinstance(parent.tag, str) else parent.tag.rpartition("}")[2]
        if above == "channel":
            if name == "item":
                self._post(element)
            elif name == "author":
                self._user(element)
            elif name in ("category", "tag", "term"):
                self._term(element, name)
            else:
                self._option(name, element.text or "")
            if name in _READ:
                element.clear()

    def site(self, options: Mapping[str, Any]) -> MemorySite:
        """The site that was read."""
        slugs = {key: int(term["id"]) for key, term in self.terms.items()}
        terms = [
            Term(**{**term, "parent": slugs.get((taxonomy, str(term["parent"])), 0)})
            for (taxonomy, _), term in self.terms.items()
        ]
        said = {**self.options, **options}
        site = MemorySite(
            options={**options_of(self.posts, said, channel=self.link), **said},
            posts=self.posts,
            terms=_counted(terms, self.posts),
            users=self.users.values(),
            comments=self.comments,
        )
        return with_structure(site, said)

    def _option(self, name: str, text: str) -> None:
        if name == "wxr_version":
            self.is_wxr = True
        if name == "link":
            self.link = text.rstrip("/")
        known = {
            "title": "blogname",
            "description": "blogdescription",
            "base_blog_url": "home",
            "base_site_url": "siteurl",
        }
        if name in known:
            self.options.setdefault(known[name], text.rstrip("/") if name.startswith("base") else text)

    def _user(self, element: _Element) -> None:
        values = _values(element)
        login = values.get("author_login", "")
        self.users[login] = User(
            id=_number(values.get("author_id")) or self._new_id(),
            login=login,
            nicename=sanitize_title(login),
            display_name=values.get("author_display_name", ""),
            email=values.get("author_email", ""),
            first_name=values.get("author_first_name", ""),
            last_name=values.get("author_last_name", ""),
        )

    def _term(self, element: _Element, kind: str) -> None:
        values = _values(element)
        taxonomy = {"category": "category", "tag": "post_tag"}.get(kind) or values.get("term_taxonomy", "")
        slug = values.get({"category": "category_nicename", "tag": "tag_slug"}.get(kind, "term_slug"), "")
        prefix = {"category": "category", "tag": "tag"}.get(kind, "term")
        self.terms[taxonomy, slug] = {
            "id": _number(values.get("term_id")) or self._new_id(),
            "name": values.get("cat_name" if kind == "category" else f"{prefix}_name", ""),
            "slug": slug,
            "taxonomy": taxonomy,
            "parent": values.get(f"{prefix}_parent", ""),
            "description": values.get(f"{prefix}_description", ""),
        }

    def _new_id(self) -> int:
        """An id for what the file gives none: negative, so that it is no other's."""
        self.next_id -= 1
        return self.next_id

    def _post(self, element: _Element) -> None:
        values = _values(element)
        id = _number(values.get("post_id")) or self._new_id()
        excerpts = [child.text or "" for child in element if str(child.tag).endswith("excerpt/}encoded")]
        comments = [comment for child in element for comment in self._comment(child, id)]
        self.comments.extend(comments)
        kind = values.get("post_type", "post")
        self.posts.append(
            SitePost(
                id=id,
                type=kind,
                status=values.get("status", "publish"),
                title=values.get("title", ""),
                name=values.get("post_name", ""),
                author=self._author(element.findtext(_CREATOR) or ""),
                date=values.get("post_date") or NO_DATE,
                date_gmt=values.get("post_date_gmt", ""),
                modified=values.get("post_modified", ""),
                modified_gmt=values.get("post_modified_gmt", ""),
                parent=_number(values.get("post_parent")),
                menu_order=_number(values.get("menu_order")),
                comment_status=values.get("comment_status", "open"),
                ping_status=values.get("ping_status", "open"),
                comment_count=sum(comment.approved == "1" for comment in comments),
                password=values.get("post_password", ""),
                excerpt=excerpts[0] if excerpts else "",
                content=element.findtext(_CONTENT) or "",
                permalink=values.get("link", ""),
                guid=values.get("attachment_url") or values.get("guid", ""),
                source_url=values.get("attachment_url", "") if kind == "attachment" else "",
                mime=_mime(values.get("attachment_url", "")) if kind == "attachment" else "",
                meta=_meta(element),
                terms=self._terms_of(element),
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

    def _terms_of(self, element: _Element) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for child in element.findall("category"):
            taxonomy, slug = child.get("domain") or "category", child.get("nicename") or ""
            term = self.terms.get((taxonomy, slug))
            if term is None:
                term = {
                    "id": self._new_id(),
                    "name": child.text or slug,
                    "slug": slug,
                    "taxonomy": taxonomy,
                    "parent": "",
                }
                self.terms[taxonomy, slug] = term
            found.setdefault(taxonomy, []).append(int(term["id"]))
        return {taxonomy: tuple(ids) for taxonomy, ids in found.items()}

    def _comment(self, element: _Element, post: int) -> Iterator[Comment]:
        if not str(element.tag).endswith("}comment"):
            return
        values = _values(element)
        yield Comment(
            id=_number(values.get("comment_id")) or self._new_id(),
            post=post,
            parent=_number(values.get("comment_parent")),
            author=values.get("comment_author", ""),
            email=values.get("comment_author_email", ""),
            url=values.get("comment_author_url", ""),
            date=values.get("comment_date") or NO_DATE,
            date_gmt=values.get("comment_date_gmt", ""),
            approved=values.get("comment_approved", "1"),
            type=values.get("comment_type") or "comment",
            content=values.get("comment_content", ""),
            user=_number(values.get("comment_user_id")),
        )


def _values(element: _Element) -> dict[str, str]:
    """The texts of the elements inside, by name; of two with one name, the first."""
    found: dict[str, str] = {}
    for child in element:
        if isinstance(child.tag, str):
            found.setdefault(child.tag.rpartition("}")[2], child.text or "")
    return found


def _meta(element: _Element) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for child in element:
        if str(child.tag).endswith("}postmeta"):
            values = _values(child)
            found.setdefault(values.get("meta_key", ""), unserialized(values.get("meta_value", "")))
    return found


def _mime(address: str) -> str:
    from mimetypes import guess_type

    return guess_type(address)[0] or ""


def _number(text: str | None) -> int:
    try:
        return int(text or 0)
    except ValueError:
        return 0


def _counted(terms: list[Term], posts: list[SitePost]) -> Iterator[Term]:
    """The terms with their counts: how many published posts carry each."""
    from dataclasses import replace

    counts: dict[int, int] = {}
    for post in posts:
        if post.status == "publish":
            for ids in post.terms.values():
                for term in set(ids):
                    counts[term] = counts.get(term, 0) + 1
    return (replace(term, count=counts.get(term.id, 0)) for term in terms)
