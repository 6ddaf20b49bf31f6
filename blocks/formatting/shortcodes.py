"""Shortcodes, run as WordPress does: `[name attributes]`, `[name]content[/name]`, `[[name]]` for one only shown.

    do_shortcode("[year]", {"year": lambda attributes, content, name: "2026"})

What runs a shortcode is given: a name and a function of its attributes, its content (empty where it has none) and its
name. Nothing here knows what a shortcode means, and nothing is a grammar of them: it is what `do_shortcode()` does to
a text, which looks for brackets in plain text and, apart, inside tags.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from blocks.errors import OptionError
from blocks.formatting.html_split import html_split
from blocks.formatting.kses_attributes import wp_kses_one_attr
from blocks.formatting.shortcode_atts import Attributes, shortcode_parse_atts
from blocks.formatting.tag_attributes import parsed_tag

Shortcode = Callable[[Attributes, str, str], str]
"""What runs a shortcode: attributes, content, name -> what stands in its place."""

_NAMES = re.compile(r"\[([^<>&/\[\]\x00-\x20=]++)")
_BRACKETED = re.compile(r"<\s*\[\[?[^\[\]]+\]", re.ASCII)
_ELEMENT = re.compile("[a-zA-Z0-9]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A shortcode in a text.

    [gallery ids="1,2"]     whole
    """

    whole: str
    """Everything, from the first bracket to the last."""
    name: str
    attributes: str
    """What stands after the name, as written."""
    content: str
    """What stands between the opening and the closing bracket; empty where nothing closes it."""
    before: str
    """A second opening bracket, or nothing."""
    after: str
    """A second closing bracket, or nothing."""
    start: int
    end: int

    @property
    def escaped(self) -> bool:
        """Whether it is only shown: `[[name]]`."""
        return bool(self.before and self.after)


def do_shortcode(
    text: str,
    shortcodes: Mapping[str, Shortcode],
    *,
    ignore_html: bool = False,
) -> str:
    """`text` with the shortcodes it has run; with `ignore_html`, those inside tags stay as they are.

    OptionError where one gives something else than a string.
    """
    names = _known(text, shortcodes)
    if not names:
        return text
    finder = _Finder(names)

    def run(found: Found) -> str:
        if found.escaped:
            return found.whole[1:-1]
        attributes = shortcode_parse_atts(found.attributes)
        html: object = shortcodes[found.name](attributes, found.content, found.name)
        if not isinstance(html, str):
            raise OptionError(f"the shortcode {found.name} gave {html!r:.60}, where a shortcode gives HTML, as str")
        return found.before + html + found.after

    text = _in_html(text, finder, run, ignore_html)
    return _unescaped(finder.replace(text, run)[0])


def strip_shortcodes(text: str, shortcodes: Iterable[str]) -> str:
    """`text` without its shortcodes and what they enclose; the escaped ones stay, with one pair of brackets."""
    names = _known(text, shortcodes)
    if not names:
        return text
    finder = _Finder(names)

    def nothing(found: Found) -> str:
        return found.whole[1:-1] if found.escaped else found.before + found.after

    text = _in_html(text, finder, nothing, True)
    return _unescaped(finder.replace(text, nothing)[0])


def _known(text: str, shortcodes: Iterable[str]) -> list[str]:
    """The names of `shortcodes` that a bracket in `text` opens, in the order of `shortcodes`."""
    if "[" not in text:
        return []
    present = set(_NAMES.findall(text))
    return [name for name in shortcodes if name in present]


class _Finder:
    """Finds the shortcodes of some names. Time goes with the text: each closing bracket is looked for once."""

    def __init__(self, names: Iterable[str]) -> None:
        known = "|".join(map(re.escape, names))
        self._opener = re.compile(rf"\[(\[?)({known})(?![\w-])", re.ASCII)

    def find(self, text: str) -> Iterator[Found]:
        closers: dict[str, int] = {}
        opener = self._opener.search(text)
        while opener is not None:
            bracket = text.find("]", opener.end())
            if bracket < 0:
                return
            found = self._found(text, opener, bracket, closers)
            yield found
            opener = self._opener.search(text, found.end)

    def _found(self, text: str, opener: re.Match[str], bracket: int, closers: dict[str, int]) -> Found:
        name = opener[2]
        written = text[opener.end() : bracket]
        end = bracket + 1
        content = ""
        if written.endswith("/"):
            written = written[:-1]
        else:
            closer = f"[/{name}]"
            place = closers.get(name, 0)
            if 0 <= place < end:
                place = closers[name] = text.find(closer, end)
            if place >= 0:
                content = text[end:place]
                end = place + len(closer)
        after = text[end : end + 1]
        after = after if after == "]" else ""
        end += len(after)
        start = opener.start()
        return Found(text[start:end], name, written, content, opener[1], after, start, end)

    def replace(self, text: str, new: Callable[[Found], str]) -> tuple[str, int]:
        """`text` with `new` in place of each shortcode, and how many there were."""
        out: list[str] = []
        done = count = 0
        for found in self.find(text):
            out.append(text[done : found.start])
            out.append(new(found))
            done = found.end
            count += 1
        out.append(text[done:])
        return "".join(out), count


def _in_html(text: str, finder: _Finder, run: Callable[[Found], str], ignore_html: bool) -> str:
    """`text` with the shortcodes inside its tags run and every other bracket there encoded, so that none is seen later.

    The rule is `do_shortcodes_in_html_tags()`.
    """
    text = text.replace("&#91;", "&#091;").replace("&#93;", "&#093;")
    if "<" not in text:
        return text
    pieces = html_split(text)
    for index in range(1, len(pieces), 2):
        piece = pieces[index]
        if "[" in piece or "]" in piece:
            if "[" in piece and "]" in piece and not ignore_html and not piece.startswith(("<!--", "<![CDATA[")):
                piece = _in_tag(piece, finder, run)
            pieces[index] = piece.replace("[", "&#91;").replace("]", "&#93;")
    return "".join(pieces)


def _in_tag(tag: str, finder: _Finder, run: Callable[[Found], str]) -> str:
    """`tag` with the shortcodes run that stand in for an attribute, or in the value of one.

    What is printed into a value is filtered; an attribute of which nothing is left then stays as it was written.
    """
    parts = parsed_tag(tag)
    if parts is None:
        return finder.replace(tag, run)[0] if _BRACKETED.match(tag) else tag
    name = _ELEMENT.search(parts[0])
    for index in range(1, len(parts) - 1):
        attribute = parts[index]
        bracket = attribute.find("[")
        if bracket < 0 or "]" not in attribute:
            continue
        quotes = [place for place in (attribute.find('"'), attribute.find("'")) if place >= 0]
        new, count = finder.replace(attribute, run)
        if not quotes or bracket < min(quotes):
            parts[index] = new
        elif count:
            new = wp_kses_one_attr(new, name[0] if name else "")
            if new.strip(" \t\n\r\0\x0b"):
                parts[index] = new
    return "".join(parts)


def _unescaped(text: str) -> str:
    return text.replace("&#91;", "[").replace("&#93;", "]")
