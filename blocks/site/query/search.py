"""What a search finds, and in which order (`WP_Query::parse_search()`, `parse_search_order()`).

Letters are compared as SQLite's LIKE compares them: A to Z without regard to case, all others as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from blocks.formatting import php
from blocks.site.query.variables import items
from blocks.site.records import SitePost

STOPWORDS = frozenset(
    (
        *(
            "about",
            "an",
            "are",
            "as",
            "at",
            "be",
            "by",
            "com",
            "for",
            "from",
            "how",
            "in",
            "is",
            "it",
            "of",
            "on",
            "or",
        ),
        *("or", "that", "the", "this", "to", "was", "what", "when", "where", "who", "will", "with", "www"),
    )
)
_TERM = re.compile(r'"[^"\n]*(?:"|$)|(?:(?<=[\t ",+])|^)[^\t ",+]+')
_MANY = 9
_COLUMNS = ("post_title", "post_excerpt", "post_content")
Texts = Callable[[SitePost], tuple[str, str, str]]
"""Gives the three columns of a post, folded."""


def folded(text: str) -> str:
    """`text` with A to Z in lower case: equal where SQLite's NOCASE says so."""
    return text.lower() if text.isascii() else php.lower(text)


@dataclass(slots=True)
class Search:
    """A search: its words, and the sentence they stand in, all folded."""

    sentence: str
    count: int
    wanted: list[str]
    unwanted: list[str]
    columns: list[int]
    texts: Texts

    def finds(self, post: SitePost) -> bool:
        """Whether every word stands somewhere in the post, and no unwanted one."""
        columns = self.texts(post)
        texts = [columns[column] for column in self.columns]
        return all(any(word in text for text in texts) for word in self.wanted) and not any(
            word in text for word in self.unwanted for text in texts
        )

    def rank(self, post: SitePost) -> int:
        """The place of a post among those found, the best first, 1 to 6."""
        title, excerpt, content = self.texts(post)
        if self.count == 1:
            return 1 if self.wanted and self.wanted[0] in title else 2
        sentence = "" if re.search(r"(?:\s|^)-", self.sentence) else self.sentence
        if sentence and sentence in title:
            return 1
        if len(self.wanted) < 7 and self.wanted:
            if all(word in title for word in self.wanted):
                return 2
            if len(self.wanted) > 1 and any(word in title for word in self.wanted):
                return 3
        if sentence and sentence in excerpt:
            return 4
        return 5 if sentence and sentence in content else 6


def parsed(found: dict[str, Any], texts: Texts) -> Search:
    """The search that the variables ask for; `s` is not empty."""
    sentence = found["s"].replace("\r", "").replace("\n", "")
    words, count = [sentence], 1
    if php.is_empty(found.get("sentence", "")):
        matches = [match.group() for match in _TERM.finditer(sentence)]
        if matches:
            count = len(matches)
            words = _terms(matches)
            if not words or len(words) > _MANY:
                words = [sentence]
    given = items(found.get("search_columns"))
    columns = [place for place, name in enumerate(_COLUMNS) if name in given]
    return Search(
        folded(sentence),
        count,
        [folded(word) for word in words if not word.startswith("-")],
        [folded(word[1:]) for word in words if word.startswith("-")],
        columns or [0, 1, 2],
        texts,
    )


def _terms(matches: list[str]) -> list[str]:
    """The words that are worth looking for (`parse_search_terms()`)."""
    found = []
    for match in matches:
        quoted = len(match) > 2 and match[0] == match[-1] == '"'
        word = match.strip("\"'" if quoted else "\"' ")
        if word in ("", "0") or re.fullmatch(r"[A-Za-z-]", word) or word.lower() in STOPWORDS:
            continue
        found.append(word)
    return found
