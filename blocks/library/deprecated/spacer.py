"""How spacers were saved."""

from __future__ import annotations

from blocks.library.design import Spacer
from blocks.model.fields import comment
from blocks.model.saved import Attributes, Element, Inner, Root, element, printed
from blocks.model.shape import Migrated, Shape, deprecates


class InPixels(Shape):
    """With sizes that were numbers of pixels.

    <!-- wp:spacer {"height":20} --><div style="height:20px" … class="wp-block-spacer"></div><!-- /wp:spacer -->
    """

    height = comment("height", "number", default=100)
    width = comment("width", "number")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return {**a, **{key: f"{printed(a[key])}px" for key in ("width", "height") if a[key] is not None}}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        style = {"height": a["height"], "width": a["width"]}
        return element("div", root({"style": style, "aria-hidden": True}))


deprecates(Spacer, InPixels)
