"""How separators were saved."""

from __future__ import annotations

from blocks.library.deprecated.common import colored_by_style
from blocks.library.design import Separator
from blocks.model.fields import comment
from blocks.model.saved import Attributes, Element, Inner, Root, classes, color_class, element
from blocks.model.shape import Migrated, Shape, deprecates


class ColoredByCss(Shape):
    """Before WordPress 6.0, with one colour for the line and the dots.

    <!-- wp:separator {"color":"vivid-red"} --><hr class="wp-block-separator has-text-color …"/><!-- /wp:separator -->
    """

    color = comment("color", "string")
    custom_color = comment("customColor", "string")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        colored = colored_by_style(a, background="customColor")
        return {
            **{key: value for key, value in colored.items() if key not in ("color", "customColor")},
            "backgroundColor": a["color"] or None,
            "opacity": "css",
            "tagName": "hr",
        }

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        background, text = color_class("background-color", a["color"]), color_class("color", a["color"])
        names = classes((a["color"] or a["customColor"]) and "has-text-color has-background", background, text)
        custom = None if a["color"] else a["customColor"]
        return element("hr", root({"class": names, "style": {"backgroundColor": custom, "color": custom}}))


deprecates(Separator, ColoredByCss)
