"""Links to where the site is elsewhere."""

from __future__ import annotations

from blocks.library.drawn import Drawn
from blocks.library.supports import BORDER, SPACING
from blocks.model.block import Block
from blocks.model.fields import comment
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, classes, element


@block(
    "core/social-links",
    category="widgets",
    allowed_blocks=("core/social-link",),
    provides_context={
        "openInNewTab": "openInNewTab",
        "showLabels": "showLabels",
        "iconColor": "iconColor",
        "iconColorValue": "iconColorValue",
        "iconBackgroundColor": "iconBackgroundColor",
        "iconBackgroundColorValue": "iconBackgroundColorValue",
    },
    styles=("default", "logos-only", "pill-shape"),
)
class SocialLinks(Block):
    """Links to social networks, which are blocks inside it.

    <ul class="wp-block-social-links"><!-- wp:social-link {"url":"…","service":"mastodon"} /--></ul>
    """

    supports = {
        "align": ["left", "center", "right"],
        "anchor": True,
        "html": False,
        "__experimentalExposeControlsToChildren": True,
        "layout": {
            "allowSwitching": False,
            "allowInheriting": False,
            "allowVerticalAlignment": False,
            "default": {"type": "flex"},
        },
        "color": {"enableContrastChecker": False, "background": True, "gradients": True, "text": False},
        "spacing": {**SPACING, "blockGap": ["horizontal", "vertical"], "units": ["px", "em", "rem", "vh", "vw"]},
        "__experimentalBorder": BORDER,
        "contentRole": True,
    }

    icon_color: str | None = comment("iconColor", "string")
    custom_icon_color: str | None = comment("customIconColor", "string")
    icon_color_value: str | None = comment("iconColorValue", "string")
    icon_background_color: str | None = comment("iconBackgroundColor", "string")
    custom_icon_background_color: str | None = comment("customIconBackgroundColor", "string")
    icon_background_color_value: str | None = comment("iconBackgroundColorValue", "string")
    open_in_new_tab: bool = comment("openInNewTab", "boolean", default=False)
    show_labels: bool = comment("showLabels", "boolean", default=False)
    size: str | None = comment("size", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(
            a["size"],
            a["showLabels"] and "has-visible-labels",
            a["iconColorValue"] and "has-icon-color",
            a["iconBackgroundColorValue"] and "has-icon-background-color",
        )
        return element("ul", root({"class": names}), root.inner)


@block(
    "core/social-link",
    category="widgets",
    parent=("core/social-links",),
    uses_context=(
        "openInNewTab",
        "showLabels",
        "iconColor",
        "iconColorValue",
        "iconBackgroundColor",
        "iconBackgroundColorValue",
    ),
)
class SocialLink(Drawn):
    """One link; the icon is that of its service.

    <!-- wp:social-link {"url":"https://example.org/@me","service":"mastodon"} /-->
    """

    supports = {"reusable": False, "html": False}

    url: str | None = comment("url", "string", role="content")
    service: str | None = comment("service", "string")
    label: str | None = comment("label", "string", role="content")
    rel: str | None = comment("rel", "string")
