"""From lxml elements to records. Elements are known by namespace and name, whatever version of WXR declared them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from blocks.sources.facts import Place
from blocks.sources.wxr.elements import Parsed, Restore
from blocks.sources.wxr.records import ExportAuthor, ExportComment, ExportTerm, Item, ItemTerm, Meta

if TYPE_CHECKING:
    from lxml.etree import _Element

WORDPRESS: Final = re.compile(r"https?://(?:www\.)?wordpress\.org/export/[0-9.]*/?", re.ASCII)
_EXCERPT: Final = re.compile(WORDPRESS.pattern + r"/?excerpt/?", re.ASCII)
_CONTENT: Final = re.compile(r"https?://purl\.org/rss/1\.0/modules/content/?", re.ASCII)
_DUBLIN_CORE: Final = re.compile(r"https?://purl\.org/dc/elements/1\.1/?", re.ASCII)
_NUMBER: Final = re.compile(r"\s*([+-]?[0-9]{1,18})", re.ASCII)
_OLD_TAG: Final = {"tag": "post_tag"}
_MOST_NAMES: Final = 200


class RecordReader:
    """Makes records of elements. `comments`: whether items keep theirs."""

    def __init__(self, *, comments: bool = True) -> None:
        self._comments = comments
        self._names: dict[str, str] = {}

    def item(self, parsed: Parsed, place: Place) -> Item:
        """The item that an `<item>` is."""
        found: dict[str, str] = {}
        metas: list[_Element] = []
        comments: list[_Element] = []
        terms: list[ItemTerm] = []
        restore = parsed.restore
        for child in parsed.element:
            name = self._name(str(child.tag))
            if name == "wp:postmeta":
                metas.append(child)
            elif name == "wp:comment":
                comments.append(child)
            elif name == "category":
                terms.append(_term_of(child, restore))
            elif name not in found:
                found[name] = _text(child, restore)
        get = found.get
        return Item(
            id=_number(get("wp:post_id")),
            type=get("wp:post_type") or "post",
            status=get("wp:status") or "publish",
            title=get("title", ""),
            slug=get("wp:post_name", ""),
            link=get("link", "").strip(),
            guid=get("guid", "").strip(),
            creator=get("dc:creator", ""),
            content=get("content:encoded", ""),
            excerpt=get("excerpt:encoded", ""),
            date=get("wp:post_date", ""),
            date_gmt=get("wp:post_date_gmt", ""),
            modified=get("wp:post_modified", ""),
            modified_gmt=get("wp:post_modified_gmt", ""),
            comment_status=get("wp:comment_status", ""),
            ping_status=get("wp:ping_status", ""),
            parent=_number(get("wp:post_parent")),
            menu_order=_number(get("wp:menu_order")),
            password=get("wp:post_password", ""),
            is_sticky=_number(get("wp:is_sticky")) != 0,
            attachment_url=get("wp:attachment_url", ""),
            terms=_without_doubles(terms),
            meta=Meta([self._meta(meta, restore) for meta in metas]) if metas else _NO_META,
            comments=tuple(self._comment(one, restore) for one in comments) if self._comments else (),
            repairs=parsed.repairs,
            place=place,
        )

    def author(self, parsed: Parsed) -> ExportAuthor:
        """The author that a `<wp:author>` is."""
        values = self._values(parsed.element, parsed.restore)
        return ExportAuthor(
            id=_number(values.get("wp:author_id")),
            login=values.get("wp:author_login", ""),
            email=values.get("wp:author_email", ""),
            display_name=values.get("wp:author_display_name", ""),
            first_name=values.get("wp:author_first_name", ""),
            last_name=values.get("wp:author_last_name", ""),
        )

    def term(self, parsed: Parsed, kind: str) -> ExportTerm:
        """The term that a `<wp:category>`, `<wp:tag>` or `<wp:term>` is; `kind` is that name without its prefix."""
        values = self._values(parsed.element, parsed.restore)
        taxonomy = {"category": "category", "tag": "post_tag"}.get(kind) or values.get("wp:term_taxonomy", "")
        slug = {"category": "wp:category_nicename", "tag": "wp:tag_slug"}.get(kind, "wp:term_slug")
        name = "wp:cat_name" if kind == "category" else f"wp:{kind}_name"
        return ExportTerm(
            id=_number(values.get("wp:term_id")),
            taxonomy=taxonomy,
            slug=values.get(slug, ""),
            name=values.get(name, ""),
            parent=values.get(f"wp:{kind}_parent", ""),
            description=values.get(f"wp:{kind}_description", ""),
            meta=self._metas(parsed.element, "wp:termmeta", parsed.restore),
        )

    def text(self, parsed: Parsed) -> str:
        """The text of an element."""
        return _text(parsed.element, parsed.restore)

    def name(self, element: _Element) -> str:
        """The name of an element with its usual prefix, `wp:author`; that of an unknown namespace in braces."""
        return self._name(str(element.tag))

    def _comment(self, element: _Element, restore: Restore | None) -> ExportComment:
        values = self._values(element, restore)
        return ExportComment(
            id=_number(values.get("wp:comment_id")),
            parent=_number(values.get("wp:comment_parent")),
            author=values.get("wp:comment_author", ""),
            email=values.get("wp:comment_author_email", ""),
            url=values.get("wp:comment_author_url", ""),
            ip=values.get("wp:comment_author_IP", ""),
            date=values.get("wp:comment_date", ""),
            date_gmt=values.get("wp:comment_date_gmt", ""),
            approved=values.get("wp:comment_approved", "1"),
            type=values.get("wp:comment_type") or "comment",
            content=values.get("wp:comment_content", ""),
            user=_number(values.get("wp:comment_user_id")),
            meta=self._metas(element, "wp:commentmeta", restore),
        )

    def _metas(self, element: _Element, name: str, restore: Restore | None) -> Meta:
        rows = [self._meta(child, restore) for child in element if self._name(str(child.tag)) == name]
        return Meta(rows) if rows else _NO_META

    def _meta(self, element: _Element, restore: Restore | None) -> tuple[str, str]:
        values = self._values(element, restore)
        return values.get("wp:meta_key", ""), values.get("wp:meta_value", "")

    def _values(self, element: _Element, restore: Restore | None) -> dict[str, str]:
        """The texts of the elements inside, by name; of two with one name, the first."""
        found: dict[str, str] = {}
        for child in element:
            name = self._name(str(child.tag))
            if name not in found:
                found[name] = _text(child, restore)
        return found

    def _name(self, tag: str) -> str:
        """`wp:post_id` for `{http://wordpress.org/export/1.1/}post_id`: the first names are looked up once."""
        known = self._names.get(tag)
        if known is not None:
            return known
        uri, _, local = tag.rpartition("}")
        name = _prefix(uri[1:]) + local if uri else local
        if len(self._names) < _MOST_NAMES:
            self._names[tag] = name
        return name


_NO_META: Final = Meta()


def _prefix(uri: str) -> str:
    if _EXCERPT.fullmatch(uri):
        return "excerpt:"
    if WORDPRESS.fullmatch(uri):
        return "wp:"
    if _CONTENT.fullmatch(uri):
        return "content:"
    if _DUBLIN_CORE.fullmatch(uri):
        return "dc:"
    # What a file speaks of without declaring it has the prefix that it ought to have declared.
    return f"{uri.removeprefix('unknown:')}:" if uri.startswith("unknown:") else f"{{{uri}}}"


def _text(element: _Element, restore: Restore | None) -> str:
    """All text in an element, that of elements inside it included."""
    text = "".join(element.itertext()) if len(element) else element.text or ""
    return text if restore is None else restore(text)


def _term_of(element: _Element, restore: Restore | None) -> ItemTerm:
    taxonomy = element.get("domain") or "category"
    slug, name = element.get("nicename") or "", _text(element, restore)
    return ItemTerm(taxonomy=_OLD_TAG.get(taxonomy, taxonomy), slug=slug, name=name or slug)


def _without_doubles(terms: Iterable[ItemTerm]) -> tuple[ItemTerm, ...]:
    """The first of equal ones; WXR 1.0 repeats each term by its name alone."""
    found = dict.fromkeys(terms)
    if all(term.slug for term in found):
        return tuple(found)
    named = {term.name for term in found if term.slug}
    return tuple(term for term in found if term.slug or term.name not in named)


def _number(text: str | None) -> int:
    match = _NUMBER.match(text) if text else None
    return int(match[1]) if match is not None else 0
