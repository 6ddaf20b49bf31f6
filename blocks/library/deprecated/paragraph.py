"""How paragraphs were saved."""

from __future__ import annotations

import math

from blocks.library.deprecated.common import colored_by_style
from blocks.library.text import Paragraph
from blocks.model.fields import comment, html
from blocks.model.saved import (
    Attributes,
    Element,
    Inner,
    Root,
    classes,
    color_class,
    element,
    font_size_class,
    printed,
)
from blocks.model.shape import Migrated, Shape, deprecates


class OnlySaid(Shape):
    """With colours and a font size that the delimiter says, and nothing of them in the HTML.

    <!-- wp:paragraph {"textColor":"base"} --><p>…</p><!-- /wp:paragraph -->
    """

    supports = {"className": False}

    align = comment("align", "string")
    content = html("p", default="")
    drop_cap = comment("dropCap", "boolean", default=False)
    placeholder = comment("placeholder", "string")
    text_color = comment("textColor", "string")
    background_color = comment("backgroundColor", "string")
    font_size = comment("fontSize", "string")
    direction = comment("direction", "string", enum=("ltr", "rtl"))
    custom_text_color = comment("customTextColor", "string")
    custom_background_color = comment("customBackgroundColor", "string")
    custom_font_size = comment("customFontSize", "number")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return Paragraph.save(a, root)


class WithCustomColor(OnlySaid):
    """With `customTextColor`, `customBackgroundColor` and `customFontSize`, and a drop cap whatever the alignment.

    <p class="has-text-color has-drop-cap has-text-align-center" style="color:#123456;font-size:20px">…</p>
    """

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return _styled(a)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _colored(a, a["align"] and f"has-text-align-{a['align']}")


class AlignedByStyle(WithCustomColor):
    """With the alignment as style.

    <p class="has-text-color" style="color:#123456;text-align:center">…</p>
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _colored(a, text_align=a["align"])


class Wide(WithCustomColor):
    """With a width, and another class for the font size; a text colour of its own had no class.

    <p class="alignwide is-large-text" style="color:#123456">…</p>
    """

    width = comment("width", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        size = a["fontSize"] and f"is-{a['fontSize']}-text"
        names = classes(a["width"] and f"align{a['width']}", _painted(a), size)
        return _paragraph(names, _style(a, size, text_align=a["align"]), printed(a["content"]))


class ByStyleAlone(Shape):
    """With colours and a font size in pixels as style alone, and the content without marks.

    <!-- wp:paragraph {"textColor":"#123456","fontSize":20} --><p style="color:#123456;font-size:20px">…</p>
    """

    supports = {"className": False}

    align = comment("align", "string")
    content = html("p", default="")
    drop_cap = comment("dropCap", "boolean", default=False)
    placeholder = comment("placeholder", "string")
    text_color = comment("textColor", "string")
    background_color = comment("backgroundColor", "string")
    font_size = comment("fontSize", "number")
    direction = comment("direction", "string", enum=("ltr", "rtl"))

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        own = Attributes(a)
        own["customFontSize"] = a["fontSize"] if a["fontSize"] and math.isfinite(a["fontSize"]) else None
        own["customTextColor"] = _hexadecimal(a["textColor"])
        own["customBackgroundColor"] = _hexadecimal(a["backgroundColor"])
        return _styled(own)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        style = {
            "backgroundColor": a["backgroundColor"],
            "color": a["textColor"],
            "fontSize": a["fontSize"],
            "textAlign": a["align"],
        }
        names = classes(a["backgroundColor"] and "has-background", a["dropCap"] and "has-drop-cap")
        return _paragraph(names, style, a["content"])


class Bare(Shape):
    """As its content alone, without an element.

    <!-- wp:paragraph -->…<!-- /wp:paragraph -->
    """

    supports = {"className": False}

    align = comment("align", "string")
    content = html(default="")
    drop_cap = comment("dropCap", "boolean", default=False)
    placeholder = comment("placeholder", "string")
    text_color = comment("textColor", "string")
    background_color = comment("backgroundColor", "string")
    font_size = comment("fontSize", "string")
    direction = comment("direction", "string", enum=("ltr", "rtl"))
    style = comment("style", "object")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return a

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        around = root()
        return element("div" if around else None, around, printed(a["content"]))


def _colored(a: Attributes, *names: object, text_align: str | None = None) -> Element:
    size = font_size_class(a["fontSize"])
    named = classes((a["textColor"] or a["customTextColor"]) and "has-text-color", _painted(a), size, *names)
    return _paragraph(named, _style(a, size, text_align), printed(a["content"]), a["direction"])


def _painted(a: Attributes) -> str:
    return classes(
        (a["backgroundColor"] or a["customBackgroundColor"]) and "has-background",
        a["dropCap"] and "has-drop-cap",
        color_class("color", a["textColor"]),
        color_class("background-color", a["backgroundColor"]),
    )


def _style(a: Attributes, size: str | None, text_align: str | None) -> dict[str, object]:
    return {
        "backgroundColor": None if a["backgroundColor"] else a["customBackgroundColor"],
        "color": None if a["textColor"] else a["customTextColor"],
        "fontSize": None if size else a["customFontSize"],
        "textAlign": text_align,
    }


def _paragraph(names: str, style: dict[str, object], content: object, direction: str | None = None) -> Element:
    return element("p", {"class": names or None, "style": style, "dir": direction}, content)


def _styled(a: Attributes) -> Attributes:
    return colored_by_style(
        a, text="customTextColor", background="customBackgroundColor", font_size="customFontSize"
    )  # fmt: skip


def _hexadecimal(color: str | None) -> str | None:
    return color if color and color.startswith("#") else None


deprecates(Paragraph, OnlySaid, WithCustomColor, AlignedByStyle, Wide, ByStyleAlone, Bare)
