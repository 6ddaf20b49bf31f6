"""Links in a navigation: to any address, and to the front page."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import unquote

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr
from blocks.formatting.kses import wp_kses_post
from blocks.formatting.query import parse_str
from blocks.formatting.urls import esc_url, parse_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.navigation_parts import (
    Color,
    drawn_again,
    fonts,
    is_current,
    names_a_post,
    post_of,
    preset_colors,
)
from blocks.render.html.server import Rendering, Server
from blocks.render.html.server_type import Attributes
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.addresses import home_url

_COLORS: Final = (
    Color("color", "textColor", style="text"),
    Color("background-color", "backgroundColor", style="background"),
)


def navigation_link(block: ServerBlock, content: str, server: Server) -> str | Rendering:
    """A link, and those below it (`render_block_core_navigation_link()`)."""
    del content
    attributes = block.attributes
    if names_a_post(attributes):
        post = post_of(server, attributes["id"])
        if post is None or post.status != "publish":
            return ""
    return "" if php.is_empty(attributes.get("label")) else _link(block, server)


def _link(block: ServerBlock, server: Server) -> Rendering:
    attributes, context, inner_blocks = block.attributes, block.context, block.inner_blocks
    font_class, style = fonts(context, server)
    is_active = is_current(attributes, server)
    classes = f"{font_class} wp-block-navigation-item{' has-child' if inner_blocks else ''}"
    wrapper = wrapper_attributes(
        block, server, {"class": f"{classes}{' current-menu-item' if is_active else ''}", "style": style}
    )
    inner = yield drawn_again(inner_blocks, server)
    url = attributes.get("url")
    return server.draw(
        "core/navigation-link",
        wrapper=wrapper,
        link=None if url is None else Html(esc_url(_decoded(php.text(url)))),
        is_current=is_active,
        has_icon=php.is_true(context.get("showSubmenuIcon")),
        content=Html(inner) if inner_blocks else None,
        **texts(attributes),
    )


def texts(attributes: Attributes) -> dict[str, Any]:
    """What an item shows, and the attributes of its link, for its template."""
    rel, title, description = attributes.get("rel"), attributes.get("title"), attributes.get("description")
    if rel is None and php.is_true(attributes.get("nofollow")):
        rel = "nofollow"
    return {
        "label": Html(wp_kses_post(php.text(attributes.get("label")))),
        "description": None if php.is_empty(description) else Html(wp_kses_post(php.text(description))),
        "opens_in_new_tab": attributes.get("opensInNewTab") is True,
        "rel": None if rel is None else Html(esc_attr(php.text(rel))),
        "title": None if title is None else Html(esc_attr(php.text(title))),
    }


def _decoded(address: str) -> str:
    """An address whose arguments are encoded twice, decoded once (`block_core_navigation_link_maybe_urldecode()`)."""
    query = (parse_url(address) or {}).get("query", "")
    for value in parse_str(str(query)).values():
        if isinstance(value, str) and not php.is_empty(value) and _unquoted(value) != value:
            return _unquoted(address)
    return address


def _unquoted(text: str) -> str:
    return unquote(text, errors="surrogateescape")


def home_link(block: ServerBlock, content: str, server: Server) -> str:
    """A link to the front page (`render_block_core_home_link()`)."""
    del content
    label = block.attributes.get("label")
    query = server.main_query
    is_active = query.is_front_page or (
        query.flags.is_home and php.integer(server.site.options["page_for_posts"]) != query.queried_object_id
    )
    classes, style = preset_colors(block.context, _COLORS)
    font_class, font_style = fonts(block.context, server, fluid=False)
    classes += [font_class] if font_class else []
    classes += ["wp-block-navigation-item", *(["current-menu-item"] if is_active else [])]
    return server.draw(
        "core/home-link",
        wrapper=wrapper_attributes(block, server, {"class": " ".join(classes), "style": style + font_style}),
        link=Html(esc_url(home_url(server.site))),
        is_current=is_active,
        label=Html(wp_kses_post("Home" if php.is_empty(label) else php.text(label))),
    )
