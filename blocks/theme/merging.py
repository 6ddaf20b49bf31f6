"""theme.json read and merged: one layer over another, presets by origin (`WP_Theme_JSON`).

tree = layer(core_theme_json(), "default", facts)
tree = merged(tree, layer(raw, "theme", facts))
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, cast

from blocks.formatting import php
from blocks.theme.arrays import items, keyed, mapping, put, replaced, without
from blocks.theme.facts import BlockFacts
from blocks.theme.schema import ORIGINS, PRESETS, Preset, sanitized
from blocks.theme.spacing_scale import merged_sizes, spacing_sizes

Tree = dict[str, Any]

LATEST: Final = 3
"""The version of theme.json that WordPress 6.9 writes."""

_OPT_INS: Final = tuple(
    (group, name)
    for group, names in {
        "background": "backgroundImage backgroundSize",
        "border": "color radius style width",
        "color": "link heading button caption",
        "dimensions": "aspectRatio minHeight",
        "position": "sticky",
        "spacing": "blockGap margin padding",
        "typography": "lineHeight",
    }.items()
    for name in names.split()
)
_RENAMED_IN_2: Final = {
    ("border", "customRadius"): ("border", "radius"),
    ("spacing", "customMargin"): ("spacing", "margin"),
    ("spacing", "customPadding"): ("spacing", "padding"),
    ("typography", "customLineHeight"): ("typography", "lineHeight"),
}
_MISSING: Final = object()


def layer(raw: Any, origin: str, facts: BlockFacts | None = None) -> Tree:
    """One theme.json as WordPress holds it: migrated, cleaned, opted in, its presets under `origin`."""
    tree = _with_shared_variations(migrated(raw, origin), facts)
    tree = _opted_in(sanitized(tree, facts))
    for path in setting_paths(tree):
        for preset in PRESETS:
            value = php.get(tree, *path, *preset.path)
            if value is not None and (php.is_empty(value) or (isinstance(value, list | str) and value)):
                tree = put(tree, (*path, *preset.path), {origin: value})
    return _with_spacing_sizes(tree, origin)


def merged(base: Tree, incoming: Tree) -> Tree:
    """`incoming` over `base` (`WP_Theme_JSON::merge()`)."""
    tree: Tree = replaced(base, incoming)
    incoming = _with_inherited_scales(tree, incoming)
    defaults = _default_slugs(tree, ("settings",))
    for path in setting_paths(incoming):
        units = php.get(incoming, *path, "spacing", "units")
        if units is not None:
            tree = put(tree, (*path, "spacing", "units"), units)
        for preset in PRESETS:
            keeps_defaults = _keeps_defaults(tree, path, preset)
            for origin in ORIGINS:
                content = php.get(incoming, *path, *preset.path, origin)
                if content is None:
                    continue
                if origin == "theme":
                    content = _named(content, tree, (*path, *preset.path)) if preset.default_names else content
                    if keeps_defaults:
                        here = defaults if path == ("settings",) else _default_slugs(tree, path)
                        taken = {*defaults.get(preset.path, ()), *here.get(preset.path, ())}
                        content = _without_slugs(content, taken) if taken else content
                tree = put(tree, (*path, *preset.path, origin), content)
    for path in _style_paths(tree):
        image = php.get(incoming, *path, "background", "backgroundImage")
        if image is not None:
            tree = put(tree, (*path, "background", "backgroundImage"), image)
    return tree


def migrated(raw: Any, origin: str) -> Tree:
    """A theme.json in the latest version (`WP_Theme_JSON_Schema::migrate()`)."""
    if not isinstance(raw, dict) or raw.get("version") is None:
        return {"version": LATEST}
    tree: Tree = raw
    version = php.text(tree["version"])
    if version == "1":
        tree = _renamed(tree)
        version = "2"
    if version != "2":
        return tree
    tree = {**tree, "version": LATEST}
    if origin == "custom":
        return tree
    if php.has(tree, "settings", "typography", "fontSizes"):
        tree = put(tree, ("settings", "typography", "defaultFontSizes"), False)
    has_sizes = php.has(tree, "settings", "spacing", "spacingSizes")
    if has_sizes or php.has(tree, "settings", "spacing", "spacingScale"):
        tree = put(tree, ("settings", "spacing", "defaultSpacingSizes"), False)
    if has_sizes:
        tree = without(tree, ("settings", "spacing", "spacingScale"))
    return tree


def setting_paths(tree: Any) -> list[tuple[str, ...]]:
    """Where settings stand: for everything, and for each block that has its own (`get_setting_nodes()`)."""
    if php.get(tree, "settings") is None:
        return []
    blocks = mapping(php.get(tree, "settings", "blocks"))
    return [("settings",), *(("settings", "blocks", name) for name in blocks)]


def _style_paths(tree: Any) -> Iterable[tuple[str, ...]]:
    for name, styles in mapping(php.get(tree, "styles", "blocks")).items():
        yield ("styles", "blocks", name)
        yield from (("styles", "blocks", name, "elements", element) for element in mapping(php.get(styles, "elements")))
    yield ("styles",)


def _renamed(tree: Tree) -> Tree:
    """Version 1 as version 2."""
    settings = tree.get("settings")
    if settings is None:
        return {**tree, "version": 2}
    settings = _renamed_settings(settings)
    blocks = php.get(settings, "blocks")
    if isinstance(blocks, dict):
        settings = {**settings, "blocks": {name: _renamed_settings(block) for name, block in blocks.items()}}
    return {**tree, "version": 2, "settings": settings}


def _renamed_settings(settings: Any) -> Any:
    for old, new in _RENAMED_IN_2.items():
        value = php.get(settings, *old)
        if value is not None:
            settings = without(put(settings, new, value), old)
    return settings


def _with_shared_variations(tree: Tree, facts: BlockFacts | None) -> Tree:
    """Style variations for all blocks, given to each block that has them (`unwrap_shared_block_style_variations()`)."""
    shared = php.get(tree, "styles", "variations")
    if php.is_empty(shared) or facts is None or not facts.variations:
        return tree
    for block, names in facts.variations.items():
        for name in names:
            path = ("styles", "blocks", block, "variations", name)
            common, own = php.get(shared, name), php.get(tree, *path)
            data = replaced([] if common is None else common, [] if own is None else own)
            if not php.is_empty(data):
                tree = put(tree, path, data)
    return cast("Tree", without(tree, ("styles", "variations")))


def _opted_in(tree: Tree) -> Tree:
    for path in setting_paths(tree):
        if php.get(tree, *path, "appearanceTools") is True:
            settings = php.get(tree, *path)
            for opt_in in _OPT_INS:
                if php.get(settings, *opt_in, default=_MISSING) is _MISSING:
                    settings = put(settings, opt_in, True)
            tree = put(tree, path, {key: value for key, value in settings.items() if key != "appearanceTools"})
    return tree


def _with_spacing_sizes(tree: Tree, origin: str) -> Tree:
    spacing = ("settings", "spacing")
    scale = php.get(tree, *spacing, "spacingScale")
    if isinstance(scale, dict | list) and not any(name in ORIGINS for name in scale):
        tree = put(tree, (*spacing, "spacingScale"), {origin: scale})
    scale = php.get(tree, *spacing, "spacingScale", origin)
    if scale is None:
        return tree
    sizes = php.get(tree, *spacing, "spacingSizes", origin, default=[])
    return cast("Tree", put(tree, (*spacing, "spacingSizes", origin), merged_sizes(spacing_sizes(scale), sizes)))


def _with_inherited_scales(tree: Tree, incoming: Tree) -> Tree:
    """The sizes of incoming scales, with what the scales leave out taken from the layers below."""
    whole: dict[str, Any] = {}
    for origin in ORIGINS:
        path = ("settings", "spacing", "spacingScale", origin)
        whole.update(keyed(php.get(tree, *path)))
        scale = php.get(incoming, *path)
        if scale is None:
            continue
        whole.update(keyed(scale))
        sizes = php.get(incoming, "settings", "spacing", "spacingSizes", origin, default=[])
        path = ("settings", "spacing", "spacingSizes", origin)
        incoming = put(incoming, path, merged_sizes(spacing_sizes(whole), sizes))
    return incoming


def _keeps_defaults(tree: Tree, path: tuple[str, ...], preset: Preset) -> bool:
    """Whether presets of a theme may not take the slugs of WordPress's own."""
    if not preset.default:
        return False
    everywhere = php.get(tree, "settings", preset.path[0], preset.default)
    return php.is_true(php.get(tree, *path, preset.path[0], preset.default, default=everywhere))


