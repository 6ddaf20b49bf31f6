"""HTML made fit for libxml2.

It stops at the end of a page and at 2,046 open elements, and takes its time for a tag with very many attributes. The
line break that a `pre` may begin with counts to it, and to no browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blocks.fragment.tokens import VOID_ELEMENTS, Edit, edited, tokens

MOST_ATTRIBUTES: Final = 1_000  # of one tag; libxml2 compares each with all before it
DEEPEST: Final = 2_000  # open elements

_PAGE = frozenset({"html", "head", "body"})
_PAGE_TAG = re.compile(r"</?(?:html|head|body)[\t\n\f\r />]", re.IGNORECASE)
_PREFORMATTED = frozenset({"pre", "listing", "textarea"})
_PREFORMATTED_TAG = re.compile(r"<(?:pre|listing|textarea)[\t\n\f\r />]", re.IGNORECASE)
_LINE_BREAK = re.compile(r"\r?\n")
UNREADABLE = re.compile("[\x00\ud800-\udfff]")  # what no HTML can hold; it becomes U+FFFD
_QUOTED_BRACKET = re.compile(r"""=[\t\n\f\r ]*+(?:"[^">]*+>|'[^'>]*+>)""")


def readable(text: str) -> str:
    """`text` with U+FFFD for what no page can hold: NUL, and bytes that were no UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return UNREADABLE.sub("\ufffd", text)
    return text.replace("\x00", "\ufffd") if "\x00" in text else text


def tamed(html: str) -> str:
    """`html` without the tags of a whole page, and without the attributes of a tag beyond `MOST_ATTRIBUTES`.

    Nor has it the first line break of preformatted text (HTML Living Standard, 13.2.6.4.7, "pre").
    U+0000 and lone surrogates, which libxml2 cannot read, become U+FFFD.
    """
    html = readable(html)
    if "<" in html and (_PAGE_TAG.search(html) or _may_hold_a_huge_tag(html) or _may_break_first(html)):
        return edited(html, _taming(html))
    return html


def _may_break_first(html: str) -> bool:
    """Whether preformatted text may begin with a line break."""
    return (">\n" in html or ">\r\n" in html) and _PREFORMATTED_TAG.search(html) is not None


def _may_hold_a_huge_tag(html: str) -> bool:
    """Whether it is worth a closer look: a tag is long, unless quoted values hide `>` in it."""
    least = 2 * MOST_ATTRIBUTES
    if len(html) < least:
        return False
    return max(map(len, html.split(">"))) >= least or _QUOTED_BRACKET.search(html) is not None


def _taming(html: str) -> Iterator[Edit]:
    for token in tokens(html):
        if token.name in _PAGE:
            yield Edit(token.start, token.end)
        elif len(token.attributes) > MOST_ATTRIBUTES:
            yield Edit(token.attributes[MOST_ATTRIBUTES].start, token.end - 1, " ")  # no `/` ends it
        if token.kind == "start" and token.name in _PREFORMATTED and (line := _LINE_BREAK.match(html, token.end)):
            yield Edit(token.end, line.end())


def flattened(html: str) -> str:
    """`html` without the tags that stand deeper than `DEEPEST` open elements; what is inside them stays."""
    return edited(html, _flattening(html))


def _flattening(html: str) -> Iterator[Edit]:
    """An end tag closes the last open element or nothing, so that no reader has more open than are counted here."""
    opened: list[str] = []
    for token in tokens(html):
        is_too_deep = len(opened) > DEEPEST
        if token.kind == "start" and token.name not in VOID_ELEMENTS and not token.value.endswith("/>"):
            opened.append(token.name)
            is_too_deep = len(opened) > DEEPEST
        elif token.kind == "end" and opened and opened[-1] == token.name:
            opened.pop()
        else:
            continue
        if is_too_deep:
            yield Edit(token.start, token.end)
