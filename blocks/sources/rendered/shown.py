"""An image in plain HTML, its tag and the link around it, as an image block."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from blocks.errors import EditError
from blocks.formatting.php import integer
from blocks.fragment.tokens import Token
from blocks.library.media import Image
from blocks.model.block import Block
from blocks.sources.facts import Media

Known = Callable[[int], Media | None]

ALIGNED: Final = {"alignleft": "left", "aligncenter": "center", "alignright": "right"}
ATTACHMENT: Final = re.compile(r"(?:wp-image-|attachment_)([1-9][0-9]{0,17})\Z")
_SIZED: Final = re.compile(r"-([0-9]+)x[0-9]+(?=\.[A-Za-z]+\Z)")
_SIZE: Final = re.compile(r"size-([\w-]+)\Z")
_KEPT: Final = frozenset(
    """
    src alt title class width height srcset sizes loading decoding border fetchpriority aria-describedby data-id
    """.split()  # noqa: SIM905
)
_LARGEST: Final = 10**6


@dataclass(frozen=True, slots=True)
class Shown:
    """An image in HTML: its tag, the tag of the link around it, and the HTML that follows."""

    image: Token
    link: Token | None
    rest: str

    @property
    def losses(self) -> list[str]:
        """The attributes of the image that an image block has no place for."""
        return [one.name for one in self.image.attributes if one.name not in _KEPT]


def image_fields(found: Shown, known: Known, width: int = 0) -> dict[str, Any]:
    """The fields of an image block for an image in HTML; `width` is that of the caption around it.

    `known` answers for attachments by their ids.
    """
    image, link = found.image, found.link
    url = image.get("src") or ""
    fields: dict[str, Any] = {"url": url, "alt": image.get("alt") or ""}
    if title := image.get("title"):
        fields["title"] = title
    for name in image.classes:
        if name in ALIGNED:
            fields["align"] = ALIGNED[name]
        elif found_id := ATTACHMENT.match(name):
            fields["id"] = int(found_id[1])
        elif size := _SIZE.match(name):
            fields["size_slug"] = size[1]
    media = known(fields["id"]) if "id" in fields else None
    width = integer(image.get("width") or "") or width
    if 0 < width < _LARGEST and width != _natural(url, fields.get("size_slug"), media, width):
        fields["width"] = f"{width}px"
    fields["link_destination"] = "none"
    if link is not None and (href := link.get("href")):
        fields |= {"href": href, "link_destination": _destination(href, link.get("rel") or "", url)}
        fields |= {
            field: value
            for name, field in (("rel", "rel"), ("class", "link_class"), ("target", "link_target"))
            if (value := link.get(name))
        }
    return fields


def _natural(url: str, size: str | None, media: Media | None, width: int) -> int | None:
    """The width, in pixels, of the file that is shown; None where nothing tells."""
    if sized := _SIZED.search(url):
        return int(sized[1]) if len(sized[1]) < 7 else None
    if media is not None and size is not None and size in media.sizes:
        return media.sizes[size].width
    if media is not None and media.width:
        return media.width
    return width if size is not None else None


def _destination(href: str, rel: str, url: str) -> str:
    if "attachment_id=" in href or "attachment" in rel:
        return "attachment"
    return "media" if _SIZED.sub("", href) == _SIZED.sub("", url) else "custom"


def made(fields: dict[str, Any]) -> Block | None:
    """An image block; None where no markup holds the values."""
    try:
        return Image(**{name: value for name, value in fields.items() if value is not None})
    except EditError:
        return None
