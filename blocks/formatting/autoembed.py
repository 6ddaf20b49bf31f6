"""Addresses that stand alone, in a line or in a paragraph, made what they show (`WP_Embed::autoembed()`)."""

from __future__ import annotations

import re
from collections.abc import Callable

from blocks.formatting.html_split import replace_in_html

_ANY = re.compile(r"(?:^|(?<=[\s>]))https?://", re.ASCII | re.IGNORECASE)
_IN_LINE = re.compile(r"""^([^\S\n]*+)(https?://[^\s<>"]++)(?=[^\S\n]*+$)""", re.ASCII | re.IGNORECASE | re.MULTILINE)
_IN_PARAGRAPH = re.compile(r""">\s*+(https?://[^\s<>"]++)(?=\s*+</p>)""", re.ASCII | re.IGNORECASE)
_PARAGRAPH = re.compile("<p(?: |$(?!\n))", re.IGNORECASE)
_LINE_BREAK = "<!-- wp-line-break -->"


def autoembed(text: str, embed: Callable[[str], str]) -> str:
    """`text` with what `embed` answers in the place of each address that stands alone."""
    if not _ANY.search(text):
        return text.replace(_LINE_BREAK, "\n")
    text = replace_in_html(text, "\n", _LINE_BREAK)
    if _ANY.search(text):
        text = _IN_LINE.sub(lambda found: found[1] + embed(found[2]), text)
        text = _in_paragraphs(text, embed)
    return text.replace(_LINE_BREAK, "\n")


def _in_paragraphs(text: str, embed: Callable[[str], str]) -> str:
    """The same for addresses that fill a `p`: found by the end of its tag, so that no tag is read twice."""
    out: list[str] = []
    done = 0
    for found in _IN_PARAGRAPH.finditer(text):
        tag = text.rfind(">", 0, found.start()) + 1
        if _PARAGRAPH.search(text[tag : found.start()]):
            out.append(text[done : found.start(1)])
            out.append(embed(found[1]))
            done = found.end(1)
    out.append(text[done:])
    return "".join(out)
