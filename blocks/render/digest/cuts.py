"""Where a text may be cut: behind words, characters and sentences, in any script. No word is cut in two.

The words of scripts that are written without spaces (Chinese, Japanese, Thai …) are not told apart: there each
character counts as one, with the marks on it, as WordPress counts where its language has no spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

SPACELESS: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Myanmar, Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003fffd"
)
"""Scripts without spaces, as the inside of a pattern's brackets."""

_MARKS: Final = (
    "\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3"
)
_MARKS_ON_KANA: Final = "\u3099\u309a\uff9e\uff9f\ufe00-\ufe0f\u200d\U000e0100-\U000e01ef"
_WIDE_OPENING: Final = "\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\uff08\uff3b\uff5b"
_OPENING: Final = f"(\\[{{\u2018\u201c\u00ab\u2039{_WIDE_OPENING}"
# A word with the signs around it: a character of a script without spaces with the signs behind it, or a run of others.
_WORD = re.compile(
    rf"[{_OPENING}]*+(?:[{SPACELESS}][{_MARKS}{_MARKS_ON_KANA}]*+"
    rf"|[^\s{SPACELESS}{_OPENING}][^\s{SPACELESS}{_WIDE_OPENING}]*+)[^\w\s{_OPENING}]*+|[{_OPENING}]++"
)
_LETTER = re.compile(r"[^\W_]")
_CJK_END: Final = "。！？｡．"
_STOPS: Final = ".!?…؟۔।॥።။"
_END = re.compile(rf"[{_CJK_END}]+[」』）】〉》〕”’\"')\]]*|(?<![{_STOPS}])[{_STOPS}]++[”’\"'»›)\]]*+(?=\s|\Z)")
_ABBREVIATION = re.compile(
    r"(?:\b[^\W\d_]|\b(?:Mrs?|Ms|Dr|Prof|St|Sr|Jr|vs|etc|cf|ca|No|Nr|Vol|Fig|bzw|usw|e\.g|i\.e|z\.\s?B|d\.\s?h))\.\Z",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION: Final = 12


def word_ends(text: str) -> Iterator[int]:
    """Where each word ends; signs between blanks count for no word of their own, and end with the one before."""
    end = None
    for found in _WORD.finditer(text):
        if _LETTER.search(found[0]):
            if end is not None:
                yield end
            end = found.end()
    if end is not None:
        yield end


def sentence_ends(text: str) -> Iterator[int]:
    """Where each sentence ends, the last one without a stop too.

    A stop ends one before a blank; that of Chinese and Japanese anywhere. One behind an initial or a usual abbreviation
    does not, nor one before a small letter.
    """
    last = 0
    for found in _END.finditer(text):
        if found[0][0] in _CJK_END or _is_end(text, found):
            last = found.end()
            yield last
    if text[last:].strip():
        yield len(text)


def _is_end(text: str, found: re.Match[str]) -> bool:
    following = text[found.end() : found.end() + 3].strip()
    if following and following[0].islower():
        return False
    return found[0] != "." or not _ABBREVIATION.search(text[max(found.end() - _LONGEST_ABBREVIATION, 0) : found.end()])


def cut(text: str, length: int, unit: str) -> str:
    """The first `length` words, characters or sentences of a text; the text itself where it has no more.

    Of characters, it is what ends with a word and is no longer: nothing, where the first word is.
    """
    text = text.strip()
    if unit == "characters":
        if len(text) <= length:
            return text
        end = 0
        for found in _WORD.finditer(text):
            if found.end() > length:
                break
            end = found.end()
        return text[:end].rstrip()
    if length < 1:
        return ""
    ends = word_ends(text) if unit == "words" else sentence_ends(text)
    for number, end in enumerate(ends, 1):
        if number == length:
            return text[:end] if next(ends, None) is not None else text
    return text


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in word_ends(text))
