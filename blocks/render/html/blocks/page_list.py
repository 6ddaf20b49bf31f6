"""The list of all pages, alone or in a menu."""

from __future__ import annotations

from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr, esc_html
from blocks.formatting.kses import wp_kses_post, wp_strip_all_tags
from blocks.formatting.names import wp_to_kebab_case
from blocks.formatting.urls import esc_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.navigation_parts import OVERLAY_COLORS, Color, Context, fonts, preset_colors
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site import SitePost
from blocks.site.links import permalink
from blocks.site.pages import ancestors, get_pages

_COLORS: Final = (
    Color("color", "textColor", "customTextColor", "text"),
    Color("background-color", "backgroundColor", "customBackgroundColor", "background"),
)


def page_list(block: ServerBlock, content: str, server: Server) -> str:
    """The pages, or those below one (`render_block_core_page_list()`)."""
    del content
    attributes, context = block.attributes, block.context
    pages = get_pages(server.site, {"sort_column": "menu_order,post_title"})
    below: dict[int, list[SitePost]] = {}
    for page in pages:
        below.setdefault(page.parent, []).append(page)
    # Only the number itself stands for all pages.
    top = php.key_of(attributes.get("parentPageID"))
    is_asked = top != 0 or isinstance(attributes.get("parentPageID"), int)
    if top not in below or not is_asked:
        return ""
    classes, style = preset_colors(context, _COLORS, wp_to_kebab_case)
    font_class, font_style = fonts(context, server)
    classes += [font_class] if font_class else []
    said = {"class": php.trim(" ".join(classes)), "style": style + font_style}
    is_nested = php.is_true(attributes.get("isNested"))
    return server.draw(
        "core/page-list",
        wrapper=wrapper_attributes(block, server, said),
        is_nested=is_nested,
        pages=_rows(pages, below, int(top), is_nested, context, server),
        is_in_navigation="showSubmenuIcon" in context,
        opens_on_click=php.is_true(context.get("openSubmenusOnClick")),
        has_icon=php.is_true(context.get("showSubmenuIcon")),
    )


def _rows(
    pages: list[SitePost],
    below: dict[int, list[SitePost]],
    top: int,
    is_nested: bool,
    context: Context,
    server: Server,
) -> list[dict[str, Any]]:
    """The pages in order, each with how many lists end behind it."""
    current = server.main_query.queried_object_id
    above = {one.id for page in pages if page.id == current for one in ancestors(server.site, page)}
    front = php.integer(server.site.options.get("page_on_front"))
    overlay_classes, overlay_style = preset_colors(context, OVERLAY_COLORS, wp_to_kebab_case)
    overlay = " " + php.trim(" ".join(overlay_classes))
    rows: list[dict[str, Any]] = []
    stack = [iter(below[top])]
    while stack:
        for page in stack[-1]:
            is_inner = is_nested or len(stack) > 1
            classes = [
                " current-menu-item" if page.id == current else "",
                " current-menu-ancestor" if page.id in above else "",
                " has-child" if page.id in below else "",
                _opening(context),
                overlay if is_inner else "",
                " menu-item-home" if page.id == front else "",
            ]
            title = wp_kses_post(page.title)
            title = "(no title)" if php.is_empty(title) else title
            row = {
                "classes": Html(esc_attr("".join(classes))),
                "style": Html(esc_attr(overlay_style)) if is_inner and overlay_style else None,
                "title": Html(title),
                "text": Html(esc_html(title)),
                "aria_label": Html(esc_attr(f"{wp_strip_all_tags(title)} submenu")),
                "link": Html(esc_url(permalink(server.site, page))),
                "is_current": page.id == current,
                "has_children": page.id in below,
                "closes": 0,
            }
            rows.append(row)
            if page.id in below:
                stack.append(iter(below[page.id]))
                break
        else:
            stack.pop()
            if stack:
                rows[-1]["closes"] += 1
    return rows


def _opening(context: Context) -> str:
    """The classes that say how a menu's item opens; none outside of menus."""
    if "showSubmenuIcon" not in context:
        return ""
    if php.is_true(context.get("openSubmenusOnClick")):
        return " wp-block-navigation-item open-on-click"
    return " wp-block-navigation-item" + (" open-on-hover-click" if php.is_true(context["showSubmenuIcon"]) else "")
