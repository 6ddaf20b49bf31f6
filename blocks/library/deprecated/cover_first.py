"""How the first covers were saved: before there was an element for the overlay. Oldest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from blocks.fragment.javascript import number_text, rounded
from blocks.library.media.cover import (
    background_image,
    content,
    laid,
    lies_on_root,
    media,
    point,
    positioned,
)
from blocks.library.text import Paragraph
from blocks.model.fields import attribute, comment, html
from blocks.model.objects import create_block
from blocks.model.saved import Attributes, Element, Inner, Root, classes, color_class, element, gradient_class, printed
from blocks.model.shape import Migrated, Shape


class _First(Shape):
    """What covers have had from the beginning."""

    url = comment("url", "string")
    id = comment("id", "number")
    has_parallax = comment("hasParallax", "boolean", default=False)
    dim_ratio = comment("dimRatio", "number", default=50)
    overlay_color = comment("overlayColor", "string")
    custom_overlay_color = comment("customOverlayColor", "string")
    background_type = comment("backgroundType", "string", default="image")
    focal_point = comment("focalPoint", "object")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return dimmed_today(a)


class _WithTitle(_First):
    """What the covers have whose content was a title; that is a paragraph inside them today."""

    content_align = comment("contentAlign", "string", default="center")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        title = {"content": a["title"], "align": a["contentAlign"], "fontSize": "large", "placeholder": "Write title…"}
        return dimmed_today({**a, "title": None, "contentAlign": None}), [create_block(Paragraph, title)]


class Section(_WithTitle):
    """As a section with a heading.

    <!-- wp:cover-image {"url":"…"} --><section class="wp-block-cover-image has-background-dim"
    style="background-image:url(…)"><h2>…</h2></section><!-- /wp:cover-image -->
    """

    supports = {"className": False}

    title = html("h2")
    align = comment("align", "string")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return _WithTitle.migrate(Attributes({**a, "align": None}), inner)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes("wp-block-cover-image", _dimmed(a), a["align"] and f"align{a['align']}")
        attributes = {"class": names, "style": {"backgroundImage": background_image(a["url"])}}
        return element("section", attributes, element("h2", {}, printed(a["title"])))


class CoverImage(Section):
    """With the class of the block's first name, core/cover-image.

    <!-- wp:cover-image {"url":"…"} --><div class="wp-block-cover-image has-background-dim"
    style="background-image:url(…)"><p class="wp-block-cover-image-text">…</p></div><!-- /wp:cover-image -->
    """

    title = html("p")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        align = a["align"] and f"align{a['align']}"
        names = classes("wp-block-cover-image", _dimmed(a), _overlay_class(a), _content_aligned(a), align)
        style = {"backgroundImage": background_image(a["url"]), "backgroundColor": _overlay_color(a)}
        return element("div", {"class": names, "style": style}, _title(a, "wp-block-cover-image-text"))


class Titled(_WithTitle):
    """With a title, and no blocks inside.

    <div class="wp-block-cover has-background-dim" style="background-image:url(…)">
    <p class="wp-block-cover-text">…</p></div>
    """

    supports = {"align": True}

    title = html("p")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        names = classes(_dimmed(a), _overlay_class(a), _content_aligned(a))
        style = {**_picture(a, float), "backgroundColor": _overlay_color(a)}
        return element("div", {"class": names, "style": style}, _film(a), _title(a, "wp-block-cover-text"))


class ExactFocalPoint(_First):
    """With a focal point that is not rounded.

    <div class="wp-block-cover has-background-dim"
    style="background-image:url(…);background-position:57.99999999999999% 50%">
    <div class="wp-block-cover__inner-container">…</div></div>
    """

    supports = {"align": True}

    min_height = comment("minHeight", "number")
    gradient = comment("gradient", "string")
    custom_gradient = comment("customGradient", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _in_pixels(a, root, float)


class HeightInPixels(ExactFocalPoint):
    """With a least height in pixels.

    <div class="wp-block-cover has-background-dim" style="background-image:url(…);min-height:300px">
    <div class="wp-block-cover__inner-container">…</div></div>
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _in_pixels(a, root, rounded)


def _in_pixels(a: Attributes, root: Root, number: Callable[[float], float]) -> Element:
    attributes = {"class": _tinted(a, a["customGradient"]), "style": {**_picture(a, number), **_painted(a)}}
    return element("div", attributes, _gradient_over_picture(a), _film(a), content(root))


