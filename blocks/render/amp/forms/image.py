"""`core/image`: the lightbox of the AMP plugin. WordPress's own is on the picture itself, where the cleaner sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blocks.model.block import Block
from blocks.render.amp.forms.elements import COST_OF_A_CHARACTER
from blocks.render.amp.forms.pictures import amp_img, opens_large, pictures, unlinked

if TYPE_CHECKING:
    from blocks.render.amp.server import AmpServer
    from blocks.render.html.block import ServerBlock


def image(block: ServerBlock, html: str, server: AmpServer) -> str:
    """An image that opens large where the attribute `ampLightbox` says so; the link to its file goes."""
    if block.attrs.get("ampLightbox") is not True:
        return html
    server.count_read(COST_OF_A_CHARACTER * len(html))
    return in_group(unlinked(html), "", block.node, server, every=True)


def in_group(html: str, group: str, node: Block | None, server: AmpServer, *, every: bool) -> str:
    """`html` whose pictures that open large do so in a group: those of WordPress's lightbox, or `every` one."""
    out: list[str] = []
    copied = 0
    for found in pictures(html, node, server):
        if not opens_large(found, every=every):
            continue
        size = server.dimensions.known(found.img, found.node)
        element = amp_img(found, size[:2] if size else None, server, group=group)
        if element is not None:
            server.dimensions.count(size)
            out += html[copied : found.img.start], server.marks.sealed(element)
            copied = found.img.end
    return "".join((*out, html[copied:]))
