"""Inputs as streams of bytes: opened, unpacked, looked at without losing what was read, and read by the line."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, cast

from blocks.errors import SourceError

BOM: Final = b"\xef\xbb\xbf"
"""The mark that some programs put before UTF-8."""

LARGEST: Final = 64 * 2**20
"""Bytes of one post, or of one line: what WordPress's database takes in one go by default, and all that is kept."""

LOOKED_AT: Final = 2**20
"""Bytes at the beginning of an input that tell which source it is of."""

_GZIP: Final = b"\x1f\x8b"
_CHUNK: Final = 2**16
_MOST: Final = 2**18  # bytes that are asked for at once: streams make room for all of them


class _Joined(io.RawIOBase):
    """Bytes that were read already, and what is left of the stream behind them."""

    def __init__(self, beginning: bytes, rest: BinaryIO) -> None:
        self._beginning = memoryview(beginning)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._beginning:
            data = getattr(self._rest, "read1", self._rest.read)(min(len(buffer), _MOST))
        else:
            data = bytes(self._beginning[: len(buffer)])
            self._beginning = self._beginning[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def open_file(path: str | os.PathLike[str]) -> BinaryIO:
    """A file, open for reading. SourceError, naming it, where that cannot be."""
    try:
        return Path(path).open("rb")
    except FileNotFoundError:
        raise SourceError(f"there is no file {path}") from None
    except IsADirectoryError:
        raise SourceError(f"{path} is a folder; name the files in it, such as {Path(path) / '*.html'}") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from None


@contextmanager
def unpacked(stream: BinaryIO) -> Iterator[BinaryIO]:
    """A stream, unpacked where it is gzipped. SourceError for what goes wrong while it is read in the `with` block."""
    try:
        yield _unpacked(stream)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        reason = "is cut short" if isinstance(error, EOFError) else f"is broken ({error})"
        raise SourceError(f"the gzipped data {reason}; fetch the file again") from None
    except OSError as error:
        raise SourceError(f"it cannot be read: {error.strerror or error}") from None


def _unpacked(stream: BinaryIO) -> BinaryIO:
    beginning = some(stream, len(_GZIP))
    joined = _joined(beginning, stream)
    return cast("BinaryIO", gzip.GzipFile(fileobj=joined)) if beginning == _GZIP else joined


def looked_at(stream: BinaryIO, size: int = LOOKED_AT) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and a stream that still has them."""
    beginning = some(stream, size)
    return beginning, _joined(beginning, stream)


def some(stream: BinaryIO, size: int) -> bytes:
    """`size` bytes, or all where there are less. Of gzipped data that is broken, what comes before; then it raises."""
    read = getattr(stream, "read1", stream.read)
    parts: list[bytes] = []
    try:
        while size > 0 and (part := read(min(size, _MOST))):
            parts.append(part)
            size -= len(part)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        if not parts:
            raise
    return b"".join(parts)


def _joined(beginning: bytes, stream: BinaryIO) -> BinaryIO:
    return io.BufferedReader(_Joined(beginning, stream), _CHUNK)


def whole(stream: BinaryIO, what: str) -> bytes:
    """All that a stream holds, `what` it should be. SourceError where that is too much for one post."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise SourceError(f"{what} is longer than {in_words(LARGEST)}, which is too much for one post")
    return data


def lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream with their ends; None for one that is longer than `LARGEST`, which is passed over."""
    while line := stream.readline(LARGEST + 1):
        if len(line) <= LARGEST:
            yield line
            continue
        yield None  # before the rest is passed over: whoever stops here does not wait for it
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)


def in_words(size: int) -> str:
    """A size of many bytes, for people."""
    return f"{size // 2**20} MiB"
