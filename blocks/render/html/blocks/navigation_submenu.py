"""An item of a navigation with a menu of its own."""

from __future__ import annotations

from copy import copy
from functools import cache
from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr
from blocks.formatting.kses import wp_strip_all_tags
from blocks.formatting.urls import esc_url
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.navigation_links import texts
from blocks.render.html.blocks.navigation_parts import Context, drawn_again, fonts, is_current, names_a_post, post_of
from blocks.render.html.server import Rendering, Server
from blocks.render.html.server_type import Attributes, ServerType
from blocks.render.html.supports.colors import apply
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.pages import status_of

# Where it is kept that a submenu was drawn: from then on WordPress prints the colours of the others, too.
_COLORED = "submenus have colors"


def navigation_submenu(block: ServerBlock, content: str, server: Server) -> str | Rendering:
    """The item and its menu (`render_block_core_navigation_submenu()`)."""
    del content
    attributes = block.attributes
    if names_a_post(attributes):
        post = post_of(server, attributes["id"])
        if post is None or status_of(server.site, post) != "publish":
            return ""
    return "" if php.is_empty(attributes.get("label")) else _submenu(block, server)


def _submenu(block: ServerBlock, server: Server) -> Rendering:
    attributes, context, inner_blocks = block.attributes, block.context, block.inner_blocks
    if block.type is not None and _COLORED in server.memory:
        block.type = _with_colors(block.type)
    font_class, style = fonts(context, server)
    has_icon, on_click = php.is_true(context.get("showSubmenuIcon")), php.is_true(context.get("openSubmenusOnClick"))
    on_hover = context.get("openSubmenusOnClick") is not None and not on_click and has_icon
    is_active = is_current(attributes, server)
    classes = ["wp-block-navigation-item", font_class]
    for name, applies in (
        ("has-child", inner_blocks),
        ("open-on-click", on_click),
        ("open-on-hover-click", on_hover),
        ("current-menu-item", is_active),
    ):
        classes.append(name if applies else "")
    wrapper = wrapper_attributes(block, server, {"class": " ".join(filter(None, classes)), "style": style})
    url, said = attributes.get("url"), texts(attributes)
    html = server.draw(
        "core/navigation-submenu",
        wrapper=wrapper,
        link=None if php.is_empty(url) else Html(esc_url(php.text(url))),
        is_current=is_active,
        has_icon=has_icon,
        opens_on_click=on_click,
        aria_label=Html(esc_attr(f"{wp_strip_all_tags(said['label'])} submenu")),
        **said,
    )
    if not inner_blocks:
        return f"{html}</li>"
    extra = _menu_attributes(block, attributes, context, server)
    menu = yield drawn_again(inner_blocks, server)
    if menu.find("current-menu-item") > 0:
        html = _with_ancestor(html)
    return f"{html}<ul {wrapper_attributes(block, server, extra)}>{menu}</ul></li>"


def _menu_attributes(block: ServerBlock, attributes: Attributes, context: Context, server: Server) -> dict[str, str]:
    """Class and style of the menu, in the colours that the navigation has for what lies over the page."""
    server.memory[_COLORED] = True
    colored = dict(attributes)
    for name, preset in (("overlayTextColor", "textColor"), ("overlayBackgroundColor", "backgroundColor")):
        if name in context:
            colored[preset] = context[name]
    style = colored.get("style")
    color = php.get(style, "color")
    custom = {
        part: context[name]
        for name, part in (("customOverlayTextColor", "text"), ("customOverlayBackgroundColor", "background"))
        if name in context
    }
    if custom:
        members: dict[str, Any] = {**(color if isinstance(color, dict) else {}), **custom}
        colored["style"] = {**(style if isinstance(style, dict) else {}), "color": members}
    said: dict[str, str] = {}
    if block.type is not None:
        block.type = _with_colors(block.type)
        said = apply(block.type, colored, server)
    classes = "wp-block-navigation__submenu-container"
    return {"class": f"{classes} {said['class']}" if "class" in said else classes, "style": said.get("style", "")}


@cache
def _with_colors(type_: ServerType) -> ServerType:
    """The type as WordPress changes it while it draws: with the support of colours."""
    changed = copy(type_)
    changed.supports = {**type_.supports, "color": True}
    return changed


def _with_ancestor(html: str) -> str:
    tags = TagProcessor(html)
    while tags.next_tag(class_name="wp-block-navigation-item"):
        tags.add_class("current-menu-ancestor")
    return tags.get_updated_html()
