"""Typography of running text: curly quotes, apostrophes, primes, dashes, ellipses, the signs for trademark and times.

`texturize` takes HTML and returns HTML; tags, comments and the content of `pre`, `code`, `kbd`, `style`, `script`,
`tt` stay as they are, but for a loose ``&`` (`wptexturize()`). The characters are those of English.

The steps are WordPress's, in its order, since each reads what the one before has written: places where the kind of
quote is known are flagged first, and what is left is judged sentence by sentence.
"""

from __future__ import annotations

import re
from collections.abc import Container

from blocks.formatting.html_split import COMMENT, TAG

OPENING, CLOSING = "&#8220;", "&#8221;"
OPENING_SINGLE, CLOSING_SINGLE, APOSTROPHE = "&#8216;", "&#8217;", "&#8217;"
PRIME, DOUBLE_PRIME = "&#8242;", "&#8243;"
EN_DASH, EM_DASH = "&#8211;", "&#8212;"

RAW_TAGS = frozenset(("pre", "code", "kbd", "style", "script", "tt"))
RAW_SHORTCODES = frozenset(("code",))

_OPEN_FLAG, _OPEN_SINGLE_FLAG, _APOSTROPHE_FLAG = "<!--oq-->", "<!--osq-->", "<!--apos-->"
_UNSURE = "<!--wp-prime-or-quote-->"

# wp_spaces_regexp: these four, a no-break space, and one written as a reference.
_SPACE = "[\r\n\t \u00a0]|&nbsp;"
_AFTER_SPACE = "(?<=[\r\n\t \u00a0])|(?<=&nbsp;)"
_NOT_AFTER_SPACE = "(?<![\r\n\t \u00a0])(?<!&nbsp;)"
_ENDS_WORD = rf"(?=$|[.,:;!?)}}\-\]]|&gt;|{_SPACE})"

_WORDS = tuple(
    (word, word.replace("'", APOSTROPHE))
    for word in ["'tain't", "'twere", "'twas", "'tis", "'twill", "'til", "'bout", "'nuff", "'round", "'cause", "'em"]
)
"""English words that start with an apostrophe."""

_SINGLE = tuple(
    (re.compile(pattern, re.ASCII), new)
    for pattern, new in (
        (rf"'(\d\d)'{_ENDS_WORD}", rf"{_APOSTROPHE_FLAG}\1{CLOSING_SINGLE}"),
        (rf"'(\d\d)\"{_ENDS_WORD}", rf"{_APOSTROPHE_FLAG}\1{CLOSING}"),
        (r"'(?=\d\d(?:$|(?![%\d]|[.,]\d)))", _APOSTROPHE_FLAG),
        (rf"(?:\A|{_AFTER_SPACE})'(\d[.,\d]*+)'", rf"{_OPEN_SINGLE_FLAG}\1{CLOSING_SINGLE}"),
        (rf"(?:\A|(?<=[(\[{{\"\-])|(?<=&lt;)|{_AFTER_SPACE})'", _OPEN_SINGLE_FLAG),
        (rf"{_NOT_AFTER_SPACE}'(?!$|[.,:;!?\"'(){{}}\[\]\-]|&[lg]t;|{_SPACE})", _APOSTROPHE_FLAG),
    )
)
_DOUBLE = tuple(
    (re.compile(pattern, re.ASCII), new)
    for pattern, new in (
        (rf"(?:\A|{_AFTER_SPACE})\"(\d[.,\d]*+)\"", rf"{_OPEN_FLAG}\1{CLOSING}"),
        (rf"(?:\A|(?<=[(\[{{\-])|(?<=&lt;)|{_AFTER_SPACE})\"(?!{_SPACE})", _OPEN_FLAG),
    )
)
_DASHES = tuple(
    (re.compile(pattern, re.ASCII), new)
    for pattern, new in (
        (r"---", EM_DASH),
        (rf"(?:^|{_AFTER_SPACE})--(?=$|{_SPACE})", EM_DASH),
        (r"(?<!xn)--", EN_DASH),
        (rf"(?:^|{_AFTER_SPACE})-(?=$|{_SPACE})", EN_DASH),
    )
)

