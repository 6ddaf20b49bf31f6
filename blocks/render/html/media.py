"""Images of attachments as blocks print them: with the attributes that say how a browser shall load them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blocks.formatting import php
from blocks.formatting.loading import Loading
from blocks.render.html.content import state_of
from blocks.render.html.server import Server
from blocks.site.media import Size, alt, image_src
from blocks.site.media import attachment_image as drawn_image
from blocks.site.records import SitePost


def loading(server: Server) -> Loading:
    """What was counted so far on the page: images at its start are not lazy."""
    counted = state_of(server).loading
    counted.main_loop = server.in_the_loop
    return counted


def attachment_image(
    server: Server,
    id: int,
    size: Size = "thumbnail",
    attributes: Mapping[str, Any] | None = None,
    context: str = "wp_get_attachment_image",
    shown: tuple[int, int] | None = None,
) -> str:
    """An `img` of an attachment (`wp_get_attachment_image()`); empty where it is no image.

    `shown` is how wide and high it is shown, where that is not its own size.
    """
    counted = loading(server)
    return drawn_image(
        server.site, id, size, attributes, lambda given: counted.attributes("img", given, context), shown=shown
    )


# ------------------------------------------------------------------------------ the featured image of the global post


def featured_id(server: Server) -> int:
    """The id of the featured image of the global `$post`; 0 where it has none (`get_post_thumbnail_id()`)."""
    return php.integer(server.post.meta.get("_thumbnail_id", 0)) if server.post is not None else 0


def featured_url(server: Server, size: Size = "post-thumbnail") -> str:
    """The address of the featured image in a size (`get_the_post_thumbnail_url()`); empty where there is none."""
    id = featured_id(server)
    found = image_src(server.site, id, size) if id else None
    return found.url if found is not None else ""


def featured_alt(server: Server) -> str:
    """The alternative text of the featured image."""
    post = server.site.posts.get(featured_id(server))
    return php.trim(php.strip_tags(alt(post))) if post is not None else ""


def featured_image(server: Server, size: Size = "post-thumbnail", attributes: Mapping[str, Any] | None = None) -> str:
    """An `img` of the featured image; empty where there is none."""
    return post_thumbnail(server, server.post, size, attributes) if server.post is not None else ""


def post_thumbnail(
    server: Server, post: SitePost, size: Size = "post-thumbnail", attributes: Mapping[str, Any] | None = None
) -> str:
    """An `img` of a post's featured image (`get_the_post_thumbnail()`); empty where it has none."""
    id = php.integer(post.meta.get("_thumbnail_id", 0))
    if not id:
        return ""
    name = size if isinstance(size, str) else "x".join(map(str, size))
    said = {"class": f"attachment-{name} size-{name}", **(attributes or {})}
    said["class"] = f"{php.text(said['class'])} wp-post-image"
    return attachment_image(server, id, size, said, "the_post_thumbnail")
