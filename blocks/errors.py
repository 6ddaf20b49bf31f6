"""Every exception of this package.

    BlocksError
    ├── ParseError        strict parsing met a problem of error level
    ├── GrammarError      a grammar that Lark cannot compile, or that the linear engine cannot drive
    ├── LimitError        an answer would be larger than the limit that the caller set
    ├── SourceError       an input that cannot be read as what it was said to be
    ├── DeclarationError  a block type that is declared or registered wrongly
    ├── EditError         a change of a block that its markup cannot hold
    ├── PluginError       a plugin that an entry point names cannot be imported
    └── RenderError       a rendering that was asked for wrongly
        ├── UnknownFormatError   no renderer of that name
        ├── OptionError          an option that the renderer does not have, or a value it cannot use
        └── TemplateError        a template that is missing, malformed or fails

Content never raises: what is odd in a text is a `blocks.Problem`. A call that is wrong raises one of these (or a
`TypeError`, where the argument's type is wrong), and the message says what, where, and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blocks.problems import Problem


class BlocksError(Exception):
    """The base of every exception of this package."""


class ParseError(BlocksError):
    """Strict parsing met a problem of error level; the text is not kept, only the line in question.

    `problem` is the problem, `line` and `column` count from 1, `source_line` is the line it stands in (at most 200
    characters around the place), `caret` marks the place under it, `expected` says what could have stood there.
    """

    def __init__(self, problem: Problem, source_line: str, caret: str, expected: tuple[str, ...]) -> None:
        self.problem = problem
        self.line = problem.span.line
        self.column = problem.span.column
        self.source_line = source_line
        self.caret = caret
        self.expected = expected
        super().__init__(problem, source_line, caret, expected)

    def __str__(self) -> str:
        lines = [
            f"line {self.line}, column {self.column}: {self.problem.message} [{self.problem.code}]",
            f"  {self.source_line}",
            f"  {self.caret}",
        ]
        if self.expected:
            lines.append("expected " + ", or ".join(self.expected))
        return "\n".join(lines)


class GrammarError(BlocksError):
    """A grammar that Lark cannot compile, or that the linear engine cannot drive."""


class LimitError(BlocksError):
    """An answer would be larger than the limit that the caller set."""


class SourceError(BlocksError):
    """An input that cannot be read as what it was said to be."""


class DeclarationError(BlocksError):
    """A block type that is declared or registered wrongly."""


class EditError(BlocksError):
    """A value that a block's markup cannot hold: written there, it would not be read back."""


class PluginError(BlocksError):
    """A plugin that an entry point names cannot be imported; names its distribution and the reason."""


class RenderError(BlocksError):
    """A rendering that was asked for wrongly."""


class UnknownFormatError(RenderError):
    """No renderer of that name, neither built in nor installed."""


class OptionError(RenderError):
    """An option that the renderer does not have, or a value it cannot use."""


class TemplateError(RenderError):
    """A template that is missing, malformed, or fails while it renders."""


def suggestion(word: str, known: Iterable[str]) -> str:
    """` Did you mean 'text'?` where a known word is close to `word`, else the empty string."""
    close = get_close_matches(word, list(known), n=1)
    return f" Did you mean {close[0]!r}?" if close else ""
