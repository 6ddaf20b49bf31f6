"""The form of the search."""

from __future__ import annotations

from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr
from blocks.formatting.kses import wp_kses_post, wp_strip_all_tags
from blocks.formatting.urls import esc_url
from blocks.fragment.tag_edits import ESCAPED
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.search_styles import border_classes, button_classes, font_classes, styles
from blocks.render.html.server import Server
from blocks.render.html.server_type import Attributes
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.addresses import home_url

_POSITIONS: Final = {
    "button-inside": "wp-block-search__button-inside",
    "button-outside": "wp-block-search__button-outside",
    "no-button": "wp-block-search__no-button",
    "button-only": "wp-block-search__button-only wp-block-search__searchfield-hidden",
}


def search(block: ServerBlock, content: str, server: Server) -> str:
    """The form (`render_block_core_search()`)."""
    del content
    if not server.has_site:
        server.report("no-data", "this core/search sends to the site, whose address nobody said", block)
    attributes = {"label": "Search", "buttonText": "Search", **block.attributes}
    input_id = server.unique_id("wp-block-search__input-")
    position = php.text(attributes.get("buttonPosition"))
    label, button = attributes["label"], php.text(attributes["buttonText"])
    has_label = php.is_true(attributes.get("showLabel")) and not php.is_empty(label)
    fonts, border = font_classes(attributes), border_classes(attributes)
    is_inside = position == "button-inside"
    outside_border = "" if is_inside else border
    has_icon = php.is_true(attributes.get("buttonUseIcon"))
    written = "" if php.is_empty(button) else wp_kses_post(button)
    return server.draw(
        "core/search",
        wrapper=wrapper_attributes(block, server, {"class": _classes(attributes, position)}),
        action=Html(esc_url(home_url(server.site, "/"))),
        input_id=input_id,
        label=Html("Search" if php.is_empty(label) else wp_kses_post(php.text(label))),
        label_classes=_quoted("wp-block-search__label", fonts if has_label else "screen-reader-text"),
        input_classes=_quoted("wp-block-search__input", outside_border, fonts),
        button_classes=_quoted(
            "wp-block-search__button",
            button_classes(attributes),
            fonts,
            outside_border,
            "has-icon" if has_icon else "",
            "wp-element-button",
        ),
        inside_classes=Html(esc_attr(_joined("wp-block-search__inside-wrapper", border if is_inside else ""))),
        styles={name: Html(style) for name, style in styles(attributes, server.theme.settings).items()},
        value=_quoted(esc_attr(php.text(server.main_query.get("s")))),
        placeholder=_quoted(php.text(attributes.get("placeholder"))),
        has_button=position != "no-button",
        is_expandable=position == "button-only",
        has_icon=has_icon,
        button=Html(written),
        button_name=_quoted(wp_strip_all_tags(button)),
        arguments=_arguments(attributes),
    )


def _joined(*classes: str) -> str:
    return " ".join(filter(None, classes))


def _quoted(*classes: str) -> Html:
    """A value as the tag processor writes it."""
    return Html(_joined(*classes).translate(ESCAPED))


def _classes(attributes: Attributes, position: str) -> str:
    classes = [_POSITIONS[position]] if position in _POSITIONS else []
    with_icon = attributes.get("buttonUseIcon")
    if with_icon is not None and not php.is_empty(position) and position != "no-button":
        classes.append(f"wp-block-search__{'icon' if php.is_true(with_icon) else 'text'}-button")
    return " ".join(classes)


def _arguments(attributes: Attributes) -> list[tuple[Html, Html]]:
    """What the form sends beside the words: names and values."""
    query: Any = attributes.get("query")
    if not php.is_array(query):
        return []
    return [(Html(esc_attr(php.text(name))), Html(esc_attr(php.text(value)))) for name, value in php.pairs(query)]
