"""How galleries were saved: before WordPress 5.9, the pictures were in the gallery's own HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from blocks.fragment.javascript import whole_number
from blocks.library.figure import figcaption
from blocks.library.media import Gallery, Image
from blocks.library.media.pictures import image_attributes
from blocks.model.fields import Record, attribute, comment, html, query
from blocks.model.objects import create_block
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, classes, element, printed
from blocks.model.shape import Migrated, Shape, deprecates

Picture = Mapping[str, Any]


class _PictureInMarkup(Record):
    url = attribute("img", "src")
    full_url = attribute("img", "data-full-url")
    link = attribute("img", "data-link")
    alt = attribute("img", "alt", default="")
    id = attribute("img", "data-id")
    caption = html(".blocks-gallery-item__caption")


class WithoutCaptionClass(Shape):
    """Before WordPress 6.1, with a caption that is no `wp-element-caption`.

    <figure class="wp-block-gallery has-nested-images">…<figcaption class="blocks-gallery-caption">…</figcaption>…
    """

    images = query(".blocks-gallery-item", _PictureInMarkup, default=[])
    ids = comment("ids", "array", default=[], items="number")
    short_code_transforms = comment("shortCodeTransforms", "array", default=[], items="object")
    columns = comment("columns", "number")
    caption = html(".blocks-gallery-caption")
    image_crop = comment("imageCrop", "boolean", default=True)
    fixed_height = comment("fixedHeight", "boolean", default=True)
    link_target = comment("linkTarget", "string")
    link_to = comment("linkTo", "string")
    size_slug = comment("sizeSlug", "string", default="large")
    allow_resize = comment("allowResize", "boolean", default=False)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        columns = "default" if a["columns"] is None else printed(a["columns"])
        names = classes("has-nested-images", f"columns-{columns}", a["imageCrop"] and "is-cropped")
        return element("figure", root({"class": names}), root.inner, figcaption(a["caption"], "blocks-gallery-caption"))


class _OfPictures(Shape):
    """A gallery whose HTML holds its pictures; each becomes an image block."""

    supports = {"align": True}

    image_crop = comment("imageCrop", "boolean", default=True)
    columns = comment("columns", "number")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        link_to = a["linkTo"] or "none"
        link_to = {"post": "attachment", "file": "media"}.get(link_to, link_to)
        kept = {key: value for key, value in a.items() if key not in ("images", "ids")}
        pictures = [{**image_attributes(image, link_to), "sizeSlug": a["sizeSlug"]} for image in a["images"]]
        return {**kept, "linkTo": link_to, "allowResize": False}, [create_block(Image, one) for one in pictures]


class InGrid(_OfPictures):
    """Before WordPress 5.9, its pictures as items of a list.

    <figure class="wp-block-gallery"><ul class="blocks-gallery-grid"><li class="blocks-gallery-item">…</li></ul>…
    """

    supports = {"anchor": True, "align": True}

    images = query(".blocks-gallery-item", _PictureInMarkup, default=[])
    ids = comment("ids", "array", default=[], items="number")
    caption = html(".blocks-gallery-caption")
    fixed_height = comment("fixedHeight", "boolean", default=True)
    link_to = comment("linkTo", "string")
    size_slug = comment("sizeSlug", "string", default="large")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _grid(a, root({"class": _names(a)}), _file_or_post)


class LinkedToMedia(_OfPictures):
    """With links to `media` or `attachment`, which were called `file` and `post` later.

    <!-- wp:gallery {"ids":[1,2],"linkTo":"media"} -->
    """

    images = query(".blocks-gallery-item", _PictureInMarkup, default=[])
    ids = comment("ids", "array", default=[], items="number")
    caption = html(".blocks-gallery-caption")
    link_to = comment("linkTo", "string", default="none")
    size_slug = comment("sizeSlug", "string", default="large")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return not said["linkTo"] or said["linkTo"] in ("attachment", "media")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        return _grid(a, {"class": _names(a)}, _media_or_attachment)


class WithTextIds(_OfPictures):
    """With ids as texts, and no size.

    <!-- wp:gallery {"ids":["1","2"]} -->
    """

    images = query(".blocks-gallery-item", _PictureInMarkup, default=[])
    ids = comment("ids", "array", default=[])
    caption = html(".blocks-gallery-caption")
    link_to = comment("linkTo", "string", default="none")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return any(isinstance(one, str) for one in said["ids"] or ())

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        return _grid(a, {"class": _names(a)}, _media_or_attachment)


class _PictureInList(Record):
    url = attribute("img", "src")
    full_url = attribute("img", "data-full-url")
    alt = attribute("img", "alt", default="")
    id = attribute("img", "data-id")
    link = attribute("img", "data-link")
    caption = html("figcaption")


class AsList(_OfPictures):
    """Before WordPress 5.3, a list without a figure around it.

    <ul class="wp-block-gallery columns-2 is-cropped"><li class="blocks-gallery-item"><figure>…</figure></li></ul>
    """

    images = query("ul.wp-block-gallery .blocks-gallery-item", _PictureInList, default=[])
    ids = comment("ids", "array", default=[])
    link_to = comment("linkTo", "string", default="none")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        return element("ul", {"class": _names(a)}, _items(a, _media_or_attachment))


class _PictureWithoutFullUrl(Record):
    url = attribute("img", "src")
    alt = attribute("img", "alt", default="")
    id = attribute("img", "data-id")
    link = attribute("img", "data-link")
    caption = html("figcaption")


class AsListWithoutIds(_OfPictures):
    """A list, and no ids in the delimiter.

    <ul class="wp-block-gallery columns-2 is-cropped"><li class="blocks-gallery-item"><figure>…</figure></li></ul>
    """

    images = query("ul.wp-block-gallery .blocks-gallery-item", _PictureWithoutFullUrl, default=[])
    link_to = comment("linkTo", "string", default="none")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        images, ids = said["images"], said["ids"]
        if not images or not isinstance(images, list):
            return False
        if not isinstance(ids, list) or len(ids) != len(images):
            return True
        return any(_is_other(image, number) for image, number in zip(images, ids, strict=True))

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        return element("ul", {"class": _names(a)}, _items(a, _media_or_attachment))


class _Bare(Record):
    url = attribute(None, "src")
    alt = attribute(None, "alt", default="")
    id = attribute(None, "data-id")


class AsFigures(_OfPictures):
    """With a figure for each picture, without captions.

    <div class="wp-block-gallery alignnone columns-2 is-cropped"><figure class="blocks-gallery-image">…</figure></div>
    """

    images = query("div.wp-block-gallery figure.blocks-gallery-image img", _Bare, default=[])
    link_to = comment("linkTo", "string", default="none")
    align = comment("align", "string", default="none")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        names = classes(_names(a), a["align"] == "none" and "alignnone")
        return element("div", {"class": names}, [_figure(image, a["linkTo"]) for image in a["images"]])


def _figure(image: Picture, link_to: str) -> Element:
    picture = element("img", {"src": image.get("url"), "alt": image.get("alt"), "data-id": image.get("id")})
    return element("figure", {"class": "blocks-gallery-image"}, _in_link(picture, _media_or_attachment(image, link_to)))


def _names(a: Attributes) -> str:
    columns = min(3, len(a["images"])) if a["columns"] is None else printed(a["columns"])
    return classes(f"columns-{columns}", a["imageCrop"] and "is-cropped")


Target = Callable[[Picture, object], object]


def _file_or_post(image: Picture, link_to: object) -> object:
    return _media_or_attachment(image, {"file": "media", "post": "attachment"}.get(str(link_to)))


def _media_or_attachment(image: Picture, link_to: object) -> object:
    if link_to == "media":
        return image.get("fullUrl") or image.get("url")
    return image.get("link") if link_to == "attachment" else None


def _grid(a: Attributes, attributes: Mapping[str, Any], target: Target) -> Element:
    pictures = element("ul", {"class": "blocks-gallery-grid"}, _items(a, target, "blocks-gallery-item__caption"))
    return element("figure", attributes, pictures, figcaption(a["caption"], "blocks-gallery-caption"))


def _items(a: Attributes, target: Target, *caption: str) -> list[Element]:
    items: list[Element] = []
    for image in a["images"]:
        picture = _in_link(_img(image), target(image, a["linkTo"]))
        figure = element("figure", {}, picture, figcaption(image.get("caption"), *caption))
        items.append(element("li", {"class": "blocks-gallery-item"}, figure))
    return items


def _img(image: Picture) -> Element:
    attributes = {
        "src": image.get("url"),
        "alt": image.get("alt"),
        "data-id": image.get("id"),
        "data-full-url": image.get("fullUrl"),
        "data-link": image.get("link"),
        "class": f"wp-image-{image['id']}" if image.get("id") else None,
    }
    return element("img", attributes)


def _in_link(image: Element, href: object) -> Element:
    return element("a", {"href": href}, image) if href else image


def _is_other(image: object, number: object) -> bool:
    found = whole_number(str(image)) if isinstance(image, str | int | float) else None
    return found is None or found != number


deprecates(Gallery, WithoutCaptionClass, InGrid, LinkedToMedia, WithTextIds, AsList, AsListWithoutIds, AsFigures)
