"""The commonest HTML of a block, one element that holds nothing but a text, read without a parser.

<p class="intro">Hello</p>
"""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from blocks.fragment.references import decoded

# Only what every parser reads alike: references that end in `;`, no `>` in the text, nothing that HTML cannot hold.
_FLAT = re.compile(
    r"""<(?P<tag>p|h[1-6]|li)(?P<attributes>(?:\ [a-z][a-z-]*+="[^"&<>\x00\r\ud800-\udfff]*+")*+)>
    (?P<text>(?:[^<>&\x00\r\ud800-\udfff]++|&(?:\#[0-9]++|\#[xX][0-9a-fA-F]++|[a-zA-Z][a-zA-Z0-9]*+);)*+)</(?P=tag)>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r' ([a-z-]++)="([^"]*+)"')


class Flat(NamedTuple):
    """An element that holds nothing but a text.

    `html` is what is inside as a browser's `innerHTML` gives it, `outer_html` the element with that in it.
    """

    tag: str
    attributes: dict[str, str]
    html: str
    outer_html: str


def flat(html: str) -> Flat | None:
    """The element that `html` is, where it is such a one."""
    found = _FLAT.fullmatch(html)
    if found is None:
        return None
    attributes: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(found["attributes"]):
        attributes.setdefault(name, value)
    inside = found["text"]
    if "&" in inside or "\xa0" in inside:
        inside = escape(decoded(inside), quote=False).replace("\xa0", "&nbsp;")
        html = f"{html[: found.start('text')]}{inside}{html[found.end('text') :]}"
    return Flat(found["tag"], attributes, inside, html)
