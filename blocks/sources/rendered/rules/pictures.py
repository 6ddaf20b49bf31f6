"""Pictures: image blocks in both themes' shapes, and images without classes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from blocks.fragment.tokens import Edit
from blocks.sources.rendered.noise import has_printed_size
from blocks.sources.rendered.plan import Page, Plan, from_block, plan
from blocks.sources.rendered.shown import Shown, image_fields, made
from blocks.sources.rendered.styles import declarations, value_of
from blocks.sources.rendered.tree import Node

_FILE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)(?:[?#].*)?$", re.IGNORECASE)
_SIZED: Final = re.compile(r"-\d+x\d+(?=\.[a-z]+$)")
_SIDES: Final = ("alignleft", "aligncenter", "alignright")
_SIZES: Final = re.compile(r"size-(\S+)")


def image(node: Node, page: Page) -> Plan | None:
    """An image block: a figure, a figure in the `div` of a classic theme, or an image alone."""
    if node.name == "img":
        return plain(node, None, node, page)
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
    if trigger is not None and page.text(trigger.start, trigger.end):
        opens = trigger = None  # what it says is for readers
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
    keep = ("width", "height") if "is-resized" in figure.classes and not has_printed_size(picture.attributes) else ()
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
    elif "is-resized" in figure.classes and not has_printed_size(picture.attributes):
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
    if only.name == "img":
        return plain(only, None, around, page)
    inner = only.elements
    if only.name != "a" or len(inner) != 1 or inner[0].name != "img" or not page.is_alone(inner[0], only):
        return None
    return plain(inner[0], only, around, page)


def linked_image(node: Node, page: Page) -> Plan | None:
    """A link around nothing but an image, outside every paragraph."""
    return alone(node, node, page)


def captioned(node: Node, page: Page) -> Plan | None:
    """What the shortcode `caption` prints: `div.wp-caption`, in themes with HTML5's figures a figure of that class."""
    elements = node.elements
    if "wp-caption" not in node.classes or not elements or not page.is_blank(node.inner_start, elements[0].start):
        return None
    side = next((name.removeprefix("align") for name in node.classes if name in _SIDES), None)
    return _with_caption(node, elements, {"align": side}, page)


def figure(node: Node, page: Page) -> Plan | None:
    """A figure without a block's class, with an image, and perhaps a caption."""
    if "wp-caption" in node.classes:
        return captioned(node, page)
    if any(one.name not in ("class", "id") for one in node.attributes):
        return None
    sizes = [found[1] for name in node.classes if (found := _SIZES.fullmatch(name))]
    names = [name for name in node.classes if name not in (*_SIDES, "alignnone") and not _SIZES.fullmatch(name)]
    fields: dict[str, Any] = {
        "align": next((name.removeprefix("align") for name in node.classes if name in _SIDES), None),
        "anchor": node.get("id"),
        "class_name": " ".join(names) or None,
        "size_slug": sizes[0] if sizes else None,
    }
    return _with_caption(node, node.elements, fields, page)


def _with_caption(node: Node, elements: list[Node], fields: dict[str, Any], page: Page) -> Plan | None:
    """An image block of the one image among `elements`, and of the caption behind it."""
    caption = elements[1] if len(elements) == 2 else None
    if len(elements) > 2 or (caption is not None and caption.name not in ("figcaption", "p", "div")):
        return None
    if any(one.kind == "text" and not page.is_blank(one.start, one.end) for one in node.children):
        return None
    if caption is not None:
        fields = {**fields, "caption": page.html[caption.inner_start : caption.inner_end].strip()}
    first = elements[0]
    picture = first.elements[0] if first.name == "a" and len(first.elements) == 1 else first
    if picture is not first and not page.is_alone(picture, first):
        return None
    return plain(picture, first if picture is not first else None, node, page, fields)


def plain(
    picture: Node, link: Node | None, around: Node, page: Page, fields: Mapping[str, Any] | None = None
) -> Plan | None:
    """The image block of an image that no block saved, in the place of the element `around`.

    `fields` are those that are known beside what the image says. None where it says what no image block holds.
    """
    if picture.name != "img" or picture.token is None or not picture.get("src"):
        return None
    found = Shown(picture.token, link.token if link is not None else None, "")
    if found.losses:
        return None
    said = image_fields(found, lambda _: None)
    edit = page.cleaner.edit(picture)
    if edit is not None and "width=" not in edit.replacement:
        said.pop("width", None)  # the server said it
    said |= {key: value for key, value in (fields or {}).items() if value is not None}
    block = made(said)
    return from_block(block, around) if block is not None else None
