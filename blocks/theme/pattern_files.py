"""A pattern's PHP file read without PHP: the header comment, and the markup.

Of the PHP in the markup, `pattern_php.py` says what it prints. What asks for an address stays in its place until the
site is known (`filled()`); what is not understood prints nothing, and is told.
"""

from __future__ import annotations

import re
from typing import Final

from blocks.formatting import php
from blocks.theme.pattern_php import ADDRESS, Addresses, printed

_HEADER_BYTES: Final = 8192  # of a file that WordPress searches for headers
_SLUG: Final = re.compile(r"[A-z0-9/_-]+")
_COMMENT_END: Final = re.compile(r"\s*(?:\*/|\?>).*", re.DOTALL)
_TAG: Final = re.compile(r"<\?(php\b|=)(.*?)(?:\?>\n?|\Z)", re.DOTALL | re.IGNORECASE)


def read_pattern(text: str) -> tuple[str, str, list[str]]:
    """The slug of a pattern, its markup, and what is wrong with it; no slug where WordPress would not register it."""
    problems: list[str] = []
    slug = header(text, "Slug")
    if not slug or not _SLUG.fullmatch(slug):
        return "", "", ["the header has no slug that WordPress takes, so there is no such pattern"]
    if not header(text, "Title"):
        return "", "", ["the header has no title, so there is no such pattern"]
    left_out: list[str] = []

    def read(tag: re.Match[str]) -> str:
        text = printed(tag[2], tag[1] == "=", Addresses())
        if text is None:
            left_out.append(" ".join(tag[2].split())[:60])
            return ""
        return tag[0] if ADDRESS.search(tag[2]) else text

    markup = _TAG.sub(read, text)
    if left_out:
        problems.append(f"PHP is left out (places: {len(left_out)}), first `{left_out[0]}`")
    return slug, markup, problems


def filled(markup: str, addresses: Addresses) -> str:
    """The markup of a pattern with the addresses that it asks for."""
    if "<?" not in markup:
        return markup
    return _TAG.sub(lambda tag: printed(tag[2], tag[1] == "=", addresses) or "", markup)


def header(text: str, name: str) -> str:
    """One line of the comment at the head of a file (`get_file_data()`)."""
    head = text[:_HEADER_BYTES].replace("\r", "\n")
    found = re.search(rf"^(?:[ \t]*<\?php)?[ \t/*#@]*{name}:(.*)$", head, re.MULTILINE | re.IGNORECASE)
    return php.trim(_COMMENT_END.sub("", found[1])) if found else ""
