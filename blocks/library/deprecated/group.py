"""How groups were saved."""

from __future__ import annotations

from blocks.fragment.javascript import is_true
from blocks.library.deprecated.common import colored_by_style
from blocks.library.design import Group
from blocks.library.supports import BORDER, TYPOGRAPHY
from blocks.model.fields import comment
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Props, Root, classes, color_class, element, inside
from blocks.model.shape import Migrated, Shape, deprecates

_LOCKS = ("all", "insert", False)


class InheritingLayout(Shape):
    """Before WordPress 6.1, with a layout that is the theme's, or has a width, and does not say that it is constrained.

    <!-- wp:group {"layout":{"inherit":true}} --><div class="wp-block-group">…</div><!-- /wp:group -->
    """

    supports = {
        "__experimentalOnEnter": True,
        "__experimentalSettings": True,
        "align": ["wide", "full"],
        "anchor": True,
        "ariaLabel": True,
        "html": False,
        "color": {"gradients": True, "link": True},
        "spacing": {"margin": ["top", "bottom"], "padding": True, "blockGap": True},
        "__experimentalBorder": BORDER,
        "typography": {
            feature: True
            for feature in TYPOGRAPHY
            if feature not in ("__experimentalFontFamily", "__experimentalTextDecoration")
        },
        "layout": True,
    }

    tag_name = comment("tagName", "string", default="div")
    template_lock = comment("templateLock", ["string", "boolean"], enum=_LOCKS)

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        layout = said["layout"]
        if is_true(inside(layout, "inherit")):
            return True
        return is_true(inside(layout, "contentSize")) and inside(layout, "type") != "constrained"

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        layout = a["layout"]
        if is_true(inside(layout, "inherit")) or is_true(inside(layout, "contentSize")):
            return {**a, "layout": {**layout, "type": "constrained"}}
        return None

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element(a["tagName"], root(), root.inner)


class WithInnerContainer(Shape):
    """With a box in the box, until themes could say the layout in WordPress 5.8.

    <div class="wp-block-group"><div class="wp-block-group__inner-container">…</div></div>
    """

    supports = {
        "align": ["wide", "full"],
        "anchor": True,
        "color": {"gradients": True, "link": True},
        "spacing": {"padding": True},
        "__experimentalBorder": {"radius": True},
    }

    tag_name = comment("tagName", "string", default="div")
    template_lock = comment("templateLock", ["string", "boolean"], enum=_LOCKS)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element(a["tagName"], root(), _inner_container(root))


class WithCustomColor(Shape):
    """With colours in `customTextColor` and `customBackgroundColor`.

    <!-- wp:group {"customBackgroundColor":"#ffffff"} --><div class="wp-block-group has-background" style="…">…</div>
    """

    supports = {"align": ["wide", "full"], "anchor": True, "html": False}

    background_color = comment("backgroundColor", "string")
    custom_background_color = comment("customBackgroundColor", "string")
    text_color = comment("textColor", "string")
    custom_text_color = comment("customTextColor", "string")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        colored = colored_by_style(a, text="customTextColor", background="customBackgroundColor")
        return {**colored, "tagName": "div"}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        text = color_class("color", a["textColor"])
        attributes = _painted(a, text)
        attributes["style"]["color"] = None if text else a["customTextColor"]
        return element("div", attributes, _inner_container(root))


class ColoredWithoutClass(WithCustomColor):
    """With a text colour whose class was forgotten.

    <!-- wp:group {"textColor":"vivid-red"} --><div class="wp-block-group has-text-color">…</div><!-- /wp:group -->
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        attributes = _painted(a)
        attributes["style"]["color"] = None if a["textColor"] else a["customTextColor"]
        return element("div", attributes, _inner_container(root))


class WithBackground(Shape):
    """The first one, with a background, no text colour, and no box in the box.

    <!-- wp:group {"customBackgroundColor":"#ffffff"} --><div class="wp-block-group has-background" style="…">…</div>
    """

    supports = {"align": ["wide", "full"], "anchor": True, "html": False}

    background_color = comment("backgroundColor", "string")
    custom_background_color = comment("customBackgroundColor", "string")

    migrate = WithCustomColor.migrate

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("div", _painted(a), root.inner)


def _inner_container(root: Root) -> Element:
    return element("div", {"class": "wp-block-group__inner-container"}, root.inner)


def _painted(a: Attributes, *text: str | None) -> Props:
    background = color_class("background-color", a["backgroundColor"])
    names = classes(
        background,
        *text,
        (a["textColor"] or a["customTextColor"]) and "has-text-color",
        (a["backgroundColor"] or a["customBackgroundColor"]) and "has-background",
    )
    return {"class": names, "style": {"backgroundColor": None if background else a["customBackgroundColor"]}}


deprecates(Group, InheritingLayout, WithInnerContainer, WithCustomColor, ColoredWithoutClass, WithBackground)
