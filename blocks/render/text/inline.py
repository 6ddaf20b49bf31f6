"""A run of inline HTML as text: white space as browsers show it, `<br>` as a line break."""

from __future__ import annotations

import re

# Zero-width marks that only matter where a browser breaks lines, and control characters, which text has no use for.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufeff]")
_SPACE = re.compile("[ \t\n\v\f\r\x85\u2028\u2029]+")
_FIXED_SPACE = re.compile("\u202f|[ \xa0]{2,}")
_BREAKS = re.compile("[ \xa0]?\n[ \xa0\n]*")
_NUMBER = re.compile(r"[-+−–]?\d+(?:[.,]\d+)?")
_BASE_ENDS = ")]}|′'"
_TERM = re.compile(r"(?:\d+|\d*[a-zA-Z])?(?: ?[-+−–*/·] ?(?:\d+|\d*[a-zA-Z]))+")
_OPENING = " \xa0\n([{<«“‘/"  # no space stands behind these


class Inline:
    """Collects a run of text. In what it gives, lines may break at spaces, and not at no-break spaces.

    inline.add("a  b")
    inline.line_break()
    inline.add(" c")
    inline.take()            'a b\\nc'
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._ends_apart = False
        self._raised: int | None = None
        self.is_reference = False
        """Whether the raised text leads to another place on the page, as the numbers of notes do."""
        self.is_blank = True
        """Whether nothing but white space was added."""

    def add(self, text: str) -> None:
        """Add text, with its character references decoded."""
        if self.is_blank and text.isspace():
            return
        text = spaced(text)
        if text:
            if self._ends_apart and text[0].isalnum():
                self._pieces.append(" ")
            self._pieces.append(text)
            self.is_blank = self.is_blank and text.isspace()
            self._ends_apart = False

    def add_apart(self, text: str) -> None:
        """Add text that is no part of a word, such as the words for a picture."""
        if self._pieces and self._pieces[-1][-1].isalnum():
            self._pieces.append(" ")
        self.add(text)
        self._ends_apart = True

    def part(self) -> None:
        """Let what follows be no part of the word before."""
        self._ends_apart = self._ends_apart or (bool(self._pieces) and self._pieces[-1][-1] not in _OPENING)

    def line_break(self) -> None:
        """Add a line break. Two in a row make one blank line, more add nothing."""
        if not self.is_blank:
            self._pieces.append("\n")

    def begin_raised(self) -> None:
        """Let what follows be raised text, `<sup>`."""
        self._raised, self.is_reference = len(self._pieces), False

    def end_raised(self) -> None:
        """End it. Powers are told by `^`, so that 10² is not read as 102; and numbers of notes by brackets."""
        start, self._raised = self._raised, None
        if not start or start >= len(self._pieces) or self._pieces[start - 1][-1].isspace():
            return
        before, first, text = self._pieces[start - 1][-1], self._pieces[start], "".join(self._pieces[start:])
        is_power = before.isalnum() or before in _BASE_ENDS
        if text.isalnum() and (self.is_reference or (text.isdecimal() and not is_power)):
            begin, end = "[", "]"
        elif not is_power:
            return
        elif _NUMBER.fullmatch(text):
            begin, end = "^", ""
        elif _TERM.fullmatch(text):
            begin, end = "^(", ")"
        else:
            return
        self._pieces[start] = begin + first
        self._pieces[-1] += end

    @property
    def ends_line(self) -> bool:
        """Whether a line break was added last."""
        return bool(self._pieces) and self._pieces[-1] == "\n"

    @property
    def size(self) -> int:
        """How many pieces were added so far."""
        return len(self._pieces)

    def since(self, size: int) -> str:
        """The text added since there were so many pieces."""
        return "".join(self._pieces[size:]).strip()

    def take(self) -> str:
        """What was collected, and begin anew."""
        self._ends_apart = False
        self._raised = None
        if self.is_blank:
            self._pieces.clear()
            return ""
        text = "".join(self._pieces)
        self._pieces.clear()
        self.is_blank = True
        if "  " in text or "\xa0" in text:
            text = spaced_once(text)
        text = text.strip(" \n\xa0")
        return _BREAKS.sub(lambda found: "\n" * min(found[0].count("\n"), 2), text) if "\n" in text else text


def spaced_once(text: str) -> str:
    """Text with one space for each run of them; it is a no-break space where all of the run are."""
    return _FIXED_SPACE.sub(lambda run: " " if " " in run[0] else "\xa0", text)


def spaced(text: str) -> str:
    """Text on one line, with one space for each run of white space, and nothing invisible."""
    plain = text.replace("\n", " ") if "\n" in text else text
    if "  " not in plain and plain.isprintable():
        return plain
    return spaced_once(_SPACE.sub(" ", _INVISIBLE.sub("", text)))


def preformatted(text: str) -> str:
    """Text whose white space counts: only line ends and no-break spaces are made plain, and nothing is invisible."""
    return _INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
