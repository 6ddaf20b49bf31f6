"""What the source knows about a post, as YAML in front of its Markdown.

Values are numbers, strings in double quotes and lists of both in brackets, which YAML 1.2 reads as JSON does; nothing
else has to be written, so no library is asked for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from blocks.sources import Author, Post, Term

_PUBLIC, _COMMON_TYPE = "publish", "post"
"""The status and the type that go without saying."""

# YAML 1.2.2, 5.1: what is not printable has to be escaped; JSON leaves it as it is.
_NOT_PRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def front_matter(post: Post) -> str:
    """The lines between `---`, with what is known of the post, and a blank line; nothing where nothing is known."""
    known = {name: value for name, value in _facts(post) if value is not None and value not in ("", [])}
    if not known:
        return ""
    return "".join(("---\n", *(f"{name}: {_value(value)}\n" for name, value in known.items()), "---\n\n"))


def _facts(post: Post) -> Iterator[tuple[str, str | int | list[str | int] | None]]:
    yield from (("title", post.title), ("id", post.id), ("slug", post.slug), ("link", post.link))
    yield "type", post.type if post.type != _COMMON_TYPE else None
    yield "status", post.status if post.status != _PUBLIC else None
    yield from (("date", post.date), ("modified", post.modified))
    yield "author", _named(post.author)
    for name, terms in (("categories", post.categories), ("tags", post.tags)):
        yield name, [found for term in terms if (found := _named(term)) is not None]
    picture = post.featured_media
    yield "featured_image", (picture.url or picture.id) if picture is not None else None
    yield "excerpt", post.excerpt


def _named(one: Author | Term | None) -> str | int | None:
    """The name of somebody or something, else the slug, else the id."""
    return (one.name or one.slug or one.id) if one is not None else None


def _value(value: str | int | list[str | int]) -> str:
    return f"[{', '.join(map(_scalar, value))}]" if isinstance(value, list) else _scalar(value)


def _scalar(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    text = json.dumps(value, ensure_ascii=False)
    return _NOT_PRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
