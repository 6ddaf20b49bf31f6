r"""Text that Markdown takes for text: backslashes where a character would mean something, and nowhere else.

What binds is that of CommonMark 0.31 and GFM 0.29; `[` binds only in a few places, as no link definitions are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, unquote

PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

_NEVER_SHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff]")
_MAY_MEAN_SOMETHING = re.compile(r"[\\`*_\[\]<&~!^]")
_REFERENCE = re.compile(r"&(?=#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,31};)")
_AT_LINE_START = re.compile(
    r"[0-9]{1,9}(?=[.)](?:\s|\Z))"
    r"|(?=#{1,6}(?:\s|\Z)|[-+*](?:\s|\Z)|[-=|:][-=|: ]*\Z|>|\[[ xX]\](?:\s|\Z))"
)
_CLOSING_SEQUENCE = re.compile(r"(?<![^ ])(?=#+\Z)")
_BACKTICKS = re.compile("`+")
_URL_SAFE = {character: f"%{ord(character):02X}" for character in ' <>\\"`|'}
_URL_ODD = re.compile(r"[ <>\\\"`|]")
_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>\x00-\x20\x7f]*")
_MAIL = re.compile(r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9]+(?:[.-][a-zA-Z0-9]+)*")
_BARE_URL = re.compile(r"https?://[^\s<>\\`]+")
_IGNORED_IN_URL = re.compile("[\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def shown(text: str) -> str:
    """Text without what neither HTML nor Markdown can hold: control characters, and halves of surrogate pairs."""
    return text if text.isprintable() else _NEVER_SHOWN.sub("", text)


def escaped(text: str, *, before: str = "", behind: bool = False, in_link: bool = False) -> str:
    """A piece of running text.

    `before` is the character before it on its line, and `behind` says whether anything comes behind it.
    """
    if not _MAY_MEAN_SOMETHING.search(text):
        return text
    last = len(text) - 1
    tildes = text.count("~") > 1 or behind or bool(before)

    def replaced(found: re.Match[str]) -> str:
        mark, index = found[0], found.start()
        previous = text[index - 1] if index else before
        following = text[index + 1] if index < last else "\0" if behind else ""
        return f"\\{mark}" if _binds(mark, previous, following, tildes, in_link) else mark

    return _REFERENCE.sub("&amp;", _MAY_MEAN_SOMETHING.sub(replaced, text))


def _binds(mark: str, previous: str, following: str, tildes: bool, in_link: bool) -> bool:
    """Whether a character means something between two others; a NUL stands for one that is not known."""
    match mark:
        case "\\":
            binds = following in PUNCTUATION or following in {"", "\0"}
        case "*":
            binds = not (previous.isspace() and following.isspace())
        case "_":
            binds = not (previous.isalnum() and following.isalnum())
        case "~":
            binds = tildes
        case "[":
            binds = in_link or following == "^"
        case "]":
            binds = in_link or following in {"(", "[", ":", "\0"}
        case "<":
            binds = following in {"/", "!", "?", "\0"} or (following.isascii() and following.isalpha())
        case "!":
            binds = following in {"[", "\0"}
        case "^":
            binds = following == "["
        case _:
            binds = mark == "`"
    return binds


def escaped_line_start(text: str) -> str:
    """Escaped text that begins a line, where it would begin another block."""
    found = _AT_LINE_START.match(text)
    return text if found is None else f"{text[: found.end()]}\\{text[found.end() :]}"


def escaped_heading_end(text: str) -> str:
    """The text of a heading, whose last `#` are text."""
    return _CLOSING_SEQUENCE.sub(r"\\", text, count=1) if text.endswith("#") else text


def code_span(text: str) -> str:
    """Text as a code span, behind as many backticks as it takes."""
    runs = {len(run) for run in _BACKTICKS.findall(text)}
    size = next(number for number in range(1, len(runs) + 2) if number not in runs)
    fence = "`" * size
    padding = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{padding}{text}{padding}{fence}"


def fence(text: str) -> str:
    """The fence around a block of code: longer than any run of backticks in it, and three at least."""
    return "`" * max(3, *(len(run) + 1 for run in _BACKTICKS.findall(text)), 3)


def destination(url: str) -> str:
    """An address as a link's destination. What an address cannot hold is percent-encoded."""
    url = _IGNORED_IN_URL.sub("", url.strip())
    url = _URL_ODD.sub(lambda found: _URL_SAFE[found[0]], url)
    if not url.isascii():
        url = "".join(quote(character) if character.isspace() else character for character in url)
    url = _REFERENCE.sub("&amp;", url)
    return url if _is_balanced(url) else url.replace("(", r"\(").replace(")", r"\)")


def _is_balanced(url: str) -> bool:
    depth = 0
    for character in url:
        depth += (character == "(") - (character == ")")
        if depth < 0 or depth > 30:
            return False
    return depth == 0


def autolink(url: str, text: str) -> str | None:
    """`<https://…>` for a link whose text is its address; None where it says something else."""
    if url != text and unquote(url) != unquote(text):
        address = url.removeprefix("mailto:")
        return f"<{text}>" if address == text and _MAIL.fullmatch(text) else None
    return f"<{text}>" if _ABSOLUTE.fullmatch(text) and not _REFERENCE.search(text) else None


def with_autolinks(text: str) -> str | None:
    """Text with the addresses in it as `<https://…>` where they hold what would need a backslash; None for none such.

    GFM makes links of bare addresses, backslashes included.
    """
    out: list[str] = []
    position = 0
    for found in _BARE_URL.finditer(text):
        url = found[0].rstrip(".,;:!?'\")]}*_~")
        if escaped(url, before="/", behind=False) == url or _REFERENCE.search(url):
            continue
        out += (escaped(text[position : found.start()], before=text[position - 1 : position], behind=True), f"<{url}>")
        position = found.start() + len(url)
    if not out:
        return None
    out.append(escaped(text[position:], before=">", behind=True))
    return "".join(out)


def title(text: str) -> str:
    """A title behind a link's destination, with the space before it; nothing for no title."""
    text = " ".join(shown(text).split())
    if not text:
        return ""
    escaped_text = _REFERENCE.sub("&amp;", text.replace("\\", "\\\\").replace('"', '\\"'))
    return f' "{escaped_text}"'


def html_text(text: str) -> str:
    """Text in HTML that stands in Markdown."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attributes(pairs: Iterable[tuple[str, str]]) -> str:
    """Names and values as a tag has them, each with the space before it."""
    return "".join(f' {name}="{html_attribute(value)}"' for name, value in pairs)


def html_attribute(text: str) -> str:
    """The value of an attribute, quotes not included; on one line."""
    return html_text(text).replace('"', "&quot;").replace("\n", "&#10;")
