"""Which posts a query finds, terms and searches aside: types, states, ids, names, dates, authors, meta."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_plus

from blocks.formatting import php
from blocks.site.dates import read, week_of
from blocks.site.index import index
from blocks.site.people import may_read_private
from blocks.site.query.search import folded
from blocks.site.query.variables import absint, is_scalar, items
from blocks.site.records import SitePost
from blocks.site.site import Site
from blocks.site.statuses import STATUSES

Test = Callable[[SitePost], bool]


def dates(site: Site, found: dict[str, Any]) -> list[Test]:
    """By the parts of the date that the variables name."""
    tests: list[Test] = []
    month = found["m"]
    parts = [(0, 4, month[:4])]
    parts += [(5 + 3 * at, 7 + 3 * at, month[4 + 2 * at : 6 + 2 * at]) for at in range(5) if len(month) > 5 + 2 * at]
    if month:
        tests.extend(_at(start, end, php.integer(value)) for start, end, value in parts)
    for name, start, end in (("year", 0, 4), ("monthnum", 5, 7), ("day", 8, 10)):
        if found[name]:
            tests.append(_at(start, end, found[name]))
    for name, start, end in (("hour", 11, 13), ("minute", 14, 16), ("second", 17, 19)):
        if found[name] != "":
            tests.append(_at(start, end, found[name]))
    if found["w"]:
        start = php.integer(site.options["start_of_week"])
        tests.append(lambda post: _week(post.date, start) == found["w"])
    return tests


def _week(text: str, start_of_week: int) -> int:
    when = read(text)
    return -1 if when is None else week_of(when.date(), start_of_week)


def _at(start: int, end: int, value: int) -> Test:
    return lambda post: post.date[start:end].isdecimal() and int(post.date[start:end]) == value


def fields(site: Site, found: dict[str, Any], page: int | None) -> list[Test]:
    """By ids, names, parents and authors. `page` is the id that `pagename` was found to mean, 0 for none."""
    tests: list[Test] = []
    if found["menu_order"] != "":
        tests.append(lambda post: post.menu_order == found["menu_order"])
    if found["title"]:
        title = folded(found["title"])
        tests.append(lambda post: folded(post.title) == title)
    if found["name"]:
        name = found["name"].lower()
        tests.append(lambda post: post.name == name)
    elif found["pagename"]:
        tests.append(lambda post: post.id == page)
    elif found["attachment"]:
        slug = found["attachment"].rpartition("/")[2].lower()
        tests.append(lambda post: post.name == slug)
    elif found["post_name__in"]:
        names = {php.text(name) for name in found["post_name__in"]}
        tests.append(lambda post: post.name in names)
    tests.extend(_ids(found))
    tests.extend(_authors(site, found))
    return tests


def _ids(found: dict[str, Any]) -> list[Test]:
    tests: list[Test] = []
    wanted = found["attachment_id"] or found["p"]
    if wanted:
        tests.append(lambda post: post.id == wanted)
    else:
        _in(tests, found, "post__in", "post__not_in", lambda post: post.id)
    parent = found.get("post_parent", "")
    if php.is_numeric(parent):
        number = php.integer(parent)
        tests.append(lambda post: post.parent == number)
    else:
        _in(tests, found, "post_parent__in", "post_parent__not_in", lambda post: post.parent)
    return tests


def _in(tests: list[Test], found: dict[str, Any], some: str, none: str, key: Callable[[SitePost], int]) -> None:
    if found[some]:
        within = {absint(item) for item in found[some]}
        tests.append(lambda post: key(post) in within)
    elif found[none]:
        without = {absint(item) for item in found[none]}
        tests.append(lambda post: key(post) not in without)


def _authors(site: Site, found: dict[str, Any]) -> list[Test]:
    tests: list[Test] = []
    within, without = list(found["author__in"]), list(found["author__not_in"])
    if not php.is_empty(found["author"]):
        asked = sorted({php.integer(item) for item in re.split(r"[,\s]+", unquote_plus(found["author"]))})
        within.extend(item for item in asked if item > 0)
        without.extend(-item for item in asked if item <= 0)
        found["author"] = ",".join(map(str, asked))
    _in(tests, {"a": within if not without else [], "b": without}, "a", "b", lambda post: post.author)
    name = found["author_name"].rstrip("/").rpartition("/")[2].lower()
    if found["author_name"]:
        user = index(site).user(name)
        number = 0 if user is None else user.id
        found["author"] = str(number) if number else ""
        tests.append(lambda post: post.author == number)
    return tests


def various(found: dict[str, Any]) -> list[Test]:
    """By meta, password, comment state and MIME type."""
    tests: list[Test] = []
    key = found.get("meta_key", "")
    if isinstance(key, str) and key:
        tests.append(lambda post: key in post.meta)
        if is_scalar(found.get("meta_value", "")) and found.get("meta_value", "") != "":
            value = php.text(found["meta_value"])
            tests.append(lambda post: php.text(post.meta[key]) == value)
    if is_scalar(found.get("post_password")):
        tests.append(lambda post: post.password == php.text(found["post_password"]))
    elif "has_password" in found:
        tests.append(lambda post: bool(post.password) is php.is_true(found["has_password"]))
    states = [name for name in ("comment_status", "ping_status") if not php.is_empty(found.get(name, ""))]
    tests.extend(_equal(name, php.text(found[name])) for name in states)
    count = found.get("comment_count")
    if php.is_numeric(count):
        number = php.integer(count)
        tests.append(lambda post: post.comment_count == number)
    if not php.is_empty(found.get("post_mime_type", "")):
        kinds = [php.text(kind) for kind in items(found["post_mime_type"])]
        tests.append(lambda post: any(_is_mime(post.mime, kind) for kind in kinds))
    return tests


def _equal(name: str, value: str) -> Test:
    return lambda post: getattr(post, name) == value


def _is_mime(mime: str, kind: str) -> bool:
    return mime == kind or (kind.rstrip("/*") == mime.partition("/")[0] and "/" not in kind.rstrip("/*"))


def states(site: Site, found: dict[str, Any], kinds: list[str], singular: bool, user: int) -> Test:
    """By type and state: what the one who looks may see in a list."""
    types = frozenset(kinds)
    status = found.get("post_status", "")
    if not php.is_empty(status):
        asked = [php.text(item) for item in items(status)] if php.is_array(status) else php.text(status).split(",")
        if "any" in asked:
            hidden = {name for name, state in STATUSES.items() if state.hidden and name not in asked}
            return lambda post: post.type in types and post.status not in hidden
        chosen = frozenset(asked) & STATUSES.keys()
        return lambda post: post.type in types and (not chosen or post.status in chosen)
    if singular:
        return lambda post: post.type in types
    public = frozenset(name for name, state in STATUSES.items() if state.public)
    if not user:
        return lambda post: post.type in types and post.status in public
    reads = may_read_private(site, user)
    return lambda post: (
        post.type in types and (post.status in public or (post.status == "private" and (reads or post.author == user)))
    )
