"""How large a player is: what its tag says, its block, the file that it plays, and else a guess that is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from blocks.fragment import Token
from blocks.model.block import Block
from blocks.render.amp.attachments import attachments
from blocks.render.amp.attributes import Say, Values
from blocks.render.amp.sizes import box_of_style, declared, dimension, length, sides_of_ratio

if TYPE_CHECKING:
    from blocks.site import Site

Sizes = Callable[[Block | None, str], tuple[int, int] | None]
"""Width and height in pixels of what a block plays from an address; None where nobody knows them."""

GUESS: Final = (16, 9)
_WIDTH: Final = 640  # pixels, where only a ratio is known

_ASPECT_CLASS = re.compile(r"\bwp-embed-aspect-(\d{1,3})-(\d{1,3})\b", re.ASCII)
_FILLS = re.compile(r"(?:^|;)\s*position\s*:\s*absolute\s*(?:;|\Z)", re.ASCII | re.IGNORECASE)
_WHOLE = re.compile(r"(?:^|;)\s*width\s*:\s*100%\s*(?:;|\Z)", re.ASCII | re.IGNORECASE)


def size(start: Token, node: Block | None, what: str, say: Say, sizes: Sizes | None = None) -> tuple[int, int]:
    """Width and height of a player in pixels; `what` is what it is called where they are guessed, which is said."""
    width, height = sides(start)
    said = _said(node)
    width, height = width or length(said.get("width")), height or length(said.get("height"))
    if width and height:
        return width, height
    ratio = _style_ratio(start)
    if ratio is None and sizes is not None:
        ratio = sizes(node, start.get("src") or "")
        if ratio is not None and not width and not height:
            return ratio
    ratio = ratio or ratio_of(node)
    if ratio is None:
        say("unknown-dimensions", f"no source says how large the {what} is; {GUESS[0]}:{GUESS[1]} was assumed")
        ratio = GUESS
    if height and not width:
        return max(1, height * ratio[0] // ratio[1]), height
    width = width or _WIDTH
    return width, max(1, width * ratio[1] // ratio[0])


def sides(start: Token) -> tuple[int | None, int | None]:
    """Width and height that a tag says by its attributes or its style, in pixels."""
    box = box_of_style(start.get("style"))
    return dimension(start.get("width")) or box.width, dimension(start.get("height")) or box.height


def fills(start: Token) -> bool:
    """Whether a player lies over the whole of what is around it: a cover's film, a frame in a box with a ratio."""
    style = start.get("style") or ""
    return "wp-block-cover__video-background" in start.classes or bool(_FILLS.search(style) and _WHOLE.search(style))


def responsive(size: tuple[int, int], layout: str = "responsive") -> Values:
    """The attributes of a component that keeps the ratio of a size."""
    return {"layout": layout, "width": str(size[0]), "height": str(size[1])}


def as_high_as(height: int) -> Values:
    """The attributes of a component that is as wide as what is around it."""
    return {"layout": "fixed-height", "width": "auto", "height": str(height)}


def ratio_of(node: Block | None) -> tuple[int, int] | None:
    """The ratio of a block: its `aspectRatio`, or the class that the editor gives to embeds."""
    said = _said(node)
    if ratio := _whole_ratio(said.get("aspectRatio")):
        return ratio
    value = said.get("className")
    found = _ASPECT_CLASS.search(value) if isinstance(value, str) else None
    return (int(found[1]), int(found[2])) if found and int(found[1]) and int(found[2]) else None


def of_attachments(site: Site) -> Sizes:
    """The sizes of films that were uploaded to a site, by the `id` or `mediaId` of their blocks."""
    files = attachments(site)

    def sizes(node: Block | None, _address: str) -> tuple[int, int] | None:
        said = _said(node)
        id = said.get("id", said.get("mediaId"))
        return files.of_id(id) if isinstance(id, int) and not isinstance(id, bool) else None

    return sizes


def _said(node: Block | None) -> Mapping[str, Any]:
    return (node.attributes if node is not None else None) or {}


def _style_ratio(start: Token) -> tuple[int, int] | None:
    style = start.get("style")
    return _whole_ratio(dict(declared(style)).get("aspect-ratio")) if style else None


def _whole_ratio(value: object) -> tuple[int, int] | None:
    """A ratio as two whole numbers, exact to the hundredth."""
    across, down = (round(side * 100) for side in sides_of_ratio(value) or (0, 0))
    if not across or not down:
        return None
    if across % 100 == 0 and down % 100 == 0:
        return across // 100, down // 100
    return across, down
