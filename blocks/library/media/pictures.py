"""Pictures, alone and side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from blocks.fragment import RichText
from blocks.fragment.javascript import whole_number
from blocks.library.figure import CAPTION_CLASS, Figure, figcaption, linked
from blocks.library.supports import BORDER, SPACING
from blocks.model.fields import MISSING, Record, attribute, comment, query, rich_text
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, border, classes, element, inside, printed, shadow

_PLACEHOLDER = ".wp-block-image .components-placeholder"


@block(
    "core/image",
    category="media",
    uses_context=("allowResize", "imageCrop", "fixedHeight", "postId", "postType", "queryId"),
    styles=("default", "rounded"),
    selectors={
        "border": f".wp-block-image img, .wp-block-image .wp-block-image__crop-area, {_PLACEHOLDER}",
        "shadow": f".wp-block-image img, .wp-block-image .wp-block-image__crop-area, {_PLACEHOLDER}",
        "filter": {"duotone": f".wp-block-image img, {_PLACEHOLDER}"},
    },
)
class Image(Figure):
    """A picture with an optional caption.

    <figure class="wp-block-image"><a href="…"><img src="…" alt="…"/></a>
    <figcaption class="wp-element-caption">…</figcaption></figure>
    """

    supports = {
        "align": ["left", "center", "right", "wide", "full"],
        "anchor": True,
        "color": {"text": False, "background": False},
        "filter": {"duotone": True},
        "spacing": {"margin": True},
        "__experimentalBorder": {
            "color": True,
            "radius": True,
            "width": True,
            "__experimentalSkipSerialization": True,
        },
        "shadow": {"__experimentalSkipSerialization": True},
    }

    blob: str | None = comment("blob", "string", role="local")
    url: str | None = attribute("img", "src", role="content")
    alt: str = attribute("img", "alt", default="", role="content")
    caption: RichText = rich_text("figcaption", role="content")
    lightbox: dict[str, Any] | None = comment("lightbox", "object")
    title: str | None = attribute("img", "title", role="content")
    href: str | None = attribute("figure > a", "href", role="content")
    rel: str | None = attribute("figure > a", "rel")
    link_class: str | None = attribute("figure > a", "class")
    id: int | None = comment("id", "integer", role="content")
    width: str | None = comment("width", "string")
    height: str | None = comment("height", "string")
    aspect_ratio: str | None = comment("aspectRatio", "string")
    scale: str | None = comment("scale", "string")
    size_slug: str | None = comment("sizeSlug", "string")
    link_destination: str | None = comment("linkDestination", "string")
    link_target: str | None = attribute("figure > a", "target")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        framed = border(a)
        names = classes(
            a["align"] == "none" and "alignnone",
            a["sizeSlug"] and f"size-{a['sizeSlug']}",
            (a["width"] or a["height"]) and "is-resized",
            (framed["class"] or framed["style"]) and "has-custom-border",
        )
        sizes = {"aspectRatio": a["aspectRatio"], "objectFit": a["scale"], "width": a["width"], "height": a["height"]}
        image = {
            "src": a["url"],
            "alt": a["alt"],
            "class": classes(framed["class"], a["id"] and f"wp-image-{printed(a['id'])}") or None,
            "style": {**framed["style"], **shadow(a)["style"], **sizes},
            "title": a["title"],
        }
        caption = figcaption(a["caption"], CAPTION_CLASS)
        if caption is None and _has_bound_caption(a):
            caption = element("figcaption", {"class": CAPTION_CLASS})
        return element("figure", root({"class": names}), linked(a, element("img", image)), caption)


def _has_bound_caption(a: Attributes) -> bool:
    """Whether the caption comes from elsewhere: it has its place then, also while it is empty."""
    bound = inside(a["metadata"], "bindings", "caption")
    default = inside(a["metadata"], "bindings", "__default", "source")
    return bool(bound) or isinstance(bound, dict | list) or default == "core/pattern-overrides"


class GalleryImage(Record):
    """A picture of a gallery saved before WordPress 5.9; since then a gallery's pictures are image blocks inside it."""

    url: str | None = attribute("img", "src")
    full_url: str | None = attribute("img", "data-full-url")
    link: str | None = attribute("img", "data-link")
    alt: str = attribute("img", "alt", default="")
    id: str | None = attribute("img", "data-id")
    caption: RichText = rich_text(".blocks-gallery-item__caption")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a gallery, however the gallery is saved. `href` is where its link leads."""

    url: str | None
    alt: str
    caption: RichText
    href: str | None
    id: int | None


@block(
    "core/gallery",
    category="media",
    allowed_blocks=("core/image",),
    provides_context={"allowResize": "allowResize", "imageCrop": "imageCrop", "fixedHeight": "fixedHeight"},
)
class Gallery(Figure):
    """Pictures side by side. They are image blocks inside it; `pictures` gives those of older galleries, too.

    <figure class="wp-block-gallery has-nested-images columns-default is-cropped">
    <!-- wp:image -->…<!-- /wp:image --></figure>
    """

    supports = {
        "anchor": True,
        "align": True,
        "__experimentalBorder": BORDER,
        "html": False,
        "units": ["px", "em", "rem", "vh", "vw"],
        "spacing": {
            **SPACING,
            "blockGap": ["horizontal", "vertical"],
            "__experimentalSkipSerialization": ["blockGap"],
        },
        "color": {"text": False, "background": True, "gradients": True},
        "layout": {
            "allowSwitching": False,
            "allowInheriting": False,
            "allowEditing": False,
            "default": {"type": "flex"},
        },
    }

    images: tuple[GalleryImage, ...] = query(".blocks-gallery-item", GalleryImage, default=[])
    ids: list[int] = comment("ids", "array", default=[], items="integer")
    short_code_transforms: list[dict[str, Any]] = comment("shortCodeTransforms", "array", default=[], items="object")
    columns: int | None = comment("columns", "integer")
    caption: RichText = rich_text(".blocks-gallery-caption", role="content")
    image_crop: bool = comment("imageCrop", "boolean", default=True)
    random_order: bool = comment("randomOrder", "boolean", default=False)
    fixed_height: bool = comment("fixedHeight", "boolean", default=True)
    link_target: str | None = comment("linkTarget", "string")
    link_to: str | None = comment("linkTo", "string")
    size_slug: str = comment("sizeSlug", "string", default="large")
    allow_resize: bool = comment("allowResize", "boolean", default=False)
    aspect_ratio: str = comment("aspectRatio", "string", default="auto")

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures, in order: of the image blocks inside, or of the gallery's own HTML before WordPress 5.9.

        `images` has the latter alone, and only those of a gallery that fits none of the editor's shapes: the pictures
        of any other it makes image blocks, as this does.
        """
        found = [one.attributes for one in self.inner_objects() if one.name == Image.type_name]
        if not found:
            link_to = self.link_to or "none"
            found = [image_attributes(one.attribute_values, link_to) for one in self.images]
        return tuple(_picture(attributes) for attributes in found)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        columns = "default" if a["columns"] is None else printed(a["columns"])
        names = classes("has-nested-images", f"columns-{columns}", a["imageCrop"] and "is-cropped")
        caption = figcaption(a["caption"], "blocks-gallery-caption", CAPTION_CLASS)
        return element("figure", root({"class": names}), root.inner, caption)


def image_attributes(image: Mapping[str, Any], link_to: str) -> dict[str, Any]:
    """What the image block says that becomes of a picture in a gallery's HTML (`getImageBlock()`).

    `link_to` is where the gallery's links lead: `media`, `attachment`, or `none`.
    """
    attributes: dict[str, Any] = {name: image.get(name) for name in ("url", "alt", "caption")}
    attributes["id"] = whole_number(image.get("id"))
    if link_to in ("media", "file"):
        attributes |= {"href": image.get("url"), "linkDestination": "media"}
    elif link_to in ("attachment", "post"):
        attributes |= {"href": image.get("link"), "linkDestination": "attachment"}
    elif link_to == "none":
        attributes["linkDestination"] = "none"
    return {name: value for name, value in attributes.items() if value is not None}


def _picture(said: Mapping[str, Any]) -> Picture:
    values: dict[str, Any] = {}
    for name in ("url", "alt", "caption", "href", "id"):
        values[name] = getattr(Image, name).seen(said.get(name, MISSING))
    return Picture(**values)
