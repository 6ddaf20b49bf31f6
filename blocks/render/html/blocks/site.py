"""The site's title, tagline and logo."""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_html
from blocks.formatting.urls import esc_url
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.common import align_class, aligned_wrapper, has_link_color, heading_tag
from blocks.render.html.media import attachment_image
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.addresses import home_url
from blocks.site.media import image_src

_LINK: Final = re.compile(r"<a[^\n]*?>([^\n]*?)</a>", re.IGNORECASE)


def site_title(block: ServerBlock, content: str, server: Server) -> str:
    """The title, as a heading or a paragraph (`render_block_core_site_title()`)."""
    del content
    title = php.text(server.site.options["blogname"])
    if not php.is_true(php.trim(title)):
        return ""
    attributes = block.attributes
    classes = align_class(block)
    if has_link_color(block):
        classes += " has-link-color"
    level = attributes.get("level")
    target = attributes.get("linkTarget")
    return server.draw(
        "core/site-title",
        tag="h1" if level is None else heading_tag(level),
        wrapper=wrapper_attributes(block, server, {"class": php.trim(classes)}),
        title=Html(esc_html(title)),
        link=Html(esc_url(home_url(server.site))) if php.is_true(attributes.get("isLink")) else None,
        target=php.text(target) if php.is_true(target) else "_self",
        is_current=_is_home(server),
    )


def site_tagline(block: ServerBlock, content: str, server: Server) -> str:
    """The tagline (`render_block_core_site_tagline()`)."""
    del content
    tagline = php.text(server.site.options["blogdescription"])
    if not php.is_true(tagline):
        return ""
    level = block.attributes.get("level")
    tag = "p" if level is None else heading_tag(level)
    return f"<{tag} {aligned_wrapper(block, server)}>{esc_html(tagline)}</{tag}>"


def site_logo(block: ServerBlock, content: str, server: Server) -> str:
    """The logo, with a link to the front page (`render_block_core_site_logo()`)."""
    del content
    attributes = block.attributes
    logo = _custom_logo(attributes, server)
    if not logo:
        return ""
    if not php.is_true(attributes.get("isLink")):
        logo = _LINK.sub(r"\1", logo)
    elif attributes.get("linkTarget") == "_blank":
        processor = TagProcessor(logo)
        processor.next_tag("a")
        if processor.get_attribute("rel") == "home":
            processor.set_attribute("aria-label", "(Home link, opens in a new tab)")
            processor.set_attribute("target", "_blank")
        logo = processor.get_updated_html()
    default = {} if php.is_true(attributes.get("width")) else {"class": "is-default-size"}
    return f"<div {wrapper_attributes(block, server, default)}>{logo}</div>"


def _custom_logo(attributes: dict[str, Any], server: Server) -> str:
    """The logo as the theme prints it (`get_custom_logo()`)."""
    logo = php.integer(server.site.options["site_logo"])
    image = image_src(server.site, logo, "full") if logo else None
    if image is None:
        return ""
    said: dict[str, Any] = {"class": "custom-logo", "loading": False}
    width, shown = php.floating(attributes.get("width")), None
    if width and image.width and image.height:
        shown = php.integer(width), php.integer(width / (image.width / image.height))
    supports = server.theme.supports.get("custom-logo")
    is_front = server.main_query.is_front_page and not server.main_query.flags.is_paged
    is_unlinked = is_front and php.is_true(php.get(supports, "unlink-homepage-logo"))
    alt = php.text(server.site.posts[logo].meta.get("_wp_attachment_image_alt"))
    if is_unlinked:
        said["alt"] = ""
    elif not php.is_true(alt):
        said["alt"] = php.text(server.site.options["blogname"])
    picture = attachment_image(server, logo, "full", said, shown=shown)
    if is_unlinked:
        return f'<span class="custom-logo-link">{picture}</span>'
    current = ' aria-current="page"' if _is_home(server) else ""
    home = esc_url(home_url(server.site, "/"))
    return f'<a href="{home}" class="custom-logo-link" rel="home"{current}>{picture}</a>'


def _is_home(server: Server) -> bool:
    """Whether the page is the first one of the posts, or the front page."""
    query = server.main_query
    if query.flags.is_paged:
        return False
    posts_page = php.integer(server.site.options["page_for_posts"])
    return query.is_front_page or (query.flags.is_home and posts_page != query.queried_object_id)
