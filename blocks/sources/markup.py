"""Block markup itself: the whole text is one post."""

from __future__ import annotations

from blocks.sources.post import Post


def read(data: bytes) -> list[Post]:
    """One post, whose content is `data`."""
    return [Post(data)]
