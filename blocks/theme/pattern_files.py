"""A pattern's PHP file read without PHP: the header comment, and the markup.

Of PHP in the markup only texts are understood: `esc_html_e( 'Text', 'domain' )` and its kin, which print the text.
What else there is prints nothing, and is told.
"""

from __future__ import annotations

import re
from typing import Final

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr, esc_html

_HEADER_BYTES: Final = 8192  # of a file that WordPress searches for headers
_SLUG: Final = re.compile(r"[A-z0-9/_-]+")
_COMMENT_END: Final = re.compile(r"\s*(?:\*/|\?>).*", re.DOTALL)
_TAG: Final = re.compile(r"<\?(?:php\b|=)(.*?)(?:\?>\n?|\Z)", re.DOTALL | re.IGNORECASE)
_TEXT: Final = re.compile(
    r"""\s*(?:echo\s+)?(?P<function>(?:esc_(?:html|attr))?_[_ex]|_ex|esc_(?:html|attr)_[ex])
        \(\s*(?:'(?P<single>(?:[^'\\]|\\.)*+)'|"(?P<double>(?:[^"\\$]|\\.)*+)")\s*(?:,[^()]*+)?\)\s*;?\s*""",
    re.VERBOSE | re.DOTALL,
)
_COMMENT_ONLY: Final = re.compile(r"(?:\s|/\*.*?\*/|//[^\n]*|#[^\n]*)*+", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(['\\])")


def read_pattern(text: str) -> tuple[str, str, list[str]]:
    """The slug of a pattern, its markup, and what is wrong with it; no slug where WordPress would not register it."""
    problems: list[str] = []
    slug = _header(text, "Slug")
    if not slug or not _SLUG.fullmatch(slug):
        return "", "", ["the header has no slug that WordPress takes, so there is no such pattern"]
    if not _header(text, "Title"):
        return "", "", ["the header has no title, so there is no such pattern"]
    left_out: list[str] = []

    def printed(tag: re.Match[str]) -> str:
        code = tag[1]
        found = _TEXT.fullmatch(code)
        if found is not None:
            return _translated(found)
        if _COMMENT_ONLY.fullmatch(code) is None:
            left_out.append(" ".join(code.split())[:60])
        return ""

    markup = _TAG.sub(printed, text)
    if left_out:
        problems.append(f"PHP is left out (places: {len(left_out)}), first `{left_out[0]}`")
    return slug, markup, problems


def _header(text: str, name: str) -> str:
    """One line of the comment at the head of a file (`get_file_data()`)."""
    head = text[:_HEADER_BYTES].replace("\r", "\n")
    found = re.search(rf"^(?:[ \t]*<\?php)?[ \t/*#@]*{name}:(.*)$", head, re.MULTILINE | re.IGNORECASE)
    return php.trim(_COMMENT_END.sub("", found[1])) if found else ""


def _translated(found: re.Match[str]) -> str:
    literal = found["single"]
    text = _ESCAPED.sub(r"\1", literal) if literal is not None else found["double"].replace('\\"', '"')
    function = found["function"]
    return esc_attr(text) if "attr" in function else esc_html(text) if "html" in function else text
