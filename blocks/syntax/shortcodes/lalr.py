"""The reference engine: Lark's own LALR parser on the rules of the grammar. It builds the tree that tree.py builds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from lark import Lark, Transformer
from lark.lexer import Lexer

from blocks.model.source import Source
from blocks.syntax.lalr import Items
from blocks.syntax.shortcodes.grammar import ShortcodeGrammar
from blocks.syntax.shortcodes.nodes import Shortcode, ShortcodePiece, ShortcodeText
from blocks.syntax.shortcodes.scan import Bracket
from blocks.syntax.shortcodes.tree import enclosing


class _Token:
    """A token as lean as Lark's parser takes one."""

    __slots__ = ("bracket", "source", "type")

    line = column = start_pos = end_line = end_column = end_pos = None

    def __init__(self, source: Source, bracket: Bracket) -> None:
        self.type = bracket.kind
        self.source = source
        self.bracket = bracket


class _ScanLexer(Lexer):
    """Hands Lark what scan() found."""

    __future_interface__ = 2

    def __init__(self, lexer_conf: Any) -> None:
        pass

    def lex(self, lexer_state: Any, _parser_state: Any) -> Iterator[Any]:
        source, found = lexer_state.text
        for one in found:
            yield _Token(source, one)


class _Builder(Transformer[Any, Any]):
    """Makes nodes as Lark reduces; the methods bear the names of terminals and rules."""

    _items = Items

    def enclosing(self, parts: list[Any]) -> Shortcode:
        opener, *inside, closer = parts
        return enclosing(opener.source, opener.bracket, closer.bracket, tuple(map(_piece, inside)))

    def escaped(self, parts: list[Any]) -> ShortcodeText:
        return ShortcodeText(parts[0].source, parts[0].bracket.start, parts[-1].bracket.end, True)

    def document(self, parts: list[Any]) -> tuple[ShortcodePiece, ...]:
        return tuple(map(_piece, parts))


def _piece(part: Any) -> ShortcodePiece:
    if not isinstance(part, _Token):
        piece: ShortcodePiece = part
        return piece
    one = part.bracket
    if one.kind == "TEXT":
        return ShortcodeText(part.source, one.start, one.end)
    return Shortcode(part.source, (one.start, one.end), one.name, one.written)


def build(source: Source, found: Iterable[Bracket], grammar: ShortcodeGrammar) -> tuple[ShortcodePiece, ...]:
    """The pieces of a text, from its terminals."""
    scanned: Any = (source, found)
    pieces: Any = _parser(grammar).parse(scanned)
    return tuple(pieces)


@cache
def _parser(grammar: ShortcodeGrammar) -> Lark:
    return grammar.lalr(_ScanLexer, _Builder())
