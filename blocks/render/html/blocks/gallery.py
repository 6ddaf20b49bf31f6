"""Galleries: their gap, and their images in random order."""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.supports.first_tag import with_classes
from blocks.theme.gaps import gap_value, safe_gap
from blocks.theme.style_rules import CssRule, stylesheet_from_rules

_NO_GAP: Final = (
    "var( --wp--style--gallery-gap-default, var( --gallery-block--gutter-size, var( --wp--style--block-gap, 0.5em ) ) )"
)
_IMAGE_CLASS: Final = re.compile(r"\bwp-block-image\b", re.ASCII)


def image_ids(block: ServerBlock, server: Server) -> None:
    """Tell the images in a gallery that they print their ids (`block_core_gallery_data_id_backcompatibility()`)."""
    del server
    for inner in block.inner_blocks:
        if inner.name == "core/image" and inner.attrs.get("data-id") is None and inner.attrs.get("id") is not None:
            inner.set_attr("data-id", esc_attr(php.text(inner.attrs["id"])))


def gallery(block: ServerBlock, content: str, server: Server) -> str:
    """A gallery with a class of its own, by which the stylesheet has its gap (`block_core_gallery_render()`)."""
    name = server.unique_id("wp-block-gallery-")
    across, gap = _gaps(php.get(block.attributes, "style", "spacing", "blockGap"))
    declarations = {"--wp--style--unstable-gallery-gap": across, "gap": gap}
    stylesheet_from_rules([CssRule(f".wp-block-gallery.{name}", declarations)], server.styles)
    html = with_classes(content, name)
    return html if php.is_empty(block.attributes.get("randomOrder")) else _shuffled(html, server)


def _gaps(said: Any) -> tuple[str, str]:
    """The gap between columns, and the value of the CSS property `gap`."""
    if isinstance(said, dict | list):
        gaps = dict(php.pairs(said))
        across, down = (_gap(gaps[side]) if side in gaps else None for side in ("left", "top"))
        across, down = (_NO_GAP if one is None else one for one in (across, down))
        gap = down if across == down else f"{down} {across}"
    else:
        across = gap = _gap(said) or ""
        if gap in ("", "0"):
            across = gap = _NO_GAP
    return "0px" if across == "0" else across, gap


def _gap(value: Any) -> str | None:
    """A gap as CSS has it; None where it could break out of its declaration."""
    if not isinstance(value, str):
        return ""
    gap: str | None = gap_value(safe_gap(value))
    return gap


def _shuffled(html: str, server: Server) -> str:
    """The HTML with the images, as far as the first end of a figure behind each, in another order."""
    places: list[tuple[int, int]] = []
    at = 0
    while (start := html.find("<figure", at)) >= 0 and (end := html.find(">", start)) >= 0:
        at = end + 1
        if _IMAGE_CLASS.search(html, start + 7, end):
            end = html.find("</figure>", at)
            if end < 0:
                break
            at = end + 9
            places.append((start, at))
    images = [html[start:end] for start, end in places]
    server.chance.shuffle(images)
    out: list[str] = []
    copied = 0
    for (start, end), image in zip(places, images, strict=True):
        out += html[copied:start], image
        copied = end
    return "".join((*out, html[copied:]))
