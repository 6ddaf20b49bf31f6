"""A stream of bytes through a window: what lies behind is let go, what is kept is bounded, lines are counted."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable
from typing import BinaryIO, Final

from blocks.sources.streams import LARGEST

_CHUNK: Final = 2**18
_MOST_AT_ONCE: Final = 2**23
_OVERLAP: Final = 512
"""Bytes that stay before the place reached, and that are looked at again: longer than any sign of the scanner."""


class Window:
    """Part of a stream: `data`, and in it `at`, the index reached.

    `hold()` keeps all from an index on, until `release()`; where that gets longer than `LARGEST`, it is let go and
    `is_too_long` says so. Indices in `data` hold until the next `more()`; `offset(index)` and `index(offset)` translate
    them to offsets in the stream, which always hold.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self.data = b""
        self.at = 0
        self.has_ended = False
        self.failure: str | None = None
        """Why the stream ended before its end: gzipped data that is cut short or broken."""
        self.is_garbage_behind = False
        """Whether `failure` is about what stands behind gzipped data, and not in it."""
        self.is_too_long = False
        self._held: int | None = None
        self._before = 0
        self._line = 1
        self._counted = 0

    def offset(self, index: int) -> int:
        """Where in the stream the byte at `index` stands."""
        return self._before + index

    def index(self, offset: int) -> int:
        """Where in `data` the byte at `offset` stands; 0 where it has been let go."""
        return max(0, offset - self._before)

    def line(self, index: int) -> int:
        """The line in which the byte at `index` stands, from 1."""
        if index >= self._counted:
            self._line += self.data.count(b"\n", self._counted, index)
        else:
            self._line -= self.data.count(b"\n", index, self._counted)
        self._counted = index
        return self._line

    def hold(self, index: int) -> None:
        """Keep all from `index` on."""
        self._held, self.is_too_long = self.offset(index), False

    def release(self, index: int) -> bytes:
        """What was held, up to `index`; empty where that was too long. Nothing is held from now on."""
        held = self._held
        self._held = None
        data = b"" if held is None else self.data[held - self._before : index]
        if len(data) > _MOST_AT_ONCE:
            self._let_go(max(0, self.at - _OVERLAP))
        return data

    def _let_go(self, index: int) -> None:
        """Forget what stands before `index`."""
        self.line(index)
        self.data = self.data[index:]
        self._before += index
        self._counted -= index
        self.at -= index

    def find(self, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """The next match from `at` on; None where there is none up to the end. Moves `at` to where it begins."""
        while True:
            match = pattern.search(self.data, self.at)
            # A match that touches the end may be part of a longer one.
            if match is not None and (match.end() < len(self.data) or self.has_ended):
                self.at = match.start()
                return match
            self.at = match.start() if match is not None else max(self.at, len(self.data) - _OVERLAP)
            if not self.more():
                if match is None:
                    self.at = len(self.data)
                    return None
                continue

    def skip_past(self, sign: bytes) -> bool:
        """Move `at` behind the next `sign`; False, and to the end, where there is none."""
        while (found := self.data.find(sign, self.at)) < 0:
            self.at = max(self.at, len(self.data) - len(sign) + 1)
            if not self.more():
                self.at = len(self.data)
                return False
        self.at = found + len(sign)
        return True

    def look_ahead(self, size: int) -> None:
        """See to it that `size` bytes follow `at`, or all that there are."""
        while len(self.data) - self.at < size and self.more():
            pass

    def more(self) -> bool:
        """Read on; False where nothing is left. What is neither held nor near `at` is let go."""
        if self.has_ended:
            return False
        if self._held is not None and len(self.data) - self.index(self._held) > LARGEST:
            self._held, self.is_too_long = None, True
        drop = max(0, self.at - _OVERLAP)
        if self._held is not None:
            drop = min(drop, self.index(self._held))
        self._let_go(drop)
        parts = self._parts(min(max(_CHUNK, len(self.data)), _MOST_AT_ONCE))
        self.data = b"".join((self.data, *parts))
        return bool(parts) or not self.has_ended

    def _parts(self, size: int) -> list[bytes]:
        parts: list[bytes] = []
        try:
            while size > 0:
                part = self._read(size)
                if not part:
                    self.has_ended = True
                    break
                parts.append(part)
                size -= len(part)
        except EOFError:
            self.has_ended, self.failure = True, "what is compressed in it is broken (it is cut short)"
        except (zlib.error, gzip.BadGzipFile) as error:
            self.has_ended, self.failure = True, f"what is compressed in it is broken ({error})"
            self.is_garbage_behind = str(error).startswith("Not a gzipped file")
        return parts
