"""Videos: their size, which the media library knows."""

from __future__ import annotations

from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.site.media import attachment, metadata


def video(block: ServerBlock, content: str, server: Server) -> str:
    """The video with its width, height and aspect ratio (`render_block_core_video()`)."""
    id = block.attributes.get("id")
    if "<video" not in content or not isinstance(id, int) or id <= 0:
        return content
    post = attachment(server.site, id)
    known = metadata(post) if post is not None else None
    if known is None:
        return content
    width, height = known.get("width"), known.get("height")
    if not _is_size(width) or not _is_size(height):
        return content
    tags = TagProcessor(content)
    if not tags.next_tag("video"):
        return content
    tags.set_attribute("width", str(width))
    tags.set_attribute("height", str(height))
    style = tags.get_attribute("style")
    tags.set_attribute("style", f"aspect-ratio: {width} / {height};{style if isinstance(style, str) else ''}")
    return tags.get_updated_html()


def _is_size(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0
