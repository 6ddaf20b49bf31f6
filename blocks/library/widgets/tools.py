"""What visitors and editors put to use: HTML, shortcodes, a search."""

from __future__ import annotations

from typing import Any

from blocks.library.drawn import Drawn
from blocks.library.supports import TYPOGRAPHY
from blocks.model.block import Block
from blocks.model.fields import comment, raw
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, element, printed


@block("core/html", category="widgets")
class Html(Block):
    """HTML written by hand.

    <!-- wp:html --><marquee>…</marquee><!-- /wp:html -->
    """

    supports = {"customClassName": False, "className": False, "html": False}

    content: str = raw(role="content")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        return element(None, {}, printed(a["content"]))


@block("core/search", category="widgets")
class Search(Drawn):
    """A form to search the site.

    <!-- wp:search {"label":"Search","buttonText":"Go"} /-->
    """

    supports = {
        "align": ["left", "center", "right"],
        "color": {"gradients": True, "__experimentalSkipSerialization": True},
        "typography": {
            **TYPOGRAPHY,
            "__experimentalSkipSerialization": True,
            "__experimentalSelector": ".wp-block-search__label, .wp-block-search__input, .wp-block-search__button",
        },
        "__experimentalBorder": {"color": True, "radius": True, "width": True, "__experimentalSkipSerialization": True},
        "spacing": {"margin": True},
        "html": False,
    }

    label: str | None = comment("label", "string", role="content")
    show_label: bool = comment("showLabel", "boolean", default=True)
    placeholder: str = comment("placeholder", "string", default="", role="content")
    width: float | None = comment("width", "number")
    width_unit: str | None = comment("widthUnit", "string")
    button_text: str | None = comment("buttonText", "string", role="content")
    button_position: str = comment("buttonPosition", "string", default="button-outside")
    button_use_icon: bool = comment("buttonUseIcon", "boolean", default=False)
    query: dict[str, Any] = comment("query", "object", default={})
    is_search_field_hidden: bool = comment("isSearchFieldHidden", "boolean", default=False)


@block("core/shortcode", category="widgets")
class Shortcode(Block):
    """A shortcode, which the server replaces.

    <!-- wp:shortcode -->[gallery ids="1,2"]<!-- /wp:shortcode -->
    """

    supports = {"className": False, "customClassName": False, "html": False}

    text: str = raw(role="content")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        return element(None, {}, printed(a["text"]))
