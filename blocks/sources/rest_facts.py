"""What an object of the REST API says of a post beside its content, and what it brings along in `_embedded`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from blocks.sources.facts import Author, Media, MediaSize, Term
from blocks.sources.values import flag, id_of, name, number, plain, text

_BASES: Final = {"categories": "category", "tags": "post_tag"}
"""Under which key a taxonomy's ids stand, where it is not the taxonomy's name (`rest_base`)."""


def facts_of(item: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a `Post`, without its content and origin."""
    embedded = _object(item.get("_embedded"))
    media = tuple(_media(one) for one in _embedded_media(embedded))
    meta = _object(item.get("meta"))
    return {
        "id": id_of(item.get("wp_id") if "wp_id" in item else item.get("id")),
        "type": text(item.get("type")),
        "status": text(item.get("status")),
        "slug": text(item.get("slug")),
        "title": plain(item.get("title")),
        "link": text(item.get("link")),
        "date": text(item.get("date")),
        "date_gmt": text(item.get("date_gmt")),
        "modified": text(item.get("modified")),
        "modified_gmt": text(item.get("modified_gmt")),
        "excerpt": plain(item.get("excerpt")),
        "author": _author(item.get("author"), embedded),
        "terms": _terms(item, embedded),
        "featured_media": _featured(id_of(item.get("featured_media")), media),
        "media": media,
        "parent": id_of(item.get("parent")),
        "menu_order": number(item.get("menu_order")),
        "template": text(item.get("template")),
        "format": text(item.get("format")),
        "sticky": flag(item.get("sticky")),
        "comment_status": text(item.get("comment_status")),
        "ping_status": text(item.get("ping_status")),
        "meta": meta,
        "footnotes": text(meta.get("footnotes")),
    }


def _object(value: Any) -> dict[str, Any]:
    """An object; PHP writes an empty one as `[]`."""
    return value if isinstance(value, dict) else {}


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in a list; what could not be embedded is an error in its place."""
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict) and not ("code" in one and "data" in one):
            yield one


def _author(id: Any, embedded: Mapping[str, Any]) -> Author | None:
    found = next(_objects(embedded.get("author")), None)
    if found is not None:
        return Author(
            id=id_of(found.get("id")) or id_of(id),
            name=name(found.get("name")),
            slug=text(found.get("slug")),
            link=text(found.get("link")),
        )
    return Author(id=number(id)) if id_of(id) is not None else None


def _terms(item: Mapping[str, Any], embedded: Mapping[str, Any]) -> dict[str, tuple[Term, ...]]:
    """The terms by taxonomy: their ids are in the item, all else in what is embedded."""
    found: dict[str, tuple[Term, ...]] = {}
    for base, taxonomy in {**_BASES, **_linked_taxonomies(item)}.items():
        ids = item.get(base)
        if isinstance(ids, list) and (
            known := tuple(Term(id=id_of(one), taxonomy=taxonomy) for one in ids if id_of(one))
        ):
            found[taxonomy] = known
    lists = embedded.get("wp:term")
    for one in lists if isinstance(lists, list) else ():
        by_taxonomy: dict[str, list[Term]] = {}
        for term in _objects(one):
            made = _term(term)
            by_taxonomy.setdefault(made.taxonomy, []).append(made)
        found.update({taxonomy: tuple(terms) for taxonomy, terms in by_taxonomy.items()})
    return found


def _linked_taxonomies(item: Mapping[str, Any]) -> dict[str, str]:
    """The taxonomies that the item's links name, by the last part of their addresses, which is the key of their ids."""
    links = _object(item.get("_links")).get("wp:term")
    found: dict[str, str] = {}
    for link in _objects(links):
        taxonomy, address = text(link.get("taxonomy")), text(link.get("href"))
        if taxonomy is not None and address is not None:
            found[address.partition("?")[0].rstrip("/").rpartition("/")[2]] = taxonomy
    return found


def _term(term: Mapping[str, Any]) -> Term:
    return Term(
        id=id_of(term.get("id")),
        name=name(term.get("name")),
        slug=text(term.get("slug")),
        taxonomy=text(term.get("taxonomy")) or "category",
        link=text(term.get("link")),
        parent=id_of(term.get("parent")),
    )


def _embedded_media(embedded: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every attachment that is embedded, under whichever relation; the featured image comes first."""
    seen: set[int] = set()
    relations = sorted(embedded, key=lambda relation: relation != "wp:featuredmedia")
    for relation in relations:
        for one in _objects(embedded[relation]):
            if "source_url" in one or "media_type" in one:
                id = id_of(one.get("id"))
                if id is None or id not in seen:
                    seen.update({id} if id is not None else ())
                    yield one


def _featured(id: int | None, media: tuple[Media, ...]) -> Media | None:
    if id is None:
        return None
    return next((one for one in media if one.id == id), Media(id=id))


def _media(item: Mapping[str, Any]) -> Media:
    details = _object(item.get("media_details"))
    sizes = {
        str(size): MediaSize(
            url=url,
            width=number(one.get("width")),
            height=number(one.get("height")),
            mime=text(one.get("mime_type") or one.get("mime-type")),
        )
        for size, one in _object(details.get("sizes")).items()
        if isinstance(one, dict) and (url := text(one.get("source_url")))
    }
    return Media(
        id=id_of(item.get("id")),
        url=text(item.get("source_url")),
        alt=name(item.get("alt_text")),
        caption=plain(item.get("caption")) or None,
        title=plain(item.get("title")) or None,
        mime=text(item.get("mime_type")),
        width=number(details.get("width")),
        height=number(details.get("height")),
        sizes=sizes,
        post=id_of(item.get("post")),
    )
