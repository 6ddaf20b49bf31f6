"""The global stylesheet of a theme: `wp_get_global_stylesheet()`.

    global_stylesheet(theme)                        # custom properties, layouts, elements, blocks, preset classes
    global_stylesheet(theme, ("variables",))        # the custom properties alone

The theme should know the block types (`Theme.with_blocks()`): without them every block has the selector that its name
gives, and no layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.names import wp_to_kebab_case
from blocks.formatting.urls import sanitize_url
from blocks.theme.arrays import items, mapping, put
from blocks.theme.block_styles import BlockStyles
from blocks.theme.facts import BlockFacts, facts_of, scope_selector
from blocks.theme.layout_styles import is_safe, layout_styles
from blocks.theme.merging import setting_paths
from blocks.theme.properties import Declaration, property_value, ruleset
from blocks.theme.schema import PRESETS, Preset
from blocks.theme.selectors import ROOT, StyleNode, appended, style_nodes
from blocks.theme.theme import Theme
from blocks.theme.typography import font_size_value

_EVERYWHERE: Final = ":root"
_OF_THEME: Final = "file:./"  # what stands for the theme's folder
_ORIGINS: Final = ("default", "theme", "custom")
_COLUMNS_LIKE: Final = ("core/columns", "core/post-template")  # whose gap differs from the usual one
_ROOT_PADDING: Final = (
    ".wp-site-blocks { padding-top: var(--wp--style--root--padding-top);"
    " padding-bottom: var(--wp--style--root--padding-bottom); }"
    ".has-global-padding { padding-right: var(--wp--style--root--padding-right);"
    " padding-left: var(--wp--style--root--padding-left); }"
    ".has-global-padding > .alignfull { margin-right: calc(var(--wp--style--root--padding-right) * -1);"
    " margin-left: calc(var(--wp--style--root--padding-left) * -1); }"
    ".has-global-padding :where(:not(.alignfull.is-layout-flow) > .has-global-padding:not(.wp-block-block, .alignfull))"
    " { padding-right: 0; padding-left: 0; }"
    ".has-global-padding :where(:not(.alignfull.is-layout-flow) > .has-global-padding:not(.wp-block-block, .alignfull))"
    " > .alignfull { margin-left: 0; margin-right: 0; }"
)
_ALIGNMENTS: Final = (
    ".wp-site-blocks > .alignleft { float: left; margin-right: 2em; }"
    ".wp-site-blocks > .alignright { float: right; margin-left: 2em; }"
    ".wp-site-blocks > .aligncenter { justify-content: center; margin-left: auto; margin-right: auto; }"
)


def global_stylesheet(theme: Theme, types: Sequence[str] = (), *, uri: str = "") -> str:
    """The stylesheet, or parts of it: `variables`, `styles`, `presets`, `base-layout-styles`, `custom-css`.

    `uri` is the address of the theme's folder, for images that theme.json names as `file:./…`.
    """
    tree = with_addresses(theme.tree, uri) if uri else theme.tree
    if not types:
        types = ("variables", "styles" if theme.has_theme_json else "base-layout-styles", "presets")
    facts = theme.block_facts or facts_of(tree)
    origins: tuple[str, ...] = _ORIGINS
    if not theme.has_theme_json:
        has_palette = bool(theme.supports.get("editor-color-palette"))
        borders = bool(theme.supports.get("appearance-tools") or theme.supports.get("border"))
        origins = ("default", "theme") if borders and has_palette else ("default",)
    css = ""
    if "variables" in types:
        css += variables(tree, facts, theme.settings, _ORIGINS)
    if "styles" in types:
        css += _styles(tree, facts, theme)
    elif "base-layout-styles" in types:
        css += _base_layouts(tree, facts, theme)
    if "presets" in types:
        css += preset_classes(tree, facts, origins)
    return css + php.text(php.get(tree, "styles", "css")) if "custom-css" in types else css


def with_addresses(tree: Any, uri: str) -> Any:
    """theme.json with the addresses of background images of the theme's files (`resolve_theme_file_uris()`)."""
    blocks = mapping(php.get(tree, "styles", "blocks"))
    for place in (("styles",), *(("styles", "blocks", name) for name in blocks)):
        path = (*place, "background", "backgroundImage", "url")
        url = php.get(tree, *path)
        if isinstance(url, str) and url.startswith(_OF_THEME):
            tree = put(tree, path, sanitize_url(f"{uri}/{url.replace(_OF_THEME, '').lstrip('/')}"))
    return tree


def _styles(tree: Any, facts: BlockFacts, theme: Theme) -> str:
    nodes = style_nodes(tree, facts)
    styles = BlockStyles(tree, facts, theme.settings, not theme.supports.get("disable-layout-styles"))
    return (_root_layout(tree, facts, theme) if nodes else "") + "".join([styles.css(node) for node in nodes])


