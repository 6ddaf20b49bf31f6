"""What a source tells about a post beside its content: who wrote it, its terms and pictures, where it was read.

Values that do not change. Texts are plain: tags are taken off and character references decoded. What a source does not
say is None, or empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote a post."""

    id: int | None = None
    name: str | None = None
    """The name that is displayed."""
    slug: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A category, a tag, or a term of any other taxonomy; often its id is all that is known."""

    id: int | None = None
    name: str | None = None
    slug: str | None = None
    taxonomy: str = "category"
    link: str | None = None
    parent: int | None = None
    """The id of the term above it; None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaSize:
    """One of the files of a picture: its address, and width and height in pixels."""

    url: str
    width: int | None = None
    height: int | None = None
    mime: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """An attachment: a picture, a film, a sound, a file."""

    id: int | None = None
    url: str | None = None
    """The address of the file itself, in full size."""
    alt: str | None = None
    caption: str | None = None
    title: str | None = None
    mime: str | None = None
    width: int | None = None
    """In pixels; so is `height`."""
    height: int | None = None
    sizes: Mapping[str, MediaSize] = field(default_factory=dict, hash=False)
    """By the name of the size: "thumbnail", "medium", "large" …"""
    post: int | None = None
    """The id of the post that it was uploaded to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in an input a post stands. `str(place)` is for people: "item 3", "line 7"."""

    source: str
    """The name of the source that read it."""
    item: int | None = None
    """Its number in the list or the file, from 1."""
    line: int | None = None
    """The line it begins in, from 1."""
    byte: int | None = None
    """The offset in the (unpacked) input, where only that is known."""
    file: str | None = None
    """The file in a folder, with slashes."""

    def __str__(self) -> str:
        known = [
            self.file,
            f"item {self.item}" if self.item is not None else None,
            f"line {self.line}" if self.line is not None else None,
            f"byte {self.byte:,}" if self.byte is not None else None,
        ]
        return ", ".join(part for part in known if part is not None)


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """One item of an input that cannot be read as a post. A source yields it in place of the post, and goes on.

    Of level "warning" it is what was left out of a post, which comes behind it.
    """

    message: str
    """One sentence: what is wrong, and what to do."""
    place: Place | None = None
    id: int | None = None
    """The id of the post, where that much could be read."""
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        where = str(self.place) if self.place is not None else ""
        known = f" (id {self.id})" if self.id is not None else ""
        return f"{where}{known}: {self.message}" if where else self.message
