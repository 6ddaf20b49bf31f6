"""Text split into HTML and what is between it, the way WordPress does before it looks for shortcodes or line breaks.

Rough on purpose: a tag runs from ``<`` to the first ``>``, wherever that is; a comment to ``-->``; a CDATA section to
``]]>``; what has no end runs to the end of the text (`wp_html_split()`).
"""

from __future__ import annotations

import re

COMMENT = r"<!(?=--)(?:-(?!->)[^\-]*+)*+(?:-->)?"
"""From ``<!--`` to the first ``-->`` (which may share its dashes: ``<!-->``), or to the end."""

_CDATA = r"<!\[CDATA\[[^\]]*+(?:\](?!\]>)[^\]]*+)*+(?:\]\]>)?"
TAG = r"<[^>]*+>?"
"""From ``<`` to the first ``>``, or to the end."""

_PIECES = re.compile(f"({COMMENT}|{_CDATA}|{TAG})")


def html_split(text: str) -> list[str]:
    """The pieces of `text`: plain text at even places (maybe empty), HTML at odd ones. Joined, they are `text`."""
    return _PIECES.split(text)


def replace_in_html(text: str, old: str, new: str) -> str:
    """`text` with `old` replaced by `new` inside tags and comments only."""
    if old not in text or "<" not in text:
        return text
    pieces = _PIECES.split(text)
    for index in range(1, len(pieces), 2):
        if old in pieces[index]:
            pieces[index] = pieces[index].replace(old, new)
    return "".join(pieces)