def _base_layouts(tree: Any, facts: BlockFacts, theme: Theme) -> str:
    if theme.supports.get("disable-layout-styles"):
        return ""
    nodes = [StyleNode(("styles",), ROOT)]
    nodes += [StyleNode(("styles", "blocks", name), ".wp-block-" + name[5:], name) for name in _COLUMNS_LIKE]
    return "".join([layout_styles(tree, node, facts, base_only=True) for node in nodes])


def _root_layout(tree: Any, facts: BlockFacts, theme: Theme) -> str:
    """What the layout of everything rests on (`get_root_layout_rules()`)."""
    css = ""
    content, wide = php.get(tree, "settings", "layout", "contentSize"), php.get(tree, "settings", "layout", "wideSize")
    if content is not None or wide is not None:
        sizes = (wide if content is None else content, content if wide is None else wide)
        content, wide = (php.text(size) if is_safe("max-width", size) else "initial" for size in sizes)
        css += (
            f"{_EVERYWHERE} {{ --wp--style--global--content-size: {content};--wp--style--global--wide-size: {wide}; }}"
        )
    css += ":where(body) { margin: 0; }"
    if php.get(tree, "settings", "useRootPaddingAwareAlignments") is True:
        css += _ROOT_PADDING
    css += _ALIGNMENTS
    if php.has(tree, "settings", "spacing", "blockGap"):
        gap = php.text(property_value(tree, ("styles", "spacing", "blockGap")))
        css += (
            f":where(.wp-site-blocks) > * {{ margin-block-start: {gap}; margin-block-end: 0; }}"
            ":where(.wp-site-blocks) > :first-child { margin-block-start: 0; }"
            ":where(.wp-site-blocks) > :last-child { margin-block-end: 0; }"
            f"{_EVERYWHERE} {{ --wp--style--block-gap: {gap}; }}"
        )
    if not theme.supports.get("disable-layout-styles"):
        css += layout_styles(tree, StyleNode(("styles",), ROOT), facts)
    return css


def _places(tree: Any, facts: BlockFacts, scope: str) -> Iterator[tuple[Any, str]]:
    """Settings, and the selector that their presets are for, inside `scope` (`get_setting_nodes()`)."""
    for path in setting_paths(tree):
        name = path[-1] if len(path) > 1 else ""
        if not name or name in facts.types:
            yield php.get(tree, *path), scope_selector(scope, facts.selector(name) if name else _EVERYWHERE)


def variables(tree: Any, facts: BlockFacts, settings: Any, origins: Iterable[str], scope: str = "") -> str:
    """The custom properties of presets, and of `settings.custom` (`get_css_variables()`)."""
    css = ""
    for node, selector in _places(tree, facts, scope):
        declarations = [
            Declaration(f"--wp--preset--{preset.variable}--{slug}", value)
            for preset in PRESETS
            if preset.variable
            for slug, value in _values(node, preset, {**mapping(settings), **mapping(node)}, origins).items()
        ]
        declarations += [
            Declaration(f"--wp--custom--{name}", value) for name, value in flattened(php.get(node, "custom"))
        ]
        css += ruleset(selector, declarations)
    return css


def _values(node: Any, preset: Preset, settings: Any, origins: Iterable[str]) -> dict[str, Any]:
    """The values of presets by slug (`get_settings_values_by_slug()`)."""
    found: dict[str, Any] = {}
    for one in _presets(node, preset, origins):
        if not preset.value:
            value = font_size_value(one, settings)
        elif (value := one.get(preset.value)) is None:
            continue
        found[wp_to_kebab_case(php.text(one.get("slug")))] = value
    return found


def _presets(node: Any, preset: Preset, origins: Iterable[str]) -> Iterator[dict[str, Any]]:
    by_origin = php.get(node, *preset.path)
    for origin in origins:
        yield from items(php.get(by_origin, origin))


def preset_classes(tree: Any, facts: BlockFacts, origins: Iterable[str], scope: str = "") -> str:
    """A class for every preset (`get_preset_classes()`)."""
    css: list[str] = []
    for node, selector in _places(tree, facts, scope):
        before = "" if selector == _EVERYWHERE else selector
        for preset in PRESETS:
            if not preset.classes:
                continue
            slugs = dict.fromkeys(
                wp_to_kebab_case(php.text(one.get("slug"))) for one in _presets(node, preset, origins)
            )
            for class_name, css_property in preset.classes:
                for slug in slugs:
                    value = f"var(--wp--preset--{preset.variable}--{slug}) !important"
                    name = class_name % slug
                    place = appended(before, name) if before else name
                    css.append(ruleset(place, [Declaration(css_property, value)]))
    return "".join(css)


def flattened(tree: Any) -> list[tuple[str, Any]]:
    """The values of `settings.custom` with the names of all keys above them (`flatten_tree()`)."""
    found: dict[str, Any] = {}
    work: list[tuple[str, Any]] = [("", tree)] if isinstance(tree, dict | list) else []
    while work:
        name, value = work.pop()
        if isinstance(value, dict | list):
            prefix = f"{name}--" if name else ""
            below = [(prefix + wp_to_kebab_case(str(key)), one) for key, one in php.pairs(value)]
            work.extend(reversed(below))
        else:
            found[name] = value
    return list(found.items())
