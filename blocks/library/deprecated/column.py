"""How a column was saved."""

from __future__ import annotations

import math

from blocks.library.design import Column
from blocks.model.fields import comment
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, classes, element, printed
from blocks.model.shape import Migrated, Shape, deprecates


class InPercent(Shape):
    """With a width that is a number of percent.

    <!-- wp:column {"width":66.66} --><div class="wp-block-column" style="flex-basis:66.66%">…</div><!-- /wp:column -->
    """

    vertical_alignment = comment("verticalAlignment", "string")
    width = comment("width", "number")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        width = said["width"]
        return isinstance(width, int | float) and math.isfinite(width)

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return {**a, "width": _percent(a)}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(a["verticalAlignment"] and f"is-vertically-aligned-{a['verticalAlignment']}")
        return element("div", {"class": names, "style": {"flexBasis": _percent(a)}}, root.inner)


def _percent(a: Attributes) -> str:
    return "undefined%" if a["width"] is None else f"{printed(a['width'])}%"


deprecates(Column, InPercent)
