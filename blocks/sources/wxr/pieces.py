"""An export file cut into pieces: the elements of its channel, one by one, each item by itself.

Cutting by the bytes, before any XML is read, keeps what is wrong with one item in that item, and memory at one item.
An element ends at its closing tag outside CDATA sections and comments. An `<item>` outside of them always begins an
item: items never stand inside anything but the channel, so one that is still open has lost its end. So has one whose
CDATA section runs on into the next item, which shows where the section ends: another element than its own is closed.

Nothing is looked at more than twice, so the time is linear whatever the bytes are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from blocks.errors import SourceError
from blocks.sources.streams import BOM, LARGEST, in_words
from blocks.sources.wxr.window import Window

_NAME: Final = rb"[A-Za-z_][\w:.-]{0,199}+"
_BEGINNING: Final = re.compile(rb"<(?:!--|!DOCTYPE|\?|" + _NAME + rb"(?=[\s/>]))")
_IN_CHANNEL: Final = re.compile(rb"<(?:!\[CDATA\[|!--|\?|(/?)(" + _NAME + rb")(?=[\s/>]))")
_IN_ITEM: Final = re.compile(rb"<(?:!\[CDATA\[|!--|item(?=[\s/>])|/item\s{0,99}+>)")
_IN_ELEMENT: Final = re.compile(rb"<(?:!\[CDATA\[|!--|item(?=[\s/>])|/(" + _NAME + rb")\s{0,99}+>)")
_WHOLE_ITEM: Final = re.compile(
    rb"<item(?=[\s>])(?:[^<]*+<(?:(?!!|/item[\s>])|!\[CDATA\[[^\]]*+(?:\](?!\]>)[^\]]*+)*+\]\]>))*+[^<]*+</item\s{0,99}+>"
)
"""An item without comments, of which the closing tag is the first outside CDATA sections."""

_CLOSING_TAG: Final = re.compile(rb"\s{0,99}+</(" + _NAME + rb")\s{0,99}+>")
_TAG_END: Final = re.compile(rb">")
_SUBSET_OR_END: Final = re.compile(rb"[\[>]")
_END_OF_SUBSET: Final = re.compile(rb"\]\s{0,99}+>|<!ENTITY|<rss[\s>]")
_ENCODING: Final = re.compile(rb"""<\?xml\s[^>]{0,99}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")

_LONGEST_HEAD: Final = 2**20
"""Bytes before the root element, and of a start tag."""

_AROUND: Final = 256
_ENDS: Final = {b"<![CDATA[": b"]]>", b"<!--": b"-->", b"<?": b"?>"}


@dataclass(frozen=True, slots=True)
class Piece:
    """An element of the channel, or the start tag of `rss`, as bytes."""

    name: bytes
    data: bytes
    line: int
    """Where it begins, from 1."""
    byte: int
    number: int = 0
    """Of an item: its number in the file, from 1."""
    fault: str = ""
    """Why it is not whole; empty where it is."""
    is_last: bool = False
    """Whether the file ends in the middle of it."""


