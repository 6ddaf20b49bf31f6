"""Covers whose background is the featured image of the post."""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.urls import esc_url
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.media import featured_alt, featured_id, featured_image, featured_url
from blocks.render.html.server import Server

_CLASS: Final = "wp-block-cover__image-background"
_DIV: Final = re.compile(r"<div\b", re.ASCII)
_INNER: Final = re.compile(r"wp-block-cover__inner-container[\s|\"]", re.ASCII)


def cover(block: ServerBlock, content: str, server: Server) -> str:
    """A cover with the featured image in front of what stands in it (`render_block_core_cover()`)."""
    attributes = block.attributes
    if attributes.get("backgroundType") != "image" or attributes.get("useFeaturedImage") is False:
        return content
    if server.post is None and not server.has_site:
        server.report("no-data", "the featured image that the cover shows is not known without a site", block)
    position = focal_position(attributes.get("focalPoint"))
    if php.is_true(attributes.get("hasParallax")) or php.is_true(attributes.get("isRepeated")):
        image = _background(attributes, position, server)
        if image is None:
            return content
    else:
        said = {"class": _CLASS, "data-object-fit": "cover"}
        if position is not None:
            said |= {"data-object-position": position, "style": f"object-position:{position};"}
        image = featured_image(server, php.text(attributes.get("sizeSlug", "post-thumbnail")), said)
    place = _inner_container(content)
    return content if place is None else content[:place] + image + content[place:]


def focal_position(point: Any) -> str | None:
    """Where the middle of what is shown lies, as CSS has it: `50% 25%`; None where the block does not say."""
    if point is None:
        return None
    return " ".join(f"{php.text(php.php_round(php.number(php.get(point, axis)) * 100))}%" for axis in ("x", "y"))


def _background(attributes: dict[str, Any], position: str | None, server: Server) -> str | None:
    """An element with the image as its background, for it is fixed or repeated; None where there is no image."""
    url = featured_url(server, php.text(attributes.get("sizeSlug")))
    if not url:
        return None
    tags = TagProcessor("<div></div>")
    tags.next_tag()
    alt = featured_alt(server)
    if php.is_true(alt):
        tags.set_attribute("role", "img")
        tags.set_attribute("aria-label", alt)
    tags.add_class(_CLASS)
    tags.add_class(f"wp-image-{featured_id(server)}")
    for key, name in (("hasParallax", "has-parallax"), ("isRepeated", "is-repeated")):
        if php.is_true(attributes.get(key)):
            tags.add_class(name)
    image = f"background-image:url({esc_url(url)});"
    tags.set_attribute("style", f"background-position:{position or '50% 50%'};{image}")
    return tags.get_updated_html()


def _inner_container(content: str) -> int | None:
    """Where the element begins that the inner blocks stand in."""
    found = _DIV.search(content)
    while found is not None:
        end = content.find(">", found.end())
        if end < 0:
            return None
        if _INNER.search(content, found.end() + 1, end):
            return found.start()
        found = _DIV.search(content, end)
    return None
