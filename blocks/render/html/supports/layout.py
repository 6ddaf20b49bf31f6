"""The support `layout`: classes on the element around the inner blocks, and the rules that lay these out.

A block that lays out its inner blocks has a container class of its own only where the stylesheet needs one for it; the
class is a hash of what the rules depend on, so equal layouts share it. `layout_css.py` has the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.names import sanitize_title
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.server_type import ServerType
from blocks.render.html.supports.layout_css import Gap, layout_rules
from blocks.theme.gaps import safe_gap
from blocks.theme.style_rules import CssRule, stylesheet_from_rules

CLASSES: Final = {
    "default": "is-layout-flow",
    "constrained": "is-layout-constrained",
    "flex": "is-layout-flex",
    "grid": "is-layout-grid",
}
"""The class of each type of layout (`wp_get_layout_definitions()`)."""

_OF_CHILD: Final = ("selfStretch", "flexSize", "columnStart", "columnSpan", "rowStart", "rowSpan")
_OF_PARENT: Final = ("minimumColumnWidth", "columnCount")


def render(block: ServerBlock, content: str, server: Server) -> str:
    """A block with the classes of its layout, and of its place in the layout around it.

    The rule is `wp_render_layout_support_flag()`; the rules of CSS go into `server.styles`.
    """
    type_ = block.type
    is_container = type_ is not None and (type_.has_support("layout") or type_.has_support("__experimentalLayout"))
    child = php.get(block.attrs, "style", "layout")
    outer = _child_class(block, child, server) if php.is_true(child) else None
    if not is_container and outer is None:
        return content
    tags = TagProcessor(content)
    if not tags.next_tag():
        return content
    classes = _classes_of(block, type_, server) if type_ is not None and is_container else ()
    if outer is not None:
        tags.add_class(outer)
    if is_container:
        _go_to_wrapper(tags, _wrapper_classes(block))
        for name in classes:
            tags.add_class(name)
    return tags.get_updated_html()


def _go_to_wrapper(tags: TagProcessor, classes: str | None) -> None:
    """Move on to the tag that has these classes; past the last one where none has."""
    if not classes:
        return
    while True:
        found = tags.get_attribute("class")
        if isinstance(found, str) and classes in found:
            return
        if not tags.next_tag():
            return


def _wrapper_classes(block: ServerBlock) -> str | None:
    """The classes of the last element that is open where the first inner block stands."""
    if len(block.parts) < 2 or not isinstance(block.parts[0], str):
        return None
    tags, found = TagProcessor(block.parts[0]), None
    while tags.next_tag():
        classes = tags.get_attribute("class")
        if isinstance(classes, str) and not php.is_empty(classes):
            found = classes
    return found


def _classes_of(block: ServerBlock, type_: ServerType, server: Server) -> tuple[str, ...]:
    """The classes of a block's layout, which blocks that say the very same share."""
    layout, style = block.attrs.get("layout"), block.attrs.get("style")
    known = server.memory.setdefault("layouts", {})
    key = (type_.name, id(layout), id(style))
    if key not in known:
        known[key] = (tuple(_classes(block, type_, server)), layout, style)  # kept, so that no other gets their ids
    classes: tuple[str, ...] = known[key][0]
    return classes


def _classes(block: ServerBlock, type_: ServerType, server: Server) -> Iterator[str]:
    said = block.attrs.get("layout")
    default = type_.support("layout", "default") or type_.support("__experimentalLayout", "default")
    layout: Any = said if said is not None else (default or {})
    if php.is_true(php.get(layout, "inherit")) or php.is_true(php.get(layout, "contentSize")):
        layout = {**layout, "type": "constrained"}
    kind = php.get(layout, "type")
    if kind == "constrained" and php.is_true(server.theme.setting("useRootPaddingAwareAlignments")):
        yield "has-global-padding"
    for key, prefix in (("orientation", "is-"), ("justifyContent", "is-content-justification-")):
        value = php.get(said, key)
        if php.is_true(value):
            yield prefix + sanitize_title(php.text(value))
    if php.get(said, "flexWrap") == "nowrap":
        yield "is-nowrap"
    layout_class = CLASSES["default"] if kind is None else CLASSES.get(kind if isinstance(kind, str) else "", "")
    if layout_class:
        yield layout_class
    container = _container_class(block, type_, layout, server)
    if container is not None:
        yield container
    yield f"wp-block-{type_.name.removeprefix('core/').replace('/', '-')}-{layout_class}"


