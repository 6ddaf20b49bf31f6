"""How formulas were saved."""

from __future__ import annotations

from blocks.library.text import Math
from blocks.model.fields import comment, html
from blocks.model.saved import Attributes, Element, Root, element, printed
from blocks.model.shape import Shape, deprecates


class WithoutDivision(Shape):
    """As the `math` element alone.

    <math class="wp-block-math" display="block">…</math>
    """

    latex = comment("latex", "string")
    math_ml = html("math", key="mathML")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("math", {**root(), "display": "block"}, printed(a["mathML"])) if a["latex"] else None


deprecates(Math, WithoutDivision)
