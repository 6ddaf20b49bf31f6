"""The grammar: found, compiled by Lark, and handed on as what the engines run on.

Nothing here knows how a delimiter is spelled or how blocks nest. The names below are the contract with
grammar/blocks.lark: four terminals that tile a text, the parts of a delimiter, and the rules of nesting.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from blocks.errors import GrammarError
from blocks.model.delimiter import CLOSER, OPENER, VOID, DelimiterKind, Spelling

if TYPE_CHECKING:
    from lark import Lark

START_RULES: Final = ("document", "well_formed")

_DELIMITERS: Final[dict[str, DelimiterKind]] = {"OPENER": OPENER, "CLOSER": CLOSER, "VOID": VOID}
_PARTS: Final = {"NAME": "name", "ATTRIBUTES": "attributes"}

# The nesting that the linear engine drives, as (rule, its expansions), options written out.
_NESTING: Final[dict[str, set[tuple[str, ...]]]] = {
    "block": {("OPENER", "CLOSER"), ("OPENER", "_items", "CLOSER")},
    "_items": {("HTML",), ("VOID",), ("block",), ("_items", "HTML"), ("_items", "VOID"), ("_items", "block")},
}


class Grammar:
    """A grammar of block markup, compiled by Lark.

        Grammar()                    the one of WordPress, grammar/blocks.lark
        Grammar(text)                another one, with the same names of terminals and rules

    Raises GrammarError where Lark cannot compile the text, or where it lacks a name that the engines need.
    """

    def __init__(self, text: str | None = None) -> None:
        from lark import Lark  # here and below: a tenth of a second, which `import blocks` need not take
        from lark.exceptions import LarkError

        self.text = packaged_text("blocks.lark") if text is None else text
        try:
            compiled = Lark(self.text, parser=None, lexer="basic", start=list(START_RULES))
        except LarkError as error:
            raise GrammarError(f"Lark cannot compile this grammar: {error}") from error
        self._terminals = {terminal.name: terminal for terminal in compiled.terminals}
        self._rules = compiled.rules
        self._nesting_checked = False
        for name in (*_DELIMITERS, *_PARTS, "COMMENT_OPEN", "COMMENT_CLOSE", "PREFIX", "SLASH"):
            if name not in self._terminals:
                raise GrammarError(f"this grammar has no terminal {name}, which the engines look for")

    @cached_property
    def spelling(self) -> Spelling:
        """The fixed strings of a delimiter."""
        return Spelling(
            comment_open=self._fixed("COMMENT_OPEN"),
            prefix=self._fixed("PREFIX"),
            slash=self._fixed("SLASH"),
            comment_close=self._fixed("COMMENT_CLOSE"),
        )

    @cached_property
    def delimiters(self) -> tuple[tuple[DelimiterKind, re.Pattern[str]], ...]:
        """The kinds of delimiter with the pattern of each, whose groups `name` and `attributes` hold those parts."""
        return tuple((kind, self._pattern(terminal)) for terminal, kind in _DELIMITERS.items())

    @cached_property
    def comments(self) -> re.Pattern[str]:
        """Where comments open, each as far as the first character that might end it or open another one."""
        first, last = re.escape(self.spelling.comment_open[0]), re.escape(self.spelling.comment_close[-1])
        return re.compile(f"{re.escape(self.spelling.comment_open)}[^{first}{last}]*+{last}?")

    @cached_property
    def attributes(self) -> re.Pattern[str]:
        """The pattern of an attribute object; it ends at the first place where one can end."""
        return re.compile(self._terminals["ATTRIBUTES"].pattern.to_regexp())

    def check_nesting(self) -> None:
        """GrammarError unless the rules say what the linear engine does: an opener, items, a closer."""
        if self._nesting_checked:
            return
        stated: dict[str, set[tuple[str, ...]]] = {}
        for rule in self._rules:
            stated.setdefault(rule.origin.name, set()).add(tuple(symbol.name for symbol in rule.expansion))
        for origin, expansions in _NESTING.items():
            if stated.get(origin) != expansions:
                raise GrammarError(
                    f"the rule {origin} of this grammar is not the nesting that the linear engine drives "
                    f"({sorted(expansions)}); parse with engine='lark', or restore the rule"
                )
        self._nesting_checked = True

    def lalr(self, lexer: Any, transformer: Any = None) -> Lark:
        """Lark's LALR parser for this grammar, reading what `lexer` gives it."""
        from lark import Lark

        return Lark(self.text, parser="lalr", lexer=lexer, start=list(START_RULES), transformer=transformer)

    def _fixed(self, name: str) -> str:
        from lark.lexer import PatternStr

        pattern = self._terminals[name].pattern
        if not isinstance(pattern, PatternStr):
            raise GrammarError(f"the terminal {name} of this grammar is no fixed string")
        return pattern.value

    def _pattern(self, terminal: str) -> re.Pattern[str]:
        """The terminal's pattern, with groups around the parts that the engines read out of it."""
        pattern = self._terminals[terminal].pattern.to_regexp()
        for part, group in _PARTS.items():
            inner = self._terminals[part].pattern.to_regexp()
            if pattern.count(inner) != 1:
                raise GrammarError(f"the terminal {terminal} of this grammar does not hold {part} just once")
            pattern = pattern.replace(inner, f"(?P<{group}>{inner})")
        return re.compile(pattern)


@cache
def wordpress_grammar() -> Grammar:
    """The grammar of WordPress, compiled once."""
    return Grammar()


def packaged_text(name: str) -> str:
    """A file of grammar/: in the package when installed, beside it in a checkout."""
    package = resources.files("blocks")
    beside = Path(__file__).resolve().parent.parent.parent
    for place in (package / "grammar" / name, beside / "grammar" / name):
        if place.is_file():
            return place.read_text(encoding="utf-8")
    raise GrammarError(f"grammar/{name} is neither in the package nor in {beside}; reinstall the package")
