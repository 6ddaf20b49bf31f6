"""Selectors put together as WordPress puts them: lists, split at every comma, blanks kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from blocks.formatting import php
from blocks.theme.arrays import mapping
from blocks.theme.facts import BlockFacts, scope_selector, variation_selector
from blocks.theme.schema import ELEMENTS, PSEUDO_OF

ROOT: Final = "body"
"""The selector of styles for everything."""


class StyleNode(NamedTuple):
    """A place in the styles of theme.json, and the selectors that they are for."""

    path: tuple[str, ...]
    selector: str
    name: str = ""
    """The block, where the styles are for one."""
    features: Any = None
    """The selectors of the block's features, such as its border."""
    duotone: str | None = None
    variations: tuple[tuple[tuple[str, ...], str], ...] = ()
    """The paths and selectors of style variations, where they are asked for."""

    def scoped(self, scope: str) -> StyleNode:
        """The same inside another selector (`scope_style_node_selectors()`)."""
        features = self.features
        if features:
            features = {
                feature: {name: scope_selector(scope, one) for name, one in selector.items()}
                if isinstance(selector, dict)
                else scope_selector(scope, selector)
                for feature, selector in mapping(features).items()
            }
        return self._replace(selector=scope_selector(scope, self.selector), features=features)


def style_nodes(tree: Any, facts: BlockFacts, *, variations: bool = False) -> list[StyleNode]:
    """Where styles stand, in the order in which they are printed (`get_style_nodes()`)."""
    styles = php.get(tree, "styles")
    if styles is None:
        return []
    nodes = [StyleNode(("styles",), ROOT)]
    elements = php.get(styles, "elements")
    for element, selector in ELEMENTS.items():
        if php.has(elements, element):
            nodes += _element_nodes(("styles", "elements", element), selector, php.get(elements, element))
    for name, block in mapping(php.get(styles, "blocks")).items():
        if name in facts.types:
            nodes += _block_nodes(name, block, facts, variations)
    return nodes


def _block_nodes(name: str, block: Any, facts: BlockFacts, variations: bool) -> Iterator[StyleNode]:
    path = ("styles", "blocks", name)
    root = facts.selector(name)
    found = mapping(php.get(block, "variations")) if variations else {}
    yield StyleNode(
        path,
        root,
        name,
        facts.feature_selectors(name),
        facts.duotone_selector(name),
        tuple(((*path, "variations", variation), variation_selector(variation, root)) for variation in found),
    )
    for element, styles in mapping(php.get(block, "elements")).items():
        if element in ELEMENTS:
            yield from _element_nodes((*path, "elements", element), element_selector(root, element), styles)


def _element_nodes(path: tuple[str, ...], selector: str, styles: Any) -> Iterator[StyleNode]:
    yield StyleNode(path, selector)
    for pseudo in PSEUDO_OF.get(path[-1], ()):
        if php.has(styles, pseudo):
            yield StyleNode(path, appended(selector, pseudo))


def element_selector(block: str, element: str) -> str:
    """The selector of an element inside a block (`get_block_element_selectors()`)."""
    of_element = ELEMENTS[element]
    parts: list[str] = []
    for selector in block.split(","):
        if selector == of_element:
            return of_element
        parts.append(",".join(f"{selector} {one}" for one in of_element.split(",")))
    return ",".join(parts)


def appended(selector: str, suffix: str) -> str:
    """A list of selectors with something behind each (`append_to_selector()`)."""
    return ",".join(one + suffix for one in selector.split(","))
