"""A small site with posts of many kinds, and blocks drawn on it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import blocks
from blocks.site import MemorySite, RenderContext, SitePost, Term, User

NOW = datetime(2026, 2, 15, 12, tzinfo=UTC)
CONTENT = """<!-- wp:heading --><h2>Tide &amp; time</h2><!-- /wp:heading -->
<!-- wp:group --><div class="wp-block-group"><!-- wp:paragraph --><p>wait for</p><!-- /wp:paragraph -->
<!-- wp:list --><ul><!-- wp:list-item --><li>lost</li><!-- /wp:list-item --></ul><!-- /wp:list --></div><!-- /wp:group -->
<!-- wp:image --><figure><img title='b' src="/a.jpg" alt=x><figcaption>lost</figcaption></figure><!-- /wp:image -->
<!-- wp:paragraph --><p>no one.</p><!-- /wp:paragraph -->"""
POSTS = [
    SitePost(id=1, title="One", author=7, date="2025-03-01 10:00:00", content=CONTENT, terms={"category": (3, 2)}),
    SitePost(id=2, title="Two <i>x</i>", author=7, date="2025-04-01 10:00:00", modified="2025-05-01 10:00:00",
             excerpt="Written by hand.", terms={"category": (2,)}, meta={"_thumbnail_id": "20"}),
    SitePost(id=3, title="", author=8, date="2025-05-01 10:00:00"),
    SitePost(id=4, title="Locked", author=7, password="x", date="2025-06-01 10:00:00", content="secret"),
    SitePost(id=5, type="page", title="Page", author=0, date="2025-07-01 10:00:00"),
    SitePost(id=20, type="attachment", status="inherit", title="Sea", author=7, mime="image/jpeg", date="2025-01-01",
             meta={"_wp_attached_file": "sea.jpg", "_wp_attachment_image_alt": "The sea",
                   "_wp_attachment_metadata": {"width": 400, "height": 200, "file": "sea.jpg", "sizes": {}}}),
]  # fmt: skip
TERMS = [
    Term(id=2, name="Boats", slug="boats", count=2, description="All that <b>floats</b>"),
    Term(id=3, name="Anchors &amp; co", slug="anchors", parent=2, count=1),
    Term(id=4, name="Empty", slug="empty"),
]
USERS = [
    User(id=7, display_name="Ada", nicename="ada", email="ada@example.test", description="Sails <em>well</em>."),
    User(id=8, display_name="Bob", nicename="bob"),
]


def site(**options: Any) -> MemorySite:
    return MemorySite(options={"home": "http://example.test", **options}, posts=POSTS, terms=TERMS, users=USERS)


def drawn(name: str, inner: str | None = None, /, **attributes: Any) -> str:
    """The markup of a block."""
    said = json.dumps(attributes).replace("--", "\\u002d\\u002d").replace("<", "\\u003c").replace(">", "\\u003e")
    head = f"<!-- wp:{name} {said} " if attributes else f"<!-- wp:{name} "
    return f"{head}/-->" if inner is None else f"{head}-->{inner}<!-- /wp:{name} -->"


def html(markup: str, *, on: MemorySite | None = None, **request: Any) -> str:
    """What the server draws of it, for a request."""
    said = RenderContext(now=NOW, **request)
    return blocks.convert(markup, to="html", site=on or site(), request=said).output