class PictureOnRoot(ExactFocalPoint):
    """With a picture that is always the background of the outermost element.

    <div class="wp-block-cover has-background-dim" style="background-image:url(…);min-height:50vh">
    <div class="wp-block-cover__inner-container">…</div></div>
    """

    is_repeated = comment("isRepeated", "boolean", default=False)
    min_height_unit = comment("minHeightUnit", "string")
    content_position = comment("contentPosition", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        picture = _picture(a, rounded) if a["backgroundType"] == "image" else {}
        position = None if a["focalPoint"] is None else point(a["focalPoint"])
        film = _film(a, {"playsinline": True, "style": {"objectPosition": position}})
        attributes = {"class": _placed(a), "style": {**picture, **_painted(a)}}
        return element("div", attributes, _gradient_over_picture(a), film, content(root))


class OverlayOnRoot(PictureOnRoot):
    """With the overlay as background of the outermost element.

    <div class="wp-block-cover has-background-dim"><img class="wp-block-cover__image-background" alt="" src="…"
    data-object-fit="cover"/><div class="wp-block-cover__inner-container">…</div></div>
    """

    supports = {
        "anchor": True,
        "align": True,
        "html": False,
        "spacing": {"padding": True},
        "color": {
            "__experimentalDuotone": "> .wp-block-cover__image-background, > .wp-block-cover__video-background",
            "text": False,
            "background": False,
        },
    }

    alt = attribute("img", "alt", default="")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        attributes = {"class": _placed(a), "style": {**picture_on_root(a), **_painted(a)}}
        return element("div", attributes, _gradient_over_picture(a), media(a, nothing), content(root))


# ------------------------------------------------------------------------------------------ what several of them share


def dimmed_today(a: dict[str, Any]) -> Attributes:
    """The attributes with a name for the element, and no transparency where there is no picture to see."""
    return Attributes({**a, "tagName": "div", "dimRatio": a.get("dimRatio") if a.get("url") else 100})


def min_height_with_unit(a: Attributes) -> str | float | None:
    """The least height, with its unit even where there is no height."""
    height, unit = a["minHeight"], a["minHeightUnit"]
    return f"{'undefined' if height is None else number_text(height)}{unit}" if unit else height or None


def picture_on_root(a: Attributes) -> dict[str, str | None]:
    """The style of a picture that is the background of the outermost element, since it stays or is repeated."""
    is_there = a["backgroundType"] == "image" and lies_on_root(a)
    return {"backgroundImage": background_image(a["url"]) if is_there else None}


def nothing(a: Attributes) -> None:
    """No element for a picture that is the background of the outermost one."""


def _dimmed(a: Attributes) -> str:
    ratio = a["dimRatio"]
    density = None if ratio in (0, 50) else f"has-background-dim-{number_text(10 * rounded(ratio / 10))}"
    return classes(density, ratio != 0 and "has-background-dim", laid(a))


def _tinted(a: Attributes, has_gradient: object) -> str:
    gradient = not a["url"] and gradient_class(a["gradient"])
    return classes(_dimmed(a), _overlay_class(a), has_gradient and "has-background-gradient", gradient)


def _placed(a: Attributes) -> str:
    return classes(_tinted(a, a["gradient"] or a["customGradient"]), positioned(a))


def _overlay_class(a: Attributes) -> str | None:
    return color_class("background-color", a["overlayColor"])


def _overlay_color(a: Attributes) -> str | None:
    return None if _overlay_class(a) else a["customOverlayColor"]


def _painted(a: Attributes) -> dict[str, Any]:
    return {
        "backgroundColor": _overlay_color(a),
        "background": None if a["url"] else a["customGradient"] or None,
        "minHeight": min_height_with_unit(a),
    }


def _picture(a: Attributes, number: Callable[[float], float]) -> dict[str, str | None]:
    focal = None if a["hasParallax"] else a["focalPoint"]
    return {
        "backgroundImage": background_image(a["url"]) if a["backgroundType"] == "image" else None,
        "backgroundPosition": None if focal is None else point(focal, number),
    }


def _film(a: Attributes, more: dict[str, Any] | None = None) -> Element | None:
    if a["backgroundType"] != "video" or not a["url"]:
        return None
    playing = {"autoplay": True, "muted": True, "loop": True, **(more or {})}
    return element("video", {"class": "wp-block-cover__video-background", **playing, "src": a["url"]})


def _gradient_over_picture(a: Attributes) -> Element | None:
    if not (a["url"] and (a["gradient"] or a["customGradient"]) and a["dimRatio"] != 0):
        return None
    names = classes("wp-block-cover__gradient-background", gradient_class(a["gradient"]))
    return element(
        "span", {"aria-hidden": "true", "class": names, "style": {"background": a["customGradient"] or None}}
    )


def _content_aligned(a: Attributes) -> str | None:
    return None if a["contentAlign"] == "center" else f"has-{a['contentAlign']}-content"


def _title(a: Attributes, name: str) -> Element | None:
    return element("p", {"class": name}, printed(a["title"])) if a["title"] else None
