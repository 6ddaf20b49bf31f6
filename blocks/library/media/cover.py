"""Covers: content on a picture, a film or a colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import nan
from typing import Any

from blocks.fragment.javascript import number_of, number_text, rounded
from blocks.library.supports import BORDER, TYPOGRAPHY
from blocks.model.block import Block
from blocks.model.fields import attribute, comment
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, classes, color_class, element, gradient_class

_CENTER = ("center", "center center")
_POSITIONS = frozenset(
    f"{row} {column}" for row in ("top", "center", "bottom") for column in ("left", "center", "right")
)


@block(
    "core/cover",
    category="media",
    uses_context=("postId", "postType"),
    selectors={
        "filter": {
            "duotone": ".wp-block-cover > .wp-block-cover__image-background, "
            ".wp-block-cover > .wp-block-cover__video-background"
        }
    },
)
class Cover(Block):
    """Blocks on a picture, a film or a colour; between the two lies an overlay.

    <div class="wp-block-cover"><img class="wp-block-cover__image-background" alt="…" src="…" data-object-fit="cover"/>
    <span aria-hidden="true" class="wp-block-cover__background has-background-dim"></span>
    <div class="wp-block-cover__inner-container"><!-- wp:paragraph -->…<!-- /wp:paragraph --></div></div>
    """

    supports = {
        "anchor": True,
        "align": True,
        "html": False,
        "shadow": True,
        "spacing": {"padding": True, "margin": ["top", "bottom"], "blockGap": True},
        "__experimentalBorder": BORDER,
        "color": {
            "heading": True,
            "text": True,
            "background": False,
            "__experimentalSkipSerialization": ["gradients"],
            "enableContrastChecker": False,
        },
        "dimensions": {"aspectRatio": True},
        "typography": TYPOGRAPHY,
        "layout": {"allowJustification": False},
        "filter": {"duotone": True},
        "allowedBlocks": True,
    }

    url: str | None = comment("url", "string", role="content")
    use_featured_image: bool = comment("useFeaturedImage", "boolean", default=False)
    id: float | None = comment("id", "number")
    alt: str = comment("alt", "string", default="")
    has_parallax: bool = comment("hasParallax", "boolean", default=False)
    is_repeated: bool = comment("isRepeated", "boolean", default=False)
    dim_ratio: float = comment("dimRatio", "number", default=100)
    overlay_color: str | None = comment("overlayColor", "string")
    custom_overlay_color: str | None = comment("customOverlayColor", "string")
    is_user_overlay_color: bool | None = comment("isUserOverlayColor", "boolean")
    background_type: str = comment("backgroundType", "string", default="image")
    focal_point: dict[str, Any] | None = comment("focalPoint", "object")
    min_height: float | None = comment("minHeight", "number")
    min_height_unit: str | None = comment("minHeightUnit", "string")
    gradient: str | None = comment("gradient", "string")
    custom_gradient: str | None = comment("customGradient", "string")
    content_position: str | None = comment("contentPosition", "string")
    is_dark: bool = comment("isDark", "boolean", default=True)
    template_lock: str | bool | None = comment(
        "templateLock", ["string", "boolean"], enum=("all", "insert", "contentOnly", False)
    )
    tag_name: str = comment("tagName", "string", default="div")
    size_slug: str | None = comment("sizeSlug", "string")
    poster: str | None = attribute("video", "poster")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        attributes = root({"class": placed(a), "style": {"minHeight": min_height(a)}})
        return element(a["tagName"], attributes, media(a), overlay(a), content(root))


# ------------------------------------------------------------------------- its parts, which older shapes have as well


def placed(a: Attributes) -> str:
    """The classes that say how dark the cover is, how its picture lies, and where its content stands."""
    return classes(not a["isDark"] and "is-light", laid(a), positioned(a))


def laid(a: Attributes) -> str:
    """The classes of a picture that stays where it is, or is repeated."""
    return classes(a["hasParallax"] and "has-parallax", a["isRepeated"] and "is-repeated")


def positioned(a: Attributes) -> str:
    """The classes that say where the content stands; none in the middle."""
    position = a["contentPosition"]
    if not position or position in _CENTER:
        return ""
    known = position in _POSITIONS
    return classes("has-custom-content-position", known and f"is-position-{position.replace(' ', '-')}")


def min_height(a: Attributes) -> str | float | None:
    """The least height, in pixels where it has no unit."""
    height, unit = a["minHeight"], a["minHeightUnit"]
    return f"{number_text(height)}{unit}" if height and unit else height or None


def point(focal: Mapping[str, Any] | None, number: Callable[[float], float] = rounded) -> str:
    """A focal point as a position in CSS, in per cent, rounded by `number`; the middle for None (`mediaPosition()`)."""
    if focal is None:
        return "50% 50%"
    return " ".join(f"{number_text(number(number_of(focal.get(axis, nan)) * 100))}%" for axis in ("x", "y"))


def lies_on_root(a: Attributes) -> bool:
    """Whether the picture is a background that stays or is repeated, so that it cannot be an `<img>`."""
    return bool(a["hasParallax"] or a["isRepeated"])


def background_image(url: str | None) -> str | None:
    """A URL as CSS has it."""
    return f"url({url})" if url else None


def media(a: Attributes, backdrop: Callable[[Attributes], Element | None] | None = None) -> Element | None:
    """What lies behind the content: a picture or a film.

    `backdrop` makes the element of a picture that cannot be an `<img>`.
    """
    if not a["url"]:
        return None
    if a["backgroundType"] == "video":
        return film(a)
    if a["backgroundType"] != "image" or a["useFeaturedImage"]:
        return None
    if lies_on_root(a):
        return (backdrop or _backdrop)(a)
    given = {"class": image_classes(a), "alt": a["alt"], "src": a["url"]}
    return element("img", {**given, **_fitted(a)})


def film(a: Attributes) -> Element:
    """The film behind the content."""
    return element(
        "video",
        {
            "class": "wp-block-cover__video-background intrinsic-ignore",
            **dict.fromkeys(("autoplay", "muted", "loop", "playsinline"), True),
            "src": a["url"],
            "poster": a["poster"],
            **_fitted(a),
        },
    )


def _fitted(a: Attributes) -> dict[str, Any]:
    focal = None if lies_on_root(a) else a["focalPoint"]
    position = None if focal is None else point(focal)
    return {"style": {"objectPosition": position}, "data-object-fit": "cover", "data-object-position": position}


def image_classes(a: Attributes) -> str:
    """The classes of the picture."""
    return classes(
        "wp-block-cover__image-background",
        a["id"] and f"wp-image-{number_text(a['id'])}",
        a["sizeSlug"] and f"size-{a['sizeSlug']}",
        laid(a),
    )


def _backdrop(a: Attributes) -> Element:
    named = {"role": "img", "aria-label": a["alt"]} if a["alt"] else {}
    return element("div", {**named, **backdrop_attributes(a)})


def backdrop_attributes(a: Attributes) -> dict[str, Any]:
    """Class and style of a picture that cannot be an `<img>`."""
    style = {"backgroundPosition": point(a["focalPoint"]), "backgroundImage": background_image(a["url"])}
    return {"class": image_classes(a), "style": style}


def overlay(a: Attributes) -> Element:
    """The colour or gradient between the picture and the content."""
    has_gradient = a["gradient"] or a["customGradient"]
    return veil(
        a,
        "wp-block-cover__background",
        a["url"] and has_gradient and a["dimRatio"] != 0 and "wp-block-cover__gradient-background",
        has_gradient and "has-background-gradient",
        gradient_class(a["gradient"]),
    )


def veil(a: Attributes, name: str, *names: object) -> Element:
    """The element of the overlay, with the classes of its colour and density between `name` and `names`."""
    color, ratio = color_class("background-color", a["overlayColor"]), a["dimRatio"]
    density = None if ratio == 50 else f"has-background-dim-{number_text(10 * rounded(ratio / 10))}"
    style = {"backgroundColor": None if color else a["customOverlayColor"], "background": a["customGradient"] or None}
    attributes = {"class": classes(name, color, density, "has-background-dim", names), "style": style}
    return element("span", {"aria-hidden": "true", **attributes})


def content(root: Root) -> Element:
    """Where the blocks inside stand."""
    return element("div", {"class": "wp-block-cover__inner-container"}, root.inner)
