"""How menus were saved: always as the blocks inside them."""

from __future__ import annotations

from typing import Any, Final

from blocks.fragment.javascript import is_true
from blocks.library.deprecated.common import font_family_by_slug, has_font_family
from blocks.library.theme import Navigation
from blocks.model.fields import comment
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, element, inside
from blocks.model.shape import Migrated, Shape, deprecates

_TYPOGRAPHY: dict[str, Any] = {
    "fontSize": True,
    "lineHeight": True,
    "__experimentalFontStyle": True,
    "__experimentalFontWeight": True,
    "__experimentalTextTransform": True,
    "__experimentalFontFamily": True,
    "__experimentalTextDecoration": True,
}
_FIRST: dict[str, Any] = {"align": ["wide", "full"], "anchor": True, "html": False, "inserter": True}
_SET_IN_TYPE: dict[str, Any] = {**_FIRST, "typography": _TYPOGRAPHY}
_SPACED: dict[str, Any] = {**_SET_IN_TYPE, "spacing": {"blockGap": True, "units": ["px", "em", "rem", "vh", "vw"]}}
_LAID_OUT = {"allowSwitching": False, "allowInheriting": False, "default": {"type": "flex"}}

_PRESETS: Final = {
    "fontStyle": "var:preset|font-style|",
    "fontWeight": "var:preset|font-weight|",
    "textDecoration": "var:preset|text-decoration|",
    "textTransform": "var:preset|text-transform|",
}


class _Colored(Shape):
    """The colours of a menu, and of what opens over it."""

    text_color = comment("textColor", "string")
    custom_text_color = comment("customTextColor", "string")
    rgb_text_color = comment("rgbTextColor", "string")
    background_color = comment("backgroundColor", "string")
    custom_background_color = comment("customBackgroundColor", "string")
    rgb_background_color = comment("rgbBackgroundColor", "string")
    show_submenu_icon = comment("showSubmenuIcon", "boolean", default=True)

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return _by_ref(_laid_out(font_family_by_slug(a)))

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a
        return element(None, {}, root.inner)


class _Opening(_Colored):
    open_submenus_on_click = comment("openSubmenusOnClick", "boolean", default=False)
    location = comment("__unstableLocation", "string")
    overlay_background_color = comment("overlayBackgroundColor", "string")
    custom_overlay_background_color = comment("customOverlayBackgroundColor", "string")
    overlay_text_color = comment("overlayTextColor", "string")
    custom_overlay_text_color = comment("customOverlayTextColor", "string")


class WithIdOfMenu(_Opening):
    """With the id of a menu, which is its post's (`ref`) today.

    <!-- wp:navigation {"navigationMenuId":3} /-->
    """

    supports = {**_SPACED, "layout": _LAID_OUT}

    navigation_menu_id = comment("navigationMenuId", "number")
    overlay_menu = comment("overlayMenu", "string", default="mobile")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return is_true(said["navigationMenuId"])

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return _by_ref(a)


class Justified(_Opening):
    """With a justification and an orientation of its own, which are its layout today.

    <!-- wp:navigation {"itemsJustification":"right","orientation":"vertical"} -->…<!-- /wp:navigation -->
    """

    supports = _SPACED

    navigation_menu_id = comment("navigationMenuId", "number")
    orientation = comment("orientation", "string", default="horizontal")
    items_justification = comment("itemsJustification", "string")
    overlay_menu = comment("overlayMenu", "string", default="never")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return is_true(said["itemsJustification"]) or is_true(said["orientation"])

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return _by_ref(_laid_out(a))


class FontFamilyInStyle(_Opening):
    """With the font family as a preset in its style.

    <!-- wp:navigation {"style":{"typography":{"fontFamily":"var:preset|font-family|inter"}}} -->
    """

    supports = _SPACED

    orientation = comment("orientation", "string", default="horizontal")
    items_justification = comment("itemsJustification", "string")
    overlay_menu = comment("overlayMenu", "string", default="never")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return has_font_family(said)


