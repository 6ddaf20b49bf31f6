"""How the block core/social-links was saved."""

from __future__ import annotations

import re

from blocks.fragment.javascript import BLANKS
from blocks.library.widgets import SocialLinks
from blocks.model.fields import comment
from blocks.model.saved import Attributes, Element, Inner, Root, classes, element
from blocks.model.shape import Migrated, Shape, deprecates

_JUSTIFIED = re.compile(r"\bitems-justified-[^ ]* ?\b", re.ASCII)


class ColoredByVariables(Shape):
    """With its colours as CSS variables, and its justification as a class.

    <ul class="wp-block-social-links has-icon-color items-justified-center" style="--wp--social-links--icon-color:#111">
    """

    supports = {"align": ["left", "center", "right"], "anchor": True}

    icon_color = comment("iconColor", "string")
    custom_icon_color = comment("customIconColor", "string")
    icon_color_value = comment("iconColorValue", "string")
    icon_background_color = comment("iconBackgroundColor", "string")
    custom_icon_background_color = comment("customIconBackgroundColor", "string")
    icon_background_color_value = comment("iconBackgroundColorValue", "string")
    open_in_new_tab = comment("openInNewTab", "boolean", default=False)
    size = comment("size", "string")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        names = a["className"]
        if names is None:
            return a
        kept = Attributes({**a, "className": _JUSTIFIED.sub("", names).strip(BLANKS)})
        justified = _JUSTIFIED.search(names)
        if justified is None:
            return kept
        chosen = justified[0].strip(BLANKS).removeprefix("items-justified-")
        return Attributes({**kept, "layout": {"type": "flex", "justifyContent": chosen}})

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(
            a["size"],
            a["iconColorValue"] and "has-icon-color",
            a["iconBackgroundColorValue"] and "has-icon-background-color",
        )
        style = {
            "--wp--social-links--icon-color": a["iconColorValue"],
            "--wp--social-links--icon-background-color": a["iconBackgroundColorValue"],
        }
        return element("ul", root({"class": names, "style": style}), root.inner)


deprecates(SocialLinks, ColoredByVariables)
