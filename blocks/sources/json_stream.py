"""JSON read item by item: of a list of any length, one item is held at a time.

The lists may stand one after the other, and in lists: pages of an answer that were saved into one file. The decoder is
Python's own; this finds where the items begin, and has it read each as soon as all of it is there.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from blocks.errors import SourceError
from blocks.sources.facts import Place
from blocks.sources.streams import LARGEST, in_words, some

_CHUNK: Final = 2**16
_DEEPEST: Final = 16  # lists that items stand in; pages of a list of pages are two
_NEAR: Final = 16  # characters before the end in which a value may be cut: `tru`, `\u00`
_BETWEEN: Final = re.compile(r"[\s,]*+")


class JsonItems:
    """The items of all lists in a stream, and the objects outside of any, each with its place.

    SourceError, in mid-iteration, where the text is no JSON, ends in the middle, or holds an item that is too large.
    `what` names what it should be, in the messages.
    """

    def __init__(self, stream: BinaryIO, source: str, what: str) -> None:
        self._stream = stream
        self._source = source
        self._what = what
        self._decode = codecs.getincrementaldecoder("utf-8-sig")()
        self._scan = json.JSONDecoder().raw_decode
        self._text = ""
        self._at = 0
        self._bytes_read = 0
        self._line = 1
        self._counted = 0  # the place in `_text` that `_line` is of
        self._before = 0  # characters of the line that `_text` begins in which stand before it
        self._is_complete = False
        self._bad_byte: str | None = None
        self._items = 0

    def __iter__(self) -> Iterator[tuple[Any, Place]]:
        depth = 0
        while (character := self._next()) is not None:
            if character == "[":
                depth += 1
                self._at += 1
                if depth > _DEEPEST:
                    raise SourceError(f"this is no {self._what}: the JSON of one is not nested that deep")
            elif character == "]":
                if not depth:
                    raise self._error(f"line {self._line_at(self._at)} has a `]` that closes nothing")
                depth -= 1
                self._at += 1
            else:
                self._items += 1
                line = self._line_at(self._at)
                yield self._item(), Place(source=self._source, item=self._items, line=line if line > 1 else None)
        if depth:
            raise self._cut(self._items)

    def _next(self) -> str | None:
        """The next character that is no blank and no comma; None at the end."""
        while True:
            match = _BETWEEN.match(self._text, self._at)
            self._at = match.end() if match is not None else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return None

    def _item(self) -> Any:
        while True:
            try:
                value, end = self._scan(self._text, self._at)
            except RecursionError:
                raise SourceError(f"this is no {self._what}: the JSON of one is not nested that deep") from None
            except json.JSONDecodeError as error:
                near_end = error.pos >= len(self._text) - _NEAR or error.msg.startswith("Unterminated string")
                if self._is_complete or not near_end:
                    raise self._wrong(error) from None
            except ValueError as error:  # a number of more digits than Python reads
                raise self._error(f"item {self._items}: {error}") from None
            else:
                if end < len(self._text) or self._is_complete or isinstance(value, dict):
                    self._at = end
                    return value
            self._more()

    def _more(self) -> bool:
        """Read on; False where nothing is left. Items that need more than there is make the next reads larger."""
        if self._bad_byte is not None:
            raise self._error(self._bad_byte)
        if self._is_complete:
            return False
        rest = len(self._text) - self._at
        if rest > LARGEST:
            raise SourceError(
                f"line {self._line_at(self._at)}: item {self._items} is longer than {in_words(LARGEST)}, which is too "
                "much for one post"
            )
        data = some(self._stream, max(_CHUNK, rest))
        self._is_complete = not data
        self._line_at(self._at)
        newline = self._text.rfind("\n", 0, self._at)
        self._before = self._at - newline - 1 if newline >= 0 else self._before + self._at
        self._text = self._text[self._at :] + self._decoded(data)
        self._at = self._counted = 0
        return not self._is_complete or self._bad_byte is not None or bool(self._text)

    def _decoded(self, data: bytes) -> str:
        before = self._bytes_read - len(self._decode.getstate()[0])
        self._bytes_read += len(data)
        try:
            return self._decode.decode(data, final=not data)
        except UnicodeDecodeError as error:
            self._bad_byte = (
                f"byte {before + error.start:,} is not UTF-8; find out the encoding, and convert it by iconv -t UTF-8"
            )
            self._is_complete = True
            return str(error.object[: error.start], "utf-8")

    def _wrong(self, error: json.JSONDecodeError) -> SourceError:
        """Why no value can be read, told as json tells it, but with the place in the whole input."""
        if self._bad_byte is not None:
            return self._error(self._bad_byte)
        if self._text[self._at] == "<":
            return self._error("it is HTML: a login page, or one that tells an error")
        if error.pos >= len(self._text.rstrip()) or error.msg.startswith("Unterminated string"):
            return self._cut(self._items - 1)
        newline = self._text.rfind("\n", 0, error.pos)
        column = error.pos - newline + (self._before if newline < 0 else 0)
        return self._error(f"{error.msg}: line {self._line_at(error.pos)} column {column}")

    def _cut(self, items: int) -> SourceError:
        behind = f", behind {items:,} whole items" if items > 0 else ""
        return self._error(f"it ends in the middle, in line {self._line_at(len(self._text))}{behind}")

    def _error(self, reason: str) -> SourceError:
        return SourceError(f"this is no {self._what}: it is not JSON ({reason})")

    def _line_at(self, place: int) -> int:
        """The number of the line that a place in what is held stands in; places come in order."""
        self._line += self._text.count("\n", self._counted, place)
        self._counted = place
        return self._line
