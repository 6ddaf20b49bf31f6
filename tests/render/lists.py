"""A site with posts and terms, and blocks drawn on it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import blocks
from blocks.site import MemorySite, RenderContext, SitePost, Taxonomy, Term, User
from blocks.theme import Theme

NOW = datetime(2026, 2, 15, 12, tzinfo=UTC)
HOME = "http://example.test"


def post(id: int, date: str, **fields: Any) -> SitePost:
    return SitePost(**{"id": id, "title": f"Post {id}", "author": 1, "date": f"{date} 10:00:00", **fields})


POSTS = [
    post(1, "2026-02-03", title='Ebb & "flow"', terms={"category": (1,)}),
    post(2, "2026-01-07", title="", terms={"category": (3,)}, author=2),
    post(3, "2026-01-05", title="Anchor", content="word " * 60, terms={"category": (3, 1)}),
    post(4, "2024-12-31", title="Locked", password="key", content="secret"),
    post(5, "2027-01-01", status="future"),
]
TERMS = [
    Term(id=1, name="News & more", slug="news", count=2),
    Term(id=2, name="Boats", slug="boats"),
    Term(id=3, name="Dinghies", slug="dinghies", parent=2, count=2),
    Term(id=4, name="Empty", slug="empty"),
    Term(id=5, name="Tag 10", slug="a10", taxonomy="post_tag", count=1),
    Term(id=6, name="tag 2", slug="a2", taxonomy="post_tag", count=9),
    Term(id=7, name="rare", slug="rare", taxonomy="shelf", count=1),
]
USERS = [User(id=1, display_name="Ann"), User(id=2, display_name="")]


def site(**more: Any) -> MemorySite:
    options = {"home": HOME, **more.pop("options", {})}
    shelf = Taxonomy(name="shelf", label="Shelves", singular="Shelf", query_var="on")
    said: dict[str, Any] = {"posts": POSTS, "terms": TERMS, "users": USERS, "taxonomies": [shelf]}
    return MemorySite(**{**said, **more, "options": options})


def converted(markup: str, place: MemorySite | None, theme_json: Theme | None = None, **request: Any) -> blocks.Result:
    said = RenderContext(now=NOW, **request)
    return blocks.convert(markup, to="html", site=place, request=said, theme_json=theme_json or Theme.block())


def html(name: str, attributes: str = "{}", place: MemorySite | None = None, **request: Any) -> str:
    return converted(f"<!-- wp:{name} {attributes} /-->", place or site(), **request).output
