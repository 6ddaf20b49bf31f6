"""Text → delimiters with their places. What stands between them is HTML.

How it stays fast: what each distinct comment means is worked out once, and no HTML is copied. How it stays linear on
hostile text: only an attribute object can make a delimiter reach past the first end of its comment, and where the next
object can end is remembered, for that is the same for every `{` before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from blocks.model.delimiter import Delimiter, full_name
from blocks.model.registry import Registry
from blocks.syntax.grammar import Grammar

_REMEMBERED_LENGTH = 1000  # a longer comment will hardly come again


class Delimiters:
    """The delimiters of a text, in order; iterating gives each with the offset where it begins.

    (Two lists and no list of pairs, as Python's garbage collector would look at each pair again and again.)
    """

    __slots__ = ("_delimiters", "_starts")

    def __init__(self, starts: list[int], delimiters: list[Delimiter]) -> None:
        self._starts = starts
        self._delimiters = delimiters

    def __iter__(self) -> Iterator[tuple[int, Delimiter]]:
        return zip(self._starts, self._delimiters, strict=True)


def scan(text: str, grammar: Grammar, registry: Registry) -> Delimiters:
    """Every delimiter of `text` in order, with the offset where it begins.

    Raises PluginError where a block's namespace belongs to an installed plugin that cannot be imported.
    """
    meanings = _Meanings(grammar, registry)
    starts: list[int] = []
    delimiters: list[Delimiter] = []
    for comment in grammar.comments.finditer(text):
        delimiter = meanings[comment[0]]
        if delimiter is not None:
            starts.append(comment.start())
            delimiters.append(delimiter)
    return _scan_far(text, meanings, grammar) if meanings.may_reach_further else Delimiters(starts, delimiters)


def _scan_far(text: str, meanings: _Meanings, grammar: Grammar) -> Delimiters:
    """The same, one comment after the other, where a delimiter may reach beyond the first end of its comment."""
    opening, closing = grammar.spelling.comment_open, grammar.spelling.comment_close
    far = _FarEnds(text, grammar)
    starts: list[int] = []
    delimiters: list[Delimiter] = []
    before, *chunks = text.split(opening)
    start, resume = len(before), 0
    for chunk in chunks:
        if start >= resume:
            end = chunk.find(closing) + len(closing)
            comment = opening + (chunk[:end] if end >= len(closing) else chunk)
            delimiter = meanings[comment]
            if delimiter is None and "{" in comment:
                stop = far.end_of_comment(start + comment.index("{", len(opening)))
                delimiter = meanings.read(text, start, stop) if stop is not None else None
            if delimiter is not None:
                starts.append(start)
                delimiters.append(delimiter)
                resume = start + delimiter.length
        start += len(opening) + len(chunk)
    return Delimiters(starts, delimiters)


class _Meanings(dict[str, Delimiter | None]):
    """What comments mean, by their text; None for a comment that is no delimiter."""

    def __init__(self, grammar: Grammar, registry: Registry) -> None:
        self._grammar = grammar
        self._registry = registry
        self._closing = grammar.spelling.comment_close
        self.may_reach_further = False
        """Whether a comment was seen that an attribute object may carry beyond its first end."""

    def __missing__(self, comment: str) -> Delimiter | None:
        if "{" in comment or len(comment) >= _REMEMBERED_LENGTH:
            delimiter = self.read(comment, 0, len(comment))
        else:
            delimiter = _read_plain(comment, self._grammar, self._registry, len(self._registry))
        if delimiter is None and ("{" in comment or not comment.endswith(self._closing)):
            self.may_reach_further = True
        if len(comment) < _REMEMBERED_LENGTH:
            self[comment] = delimiter
        return delimiter

    def read(self, text: str, start: int, end: int) -> Delimiter | None:
        """What `text` means from `start` to `end`, if the whole of that is a delimiter."""
        for kind, pattern in self._grammar.delimiters:
            match = pattern.fullmatch(text, start, end)
            if match is not None:
                name = full_name(match["name"])
                raw = match["attributes"]
                if raw is not None:
                    raw = text[match.start("attributes") : end - len(self._closing)]
                    raw = raw.removesuffix(self._grammar.spelling.slash)
                return Delimiter(text[start:end], kind, name, raw, self._registry.type_of(name))
        return None


@lru_cache(maxsize=1000)
def _read_plain(comment: str, grammar: Grammar, registry: Registry, _: int) -> Delimiter | None:
    """What a comment without attributes means, which is the same in all texts; a grown registry counts as another."""
    return _Meanings(grammar, registry).read(comment, 0, len(comment))


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
