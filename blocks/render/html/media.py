"""Images of attachments as blocks print them: with the attributes that say how a browser shall load them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blocks.formatting.loading import Loading
from blocks.render.html.server import Server
from blocks.site.media import Size
from blocks.site.media import attachment_image as drawn_image


def loading(server: Server) -> Loading:
    """What was counted so far on the page: images at its start are not lazy."""
    if "loading" not in server.memory:
        server.memory["loading"] = Loading(main_loop=server.in_the_loop)
    found: Loading = server.memory["loading"]
    return found


def attachment_image(
    server: Server,
    id: int,
    size: Size = "thumbnail",
    attributes: Mapping[str, Any] | None = None,
    context: str = "wp_get_attachment_image",
) -> str:
    """An `img` of an attachment (`wp_get_attachment_image()`); empty where it is no image."""
    counted = loading(server)
    counted.main_loop = server.in_the_loop
    return drawn_image(server.site, id, size, attributes, lambda given: counted.attributes("img", given, context))
