"""How headings were saved."""

from __future__ import annotations

from blocks.library.deprecated.common import colored_by_style
from blocks.library.supports import SPACING, TYPOGRAPHY
from blocks.library.text import Heading
from blocks.model.fields import comment, html
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, classes, color_class, element, printed
from blocks.model.shape import Migrated, Shape, deprecates

_TAGS = "h1,h2,h3,h4,h5,h6"
_TEXT_ALIGNMENTS = ("left", "right", "center")


def _text_aligned(a: Attributes) -> Attributes:
    """`align` was the alignment of the text before it was that of the block."""
    if a["align"] not in _TEXT_ALIGNMENTS:
        return a
    return Attributes({**a, "align": None, "textAlign": a["align"]})


class WithoutClass(Shape):
    """Before WordPress 6.2, without a class of its own.

    <h2>…</h2>
    """

    supports = {
        "align": ["wide", "full"],
        "anchor": True,
        "className": False,
        "color": {"gradients": True, "link": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
    }

    text_align = comment("textAlign", "string")
    content = html(_TAGS, default="")
    level = comment("level", "number", default=2)
    placeholder = comment("placeholder", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _saved(a, root, a["textAlign"])


class TextAlignedByAlign(Shape):
    """With `align` for the alignment of the text, which is `textAlign` today.

    <!-- wp:heading {"align":"center"} --><h2 class="has-text-align-center">…</h2><!-- /wp:heading -->
    """

    supports = {"align": ["wide", "full"], "anchor": True, "className": False, "color": {"link": True}}

    align = comment("align", "string")
    content = html(_TAGS, default="")
    level = comment("level", "number", default=2)
    placeholder = comment("placeholder", "string")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return said["align"] in _TEXT_ALIGNMENTS

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return _text_aligned(a)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _saved(a, root, a["align"])


def _saved(a: Attributes, root: Root, align: str | None) -> Element:
    names = classes(align and f"has-text-align-{align}")
    return element(f"h{printed(a['level'])}", root({"class": names}), printed(a["content"]))


class WithCustomColor(Shape):
    """With a colour in `customTextColor`, and the class that says so.

    <h2 class="has-text-color has-text-align-center" style="color:#123456">…</h2>
    """

    supports = {"className": False, "anchor": True}

    align = comment("align", "string")
    content = html(_TAGS, default="")
    level = comment("level", "number", default=2)
    placeholder = comment("placeholder", "string")
    custom_text_color = comment("customTextColor", "string")
    text_color = comment("textColor", "string")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return colored_by_style(_text_aligned(a), text="customTextColor")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        is_colored = (a["textColor"] or a["customTextColor"]) and "has-text-color"
        return _colored(a, is_colored, a["align"] and f"has-text-align-{a['align']}")


class ColoredWithoutClass(WithCustomColor):
    """With a colour, and no class that says so.

    <h2 class="has-text-align-center" style="color:#123456">…</h2>
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _colored(a, a["align"] and f"has-text-align-{a['align']}")


class AlignedByStyle(WithCustomColor):
    """With the alignment as style.

    <h2 style="text-align:center;color:#123456">…</h2>
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _colored(a, text_align=a["align"])


def _colored(a: Attributes, *names: object, text_align: str | None = None) -> Element:
    text = color_class("color", a["textColor"])
    style = {"textAlign": text_align, "color": None if text else a["customTextColor"]}
    attributes = {"class": classes(text, *names) or None, "style": style}
    return element(f"h{printed(a['level'])}", attributes, printed(a["content"]))


deprecates(Heading, WithoutClass, TextAlignedByAlign, WithCustomColor, ColoredWithoutClass, AlignedByStyle)
