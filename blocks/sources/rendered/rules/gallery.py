"""Galleries: those of images that are blocks, and the older ones, whose images are items of a list."""

from __future__ import annotations

import re
from typing import Any

from blocks.sources.rendered.plan import Page, Plan, Slot, plan
from blocks.sources.rendered.rules import pictures
from blocks.sources.rendered.tree import Node


def gallery(node: Node, page: Page) -> Plan | None:
    """A gallery."""
    if node.name not in ("figure", "ul", "div"):
        return None
    name = "core/gallery"
    seen = page.look(name, node)
    said: dict[str, Any] = {}
    columns = seen.match(r"columns-(default|\d{1,3})")
    if columns is not None and columns[1] != "default":
        said["columns"] = int(columns[1])
    nested = bool(seen.taken("has-nested-images"))
    said["imageCrop"] = bool(seen.taken("is-cropped"))
    slots = []
    if nested:
        figures = [one for one in node.elements if one.name != "figcaption"]
        end = figures[-1].end if figures else node.inner_start
        caption = next((one for one in node.elements if one.name == "figcaption"), None)
        end = (
            caption.start
            if caption is not None and caption.start >= end
            else max(end, node.inner_end if caption is None else end)
        )
        slots = [Slot(node.inner_start, end, [one for one in node.children if one.end <= end], pictures.image)]
        said |= _links(figures, page)
    else:
        found = [one for one in node.walk() if one.name == "img"]
        ids = [one.get("data-id") or "" for one in found]
        if ids and all(re.fullmatch(r"\d{1,18}", one) for one in ids):
            said["ids"] = [int(one) for one in ids]
        said["linkTo"] = _old_links(node)
    seen.attributes |= said
    return plan(name, node, seen.finish(), slots=slots, edits=[page.cleaner.edit(node)])


def _links(figures: list[Node], page: Page) -> dict[str, Any]:
    """Where the images lead, and in which size they are, as far as all agree."""
    said: list[dict[str, Any]] = []
    for figure in figures:
        found = pictures.image(figure, page)
        if found is not None:
            said.append(found.attributes)
    link, size = _only(said, "linkDestination"), _only(said, "sizeSlug")
    out = {"linkTo": link if link in ("none", "media", "attachment") else None, "sizeSlug": size}
    return {key: value for key, value in out.items() if value is not None}


def _only(said: list[dict[str, Any]], key: str) -> Any:
    values = {str(one[key]) for one in said if one.get(key)}
    return values.pop() if len(values) == 1 else None


def _old_links(node: Node) -> str:
    links = [one for one in node.walk() if one.name == "a" and one.first("img") is not None]
    if not links:
        return "none"
    is_file = all(re.search(r"\.(?:jpe?g|png|gif|webp|avif)$", one.get("href") or "", re.IGNORECASE) for one in links)
    return "media" if is_file else "attachment"
