"""How covers were saved since there is an element for the overlay. Oldest first; before them, see cover_first."""

from __future__ import annotations

from collections.abc import Callable

from blocks.library.deprecated.cover_first import (
    CoverImage,
    ExactFocalPoint,
    HeightInPixels,
    OverlayOnRoot,
    PictureOnRoot,
    Section,
    Titled,
    min_height_with_unit,
    nothing,
    picture_on_root,
)
from blocks.library.media.cover import Cover, backdrop_attributes, content, media, min_height, overlay, placed, veil
from blocks.library.supports import BORDER, TYPOGRAPHY
from blocks.model.fields import attribute, comment
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, element, gradient_class
from blocks.model.shape import Migrated, Shape, deprecates


class _Overlaid(Shape):
    """What covers have had since there is an element for the overlay."""

    url = comment("url", "string")
    id = comment("id", "number")
    alt = attribute("img", "alt", default="")
    has_parallax = comment("hasParallax", "boolean", default=False)
    is_repeated = comment("isRepeated", "boolean", default=False)
    dim_ratio = comment("dimRatio", "number", default=100)
    overlay_color = comment("overlayColor", "string")
    custom_overlay_color = comment("customOverlayColor", "string")
    background_type = comment("backgroundType", "string", default="image")
    focal_point = comment("focalPoint", "object")
    min_height = comment("minHeight", "number")
    min_height_unit = comment("minHeightUnit", "string")
    gradient = comment("gradient", "string")
    custom_gradient = comment("customGradient", "string")
    content_position = comment("contentPosition", "string")
    is_dark = comment("isDark", "boolean", default=True)
    allowed_blocks = comment("allowedBlocks", "array")
    template_lock = comment("templateLock", ["string", "boolean"], enum=("all", "insert", False))


class GradientOverlay(_Overlaid):
    """With an overlay that always has the class of a gradient.

    <div class="wp-block-cover"><span aria-hidden="true"
    class="has-background-dim-100 wp-block-cover__gradient-background has-background-dim"></span>
    <div class="wp-block-cover__inner-container">…</div></div>
    """

    supports = OverlayOnRoot.supports

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return {**a, "tagName": "div"}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        has_gradient = (a["gradient"] or a["customGradient"]) and "has-background-gradient"
        over = veil(a, "wp-block-cover__gradient-background", has_gradient, gradient_class(a["gradient"]))
        return _backdrop_on_root(a, root, over, min_height_with_unit(a))


class UnitWithoutHeight(GradientOverlay):
    """With the unit of a height that is not there.

    <!-- wp:cover {"minHeightUnit":"vh"} --><div class="wp-block-cover" style="min-height:undefinedvh">…</div>
    <!-- /wp:cover -->
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _backdrop_on_root(a, root, overlay(a), min_height_with_unit(a))


class BackdropOnRoot(GradientOverlay):
    """With a picture that stays or is repeated as the background of the outermost element.

    <div class="wp-block-cover has-parallax" style="background-image:url(…)"><span aria-hidden="true"
    class="wp-block-cover__background has-background-dim"></span>
    <div class="wp-block-cover__inner-container">…</div></div>
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _backdrop_on_root(a, root, overlay(a), min_height(a))


class AlwaysDiv(GradientOverlay):
    """Without a choice of the element.

    <div class="wp-block-cover"><span aria-hidden="true" class="wp-block-cover__background has-background-dim"></span>
    <img class="wp-block-cover__image-background" alt="" src="…" data-object-fit="cover"/>
    <div class="wp-block-cover__inner-container">…</div></div>
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _overlay_first(a, root, "div", _backdrop_without_label)


class BackdropWithoutLabel(_Overlaid):
    """With a picture that stays or is repeated, and no word of what is on it.

    <div class="wp-block-cover has-parallax"><span aria-hidden="true"
    class="wp-block-cover__background has-background-dim"></span><div role="img"
    class="wp-block-cover__image-background has-parallax" style="background-position:50% 50%;background-image:url(…)">
    </div>
    <div class="wp-block-cover__inner-container">…</div></div>
    """

    supports = {
        **OverlayOnRoot.supports,
        "spacing": {"padding": True, "margin": ["top", "bottom"], "blockGap": True},
        "__experimentalBorder": BORDER,
        "color": {
            **OverlayOnRoot.supports["color"],
            "heading": True,
            "text": True,
            "__experimentalSkipSerialization": ["gradients"],
            "enableContrastChecker": False,
        },
        "typography": TYPOGRAPHY,
        "layout": {"allowJustification": False},
    }

    use_featured_image = comment("useFeaturedImage", "boolean", default=False)
    tag_name = comment("tagName", "string", default="div")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _overlay_first(a, root, a["tagName"], _backdrop_without_label)


class ChosenOverlayColor(BackdropWithoutLabel):
    """From when only people chose the overlay's colour. Today the editor does it too, and it is said who did.

    <!-- wp:cover {"overlayColor":"base"} --><div class="wp-block-cover">…</div><!-- /wp:cover -->
    """

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return ("customOverlayColor" in said or "overlayColor" in said) and "isUserOverlayColor" not in said

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return {**a, "isUserOverlayColor": True}


class OverlayFirst(BackdropWithoutLabel):
    """With the overlay before the picture.

    <div class="wp-block-cover"><span aria-hidden="true" class="wp-block-cover__background has-background-dim"></span>
    <img class="wp-block-cover__image-background size-large" alt="" src="…" data-object-fit="cover"/>
    <div class="wp-block-cover__inner-container">…</div></div>
    """

    supports = {**BackdropWithoutLabel.supports, "shadow": True, "dimensions": {"aspectRatio": True}}

    alt = comment("alt", "string", default="")
    is_user_overlay_color = comment("isUserOverlayColor", "boolean")
    size_slug = comment("sizeSlug", "string")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _overlay_first(a, root, a["tagName"])


def _overlay_first(
    a: Attributes, root: Root, tag: str, backdrop: Callable[[Attributes], Element] | None = None
) -> Element:
    attributes = {"class": placed(a), "style": {"minHeight": min_height(a)}}
    return element(tag, attributes, overlay(a), media(a, backdrop), content(root))


def _backdrop_on_root(a: Attributes, root: Root, over: Element, height: str | float | None) -> Element:
    attributes = {"class": placed(a), "style": {**picture_on_root(a), "minHeight": height}}
    return element("div", attributes, over, media(a, nothing), content(root))


def _backdrop_without_label(a: Attributes) -> Element:
    return element("div", {"role": "img", **backdrop_attributes(a)})


deprecates(
    Cover,
    OverlayFirst,
    BackdropWithoutLabel,
    ChosenOverlayColor,
    AlwaysDiv,
    BackdropOnRoot,
    UnitWithoutHeight,
    GradientOverlay,
    OverlayOnRoot,
    PictureOnRoot,
    HeightInPixels,
    ExactFocalPoint,
    Titled,
    CoverImage,
    Section,
)
