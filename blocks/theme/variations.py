"""Block style variations: the styles behind a class `is-style-NAME`, given to one block of a page.

    variations = StyleVariations(theme)
    name = variations.name_in("core/group", "wide is-style-section-1")      # 'section-1', or None
    variations.class_name(name, 3)                                           # 'is-style-section-1--3'
    variations.css("core/group", name, 3)                                    # ':root :where(.is-style-section-1--3 …'

The number is that of `wp_unique_id()`, which WordPress counts up for every block that has such styles, printed or not.
"""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.formatting import php
from blocks.theme.arrays import mapping, put
from blocks.theme.block_styles import BlockStyles
from blocks.theme.facts import BlockStyle, facts_of
from blocks.theme.merging import LATEST, layer
from blocks.theme.selectors import style_nodes
from blocks.theme.theme import Theme

_CLASS: Final = re.compile(r"\bis-style-(?!default)(\S+)\b", re.ASCII)
_STYLE: Final = re.compile(r"\bis-style-(\S++)", re.ASCII)
_NUMBERED: Final = re.compile(r"--[0-9]++\b", re.ASCII)
_NUMBER: Final = "\ue000"  # stands for the number of an instance while its CSS is made


class StyleVariations:
    """The style variations of one theme; their CSS is made once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._css: dict[tuple[str, str], str] = {}

    def name_in(self, block: str, class_name: Any) -> str | None:
        """The first of the variations in a `className` that the theme has styles for; None where there is none."""
        if not isinstance(class_name, str) or "is-style-" not in class_name:
            return None
        known = php.get(self._theme.styles, "blocks", block, "variations")
        for name in _CLASS.findall(class_name) if known else ():
            if not php.is_empty(php.get(known, name)):
                return str(name)
        return None

    def class_name(self, name: str, number: int) -> str:
        """The class of one block with a variation."""
        return f"is-style-{name}--{number}"

    def css(self, block: str, name: str, number: int) -> str:
        """The rules of one block with a variation (`wp_render_block_style_variation_support_styles()`)."""
        key = (block, name)
        if key not in self._css:
            self._css[key] = self._made(block, name)
        return self._css[key].replace(_NUMBER, str(number))

    def _made(self, block: str, name: str) -> str:
        tree = self._theme.tree
        data = mapping(with_references(php.get(tree, "styles", "blocks", block, "variations", name), tree))
        instance = f"{name}--{_NUMBER}"
        own = {key: value for key, value in data.items() if key not in {"elements", "blocks"}}
        inner = put(data.get("blocks") or {}, (block, "variations", instance), own)
        raw = {"version": LATEST, "styles": {"elements": data.get("elements") or [], "blocks": inner}}
        facts = self._theme.block_facts or facts_of(raw, block)
        facts = facts.with_styles([BlockStyle(block, instance)])
        styles = layer(raw, "blocks", facts)
        printer = BlockStyles(
            styles, facts, self._theme.settings, not self._theme.supports.get("disable-layout-styles")
        )
        nodes = style_nodes(styles, facts, variations=True)
        return "".join([printer.css(node.scoped(f".is-style-{instance}")) for node in nodes])


def instance_class(class_name: Any) -> str | None:
    """The class of an instance in a `className`: what goes on the block's outermost element."""
    if not isinstance(class_name, str):
        return None
    for style in _STYLE.finditer(class_name):
        number = _NUMBERED.search(class_name, style.start(1) + 1, style.end() + 1)
        if number is not None:
            return class_name[style.start() : number.end()]
    return None


def with_references(data: Any, tree: Any) -> Any:
    """Styles with the values that a `ref` points to in theme.json; a ref to nothing is left out."""
    top = {"": data}
    work: list[tuple[dict[str, Any], str]] = [(top, "")]
    while work:
        parent, key = work.pop()
        value = parent[key]
        if not isinstance(value, dict):
            continue
        if "ref" in value and parent is not top:
            ref = value["ref"]
            target = php.get(tree, *ref.split(".")) if isinstance(ref, str) else None
            if target is None:
                del parent[key]
            else:
                parent[key] = target
            continue
        parent[key] = copy = dict(value)
        work.extend((copy, name) for name in copy)
    return top[""]