_AMPERSAND = re.compile(r"&(?!#(?:\d+|x[a-f0-9]+);|[a-z1-4]{1,8};)", re.ASCII | re.IGNORECASE)
_TIMES = re.compile(r"(?<=\d)x\d", re.ASCII)
_SIGNS = re.compile(r"""['"\-&`]|\.\.\.| \(tm\)|\dx\d""", re.ASCII)
_PIECES = re.compile(f"({COMMENT}|{TAG})")
_BRACKETS = re.compile(r"\[/?([^<>&/\[\]\x00-\x20=]++)")
_BLANK = " \t\n\r\0\x0b"


def texturize(text: str, shortcodes: Container[str] = frozenset()) -> str:
    """`text`, HTML, with its typography.

    `shortcodes`: the names of those the site knows; their brackets stay as they are.
    """
    if not text or text == "0":
        return text
    names: list[str] = []
    if "[" in text:
        names = [name for name in dict.fromkeys(_BRACKETS.findall(text)) if name in shortcodes]
    pieces = (_with_shortcodes(names) if names else _PIECES).split(text)
    in_tags: list[str] = []
    in_shortcodes: list[str] = []
    for index, piece in enumerate(pieces):
        if index % 2:
            if piece[0] == "[":
                if not piece.startswith("[[") and not piece.endswith("]]"):
                    _enter_or_leave(piece, in_shortcodes, RAW_SHORTCODES)
            elif not piece.startswith("<!--"):
                if "&" in piece:
                    pieces[index] = _AMPERSAND.sub("&#038;", piece)
                _enter_or_leave(pieces[index], in_tags, RAW_TAGS)
        elif piece and not in_tags and not in_shortcodes and _SIGNS.search(piece) and piece.strip(_BLANK):
            pieces[index] = _texturize_plain(piece)
    return "".join(pieces)


def _with_shortcodes(names: list[str]) -> re.Pattern[str]:
    """The pattern that splits by HTML and by the brackets of the shortcodes `names`."""
    known = "|".join(map(re.escape, names))
    bracket = rf"\[[/\[]?(?:{known})(?=[\s\]/])(?:[^\[\]<>]+|<[^\[\]>]*+>)*+\]\]?"
    return re.compile(f"({COMMENT}|{TAG}|{bracket})", re.ASCII)


def _enter_or_leave(piece: str, stack: list[str], raw: frozenset[str]) -> None:
    """Note in `stack` that `piece`, a tag or bracket, opens or closes one of `raw`.

    The name goes to the first space, or to the last character: `<pre\tid>` has no name here, and is no `pre`.
    """
    second = piece[1:2]
    if second and second != "/":
        start = 1
    elif stack:
        start = 2
    else:
        return
    space = piece.find(" ")
    name = piece[start : space if space >= 0 else -1]
    if name not in raw:
        return
    if start == 1:
        stack.append(name)
    elif stack and stack[-1] == name:
        stack.pop()


def _texturize_plain(text: str) -> str:
    """Text without tags, with its typography."""
    text = text.replace("...", "&#8230;").replace("``", OPENING)
    if "'" in text:
        text = text.replace("''", CLOSING)
    text = text.replace(" (tm)", " &#8482;")
    if "'" in text:
        for word, new in _WORDS:
            text = text.replace(word, new)
    if "'" in text:
        for pattern, new in _SINGLE:
            text = pattern.sub(new, text)
        text = texturize_primes(text, "'", PRIME, _OPEN_SINGLE_FLAG, CLOSING_SINGLE)
        text = text.replace(_APOSTROPHE_FLAG, APOSTROPHE).replace(_OPEN_SINGLE_FLAG, OPENING_SINGLE)
    if '"' in text:
        for pattern, new in _DOUBLE:
            text = pattern.sub(new, text)
        text = texturize_primes(text, '"', DOUBLE_PRIME, _OPEN_FLAG, CLOSING).replace(_OPEN_FLAG, OPENING)
    if "-" in text:
        for pattern, new in _DASHES:
            text = pattern.sub(new, text)
    if _TIMES.search(text):
        text = _times(text)
    if "&" in text:
        text = _AMPERSAND.sub("&#038;", text)
    return text


