"""What parts a text: rules, white space, page breaks."""

from __future__ import annotations

import re

from blocks.model.block import Block
from blocks.model.fields import comment
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Raw, Root, classes, color_class, colors, element, inside

_PRESET = re.compile(r"var:preset\|spacing\|([^\n\r\u2028\u2029]+)")


@block("core/separator", category="design", styles=("default", "wide", "dots"))
class Separator(Block):
    """A rule between parts of a text.

    <hr class="wp-block-separator has-alpha-channel-opacity"/>
    """

    supports = {
        "anchor": True,
        "align": ["center", "wide", "full"],
        "color": {
            "enableContrastChecker": False,
            "__experimentalSkipSerialization": True,
            "gradients": True,
            "background": True,
            "text": False,
        },
        "spacing": {"margin": ["top", "bottom"]},
    }

    opacity: str = comment("opacity", "string", default="alpha-channel")
    tag_name: str = comment("tagName", "string", default="hr", enum=("hr", "div"))

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        painted, chosen = colors(a), inside(a["style"], "color", "background")
        text = color_class("color", a["backgroundColor"])
        names = classes(
            (a["backgroundColor"] or chosen) and "has-text-color",
            text,
            a["opacity"] == "css" and "has-css-opacity",
            a["opacity"] == "alpha-channel" and "has-alpha-channel-opacity",
            painted["class"],
        )
        style = {"backgroundColor": painted["style"].get("backgroundColor"), "color": None if text else chosen}
        return element(a["tagName"], root({"class": names, "style": style}))


@block("core/spacer", category="design", uses_context=("orientation",))
class Spacer(Block):
    """White space of a given size.

    <div style="height:100px" aria-hidden="true" class="wp-block-spacer"></div>
    """

    supports = {"anchor": True, "spacing": {"margin": ["top", "bottom"]}}

    height: str = comment("height", "string", default="100px")
    width: str | None = comment("width", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        stretches = inside(a["style"], "layout", "selfStretch") in ("fill", "fit")
        style = {"height": None if stretches else _length(a["height"]), "width": _length(a["width"])}
        return element("div", root({"style": style, "aria-hidden": True}))


def _length(value: str | None) -> str | None:
    """A length as CSS has it; one of the theme's spacings is a variable (`getSpacingPresetCssVar()`)."""
    found = _PRESET.search(value) if value else None
    return f"var(--wp--preset--spacing--{found[1]})" if found else value or None


@block("core/more", category="design")
class More(Block):
    """Where the teaser of a post ends, that archives show.

    <!-- wp:more --><!--more--><!-- /wp:more -->
    """

    supports = {"customClassName": False, "className": False, "html": False, "multiple": False}

    custom_text: str = comment("customText", "string", default="", role="content")
    no_teaser: bool = comment("noTeaser", "boolean", default=False)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        more = f"<!--more {a['customText']}-->" if a["customText"] else "<!--more-->"
        return element(None, {}, Raw(f"{more}\n<!--noteaser-->" if a["noTeaser"] else more))


@block("core/nextpage", category="design", parent=("core/post-content",))
class NextPage(Block):
    """Where a page of a post ends that is shown in pages.

    <!-- wp:nextpage --><!--nextpage--><!-- /wp:nextpage -->
    """

    supports = {"customClassName": False, "className": False, "html": False}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a, root
        return element(None, {}, Raw("<!--nextpage-->"))
