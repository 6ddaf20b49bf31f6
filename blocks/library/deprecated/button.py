"""How buttons were saved since their colours are in `style`; see button_first.py for those before, and for the list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blocks.library.deprecated.common import font_family_by_slug, has_font_family
from blocks.library.design import Button
from blocks.library.design.buttons import has_font_size, link, not_rounded, of_width
from blocks.library.supports import BORDER, WRITING
from blocks.model.fields import attribute, comment, html
from blocks.model.reading import Candidate
from blocks.model.saved import (
    Attributes,
    Element,
    Inner,
    Root,
    border,
    classes,
    colors,
    element,
    inside,
    printed,
    shadow,
    spacing,
)
from blocks.model.shape import Migrated, Shape

LINK = "wp-block-button__link"
_SELECTOR = {"__experimentalSelector": ".wp-block-button__link"}
_ELSEWHERE = {"__experimentalSkipSerialization": True}


class Labelled(Shape):
    """The base of all but the youngest: a link with its text."""

    url = attribute("a", "href")
    title = attribute("a", "title")
    text = html("a")


class Targeted(Labelled):
    """The base of those whose link may open in a new tab."""

    link_target = attribute("a", "target")
    rel = attribute("a", "rel")
    placeholder = comment("placeholder", "string")


class _Sized(Targeted):
    """The base of those that may have a width, and colours of the theme."""

    background_color = comment("backgroundColor", "string")
    text_color = comment("textColor", "string")
    gradient = comment("gradient", "string")
    width = comment("width", "number")


class FontOutside(Shape):
    """With the font on the element around the link, and with an alignment of the block.

    <div class="wp-block-button has-custom-font-size" style="font-size:20px"><a class="…__link" href="…">…</a></div>
    """

    supports = {
        "anchor": True,
        "align": True,
        "alignWide": False,
        "color": {**_ELSEWHERE, "gradients": True},
        "typography": WRITING,
        "reusable": False,
        "shadow": _ELSEWHERE,
        "spacing": {**_ELSEWHERE, "padding": ["horizontal", "vertical"]},
        "__experimentalBorder": {**BORDER, **_ELSEWHERE},
        **_SELECTOR,
    }

    tag_name = Button.tag_name
    type = Button.type
    text_align = Button.text_align
    url = Button.url
    title = Button.title
    text = Button.text
    link_target = Button.link_target
    rel = Button.rel
    placeholder = Button.placeholder
    background_color = Button.background_color
    text_color = Button.text_color
    gradient = Button.gradient
    width = Button.width

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        painted, framed = colors(a), border(a)
        names = classes(
            LINK,
            painted["class"],
            framed["class"],
            a["textAlign"] and f"has-text-align-{a['textAlign']}",
            not_rounded(a),
            "wp-element-button",
        )
        style = {**framed["style"], **painted["style"], **spacing(a)["style"], **shadow(a)["style"]}
        return _in_box(a, root, link(a, names, style))


class WithoutButtonClass(_Sized):
    """Before WordPress 6.1, without the class that themes style buttons by.

    <div class="wp-block-button"><a class="wp-block-button__link" href="…">…</a></div>
    """

    supports = {
        "anchor": True,
        "align": True,
        "alignWide": False,
        "color": {**_ELSEWHERE, "gradients": True},
        "typography": {"fontSize": True, "__experimentalFontFamily": True},
        "reusable": False,
        "spacing": {**_ELSEWHERE, "padding": ["horizontal", "vertical"]},
        "__experimentalBorder": {"radius": True, **_ELSEWHERE},
        **_SELECTOR,
    }

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        if not a["text"]:
            return None
        painted, framed = colors(a), border(a)
        names = classes(LINK, painted["class"], framed["class"], not_rounded(a))
        style = {**framed["style"], **painted["style"], **spacing(a)["style"]}
        return _in_box(a, root, link(a, names, style))


class FontFamilyInStyle(WithoutButtonClass):
    """With the font family as a preset in `style`.

    <!-- wp:button {"style":{"typography":{"fontFamily":"var:preset|font-family|mono"}}} -->
    <div class="wp-block-button" style="font-family:var(--wp--preset--font-family--mono)">
    <a class="wp-block-button__link" href="…">…</a></div><!-- /wp:button -->
    """

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return has_font_family(said)

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return font_family_by_slug(a)


class RadiusAsNumber(_Sized):
    """With the radius of the corners as a number of pixels.

    <!-- wp:button {"style":{"border":{"radius":5}}} --><div class="wp-block-button">
    <a class="wp-block-button__link" style="border-radius:5px" href="…">…</a></div><!-- /wp:button -->
    """

    supports = {
        "anchor": True,
        "align": True,
        "alignWide": False,
        "color": {**_ELSEWHERE, "gradients": True},
        "typography": {"fontSize": True, "__experimentalFontFamily": True},
        "reusable": False,
        **_SELECTOR,
    }

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return _is_number(inside(said["style"], "border", "radius"))

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return font_family_by_slug(radius_in_pixels(a))

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        if not a["text"]:
            return None
        painted = colors(a)
        style = {"borderRadius": inside(a["style"], "border", "radius") or None, **painted["style"]}
        return _in_box(a, root, link(a, classes(LINK, painted["class"], not_rounded(a)), style))


class RadiusOfItsOwn(_Sized):
    """With the radius in an attribute of its own.

    <!-- wp:button {"borderRadius":5} --><div class="wp-block-button"><a … style="border-radius:5px">…</a></div>
    """

    supports = {
        "anchor": True,
        "align": True,
        "alignWide": False,
        "color": _ELSEWHERE,
        "reusable": False,
        **_SELECTOR,
    }

    border_radius = comment("borderRadius", "number")
    style = comment("style", "object")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return font_family_by_slug(radius_in_pixels(a))

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        painted = colors(a)
        style = {**radius(a), **painted["style"]}
        made = link(a, classes(LINK, painted["class"], a["borderRadius"] == 0 and "no-border-radius"), style)
        return element("div", root({"class": of_width(a)}), made)


def _in_box(a: Attributes, root: Root, inner: Element) -> Element:
    names = classes(of_width(a), has_font_size(a) and "has-custom-font-size")
    return element("div", root({"class": names}), inner)


def radius(a: Attributes) -> dict[str, Any]:
    """The style of corners with a radius; none for square ones."""
    return {"borderRadius": a["borderRadius"] or None}


def radius_in_pixels(a: Attributes) -> Attributes:
    """The attributes with the radius, which was a number, as a length in `style`; a 0 is left as it is there."""
    found = (a["borderRadius"], inside(a["style"], "border", "radius"))
    pixels = next((one for one in found if _is_number(one) and one), None)
    migrated = Attributes({**a, "borderRadius": None})
    if pixels is not None:
        style: Mapping[str, Any] = a["style"] or {}
        framed = style.get("border")
        rounded = {**(framed if isinstance(framed, Mapping) else {}), "radius": f"{printed(pixels)}px"}
        migrated["style"] = {**style, "border": rounded}
    return migrated


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
