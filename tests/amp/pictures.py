"""A site with pictures, and tags and blocks that show them, for the tests of AMP's pictures."""

from __future__ import annotations

from typing import Any

import blocks
from blocks.fragment import Token, tokens
from blocks.model.block import Block
from blocks.site import MemorySite, SitePost

UPLOADS = "https://example.com/wp-content/uploads/2026/01"


def attachment(id: int, file: str, width: Any, height: Any, **more: Any) -> SitePost:
    meta = {"width": width, "height": height, "file": file, **more}
    return SitePost(id=id, type="attachment", mime="image/jpeg",
                    meta={"_wp_attached_file": file, "_wp_attachment_metadata": meta})  # fmt: skip


SIZES = {
    "medium": {"file": "lake-300x201.jpg", "width": 300, "height": 201},
    "square": {"file": "lake-square.jpg", "width": 600, "height": 600},
    "broken": {"file": "lake-broken.jpg", "width": "x", "height": None},
    "odd": "no size",
}
SITE = MemorySite(
    options={"home": "https://example.com", "siteurl": "http://www.example.com"},
    posts=[
        SitePost(id=1, title="No attachment"),
        attachment(5, "2026/01/lake.jpg", 1200, 800, sizes=SIZES),
        attachment(6, "2026/01/peak-scaled.jpg", 2560, 1707, original_image="peak.jpg", sizes=[]),
        attachment(7, "2026/01/a b-1024x768.jpg", 640, 480),
        attachment(8, "2026/01/film.mp4", 1280, 720),
        SitePost(id=9, type="attachment", meta={"_wp_attachment_metadata": {"width": -3, "height": 10**40}}),
        SitePost(id=10, type="attachment", mime="image/png", source_url="https://cdn.example.net/up/far.png",
                 meta={"_wp_attachment_metadata": {"width": 90, "height": 60}}),
    ],
)  # fmt: skip


def img(attributes: str) -> Token:
    return next(tokens(f"<img {attributes}>"))


def block(name: str, attributes: str) -> Block:
    return blocks.parse(f"<!-- wp:{name} {attributes} /-->").children[0]
