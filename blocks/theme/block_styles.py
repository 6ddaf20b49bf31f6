"""The rules of one place in the styles of theme.json: of everything, an element, a block, its style variations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from blocks.formatting import php
from blocks.theme.arrays import mapping
from blocks.theme.facts import BlockFacts, scope_selector
from blocks.theme.layout_styles import layout_styles
from blocks.theme.properties import Declaration, ruleset, style_properties
from blocks.theme.schema import ELEMENT_CLASSES, ELEMENTS, PSEUDO_OF
from blocks.theme.selectors import ROOT, StyleNode, appended

_COMMA: Final = re.compile(r",\s+", re.ASCII)
_PSEUDO_ELEMENT: Final = re.compile("::[a-zA-Z-]+")
_COMBINATORS: Final = ">+~ \t\n\r\f\v"
_FULL_HEIGHT: Final = "html{min-height: calc(100% - var(--wp-admin--admin-bar--height, 0px));}"


class BlockStyles:
    """Prints the styles of a merged theme.json, place by place (`WP_Theme_JSON::get_styles_for_block()`)."""

    def __init__(self, tree: Any, facts: BlockFacts, settings: Any, has_layouts: bool = True) -> None:
        self._tree = tree
        self._facts = facts
        self._settings = {**mapping(settings), **mapping(php.get(tree, "settings"))}
        self._root_padding = php.get(tree, "settings", "useRootPaddingAwareAlignments") is True
        self._has_layouts = has_layouts

    def css(self, node: StyleNode) -> str:
        """All rules of one place."""
        is_root = node.selector == ROOT
        styles, features = self._features(node, php.get(self._tree, *node.path))
        variations = list(self._variations(node))
        element = node.path[-1] if "elements" in node.path else ""
        own = _of_pseudo(styles, element, node.selector)
        declarations = self._declarations(own, is_root)
        css = ""
        if is_root and any(one.name in {"background-image", "background"} for one in declarations):
            css += _FULL_HEIGHT
        filters = [one for one in declarations if one.name == "filter" and one.value != "unset"]
        declarations = [one for one in declarations if one.name != "filter"]
        if node.selector == ".wp-block-separator":
            declarations = _with_line_color(declarations)
        is_plain = is_root or (element and element not in ELEMENT_CLASSES and ELEMENTS.get(element) == node.selector)
        css += ruleset(node.selector if is_plain else f":root :where({node.selector})", declarations)
        if node.duotone is not None:
            css += ruleset(node.duotone, filters)
        if node.name and not is_root and self._has_layouts:
            css += layout_styles(self._tree, node, self._facts)
        css += "".join([ruleset(f":root :where({selector})", found) for selector, found in features.items()])
        for selector, found, custom in variations:
            css += ruleset(f":root :where({selector})", found) + custom
        return css if is_root else css + custom_css(php.get(styles, "css"), node.selector)

    def _declarations(self, styles: Any, is_root: bool = False) -> list[Declaration]:
        return style_properties(styles, self._settings, self._tree, is_root=is_root, root_padding=self._root_padding)

    def _features(self, node: StyleNode, styles: Any) -> tuple[Any, dict[str, list[Declaration]]]:
        """Styles without those of features with own selectors, and these (`get_feature_declarations_for_node()`)."""
        left = dict(styles) if isinstance(styles, dict) else {}
        found: dict[str, list[Declaration]] = {}
        for feature, selectors in mapping(node.features).items():
            if feature == "root" or php.is_empty(left.get(feature)):
                continue
            if isinstance(selectors, dict):
                for name, selector in selectors.items():
                    value = php.get(left[feature], name)
                    if name == "root" or php.is_empty(value):
                        continue
                    one = self._declarations({feature: {name: value}})
                    found.setdefault(php.text(selector), []).extend(one)
                    left[feature] = {key: kept for key, kept in left[feature].items() if key != name}
            selector = selectors if isinstance(selectors, str) else php.get(selectors, "root")
            if isinstance(selectors, str) or php.is_true(selector):
                one = self._declarations({feature: left.pop(feature)})
                found.setdefault(php.text(selector), []).extend(one)
        return left, found

    def _variations(self, node: StyleNode) -> Iterator[tuple[str, list[Declaration], str]]:
        """The rules of the style variations of a block: selector, declarations, and CSS as it was written."""
        rules: dict[str, list[Declaration]] = {}
        written: dict[str, str] = {}
        for path, selector in node.variations:
            styles, features = self._features(node, php.get(self._tree, *path))
            for place, declarations in features.items():
                short = _COMMA.sub(",", place).replace(node.selector, "")
                rules[appended_to(selector, short)] = declarations
            rules[selector] = self._declarations(styles)
            if php.has(styles, "css"):
                written[selector] = custom_css(styles["css"], selector)
        for selector, declarations in rules.items():
            yield selector, declarations, written.get(selector, "")


def appended_to(variation: str, selectors: str) -> str:
    """The selector of a variation before each of a list."""
    return ",".join(php.trim(variation) + one for one in selectors.split(","))


def custom_css(css: Any, selector: str) -> str:
    """CSS that theme.json has for a block, where `&` is the block (`process_blocks_custom_css()`)."""
    out = ""
    if isinstance(css, dict | list) or php.is_empty(css):
        return out
    for part in php.text(css).split("&"):
        if not part or part == "0":
            continue
        if "{" not in part:
            out += f":root :where({php.trim(selector)}){{{php.trim(part)}}}"
            continue
        pieces = part.replace("}", "").split("{")
        if len(pieces) != 2:
            continue
        nested, pseudo = pieces[0], ""
        found = _PSEUDO_ELEMENT.search(nested)
        if found is not None:
            pseudo = nested[len(nested[: found.start()].rstrip(_COMBINATORS)) : found.end()]
            nested = nested.replace(pseudo, "")
        place = scope_selector(selector, nested) if nested.startswith(" ") else appended(selector, nested)
        out += f":root :where({place}){pseudo}{{{php.trim(pieces[1])}}}"
    return out


def _of_pseudo(styles: Any, element: str, selector: str) -> Any:
    """The styles of the state that the selector of an element names, such as `:hover`; else its own."""
    for pseudo in PSEUDO_OF.get(element, ()):
        if re.search(re.escape(pseudo) + "(?!-)", selector):
            state = php.get(styles, pseudo)
            return styles if state is None else state
    return styles


def _with_line_color(declarations: list[Declaration]) -> list[Declaration]:
    """A separator with a background has that as colour, unless it has another (`update_separator_declarations()`)."""
    names = {one.name for one in declarations}
    background = next((one.value for one in declarations if one.name == "background-color"), None)
    if php.is_true(background) and not names & {"border-color", "color"}:
        return [*declarations, Declaration("color", background)]
    return declarations
