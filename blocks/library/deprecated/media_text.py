"""How media and text were saved. Oldest first."""

from __future__ import annotations

from collections.abc import Callable

from blocks.fragment.javascript import rounded
from blocks.library.deprecated.common import colored_by_style
from blocks.library.figure import linked
from blocks.library.media.cover import background_image, point
from blocks.library.media.media_text import (
    MediaText,
    arranged,
    columns,
    content,
    figure,
    identified,
    image,
    side_by_side,
    sized,
)
from blocks.library.supports import BORDER, SPACING, TYPOGRAPHY
from blocks.model.fields import attribute, comment
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, classes, color_class, element
from blocks.model.shape import Migrated, Shape, deprecates


class _First(Shape):
    """What media and text have had from the beginning."""

    align = comment("align", "string", default="wide")
    media_alt = attribute("figure img", "alt", default="")
    media_position = comment("mediaPosition", "string", default="left")
    media_id = comment("mediaId", "number")
    media_type = comment("mediaType", "string")
    media_width = comment("mediaWidth", "number", default=50)
    is_stacked_on_mobile = comment("isStackedOnMobile", "boolean", default=False)


class WithoutImageClass(_First):
    """With a picture that has no class.

    <div class="wp-block-media-text alignwide"><figure class="wp-block-media-text__media"><img src="…" alt="…"/>
    </figure><div class="wp-block-media-text__content">…</div></div>
    """

    background_color = comment("backgroundColor", "string")
    custom_background_color = comment("customBackgroundColor", "string")
    media_url = attribute("figure video,figure img", "src")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return _widened(a)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _colored(a, root, image(a, None), arranged(a))


class NotStacked(WithoutImageClass):
    """Side by side on telephones too, unless told otherwise.

    <!-- wp:media-text {"isStackedOnMobile":true} -->
    <div class="wp-block-media-text alignwide is-stacked-on-mobile">…</div><!-- /wp:media-text -->
    """

    vertical_alignment = comment("verticalAlignment", "string")
    image_fill = comment("imageFill", "boolean")
    focal_point = comment("focalPoint", "object")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return colored_by_style(_widened(a), background="customBackgroundColor")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _colored(a, root, image(a, identified(a)), _filled(a))


class _Linked(_First):
    """What media and text have had since the picture can be a link."""

    is_stacked_on_mobile = comment("isStackedOnMobile", "boolean", default=True)
    media_link = comment("mediaLink", "string")
    link_destination = comment("linkDestination", "string")
    link_target = attribute("figure a", "target")
    href = attribute("figure a", "href")
    rel = attribute("figure a", "rel")
    link_class = attribute("figure a", "class")
    vertical_alignment = comment("verticalAlignment", "string")
    image_fill = comment("imageFill", "boolean")
    focal_point = comment("focalPoint", "object")


class WithCustomColor(_Linked):
    """With a background colour in `customBackgroundColor`.

    The address of its media is not read: it fits where there is none.

    <div class="wp-block-media-text has-background is-stacked-on-mobile" style="background-color:#123456">…</div>
    """

    background_color = comment("backgroundColor", "string")
    custom_background_color = comment("customBackgroundColor", "string")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return NotStacked.migrate(a, inner)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        has_background = (a["backgroundColor"] or a["customBackgroundColor"]) and "has-background"
        return _colored(a, root, linked(a, image(a, identified(a))), classes(has_background, _filled(a)))


class _Sized(_Linked):
    """What media and text have had since the picture can be of several sizes."""

    media_url = attribute("figure video,figure img", "src")
    media_size_slug = comment("mediaSizeSlug", "string")


class MediaFirst(_Sized):
    """With the media always first; that it is on the right is said by a class alone.

    <div class="wp-block-media-text alignwide has-media-on-the-right is-stacked-on-mobile">
    <figure class="wp-block-media-text__media">…</figure><div class="wp-block-media-text__content">…</div></div>
    """

    supports = {
        "anchor": True,
        "align": ["wide", "full"],
        "html": False,
        "color": {"gradients": True, "link": True},
    }

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return _widened(a)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        media = figure(a, linked(a, image(a, sized(a))), _fill(a, float))
        return _saved(a, [media, content(root)])


class ExactFocalPoint(MediaFirst):
    """With a focal point that is not rounded.

    <figure class="wp-block-media-text__media"
    style="background-image:url(…);background-position:57.99999999999999% 50%">…</figure>
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        media = figure(a, linked(a, image(a, sized(a))), _fill(a, float))
        return _saved(a, side_by_side(a, media, content(root)))


class WideByDefault(MediaFirst):
    """Wide, unless told otherwise.

    <!-- wp:media-text --><div class="wp-block-media-text alignwide is-stacked-on-mobile">…</div><!-- /wp:media-text -->
    """

    supports = {**MediaFirst.supports, "spacing": SPACING, "typography": TYPOGRAPHY}

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        return "align" not in said and "alignwide" in (block.attributes["className"] or "")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        media = figure(a, linked(a, image(a, sized(a))), _fill(a, rounded))
        return _saved(a, side_by_side(a, media, content(root)))


class FilledByBackground(_Sized):
    """With a picture that fills its half as the half's background.

    <div class="wp-block-media-text is-stacked-on-mobile is-image-fill"><figure class="wp-block-media-text__media"
    style="background-image:url(…);background-position:50% 50%"><img src="…" alt="…"/></figure>
    <div class="wp-block-media-text__content">…</div></div>
    """

    supports = {
        **WideByDefault.supports,
        "__experimentalBorder": BORDER,
        "color": {"gradients": True, "heading": True, "link": True},
    }

    align = comment("align", "string", default="none")
    use_featured_image = comment("useFeaturedImage", "boolean", default=False)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        picture = linked(a, image(a, sized(a)) if a["mediaUrl"] else None)
        return _saved(a, side_by_side(a, figure(a, picture, _fill(a, rounded)), content(root)))


def _widened(a: Attributes) -> Attributes:
    """Wide was the default; it has to be said today."""
    return a if a["align"] else Attributes({**a, "align": "wide"})


def _saved(a: Attributes, parts: list[Element]) -> Element:
    return element("div", {"class": _filled(a), "style": {"gridTemplateColumns": columns(a)}}, parts)


def _colored(a: Attributes, root: Root, picture: Element | None, names: str) -> Element:
    color = color_class("background-color", a["backgroundColor"])
    style = {"backgroundColor": None if color else a["customBackgroundColor"], "gridTemplateColumns": columns(a)}
    parts = figure(a, picture, _fill(a, float)), content(root)
    return element("div", {"class": classes(color, names), "style": style}, *parts)


def _filled(a: Attributes) -> str:
    return classes(arranged(a), a["imageFill"] and "is-image-fill")


def _fill(a: Attributes, number: Callable[[float], float]) -> dict[str, str | None]:
    if not (a["imageFill"] and a["mediaUrl"]):
        return {}
    return {
        "backgroundImage": background_image(a["mediaUrl"]),
        "backgroundPosition": point(a["focalPoint"], number),
    }


deprecates(
    MediaText,
    FilledByBackground,
    WideByDefault,
    ExactFocalPoint,
    MediaFirst,
    WithCustomColor,
    NotStacked,
    WithoutImageClass,
)
