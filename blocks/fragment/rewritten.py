"""The HTML of rich text as the editor writes it anew (`RichTextData.fromHTMLString()` of @wordpress/rich-text).

Rich text that is read from a block keeps its HTML. What the editor makes rich text of itself, as where it migrates a
block, it writes from the text and its marks.
"""

from __future__ import annotations

import re

from blocks.fragment.inlines import escaped
from blocks.fragment.tokens import VOID_ELEMENTS, tokens
from blocks.fragment.tree import Fragment

_NO_TEXT = str.maketrans(dict.fromkeys("\ufeff\ufffc"))
_LINE_BREAK = re.compile(r"\r\n?|\n")
_RAW_TEXT = frozenset({"script", "style"})


def rewritten(html: str) -> str:
    """`html` written anew: ends of lines are `<br>`, marks around nothing go, and what else is empty has no end tag."""
    if "<" not in html and "&" not in html:
        return _text(html)
    html = Fragment(html).rich_text.html
    out: list[str] = []
    opened: list[int] = []  # where in `out` the start tags of open elements stand
    raw = False
    for token in tokens(html):
        if token.kind == "text":
            out.append(token.value if raw else _text(token.value))
        elif token.kind == "comment":
            out.append(token.value)
        elif token.kind == "start":
            raw = token.name in _RAW_TEXT
            opened.append(len(out))
            out.append(token.value.replace("&nbsp;", "\xa0"))
            if token.name in VOID_ELEMENTS:
                place = opened.pop()
                if not token.attributes and token.name != "br":
                    del out[place:]
        elif opened:
            raw = False
            place = opened.pop()
            if len(out) > place + 1:
                out.append(token.value)
            elif out[place] == f"<{token.name}>":
                del out[place:]
    return "".join(out)


def _text(text: str) -> str:
    return _LINE_BREAK.sub("<br>", escaped(text.translate(_NO_TEXT)))
