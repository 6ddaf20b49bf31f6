"""Menus: their items, where they come from, and the overlay that they open in on small screens."""

from __future__ import annotations

from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.css_filter import safecss_filter_attr
from blocks.formatting.escaping import Html, esc_attr
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.navigation_items import items
from blocks.render.html.blocks.navigation_parts import OVERLAY_COLORS, Color, count_again, post_of, preset_colors
from blocks.render.html.server import Rendering, Server
from blocks.render.html.server_type import Attributes
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.pages import get_pages

# Where it is kept that there was a submenu: from then on each menu is taken to have some.
_SUBMENUS: Final = "navigation has submenus"
# How often menus of a name were drawn, by name.
_NAMES: Final = "navigation names"

_LISTED: Final = frozenset(("core/site-title", "core/site-logo", "core/social-links"))
_JUSTIFIED: Final = frozenset(("left", "right", "center", "space-between"))
_PRESETS: Final = {
    "fontStyle": "var:preset|font-style|",
    "fontWeight": "var:preset|font-weight|",
    "textDecoration": "var:preset|text-decoration|",
    "textTransform": "var:preset|text-transform|",
}
_COLORS: Final = (
    Color("color", "textColor", "customTextColor"),
    Color("background-color", "backgroundColor", "customBackgroundColor"),
)
_ITEM: Final = {
    "data-wp-interactive": "core/navigation",
    "data-wp-context": (
        '{ "submenuOpenedBy": { "click": false, "hover": false, "focus": false }, "type": "submenu", '
        '"modal": null, "previousFocus": null }'
    ),
    "data-wp-watch": "callbacks.initMenu",
    "data-wp-on--focusout": "actions.handleMenuFocusout",
    "data-wp-on--keydown": "actions.handleMenuKeydown",
    "tabindex": "-1",
}
_HOVERED: Final = {
    "data-wp-on--mouseenter": "actions.openMenuOnHover",
    "data-wp-on--mouseleave": "actions.closeMenuOnHover",
}
_BUTTON: Final = {
    "data-wp-on--click": "actions.toggleMenuOnClick",
    "data-wp-bind--aria-expanded": "state.isMenuOpen",
}
_MENU: Final = {"data-wp-on--focus": "actions.openMenuOnFocus"}


def typographic_presets(block: ServerBlock, server: Server) -> None:
    """Values in the place of presets of text, which menus once had.

    (`block_core_navigation_typographic_presets_backcompatibility()`)
    """
    del server
    style = block.attrs.get("style")
    typography = php.get(style, "typography")
    if not isinstance(style, dict) or not isinstance(typography, dict):
        return
    changed = dict(typography)
    for name, prefix in _PRESETS.items():
        value = typography.get(name)
        if isinstance(value, str) and not php.is_empty(value):
            value = value.removeprefix(prefix)
            changed[name] = "line-through" if (name, value) == ("textDecoration", "strikethrough") else value
    if changed != typography:
        block.set_attr("style", {**style, "typography": changed})


def navigation(block: ServerBlock, content: str, server: Server) -> str | Rendering:
    """A menu (`WP_Navigation_Block_Renderer::render()`)."""
    del content
    attributes = dict(block.attributes)
    for old, preset, name in (
        ("rgbTextColor", "textColor", "customTextColor"),
        ("rgbBackgroundColor", "backgroundColor", "customBackgroundColor"),
    ):
        value = attributes.pop(old, None)
        if value is not None and php.is_empty(attributes.get(preset)):
            attributes[name] = value
    inner_blocks = items(block, attributes, server)
    return "" if _contains_navigation(inner_blocks) else _menu(block, attributes, inner_blocks, server)


def _contains_navigation(inner_blocks: list[ServerBlock]) -> bool:
    waiting = list(inner_blocks)
    while waiting:
        block = waiting.pop()
        if block.name == "core/navigation":
            return True
        waiting.extend(block.inner_blocks)
    return False


def _menu(block: ServerBlock, attributes: Attributes, inner_blocks: list[ServerBlock], server: Server) -> Rendering:
    is_responsive = _is_responsive(attributes)
    has_submenus = _has_submenus(inner_blocks, server)
    opens = php.is_true(attributes.get("openSubmenusOnClick")) or php.is_true(attributes.get("showSubmenuIcon"))
    is_interactive = (has_submenus and opens) or is_responsive
    colors, color_style = preset_colors(attributes, _COLORS)
    overlay_colors, overlay_style = preset_colors(attributes, OVERLAY_COLORS)
    classes = _classes(attributes, colors, is_responsive)
    font_style = ""
    if "fontSize" not in attributes and "customFontSize" in attributes:
        font_style = f"font-size: {php.text(attributes['customFontSize'])}px;"
    style = php.text(attributes.get("styles")) + color_style + font_style
    extra = {"class": classes, "style": style}
    name = _unique_name(attributes, server)
    wrapper = wrapper_attributes(block, server, extra if php.is_empty(name) else {**extra, "aria-label": name})
    extra["class"] = f"wp-block-navigation__container {classes}"
    menu = f"menu of {id(block)}"
    stands_elsewhere = inner_blocks is not block.inner_blocks and server.enter(menu, "the menu", block)
    html = yield _listed(block, inner_blocks, extra, server)
    if stands_elsewhere:
        server.leave(menu)
    if has_submenus and is_interactive:
        html = _with_directives(html, attributes)
    overlay_style = esc_attr(safecss_filter_attr(overlay_style))
    is_hidden = attributes.get("overlayMenu") == "always"
    return server.draw(
        "core/navigation",
        wrapper=wrapper,
        content=Html(html),
        is_responsive=is_responsive,
        modal_id=server.unique_id("modal-") if is_responsive else "",
        overlay_classes=Html(esc_attr(_overlay_classes(is_hidden, overlay_colors))),
        overlay_style=None if php.is_empty(overlay_style) else Html(overlay_style),
        is_always_hidden=is_hidden,
        has_icons=attributes.get("hasIcon") is True,
        icon="menu" if attributes.get("icon") == "menu" else "handle",
    )


