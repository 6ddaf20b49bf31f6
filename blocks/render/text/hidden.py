"""What a page does not show: elements without visible content, and those that are hidden."""

from __future__ import annotations

import re
from typing import Final

from blocks.fragment import Token

# Their content is never shown as text.
DROPPED: Final = frozenset(
    {"annotation", "annotation-xml", "datalist", "iframe", "noembed", "noframes", "script", "style", "template"}
)
_OF_MATHML: Final = frozenset({"annotation", "annotation-xml"})  # there, a `/>` closes an element
_LEAST_HIDING: Final = len("<p hidden>") - 1
_NOT_DISPLAYED = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)


def hides_content(token: Token) -> bool:
    """Whether what an element holds is not shown (HTML Living Standard, 15.3.1 Hidden elements)."""
    if token.name in DROPPED:
        return not (token.name in _OF_MATHML and token.value.endswith("/>"))
    return len(token.value) > _LEAST_HIDING and is_hidden(token)


def is_hidden(token: Token) -> bool:
    """Whether an element says of itself that it is not shown: `hidden`, `style="display:none"`."""
    tag = token.value.lower()
    if "hidden" not in tag and "none" not in tag:
        return False
    said = token.get("hidden")
    if said is not None and said.lower() != "until-found":
        return True
    return _NOT_DISPLAYED.search(token.get("style") or "") is not None
