"""The commonest HTML of a block, one element that holds nothing but a text, read without a parser.

    <p class="intro">Hello</p>
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Only what every parser reads alike: no reference, no `>` in the text, nothing that HTML cannot hold.
_FLAT = re.compile(
    r"""<(?P<tag>p|h[1-6]|li)(?P<attributes>(?:\ [a-z][a-z-]*+="[^"&<>\x00\r\ud800-\udfff]*+")*+)>
    (?P<text>[^<>&\x00\r\xa0\ud800-\udfff]*+)</(?P=tag)>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r' ([a-z-]++)="([^"]*+)"')


class Flat(NamedTuple):
    """An element that holds nothing but a text."""

    tag: str
    attributes: dict[str, str]
    text: str


def flat(html: str) -> Flat | None:
    """The element that `html` is, where it is such a one."""
    found = _FLAT.fullmatch(html)
    if found is None:
        return None
    attributes: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(found["attributes"]):
        attributes.setdefault(name, value)
    return Flat(found["tag"], attributes, found["text"])
