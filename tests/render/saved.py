"""A site, and what the server makes of markup on it, for the tests of saved blocks."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import blocks
from blocks.site import MemorySite, RenderContext, SitePost
from blocks.theme import Theme

NOW = datetime(2026, 2, 15, 12, tzinfo=UTC)
META = {"width": 800, "height": 600, "file": "2026/01/lake.jpg", "sizes": {}}
NOTES = '[{"content":"See <em>Moby</em>.","id":"n1"},{"id":"n2"}]'
SITE = MemorySite(
    options={"home": "http://example.test"},
    posts=[
        SitePost(id=1, title="Lakes", meta={"_thumbnail_id": "5", "footnotes": NOTES}),
        SitePost(id=2, title="Bare"),
        SitePost(id=3, title="Locked", password="x", meta={"footnotes": NOTES}),
        SitePost(id=4, title="Broken", meta={"footnotes": "[{"}),
        SitePost(
            id=5,
            type="attachment",
            mime="image/jpeg",
            meta={
                "_wp_attached_file": "2026/01/lake.jpg",
                "_wp_attachment_metadata": META,
                "_wp_attachment_image_alt": " A <b>lake</b> ",
            },
        ),
        SitePost(
            id=6, type="attachment", mime="video/mp4", meta={"_wp_attachment_metadata": {"width": 640, "height": 360}}
        ),
    ],
)
URL = "http://example.test/wp-content/uploads/2026/01/lake.jpg"


def converted(markup: str, post: int = 0, theme: Theme | None = None) -> blocks.Result:
    request = RenderContext(post=post, now=NOW)
    return blocks.convert(markup, to="html", site=SITE, request=request, theme_json=theme or Theme.block())


def html(markup: str, post: int = 0) -> str:
    return converted(markup, post).output


def block(name: str, markup: str, attributes: dict[str, Any] | None = None) -> str:
    said = f"{json.dumps(attributes)} " if attributes else ""
    return f"<!-- wp:{name} {said}-->{markup}<!-- /wp:{name} -->"