class Pieces:
    """The pieces of one export file, in order. `encoding` is what the file says of itself, once it has been begun.

    Iterating raises SourceError where the stream does not begin as an XML file whose root is `rss`, or declares
    entities. A piece of the name "" comes last where the file does not come to its end.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.encoding = "utf-8"
        self._window = Window(stream)
        self._items = 0
        self._is_cut = False

    def __iter__(self) -> Iterator[Piece]:
        window = self._window
        self._begin()
        is_closed = False
        while (match := window.find(_IN_CHANNEL)) is not None:
            name = match[2]
            if name is None:
                window.skip_past(_ENDS[match[0]])
            elif match[1]:
                window.at = match.end()
                if name == b"item":
                    self._items += 1
                    yield self._piece(name, window.at, fault="this item has no beginning")
                is_closed = is_closed or name == b"rss"
            elif name == b"channel":
                window.at = match.end()
            elif name == b"rss":
                is_closed = False
                yield self._start_tag(match.start())
            else:
                yield self._element(name, match.start())
        if is_closed and window.failure is not None and not window.is_garbage_behind:
            yield self._piece(b"", window.at, window.failure)
        elif not (is_closed or self._is_cut):
            yield self._piece(
                b"", window.at, f"{self._failure} in the middle, line {window.line(window.at):,}, before </rss>"
            )

    def _begin(self) -> None:
        """Move to the root element."""
        window = self._window
        window.look_ahead(_AROUND)
        if window.data.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):
            raise SourceError("this is no WXR file: it is UTF-16; save it as UTF-8 (iconv -f UTF-16 -t UTF-8)")
        declared = _ENCODING.match(window.data.removeprefix(BOM).lstrip()[:_AROUND])
        if declared is not None:
            self.encoding = declared[1].decode("ascii").lower()
        other = ""
        while (match := window.find(_BEGINNING)) is not None and window.offset(window.at) < _LONGEST_HEAD:
            if match[0] in _ENDS:
                window.skip_past(_ENDS[match[0]])
            elif match[0] == b"<!DOCTYPE":
                self._skip_doctype()
            elif match[0] == b"<rss":
                return
            else:  # messages of PHP may stand before the file itself
                other = other or match[0][1:].decode("ascii")
                window.at = match.end()
        seen = f", it begins with <{other:.40}>" if other else ""
        raise SourceError(f"this is no WXR file: it has no root element <rss>{seen}{self._because()}")

    def _skip_doctype(self) -> None:
        """A file may have a document type; one that declares entities of its own is refused."""
        window = self._window
        end = window.find(_SUBSET_OR_END)
        if end is None:
            return
        window.at = end.end()
        if end[0] == b"[":
            found = window.find(_END_OF_SUBSET)
            if found is not None and found[0] == b"<!ENTITY":
                raise SourceError("this is no WXR file: it declares entities, which WordPress never does")
            if found is not None and not found[0].startswith(b"<"):
                window.at = found.end()

    def _because(self) -> str:
        return f"; {self._window.failure}" if self._window.failure is not None else ""

    def _start_tag(self, start: int) -> Piece:
        """The start tag of `rss`, with its namespaces."""
        window = self._window
        line, byte = window.line(start), window.offset(start)
        window.hold(start)
        found = window.find(_TAG_END)
        if found is None or window.offset(window.at) - byte > _LONGEST_HEAD:
            raise SourceError("this is no WXR file: the start tag of <rss> has no end" + self._because())
        window.at = found.end()
        return Piece(b"rss", window.release(window.at), line, byte)

    def _piece(self, name: bytes, index: int, fault: str) -> Piece:
        """A piece that is not there."""
        window = self._window
        return Piece(name, b"", window.line(index), window.offset(index), self._items, fault)

    def _element(self, name: bytes, start: int) -> Piece:
        """The element that begins at `start`, up to where it ends or the next item begins."""
        window = self._window
        is_item = name == b"item"
        self._items += is_item
        line, byte = window.line(start), window.offset(start)
        window.hold(start)
        fault = "" if is_item and self._is_whole_item() else self._to_end(name, is_item)
        data = window.release(window.at)
        if window.is_too_long:
            fault = f"{called(name)} is longer than {in_words(LARGEST)}, which is too much for one post"
        return Piece(name, data, line, byte, self._items if is_item else 0, fault, self._is_cut)

    def _is_whole_item(self) -> bool:
        """Move behind the item that begins here, where it is whole and no `<item` is in it: as nearly all are."""
        window = self._window
        for _ in range(2):
            following = window.data.find(b"<item", window.at + 1)
            limit = following if following >= 0 else len(window.data)
            match = _WHOLE_ITEM.match(window.data, window.at, limit)
            if match is not None:
                window.at = match.end()
                return True
            if following >= 0 or not window.more():
                return False
        return False

    def _to_end(self, name: bytes, is_item: bool) -> str:
        """Move behind the element that begins here; what is wrong with it, or nothing."""
        window = self._window
        window.at += len(name) + 1
        tag_end = window.find(_TAG_END)
        if tag_end is None:
            return self._cut(name)
        window.at = tag_end.end()
        if window.data[tag_end.start() - 1 : tag_end.start()] == b"/":
            return ""
        signs = _IN_ITEM if is_item else _IN_ELEMENT
        while (match := window.find(signs)) is not None:
            sign = match[0]
            if sign == b"<![CDATA[":
                if not self._skip_cdata():
                    return f"{called(name)} has no end: another item begins in a CDATA section of it"
            elif sign == b"<!--":
                window.skip_past(b"-->")
            elif sign == b"<item":
                return f"{called(name)} has no end: another item begins"
            elif is_item or match[1] == name:
                window.at = match.end()
                return ""
            else:
                window.at = match.end()
        return self._cut(name)

    def _cut(self, name: bytes) -> str:
        self._is_cut = True
        return f"{self._failure} in the middle of {called(name)}"

    @property
    def _failure(self) -> str:
        return f"{self._window.failure}; it ends" if self._window.failure else "the file is cut short; it ends"

    def _skip_cdata(self) -> bool:
        """Move behind the CDATA sections that begin here; False, and to the next item, where they run on into it."""
        window = self._window
        name = self._element_before()
        first = window.offset(window.at)
        while True:
            last = window.offset(window.at)
            if not window.skip_past(b"]]>"):
                return True
            window.look_ahead(_AROUND)
            data, at = window.data, window.at
            if data.startswith(b"</" + name + b">", at):
                return not (
                    data.find(b"<item", window.index(last), at) >= 0 and self._resume(window.index(last), at, name)
                )
            if not data.startswith(b"<![CDATA[", at):
                break
        closed = _CLOSING_TAG.match(data, at)
        return not (name and closed is not None and closed[1] != name and self._resume(window.index(first), at))

    def _element_before(self) -> bytes:
        """The name of the element whose start tag stands right before `at`; empty where none does."""
        before = self._window.data[max(0, self._window.at - _AROUND) : self._window.at].rstrip()
        if not before.endswith(b">"):
            return b""
        tag = before[before.rfind(b"<") + 1 : -1].split(None, 1)
        return tag[0] if tag and tag[0][:1] not in b"/!?" else b""

    def _resume(self, start: int, end: int, name: bytes = b"") -> bool:
        """Move to the last `<item>` between two indices; with `name`, to one that such an element begins in, if any."""
        data, place = self._window.data, end
        while (place := data.rfind(b"<item", start, place)) >= 0:
            if data[place + 5 : place + 6] in (b">", b" ", b"\t", b"\r", b"\n"):
                if name and data.find(b"<" + name + b"><![CDATA[", place, end) < 0:
                    return False
                self._window.at = place
                return True
        return False


def called(name: bytes) -> str:
    """What messages call an element."""
    return "this item" if name == b"item" else f"<{name.decode('ascii')}>"
