"""Pictures of forms: which ones a block has, and the `<amp-img>` for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from blocks.fragment import Token, tokens
from blocks.model.block import Block
from blocks.render.amp import rules
from blocks.render.amp.attributes import Values, cleaned
from blocks.render.amp.dimensions import Known
from blocks.render.amp.images import LIGHTBOX, is_lightbox, picture
from blocks.render.amp.marks import Sealed
from blocks.render.amp.sizes import Size

if TYPE_CHECKING:
    from blocks.render.amp.server import AmpServer

_IMAGE_FILE: Final = re.compile(r"\.(?:avif|bmp|gif|jpe?g|png|webp)(?:[?#]|\Z)", re.IGNORECASE)


class Found(NamedTuple):
    """A picture in a block's HTML: its `<img>`, the block that it stands in, and whether it is a link."""

    img: Token
    node: Block | None
    is_link: bool


def pictures(html: str, node: Block | None, server: AmpServer) -> Iterator[Found]:
    """The pictures in the HTML of a block, `node`, and of the blocks in it, but those in captions."""
    nodes = [node]
    is_link = in_caption = False
    for token in tokens(html):
        if token.kind == "comment":
            mark = server.marks.read(token.value)
            if mark is not None and mark.is_block and not mark.is_end:
                nodes.append(server.marks.nodes[mark.number])
            elif mark is not None and mark.is_block and len(nodes) > 1:
                nodes.pop()
        elif token.name == "figcaption":
            in_caption = token.kind == "start"
        elif token.name == "a":
            is_link = token.kind == "start"
        elif token.name == "img" and token.kind == "start" and not in_caption:
            yield Found(token, nodes[-1], is_link)


def opens_large(found: Found, *, every: bool) -> bool:
    """Whether a picture opens large: because it does so in WordPress, or as `every` one that is no link."""
    return is_lightbox(found.img) or (every and not found.is_link)


def amp_img(found: Found, size: Size | None, server: AmpServer, *, group: str | None) -> Sealed | None:
    """`<amp-img>` for a picture of this size; None where nobody knows it, or the picture has no address.

    With a `group` it opens large, and from there one leafs through the pictures of that group.
    """

    def say(code: str, message: str) -> None:
        if found.node is not None:
            server.context.report(code, message, found.node)

    values = cleaned("img", rules.HTML["img"], found.img.attributes, say)
    if not (values.get("src") or values.get("srcset")):
        return None
    known = Known(*size, "attributes") if size is not None else None  # as which it is written
    made = picture(values, known, found.node, as_amp=True, lightbox=group is not None, say=say)
    tag = next(tokens(made.html))
    if tag.name != "amp-img":
        return None
    of_tag: Values = {attribute.name: attribute.value for attribute in tag.attributes}
    return Sealed(
        "amp-img", of_tag | ({"lightbox": group or None} if made.component == LIGHTBOX else {}), made.component
    )


def unlinked(html: str) -> str:
    """`html` without the links to files of pictures, but in captions; what is in them stays."""
    out: list[str] = []
    copied = 0
    is_out = in_caption = False
    for token in tokens(html):
        if token.name == "figcaption":
            in_caption = token.kind == "start"
        elif token.name == "a" and not in_caption:
            was_out, is_out = is_out, token.kind == "start" and bool(_IMAGE_FILE.search(token.get("href") or ""))
            if is_out or (was_out and token.kind == "end"):
                out.append(html[copied : token.start])
                copied = token.end
    return "".join((*out, html[copied:]))
