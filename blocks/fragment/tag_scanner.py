"""Where the tokens of HTML begin and end, as WordPress's `WP_HTML_Tag_Processor` cuts them.

Unlike `fragment.tokens`, a tag or comment that the text ends in is no token, and `<script>…</script>` is one token, as
are the other elements whose content is not HTML.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

ATTRIBUTE = re.compile(
    r"""[ \t\f\r\n/]*+(?P<name>=[^=/> \t\f\r\n]*+|[^=/> \t\f\r\n]++)
    (?:[ \t\f\r\n]*+=[ \t\f\r\n]*+
        (?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^"'> \t\f\r\n][^> \t\f\r\n]*+|(?=>)))
    |(?![ \t\f\r\n]*+=))""",
    re.VERBOSE,
)
_NO_GROUPS = re.sub(r"\(\?P<\w+>", "(?:", ATTRIBUTE.pattern)
_ATTRIBUTES = rf"(?:{_NO_GROUPS})*+[ \t\f\r\n/]*+>"
TAG = re.compile(rf"<(/?)([a-zA-Z][^ \t\f\r\n/>]*+){_ATTRIBUTES}", re.VERBOSE)
MARKUP = re.compile(r"<(?=[!/?a-zA-Z])")
_END_OF_TAG = re.compile(_ATTRIBUTES, re.VERBOSE)
_COMMENT_END = re.compile("--!?>")
_EMPTY_COMMENT = re.compile("-*+>")
_INSTRUCTION = re.compile("[a-zA-Z:_][a-zA-Z0-9:_.-]*+")
_DASH_OR_TAG = re.compile("[-<]")
_DASHES = re.compile("-*+")

_RCDATA_END: Final = {
    name: re.compile(rf"</{name}(?=[ \t\r\n/>])", re.IGNORECASE | re.ASCII)
    for name in ("TEXTAREA", "TITLE", "IFRAME", "NOEMBED", "NOFRAMES", "STYLE", "XMP")
}
RAW_TEXT: Final = frozenset(_RCDATA_END) | {"SCRIPT"}
"""Elements whose content is text, whatever it looks like."""


class Other(NamedTuple):
    """A token that is neither a tag nor a text: its type, its end, the text that can be changed, and a name in it."""

    kind: str
    end: int
    text_start: int = 0
    text_end: int = 0
    comment_type: str | None = None
    name_end: int = 0


def raw_text_end(html: str, name: str, at: int) -> tuple[int, int] | None:
    """Where the end tag of an element that holds text begins and ends; `at` is behind its opening tag."""
    if name == "SCRIPT":
        return _script_end(html, at)
    closer = _RCDATA_END[name].search(html, at)
    end = closer and _END_OF_TAG.match(html, closer.end())
    return (closer.start(), end.end()) if closer and end else None


def other_token(html: str, at: int, *, foreign: bool) -> Other | None:
    """The comment or the like that begins here, at `<!`, `<?` or `</`; None where the text ends in it.

    `foreign`: in SVG or MathML, which have CDATA.
    """
    after = html[at + 1 : at + 2]
    if after == "!":
        return _declaration(html, at, foreign)
    if after == "?":
        return _instruction(html, at)
    if after == "/":
        if html.startswith(">", at + 2):
            return Other("#presumptuous-tag", at + 3)
        end = html.find(">", at + 3)
        return None if end < 0 else Other("#funky-comment", end + 1, at + 2, end)
    return None


def _declaration(html: str, at: int, foreign: bool) -> Other | None:
    if html.startswith("--", at + 2):
        return _comment(html, at + 4)
    if html[at + 2 : at + 9].upper() == "DOCTYPE" and html[at + 2 : at + 9].isascii():
        end = html.find(">", at + 9)
        return None if end < 0 else Other("html", end + 1, at + 9, end)
    if foreign and html.startswith("[CDATA[", at + 2):
        end = html.find("]]>", at + 9)
        return None if end < 0 else Other("#cdata-section", end + 3, at + 9, end)
    end = html.find(">", at + 2)
    if end < 0:
        return None
    if end >= at + 9 + 2 and html.startswith("[CDATA[", at + 2) and html.endswith("]]", at + 9, end):
        return Other("#comment", end + 1, at + 9, end - 2, "COMMENT_AS_CDATA_LOOKALIKE")
    return Other("#comment", end + 1, at + 2, end, "COMMENT_AS_INVALID_HTML")


def _comment(html: str, start: int) -> Other | None:
    empty = _EMPTY_COMMENT.match(html, start)
    if empty is not None:
        end = empty.end()
        if end - start < 3:
            return Other("#comment", end, 0, 0, "COMMENT_AS_ABRUPTLY_CLOSED_COMMENT")
        return Other("#comment", end, start, end - 3, "COMMENT_AS_HTML_COMMENT")
    closer = _COMMENT_END.search(html, start)
    return closer and Other("#comment", closer.end(), start, closer.start(), "COMMENT_AS_HTML_COMMENT")


def _instruction(html: str, at: int) -> Other | None:
    end = html.find(">", at + 2)
    if end < 0:
        return None
    name = _INSTRUCTION.match(html, at + 2, end - 1)
    if end >= at + 4 and html[end - 1] == "?" and name is not None:
        return Other("#comment", end + 1, name.end(), end - 1, "COMMENT_AS_PI_NODE_LOOKALIKE", name.end())
    return Other("#comment", end + 1, at + 2, end, "COMMENT_AS_INVALID_HTML")


def _script_end(html: str, at: int) -> tuple[int, int] | None:
    """As `skip_script_data()` does it: in `<!--` a script may hold `<script>…</script>`.

    What begins at the character behind a `<` is not looked at, so `<</script>` ends no script.
    """
    last = len(html) - 9
    state = "unescaped"
    while (found := _DASH_OR_TAG.search(html, at)) is not None and found.start() <= last:
        at = found.start()
        if html[at] == "-":
            escape_ends = html.startswith("-->", at)
            at += 3 if escape_ends else 1
            state = "unescaped" if escape_ends else state
            continue
        tag = at
        at += 1
        if state == "unescaped" and html.startswith("!--", at):
            dashes = _DASHES.match(html, at + 3)
            at = dashes.end() if dashes else at
            if html.startswith(">", at):
                at += 1
            else:
                state = "escaped"
            continue
        closes = html[at] == "/"
        at += closes
        if html[at : at + 6].translate(_TO_LOWER) != "script":
            at += 1
            continue
        at += 6
        if html[at : at + 1] not in _AFTER_NAME:
            continue
        if state == "escaped" and not closes:
            state = "double-escaped"
        elif state == "double-escaped" and closes:
            state = "escaped"
        elif closes:
            end = _END_OF_TAG.match(html, tag + 2)
            return (tag, end.end()) if end else None
        else:
            at += 1
    return None


_TO_LOWER: Final = {ord(upper): upper.lower() for upper in "SCRIPT"}
_AFTER_NAME: Final = frozenset("> \n/\t\f\r")
