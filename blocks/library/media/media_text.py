"""Media and text side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blocks.fragment.javascript import number_text
from blocks.library.figure import linked
from blocks.library.media.cover import point
from blocks.library.supports import BORDER, SPACING, TYPOGRAPHY
from blocks.model.block import Block
from blocks.model.fields import attribute, comment
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, classes, element

_HALF = 50


@block("core/media-text", category="media", uses_context=("postId", "postType"))
class MediaText(Block):
    """A picture or a film, and blocks beside it.

    <div class="wp-block-media-text is-stacked-on-mobile"><figure class="wp-block-media-text__media">
    <img src="…" alt="…"/></figure><div class="wp-block-media-text__content">
    <!-- wp:paragraph -->…<!-- /wp:paragraph --></div></div>
    """

    supports = {
        "anchor": True,
        "align": ["wide", "full"],
        "html": False,
        "__experimentalBorder": BORDER,
        "color": {"gradients": True, "heading": True, "link": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "allowedBlocks": True,
    }

    align: str = comment("align", "string", default="none")
    media_alt: str = attribute("figure img", "alt", default="", role="content")
    media_position: str = comment("mediaPosition", "string", default="left")
    media_id: float | None = comment("mediaId", "number", role="content")
    media_url: str | None = attribute("figure video,figure img", "src", role="content")
    media_link: str | None = comment("mediaLink", "string")
    link_destination: str | None = comment("linkDestination", "string")
    link_target: str | None = attribute("figure a", "target")
    href: str | None = attribute("figure a", "href", role="content")
    rel: str | None = attribute("figure a", "rel")
    link_class: str | None = attribute("figure a", "class")
    media_type: str | None = comment("mediaType", "string", role="content")
    media_width: float = comment("mediaWidth", "number", default=_HALF)
    media_size_slug: str | None = comment("mediaSizeSlug", "string")
    is_stacked_on_mobile: bool = comment("isStackedOnMobile", "boolean", default=True)
    vertical_alignment: str | None = comment("verticalAlignment", "string")
    image_fill: bool | None = comment("imageFill", "boolean")
    focal_point: dict[str, Any] | None = comment("focalPoint", "object")
    use_featured_image: bool = comment("useFeaturedImage", "boolean", default=False)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        position = {"objectPosition": point(a["focalPoint"])} if a["imageFill"] else {}
        picture = image(a, sized(a), position) if a["mediaUrl"] else None
        names = classes(arranged(a), a["imageFill"] and "is-image-fill-element")
        attributes = root({"class": names, "style": {"gridTemplateColumns": columns(a)}})
        return element("div", attributes, side_by_side(a, figure(a, linked(a, picture)), content(root)))


# ------------------------------------------------------------------------- its parts, which older shapes have as well


def arranged(a: Attributes) -> str:
    """The classes that say on which side the media is, and how the two stand."""
    return classes(
        a["mediaPosition"] == "right" and "has-media-on-the-right",
        a["isStackedOnMobile"] and "is-stacked-on-mobile",
        a["verticalAlignment"] and f"is-vertically-aligned-{a['verticalAlignment']}",
    )


def columns(a: Attributes) -> str | None:
    """The width of the two, in CSS; None where each has a half."""
    if a["mediaWidth"] == _HALF:
        return None
    width = f"{number_text(a['mediaWidth'])}%"
    return f"auto {width}" if a["mediaPosition"] == "right" else f"{width} auto"


def identified(a: Attributes) -> str | None:
    """The class that says which picture of the site it is; None where it is none of it."""
    is_known = a["mediaId"] and a["mediaType"] == "image"
    return f"wp-image-{number_text(a['mediaId'])}" if is_known else None


def sized(a: Attributes) -> str | None:
    """The classes that say which picture of the site it is, and in which size."""
    known = identified(a)
    return known and f"{known} size-{a['mediaSizeSlug'] or 'full'}"


def image(a: Attributes, names: str | None, style: Mapping[str, Any] | None = None) -> Element:
    """The picture."""
    return element("img", {"src": a["mediaUrl"], "alt": a["mediaAlt"], "class": names, "style": style or {}})


def figure(a: Attributes, picture: Element | None, style: Mapping[str, Any] | None = None) -> Element:
    """The media: a film, or the picture; nothing of another type."""
    kinds = {"image": picture, "video": element("video", {"controls": True, "src": a["mediaUrl"]})}
    return element("figure", {"class": "wp-block-media-text__media", "style": style or {}}, kinds.get(a["mediaType"]))


def content(root: Root) -> Element:
    """Where the blocks inside stand."""
    return element("div", {"class": "wp-block-media-text__content"}, root.inner)


def side_by_side(a: Attributes, media: Element, text: Element) -> list[Element]:
    """Media and text in their order."""
    return [text, media] if a["mediaPosition"] == "right" else [media, text]
