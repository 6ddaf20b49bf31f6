"""PHP's functions of strings where Python's differ: they know ASCII letters and a few blanks, and count bytes."""

from __future__ import annotations

import re

BLANKS = " \n\r\t\v\0"
"""What `trim()` takes away."""

_WORD_START = re.compile(r"(?:^|(?<=[ \t\r\n\f\v]))[a-z]")
_SLASHED = re.compile(r"\\(.?)", re.DOTALL)
_ADDED = re.compile(r"['\"\\\0]")


def encoded(text: str) -> bytes:
    """The bytes of a text."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogateescape" if _are_bytes(text) else "surrogatepass")


def _are_bytes(text: str) -> bool:
    return not re.search("[\ud800-\udc7f\udd00-\udfff]", text)


def length(text: str) -> int:
    """`strlen()`: the bytes of a text."""
    return len(text) if text.isascii() else len(encoded(text))


def trim(text: str) -> str:
    """`trim()`: without blanks around it, which are PHP's six."""
    return text.strip(BLANKS)


def lower(text: str) -> str:
    """`strtolower()`: A to Z."""
    return text.lower() if text.isascii() else text.translate(_LOWER)


def upper(text: str) -> str:
    """`strtoupper()`: a to z."""
    return text.upper() if text.isascii() else text.translate(_UPPER)


_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_UPPER = {code: code - 32 for code in range(ord("a"), ord("z") + 1)}


def ucfirst(text: str) -> str:
    """`ucfirst()`."""
    return upper(text[:1]) + text[1:]


def ucwords(text: str) -> str:
    """`ucwords()`: letters at the start and after blanks."""
    return _WORD_START.sub(lambda found: found[0].upper(), text)


def addslashes(text: str) -> str:
    """`addslashes()`."""
    return _ADDED.sub(lambda found: "\\0" if found[0] == "\0" else "\\" + found[0], text)


def stripslashes(text: str) -> str:
    """`stripslashes()`."""
    if "\\" not in text:
        return text
    return _SLASHED.sub(lambda found: "\0" if found[1] == "0" else found[1], text)


_TEXT, _TAG, _PHP, _DECLARATION, _COMMENT = range(5)
_NEXT_IN_TEXT = re.compile(r"[<\0]")
_NEXT_IN_DEPTH = re.compile(r"[<>\0]")
_NEXT_INSIDE = re.compile(r"[\0<>()'\"!?\-eElL]")


def strip_tags(text: str) -> str:
    """`strip_tags()`: the text without tags, comments, declarations and `<?`…`?>`, as PHP's own scanner sees them."""
    if "<" not in text:
        return text.replace("\0", "") if "\0" in text else text
    return _Stripper(text).run()


class _Stripper:
    """The states of `php_strip_tags_ex()`: which construct stands open, in which quote, how deep in brackets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[str] = []
        self.state = _TEXT
        self.quote = ""
        self.depth = 0  # of `<` inside a tag
        self.brackets = 0  # of `(` inside PHP code
        self.is_xml = False
        self.last = ""  # what opened, or the bracket last seen in PHP code

    def run(self) -> str:
        place, end = 0, len(self.text)
        while place < end:
            if self.state == _TEXT:
                found = (_NEXT_IN_DEPTH if self.depth else _NEXT_IN_TEXT).search(self.text, place)
                stop = found.start() if found else end
                self.out.append(self.text[place:stop])
                if found and found[0] == "<":
                    self._opening(stop)
                elif found and found[0] == ">":
                    self.depth -= 1
                place = stop + 1
            else:
                found = _NEXT_INSIDE.search(self.text, place)
                if not found:
                    break
                self._inside(found[0], found.start())
                place = found.start() + 1
        return "".join(self.out)

    def _opening(self, place: int) -> None:
        if self.text[place + 1 : place + 2] in _C_BLANKS:
            self.out.append("<")
        else:
            self.state, self.last, self.quote = _TAG, "<", ""

    def _inside(self, character: str, place: int) -> None:
        if self.state == _TAG:
            self._in_tag(character, place)
        elif self.state == _PHP:
            self._in_php(character, place)
        elif self.state == _DECLARATION:
            self._in_declaration(character, place)
        elif character == ">" and not self.quote and place >= 2 and self.text[place - 2 : place] == "--":
            self._close()

    def _in_tag(self, character: str, place: int) -> None:
        if character == "<":
            if not self.quote and self.text[place + 1 : place + 2] not in _C_BLANKS:
                self.depth += 1
        elif character == ">":
            if self.depth:
                self.depth -= 1
            elif not self.quote and not (self.is_xml and self.text[place - 1] == "-"):
                self._close()
        elif character in "'\"":
            self._quote(character, place)
        elif character == "!" and self.text[place - 1] == "<":
            self.state, self.last = _DECLARATION, "!"
        elif character == "?" and self.text[place - 1] == "<":
            self.state, self.brackets = _PHP, 0

    def _quote(self, character: str, place: int) -> None:
        if not self.quote:
            if self.text[place - 1] != "\\" or self.state == _TAG:
                self.quote = character
        elif self.quote == character:
            self.quote = ""

    def _in_php(self, character: str, place: int) -> None:
        if character in "()":
            if self.last not in _QUOTES:
                self.last = character
                self.brackets += 1 if character == "(" else -1
        elif character == ">":
            if self.depth:
                self.depth -= 1
            elif not self.quote and not self.brackets and self.last != '"' and self.text[place - 1] == "?":
                self.state, self.quote, self.last = _TEXT, "", ""
        elif character in "'\"" and self.text[place - 1] != "\\":
            if self.last == character:
                self.last = ""
            elif self.last != "\\":
                self.last = character
            self._quote(character, place)
        elif character in "lL" and place > 4 and self.text[place - 4 : place].lower() == "<?xm":
            self.state, self.is_xml = _TAG, True

    def _in_declaration(self, character: str, place: int) -> None:
        if character == ">":
            if self.depth:
                self.depth -= 1
            elif not self.quote:
                self._close()
        elif character in "'\"" and self.text[place - 1] != "\\":
            self._quote(character, place)
        elif character == "-" and self.text[max(0, place - 2) : place] == "!-":
            self.state = _COMMENT
        elif character in "eE" and self.text[max(0, place - 6) : place].lower() == "<!doctyp"[-6:]:
            self.state = _TAG

    def _close(self) -> None:
        self.state, self.quote, self.last, self.is_xml = _TEXT, "", "", False


_QUOTES = ("'", '"')
_C_BLANKS = (" ", "\t", "\n", "\r", "\v", "\f")
