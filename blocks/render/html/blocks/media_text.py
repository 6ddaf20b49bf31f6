"""Media and text side by side, where the media is the featured image of the post."""

from __future__ import annotations

import re

from blocks.formatting import php
from blocks.formatting.urls import esc_url
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.cover import focal_position
from blocks.render.html.media import featured_alt, featured_id, featured_url
from blocks.render.html.server import Server


def media_text(block: ServerBlock, content: str, server: Server) -> str:
    """The block with the featured image in its figure (`render_block_core_media_text()`)."""
    attributes = block.attributes
    if attributes.get("useFeaturedImage") is False:
        return content
    if server.post is None and not server.has_site:
        server.report("no-data", "the featured image that the block shows is not known without a site", block)
    url = featured_url(server)
    if not url:
        return content
    fills = php.is_true(attributes.get("imageFill"))
    position = focal_position(attributes.get("focalPoint")) or "50% 50%"
    id = f"wp-block-media-text__media-{server.unique_id()}"
    if fills:
        content = _filling(content)
    content = _with_id(content, id, is_last=attributes.get("mediaPosition") == "right")
    figure = re.compile(rf'<figure\s+id="{id}"\s+class="wp-block-media-text__media"\s*>', re.ASCII)
    content = figure.sub(lambda found: found[0] + '<img class="wp-block-media-text__featured_image">', content)
    tags = TagProcessor(content)
    if not tags.next_tag("figure"):
        return content
    tags.remove_attribute("id")
    if not tags.next_tag("img", class_name="wp-block-media-text__featured_image"):
        return content
    size = attributes.get("mediaSizeSlug")
    tags.set_attribute("src", esc_url(url))
    tags.set_attribute("class", f"wp-image-{featured_id(server)} size-{'full' if size is None else php.text(size)}")
    tags.set_attribute("alt", featured_alt(server))
    if fills:
        tags.set_attribute("style", f"object-position:{position};")
    return tags.get_updated_html()


def _filling(content: str) -> str:
    tags = TagProcessor(content)
    while tags.next_tag("div", class_name="wp-block-media-text"):
        tags.remove_class("is-image-fill")
        tags.add_class("is-image-fill-element")
    return tags.get_updated_html()


def _with_id(content: str, id: str, *, is_last: bool) -> str:
    """The first figure for media, or the last one, with an id to find it by."""
    tags = TagProcessor(content)
    found = False
    while tags.next_tag("figure", class_name="wp-block-media-text__media"):
        found = True
        if not is_last:
            break
        tags.set_bookmark("figure")
    if found:
        if is_last:
            tags.seek("figure")
        tags.set_attribute("id", id)
    return tags.get_updated_html()
