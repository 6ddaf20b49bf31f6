"""Links to social networks, and where a teaser ends."""

from __future__ import annotations

import re
from typing import Any

from blocks.sources.rendered.plan import Page, Plan, inside, plan
from blocks.sources.rendered.styles import declarations
from blocks.sources.rendered.tree import Node

_SIZES = ("has-small-icon-size", "has-normal-icon-size", "has-large-icon-size", "has-huge-icon-size")


def social_links(node: Node, page: Page) -> Plan | None:
    """Links to social networks, which are blocks inside."""
    if node.name != "ul":
        return None
    name = "core/social-links"
    seen = page.look(name, node)
    said: dict[str, Any] = {"showLabels": bool(seen.taken("has-visible-labels"))}
    for size in seen.taken(*_SIZES):
        said["size"] = size
    seen.taken("has-icon-color", "has-icon-background-color")
    first = node.elements[0] if node.elements else None
    if first is not None:
        said |= _colors(first)
        link = first.first("a")
        said["openInNewTab"] = link is not None and link.get("target") == "_blank"
    seen.attributes |= said
    page.layout(name, node, seen.attributes)
    return plan(name, node, seen.finish(), slots=[inside(node, social_link)])


def _colors(item: Node) -> dict[str, Any]:
    """The colours of the icons, which each of them prints."""
    css = dict(declarations(item.get("style") or ""))
    said: dict[str, Any] = {}
    for prefix, name in (("iconColor", "color"), ("iconBackgroundColor", "background-color")):
        for one in item.classes:
            found = re.fullmatch(rf"has-(.+)-{name}", one)
            if found and not (name == "color" and re.fullmatch("has-.+-background-color", one)):
                said[prefix] = found[1]
        if name in css:
            said[f"{prefix}Value"] = css[name]
            if prefix not in said:
                said[f"custom{prefix[0].upper()}{prefix[1:]}"] = css[name]
    return said


def social_link(node: Node, page: Page) -> Plan | None:
    """One link; the server draws it from its address."""
    link = node.first("a")
    if "wp-social-link" not in node.classes or link is None:
        return None
    names = [one.removeprefix("wp-social-link-") for one in node.classes if one.startswith("wp-social-link-")]
    said: dict[str, Any] = {"url": link.get("href"), "service": names[0] if names else None}
    label = node.first("span", class_name="wp-block-social-link-label")
    if label is not None:
        shown = "".join(one.token.value for one in label.children if one.kind == "text" and one.token is not None)
        if shown and shown.lower() != (names[0] if names else "").lower():
            said["label"] = shown
    else:
        shown = ""
    if page.text(node.inner_start, node.inner_end) != " ".join(shown.split()):
        return None  # more than the server draws
    rel = (link.get("rel") or "").removesuffix("noopener nofollow").strip()
    if rel:
        said["rel"] = rel
    found = plan("core/social-link", node, {key: value for key, value in said.items() if value})
    found.content = ""
    return found


def more(node: Node, page: Page) -> Plan | None:
    """Where the teaser of a post ended: the theme put a place to jump to there."""
    if not re.fullmatch(r"more-\d+", node.get("id") or "") or not page.is_blank(node.inner_start, node.inner_end):
        return None
    return more_at(node)


def more_at(node: Node) -> Plan:
    """The block in the place of an element."""
    found = plan("core/more", node, {})
    found.content = "<!--more-->"
    return found
