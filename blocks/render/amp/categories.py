"""The groups that HTML's parsing rules put elements in (Living Standard, 13.2.4.2 and 13.2.6), without those that
AMP knows none of.
"""

from __future__ import annotations

from typing import Final

from blocks.render.amp.rules import words

FORMATTING: Final = words("a b big code em font i nobr s small strike strong tt u")
HEADINGS: Final = words("h1 h2 h3 h4 h5 h6")
RUBY: Final = words("rb rp rt rtc")
CLOSES_P: Final = HEADINGS | words(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "header hgroup hr li listing main menu nav ol p pre section summary table ul"
)
CELLS: Final = words("td th")
SECTIONS: Final = words("tbody thead tfoot")
OPENS_NO_LINE: Final = CLOSES_P | RUBY | words("textarea")
TABLE_PARTS: Final = CELLS | SECTIONS | words("caption col colgroup tr")
BOUNDARY: Final = words("caption table td th desc title")  # an element is not "in scope" beyond these
SPECIAL: Final = CLOSES_P | TABLE_PARTS | words("br button img input select textarea title desc wbr iframe")
BREAKOUT: Final = words(
    "b big blockquote br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 hr i img li listing menu meta nobr ol p "
    "pre ruby s small span strong strike sub sup table tt u ul var"
)
"""HTML elements that end the SVG picture in which they begin."""

_NONE: Final[frozenset[str]] = frozenset()
_TABLE: Final = words("table")
_FURTHER_BOUNDARY: Final = {"p": words("button"), "li": words("ol ul")}


def boundary_of(name: str) -> frozenset[str]:
    """The elements that an end tag does not reach beyond."""
    if name in TABLE_PARTS:
        return _TABLE
    if name in ("table", "select"):
        return _NONE
    if name in SPECIAL:
        return BOUNDARY | _FURTHER_BOUNDARY.get(name, _NONE)
    return SPECIAL
