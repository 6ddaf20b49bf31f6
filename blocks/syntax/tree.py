"""Delimiters → nodes: one loop with a stack, and WordPress's recovery (`WP_Block_Parser::proceed()`).

- Any closer closes the innermost open block.
- From a closer that closes nothing, the rest of the text, with the HTML right before it, is one piece of HTML.
- Blocks still open at the end become top-level blocks, innermost first, each with the rest of the text behind what it
  already held, and each after the HTML that stood right before its opener. Such nodes overlap; as they hold places
  and not copies, that costs nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from blocks.model.block import Block, Freeform
from blocks.model.delimiter import OPENER, VOID, Delimiter
from blocks.model.node import node_at
from blocks.model.source import Source
from blocks.syntax.scan import Delimiters

_new = object.__new__

OpenBlock = tuple[int, Delimiter, int, list[Block]]
"""A block whose closer has not come: where its opener begins, what that says, where the HTML right before it begins,
and the list that the block will join. (A bare tuple, for one is made for every block.)"""


class Tree(NamedTuple):
    """The top-level nodes, and `overlap` as `Document` takes it."""

    nodes: tuple[Block, ...]
    overlap: tuple[int, int] | None


def build(source: Source, found: Delimiters) -> Tree:
    """The tree of a text, from the delimiters in it."""
    nodes: list[Block] = []
    siblings = nodes
    stack: list[OpenBlock] = []
    position = 0
    children: tuple[Block, ...]
    for start, delimiter in found:
        end = start + delimiter.length
        kind = delimiter.kind
        if kind is OPENER:
            stack.append((start, delimiter, position, siblings))
            siblings = []
            position = end
            continue
        if kind is VOID:
            block_start, opener, html_start, inner_end, children = start, delimiter, position, end, ()
        elif stack:
            inner_end, children = start, tuple(siblings)
            block_start, opener, html_start, siblings = stack.pop()
        else:
            nodes.append(html(source, position, len(source.text)))
            return Tree(tuple(nodes), None)
        if not stack and html_start < block_start:
            nodes.append(html(source, html_start, block_start))
        node = _new(opener.block_type)  # node_at() written out: the call alone takes a fifth of this loop
        node._source = source
        node._delimiter = opener
        node._start = block_start
        node._inner_end = inner_end
        node._end = end
        node._children = children
        node._nested = bool(stack)
        node._parts = None
        siblings.append(node)
        position = end
    if stack:
        return with_unclosed(source, nodes, stack, siblings)
    if position < len(source.text):
        nodes.append(html(source, position, len(source.text)))
    return Tree(tuple(nodes), None)


def with_unclosed(source: Source, nodes: list[Block], stack: list[OpenBlock], inside: list[Block]) -> Tree:
    """The tree of a text that ends while blocks are open, `inside` being what the innermost holds."""
    end = len(source.text)
    overlap = (len(nodes), stack[0][2]) if len(stack) > 1 else None
    top = list(nodes)
    while stack:
        start, opener, html_start, siblings = stack.pop()
        if html_start < start:
            top.append(html(source, html_start, start))
        top.append(node_at(opener.block_type, source, opener, start, end, end, tuple(inside), False))
        inside = siblings
    return Tree(tuple(top), overlap)


def html(source: Source, start: int, end: int) -> Freeform:
    """HTML that stands outside every block."""
    return node_at(Freeform, source, None, start, end, end)
