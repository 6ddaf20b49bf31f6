"""`[gallery]`: images of the site in rows (`gallery_shortcode()`)."""

from __future__ import annotations

import re

from blocks.formatting import php
from blocks.formatting.kses_tables import POST
from blocks.formatting.names import sanitize_html_class
from blocks.formatting.shortcode_atts import Attributes, shortcode_atts
from blocks.formatting.texturize import texturize
from blocks.render.html.content.losses import tell_missing
from blocks.render.html.content.state import ContentState
from blocks.site import SitePost
from blocks.site.media import metadata

_NOT_TAG = re.compile("[^a-zA-Z0-9-_:]")

_STYLE = """
\t\t<style{type}>
\t\t\t#{selector} {{
\t\t\t\tmargin: auto;
\t\t\t}}
\t\t\t#{selector} .gallery-item {{
\t\t\t\tfloat: left;
\t\t\t\tmargin-top: 10px;
\t\t\t\ttext-align: center;
\t\t\t\twidth: {width}%;
\t\t\t}}
\t\t\t#{selector} img {{
\t\t\t\tborder: 2px solid #cfcfcf;
\t\t\t}}
\t\t\t#{selector} .gallery-caption {{
\t\t\t\tmargin-left: 0;
\t\t\t}}
\t\t\t/* see gallery_shortcode() in wp-includes/media.php */
\t\t</style>
\t\t"""
"""The styles that WordPress prints for themes without HTML5 galleries."""


def gallery(state: ContentState, attributes: Attributes) -> str:
    """A gallery of the attachments that `ids` or `include` names, else of those of a post."""
    selector = f"gallery-{state.count('gallery')}"
    values = _values(state, attributes)
    posts = state.chosen("image", values)
    if posts is not None:
        tell_missing(state, "gallery", values, posts)
    if not posts:
        return ""
    tags = {
        name: _tag(values[f"{name}tag"], plain) for name, plain in (("item", "dl"), ("caption", "dd"), ("icon", "dt"))
    }
    columns = php.integer(values["columns"])
    out: list[str] = []
    if not state.html5:
        width = 100 // columns if columns > 0 else 100
        out.append(_STYLE.format(type=' type="text/css"', selector=selector, width=width))
    out.append(
        f"<div id='{selector}' class='gallery galleryid-{php.integer(values['id'])} gallery-columns-{columns} "
        f"gallery-size-{sanitize_html_class(values['size'])}'>"
    )
    for number, post in enumerate(posts, 1):
        out.append(_item(state, post, values, tags, selector))
        if not state.html5 and columns > 0 and number % columns == 0:
            out.append('<br style="clear: both" />')
    if not state.html5 and columns > 0 and len(posts) % columns:
        out.append("\n\t\t\t<br style='clear: both' />")
    out.append("\n\t\t</div>\n")
    return "".join(out)


def _values(state: ContentState, attributes: Attributes) -> dict[str, str]:
    attributes = dict(attributes)
    if php.is_true(attributes.get("ids", "")):
        if php.is_empty(attributes.get("orderby", "")):
            attributes["orderby"] = "post__in"
        attributes["include"] = attributes["ids"]
    defaults = {
        "order": "ASC",
        "orderby": "menu_order ID",
        "id": str(state.post_id),
        "itemtag": "figure" if state.html5 else "dl",
        "icontag": "div" if state.html5 else "dt",
        "captiontag": "figcaption" if state.html5 else "dd",
        "columns": "3",
        "size": "thumbnail",
        "include": "",
        "exclude": "",
        "link": "",
    }
    return shortcode_atts(defaults, attributes)


def _tag(asked: str, plain: str) -> str:
    name = _NOT_TAG.sub("", asked).lower()
    return name if name in POST else plain


def _item(state: ContentState, post: SitePost, values: dict[str, str], tags: dict[str, str], selector: str) -> str:
    texts = php.trim(post.excerpt)
    described: Attributes = {"aria-describedby": f"{selector}-{post.id}"} if php.is_true(texts) else {}
    link, size = values["link"], values["size"]
    if link == "none":
        image = state.image(post.id, size, described)
    else:
        image = state.image_link(post, size, to_page=link != "file", attributes=described)
    known = metadata(post) or {}
    orientation = ""
    if known.get("height") is not None and known.get("width") is not None:
        tall = php.number(known["height"]) > php.number(known["width"])
        orientation = "portrait" if tall else "landscape"
    item, icon, below = tags["item"], tags["icon"], tags["caption"]
    out = f"<{item} class='gallery-item'>\n\t\t\t<{icon} class='gallery-icon {orientation}'>"
    out += f"\n\t\t\t\t{image}\n\t\t\t</{icon}>"
    if php.is_true(texts):
        out += (
            f"\n\t\t\t\t<{below} class='wp-caption-text gallery-caption' id='{selector}-{post.id}'>"
            f"\n\t\t\t\t{texturize(post.excerpt)}\n\t\t\t\t</{below}>"
        )
    return f"{out}</{item}>"
