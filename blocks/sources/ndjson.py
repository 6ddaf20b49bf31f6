"""NDJSON: a post on each line, as the REST API gives it, as wp-cli prints it, or as `post.to_json()` writes it.

A line that holds none does not stop those behind it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from blocks.errors import SourceError
from blocks.sources import rest, wpcli
from blocks.sources.facts import Place, SourceProblem
from blocks.sources.post import Post
from blocks.sources.records import from_record
from blocks.sources.streams import BOM, LARGEST, in_words, lines


def read(stream: BinaryIO) -> Iterator[Post | SourceProblem]:
    """The posts in `stream`; blank lines are passed over. SourceError where it is HTML."""
    for number, line in enumerate(lines(stream), 1):
        place = Place(source="ndjson", line=number)
        if line is None:
            yield SourceProblem(f"it is longer than {in_words(LARGEST)}, which is too much for one post", place)
        elif text := (line.removeprefix(BOM) if number == 1 else line).strip():
            if number == 1 and text[:1] == b"<":
                raise SourceError("these are no lines of JSON, but HTML: a login page, or one that tells an error")
            yield from _posts(text, place)


def _posts(text: bytes, place: Place) -> Iterator[Post | SourceProblem]:
    try:
        value = json.loads(text.decode())
    except UnicodeDecodeError as error:
        yield SourceProblem(f"byte {error.start + 1} of it is not UTF-8, as JSON has to be", place)
    except RecursionError:
        yield SourceProblem("this is no post: the JSON of one is not nested that deep", place)
    except json.JSONDecodeError as error:
        near_end = error.pos >= len(error.doc) or error.msg.startswith("Unterminated")
        cut = "; the line is cut short" if near_end and text[:1] in b"{[" else ""
        yield SourceProblem(f"this is no post: it is not JSON ({error.msg} at column {error.colno}){cut}", place)
    except ValueError as error:  # a number of more digits than Python reads
        yield SourceProblem(f"this is no post: {error}", place)
    else:
        items = value if isinstance(value, list) else [value]
        objects = [item for item in items if isinstance(item, dict)] if isinstance(value, list) else items
        for item in objects:
            yield from _post(item, place)
        if others := len(items) - len(objects):
            what = "an item that is no object" if others == 1 else f"{others:,} items that are no objects"
            yield SourceProblem(f"this is no post: the list in it holds {what}", place)


def _post(item: Any, place: Place) -> Iterator[Post | SourceProblem]:
    if isinstance(item, dict) and wpcli.CONTENT in item:
        yield wpcli.post_of(item, place)
    elif isinstance(item, dict) and isinstance(item.get("content"), str):
        yield from_record(item, place)
    elif isinstance(item, dict) and {"body", "words", "headings"} <= item.keys():
        yield SourceProblem(
            "this is a record of `--to ndjson`, which holds the text of a post and no markup; read the post itself",
            place,
        )
    else:
        yield from rest.posts_in(item, place)
