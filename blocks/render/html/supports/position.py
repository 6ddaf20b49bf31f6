"""The support `position`: blocks that stick to the window, or are fixed in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from blocks.formatting import php
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.render.html.supports.first_tag import with_classes
from blocks.theme.style_engine import SIDES

_TYPES: Final = ("sticky", "fixed")


def render(block: ServerBlock, content: str, server: Server) -> str:
    """A block with the classes of its position, where the theme allows that (`wp_render_position_support()`)."""
    position = php.get(block.attrs, "style", "position")
    if php.is_empty(position) or block.type is None or not block.type.has_support("position"):
        return content
    name = server.unique_id("wp-container-")
    kind = php.get(position, "type")
    if kind not in _TYPES or server.theme.setting("position", kind) is not True:
        return content
    for declarations in _declarations(kind, position):
        server.styles.add(f".{name}", declarations)
    return with_classes(content, name, f"is-position-{kind}")


def _declarations(kind: str, position: Any) -> Iterator[dict[str, Any]]:
    for side in SIDES:
        value = php.get(position, side)
        if value is None:
            continue
        if side == "top":
            top = "0px" if value == "0" or (value == 0 and type(value) is int) else php.text(value)
            value = f"calc({top} + var(--wp-admin--admin-bar--position-offset, 0px))"
        yield {side: value}
    yield {"position": kind, "z-index": "10"}
