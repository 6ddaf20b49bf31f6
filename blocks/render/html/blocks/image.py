"""Images: the id for galleries, empty captions, and the lightbox that shows them large."""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr
from blocks.formatting.php.replacement import expanded
from blocks.fragment.tag_edits import ascii_lower
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.site.media import attachment_url, metadata

_ID_CLASS: Final = re.compile(r"wp-image-([0-9]+)")
_LIGHTBOX: Final = "lightbox of images"
_OVERLAY: Final = "overlay of the lightbox"
_STORE: Final = "core/image"
_GROWTH: Final = 100  # how many times longer the lightbox may make the HTML of a block
_SHOWN_BY: Final = {
    "data-wp-init": "callbacks.setButtonStyles",
    "data-wp-on--load": "callbacks.setButtonStyles",
    "data-wp-on-window--resize": "callbacks.setButtonStyles",
    "data-wp-on--click": "actions.showLightbox",
    "data-wp-class--hide": "state.isContentHidden",
    "data-wp-class--show": "state.isContentVisible",
}


def image(block: ServerBlock, content: str, server: Server) -> str:
    """An image; nothing where none is saved (`render_block_core_image()`)."""
    if "<img" not in ascii_lower(content):
        return ""
    tags = TagProcessor(content)
    if not tags.next_tag("img") or not php.is_true(tags.get_attribute("src")):
        return ""
    _set_ids(tags, block.attributes)
    caption = None
    if tags.next_tag("figcaption") and php.is_empty(block.attributes.get("caption")):
        caption = _empty_caption(tags)
    server.memory[_LIGHTBOX] = _has_lightbox(block, server)
    html = tags.get_updated_html()
    return html if caption is None else _without(html, content, *caption)


def _set_ids(tags: TagProcessor, attributes: dict[str, Any]) -> None:
    """The class with the image's id where a binding says it, and the id that galleries ask for."""
    id = attributes.get("id")
    is_bound = php.has(attributes, "metadata", "bindings", "id") and id is not None
    if is_bound:
        name, classes = f"wp-image-{php.text(id)}", tags.get_attribute("class")
        if isinstance(classes, str) and name not in classes:
            tags.set_attribute("class", _ID_CLASS.sub(lambda found: expanded(name, (found[0], found[1])), classes))
    data_id = attributes.get("data-id")
    if data_id is not None:
        value = id if is_bound else data_id
        tags.set_attribute("data-id", value if isinstance(value, bool) else php.text(value))


def _empty_caption(tags: TagProcessor) -> tuple[int, int] | None:
    """Where the caption begins and ends that the processor stands on, if nothing but comments is in it."""
    start = tags.token_start
    while tags.next_token() and tags.get_token_name() == "#comment":
        pass
    is_empty = tags.get_tag() == "FIGCAPTION" and tags.is_tag_closer()
    return (start, tags.token_end) if is_empty else None


def _without(html: str, before: str, start: int, end: int) -> str:
    """The HTML without a place, in bytes, that was found before it was edited: WordPress cuts there all the same."""
    if html == before:
        return html[:start] + html[end:]
    data = php.encoded(html)
    first, last = php.length(before[:start]), php.length(before[:end])
    return (data[:first] + data[last:]).decode("utf-8", "surrogateescape")


def _has_lightbox(block: ServerBlock, server: Server) -> bool:
    """Whether an image opens large when clicked: it says so or the theme does, and it is no link."""
    settings = block.attrs.get("lightbox")
    if settings is None:
        settings = server.theme.setting("lightbox", block=_STORE)
    destination = block.attributes.get("linkDestination")
    return destination in (None, "none") and php.get(settings, "enabled") is True


def lightbox(block: ServerBlock, content: str, server: Server) -> str:
    """The image with what opens it large, where the last image said so (`block_core_image_render_lightbox()`)."""
    if not server.memory.get(_LIGHTBOX):
        return content
    tags = TagProcessor(content)
    if tags.next_tag("figure"):
        tags.set_bookmark("figure")
    if not tags.next_tag("img"):
        return content
    shown = {name: tags.get_attribute(name) for name in ("alt", "class", "style", "src")}
    tags.seek("figure")
    id = server.uniqid()
    server.interactivity.state(_STORE, {"metadata": {id: _about(block, server, shown, tags)}})
    tags.add_class("wp-lightbox-container")
    tags.set_attribute("data-wp-interactive", _STORE)
    tags.set_attribute("data-wp-context", f'{{"imageId":"{id}"}}')
    tags.set_attribute("data-wp-key", id)
    tags.next_tag("img")
    for name, value in _SHOWN_BY.items():
        tags.set_attribute(name, value)
    if _OVERLAY not in server.memory:
        server.memory[_OVERLAY] = True
        server.footer.append(_overlay(server))
    return _with_button(
        tags.get_updated_html(), server.draw("core/image-lightbox-button", label="Enlarge"), block, server
    )


def _about(block: ServerBlock, server: Server, shown: dict[str, Any], figure: TagProcessor) -> dict[str, Any]:
    """What the script of the lightbox needs to know of an image."""
    about: dict[str, Any] = {
        "uploadedSrc": shown["src"],
        "figureClassNames": figure.get_attribute("class"),
        "figureStyles": figure.get_attribute("style"),
        "imgClassNames": shown["class"],
        "imgStyles": shown["style"],
        "targetWidth": "none",
        "targetHeight": "none",
        "scaleAttr": block.attrs.get("scale") if block.attrs.get("scale") is not None else False,
        "ariaLabel": "Enlarged image",
        "alt": shown["alt"],
    }
    id = block.attrs.get("id")
    if id is not None:
        post = server.site.posts.get(php.integer(id))
        is_file = post is not None and post.type == "attachment"
        about["uploadedSrc"] = (attachment_url(server.site, post) if is_file and post is not None else "") or False
        known = (metadata(post) if post is not None else None) or {}
        for key, name in (("targetWidth", "width"), ("targetHeight", "height")):
            about[key] = known[name] if known.get(name) is not None else "none"
    return about


def _with_button(html: str, button: str, block: ServerBlock, server: Server) -> str:
    """The HTML with the first image, and the button, in the place of every image.

    WordPress finds images by a pattern, `<img`, something, and the next `>`, and takes what it found for a replacement.
    """
    places: list[tuple[int, int]] = []
    at = 0
    while (start := html.find("<img", at)) >= 0 and (end := html.find(">", start + 4)) >= 0:
        at = start + 4
        if end > at:
            at = end + 1
            places.append((start, at))
    if not places:
        return html
    first = html[slice(*places[0])]
    most = len(places) * len(first) * (1 + first.count("$") + first.count("\\"))
    if most > _GROWTH * len(html):
        server.report("render-limit", "the images in one image block are shown as saved, for they are too many", block)
    out: list[str] = []
    copied = 0
    for start, end in places:
        found = html[start:end]
        out += html[copied:start], expanded(first, (found,)) if most <= _GROWTH * len(html) else found, button
        copied = end
    out.append(html[copied:])
    return "".join(out)


def _overlay(server: Server) -> str:
    """What is below the page to show images in (`block_core_image_print_lightbox_overlay()`)."""
    colors = {"background": "#fff", "text": "#000"}
    if server.theme.has_theme_json:
        said = {name: server.theme.style("color", name) for name in colors}
        colors |= {name: esc_attr(php.text(color)) for name, color in said.items() if not php.is_empty(color)}
    return server.draw(
        "core/image-lightbox-overlay",
        label="Close",
        background=Html(colors["background"]),
        button_color=Html(colors["text"]),
    )
