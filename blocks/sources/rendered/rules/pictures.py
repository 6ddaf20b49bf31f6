"""Pictures: image blocks in both themes' shapes, and images without classes."""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.fragment.tokens import Edit
from blocks.sources.rendered.plan import Page, Plan, plan
from blocks.sources.rendered.styles import declarations, value_of
from blocks.sources.rendered.tree import Node

_FILE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)(?:[?#].*)?$", re.IGNORECASE)
_SIZED: Final = re.compile(r"-\d+x\d+(?=\.[a-z]+$)")
_SIDES: Final = ("alignleft", "aligncenter", "alignright")
_SIZES: Final = re.compile(r"size-(\S+)")


def image(node: Node, page: Page) -> Plan | None:
    """An image block: a figure, a figure in the `div` of a classic theme, or an image alone."""
    if node.name == "img":
        return _of_image(node, node, page)
    if node.name == "figure":
        return _of_figure(node, page)
    if node.name != "div":
        return None
    figures = node.elements
    if len(figures) != 1 or figures[0].name != "figure" or not page.is_alone(figures[0], node):
        return None
    figure = figures[0]
    is_wrapped = page.is_classic and any(name in _SIDES for name in figure.classes)
    if not is_wrapped or "wp-block-image" in figure.classes:
        return _of_figure(figure, page, around=node)
    found = _of_figure(figure, page, wrapper=node)
    if found is not None:
        found.start, found.end, found.has_blanks = node.inner_start, node.inner_end, True
    return found


def _of_figure(figure: Node, page: Page, wrapper: Node | None = None, around: Node | None = None) -> Plan | None:
    """`wrapper` is the container that a classic theme put the figure in, `around` one that was saved."""
    picture = figure.first("img")
    if picture is None or sum(one.name == "img" for one in figure.walk()) > 1:
        return None
    name = "core/image"
    seen = page.look(name, figure)
    if wrapper is not None:
        outer = page.look(name, wrapper)
        seen.classes = [*outer.classes, *seen.classes]
    attributes = _said(picture, figure)
    seen.taken("is-resized", "has-custom-border", "wp-lightbox-container", f"size-{attributes.get('sizeSlug')}")
    if seen.taken("alignnone"):
        attributes["align"] = "none"
    opens = figure.first("button", class_name="lightbox-trigger")
    trigger = opens or (figure.first("button") if "wp-lightbox-container" in figure.classes else None)
    edits: list[Edit | None] = []
    shown = [one.name for one in picture.attributes if one.name.startswith("data-wp-")]
    if trigger is not None:
        attributes["lightbox"] = {"enabled": True}
        page.cleaner.taken["lightbox"] += 1
        edits.append(Edit(trigger.start, trigger.end))
    gone = [one.name for one in figure.attributes if one.name.startswith("data-wp-")] if trigger is not None else []
    edits.append(
        page.cleaner.edit(
            figure,
            without=gone,
            drop=["wp-lightbox-container"] if trigger is not None else (),
            first=["wp-block-image"] if wrapper is not None else (),
            add=outer.classes if wrapper is not None else (),
        )
    )
    keep = ("width", "height") if "is-resized" in figure.classes else ()
    edits.append(page.cleaner.edit(picture, without=["data-id", *(shown if trigger else ())], keep=keep))
    _border(picture, seen.attributes, page)
    seen.attributes |= attributes
    made = sorted((edit for edit in edits if edit is not None), key=lambda edit: edit.start)
    return plan(name, around or figure, seen.finish(), edits=made)


def _border(picture: Node, attributes: dict[str, Any], page: Page) -> None:
    """Border and shadow stand on the image."""
    framed = page.look("core/image", picture, ("border", "shadow")).attributes
    if "borderColor" in framed:
        attributes["borderColor"] = framed["borderColor"]
    if framed.get("style"):
        attributes["style"] = {**attributes.get("style", {}), **framed["style"]}


def _said(picture: Node, figure: Node) -> dict[str, Any]:
    """What the delimiter of an image says beside the supports."""
    attributes: dict[str, Any] = {}
    for name in picture.classes:
        if found := re.fullmatch(r"wp-image-(\d{1,18})", name):
            attributes["id"] = int(found[1])
    sizes = [found[1] for name in (*figure.classes, *picture.classes) if (found := _SIZES.fullmatch(name))]
    if sizes:
        attributes["sizeSlug"] = sizes[0]
    css = dict(declarations(picture.get("style") or ""))
    if "width" in css or "height" in css:
        attributes |= {key: css[key] for key in ("width", "height") if key in css}
    elif "is-resized" in figure.classes:
        for key in ("width", "height"):
            if re.fullmatch(r"\d{1,6}", value := picture.get(key) or ""):
                attributes[key] = int(value)
    if "aspect-ratio" in css:
        attributes["aspectRatio"] = value_of(css["aspect-ratio"])
    if "object-fit" in css:
        attributes["scale"] = css["object-fit"]
    link = next((one for one in figure.walk() if one.name == "a" and one.start < picture.start < one.end), None)
    if link is not None or "id" in attributes:
        attributes["linkDestination"] = _destination(link, picture)
    return attributes


def _destination(link: Node | None, picture: Node) -> str | None:
    """Where the link of an image leads: to its file, to its page, or elsewhere."""
    if link is None:
        return "none"
    href = link.get("href") or ""
    if _FILE.search(href) and _stem(href) == _stem(picture.get("src") or ""):
        return "media"
    if "attachment" in (link.get("rel") or "") or re.search(r"[?&]attachment_id=\d+", href):
        return "attachment"
    return "media" if _FILE.search(href) else "custom"


def _stem(address: str) -> str:
    """The name of a file without the size that WordPress puts behind it."""
    name = re.split("[?#]", address, maxsplit=1)[0].rpartition("/")[2]
    return _SIZED.sub("", name)


# --------------------------------------------------------------------------------------------- without a block's class


def alone(only: Node, around: Node, page: Page) -> Plan | None:
    """An image, or one in a link, that fills a paragraph."""
    picture = only
    if only.name == "a":
        inner = only.elements
        if len(inner) != 1 or not page.is_alone(inner[0], only):
            return None
        picture = inner[0]
    return _of_image(picture, around, page) if picture.name == "img" else None


def linked_image(node: Node, page: Page) -> Plan | None:
    """A link around nothing but an image, outside every paragraph."""
    return alone(node, node, page)


def _of_image(picture: Node, around: Node, page: Page) -> Plan | None:
    """An image without a figure; its alignment stands on itself."""
    if not picture.get("src"):
        return None
    seen = page.look("core/image", picture, ("border", "shadow"))
    attributes = _said(picture, around)
    kept = {key: value for key, value in seen.attributes.items() if key in ("align", "style", "borderColor")}
    if around.name == "a":
        attributes["linkDestination"] = _destination(around, picture)
    return plan("core/image", around, {**kept, **attributes}, edits=[page.cleaner.edit(picture)])


def captioned(node: Node, page: Page) -> Plan | None:
    """The `div.wp-caption` that the shortcode `caption` makes in themes without HTML5's figures."""
    if "wp-caption" not in node.classes:
        return None
    pictures = [one for one in node.walk() if one.name == "img"]
    if len(pictures) != 1:
        return None
    seen = page.look("core/image", node)
    kept = {key: value for key, value in seen.attributes.items() if key == "align"}
    return plan("core/image", node, {**kept, **_said(pictures[0], node)})
