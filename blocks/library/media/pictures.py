"""Pictures, alone and side by side."""

from __future__ import annotations

from typing import Any

from blocks.fragment import RichText
from blocks.library.figure import Figure
from blocks.model.fields import Record, attribute, comment, query, rich_text
from blocks.model.registry import block


@block("core/image")
class Image(Figure):
    """A picture with an optional caption.

    <figure class="wp-block-image"><a href="…"><img src="…" alt="…"/></a><figcaption>…</figcaption></figure>
    """

    url: str | None = attribute("img", "src")
    alt: str = attribute("img", "alt", default="")
    lightbox: dict[str, Any] | None = comment("lightbox", "object")
    title: str | None = attribute("img", "title")
    href: str | None = attribute("figure > a", "href")
    rel: str | None = attribute("figure > a", "rel")
    link_class: str | None = attribute("figure > a", "class")
    id: int | None = comment("id", "integer")
    width: str | None = comment("width", "string")
    height: str | None = comment("height", "string")
    aspect_ratio: str | None = comment("aspectRatio", "string")
    scale: str | None = comment("scale", "string")
    size_slug: str | None = comment("sizeSlug", "string")
    link_destination: str | None = comment("linkDestination", "string")
    link_target: str | None = attribute("figure > a", "target")


class GalleryImage(Record):
    """A picture of a gallery saved before WordPress 5.9; since then a gallery's pictures are image blocks inside it."""

    url: str | None = attribute("img", "src")
    full_url: str | None = attribute("img", "data-full-url")
    link: str | None = attribute("img", "data-link")
    alt: str = attribute("img", "alt", default="")
    id: str | None = attribute("img", "data-id")
    caption: RichText = rich_text(".blocks-gallery-item__caption")


@block("core/gallery")
class Gallery(Figure):
    """Pictures side by side. They are image blocks inside it.

    <figure class="wp-block-gallery has-nested-images"><!-- wp:image -->…<!-- /wp:image --></figure>
    """

    images: tuple[GalleryImage, ...] = query(".blocks-gallery-item", GalleryImage)
    ids: list[int] | None = comment("ids", "array", items="integer")
    columns: int | None = comment("columns", "integer")
    caption: RichText = rich_text(".blocks-gallery-caption")
    image_crop: bool = comment("imageCrop", "boolean", default=True)
    random_order: bool = comment("randomOrder", "boolean", default=False)
    fixed_height: bool = comment("fixedHeight", "boolean", default=True)
    link_target: str | None = comment("linkTarget", "string")
    link_to: str | None = comment("linkTo", "string")
    size_slug: str = comment("sizeSlug", "string", default="large")
    allow_resize: bool = comment("allowResize", "boolean", default=False)
    aspect_ratio: str = comment("aspectRatio", "string", default="auto")
