"""Groups of HTML's elements."""

from __future__ import annotations

from typing import Final

BLOCK_ELEMENTS: Final = frozenset(
    """
    address article aside blockquote body center details dialog dir div dl fieldset figcaption figure footer form h1 h2
    h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p pre search section summary table ul dd dt
    """.split()  # noqa: SIM905
)
"""Elements that a paragraph cannot hold: one that is open ends before them (HTML Living Standard, 13.2.6.4.7)."""