def _container_class(block: ServerBlock, type_: ServerType, layout: Any, server: Server) -> str | None:
    """The class that the rules of this layout go by, None where it needs none."""
    if php.is_true(server.theme.supports.get("disable-layout-styles")):
        return None
    value = php.get(block.attrs, "style", "spacing", "blockGap")
    is_each = isinstance(value, dict | list)
    value = {key: safe_gap(one) for key, one in php.pairs(value)} if is_each else safe_gap(value)
    fallback = type_.support("spacing", "blockGap", "__experimentalDefault")
    spacing = php.get(block.attrs, "style", "spacing")
    gap = Gap(
        value,
        is_supported=server.theme.setting("spacing", "blockGap") is not None,
        is_skipped=type_.skips_serialization("spacing", "blockGap"),
        fallback="0.5em" if fallback is None else fallback,
    )
    key = [layout, gap.is_supported, gap.value, gap.is_skipped, gap.fallback, spacing]
    name = _hashed(key, f"wp-container-{sanitize_title(type_.name)}-is-layout-")
    css = stylesheet_from_rules(layout_rules(f".{name}", layout, gap, spacing), server.styles)
    return name if css else None


def _hashed(key: Any, prefix: str) -> str:
    """A name that equal keys share (`wp_unique_id_from_values()`)."""
    return prefix + php.md5(php.json_encode(key) or "")[:8]


# --------------------------------------------------------------------------------- a place in the layout around


def _child_class(block: ServerBlock, child: Any, server: Server) -> str | None:
    """The class that the rules for the block's own place go by, None where there is no such rule."""
    parent = block.parent_layout
    key = {"layout": _picked(child, _OF_CHILD), "parentLayout": _picked(parent, _OF_PARENT)}
    name = _hashed(key, "wp-container-content-")
    css = stylesheet_from_rules(_child_rules(f".{name}", child, parent), server.styles)
    return name if css else None


def _picked(layout: Any, keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: layout[key] for key in layout if key in keys} if isinstance(layout, Mapping) else {}


def _child_rules(selector: str, child: Any, parent: Any) -> Iterator[CssRule]:
    declarations: dict[str, Any] = {}
    stretch, size = php.get(child, "selfStretch"), php.get(child, "flexSize")
    if stretch == "fixed" and size is not None:
        declarations |= {"flex-basis": size, "box-sizing": "border-box"}
    elif stretch == "fill":
        declarations["flex-grow"] = "1"
    columns, rows = php.get(child, "columnSpan"), php.get(child, "rowSpan")
    if columns is not None:
        declarations["grid-column"] = f"span {php.text(columns)}"
    if rows is not None:
        declarations["grid-row"] = f"span {php.text(rows)}"
    yield CssRule(selector, declarations)
    width = php.get(parent, "minimumColumnWidth")
    if columns is not None and (width is not None or php.get(parent, "columnCount") is None):
        group = f"@container (max-width: {_width_of_columns(columns, width)} )"
        yield CssRule(selector, {"grid-column": "1/-1"}, group)


def _width_of_columns(columns: Any, width: Any) -> str:
    """How wide a container is that holds so many columns of a width, and the gaps between them."""
    text = "12rem" if width is None else php.text(width)
    value: float = php.floating(text)
    unit = text.partition(php.text(value))[2].partition(php.text(value))[0] if php.text(value) in text else None
    if unit is None:
        value, unit = 12.0, "rem"
    elif unit not in ("px", "rem", "em"):
        unit = "rem"
    count = php.floating(columns)
    total = count * value + (count - 1) * (24 if unit == "px" else 1.5)
    return f"{php.text(float(total))}{unit}"
