"""The source `telegrams`: a file with a post on each line, `Title: text`."""

from collections.abc import Iterator
from html import escape
from typing import BinaryIO

from blocks import Paragraph, Post
from blocks.sources import Place, SourceProblem


def read(stream: BinaryIO) -> Iterator[Post | SourceProblem]:
    """A post for each line; one that has no title does not stop those behind it."""
    for number, line in enumerate(stream, 1):
        place = Place(source="telegrams", line=number)
        title, colon, text = line.decode("utf-8", "replace").strip().partition(": ")
        if colon:
            yield Post(Paragraph(content=escape(text)).markup, title=title, slug=title.lower(), source=place)
        elif title:
            yield SourceProblem("a telegram has a title, `: ` and its text", place)
