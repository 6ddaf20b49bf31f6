"""A small site that the tests of this folder ask."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from blocks.site import Comment, MemorySite, SitePost, Term, User

NOW = datetime(2024, 3, 10, 12, 0, 0, tzinfo=UTC)

PHOTO: dict[str, Any] = {
    "width": 1600,
    "height": 1200,
    "file": "2024/03/pier.jpg",
    "sizes": {
        "medium": {"file": "pier-300x225.jpg", "width": 300, "height": 225, "mime-type": "image/jpeg"},
        "thumbnail": {"file": "pier-150x150.jpg", "width": 150, "height": 150, "mime-type": "image/jpeg"},
        "large": {"file": "pier-1024x768.jpg", "width": 1024, "height": 768, "mime-type": "image/jpeg"},
    },
}


def post(id: int, **fields: Any) -> SitePost:
    return SitePost(**{"id": id, "author": 1, "date": f"2024-03-{id:02} 10:00:00", **fields})


def harbour(**options: Any) -> MemorySite:
    """The site, with options of one's own."""
    return MemorySite(
        options={"home": "http://harbour.test", **options},
        users=[
            User(id=1, login="ann", nicename="ann", display_name="Ann", email="Ann@Harbour.test "),
            User(id=2, login="bob", nicename="bob", display_name="Bob"),
        ],
        terms=[
            Term(id=1, name="News", slug="news", count=2),
            Term(id=2, name="boats", slug="boats", count=1),
            Term(id=3, name="Dinghies", slug="dinghies", parent=2, count=1),
            Term(id=4, name="Empty", slug="empty"),
            Term(id=5, name="Wet", slug="wet", taxonomy="post_tag", count=1),
            Term(id=6, name="Video", slug="post-format-video", taxonomy="post_format", count=1),
        ],
        posts=[
            post(1, title="Storm & rain", name="storm", terms={"category": (1,), "post_tag": (5,)}, comment_count=3),
            post(2, title="Ebb", name="ebb", terms={"category": (1, 3)}, password="key"),
            post(3, title="Flow", name="flow", terms={"category": (2,), "post_format": (6,)}, status="private"),
            post(4, title="Later", name="later", status="future", date="2030-01-01 10:00:00"),
            post(10, type="page", title="Crew", name="crew", menu_order=2),
            post(11, type="page", title="Cook", name="cook", parent=10),
            post(12, type="page", title="About", name="about", menu_order=1),
            post(
                20,
                type="attachment",
                status="inherit",
                title="Pier",
                name="pier",
                mime="image/jpeg",
                meta={
                    "_wp_attached_file": "2024/03/pier.jpg",
                    "_wp_attachment_metadata": PHOTO,
                    "_wp_attachment_image_alt": 'The "pier"',
                },
            ),
            post(21, type="attachment", status="inherit", name="song", meta={"_wp_attached_file": "2024/03/song.mp3"}),
        ],
        comments=[
            Comment(id=1, post=1, author="Cy", email="cy@a.test", url="http://cy.test", date="2024-03-02 10:00:00"),
            Comment(id=2, post=1, parent=1, author="Di", date="2024-03-03 10:00:00"),
            Comment(id=3, post=1, author="", date="2024-03-02 09:00:00", user=2),
            Comment(id=4, post=1, author="Ed", date="2024-03-04 10:00:00", approved="0", user=2),
            Comment(id=5, post=1, parent=2, author="Fy", date="2024-03-05 10:00:00", type="pingback"),
        ],
    )
