"""parse(): a text becomes a Document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from blocks.errors import ParseError, suggestion
from blocks.library import core_registry
from blocks.model.delimiter import Spelling
from blocks.model.document import Document
from blocks.model.registry import Registry
from blocks.model.source import Source, provide_parser
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
            "that of a file is Path('post.html').read_bytes()"
        )
    if grammar is not None and not isinstance(grammar, Grammar):
        raise TypeError(f"`grammar` is a blocks.Grammar, made of a grammar's text: Grammar(text); not {grammar!r:.60}")
    if registry is not None and not isinstance(registry, Registry):
        raise TypeError(f"`registry` is a blocks.Registry, not {registry!r:.60}")
    if engine not in get_args(Engine):
        raise ValueError(f"engine is 'linear' or 'lark', not {engine!r}.{suggestion(str(engine), get_args(Engine))}")
    parser = Parser(
        wordpress_grammar() if grammar is None else grammar, core_registry() if registry is None else registry, engine
    )
    document = parser.parse(source)
    if strict:
        _raise_first_error(document, parser)
    return document


@dataclass(frozen=True, slots=True)
class Parser:
    """What reads texts into documents: a grammar, the block types, and an engine."""

    grammar: Grammar
    registry: Registry
    engine: Engine = "linear"

    @property
    def spelling(self) -> Spelling:
        """How the grammar spells a delimiter."""
        return self.grammar.spelling

    def with_registry(self, registry: Registry) -> Parser:
        """The same with other types."""
        return replace(self, registry=registry)

    def parse(self, source: str | bytes) -> Document:
        """The document of a text."""
        text = Source(source, self)
        found = self.scan(text)
        if self.engine == "lark":
            from blocks.syntax import lalr

            return Document(text, *lalr.build(text, found, self.grammar))
        self.grammar.check_nesting()
        return Document(text, *tree.build(text, found))

    def scan(self, source: Source) -> Delimiters:
        """The delimiters of a text."""
        return scan(source.text, self.grammar, self.registry)

    def problems(self, document: Document) -> tuple[Problem, ...]:
        """What is odd about the text of a document."""
        return find_problems(document, self.scan(document.source))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled, the grammar is its text; WordPress's own and the core registry are those of the other process."""
        grammar = None if self.grammar is wordpress_grammar() else self.grammar.text
        registry = None if self.registry is core_registry() else self.registry
        return _parser, (grammar, registry, self.engine)


def _parser(grammar: str | None, registry: Registry | None, engine: Engine) -> Parser:
    return Parser(wordpress_grammar() if grammar is None else Grammar(grammar), registry or core_registry(), engine)


def _raise_first_error(document: Document, parser: Parser) -> None:
    problem = next((problem for problem in document.problems if problem.level == "error"), None)
    if problem is None:
        return
    line = document.source.text.split("\n", problem.span.line)[problem.span.line - 1]
    column = problem.span.column - 1
    first = max(0, column - _SHOWN)
    shown = line[first : column + _SHOWN].replace("\t", " ").rstrip("\r")
    raise ParseError(problem, shown, " " * (column - first) + "^", _expected(problem, document, parser))


def _expected(problem: Problem, document: Document, parser: Parser) -> tuple[str, ...]:
    """What could have stood in the place of the problem, in words."""
    if problem.code == "invalid-attributes":
        return ("a JSON object",)
    if problem.code == "mismatched-closer":
        return ("the closer of the innermost open block",)
    from blocks.syntax import lalr

    expected = lalr.expected_instead(document.source, parser.scan(document.source), parser.grammar)
    if "CLOSER" in expected:  # the other answers would only put off the end of the block
        expected = {"CLOSER"}
    words = {
        "OPENER": f"a block such as {parser.spelling.opener('name', '')}",
        "VOID": f"a void block such as {parser.spelling.void('name', '')}",
        "CLOSER": "the closer of the innermost open block",
        "HTML": "HTML",
        "$END": "the end of the text",
    }
    return tuple(word for terminal, word in words.items() if terminal in expected)


provide_parser(lambda: Parser(wordpress_grammar(), core_registry()))
