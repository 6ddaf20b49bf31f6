"""AMP's names: the elements that stand for HTML's, and what its runtime puts into a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from blocks.render.amp.rules import words

AMP_ELEMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "audio": ("amp-audio",),
    "iframe": ("amp-iframe",),
    "img": ("amp-img", "amp-anim"),
    "video": ("amp-video",),
}
"""The elements that a selector for the one in front is meant for, too."""

HTML_ELEMENTS: Final[Mapping[str, str]] = {amp: html for html, those in AMP_ELEMENTS.items() for amp in those}

ALWAYS: Final = frozenset({"body", "head", "html"})
"""Elements of every page."""

IMPLIED: Final[Mapping[str, str]] = {"col": "colgroup", "tr": "tbody"}
"""Elements that a parser puts around others."""

# What changes on a page that is open: by AMP's components and actions, and by the browser.
MADE_ATTRIBUTES: Final = frozenset(
    f"[{name}"
    for name in words(
        "active amp aria-checked aria-current aria-disabled aria-expanded aria-hidden aria-invalid aria-pressed "
        "aria-selected autoexpand checked class dir disabled expanded hidden lang open selected slide style tabindex"
    )
)
_MADE_CLASSES = frozenset({"user-invalid", "user-valid", "valid", "invalid"})


def is_made_by_amp(name: str) -> bool:
    """Whether a class may come into the page while it is read: AMP's own all begin alike, but for those of forms."""
    return name.startswith("amp-") or name in _MADE_CLASSES
