"""The structure of `parse_blocks()` back to a document: from memory, or from JSON that PHP or this package wrote."""

from __future__ import annotations

import json
import reprlib
from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, cast

from blocks.errors import SourceError
from blocks.library import core_registry
from blocks.model import attributes as attribute_json
from blocks.model.block import Block, Freeform
from blocks.model.delimiter import OPENER, VOID, Delimiter, full_name, is_block_name
from blocks.model.document import Document
from blocks.model.node import node_at
from blocks.model.registry import Registry
from blocks.model.source import Source
from blocks.sources import facts
from blocks.sources.post import Post
from blocks.sources.streams import BOM, whole
from blocks.syntax import Parser
from blocks.syntax.grammar import wordpress_grammar


def read(stream: BinaryIO) -> Iterator[Post]:
    """One post, written as `serialize_blocks()` writes the blocks in `stream`. SourceError where they are none."""
    try:
        blocks = json.loads(whole(stream, "this JSON").removeprefix(BOM))
    except RecursionError:
        raise SourceError(
            "this JSON is nested deeper than Python's decoder goes; decode it by another, and hand the blocks to "
            "from_wordpress()"
        ) from None
    except ValueError as error:
        raise SourceError(f"this is no structure of parse_blocks(): it is not JSON ({error})") from None
    yield Post(from_wordpress(blocks).serialize(canonical=True), source=facts.Place(source="wordpress"))


def from_wordpress(blocks: Sequence[Mapping[str, Any]], *, registry: Registry | None = None) -> Document:
    """The document whose `to_wordpress()` is `blocks`, for blocks as `parse_blocks()` answers them.

    `blocks` is a list of blocks with blockName, attrs, innerBlocks and innerContent. The text is written as
    `serialize_blocks()` writes it; pieces of HTML next to each other become one, and attributes that JSON cannot spell
    (an infinite float) null. Raises SourceError where a block lacks one of those keys or has something else in it, or
    a name that is no block's; the message says which block.
    """
    return _Writer(core_registry() if registry is None else registry).document(blocks)


Place = tuple[Any, int]
"""Where a block stands: the place of the block around it, or None, and its number there."""

Writing = Generator[tuple[Any, Place], Block, Block]


class _Writer:
    """Writes the text of a document and places nodes in it, without recursion."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        parser = Parser(wordpress_grammar(), registry)
        self._spelling = parser.spelling
        self._source = Source("", parser)
        self._out: list[str] = []
        self._length = 0

    def document(self, blocks: Any) -> Document:
        if not _is_list(blocks):
            raise SourceError(f"from_wordpress() takes the list that parse_blocks() answers, not {_shown(blocks)}")
        nodes = tuple(
            self._run(self._block(block, (None, index), nested=False)) for index, block in enumerate(blocks, 1)
        )
        self._source.text = "".join(self._out)
        return Document(self._source, nodes)

    def _run(self, writing: Writing) -> Block:
        """Run `writing`, and what it asks for, to its end."""
        stack = [writing]
        node: Any = None
        while stack:
            try:
                block, place = stack[-1].send(node)
            except StopIteration as finished:
                stack.pop()
                node = finished.value
            else:
                stack.append(self._block(block, place, nested=True))
                node = None
        return cast("Block", node)

    def _block(self, block: Any, place: Place, nested: bool) -> Writing:
        """Write one block; asks for each block inside it by yielding it with its place."""
        name, attributes, inner_blocks, content = _checked(block, place)
        start = self._length
        if name is None:
            self._write(*(piece for piece in content if piece is not None))
            return node_at(Freeform, self._source, None, start, self._length, self._length)
        name = full_name(name)
        raw = _written(attributes, place)
        spelled = "" if raw is None or raw == "null" else raw
        text = self._spelling.opener(name, spelled) if content else self._spelling.void(name, spelled)
        delimiter = Delimiter(text, OPENER if content else VOID, name, raw, self._registry.type_of(name))
        self._write(text)
        children: list[Block] = []
        for piece in content:
            if piece is None:
                index = len(children)
                children.append((yield inner_blocks[index], (place, index + 1)))
            else:
                self._write(piece)
        inner_end = self._length
        if content:
            self._write(self._spelling.closer(name))
        return node_at(
            delimiter.block_type, self._source, delimiter, start, inner_end, self._length, tuple(children), nested
        )

    def _write(self, *texts: str) -> None:
        for text in texts:
            self._out.append(text)
            self._length += len(text)


def _written(attributes: dict[str, Any] | None, place: Place) -> str | None:
    """The JSON text of the attributes; None where there are none, and "null" for null."""
    if attributes == {}:
        return None
    try:
        text = attribute_json.write(attributes)
    except TypeError as error:
        raise SourceError(f"{_spelled(place)}: {error}") from None
    return f"{text} " if text and attributes is not None else "null"


def _checked(block: Any, place: Place) -> tuple[str | None, dict[str, Any] | None, Sequence[Any], Sequence[str | None]]:
    """Name, attributes, inner blocks and inner content of a block, or SourceError where they are not that."""
    if not isinstance(block, Mapping):
        raise SourceError(f"{_spelled(place)} is no block: {_shown(block)}")
    missing = [key for key in ("blockName", "attrs", "innerBlocks", "innerContent") if key not in block]
    if missing:
        raise SourceError(f"{_spelled(place)} is no block: it lacks {', '.join(missing)}")
    name, attributes = block["blockName"], block["attrs"]
    inner_blocks, content = block["innerBlocks"], block["innerContent"]
    if isinstance(name, str) and not is_block_name(full_name(name)):
        raise SourceError(
            f"{_spelled(place)}: {_shown(name)} is no block's name; one is lower case, with or without a namespace: "
            "'paragraph', 'my-plugin/book'"
        )
    if not (name is None or isinstance(name, str)):
        raise SourceError(f"{_spelled(place)}: blockName is a string or null, not {_shown(name)}")
    if _is_list(attributes):
        attributes = {str(index): value for index, value in enumerate(attributes)}  # PHP's spelling of {"0": …}
    if isinstance(attributes, Mapping):
        attributes = dict(attributes)
    if not (attributes is None or isinstance(attributes, dict)):
        raise SourceError(f"{_spelled(place)}: attrs is an object or null, not {_shown(attributes)}")
    if not _is_list(content) or not all(piece is None or isinstance(piece, str) for piece in content):
        raise SourceError(f"{_spelled(place)}: innerContent is a list of strings and nulls, not {_shown(content)}")
    if not _is_list(inner_blocks) or len(inner_blocks) != sum(piece is None for piece in content):
        raise SourceError(f"{_spelled(place)}: innerBlocks holds as many blocks as innerContent holds nulls")
    return name, attributes, inner_blocks, content


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def _shown(value: Any) -> str:
    text = reprlib.repr(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _spelled(place: Place) -> str:
    """`block 2, inner block 1`; of a place deep inside, its last five steps."""
    steps: list[str] = []
    around: Any = place
    while around is not None and len(steps) < 5:
        around, number = around
        steps.append(f"inner block {number}" if around is not None else f"block {number}")
    if around is not None:
        steps.append("…")
    return ", ".join(reversed(steps))
