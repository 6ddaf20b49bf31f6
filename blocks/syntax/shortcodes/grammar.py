"""The grammar of shortcodes, compiled by Lark, and the patterns for the names in use.

Nothing here knows how a shortcode is spelled. The contract with grammar/shortcode.lark is its names: HEAD, where a
bracket begins; CLOSER; NAME, the part of both that names in use take the place of; fixed strings OPEN, CLOSE, SLASH.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final

from blocks.errors import GrammarError
from blocks.syntax.grammar import packaged_text

if TYPE_CHECKING:
    from lark import Lark

_NAMES_IN_IT: Final = ("HEAD", "CLOSER", "NAME", "OPEN", "CLOSE", "SLASH")


@dataclass(frozen=True, slots=True)
class Brackets:
    """The patterns for some names, and the fixed strings. The groups `name` hold the name."""

    head: re.Pattern[str]
    """A bracket from its beginning to the end of the name."""
    closer: re.Pattern[str]
    open: str
    close: str
    slash: str

    @property
    def closer_length(self) -> int:
        """The length of a closer without its name."""
        return len(self.open) + len(self.slash) + len(self.close)


class ShortcodeGrammar:
    """grammar/shortcode.lark, or another text with the same names of terminals and rules.

    GrammarError where Lark cannot compile it, or where it lacks a name that the engines need.
    """

    def __init__(self, text: str | None = None) -> None:
        from lark import Lark  # here and below: a tenth of a second, which `import blocks` need not take
        from lark.exceptions import LarkError

        self.text = packaged_text("shortcode.lark") if text is None else text
        try:
            compiled = Lark(self.text, parser=None, lexer="basic", start=["document", "attributes"])
        except LarkError as error:
            raise GrammarError(f"Lark cannot compile this grammar: {error}") from error
        self._terminals = {terminal.name: terminal for terminal in compiled.terminals}
        for name in _NAMES_IN_IT:
            if name not in self._terminals:
                raise GrammarError(f"this grammar has no terminal {name}, which the engines look for")

    @cached_property
    def name(self) -> re.Pattern[str]:
        """What a shortcode may be called."""
        return re.compile(self._terminals["NAME"].pattern.to_regexp())

    def brackets(self, names: tuple[str, ...] | None) -> Brackets:
        """The patterns for these names, of which the first that fits counts; for any name if None."""
        if names is None:
            return self._any
        return self.brackets_of("|".join(map(re.escape, names)) if names else "(?!)")

    @cached_property
    def _any(self) -> Brackets:
        return self.brackets_of(self.name.pattern)

    def brackets_of(self, names: str) -> Brackets:
        """The patterns for the names that a regular expression fits."""
        name = f"(?P<name>{names})"
        return Brackets(
            self._pattern("HEAD", name),
            self._pattern("CLOSER", name),
            self._fixed("OPEN"),
            self._fixed("CLOSE"),
            self._fixed("SLASH"),
        )

    def lalr(self, lexer: Any, transformer: Any = None) -> Lark:
        """Lark's LALR parser for a text, reading what `lexer` gives it."""
        from lark import Lark

        return Lark(self.text, parser="lalr", lexer=lexer, start="document", transformer=transformer)

    def _fixed(self, name: str) -> str:
        from lark.lexer import PatternStr

        pattern = self._terminals[name].pattern
        if not isinstance(pattern, PatternStr):
            raise GrammarError(f"the terminal {name} of this grammar is no fixed string")
        return pattern.value

    def _pattern(self, terminal: str, name: str) -> re.Pattern[str]:
        pattern = self._terminals[terminal].pattern.to_regexp()
        if pattern.count(self.name.pattern) != 1:
            raise GrammarError(f"the terminal {terminal} of this grammar does not hold NAME just once")
        return re.compile(pattern.replace(self.name.pattern, name))


@cache
def wordpress_shortcodes() -> ShortcodeGrammar:
    """The grammar of WordPress, compiled once."""
    return ShortcodeGrammar()
