"""`parse --as events`: what the scanner sees, before there is a tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blocks.library import core_registry
from blocks.model.delimiter import CLOSER, OPENER, VOID, Delimiter
from blocks.model.source import Source
from blocks.syntax import Parser
from blocks.syntax.grammar import wordpress_grammar

_WIDTH: Final = 72
_NAMES: Final = {OPENER: "open", CLOSER: "close", VOID: "void"}


def event_lines(content: str | bytes) -> Iterator[str]:
    """A line for each delimiter and each piece of HTML; together they tile the text.

    `open 0-33 1:1 core/heading {"level":3}`: the kind, from which offset to which, line:column, and the delimiter's
    name and attributes or the piece of HTML, cut to 72 characters.
    """
    parser = Parser(wordpress_grammar(), core_registry())
    source = Source(content, parser)
    position = 0
    for start, delimiter in parser.scan(source):
        if position < start:
            yield _html(source, position, start)
        position = start + delimiter.length
        yield _line(_NAMES[delimiter.kind], source, start, position, _says(delimiter))
    if position < len(source.text):
        yield _html(source, position, len(source.text))


def _html(source: Source, start: int, end: int) -> str:
    shown = _on_one_line(source.text[start : min(end, start + _WIDTH)])
    return _line("html", source, start, end, shown + ("…" if end - start > _WIDTH else ""))


def _says(delimiter: Delimiter) -> str:
    attributes = (delimiter.attributes or "").rstrip()
    shown = _on_one_line(attributes[:_WIDTH]) + ("…" if len(attributes) > _WIDTH else "")
    return f"{delimiter.name} {shown}".rstrip()


def _line(kind: str, source: Source, start: int, end: int, says: str) -> str:
    span = source.span(start, end)
    return f"{kind} {span.start}-{span.end} {span.line}:{span.column} {says}\n"


def _on_one_line(text: str) -> str:
    """`text` on one line: line ends and other control characters as escapes."""
    return "".join(
        character if character.isprintable() or "\udc80" <= character <= "\udcff" else repr(character)[1:-1]
        for character in text
    )
