"""Buttons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blocks.fragment import RichText
from blocks.library.supports import BORDER, TYPOGRAPHY, WRITING
from blocks.model.block import Block
from blocks.model.fields import attribute, comment, rich_text
from blocks.model.registry import block
from blocks.model.saved import (
    Attributes,
    Element,
    Root,
    border,
    classes,
    colors,
    element,
    inside,
    printed,
    shadow,
    spacing,
    typography,
)


@block("core/buttons", category="design", allowed_blocks=("core/button",))
class Buttons(Block):
    """A row of buttons, which are blocks inside it.

    <div class="wp-block-buttons"><!-- wp:button -->…<!-- /wp:button --></div>
    """

    supports = {
        "anchor": True,
        "align": ["wide", "full"],
        "html": False,
        "__experimentalExposeControlsToChildren": True,
        "color": {"gradients": True, "text": False},
        "spacing": {"blockGap": ["horizontal", "vertical"], "padding": True, "margin": ["top", "bottom"]},
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
        "layout": {"allowSwitching": False, "allowInheriting": False, "default": {"type": "flex"}},
        "contentRole": True,
    }

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("div", root({"class": classes(has_font_size(a) and "has-custom-font-size")}), root.inner)


@block(
    "core/button",
    category="design",
    parent=("core/buttons",),
    styles=("fill", "outline"),
    selectors={"root": ".wp-block-button .wp-block-button__link", "typography": {"writingMode": ".wp-block-button"}},
)
class Button(Block):
    """A link that looks like a button.

    <div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="…">…</a></div>
    """

    supports = {
        "anchor": True,
        "splitting": True,
        "align": False,
        "alignWide": False,
        "color": {"__experimentalSkipSerialization": True, "gradients": True},
        "typography": {
            "__experimentalSkipSerialization": [
                "fontSize",
                "lineHeight",
                "fontFamily",
                "fontWeight",
                "fontStyle",
                "textTransform",
                "textDecoration",
                "letterSpacing",
            ],
            **WRITING,
        },
        "reusable": False,
        "shadow": {"__experimentalSkipSerialization": True},
        "spacing": {"__experimentalSkipSerialization": True, "padding": ["horizontal", "vertical"]},
        "__experimentalBorder": {**BORDER, "__experimentalSkipSerialization": True},
    }

    tag_name: str = comment("tagName", "string", default="a", enum=("a", "button"))
    type: str = comment("type", "string", default="button")
    text_align: str | None = comment("textAlign", "string")
    url: str | None = attribute("a", "href", role="content")
    title: str | None = attribute("a,button", "title", role="content")
    text: RichText = rich_text("a,button", role="content")
    link_target: str | None = attribute("a", "target", role="content")
    rel: str | None = attribute("a", "rel", role="content")
    placeholder: str | None = comment("placeholder", "string")
    background_color: str | None = comment("backgroundColor", "string")
    text_color: str | None = comment("textColor", "string")
    gradient: str | None = comment("gradient", "string")
    width: int | None = comment("width", "integer")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        painted, framed, written = colors(a), border(a), typography(a)
        names = classes(
            "wp-block-button__link",
            painted["class"],
            framed["class"],
            written["class"],
            a["textAlign"] and f"has-text-align-{a['textAlign']}",
            not_rounded(a),
            has_font_size(a) and "has-custom-font-size",
            "wp-element-button",
        )
        style = {
            **framed["style"],
            **painted["style"],
            **spacing(a)["style"],
            **shadow(a)["style"],
            **written["style"],
            "writingMode": None,
        }
        return element("div", root({"class": of_width(a)}), link(a, names, style))


def link(a: Attributes, names: str | None, style: Mapping[str, Any]) -> Element:
    """The link, or the button, that is inside."""
    is_button = a["tagName"] == "button"
    return element(
        a["tagName"] or "a",
        {
            "type": (a["type"] or "button") if is_button else None,
            "class": names,
            "href": None if is_button else a["url"],
            "title": a["title"],
            "style": style,
            "target": None if is_button else a["linkTarget"],
            "rel": None if is_button else a["rel"],
        },
        printed(a["text"]),
    )


def of_width(a: Attributes) -> str | None:
    """The classes of a button of a given width."""
    return f"has-custom-width wp-block-button__width-{printed(a['width'])}" if a["width"] else None


def has_font_size(a: Attributes) -> bool:
    """Whether the text is of a size of its own."""
    return bool(a["fontSize"] or inside(a["style"], "typography", "fontSize"))


def not_rounded(a: Attributes) -> str | None:
    """The class of a button with square corners, which have a radius of the number 0."""
    radius = inside(a["style"], "border", "radius")
    return "no-border-radius" if radius == 0 and not isinstance(radius, bool) else None