_CLOSES = {mark: re.compile(mark + _ENDS_WORD, re.ASCII) for mark in "'\""}
_PRIMES = {mark: re.compile(rf"(?<=\d){mark}", re.ASCII) for mark in "'\""}
_UNSURE_AFTER_DIGIT = re.compile(rf"(?<=\d){_UNSURE}", re.ASCII)
_UNSURE_ELSEWHERE = re.compile(rf"(?<!\d){_UNSURE}", re.ASCII)


def texturize_primes(text: str, mark: str, prime: str, open_quote: str, close_quote: str) -> str:
    """`text`, with each `mark` (a straight quote) that is left made `prime` (feet, inches) or `close_quote`.

    A mark after a digit is a prime, unless its sentence (what follows an `open_quote`) needs it as its end.
    """
    if mark not in text:
        return text
    sentences = text.split(open_quote)
    for index, sentence in enumerate(sentences):
        if mark in sentence:
            ends = index > 0 and close_quote not in sentence
            new = _in_sentence(sentence, mark, prime, close_quote, ends)
            sentences[index] = new.replace(mark, close_quote) if mark == '"' else new
    return open_quote.join(sentences)


def _in_sentence(sentence: str, mark: str, prime: str, close_quote: str, ends: bool) -> str:
    """A sentence with the kinds of its marks; `ends`: one of them has to be its end, if any can."""
    closes, primes = _CLOSES[mark], _PRIMES[mark]
    if not ends:
        return closes.sub(close_quote, primes.sub(prime, sentence))
    flagged, count = closes.subn(_UNSURE, sentence)
    if count > 1:
        return _one_end(flagged, prime, primes, close_quote)
    return primes.sub(prime, flagged.replace(_UNSURE, close_quote))


def _one_end(sentence: str, prime: str, primes: re.Pattern[str], close_quote: str) -> str:
    """A sentence with several marks that might end it: those that follow no digit do, else the last before a period."""
    sentence, ends = _UNSURE_ELSEWHERE.subn(close_quote, sentence)
    if not ends:
        place = sentence.rfind(_UNSURE + ".")
        if place < 0:
            place = sentence.rfind(_UNSURE)
        sentence = sentence[:place] + close_quote + sentence[place + len(_UNSURE) :]
    sentence = _UNSURE_AFTER_DIGIT.sub(prime, primes.sub(prime, sentence))
    return sentence.replace(_UNSURE, close_quote)


_NUMBER = frozenset("0123456789.,")
_DIGITS = frozenset("0123456789")
_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")


def _times(text: str) -> str:
    """`text` with the x of `9x9` and `1,024x768` made the times sign, but not that of `0x99`.

    Done by hand: a regular expression would read a long number anew from each of its digits.
    """
    out: list[str] = []
    done = 0
    at = text.find("x")
    while at >= 0:
        begin, end = _factor_before(text, at, done), _factor_after(text, at)
        if begin and end:
            out.append(text[done:at])
            out.append("&#215;")
            out.append(text[at + 1 : end])
            done = end
        at = text.find("x", at + 1)
    out.append(text[done:])
    return "".join(out)


def _factor_before(text: str, at: int, done: int) -> bool:
    """Whether a number that starts a word, and is not just `0`, ends at `at`; nothing before `done` counts."""
    found = False
    place = at - 1
    while place >= done and text[place] in _NUMBER:
        starts = text[place] in _DIGITS and (place == 0 or text[place - 1] not in _WORD)
        if starts and not (text[place] == "0" and place + 1 == at):
            found = True
            break
        place -= 1
    return found


def _factor_after(text: str, at: int) -> int:
    """Where the number after the x at `at` ends, at the end of a word; 0 where there is none."""
    place = at + 1
    if text[place : place + 1] not in _DIGITS or place >= len(text):
        return 0
    while place < len(text) and text[place] in _NUMBER:
        place += 1
    while place > at + 1:
        before = text[place - 1] in _WORD
        after = place < len(text) and text[place] in _WORD
        if before != after:
            return place
        place -= 1
    return 0
