"""parse_shortcodes(): a text becomes pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal, get_args

from blocks.errors import suggestion
from blocks.model.source import Source
from blocks.syntax.shortcodes import tree
from blocks.syntax.shortcodes.grammar import ShortcodeGrammar, wordpress_shortcodes
from blocks.syntax.shortcodes.nodes import ShortcodePiece
from blocks.syntax.shortcodes.scan import scan

Engine = Literal["linear", "lark"]

WORDPRESS: Final = ("wp_caption", "caption", "gallery", "playlist", "audio", "video", "embed")
"""WordPress's own shortcodes."""

ANY: Final = "any"
"""Stands for every name that a shortcode may have, as if all in the text were in use."""


def parse_shortcodes(
    source: str | bytes,
    names: Iterable[str] | re.Pattern[str] = WORDPRESS,
    *,
    engine: Engine = "linear",
    grammar: ShortcodeGrammar | None = None,
) -> tuple[ShortcodePiece, ...]:
    """The shortcodes of `source`, and the text between them, as WordPress 6.9's `do_shortcode()` finds them.

    `names` are those in use, by default WordPress's own; where one is the beginning of another, the first counts.
    "any" takes every name, a pattern (without groups) those that it fits. Shortcodes inside others are children;
    pieces, joined by `markup`, are the source. It looks at brackets alone: one inside a tag counts, too. `engine` is
    "linear" or "lark", the reference.

    Content never raises. TypeError for a source that is no text, ValueError for a name that no shortcode may have
    and for an unknown engine.
    """
    if not isinstance(source, str | bytes):
        raise TypeError(f"parse_shortcodes() takes the text itself, as str or bytes, not {type(source).__name__}")
    if engine not in get_args(Engine):
        raise ValueError(f"engine is 'linear' or 'lark', not {engine!r}.{suggestion(str(engine), get_args(Engine))}")
    grammar = wordpress_shortcodes() if grammar is None else grammar
    text = Source(source, None)
    if isinstance(names, re.Pattern):
        brackets = grammar.brackets_of(names.pattern)
    else:
        brackets = grammar.brackets(None if names == ANY else _checked(names, grammar))
    found = scan(text.text, brackets)
    if engine == "lark":
        from blocks.syntax.shortcodes import lalr

        return lalr.build(text, found, grammar)
    return tree.build(text, found)


def _checked(names: Iterable[str], grammar: ShortcodeGrammar) -> tuple[str, ...]:
    if isinstance(names, str):
        raise TypeError(f"names are those of shortcodes, in a list or tuple, or 'any'; not the string {names!r}")
    names = tuple(names)
    for name in names:
        if not isinstance(name, str) or not grammar.name.fullmatch(name):
            raise ValueError(f"{name!r} is no name of a shortcode: one has no blanks, and none of < > & / [ ] =")
    return names
