"""Boxes, columns, buttons, accordions, and what parts a text."""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.fragment.tokens import Edit
from blocks.sources.rendered.noise import BESIDE_LAYOUT
from blocks.sources.rendered.plan import Page, Plan, inside, plan
from blocks.sources.rendered.styles import declarations, value_of
from blocks.sources.rendered.tree import Node

_TAGS: Final = frozenset(
    ("div", "header", "main", "section", "article", "aside", "footer", "nav", "figure", "ul", "ol")
)
_INNER: Final = "wp-block-group__inner-container"


def group(node: Node, page: Page) -> Plan | None:
    """Blocks in a box; the inner container of classic themes is taken off where the page shows such a theme."""
    if node.name not in _TAGS or any(
        name.startswith("wp-block-") and name != "wp-block-group" and "layout" not in name for name in node.classes
    ):
        return None
    name = "core/group"
    seen = page.look(name, node)
    seen.attributes["tagName"] = node.name
    inner = node.elements[0] if len(node.elements) == 1 else None
    if inner is None or _INNER not in inner.classes or not page.is_alone(inner, node):
        page.layout(name, node, seen.attributes)
        return plan(name, node, seen.finish(), slots=[inside(node)], edits=[page.cleaner.edit(node)])
    if not page.is_classic or any("is-layout-" in one for one in node.classes):
        page.layout(name, inner, seen.attributes)
        edits = [page.cleaner.edit(node), page.cleaner.edit(inner)]
        return plan(name, node, seen.finish(), slots=[inside(inner)], edits=edits)
    beside = [one for one in node.classes if BESIDE_LAYOUT.fullmatch(one)]  # what stayed when the layout moved inside
    seen.taken(*beside)
    page.layout(name, inner, seen.attributes, beside)
    page.cleaner.taken["container"] += 1
    edits = [
        page.cleaner.edit(node, drop=beside),
        Edit(inner.start, inner.inner_start),
        Edit(inner.inner_end, inner.end),
    ]
    return plan(name, node, seen.finish(), slots=[inside(inner)], edits=edits)


def columns(node: Node, page: Page) -> Plan | None:
    """Columns side by side."""
    name = "core/columns"
    seen = page.look(name, node)
    if aligned := seen.match("are-vertically-aligned-([a-z]+)"):
        seen.attributes["verticalAlignment"] = aligned[1]
    seen.attributes["isStackedOnMobile"] = not seen.taken("is-not-stacked-on-mobile")
    page.solve(name, node, seen.attributes)
    return plan(name, node, seen.finish(), slots=[inside(node, column)])


def column(node: Node, page: Page) -> Plan | None:
    """One column."""
    if "wp-block-column" not in node.classes or node.name != "div":
        return None
    name = "core/column"
    seen = page.look(name, node)
    if aligned := seen.match("is-vertically-aligned-([a-z]+)"):
        seen.attributes["verticalAlignment"] = aligned[1]
    if width := seen.declared("flex-basis"):
        seen.attributes["width"] = width
    page.layout(name, node, seen.attributes)
    return plan(name, node, seen.finish(), slots=[inside(node)])


def text_columns(node: Node, page: Page) -> Plan | None:
    """Columns of text alone, from before there were columns of blocks."""
    name = "core/text-columns"
    seen = page.look(name, node)
    if count := seen.match(r"columns-(\d)"):
        seen.attributes["columns"] = int(count[1])
    if width := seen.match("align([a-z]+)"):
        seen.attributes["width"] = width[1]
    return plan(name, node, seen.finish())


def buttons(node: Node, page: Page) -> Plan | None:
    """A row of buttons."""
    name = "core/buttons"
    seen = page.look(name, node)
    page.layout(name, node, seen.attributes)
    return plan(name, node, seen.finish(), slots=[inside(node, button)])


def button(node: Node, page: Page) -> Plan | None:
    """A link that looks like a button; its look stands on the link."""
    if "wp-block-button" not in node.classes:
        return None
    link = node.first("a", "button", class_name="wp-block-button__link")
    if link is None:
        return None
    name = "core/button"
    seen = page.look(name, node)
    seen.taken("has-custom-width")
    if width := seen.match(r"wp-block-button__width-(\d{1,3})"):
        seen.attributes["width"] = int(width[1])
    inner = page.look(name, link, root=node)
    for key, value in inner.attributes.items():
        if key == "style":
            seen.attributes["style"] = _merged(seen.attributes.get("style", {}), value)
        elif key not in ("anchor", "className"):
            seen.attributes.setdefault(key, value)
    seen.attributes["tagName"] = link.name
    return plan(name, node, seen.finish())


def _merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    out = dict(one)
    for key, value in other.items():
        known = out.get(key)
        out[key] = {**known, **value} if isinstance(known, dict) and isinstance(value, dict) else value
    return out


