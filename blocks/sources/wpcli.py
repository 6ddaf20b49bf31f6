"""Posts as wp-cli prints them: `wp post list` and `wp post get`, with `--format=json` or `--format=csv`.

    wp post list --post_type=any --format=json --fields=ID,post_title,post_name,post_status,post_type,post_content

Values are those of the database's table. Of the fields, `post_content` has to be there, which `wp post list` prints
only where it is named. CSV is as PHP writes it, in which a `"` behind a backslash is not doubled.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO, Final

from blocks.errors import SourceError
from blocks.sources.facts import Author, Media, Place, SourceProblem
from blocks.sources.json_stream import JsonItems
from blocks.sources.post import Post
from blocks.sources.streams import BOM, LARGEST, in_words, lines, looked_at
from blocks.sources.values import id_of, kind_of_content, number, plain, text

CONTENT: Final = "post_content"
_END: Final = "\0end of the file\0"
"""Stands behind the last line, so that one sees whether the quotes are closed there."""

_PAIRS: Final = ["Field", "Value"]
"""The columns in which `wp post get` prints one post, a line for each field."""

# A quote that PHP did not double, for it stands behind a backslash; but not one that ends a value.
_UNDOUBLED: Final = re.compile(rb'\\"(?!"|,|\r?\n|\Z)')
_GUARDED: Final = re.compile(r"'[=+\-@\t\r]")
"""How a value begins that wp-cli guards from being read as a formula."""


def read(stream: BinaryIO) -> Iterator[Post | SourceProblem]:
    """The posts in `stream`. SourceError where it is neither JSON nor CSV with a column `post_content`."""
    beginning, stream = looked_at(stream, 4096)
    if beginning.removeprefix(BOM).lstrip()[:1] in (b"[", b"{"):
        for value, place in JsonItems(stream, "wp-cli", "post of wp-cli"):
            yield post_of(value, place)
    else:
        yield from _rows(stream)


def post_of(row: Any, place: Place) -> Post | SourceProblem:
    """The post that a row of `wp post list` is, or the object of `wp post get`."""
    if not isinstance(row, dict) or not isinstance(row.get(CONTENT), str):
        known = id_of(row.get("ID")) if isinstance(row, dict) else None
        return SourceProblem(
            f"this is no post of wp-cli: it has no {CONTENT}. Name it: wp post list --format=json "
            f"--fields=ID,post_title,post_name,post_status,post_type,{CONTENT}",
            place,
            known,
        )
    content, kind = row[CONTENT], text(row.get("post_type"))
    author = id_of(row.get("post_author"))
    thumbnail = id_of(row.get("_thumbnail_id"))
    return Post(
        content,
        origin=kind_of_content(content, kind),
        id=id_of(row.get("ID")),
        type=kind,
        status=text(row.get("post_status")),
        password_protected=bool(text(row.get("post_password"))),
        slug=text(row.get("post_name")),
        title=plain(row.get("post_title")),
        link=text(row.get("url")),
        date=_date(row.get("post_date")),
        date_gmt=_date(row.get("post_date_gmt")),
        modified=_date(row.get("post_modified")),
        modified_gmt=_date(row.get("post_modified_gmt")),
        excerpt=plain(row.get("post_excerpt")),
        author=Author(id=author) if author is not None else None,
        featured_media=Media(id=thumbnail) if thumbnail is not None else None,
        parent=id_of(row.get("post_parent")),
        menu_order=number(row.get("menu_order")),
        template=text(row.get("page_template")),
        comment_status=text(row.get("comment_status")),
        ping_status=text(row.get("ping_status")),
        footnotes=text(row.get("footnotes")),
        source=place,
    )


def _date(value: object) -> str | None:
    """A date; None where there is none, for which the database has zeros, as in the `post_date_gmt` of drafts."""
    found = text(value)
    return None if found is None or found.startswith("0000-00-00") else found


def is_header(line: bytes) -> bool:
    """Whether a line is the first one of such CSV."""
    names = [part.strip(b' "\r\n') for part in line.removeprefix(BOM).split(b",")]
    return (CONTENT.encode() in names and len(names) > 1) or names == [b"Field", b"Value"]


def _rows(stream: BinaryIO) -> Iterator[Post | SourceProblem]:
    if csv.field_size_limit() < LARGEST:
        csv.field_size_limit(LARGEST)  # of the whole process, so it is never made smaller
    reading = _Lines(stream)
    rows = csv.reader(reading)
    try:
        header = next(rows, None)
        if header is None or (CONTENT not in header and header != _PAIRS):
            raise SourceError(
                "this is no post of wp-cli: it is neither JSON nor CSV that begins with the names of fields, "
                f"{CONTENT} among them (wp post list --format=csv --fields=ID,post_title,post_content)"
            )
        if header == _PAIRS:
            pairs = {row[0]: _value(row[1]) for row, _ in _numbered(rows, reading) if len(row) == 2}
            yield post_of(pairs, Place(source="wp-cli", item=1))
            return
        for row, place in _numbered(rows, reading):
            if row[-1].endswith(_END):
                yield SourceProblem("this row is cut short: the file ends inside its quotes", place)
            elif len(row) != len(header):
                yield SourceProblem(f"this row has {len(row)} values, and there are {len(header)} fields", place)
            else:
                yield post_of(dict(zip(header, map(_value, row), strict=True)), place)
    except csv.Error as error:
        raise SourceError(f"line {reading.number}: this is no CSV of wp-cli ({error})") from None


def _numbered(rows: Iterator[list[str]], reading: _Lines) -> Iterator[tuple[list[str], Place]]:
    item = 0
    while True:
        line = reading.number + 1
        reading.begin_row()
        row = next(rows, [_END])
        if row == [_END]:
            return
        if row:
            item += 1
            yield row, Place(source="wp-cli", item=item, line=line)


def _value(value: str) -> str:
    return value[1:] if _GUARDED.match(value) else value


class _Lines:
    """The lines of CSV as PHP writes it, spelled as Python's csv reads it. SourceError where they are not UTF-8."""

    def __init__(self, stream: BinaryIO) -> None:
        first = stream.readline(LARGEST).removeprefix(BOM)
        self._lines = chain([first] if first else [], lines(stream), [_END.encode()])
        self.number = 0
        self._row = 1
        self._size = 0

    def begin_row(self) -> None:
        """Say that a row begins behind the lines that were read."""
        self._row = self.number + 1
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        self._size += len(line) if line is not None else 0
        if line is None or self._size > LARGEST:
            raise SourceError(
                f"line {self._row}: it is longer than {in_words(LARGEST)}, which is too much for one post"
            )
        try:
            return (_UNDOUBLED.sub(rb'\\""', line) if b"\\" in line else line).decode()
        except UnicodeDecodeError as error:
            raise SourceError(
                f"line {self.number}: byte {error.start + 1} of it is not UTF-8; find out the encoding of the file and "
                "convert it (iconv -t UTF-8)"
            ) from None