def _is_responsive(attributes: Attributes) -> bool:
    overlay = attributes.get("overlayMenu")
    return (overlay is not None and overlay != "never") or php.is_true(attributes.get("isResponsive"))


def _has_submenus(inner_blocks: list[ServerBlock], server: Server) -> bool:
    if _SUBMENUS in server.memory:
        return True
    names = [one.name for one in inner_blocks]
    found = "core/navigation-submenu" in names
    if not found and "core/page-list" in names:
        pages = get_pages(server.site, {"sort_column": "menu_order,post_title"})
        found = any(page.parent for page in pages)
    if found:
        server.memory[_SUBMENUS] = True
    return found


def _listed(block: ServerBlock, inner_blocks: list[ServerBlock], extra: dict[str, Any], server: Server) -> Rendering:
    """The items, those that are items of a list in lists."""
    wrapper = wrapper_attributes(block, server, extra)
    out: list[str] = []
    is_open = False
    count_again(server, len(inner_blocks))
    for one in inner_blocks:
        html = yield server.draw_again(one)
        if one.name in _LISTED and not php.is_empty(html):
            html = f'<li class="wp-block-navigation-item">{html}</li>'
        is_item = TagProcessor(html).next_tag("LI")
        if is_item != is_open:
            out.append(f"<ul {wrapper}>" if is_item else "</ul>")
            is_open = is_item
        out.append(html)
    if is_open:
        out.append("</ul>")
    return "".join(out)


def _with_directives(html: str, attributes: Attributes) -> str:
    """The items with what opens their submenus (`block_core_navigation_add_directives_to_submenu()`)."""
    tags = TagProcessor(html)
    on_click = attributes.get("openSubmenusOnClick")
    item = {**_ITEM, **(_HOVERED if on_click is None or on_click is False else {})}
    while tags.next_tag("LI", class_name="has-child"):
        _set(tags, item)
        if tags.next_tag("BUTTON", class_name="wp-block-navigation-submenu__toggle"):
            _set(tags, _BUTTON)
        if tags.next_tag("UL", class_name="wp-block-navigation__submenu-container"):
            _set(tags, _MENU)
    return tags.get_updated_html()


def _set(tags: TagProcessor, attributes: dict[str, str]) -> None:
    for name, value in attributes.items():
        tags.set_attribute(name, value)


def _classes(attributes: Attributes, colors: list[str], is_responsive: bool) -> str:
    classes = list(colors)
    if "fontSize" in attributes:
        classes.append(f"has-{php.text(attributes['fontSize'])}-font-size")
    if is_responsive:
        classes.append("is-responsive")
    layout = attributes.get("layout")
    justified = php.get(layout, "justifyContent")
    placed = f"items-justified-{justified}" if isinstance(justified, str) and justified in _JUSTIFIED else ""
    if php.get(layout, "orientation") == "vertical":
        placed += " is-vertical"
    if php.get(layout, "flexWrap") == "nowrap":
        placed += " no-wrap"
    classes += [placed] if placed else []
    decoration = php.get(attributes, "style", "typography", "textDecoration")
    if php.is_true(decoration):
        classes.append(f"has-text-decoration-{php.text(decoration)}")
    return " ".join(classes)


def _overlay_classes(is_hidden: bool, colors: list[str]) -> str:
    hidden = "hidden-by-default" if is_hidden else ""
    return php.trim(f"wp-block-navigation__responsive-container {hidden} {' '.join(colors)}")


def _unique_name(attributes: Attributes, server: Server) -> str:
    """What assistive technology calls the menu; a number tells menus of one name apart."""
    names: dict[str, int] = server.memory.setdefault(_NAMES, {})
    name = php.text(attributes.get("ariaLabel"))
    if php.is_empty(name) and "ref" in attributes:
        post = post_of(server, attributes["ref"])
        if post is not None and post.status == "publish":
            name = post.title
            names[name] = names.get(name, 0) + 1
    count = names.get(name, 0)
    return f"{name} {count}" if count > 1 else name