def separator(node: Node, page: Page) -> Plan | None:
    """A rule between parts of a text; its colour is printed as that of a text, too."""
    if node.name not in ("hr", "div"):
        return None
    name = "core/separator"
    seen = page.look(name, node)
    said: dict[str, Any] = {"tagName": node.name}
    if seen.taken("has-css-opacity"):
        said["opacity"] = "css"
    seen.taken("has-alpha-channel-opacity")
    color = seen.attributes.get("backgroundColor")
    if color:
        seen.taken(f"has-{color}-color")
    seen.attributes.pop("textColor", None)
    style = seen.attributes.get("style", {})
    style.get("color", {}).pop("text", None)
    if not style.get("color", True):
        del style["color"]
    seen.attributes |= said
    edits: list[Edit | None] = []
    if node.token is not None and not node.attributes:
        edits.append(Edit(node.start, node.token.end, f'<{node.name} class="{_RULE}"/>'))
    return plan(name, node, seen.finish(), edits=edits)


_RULE: Final = "wp-block-separator has-alpha-channel-opacity"


def spacer(node: Node, page: Page) -> Plan | None:
    """White space of a given size."""
    if node.name != "div" or not page.is_blank(node.inner_start, node.inner_end):
        return None
    name = "core/spacer"
    seen = page.look(name, node)
    css = dict(declarations(node.get("style") or ""))
    if "height" in css:
        seen.attributes["height"] = value_of(css["height"])
    elif "layout" not in seen.attributes.get("style", {}):
        seen.style["layout"] = {"selfStretch": "fit"}  # in a row or stack, which gives it its height
    if "width" in css:
        seen.attributes["width"] = value_of(css["width"])
    return plan(name, node, seen.finish())


# ------------------------------------------------------------------------------------------------------ accordions


def accordion(node: Node, page: Page) -> Plan | None:
    """Headings that open and close what is below them."""
    name = "core/accordion"
    seen = page.look(name, node)
    seen.attributes["autoclose"] = '"autoclose": true' in (node.get("data-wp-context") or "")
    first = node.first(class_name="wp-block-accordion-heading")
    if first is not None:
        seen.attributes |= _of_headings(first)
    page.layout(name, node, seen.attributes)
    return plan(name, node, seen.finish(), slots=[inside(node, accordion_item)], edits=[_undirected(node, page)])


def _of_headings(heading: Node) -> dict[str, Any]:
    """What an accordion says of all its headings."""
    said: dict[str, Any] = {}
    if re.fullmatch("h[1-6]", heading.name):
        said["headingLevel"] = int(heading.name[1])
    spans = [one.classes for one in heading.walk() if one.name == "span"]
    icons = [any(name.endswith("__toggle-icon") for name in names) for names in spans]
    said["showIcon"] = any(icons)
    if icons and icons[0]:
        said["iconPosition"] = "left"
    return said


def accordion_item(node: Node, page: Page) -> Plan | None:
    """A heading and its panel."""
    if "wp-block-accordion-item" not in node.classes:
        return None
    name = "core/accordion-item"
    seen = page.look(name, node)
    is_open = '"openByDefault": true' in (node.get("data-wp-context") or "")
    seen.attributes["openByDefault"] = bool(seen.taken("is-open")) and is_open
    page.layout(name, node, seen.attributes)
    return plan(name, node, seen.finish(), slots=[inside(node)], edits=[_undirected(node, page)])


def accordion_heading(node: Node, page: Page) -> Plan | None:
    """The heading of an item."""
    toggle = node.first("button")
    if toggle is None:
        return None
    name = "core/accordion-heading"
    seen = page.look(name, node)
    if re.fullmatch("h[12456]", node.name):  # of level 3 where it does not say
        seen.attributes["level"] = int(node.name[1])
    seen.attributes |= {key: value for key, value in _of_headings(node).items() if key != "headingLevel"}
    return plan(name, node, seen.finish(), edits=[_undirected(toggle, page, "id", "aria-controls", "aria-expanded")])


def accordion_panel(node: Node, page: Page) -> Plan | None:
    """What a heading opens and closes."""
    name = "core/accordion-panel"
    seen = page.look(name, node)
    page.layout(name, node, seen.attributes)
    edit = _undirected(node, page, "id", "aria-labelledby", "inert")
    return plan(name, node, seen.finish(), slots=[inside(node)], edits=[edit])


def _undirected(node: Node, page: Page, *names: str) -> Edit | None:
    """The start tag without directives, and what they made."""
    directives = [one.name for one in node.attributes if one.name.startswith("data-wp-")]
    if not directives:
        return None
    drop = (
        ["is-open"]
        if "data-wp-class--is-open" in directives and '"openByDefault": true' not in (node.get("data-wp-context") or "")
        else []
    )
    return page.cleaner.edit(node, without=[*directives, *names], drop=drop)