class Responsive(_Opening):
    """With a switch for the button that opens the menu on small screens.

    <!-- wp:navigation {"isResponsive":true} -->…<!-- /wp:navigation -->
    """

    supports = _SET_IN_TYPE

    orientation = comment("orientation", "string", default="horizontal")
    items_justification = comment("itemsJustification", "string")
    is_responsive = comment("isResponsive", "boolean", default="false")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return is_true(said["isResponsive"])

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        opening = Attributes({**a, "isResponsive": None, "overlayMenu": "mobile"})
        return _by_ref(_laid_out(font_family_by_slug(opening)))


class TypeByPresets(_Colored):
    """With presets for what needs none, such as the weight of the type.

    <!-- wp:navigation {"style":{"typography":{"fontWeight":"var:preset|font-weight|700"}}} -->
    """

    supports = {
        **_FIRST,
        "fontSize": True,
        "__experimentalFontStyle": True,
        "__experimentalFontWeight": True,
        "__experimentalTextTransform": True,
        "color": True,
        "__experimentalFontFamily": True,
        "__experimentalTextDecoration": True,
    }

    orientation = comment("orientation", "string")
    items_justification = comment("itemsJustification", "string")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        typography = inside(said["style"], "typography")
        return any(str(inside(typography, key) or "").startswith(preset) for key, preset in _PRESETS.items())

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        typography = inside(a["style"], "typography") or {}
        plain = {key: _without_preset(key, value) for key, value in typography.items()}
        set_plainly = Attributes({**a, "style": {**(a["style"] or {}), "typography": plain}})
        return _by_ref(_laid_out(font_family_by_slug(set_plainly)))


class ColoredByRgb(Shape):
    """With the colours as the page had them, beside the names that the theme gives them.

    <!-- wp:navigation {"rgbTextColor":"rgb(1, 2, 3)"} -->…<!-- /wp:navigation -->
    """

    supports = _FIRST

    class_name = comment("className", "string")
    text_color = comment("textColor", "string")
    rgb_text_color = comment("rgbTextColor", "string")
    background_color = comment("backgroundColor", "string")
    rgb_background_color = comment("rgbBackgroundColor", "string")
    font_size = comment("fontSize", "string")
    custom_font_size = comment("customFontSize", "number")
    items_justification = comment("itemsJustification", "string")
    show_submenu_icon = comment("showSubmenuIcon", "boolean")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return is_true(said["rgbTextColor"]) or is_true(said["rgbBackgroundColor"])

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        own = {
            "customTextColor": None if a["textColor"] else a["rgbTextColor"],
            "customBackgroundColor": None if a["backgroundColor"] else a["rgbBackgroundColor"],
        }
        return _by_ref(Attributes({**a, "rgbTextColor": None, "rgbBackgroundColor": None, **own}))

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a
        return element(None, {}, root.inner)


def _by_ref(a: Attributes) -> Attributes:
    return Attributes({**a, "navigationMenuId": None, "ref": a["navigationMenuId"]})


def _laid_out(a: Attributes) -> Attributes:
    if is_true(a["layout"]):
        return a
    chosen = {"justifyContent": a["itemsJustification"], "orientation": a["orientation"]}
    layout = {key: value for key, value in chosen.items() if value}
    kept = {**a, "itemsJustification": None, "orientation": None}
    return Attributes({**kept, "layout": {"type": "flex", **layout}} if layout else kept)


def _without_preset(key: str, value: Any) -> Any:
    preset = _PRESETS.get(key)
    if preset is None or not isinstance(value, str) or not value.startswith(preset):
        return value
    plain = value.removeprefix(preset)
    return "line-through" if key == "textDecoration" and plain == "strikethrough" else plain


deprecates(Navigation, WithIdOfMenu, Justified, FontFamilyInStyle, Responsive, TypeByPresets, ColoredByRgb)
