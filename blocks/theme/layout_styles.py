"""How each kind of layout is styled in every theme: floats, widths, gaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from blocks.formatting import php
from blocks.formatting.css_filter import safecss_filter_attr
from blocks.theme.facts import BlockFacts
from blocks.theme.properties import Declaration, property_value, ruleset
from blocks.theme.selectors import ROOT, StyleNode

Rule = tuple[str, dict[str, str | None]]
"""What stands behind the class of the layout, and declarations; None is the gap between blocks."""

_FLOATS: Final[tuple[Rule, ...]] = (
    (" > .alignleft", {"float": "left", "margin-inline-start": "0", "margin-inline-end": "2em"}),
    (" > .alignright", {"float": "right", "margin-inline-start": "2em", "margin-inline-end": "0"}),
    (" > .aligncenter", {"margin-left": "auto !important", "margin-right": "auto !important"}),
)
_WIDTHS: Final[tuple[Rule, ...]] = (
    (
        " > :where(:not(.alignleft):not(.alignright):not(.alignfull))",
        {
            "max-width": "var(--wp--style--global--content-size)",
            "margin-left": "auto !important",
            "margin-right": "auto !important",
        },
    ),
    (" > .alignwide", {"max-width": "var(--wp--style--global--wide-size)"}),
)
_VERTICAL: Final[tuple[Rule, ...]] = (
    (" > :first-child", {"margin-block-start": "0"}),
    (" > :last-child", {"margin-block-end": "0"}),
    (" > *", {"margin-block-start": None, "margin-block-end": "0"}),
)
_NO_MARGIN: Final[Rule] = (" > :is(*, div)", {"margin": "0"})
_GAP: Final[tuple[Rule, ...]] = (("", {"gap": None}),)


class Layout(NamedTuple):
    """A kind of layout."""

    class_name: str
    base: tuple[Rule, ...]
    spacing: tuple[Rule, ...]
    display: str = ""


LAYOUTS: Final = {
    "default": Layout("is-layout-flow", _FLOATS, _VERTICAL),
    "constrained": Layout("is-layout-constrained", _FLOATS + _WIDTHS, _VERTICAL),
    "flex": Layout("is-layout-flex", (("", {"flex-wrap": "wrap", "align-items": "center"}), _NO_MARGIN), _GAP, "flex"),
    "grid": Layout("is-layout-grid", (_NO_MARGIN,), _GAP, "grid"),
}
"""The kinds of layout by `type` (`wp_get_layout_definitions()`)."""


def layout_styles(tree: Any, node: StyleNode, facts: BlockFacts, *, base_only: bool = False) -> str:
    """The rules for the layouts of a block, or of everything (`WP_Theme_JSON::get_layout_styles()`).

    `base_only` is for themes without theme.json, which keep their own flow.
    """
    if node.name and not _has_layout(facts.supports(node.name)):
        return ""
    has_gap = php.has(tree, "settings", "spacing", "blockGap")
    gap = _gap(tree, node) if has_gap else _fallback_gap(node, facts)
    css = "" if gap is None or gap is False or gap == "" else "".join(_spacing(node.selector, gap, has_gap))
    return css + "".join(_base(tree, base_only)) if node.selector == ROOT else css


def _has_layout(supports: Any) -> bool:
    found = (php.get(supports, "layout"), php.get(supports, "__experimentalLayout"))
    return any(one is True or isinstance(one, dict | list) for one in found)


def _gap(tree: Any, node: StyleNode) -> Any:
    styles = php.get(tree, *node.path)
    gap = property_value(styles, ("spacing", "blockGap"))
    if not isinstance(gap, dict | list):
        return gap
    if not php.has(gap, "top") or not php.has(gap, "left"):
        return None
    row, column = (property_value(styles, ("spacing", "blockGap", side)) for side in ("top", "left"))
    return row if row == column else f"{php.text(row)} {php.text(column)}"


def _fallback_gap(node: StyleNode, facts: BlockFacts) -> Any:
    if node.name:
        return php.get(facts.supports(node.name), "spacing", "blockGap", "__experimentalDefault")
    return "0.5em" if node.selector == ROOT else None


def _spacing(selector: str, gap: Any, has_gap: bool) -> Iterator[str]:
    for kind, layout in LAYOUTS.items():
        if not has_gap and kind not in {"flex", "grid"}:
            continue
        name = layout.class_name
        for behind, rules in layout.spacing:
            values = {css: gap if value is None else value for css, value in rules.items()}
            safe = [Declaration(css, value) for css, value in values.items() if is_safe(css, value)]
            if has_gap:
                place = f":root :where({f'.{name}' if selector == ROOT else f'{selector}-{name}'}){behind}"
            else:
                place = f":where({'' if selector == ROOT else selector}.{name}{behind})"
            yield ruleset(place, safe)


def _base(tree: Any, base_only: bool) -> Iterator[str]:
    has_sizes = php.has(tree, "settings", "layout", "contentSize") or php.has(tree, "settings", "layout", "wideSize")
    for kind, layout in LAYOUTS.items():
        if layout.display:
            yield ruleset(f"{ROOT} .{layout.class_name}", [Declaration("display", layout.display)])
        if base_only and kind in {"default", "constrained"}:
            continue
        for behind, rules in layout.base:
            declarations = [Declaration(css, value) for css, value in rules.items() if has_sizes or css != "max-width"]
            yield ruleset(f".{layout.class_name}{behind}", declarations)


def is_safe(css_property: str, value: Any) -> bool:
    """Whether WordPress's CSS filter lets a declaration pass (`is_safe_css_declaration()`)."""
    return bool(php.trim(safecss_filter_attr(f"{css_property}: {php.text(value)}")))
