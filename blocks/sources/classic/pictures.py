"""`[caption]` and `[gallery]` as blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from blocks.errors import EditError
from blocks.formatting.php import integer
from blocks.fragment.tokens import Token, tokens
from blocks.library.media import Gallery, Image
from blocks.model.block import Block
from blocks.sources.classic.attached import Attached
from blocks.sources.facts import Media
from blocks.syntax.shortcodes import Shortcode

_BLANKS: Final = " \t\r\n\f\v\xa0"
_ALIGNED: Final = {"alignleft": "left", "aligncenter": "center", "alignright": "right"}
_ID: Final = re.compile(r"(?:wp-image-|attachment_)([1-9][0-9]{0,17})\Z")
_SIZED: Final = re.compile(r"-([0-9]+)x[0-9]+(?=\.[A-Za-z]+\Z)")
_SIZE: Final = re.compile(r"size-([\w-]+)\Z")
_KEPT: Final = frozenset(
    ("src", "alt", "title", "class", "width", "height", "srcset", "sizes", "loading", "decoding", "border")
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


def shown(html: str) -> Shown | None:
    """The image that `html` begins with, with or without a link; None where it begins with something else."""
    link: Token | None = None
    found: Token | None = None
    end = 0
    for token in tokens(html):
        is_blank = token.kind == "text" and not html[token.start : token.end].strip(_BLANKS)
        if found is None and token.kind == "start" and token.name == "a" and link is None:
            link = token
        elif found is None and token.kind == "start" and token.name == "img":
            found, end = token, token.end
        elif found is not None and link is not None and token.kind == "end" and token.name == "a":
            return Shown(found, link, html[token.end :])
        elif not is_blank or (found is not None and link is None):
            break
    return Shown(found, None, html[end:]) if found is not None and link is None else None


def captioned(node: Shortcode, attached: Attached) -> Block | None:
    """The image block of `[caption]`; None where it encloses no image, or something before it."""
    found = shown(node.content or "")
    if found is None or not found.image.get("src"):
        return None
    said = {str(name): value for name, value in node.attributes.items()}
    caption = said.get("caption", found.rest).strip(_BLANKS)
    if "caption" in said and found.rest.strip(_BLANKS):
        return None
    width = integer(said.get("width", ""))
    fields = image_fields(found, attached, width)
    if caption and width > 0:  # else WordPress shows the image alone
        fields["align"] = _ALIGNED.get(said.get("align", "").strip(_BLANKS))
        fields["caption"] = caption
        if names := said.get("class", "").strip(_BLANKS):
            fields["class_name"] = names
    elif caption:
        return None
    id = said.get("id", "")
    if known := _ID.match(id):
        fields.setdefault("id", int(known[1]))
    elif id:
        fields["anchor"] = id
    return made(fields)


def image_fields(found: Shown, attached: Attached, width: int = 0) -> dict[str, Any]:
    """The fields of an image block for an image in HTML; `width` is that of the caption around it."""
    image, link = found.image, found.link
    url = image.get("src") or ""
    fields: dict[str, Any] = {"url": url, "alt": image.get("alt") or ""}
    if title := image.get("title"):
        fields["title"] = title
    for name in image.classes:
        if name in _ALIGNED:
            fields["align"] = _ALIGNED[name]
        elif known := _ID.match(name):
            fields["id"] = int(known[1])
        elif size := _SIZE.match(name):
            fields["size_slug"] = size[1]
    media = attached.get(fields["id"]) if "id" in fields else None
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


def gallery(node: Shortcode, attached: Attached) -> Block | None:
    """The gallery block of `[gallery]`; None where nobody knows the pictures."""
    said = {str(name): value.strip(_BLANKS) for name, value in node.attributes.items()}
    if node.content or "exclude" in said or "id" in said:
        return None
    pictures = attached.listed(said.get("ids") or said.get("include"))
    if not pictures or not all(one.url for one in pictures):
        return None
    size, link = said.get("size") or "thumbnail", said.get("link", "")
    to = {"file": "media", "none": "none"}.get(link, "attachment")
    blocks = [_of_gallery(one, size, to) for one in pictures]
    inside = [one for one in blocks if one is not None]
    columns = integer(said.get("columns") or "3")
    if len(inside) < len(blocks) or columns < 0:
        return None
    more: dict[str, Any] = {"columns": min(columns, 8)} if columns else {}
    if said.get("orderby", "").lower() == "rand":
        more["random_order"] = True
    try:
        return Gallery(*inside, link_to=to, size_slug=size, **more)
    except EditError:
        return None


def _of_gallery(media: Media, size: str, to: str) -> Block | None:
    file = media.sizes.get(size)
    fields: dict[str, Any] = {
        "url": file.url if file is not None else media.url,
        "alt": media.alt or "",
        "id": media.id,
        "size_slug": size,
        "link_destination": to,
        "href": media.url if to == "media" else f"/?attachment_id={media.id}" if to == "attachment" else None,
    }
    if media.caption:
        fields["caption"] = _escaped(media.caption)
    return made(fields)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
