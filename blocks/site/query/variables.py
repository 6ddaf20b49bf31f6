"""Query variables as `WP_Query` reads them: names, casts, and lists of ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from blocks.formatting import php

LISTS = frozenset(
    (
        "category__in",
        "category__not_in",
        "category__and",
        "post__in",
        "post__not_in",
        "post_name__in",
        "tag__in",
        "tag__not_in",
        "tag__and",
        "tag_slug__in",
        "tag_slug__and",
        "post_parent__in",
        "post_parent__not_in",
        "author__in",
        "author__not_in",
    )
)
_NUMBERS = ("page_id", "year", "monthnum", "day", "w", "paged", "attachment_id")
_TRIMMED = ("pagename", "name", "title", "attachment", "author_name", "tag", "category_name", "error", "feed")
_CLOCK = ("hour", "minute", "second", "menu_order")
_NOT_IDS = re.compile(r"[^0-9,-]")
_BETWEEN = re.compile(r"[,\s]+")

# The longest search that WordPress makes, in bytes.
_LONGEST_SEARCH = 1600


def is_scalar(value: Any) -> bool:
    """`is_scalar( $value )`."""
    return isinstance(value, (str, int, float))


def absint(value: Any) -> int:
    """`absint( $value )`."""
    return abs(php.integer(value))


def ids(value: Any) -> list[int]:
    """The ids of a list, or the one id, each once, in their order (`array_map( 'absint', array_unique( … ) )`)."""
    found = php.values(value) if php.is_array(value) or isinstance(value, tuple) else [value]
    return list(dict.fromkeys(absint(item) for item in found))


def id_list(value: Any) -> list[int]:
    """The ids of a list, or of a string with commas or blanks between them (`wp_parse_id_list()`)."""
    if isinstance(value, str):
        value = [item for item in _BETWEEN.split(value) if item]
    return ids(value)


def items(value: Any) -> list[Any]:
    """`(array) $value`, its values."""
    if value is None:
        return []
    if isinstance(value, tuple):
        return list(value)
    return php.values(value) if php.is_array(value) else [value]


def filled(query: Mapping[str, Any]) -> dict[str, Any]:
    """The variables of a query with the casts of `WP_Query::parse_query`; `error` is `404` where `p` is no id."""
    found: dict[str, Any] = {name: value for name, value in query.items() if value is not None}
    for name in LISTS:
        found[name] = items(found.get(name))
    for name in _NUMBERS:
        value = found.get(name, "")
        found[name] = absint(value) if is_scalar(value) else 0
    for name in _TRIMMED:
        value = found.get(name, "")
        if name in ("tag", "category_name") and php.is_array(value):
            value = ",".join(php.text(item) for item in php.values(value))
        found[name] = php.trim(php.text(value)) if is_scalar(value) else ""
    for name in _CLOCK:
        value = found.get(name, "")
        found[name] = absint(value) if is_scalar(value) and value not in {"", False} else ""
    wanted = found.get("p", "")
    found["p"] = php.integer(wanted) if is_scalar(wanted) else -1
    if found["p"] < 0:
        found["p"], found["error"] = 0, "404"
    author = found.get("author", "")
    found["author"] = _NOT_IDS.sub("", php.text(author)) if is_scalar(author) else ""
    month = found.get("m", "")
    found["m"] = re.sub(r"[^0-9]", "", php.text(month)) if is_scalar(month) else ""
    category = found.get("cat", "")
    found["cat"] = _NOT_IDS.sub("", ",".join(php.text(item) for item in items(category)))
    search = found.get("s", "")
    found["s"] = php.text(search) if is_scalar(search) else ""
    if php.length(found["s"]) > _LONGEST_SEARCH:
        found["s"] = ""
    return found