def _default_slugs(tree: Tree, path: tuple[str, ...]) -> dict[tuple[str, str], list[Any]]:
    found: dict[tuple[str, str], list[Any]] = {}
    for preset in PRESETS:
        of_wordpress = php.get(tree, *path, *preset.path, "default")
        if of_wordpress is not None:
            found[preset.path] = [one["slug"] for one in items(of_wordpress) if isinstance(one.get("slug"), str | int)]
    return found


def _without_slugs(presets: Any, taken: set[Any]) -> list[Any]:
    return [one for one in items(presets) if (slug := one.get("slug")) is not None and not _is_in(slug, taken)]


def _is_in(slug: Any, taken: set[Any]) -> bool:
    return isinstance(slug, str | int) and slug in taken


def _named(presets: Any, tree: Tree, path: tuple[str, ...]) -> Any:
    """Presets without a name have that of WordPress's own of the same slug."""
    if not isinstance(presets, list):
        return presets
    names = {
        one["slug"]: one.get("name")
        for one in reversed(items(php.get(tree, *path, "default")))
        if isinstance(one.get("slug"), str)
    }
    return [
        {**one, "name": names[one["slug"]]}
        if isinstance(one, dict) and one.get("name") is None and names.get(_text(one.get("slug"))) is not None
        else one
        for one in presets
    ]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
