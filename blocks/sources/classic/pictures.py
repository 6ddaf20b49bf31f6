"""`[caption]` and `[gallery]` as blocks."""

from __future__ import annotations

from html import escape
from typing import Any, Final

from blocks.errors import EditError
from blocks.formatting.php import integer
from blocks.fragment.tokens import Token, tokens
from blocks.library.media import Gallery
from blocks.model.block import Block
from blocks.sources.classic.attached import Attached
from blocks.sources.facts import Media
from blocks.sources.rendered.shown import ALIGNED, ATTACHMENT, Shown, image_fields, made
from blocks.syntax.shortcodes import Shortcode

_BLANKS: Final = " \t\r\n\f\v\xa0"


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
    fields = image_fields(found, attached.get, width)
    if caption and width > 0:  # else WordPress shows the image alone
        fields["align"] = ALIGNED.get(said.get("align", "").strip(_BLANKS))
        fields["caption"] = caption
        if names := said.get("class", "").strip(_BLANKS):
            fields["class_name"] = names
    elif caption:
        return None
    id = said.get("id", "")
    if known := ATTACHMENT.match(id):
        fields.setdefault("id", int(known[1]))
    elif id:
        fields["anchor"] = id
    return made(fields)


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
        fields["caption"] = escape(media.caption, quote=False)
    return made(fields)
