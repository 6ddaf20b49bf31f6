"""Presets that hold inside one block alone: the attribute `settings` of a block, as a stylesheet.

    block_presets({"color": {"palette": {"custom": [...]}}}, ".wp-settings-0123", theme)

WordPress looks for the root inside the block, so that presets for everything reach nothing; those of `settings.blocks`
do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr, esc_html
from blocks.formatting.names import sanitize_html_class
from blocks.theme.arrays import items, put
from blocks.theme.facts import facts_of
from blocks.theme.layout_styles import is_safe
from blocks.theme.merging import LATEST, Tree, layer, setting_paths
from blocks.theme.schema import ORIGINS, PRESETS, Preset, sanitized
from blocks.theme.stylesheet import preset_classes, variables
from blocks.theme.theme import Theme
from blocks.theme.typography import font_size_value

# The properties in which the value of each kind of preset must be safe.
_PROPERTIES: Final[dict[str, tuple[str, ...]]] = {
    "aspectRatios": ("aspect-ratio",),
    "palette": ("color", "background-color", "border-color"),
    "gradients": ("background",),
    "duotone": ("filter",),
    "fontSizes": ("font-size",),
    "fontFamilies": ("font-family",),
    "spacingSizes": ("padding", "margin"),
    "presets": ("box-shadow",),
    "radiusSizes": ("border-radius",),
}


def block_presets(settings: Any, scope: str, theme: Theme) -> str:
    """The custom properties and classes of `settings`, inside the selector `scope`.

    Presets that are not safe, or not kept by origin as the editor saves them, are left out. The rule is
    `_wp_add_block_level_preset_styles()`.
    """
    raw = {"version": LATEST, "settings": settings}
    facts = theme.block_facts or facts_of(raw)
    safe = _safe(sanitized(raw, facts), theme)
    if not php.is_true(safe.get("settings")):
        return ""
    tree = layer(safe, "theme", facts)
    return variables(tree, facts, theme.settings, ORIGINS, scope) + preset_classes(tree, facts, ORIGINS, scope)


def _safe(tree: Tree, theme: Theme) -> Tree:
    """The presets alone, and of these what is safe (`WP_Theme_JSON::remove_insecure_properties()`)."""
    out: Tree = {"version": LATEST}
    for path in setting_paths(tree):
        for preset in PRESETS:
            for origin in ORIGINS:
                said = php.get(tree, *path, *preset.path, origin)
                kept = [one for one in items(said) if _is_safe(one, preset, theme)]
                if kept:
                    out = put(out, (*path, *preset.path, origin), kept)
    return out


def _is_safe(one: dict[str, Any], preset: Preset, theme: Theme) -> bool:
    name, slug = one.get("name"), one.get("slug")
    if not isinstance(name, str) or not isinstance(slug, str):
        return False
    if esc_attr(esc_html(name)) != name or sanitize_html_class(slug) != slug:
        return False
    return all(is_safe(property_, value) for property_, value in _declared(one, preset, theme))


def _declared(one: dict[str, Any], preset: Preset, theme: Theme) -> Iterator[tuple[str, Any]]:
    value = one.get(preset.value) if preset.value else None
    if preset.path == ("typography", "fontSizes"):
        value = font_size_value(one, theme.settings)
    for name in _PROPERTIES[preset.path[1]]:
        yield name, value
