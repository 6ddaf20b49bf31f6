"""Text → delimiters with their places. What stands between them is HTML.

How it stays fast: the text is split where comments open, and what each distinct comment means is worked out once.
How it stays linear on hostile text: only an attribute object can make a delimiter reach past the first end of its
comment, and where the next object can end is remembered, for that is the same for every `{` before it.
"""

from __future__ import annotations

from itertools import accumulate
from typing import cast

from blocks.model.delimiter import Delimiter, full_name
from blocks.model.registry import Registry
from blocks.syntax.grammar import Grammar

_REMEMBERED_LENGTH = 1000  # a longer comment will hardly come again


def scan(text: str, grammar: Grammar, registry: Registry) -> list[tuple[int, Delimiter]]:
    """Every delimiter of `text` in order, with the offset where it begins.

    Raises PluginError where a block's namespace belongs to an installed plugin that cannot be imported.
    """
    opening, closing = grammar.spelling.comment_open, grammar.spelling.comment_close
    width = len(closing)
    meanings = _Meanings(grammar, registry)
    before, *chunks = text.split(opening)
    # A chunk without an end of comment is cut to less than `closing`, which means nothing.
    delimiters = [meanings[chunk[: chunk.find(closing) + width]] for chunk in chunks]
    if meanings.may_reach_further:
        return _scan_far(text, chunks, len(before), meanings, grammar)
    starts = accumulate([len(opening) + len(chunk) for chunk in chunks], initial=len(before))
    if None in delimiters:
        return [(start, found) for start, found in zip(starts, delimiters, strict=False) if found is not None]
    return list(zip(starts, cast("list[Delimiter]", delimiters), strict=False))


def _scan_far(
    text: str, chunks: list[str], start: int, meanings: _Meanings, grammar: Grammar
) -> list[tuple[int, Delimiter]]:
    """The same, one chunk after the other, where a delimiter may reach beyond its chunk."""
    opening, closing = grammar.spelling.comment_open, grammar.spelling.comment_close
    far = _FarEnds(text, grammar)
    found: list[tuple[int, Delimiter]] = []
    resume = 0
    for chunk in chunks:
        if start >= resume:
            end = chunk.find(closing) + len(closing)
            delimiter = meanings[chunk[:end]]
            comment = chunk[:end] if end >= len(closing) else chunk
            if delimiter is None and "{" in comment:
                stop = far.end_of_comment(start + len(opening) + comment.index("{"))
                delimiter = meanings.read(text[start:stop]) if stop is not None else None
            if delimiter is not None:
                found.append((start, delimiter))
                resume = start + delimiter.length
        start += len(opening) + len(chunk)
    return found


class _Meanings(dict[str, Delimiter | None]):
    """What comments mean, by the text behind their opening; None for a comment that is no delimiter."""

    def __init__(self, grammar: Grammar, registry: Registry) -> None:
        self._opening, self._closing = grammar.spelling.comment_open, grammar.spelling.comment_close
        self._patterns = grammar.delimiters
        self._registry = registry
        self.may_reach_further = False
        """Whether a comment was seen that an attribute object may carry beyond its first end."""

    def __missing__(self, comment: str) -> Delimiter | None:
        delimiter = self.read(self._opening + comment)
        if delimiter is None and ("{" in comment or not comment.endswith(self._closing)):
            self.may_reach_further = True
        if len(comment) < _REMEMBERED_LENGTH:
            self[comment] = delimiter
        return delimiter

    def read(self, text: str) -> Delimiter | None:
        """What `text` means, if the whole of it is a delimiter."""
        for kind, pattern in self._patterns:
            match = pattern.fullmatch(text)
            if match is not None:
                name = full_name(match["name"])
                raw = match["attributes"]
                if raw is not None:
                    raw = text[match.start("attributes") : -len(self._closing)].removesuffix("/")
                return Delimiter(text, kind, name, raw, self._registry.type_of(name))
        return None


class _FarEnds:
    """Where comments end whose attribute object holds the end of a comment."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self._text = text
        self._attributes = grammar.attributes
        self._closing = grammar.spelling.comment_close
        self._known_end: int | None = 0

    def end_of_comment(self, brace: int) -> int | None:
        """Where the comment ends whose attribute object begins at `brace`, None where that object has no end."""
        if self._known_end is not None and brace + 1 >= self._known_end:
            found = self._attributes.match(self._text, brace)
            self._known_end = found.end() if found is not None else None
        if self._known_end is None:
            return None
        return self._text.index(self._closing, self._known_end) + len(self._closing)
