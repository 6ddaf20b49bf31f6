"""A run of inline HTML as text: white space as browsers show it, `<br>` as a line break."""

from __future__ import annotations

import re

# Zero-width marks that only matter where a browser breaks lines, and control characters, which text has no use for.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufeff]")
_SPACE = re.compile("[ \t\n\v\f\r\x85\xa0\u2028\u2029\u202f]+")
_BREAKS = re.compile(" ?\n[ \n]*")


class Inline:
    """Collects a run of text.

    inline.add("a  b")
    inline.line_break()
    inline.add(" c")
    inline.take()            'a b\\nc'
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._ends_apart = False
        self.is_blank = True
        """Whether nothing but white space was added."""

    def add(self, text: str) -> None:
        """Add text, with its character references decoded."""
        text = spaced(text)
        if text:
            if self._ends_apart and text[0].isalnum():
                self._pieces.append(" ")
            self._pieces.append(text)
            self.is_blank = self.is_blank and text == " "
            self._ends_apart = False

    def add_apart(self, text: str) -> None:
        """Add text that is no part of a word, such as the words for a picture."""
        if self._pieces and self._pieces[-1][-1].isalnum():
            self._pieces.append(" ")
        self.add(text)
        self._ends_apart = True

    def line_break(self) -> None:
        """Add a line break. Two in a row make one blank line, more add nothing."""
        if not self.is_blank:
            self._pieces.append("\n")

    @property
    def ends_line(self) -> bool:
        """Whether a line break was added last."""
        return bool(self._pieces) and self._pieces[-1] == "\n"

    def take(self) -> str:
        """What was collected, and begin anew."""
        if self.is_blank:
            self._pieces.clear()
            return ""
        text = _SPACES.sub(" ", "".join(self._pieces)).strip(" \n")
        self._pieces.clear()
        self.is_blank = True
        return _BREAKS.sub(lambda found: "\n" * min(found[0].count("\n"), 2), text)


_SPACES = re.compile(" {2,}")


def spaced(text: str) -> str:
    """Text on one line, with one space for each run of white space, and nothing invisible."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text))


def preformatted(text: str) -> str:
    """Text whose white space counts: only line ends and no-break spaces are made plain, and nothing is invisible."""
    return _INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
