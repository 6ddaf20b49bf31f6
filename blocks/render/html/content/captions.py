"""`[caption]`: an image with a line of text below (`img_caption_shortcode()`)."""

from __future__ import annotations

import re

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr
from blocks.formatting.kses import wp_kses_post
from blocks.formatting.names import sanitize_html_class
from blocks.formatting.shortcode_atts import Attributes, shortcode_atts
from blocks.formatting.shortcodes import Shortcode, do_shortcode
from blocks.render.html.content.state import ContentState

_IMAGE = re.compile(
    r"<a [^>]++(?:>|\Z)(?:\s*+(?P<linked><img [^>]++>)(?:\s*</a>)?)?|<img [^>]++(?:>|\Z)(?:\s*</a>)?",
    re.ASCII | re.IGNORECASE,
)
_BARE = re.compile(r"<img [^>]++>(?:\s*</a>)?", re.ASCII | re.IGNORECASE)
_DEFAULTS = {"id": "", "caption_id": "", "align": "alignnone", "width": "", "caption": "", "class": ""}


def caption(state: ContentState, attributes: Attributes, content: str, shortcodes: dict[str, Shortcode]) -> str:
    """An image with its caption: the attribute, or what follows the image in `content`."""
    attributes = dict(attributes)
    if "caption" not in attributes:
        found = image_and_rest(content)
        if found:
            content, attributes["caption"] = found[0], php.trim(found[1])
    elif "<" in attributes["caption"]:
        attributes["caption"] = wp_kses_post(attributes["caption"])
    values = shortcode_atts(_DEFAULTS, attributes)
    width = php.integer(values["width"])
    if width < 1 or php.is_empty(values["caption"]):
        return content
    id, caption_id = values["id"], values["caption_id"]
    if php.is_true(id):
        id = sanitize_html_class(id)
    if php.is_true(caption_id):
        caption_id = sanitize_html_class(caption_id)
    elif php.is_true(id):
        caption_id = "caption-" + id.replace("_", "-")
    own = f'id="{esc_attr(id)}" ' if php.is_true(values["id"]) else ""
    named = f'id="{esc_attr(caption_id)}" ' if php.is_true(caption_id) else ""
    described = f'aria-describedby="{esc_attr(caption_id)}" ' if php.is_true(caption_id) else ""
    names = esc_attr(php.trim(f"wp-caption {values['align']} {values['class']}"))
    inside = do_shortcode(content, shortcodes)
    text = f'{named}class="wp-caption-text">{values["caption"]}'
    if state.html5:
        style = f'style="width: {width}px" '
        return f'<figure {own}{described}{style}class="{names}">{inside}<figcaption {text}</figcaption></figure>'
    inside = inside.replace("<img ", f"<img {described}")
    return f'<div {own}style="width: {width + 10}px" class="{names}">{inside}<p {text}</p></div>'


def image_and_rest(content: str) -> tuple[str, str] | None:
    """The first image of `content`, with the link right around it, and all that follows; None if there is no image."""
    for found in _IMAGE.finditer(content):
        if found[0][:2].lower() == "<a" and found["linked"] is None:
            bare = _BARE.search(content, found.start(), found.end())
            if bare:
                bare = _BARE.match(content, bare.start())
            if bare:
                return bare[0], content[bare.end() :]
        elif found[0].endswith(">"):
            return found[0], content[found.end() :]
    return None
