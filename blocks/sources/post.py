"""A post: a content, and what its source knows about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from blocks.model.document import Document
from blocks.model.registry import Registry
from blocks.syntax import parse

Origin = Literal["markup", "rendered"]


@dataclass(frozen=True, slots=True)
class Post:
    """A content and what its source knows about it; texts are decoded, dates as the source writes them.

    `origin` says what `content` is: block markup with its delimiters, or HTML that WordPress rendered already.
    """

    content: str | bytes
    origin: Origin = "markup"
    id: int | None = None
    slug: str | None = None
    title: str | None = None
    link: str | None = None
    date: str | None = None
    modified: str | None = None
    excerpt: str | None = None
    footnotes: str | None = None
    """The notes of the text as WordPress keeps them in the post's meta: JSON, a list of `id` and `content` (HTML)."""

    def parse(self, *, strict: bool = False, registry: Registry | None = None) -> Document:
        """The content as a document; see `blocks.parse`."""
        return parse(self.content, strict=strict, registry=registry)
