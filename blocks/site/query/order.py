"""The order of what a query finds (`WP_Query::parse_orderby()`). Text is ordered as SQLite's NOCASE orders it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote_plus

from blocks.formatting import php
from blocks.formatting.php.chance import Chance
from blocks.site.query.search import folded
from blocks.site.query.variables import absint, is_scalar
from blocks.site.records import SitePost

Key = Callable[[SitePost], Any]

_KEYS: dict[str, Key] = {
    "name": lambda post: folded(post.name),
    "author": lambda post: post.author,
    "date": lambda post: post.date,
    "title": lambda post: php.encoded(folded(post.title)),
    "modified": lambda post: post.modified or post.date,
    "parent": lambda post: post.parent,
    "type": lambda post: post.type,
    "ID": lambda post: post.id,
    "menu_order": lambda post: post.menu_order,
    "comment_count": lambda post: post.comment_count,
}
_BY_LIST = ("post__in", "post_parent__in", "post_name__in")


def ordered(posts: list[SitePost], found: Mapping[str, Any], rank: Key | None) -> list[SitePost]:
    """The posts in the order that the variables ask for; `rank` is the relevance to a search.

    Posts that are equal in all that was asked for come as the database reads them, from an index of dates or one of
    authors; by ids where it joins the terms. (MySQL promises no order there; this is that of SQLite.)
    """
    given = found.get("orderby", "")
    keys = _asked(found)
    first = keys[0] if keys else (_KEYS["type"], False)
    if rank is not None and (php.is_empty(given) or given == "relevance"):
        keys = [(rank, False), *keys]
    alone = len(keys) == 1 and keys[0][1]
    if found.get("joined"):
        posts = sorted(posts, key=_KEYS["ID"], reverse=alone)
    else:
        by_date = first[0] is _KEYS["date"]
        posts = sorted(posts, key=_date_index if by_date else _author_index)
        if alone and (by_date or first[0] is _KEYS["author"]):
            posts.reverse()
    for key, backwards in reversed(keys):
        if key is _shuffle:
            Chance().shuffle(posts)
        else:
            posts = sorted(posts, key=key, reverse=backwards)
    return posts


def _date_index(post: SitePost) -> tuple[str, int]:
    return post.date, post.id


def _author_index(post: SitePost) -> tuple[str, str, int, int]:
    return post.type, post.status, post.author, post.id


def _shuffle(_post: SitePost) -> int:
    return 0


def _asked(found: Mapping[str, Any]) -> list[tuple[Key, bool]]:
    given, order = found.get("orderby", ""), found.get("order", "DESC")
    by_date = [(_KEYS["date"], _backwards(order))]
    if php.is_empty(given):
        return [] if given is False or php.is_array(given) else by_date
    if given == "none":
        return []
    if php.is_array(given):
        pairs = [(_key(unquote_plus(php.text(name)), found), _backwards(way)) for name, way in php.pairs(given)]
        return [(key, backwards) for key, backwards in pairs if key is not None]
    if not is_scalar(given):
        return by_date
    name = unquote_plus(php.text(given))
    if name in _BY_LIST or name == "rand":
        key = _key(name, found)
        return [(key, False)] if key is not None else by_date
    keys = [key for part in name.split(" ") if (key := _key(part, found)) is not None]
    return [(key, _backwards(order)) for key in keys] or by_date


def _backwards(order: Any) -> bool:
    return not (isinstance(order, str) and order.upper() == "ASC")


def _key(name: str, found: Mapping[str, Any]) -> Key | None:
    if name == "rand" or name.upper().startswith("RAND("):
        return _shuffle
    if name in _BY_LIST:
        return _place_in(name, found)
    meta = found.get("meta_key", "")
    if isinstance(meta, str) and meta:
        if name in ("meta_value", meta):
            return lambda post: php.text(post.meta.get(meta, ""))
        if name == "meta_value_num":
            return lambda post: php.floating(post.meta.get(meta, ""))
    plain = name.removeprefix("post_")
    return _KEYS.get(plain if name not in ("post_ID", "post_menu_order", "post_comment_count") else "")


def _place_in(name: str, found: Mapping[str, Any]) -> Key | None:
    """The place of a post in the list that the query names, 0 for one that is not in it (MySQL's `FIELD`)."""
    values = found[name]
    if not values:
        return None
    places: dict[Any, int] = {}
    for place, value in enumerate(values, 1):
        places.setdefault(php.text(value) if name == "post_name__in" else absint(value), place)
    if name == "post_name__in":
        return lambda post: places.get(post.name, 0)
    if name == "post_parent__in":
        return lambda post: places.get(post.parent, 0)
    return lambda post: places.get(post.id, 0)
