"""The reference engine: Lark's own LALR parser on the rules of the grammar, one token a delimiter or piece of HTML.

It builds the tree that tree.py builds, and knows what a text without mistakes would have had in the place of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from lark import Lark, Transformer
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from blocks.model.block import Block
from blocks.model.delimiter import CLOSER, OPENER, VOID, Delimiter
from blocks.model.node import node_at
from blocks.model.source import Source
from blocks.syntax.grammar import Grammar
from blocks.syntax.scan import Delimiters
from blocks.syntax.tree import OpenBlock, Tree, html, with_unclosed

_TERMINALS = {OPENER: "OPENER", CLOSER: "CLOSER", VOID: "VOID"}


class _Token:
    """A token as lean as Lark's parser takes one; it makes its `$END` out of the last one's place."""

    __slots__ = ("delimiter", "end", "source", "start", "type")

    line = column = start_pos = end_line = end_column = end_pos = None

    def __init__(self, kind: str, source: Source, start: int, end: int, delimiter: Delimiter | None) -> None:
        self.type = kind
        self.source = source
        self.start = start
        self.end = end
        self.delimiter = delimiter


class _Scanned(NamedTuple):
    """What the parser is given to read: a source and the delimiters in it."""

    source: Source
    found: Delimiters


class _ScanLexer(Lexer):
    """Hands the delimiters that scan() found to Lark, with the HTML between them."""

    __future_interface__ = 2

    def __init__(self, lexer_conf: Any) -> None:
        pass

    def lex(self, lexer_state: Any, _parser_state: Any) -> Iterator[Any]:
        source, found = lexer_state.text
        position = 0
        for start, delimiter in found:
            if position < start:
                yield _Token("HTML", source, position, start, None)
            position = start + delimiter.length
            yield _Token(_TERMINALS[delimiter.kind], source, start, position, delimiter)
        if position < len(source.text):
            yield _Token("HTML", source, position, len(source.text), None)


class _Unclosed(NamedTuple):
    """A block open at the end: its opener, what it holds, and the block open inside it."""

    opener: Any
    items: list[Any]
    inner: _Unclosed | None


class _Stray(NamedTuple):
    start: int


class Items:
    """What Lark puts in place of the rule `_items` in the rule above it; its own Tree knows more, and takes longer."""

    __slots__ = ("children",)

    def __init__(self, children: list[Any]) -> None:
        self.children = children


class _Builder(Transformer[Any, Any]):
    """Makes nodes as Lark reduces; the methods bear the names of terminals and rules."""

    _items = Items

    def VOID(self, token: Any) -> Block:  # noqa: N802
        delimiter = token.delimiter
        node: Block = node_at(delimiter.block_type, token.source, delimiter, token.start, token.end, token.end)
        return node

    def block(self, parts: list[Any]) -> Block:
        opener, closer = parts[0], parts[-1]
        node: Block = node_at(
            opener.delimiter.block_type,
            opener.source,
            opener.delimiter,
            opener.start,
            closer.start,
            closer.end,
            _children(parts),
        )
        return node

    def unclosed(self, parts: list[Any]) -> _Unclosed:
        opener, *items = parts
        inner = items.pop() if items and isinstance(items[-1], _Unclosed) else None
        return _Unclosed(opener, items, inner)

    def stray(self, parts: list[Any]) -> _Stray:
        return _Stray(parts[0].start)

    def document(self, parts: list[Any]) -> list[Any]:
        return parts


def build(source: Source, found: Delimiters, grammar: Grammar) -> Tree:
    """The tree of a text, from the delimiters in it."""
    scanned: Any = _Scanned(source, found)
    items: Any = _parser(grammar).parse(scanned, start="document")
    ending = items.pop() if items and isinstance(items[-1], _Unclosed | _Stray) else None
    nodes = [item if isinstance(item, Block) else html(source, item.start, item.end) for item in items]
    if isinstance(ending, _Unclosed):
        if items and not isinstance(items[-1], Block):
            nodes.pop()  # the HTML right before the first open block; with_unclosed() puts it there
        return _with_unclosed(source, nodes, items, ending)
    if isinstance(ending, _Stray):
        start = ending.start
        if items and not isinstance(items[-1], Block):
            start = items[-1].start  # WordPress counts the HTML right before it in
            nodes.pop()
        nodes.append(html(source, start, len(source.text)))
    return Tree(tuple(nodes), None)


def _with_unclosed(source: Source, nodes: list[Block], items: list[Any], open_block: _Unclosed) -> Tree:
    stack: list[OpenBlock] = []
    siblings = nodes
    inner: _Unclosed | None = open_block
    while inner is not None:
        before = items[-1] if items and not isinstance(items[-1], Block) else inner.opener
        stack.append((inner.opener.start, inner.opener.delimiter, before.start, siblings))
        items, siblings = inner.items, list(_children(inner.items))
        inner = inner.inner
    return with_unclosed(source, nodes, stack, siblings)


def _children(items: list[Any]) -> tuple[Block, ...]:
    children = tuple([item for item in items if isinstance(item, Block)])  # a list takes half the time of a generator
    for child in children:
        child._nested = True
    return children


def expected_instead(source: Source, found: Delimiters, grammar: Grammar) -> set[str]:
    """The terminals that could have stood where the text stops being well formed; none where it is."""
    scanned: Any = _Scanned(source, found)
    try:
        _parser(grammar).parse(scanned, start="well_formed")
    except UnexpectedToken as error:
        return set(error.expected)
    return set()


@cache
def _parser(grammar: Grammar) -> Lark:
    return grammar.lalr(_ScanLexer, _Builder())
