"""The featured image of a post, in a frame, with what lies over it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blocks.formatting import php
from blocks.formatting.css_filter import safecss_filter_attr
from blocks.formatting.escaping import Html, esc_attr
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.common import post_of
from blocks.render.html.media import post_thumbnail
from blocks.render.html.server import Server
from blocks.render.html.supports.border import printed_border
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.links import permalink
from blocks.site.records import SitePost
from blocks.site.text import get_the_title
from blocks.theme.style_engine import get_styles


def post_featured_image(block: ServerBlock, content: str, server: Server) -> str:
    """The image, linked if the block says so (`render_block_core_post_featured_image()`)."""
    del content
    post = post_of(block, server)
    if post is None:
        return ""
    attributes = block.attributes
    size, rel = attributes.get("sizeSlug"), attributes.get("rel")
    image = post_thumbnail(
        server, post, "post-thumbnail" if size is None else php.text(size), _image_attributes(attributes, post)
    )
    if not image and php.is_true(attributes.get("useFirstImageFromPost")):
        server.count_read(len(post.content))
        image = first_image(post.content)
    if not image:
        return ""
    frame = "".join(_checked(attributes, key, name) for key, name in (
        ("aspectRatio", "aspect-ratio"), ("width", "width"), ("height", "height")
    ))  # fmt: skip
    return server.draw(
        "core/post-featured-image",
        wrapper=wrapper_attributes(block, server, {"style": frame} if frame else {}),
        image=Html(image),
        overlay=Html(_overlay(attributes)),
        link=Html(permalink(server.site, post)) if php.is_true(attributes.get("isLink")) else None,
        target=Html(esc_attr(php.text(attributes.get("linkTarget")))),
        rel=Html(esc_attr(php.text(rel))) if php.is_true(rel) else None,
        height=Html(_checked(attributes, "height", "height").removesuffix(";")) if _has(attributes, "height") else None,
    )


def _has(attributes: Mapping[str, Any], key: str) -> bool:
    return php.is_true(attributes.get(key))


def _checked(attributes: Mapping[str, Any], key: str, name: str) -> str:
    """A declaration of CSS with the value of an attribute, escaped, if it is safe; nothing where it says nothing."""
    if not _has(attributes, key):
        return ""
    return esc_attr(safecss_filter_attr(f"{name}:{php.text(attributes[key])}")) + ";"


def _image_attributes(attributes: Mapping[str, Any], post: SitePost) -> dict[str, str]:
    said = printed_border(attributes)
    if _has(attributes, "isLink"):
        title = get_the_title(post)
        said["alt"] = php.trim(php.strip_tags(title)) if php.is_true(title) else f"Untitled post {post.id}"
    css = ""
    if _has(attributes, "aspectRatio"):
        css = "width:100%;height:100%;"
    elif _has(attributes, "height"):
        css = f"height:{php.text(attributes['height'])};"
    if _has(attributes, "scale"):
        css += f"object-fit:{php.text(attributes['scale'])};"
    shadow = php.get(attributes, "style", "shadow")
    if php.is_true(shadow):
        css += get_styles({"shadow": shadow}).css
    if css:
        said["style"] = said.get("style", "") + css
    return said


def _overlay(attributes: Mapping[str, Any]) -> str:
    """The element that lies over the image; empty where the block asks for none."""
    if not _has(attributes, "dimRatio"):
        return ""
    border = printed_border(attributes)
    classes = ["wp-block-post-featured-image__overlay", *([border["class"]] if "class" in border else [])]
    classes += ["has-background-dim", f"has-background-dim-{php.text(attributes['dimRatio'])}"]
    styles = [border["style"]] if "style" in border else []
    if _has(attributes, "overlayColor"):
        classes.append(f"has-{php.text(attributes['overlayColor'])}-background-color")
    if _has(attributes, "gradient") or _has(attributes, "customGradient"):
        classes.append("has-background-gradient")
    if _has(attributes, "gradient"):
        classes.append(f"has-{php.text(attributes['gradient'])}-gradient-background")
    if _has(attributes, "customGradient"):
        styles.append(f"background-image: {php.text(attributes['customGradient'])};")
    if _has(attributes, "customOverlayColor"):
        styles.append(f"background-color: {php.text(attributes['customOverlayColor'])};")
    style = esc_attr(safecss_filter_attr(" ".join(styles)))
    return f'<span class="{esc_attr(" ".join(classes))}" style="{style}" aria-hidden="true"></span>'


def first_image(markup: str) -> str:
    """The first image of a content, written anew; empty where there is none."""
    found = TagProcessor(markup)
    if not found.next_tag("img"):
        return ""
    image = TagProcessor("<img>")
    image.next_tag()
    for name in found.get_attribute_names_with_prefix("") or ():
        value = found.get_attribute(name)
        if value is not None:
            image.set_attribute(name, value)
    return image.get_updated_html()
