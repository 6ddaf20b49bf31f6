"""The site's menus."""

from __future__ import annotations

from blocks.library.supports import TYPOGRAPHY
from blocks.model.block import Block
from blocks.model.fields import comment
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, element


@block(
    "core/navigation",
    category="theme",
    allowed_blocks=(
        "core/navigation-link",
        "core/search",
        "core/social-links",
        "core/page-list",
        "core/spacer",
        "core/home-link",
        "core/site-title",
        "core/site-logo",
        "core/navigation-submenu",
        "core/loginout",
        "core/buttons",
    ),
    provides_context={
        "textColor": "textColor",
        "customTextColor": "customTextColor",
        "backgroundColor": "backgroundColor",
        "customBackgroundColor": "customBackgroundColor",
        "overlayTextColor": "overlayTextColor",
        "customOverlayTextColor": "customOverlayTextColor",
        "overlayBackgroundColor": "overlayBackgroundColor",
        "customOverlayBackgroundColor": "customOverlayBackgroundColor",
        "fontSize": "fontSize",
        "customFontSize": "customFontSize",
        "showSubmenuIcon": "showSubmenuIcon",
        "openSubmenusOnClick": "openSubmenusOnClick",
        "style": "style",
        "maxNestingLevel": "maxNestingLevel",
    },
)
class Navigation(Block):
    """A menu: of its own (`ref`), or the blocks inside.

    <!-- wp:navigation {"ref":4} /-->
    """

    supports = {
        "align": ["wide", "full"],
        "ariaLabel": True,
        "html": False,
        "inserter": True,
        "typography": {**TYPOGRAPHY, "__experimentalSkipSerialization": ["textDecoration"]},
        "spacing": {"blockGap": True, "units": ["px", "em", "rem", "vh", "vw"]},
        "layout": {
            "allowSwitching": False,
            "allowInheriting": False,
            "allowVerticalAlignment": False,
            "allowSizingOnChildren": True,
            "default": {"type": "flex"},
        },
        "renaming": False,
        "contentRole": True,
    }

    ref: int | None = comment("ref", "integer")
    text_color: str | None = comment("textColor", "string")
    custom_text_color: str | None = comment("customTextColor", "string")
    rgb_text_color: str | None = comment("rgbTextColor", "string")
    background_color: str | None = comment("backgroundColor", "string")
    custom_background_color: str | None = comment("customBackgroundColor", "string")
    rgb_background_color: str | None = comment("rgbBackgroundColor", "string")
    show_submenu_icon: bool = comment("showSubmenuIcon", "boolean", default=True)
    open_submenus_on_click: bool = comment("openSubmenusOnClick", "boolean", default=False)
    overlay_menu: str = comment("overlayMenu", "string", default="mobile")
    icon: str = comment("icon", "string", default="handle")
    has_icon: bool = comment("hasIcon", "boolean", default=True)
    location: str | None = comment("__unstableLocation", "string")
    overlay_background_color: str | None = comment("overlayBackgroundColor", "string")
    custom_overlay_background_color: str | None = comment("customOverlayBackgroundColor", "string")
    overlay_text_color: str | None = comment("overlayTextColor", "string")
    custom_overlay_text_color: str | None = comment("customOverlayTextColor", "string")
    max_nesting_level: int = comment("maxNestingLevel", "integer", default=5)
    template_lock: str | bool | None = comment(
        "templateLock", ("string", "boolean"), enum=("all", "insert", "contentOnly", False)
    )

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return None if a["ref"] else element(None, {}, root.inner)
