"""How large a player is: what its tag says, its block, the file that it plays, and else a guess that is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from blocks.fragment import Token
from blocks.model.block import Block
from blocks.render.amp.attributes import Say, Values

if TYPE_CHECKING:
    from blocks.site import Site

Sizes = Callable[[Block | None, str], tuple[int, int] | None]
"""Width and height in pixels of what a block plays from an address; None where nobody knows them."""

GUESS: Final = (16, 9)
_WIDTH: Final = 640  # pixels, where only a ratio is known

_LENGTH = re.compile(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*\Z", re.ASCII)
_RATIO = re.compile(r"\s*(\d{1,5})(?:\.\d{1,4})?\s*(?:[/:]\s*(\d{1,5})(?:\.\d{1,4})?\s*)?\Z", re.ASCII)
_ASPECT_CLASS = re.compile(r"\bwp-embed-aspect-(\d{1,3})-(\d{1,3})\b", re.ASCII)
_STYLE_RATIO = re.compile(r"(?:^|;)\s*aspect-ratio\s*:\s*(?:auto\s+)?([^;]{1,40})", re.ASCII | re.IGNORECASE)
_STYLE_LENGTH = {
    name: re.compile(rf"(?:^|;)\s*{name}\s*:\s*(\d{{1,5}})(?:\.\d+)?px\s*(?:;|\Z)", re.ASCII | re.IGNORECASE)
    for name in ("width", "height")
}
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
    style = start.get("style") or ""
    sides = []
    for name, pattern in _STYLE_LENGTH.items():
        found = pattern.search(style) if style else None
        sides.append(length(start.get(name)) or (int(found[1]) or None if found else None))
    return sides[0], sides[1]


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
    if ratio := _ratio(said.get("aspectRatio")):
        return ratio
    value = said.get("className")
    found = _ASPECT_CLASS.search(value) if isinstance(value, str) else None
    return (int(found[1]), int(found[2])) if found and int(found[1]) and int(found[2]) else None


def length(value: object) -> int | None:
    """A length in whole pixels, None for anything else and for nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    found = _LENGTH.match(str(value))
    return int(found[1]) or None if found else None


def of_attachments(site: Site) -> Sizes:
    """The sizes of films that were uploaded to a site, by the `id` or `mediaId` of their blocks."""
    from blocks.site.media import attachment, metadata

    def sizes(node: Block | None, _address: str) -> tuple[int, int] | None:
        said = _said(node)
        id = said.get("id", said.get("mediaId"))
        post = attachment(site, id) if isinstance(id, int) and not isinstance(id, bool) else None
        known = (metadata(post) if post is not None else None) or {}
        width, height = length(known.get("width")), length(known.get("height"))
        return (width, height) if width and height else None

    return sizes


def _said(node: Block | None) -> Mapping[str, Any]:
    return (node.attributes if node is not None else None) or {}


def _style_ratio(start: Token) -> tuple[int, int] | None:
    found = _STYLE_RATIO.search(start.get("style") or "")
    return _ratio(found[1]) if found else None


def _ratio(value: object) -> tuple[int, int] | None:
    """`16/9`, `16:9` or `1.78` as two whole numbers."""
    found = _RATIO.match(value) if isinstance(value, str) else None
    if found is None:
        return None
    parts = [*re.split("[/:]", found[0]), "1"]
    width, height = (max(0, round(float(part) * 100)) for part in parts[:2])
    if not width or not height:
        return None
    if width % 100 == 0 and height % 100 == 0:
        return width // 100, height // 100
    return width, height
