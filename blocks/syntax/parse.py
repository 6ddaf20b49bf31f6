"""parse(): a text becomes a Document."""

from __future__ import annotations

from typing import Literal, get_args

from blocks.errors import ParseError, suggestion
from blocks.library import core_registry
from blocks.model.document import Document
from blocks.model.registry import Registry
from blocks.model.source import Source
from blocks.problems import Problem
from blocks.syntax import tree
from blocks.syntax.check import find_problems
from blocks.syntax.grammar import Grammar, wordpress_grammar
from blocks.syntax.scan import Delimiters, scan

Engine = Literal["linear", "lark"]

_SHOWN = 100  # characters of the source line on either side of a mistake


def parse(
    source: str | bytes,
    *,
    strict: bool = False,
    engine: Engine = "linear",
    grammar: Grammar | None = None,
    registry: Registry | None = None,
) -> Document:
    """Parse block markup into a Document, as WordPress 6.9's `parse_blocks()` reads it.

    `source` is the text; bytes are read as UTF-8, and those that are not come back out of `serialize()` as they were.
    `engine` is "linear" (the fast loop) or "lark" (Lark's LALR parser, the reference); both give the same tree.
    `grammar` replaces the syntax, `registry` the block types (by default WordPress's own and those of installed
    plugins).

    Content never raises: what is odd about it is in `document.problems`. With `strict`, the first problem of error
    level raises ParseError. Raises TypeError for a source that is no text, ValueError for an unknown engine,
    GrammarError for a grammar that the linear engine cannot drive, PluginError for a plugin that cannot be imported.
    """
    if not isinstance(source, str | bytes):
        raise TypeError(
            f"parse() takes the text itself, as str or bytes, not {type(source).__name__}; "
            "read a file first: parse(Path('post.html').read_bytes())"
        )
    if engine not in get_args(Engine):
        raise ValueError(f"engine is 'linear' or 'lark', not {engine!r}.{suggestion(str(engine), get_args(Engine))}")
    grammar = wordpress_grammar() if grammar is None else grammar
    registry = core_registry() if registry is None else registry
    text = Source(source)
    found = scan(text.text, grammar, registry)
    if engine == "lark":
        from blocks.syntax import lalr

        nodes, overlap = lalr.build(text, found, grammar)
    else:
        grammar.check_nesting()
        nodes, overlap = tree.build(text, found)
    document = Document(
        text,
        nodes,
        spelling=grammar.spelling,
        overlap=overlap,
        find_problems=lambda: find_problems(text, nodes, grammar, registry),
    )
    if strict:
        _raise_first_error(document, found, grammar)
    return document


def _raise_first_error(document: Document, found: Delimiters, grammar: Grammar) -> None:
    problem = next((problem for problem in document.problems if problem.level == "error"), None)
    if problem is None:
        return
    line = document.source.text.split("\n", problem.span.line)[problem.span.line - 1]
    column = problem.span.column - 1
    first = max(0, column - _SHOWN)
    shown = line[first : column + _SHOWN].replace("\t", " ").rstrip("\r")
    raise ParseError(problem, shown, " " * (column - first) + "^", _expected(problem, document, found, grammar))


def _expected(problem: Problem, document: Document, found: Delimiters, grammar: Grammar) -> tuple[str, ...]:
    """What could have stood in the place of the problem, in words."""
    spelling = grammar.spelling
    if problem.code == "invalid-attributes":
        return ("a JSON object",)
    from blocks.syntax import lalr

    if problem.code == "mismatched-closer":
        return ("the closer of the innermost open block",)
    words = {
        "OPENER": f"a block such as {spelling.opener('name', '')}",
        "VOID": f"a void block such as {spelling.void('name', '')}",
        "CLOSER": "the closer of the innermost open block",
        "HTML": "HTML",
        "$END": "the end of the text",
    }
    expected = lalr.expected_instead(document.source, found, grammar)
    if "CLOSER" in expected:  # the other answers would only put off the end of the block
        expected = {"CLOSER"}
    return tuple(word for terminal, word in words.items() if terminal in expected)
