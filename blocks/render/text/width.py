"""How wide text is in columns of a terminal, and where its lines may break.

Unicode Standard Annex 11 (East Asian Width) and 29 (grapheme clusters) for the width; of Annex 14 (line breaking) the
breaks at spaces and between ideographs, with the simple rules of Japanese and Chinese typesetting (kinsoku).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Whatever may take other than one column, or break a line; all before it, and the punctuation among it, does not.
_UNEVEN = re.compile("[\u0300-\u1fff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\U0010ffff]")

# Scripts without spaces: ideographs, kana, bopomofo, and their punctuation. Hangul has spaces.
_IDEOGRAPH = (
    "\u2e80-\u2fff\u3001-\u30ff\u3105-\u312f\u3190-\u31ff\u3220-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uffef"
    "\U0001f200-\U0001f2ff\U00020000-\U0003ffff"
)
_NOT_BEFORE = (
    "、。，．・：；？！゛゜´｀¨ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〛〟｠»"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ"
    "‐–〜～゠…‥℃％‰′″"
    "､｡･ｰﾞﾟ｣ｧ-ｯ"
    r",.:;?!)\]}%"
)  # no line begins with these
_NOT_BEHIND = "‘“（〔［｛〈《「『【〘〚〝｟«￥＄￡｢([{$"  # and none ends with these

_BREAK = re.compile(
    f"(?<=[{_IDEOGRAPH}])(?![{_NOT_BEFORE}\u0300-\u036f\u3099\u309a\ufe00-\ufe0f])(?<![{re.escape(_NOT_BEHIND)}])(?=\\S)"
    f"|(?<=[^\\s{re.escape(_NOT_BEHIND)}])(?=[{_IDEOGRAPH}])(?![{_NOT_BEFORE}])"
    "|(?<=\u200b)"
)

# One character on the screen: a flag, an emoji joined to others or with a variant, a syllable of Hangul letters.
_CLUSTER = re.compile(
    "(?P<wide>[\U0001f1e6-\U0001f1ff]{2}"
    "|[#*0-9]\ufe0f\u20e3"
    "|[\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff](?:\ufe0f|[\U0001f3fb-\U0001f3ff])?"
    "(?:\u200d[\u2190-\u2bff\U0001f000-\U0001faff](?:\ufe0f|[\U0001f3fb-\U0001f3ff])?)+"
    "|[\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]\ufe0f"
    "|[\u261d\u26f9\u270a-\u270d\U0001f385-\U0001faff][\U0001f3fb-\U0001f3ff]"
    "|[\u1100-\u115f][\u1160-\u11ff]+)"
)


def columns(text: str) -> int:
    """How many columns a text takes: two for a wide character or an emoji, none for a mark on the one before."""
    if text.isascii() or not _UNEVEN.search(text):
        return len(text)
    text, joined = _CLUSTER.subn("", text)
    return 2 * joined + sum(map(_columns_of, text))


@lru_cache(maxsize=4096)
def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a text that is broken to `width` columns; one line for 0.

    Lines break at spaces, and between the characters of scripts without spaces. A word that is longer is not broken.
    """
    if not width or (len(text) * 2 <= width):
        yield text
    elif text.isascii() or not _UNEVEN.search(text):
        if len(text) <= width:
            yield text
        else:
            for line in _lines_of(width).finditer(text):
                yield line[0]
    elif columns(text) <= width:
        yield text
    else:
        yield from _wrapped_unevenly(text, width)


@lru_cache(maxsize=256)
def _lines_of(width: int) -> re.Pattern[str]:
    """Lines of a text without wide characters: as many words as fit, or one that does not."""
    return re.compile(f"[^ ](?:[^\\n]{{0,{width - 1}}}(?<! ))(?= |\\Z)|[^ ]+")


def _wrapped_unevenly(text: str, width: int) -> Iterator[str]:
    line: list[str] = []
    length = 0
    for word in text.split(" "):
        gap = " "
        for piece in _BREAK.split(word):
            size = columns(piece)
            if line and length + len(gap) + size > width:
                yield "".join(line)
                line, length, gap = [], 0, ""
            if line:
                piece = gap + piece  # noqa: PLW2901
                size += len(gap)
            line.append(piece)
            length += size
            gap = ""
    yield "".join(line)
