"""What theme.json needs to know of block types: their names, selectors, supports and styles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final, NamedTuple

from blocks.formatting import php
from blocks.theme.arrays import items, mapping

BlockTypes = Mapping[str, Mapping[str, Any]]
"""`name` to `{"selectors": …, "supports": …, "styles": […]}`, each as block.json has it; all may be absent."""

_FEATURES: Final = {
    "__experimentalBorder": "border",
    "color": "color",
    "spacing": "spacing",
    "typography": "typography",
}
_FIRST_PART: Final = re.compile(r"((?::\([^)]+\))?\s*)([^\s:]+)")


class BlockStyle(NamedTuple):
    """A style variation of a block, as `register_block_style()` takes it."""

    block: str
    name: str
    data: Mapping[str, Any] | None = None
    """`style_data`: styles in the form of theme.json."""


class BlockFacts:
    """The block types that are registered, with the style variations that a theme adds."""

    def __init__(self, types: BlockTypes, styles: Iterable[BlockStyle] = ()) -> None:
        self.types = types
        self.styles = tuple(styles)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every block there is, in the order of registration."""
        return tuple(self.types)

    @cached_property
    def variations(self) -> dict[str, dict[str, None]]:
        """The names of the style variations of every block that has any, block.json's first."""
        found: dict[str, dict[str, None]] = {}
        for name, block in self.types.items():
            for style in items(block.get("styles")):
                if isinstance(style.get("name"), str):
                    found.setdefault(name, {})[style["name"]] = None
        for registered in self.styles:
            if registered.block in self.types:
                found.setdefault(registered.block, {})[registered.name] = None
        return {name: found[name] for name in self.types if name in found}

    def with_styles(self, styles: Iterable[BlockStyle]) -> BlockFacts:
        """These facts with more style variations."""
        return BlockFacts(self.types, (*self.styles, *styles))

    def supports(self, name: str) -> Any:
        """The supports of a block."""
        return mapping(self.types.get(name)).get("supports") or {}

    def selector(self, name: str, *target: str) -> Any:
        """The selector of a block, or of a feature of it (`wp_get_block_css_selector()`); None where there is none."""
        block = self.types.get(name) or {}
        selectors, supports = block.get("selectors") or {}, block.get("supports") or {}
        root = php.get(selectors, "root")
        if root is None:
            root = php.get(supports, "__experimentalSelector")
            if not isinstance(root, str):
                root = ".wp-block-" + name.replace("core/", "").replace("/", "-")
        if not target:
            return root
        if len(target) > 1:
            return php.get(selectors, *target) or None
        if selectors:
            found = php.get(selectors, target[0], "root") or php.get(selectors, target[0])
            return found if isinstance(found, str) else None
        feature = php.get(supports, target[0], "__experimentalSelector")
        return None if feature is None else scope_selector(root, feature)

    def feature_selectors(self, name: str) -> Any:
        """The selectors of the features of a block, by feature (`get_block_selectors()`)."""
        selectors = (self.types.get(name) or {}).get("selectors")
        if selectors:
            return selectors
        out: dict[str, Any] = {"root": self.selector(name)}
        for support, feature in _FEATURES.items():
            if (found := self.selector(name, support)) is not None:
                out[feature] = {"root": found}
        return out

    def duotone_selector(self, name: str) -> str | None:
        """The selector that a duotone filter of a block is for."""
        found = self.selector(name, "filter", "duotone")
        if found is None and (support := php.get(self.supports(name), "color", "__experimentalDuotone")):
            found = scope_selector(self.selector(name), support)
        return found if isinstance(found, str) else None


def facts_of(tree: Any, *more: str) -> BlockFacts:
    """What is known of the blocks that a theme.json names, and of some more, where no block types are: their names."""
    blocks = (mapping(php.get(tree, part, "blocks")) for part in ("settings", "styles"))
    return BlockFacts({name: {} for name in (*(name for part in blocks for name in part), *more)})


def variation_selector(variation: str, block_selector: str) -> str:
    """The selector of a style variation of a block (`get_block_style_variation_selector()`)."""
    added = f".is-style-{variation}"
    if not block_selector:
        return added
    return ",".join(_FIRST_PART.sub(lambda m: m[0] + added, part, count=1) for part in block_selector.split(","))


def scope_selector(scope: str, selector: Any) -> Any:
    """Every selector inside every scope: `.a, .b` and `p` are `.a p, .b p` (`scope_selector()`)."""
    if not scope or not isinstance(selector, str) or not selector:
        return selector
    outers = [outer.strip(" \n\r\t\v\0") for outer in scope.split(",")]
    inners = [inner.strip(" \n\r\t\v\0") for inner in selector.split(",")]
    return ", ".join(f"{outer} {inner}" if outer and inner else outer or inner for outer in outers for inner in inners)
