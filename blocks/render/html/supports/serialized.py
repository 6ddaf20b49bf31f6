"""A block as PHP's `serialize()` writes its array from `parse_blocks()`; the hashes of blocks are made of that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from blocks.formatting import php
from blocks.model.block import Block
from blocks.render.html.block import ServerBlock

if TYPE_CHECKING:
    from blocks.render.html.server import Server

_INT = b"i:%d;"

# What a byte costs that is hashed, in the measure of `Server.count_read()`: each block hashes all that is inside it.
_COST_OF_A_BYTE = 10


def block_hash(block: ServerBlock, server: Server, *, with_parent_layout: bool = False) -> str:
    """The MD5 hash, in hexadecimal, of a block with the blocks inside it (`md5( serialize( $parsed_block ) )`).

    With the layout around it, it is the block as filters on its output see it.
    """
    data = b"".join(_pieces(block, server))
    if with_parent_layout and block.parent_layout is not None:
        added = b's:12:"parentLayout";' + php.serialized(block.parent_layout) + b"}"
        data = b"a:6" + data.removeprefix(b"a:5")[:-1] + added
    server.count_read(_COST_OF_A_BYTE * len(data))
    return php.md5(data)


def _pieces(block: ServerBlock, server: Server) -> Iterator[bytes]:
    stack: list[Iterator[bytes | Block | ServerBlock]] = [iter((block,))]
    while stack:
        for piece in stack[-1]:
            if isinstance(piece, bytes):
                yield piece
            else:
                stack.append(_array(piece, server))
                break
        else:
            stack.pop()


def _array(block: Block | ServerBlock, server: Server) -> Iterator[bytes | Block | ServerBlock]:
    """One block's array, with the blocks inside it for what they are."""
    node = block.node if isinstance(block, ServerBlock) else block
    parts = list(block.parts if isinstance(block, ServerBlock) else block.inner_content)
    if node is not None and node.is_nested and not node.is_void and (not parts or not isinstance(parts[-1], str)):
        parts.append("")  # WordPress always records the last piece of a block inside a block
    name = block.name if isinstance(block, ServerBlock) else block.block_name
    attrs: Any = block.attrs if isinstance(block, ServerBlock) else server.attrs_of(block)
    if not attrs and node is not None and node.attributes is None:
        attrs = None  # no JSON: PHP's json_decode() gives null
    inner = [part for part in parts if not isinstance(part, str)]
    html = "".join(part for part in parts if isinstance(part, str))
    layout = block.parent_layout if isinstance(block, ServerBlock) and block.knows_parent_layout else None
    yield b'a:%d:{s:9:"blockName";' % (5 if layout is None else 6) + php.serialized(name)
    yield b's:5:"attrs";' + php.serialized(attrs)
    yield b's:11:"innerBlocks";a:%d:{' % len(inner)
    for index, one in enumerate(inner):
        yield _INT % index
        # WordPress hashes blocks inside as they were parsed, whatever became of those that are rendered again.
        yield one.fresh() if isinstance(one, ServerBlock) and one.is_drawn_again else one
    yield b'}s:9:"innerHTML";' + php.serialized(html)
    content = [part if isinstance(part, str) else None for part in parts]
    yield b's:12:"innerContent";' + php.serialized(content)
    yield b"}" if layout is None else b's:12:"parentLayout";' + php.serialized(layout) + b"}"
