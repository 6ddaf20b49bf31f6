"""`core/gallery`: a grid, which needs no form but for its lightbox, or an `amp-carousel` with a slide for each image.

WordPress has saved galleries in three ways: as a figure of image blocks, before 5.9 as `<figure><ul><li><figure>`, and
before 5.3 as `<ul><li><figure>`. All of them are figures with a picture each, lists around these, and a caption behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from blocks.fragment import Token, tokens
from blocks.model.block import Block
from blocks.render.amp.attributes import Values
from blocks.render.amp.dimensions import Known
from blocks.render.amp.forms.elements import COST_OF_A_CHARACTER
from blocks.render.amp.forms.image import in_group
from blocks.render.amp.forms.parts import Outermost, outermost
from blocks.render.amp.forms.pictures import amp_img, opens_large, pictures, unlinked
from blocks.render.amp.marks import Sealed

if TYPE_CHECKING:
    from blocks.render.amp.server import AmpServer
    from blocks.render.html.block import ServerBlock

_DEPTH: Final = 5  # figure, carousel, slide, link, picture
_AROUND_SLIDES: Final = ("ul", "li", "div")
_GUESS: Final = (4, 3)
_COUNT: Final = "galleries that open large"


class _Look(NamedTuple):
    """How the slides of a gallery are: cropped to their frame or not, and which of them open large, in which group."""

    is_cropped: bool
    group: str | None
    every_opens: bool


class _Slide(NamedTuple):
    html: str
    has_picture: bool = False
    size: Known | None = None


def gallery(block: ServerBlock, html: str, server: AmpServer) -> str:
    """A carousel, if the block or the server says so; where its images open large, one leafs through them alone."""
    every = block.attrs.get("ampLightbox") is True
    asked = block.attrs.get("ampCarousel")
    is_carousel = asked if isinstance(asked, bool) else server.gallery == "carousel"
    group = None
    opens = every or "showLightbox" in html
    if opens or is_carousel:
        server.count_read(COST_OF_A_CHARACTER * len(html))
    if opens:
        number = server.memory[_COUNT] = server.memory.get(_COUNT, 0) + 1
        group = f"gallery-{number}"
    if every:
        html = unlinked(html)
    whole = outermost(html, "figure", "ul") if is_carousel else None
    look = _Look(block.attributes.get("imageCrop") is not False, group, every)
    made = _carousel(whole, look, block, server) if whole is not None else None
    if made is None and group is not None:
        made = in_group(html, group, block.node, server, every=every)
    return html if made is None else made


def _carousel(whole: Outermost, look: _Look, block: ServerBlock, server: AmpServer) -> str | None:
    """The carousel in its figure; None where there are not two figures, or something else is between them."""
    figures: list[tuple[Token, str, Block | None] | str] = []
    node = block.node
    figure: Token | None = None
    depth, behind = 0, len(whole.inner)
    for token in tokens(whole.inner):
        if figure is not None:
            if token.name == "figure":
                depth += 1 if token.kind == "start" else -1
            if depth == 0:
                figures.append((figure, whole.inner[figure.end : token.start], node))
                figure = None
        elif token.name == "figure" and token.kind == "start":
            figure, depth = token, 1
        elif token.kind == "comment":
            mark = server.marks.read(token.value)
            if mark is not None and not mark.is_block:
                return None
            node = server.marks.nodes[mark.number] if mark is not None and not mark.is_end else block.node
            figures.append(token.value)
        elif token.name == "figcaption" and outermost(whole.inner[token.start :], "figcaption"):
            behind = token.start
            break
        elif token.name not in _AROUND_SLIDES and token.value.strip():
            return None
    if figure is not None or sum(not isinstance(one, str) for one in figures) < 2:
        return None
    slides = [_Slide(one) if isinstance(one, str) else _slide(*one, look, block, server) for one in figures]
    if not any(slide.has_picture for slide in slides):
        return None
    carousel = Sealed("amp-carousel", _values(slides, block, server), component="amp-carousel", depth=_DEPTH - 1)
    inner = server.marks.sealed(carousel, "".join(slide.html for slide in slides))
    return server.sealed("figure", inner + whole.inner[behind:], whole.start, block, depth=_DEPTH)


def _values(slides: list[_Slide], block: ServerBlock, server: AmpServer) -> Values:
    """The attributes of a carousel that is as wide for its height as the widest of its pictures."""
    known = [slide.size for slide in slides if slide.size is not None]
    if not known:
        assumed = f"{_GUESS[0]}:{_GUESS[1]} was assumed"
        server.report(
            "unknown-dimensions", f"no source says how large the pictures of the gallery are; {assumed}", block
        )
    width, height = max((size[:2] for size in known), key=lambda size: size[0] / size[1], default=_GUESS)
    return {"type": "slides", "layout": "responsive", "width": str(width), "height": str(height)}


def _slide(figure: Token, html: str, node: Block | None, look: _Look, block: ServerBlock, server: AmpServer) -> _Slide:
    """A figure whose first picture fills it; `node` is the block of the image."""
    found = next(pictures(html, node, server), None)
    size = server.dimensions.known(found.img, found.node) if found is not None else None
    group = look.group if found is not None and opens_large(found, every=look.every_opens) else None
    element = amp_img(found, size[:2] if size else _GUESS, server, group=group) if found is not None else None
    if found is None or element is None:
        return _Slide(server.sealed("figure", html, figure, block, depth=_DEPTH - 2))
    server.dimensions.count(size)
    kept = {name: value for name, value in element.values.items() if name not in ("height", "width", "style")}
    fits = {"layout": "fill", "object-fit": "cover" if look.is_cropped else "contain"}
    picture = Sealed("amp-img", fits | kept | {"layout": "fill"}, element.component)
    inner = f"{html[: found.img.start]}{server.marks.sealed(picture)}{html[found.img.end :]}"
    return _Slide(server.sealed("figure", inner, figure, block, depth=_DEPTH - 2), has_picture=True, size=size)
