"""How the first buttons were saved, until supports printed their colours; and the list of all older shapes."""

from __future__ import annotations

import re

from blocks.fragment.javascript import is_true
from blocks.library.deprecated.button import (
    LINK,
    FontFamilyInStyle,
    FontOutside,
    Labelled,
    RadiusAsNumber,
    RadiusOfItsOwn,
    Targeted,
    WithoutButtonClass,
    radius,
    radius_in_pixels,
)
from blocks.library.deprecated.common import colored_by_style
from blocks.library.design import Button
from blocks.library.design.buttons import link
from blocks.model.fields import comment
from blocks.model.reading import Candidate
from blocks.model.saved import (
    Attributes,
    Element,
    Inner,
    Props,
    Root,
    classes,
    color_class,
    element,
    gradient_class,
)
from blocks.model.shape import Migrated, Shape, deprecates

_SQUARED = re.compile(r"is-style-squared\s?")


class LinkAlone(Targeted):
    """For a while, without an element around the link.

    <!-- wp:button --><a class="wp-block-button wp-block-button__link" href="…">…</a><!-- /wp:button -->
    """

    supports = {"align": True, "alignWide": False, "color": {"gradients": True}}

    border_radius = comment("borderRadius", "number")
    background_color = comment("backgroundColor", "string")
    text_color = comment("textColor", "string")
    gradient = comment("gradient", "string")
    style = comment("style", "object")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return radius_in_pixels(a)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        return link(a, classes(LINK, a["borderRadius"] == 0 and "no-border-radius"), radius(a))


class WithCustomColor(Targeted):
    """With colours in `customTextColor` and `customBackgroundColor`.

    <!-- wp:button {"customBackgroundColor":"#123456"} --><div class="wp-block-button"><a … style="…">…</a></div>
    """

    supports = {"align": True, "alignWide": False}

    border_radius = comment("borderRadius", "number")
    background_color = comment("backgroundColor", "string")
    text_color = comment("textColor", "string")
    custom_background_color = comment("customBackgroundColor", "string")
    custom_text_color = comment("customTextColor", "string")
    custom_gradient = comment("customGradient", "string")
    gradient = comment("gradient", "string")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        own = ("customTextColor", "customBackgroundColor", "customGradient", "align")
        return any(is_true(said[key]) for key in own)

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        if a["align"]:
            a = Attributes({**a, "align": None, "className": classes(a["className"], f"align{a['align']}")})
        return radius_in_pixels(_colored_by_style(a))

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        text, flowing = color_class("color", a["textColor"]), a["customGradient"]
        background = None if flowing else color_class("background-color", a["backgroundColor"])
        custom = a["customBackgroundColor"]
        names = classes(
            LINK,
            (a["textColor"] or a["customTextColor"]) and "has-text-color",
            text,
            (a["backgroundColor"] or custom or flowing or a["gradient"]) and "has-background",
            background,
            a["borderRadius"] == 0 and "no-border-radius",
            gradient_class(a["gradient"]),
        )
        style = {
            "background": flowing or None,
            "backgroundColor": None if background or flowing or a["gradient"] else custom,
            "color": None if text else a["customTextColor"],
            **radius(a),
        }
        return element("div", {}, link(a, names, style))


class Squared(Targeted):
    """With square corners as a style, before there was a radius.

    <!-- wp:button {"className":"is-style-squared"} --><div class="wp-block-button is-style-squared"><a …>…</a></div>
    """

    align = comment("align", "string", default="none")
    background_color = comment("backgroundColor", "string")
    text_color = comment("textColor", "string")
    custom_background_color = comment("customBackgroundColor", "string")
    custom_text_color = comment("customTextColor", "string")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return bool(said["className"]) and "is-style-squared" in said["className"]

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        names = _SQUARED.sub("", a["className"] or "", count=1).strip()
        return radius_in_pixels(_colored_by_style(Attributes({**a, "className": names or None, "borderRadius": 0})))

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        return element("div", {}, _painted(a))


class WithoutTarget(Labelled):
    """With a link that always opens in place.

    <!-- wp:button {"textColor":"vivid-red"} --><div class="wp-block-button"><a … href="…">…</a></div>
    """

    align = Squared.align
    background_color = Squared.background_color
    text_color = Squared.text_color
    custom_background_color = Squared.custom_background_color
    custom_text_color = Squared.custom_text_color

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return _colored_by_value(a)

    save = Squared.save


class ColoredByValue(Labelled):
    """While the editor was a plugin: colours are values, and no classes.

    <!-- wp:button {"color":"#123456"} --><div class="wp-block-button alignnone"><a … style="background-color:#123456">
    """

    color = comment("color", "string")
    text_color = comment("textColor", "string")
    align = comment("align", "string", default="none")

    migrate = WithoutTarget.migrate

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        made = link(a, LINK, {"backgroundColor": a["color"], "color": a["textColor"]})
        return element("div", {"class": f"align{a['align']}"}, made)


class ColoredOutside(ColoredByValue):
    """The first ones, with the colour on the element around the link.

    <!-- wp:button {"color":"#123456"} --><div class="wp-block-button alignnone" style="background-color:#123456"><a …>
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        box: Props = {"class": f"align{a['align']}", "style": {"backgroundColor": a["color"]}}
        return element("div", box, link(a, None, {"color": a["textColor"]}))


def _painted(a: Attributes) -> Element:
    text, background = color_class("color", a["textColor"]), color_class("background-color", a["backgroundColor"])
    names = classes(
        LINK,
        (a["textColor"] or a["customTextColor"]) and "has-text-color",
        text,
        (a["backgroundColor"] or a["customBackgroundColor"]) and "has-background",
        background,
    )
    style = {
        "backgroundColor": None if background else a["customBackgroundColor"],
        "color": None if text else a["customTextColor"],
    }
    return link(a, names, style)


def _colored_by_style(a: Attributes) -> Attributes:
    return colored_by_style(a, text="customTextColor", background="customBackgroundColor", gradient="customGradient")


def _colored_by_value(a: Attributes) -> Attributes:
    """The colours that are values go into `style`; what else the old colours said is lost, as in the editor."""
    values = {"customTextColor": a["textColor"], "customBackgroundColor": a["color"]}
    given = {key: value if value and value.startswith("#") else None for key, value in values.items()}
    return _colored_by_style(Attributes({**a, "color": None, "textColor": None, **given}))


_SHAPES: tuple[type[Shape], ...] = (
    FontOutside,
    WithoutButtonClass,
    FontFamilyInStyle,
    RadiusAsNumber,
    RadiusOfItsOwn,
    RadiusOfItsOwn,  # the editor lists it twice
    LinkAlone,
    WithCustomColor,
    Squared,
    WithoutTarget,
    ColoredByValue,
    ColoredOutside,
)
deprecates(Button, *_SHAPES)
