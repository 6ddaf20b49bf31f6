"""Streams of any length, made while they are read."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any


class Pieces(io.RawIOBase):
    """The bytes of `pieces`, one behind the other, at most `size` of them at a time."""

    def __init__(self, pieces: Iterable[bytes], size: int = 2**16) -> None:
        self._pieces = iter(pieces)
        self._piece = b""
        self._size = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._piece:
            self._piece = next(self._pieces, b"")
        some = self._piece[: min(len(buffer), self._size)]
        self._piece = self._piece[len(some) :]
        buffer[: len(some)] = some
        return len(some)


def stream(pieces: Iterable[bytes], size: int = 2**16) -> io.BufferedReader:
    """The pieces as a stream."""
    return io.BufferedReader(Pieces(pieces, size), 16)
