"""A text that is one post: block markup, the HTML that WordPress rendered, or the content of a classic post."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from blocks.sources.facts import Place
from blocks.sources.post import Post
from blocks.sources.streams import BOM, whole


def read(stream: BinaryIO) -> Iterator[Post]:
    """One post, whose content is all the bytes of `stream`. SourceError where they are too many for one."""
    yield Post(whole(stream, "this text"), source=Place(source="markup"))


def read_rendered(stream: BinaryIO) -> Iterator[Post]:
    """One post of HTML that WordPress rendered."""
    content = whole(stream, "this HTML").removeprefix(BOM)
    yield Post(content, origin="rendered", source=Place(source="html"))


def read_classic(stream: BinaryIO) -> Iterator[Post]:
    """One post as the classic editor saved it."""
    content = whole(stream, "this text").removeprefix(BOM)
    yield Post(content, origin="classic", source=Place(source="classic"))
