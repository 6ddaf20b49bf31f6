"""Export files that can be read twice: their posts know the pictures that stand further on in the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, Final

from blocks.errors import SourceError
from blocks.sources.facts import SourceProblem
from blocks.sources.post import Post
from blocks.sources.streams import LARGEST
from blocks.sources.wxr.posts import Index, index, read

_GZIP: Final = b"\x1f\x8b"


def read_file(stream: BinaryIO, path: str | os.PathLike[str]) -> Iterator[Post | SourceProblem]:
    """The items of the export file at `path`, which `stream` has open, as posts; see `read()`.

    A file of at most 64 MiB, not gzipped, is gone over once before, for the attachments: that takes two thirds of the
    time of reading it, a second or two at most, and 2 kB of memory for each of them. Others are read once.
    """
    yield from read(stream, index=_indexed(Path(path)))


def _indexed(path: Path) -> Index | None:
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode) or status.st_size > LARGEST:
            return None
        with path.open("rb") as file:
            if file.read(len(_GZIP)) == _GZIP:
                return None
            file.seek(0)
            return index([file])
    except (OSError, SourceError):  # which reading it tells
        return None
