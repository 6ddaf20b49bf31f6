"""What a theme turns on by `add_theme_support()`, as settings of theme.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from blocks.formatting import php
from blocks.theme.arrays import items

_UNITS: Final = ["px", "em", "rem", "vh", "vw", "%"]
_PRESETS: Final = {  # a support, the group and the name of its presets, the name of the switch, the support for that
    "editor-color-palette": ("color", "palette", "defaultPalette", "default-color-palette"),
    "editor-gradient-presets": ("color", "gradients", "defaultGradients", "default-gradient-presets"),
    "editor-font-sizes": ("typography", "fontSizes", "defaultFontSizes", "default-font-sizes"),
    "editor-spacing-sizes": ("spacing", "spacingSizes", "defaultSpacingSizes", "default-spacing-sizes"),
}


def theme_json_of(supports: Mapping[str, Any], *, has_theme_json: bool) -> dict[str, Any]:
    """The theme.json that supports stand for (`WP_Theme_JSON::get_from_editor_settings()`, `get_theme_data()`)."""
    units = supports.get("custom-units", False)
    settings: dict[str, dict[str, Any]] = {
        "color": {
            "custom": not supports.get("disable-custom-colors"),
            "customGradient": not supports.get("disable-custom-gradients"),
        },
        "typography": {
            "customFontSize": not supports.get("disable-custom-font-sizes"),
            "lineHeight": supports.get("custom-line-height", False),
        },
        "spacing": {"units": _UNITS if units is True else units},
    }
    for support, (group, name, switch, keeps) in _PRESETS.items():
        presets = supports.get(support)
        if presets is not None and presets is not False:
            settings[group][name] = _with_units(presets) if name == "fontSizes" else presets
        if not has_theme_json:
            settings[group][switch] = name not in settings[group] or bool(supports.get(keeps))
    settings["spacing"]["padding"] = supports.get("custom-spacing", False)
    tree: dict[str, Any] = {"version": 3, "settings": settings}
    if not has_theme_json:
        settings["shadow"] = {"defaultPresets": False}
        if supports.get("link-color"):
            settings["color"]["link"] = True
        if supports.get("border"):
            settings["border"] = dict.fromkeys(("color", "radius", "style", "width"), True)
        if supports.get("appearance-tools"):
            tree["settings"] = {**settings, "appearanceTools": True}
    return tree


def _with_units(sizes: Any) -> list[dict[str, Any]]:
    """Font sizes, plain numbers in pixels."""
    return [
        {**size, "size": php.text(size["size"]) + "px"} if php.is_numeric(size.get("size")) else size
        for size in items(sizes)
    ]
