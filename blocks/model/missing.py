"""The markup of a block that the editor does not know, as it keeps it (`serializeRawBlock()` of @wordpress/blocks)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blocks.fragment.javascript import BLANKS
from blocks.model import attributes as attribute_json
from blocks.model.delimiter import Spelling

if TYPE_CHECKING:
    from blocks.model.block import Block

_SPELLING = Spelling()
_NEWLINES = re.compile("\n+")


def original_content(block: Block, *, delimited: bool) -> str:
    """The block as the editor writes it without knowing it: each piece of its content on a line of its own.

    `delimited` with its delimiters and those of the blocks inside it.
    """
    out: list[str] = []
    # One frame a block: it, its pieces still to come, how many came, and where its content begins in `out`.
    stack = [_Frame(block, 0)]
    while stack:
        frame = stack[-1]
        piece = next(frame.pieces, None)
        if piece is None:
            stack.pop()
            _close(frame, out, delimited=delimited)
            continue
        if frame.has_pieces:
            out.append("\n")
        frame.has_pieces = True
        if isinstance(piece, str):
            out.append(piece)
        else:
            stack.append(_Frame(piece, len(out)))
    return _NEWLINES.sub("\n", "".join(out))


class _Frame:
    __slots__ = ("block", "has_pieces", "pieces", "start")

    def __init__(self, block: Block, start: int) -> None:
        self.block = block
        self.pieces: Iterator[str | Block] = iter(block.parts)
        self.has_pieces = False
        self.start = start


def _close(frame: _Frame, out: list[str], *, delimited: bool) -> None:
    """Trim the content of a block, which is the end of `out`, and put its delimiters around it."""
    while len(out) > frame.start and not (last := out[-1].rstrip(BLANKS)):
        out.pop()
    if len(out) > frame.start:
        out[-1] = last
    first = frame.start
    while first < len(out) and not (rest := out[first].lstrip(BLANKS)):
        out[first] = ""
        first += 1
    if first < len(out):
        out[first] = rest
    block = frame.block
    if not delimited or block.delimiter is None:
        return
    name = block.delimiter.name
    said = block.said
    attributes = attribute_json.write_as_javascript(said) + " " if said else ""
    if first == len(out):
        out.append(_SPELLING.void(name, attributes))
    else:
        out[first] = f"{_SPELLING.opener(name, attributes)}\n{out[first]}"
        out.append(f"\n{_SPELLING.closer(name)}")
