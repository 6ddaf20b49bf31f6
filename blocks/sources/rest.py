"""Posts of the WordPress REST API (`/wp/v2/posts`, `/pages`, `/blocks`, `/templates` …), as JSON.

One post, a list, lists one after the other or in a list (pages of an answer saved into one file), and answers in an
envelope (`_envelope`). `content.raw` (`context=edit`, with a login) is what the editor saved; the public API gives
`content.rendered` alone, which is HTML without delimiters. `rest_facts.py` reads the rest of an item.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from blocks.sources.facts import Place, SourceProblem
from blocks.sources.json_stream import JsonItems
from blocks.sources.post import Post
from blocks.sources.rest_facts import facts_of
from blocks.sources.values import id_of, kind_of_content, plain

_HOW: Final = (
    "A post is what /wp-json/wp/v2/posts/ID answers, or a list of such; `_fields`, where asked for, has to name content"
)

# What the API answers beside posts, told by keys that nothing else has.
_OTHERS: Final = (
    (("media_type", "source_url"), "an attachment (of /media)"),
    (("author_name", "post"), "a comment"),
    (("taxonomy", "slug"), "a term (a category, a tag, a menu …)"),
    (("avatar_urls", "name"), "a user"),
    (("menu_order", "menus"), "an item of a classic menu"),
    (("namespaces", "routes"), "the index of the API"),
)


def read(stream: BinaryIO) -> Iterator[Post | SourceProblem]:
    """The posts in `stream`. SourceError where it is no JSON, or ends in the middle."""
    for value, place in JsonItems(stream, "rest", "REST post"):
        yield from posts_in(value, place)


def posts_in(value: Any, place: Place) -> Iterator[Post | SourceProblem]:
    """The post that an item is, or those in the envelope or the list that it is."""
    if isinstance(value, dict) and "body" in value and "status" in value and "headers" in value:
        value = value["body"]
    for item in value if isinstance(value, list) else (value,):
        yield post_of(item, place)


def post_of(item: Any, place: Place) -> Post | SourceProblem:
    """The post that an object of the API is."""
    content = item.get("content") if isinstance(item, dict) else None
    if not isinstance(content, dict):
        content = {}
    raw, rendered = content.get("raw"), content.get("rendered")
    is_raw = isinstance(raw, str)
    text = raw if is_raw else rendered
    if not isinstance(text, str):
        return SourceProblem(_why_none(item), place, id_of(item.get("id")) if isinstance(item, dict) else None)
    kind = item.get("type") if isinstance(item.get("type"), str) else None
    return Post(
        text,
        origin=kind_of_content(text, kind) if is_raw else "rendered",
        password_protected=content.get("protected") is True or bool(item.get("password")),
        source=place,
        **facts_of(item),
    )


def error_in(value: Any) -> str | None:
    """What the API says where it answers an error and no post: `{"code": …, "message": …, "data": …}`."""
    if not isinstance(value, dict) or not isinstance(value.get("code"), str) or "content" in value:
        return None
    message = plain(value.get("message"))
    return f"{message.rstrip('.')} ({value['code']})" if message else None


def _why_none(item: Any) -> str:
    if message := error_in(item):
        return f"this is no REST post but an error that the API answered: {message}"
    if isinstance(item, dict) and "content" not in item:
        for keys, what in _OTHERS:
            if all(key in item for key in keys):
                return f"this is no REST post but {what}"
    return f"this is no REST post: it has neither content.raw nor content.rendered. {_HOW}"
