"""Posts of the WordPress REST API (`/wp/v2/posts`), one object or a list, as JSON.

`content.raw` (`context=edit`, with a login) is block markup; the public API gives `content.rendered` alone, which is
HTML without delimiters.
"""

from __future__ import annotations

import json
from typing import Any

from blocks.errors import SourceError
from blocks.fragment import RichText
from blocks.sources.post import Post


def read(data: bytes) -> list[Post]:
    """The posts in `data`. SourceError where it is no JSON, or an item has no content."""
    try:
        value = json.loads(data)
    except RecursionError:
        raise SourceError("this is no REST post: the JSON of one is not nested that deep") from None
    except ValueError as error:
        raise SourceError(f"this is no REST post: it is not JSON ({error})") from None
    items = value if isinstance(value, list) else [value]
    return [_post(item, f"item {index} of {len(items)}") for index, item in enumerate(items, 1)]


def _post(item: Any, place: str) -> Post:
    content = item.get("content") if isinstance(item, dict) else None
    if not isinstance(content, dict):
        content = {}
    raw, rendered = _string(content.get("raw")), _string(content.get("rendered"))
    if raw is None and rendered is None:
        known = f" (id {item['id']})" if isinstance(item, dict) and isinstance(item.get("id"), int) else ""
        raise SourceError(
            f"{place}{known} is no REST post: it has neither content.raw nor content.rendered. A post is what "
            "/wp-json/wp/v2/posts/ID answers, or a list of such; `_fields`, where asked for, has to name content"
        )
    return Post(
        content=raw if raw is not None else rendered or "",
        origin="rendered" if raw is None else "markup",
        id=item.get("id") if isinstance(item.get("id"), int) else None,
        slug=_string(item.get("slug")) or None,
        title=_plain(item.get("title")),
        link=_string(item.get("link")) or None,
        date=_string(item.get("date")) or None,
        modified=_string(item.get("modified")) or None,
        excerpt=_plain(item.get("excerpt")),
        footnotes=_string(meta.get("footnotes")) or None if isinstance(meta := item.get("meta"), dict) else None,
    )


def _plain(value: Any) -> str | None:
    """The text of a `{"rendered": html}` or `{"raw": …}` object, tags taken off and character references decoded."""
    if isinstance(value, dict):
        rendered = value.get("rendered")
        value = rendered if isinstance(rendered, str) else value.get("raw")
    return RichText(value).text.strip() if isinstance(value, str) else None


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None
