"""How images were saved."""

from __future__ import annotations

from typing import Any

from blocks.library.figure import CAPTION_CLASS, figcaption, linked
from blocks.library.media import Image
from blocks.model.fields import attribute, children, comment, html
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, border, classes, element, printed
from blocks.model.shape import Migrated, Shape, deprecates

_BORDER = {"color": True, "radius": True, "width": True, "__experimentalSkipSerialization": True}


class _Linked(Shape):
    """What images said for long, sizes as numbers."""

    align = comment("align", "string")
    url = attribute("img", "src", role="content")
    alt = attribute("img", "alt", default="", role="content")
    caption = html("figcaption")
    title = attribute("img", "title", role="content")
    href = attribute("figure > a", "href", role="content")
    rel = attribute("figure > a", "rel")
    link_class = attribute("figure > a", "class")
    id = comment("id", "number", role="content")
    width = comment("width", "number")
    height = comment("height", "number")
    size_slug = comment("sizeSlug", "string")
    link_destination = comment("linkDestination", "string")
    link_target = attribute("figure > a", "target")


class _Bordered(_Linked):
    """What images said since the picture has the border."""

    supports = {
        "anchor": True,
        "color": {"text": False, "background": False},
        "filter": {"duotone": True},
        "__experimentalBorder": _BORDER,
    }

    aspect_ratio = comment("aspectRatio", "string")
    scale = comment("scale", "string")


class WithBehaviors(_Bordered):
    """With `behaviors` that say what `lightbox` says today, and `align` in the hands of the block.

    <!-- wp:image {"behaviors":{"lightbox":{"enabled":true}}} -->
    """

    behaviors = comment("behaviors", "object")
    width = comment("width", "string")
    height = comment("height", "string")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        behaviors = said["behaviors"]
        return bool(behaviors) or isinstance(behaviors, dict | list)

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        kept = {**a, "width": None, "height": None}
        lightbox = (a["behaviors"] or {}).get("lightbox")
        if not lightbox and not isinstance(lightbox, dict | list):
            return kept
        said = isinstance(lightbox, dict) and "enabled" in lightbox
        return {**kept, "behaviors": None, "lightbox": {"enabled": lightbox["enabled"]} if said else {}}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _bordered(a, root, {"width": a["width"], "height": a["height"]}, {})


class SizedTwice(_Bordered):
    """With its size in pixels, as style and as attributes of the picture.

    <figure class="wp-block-image is-resized"><img … style="width:50px;height:20px" width="50" height="20"/></figure>
    """

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return {**a, **{key: f"{'undefined' if a[key] is None else printed(a[key])}px" for key in ("width", "height")}}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        size = {"width": a["width"], "height": a["height"]}
        return _bordered(a, root, size, size)


class SizedByAttributes(_Bordered):
    """With its size in pixels, as attributes of the picture.

    <figure class="wp-block-image is-resized"><img … width="50" height="20"/></figure>
    """

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return {**a, **{key: f"{printed(a[key])}px" for key in ("width", "height") if a[key] is not None}}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return _bordered(a, root, {}, {"width": a["width"], "height": a["height"]})


def _bordered(a: Attributes, root: Root, style: dict[str, Any], size: dict[str, Any]) -> Element:
    framed = border(a)
    image = {
        "src": a["url"],
        "alt": a["alt"],
        "class": classes(framed["class"], a["id"] and f"wp-image-{printed(a['id'])}") or None,
        "style": {**framed["style"], "aspectRatio": a["aspectRatio"], "objectFit": a["scale"], **style},
        **size,
        "title": a["title"],
    }
    names = classes(_names(a), (framed["class"] or framed["style"]) and "has-custom-border")
    caption = figcaption(a["caption"], CAPTION_CLASS)
    return element("figure", root({"class": names}), linked(a, element("img", image)), caption)


class FramedByFigure(_Linked):
    """Before WordPress 6.1, with a caption without class, and round corners of the figure.

    <figure class="wp-block-image" style="border-radius:5px"><img …/><figcaption>…</figcaption></figure>
    """

    supports = {
        "anchor": True,
        "color": {"__experimentalDuotone": "img", "text": False, "background": False},
        "__experimentalBorder": {"radius": True},
        "__experimentalStyle": {"spacing": {"margin": "0 0 1em 0"}},
    }

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("figure", root({"class": _names(a)}), _picture(a), figcaption(a["caption"]))


class AlignedInWrapper(_Linked):
    """In a wrapper where it is aligned left, right or center.

    <div class="wp-block-image"><figure class="alignleft"><img …/></figure></div>
    """

    supports = {"anchor": True}

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        content = (_picture(a), figcaption(a["caption"]))
        if a["align"] in ("left", "right", "center"):
            return element("div", root(), element("figure", {"class": _names(a)}, *content))
        return element("figure", root({"class": _names(a)}), *content)


class NotMarkedAsResized(Shape):
    """Resized without a class that says so.

    <figure class="wp-block-image alignleft"><img … class="wp-image-1" width="50"/></figure>
    """

    url = attribute("img", "src")
    alt = attribute("img", "alt", default="")
    caption = children("figcaption")
    href = attribute("a", "href")
    id = comment("id", "number")
    align = comment("align", "string")
    width = comment("width", "number")
    height = comment("height", "number")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        return element("figure", {"class": _align(a)}, _picture(a), figcaption(a["caption"]))


class AlignedWithoutWrapper(NotMarkedAsResized):
    """Aligned by a class of the figure.

    <figure class="wp-block-image alignleft is-resized"><img … class="wp-image-1" width="50"/></figure>
    """

    href = attribute("figure > a", "href")
    link_destination = comment("linkDestination", "string", default="none")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        return element("figure", {"class": _names(a)}, _picture(a), figcaption(a["caption"]))


class SizedByFigure(NotMarkedAsResized):
    """With the width of the figure, half of the page for one that floats; no id at the picture.

    <figure class="wp-block-image alignleft" style="max-width:50%"><img …/></figure>
    """

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        image = {"src": a["url"], "alt": a["alt"]}
        if a["width"] or a["height"]:
            image |= {"width": a["width"], "height": a["height"]}
        style = {"width": a["width"]} if a["width"] else {}
        if not style and a["align"] in ("left", "right"):
            style = {"maxWidth": "50%"}
        figure = {"class": _align(a), "style": style}
        return element("figure", figure, linked(a, element("img", image)), figcaption(a["caption"]))


def _picture(a: Attributes) -> Element | None:
    image = {
        "src": a["url"],
        "alt": a["alt"],
        "class": f"wp-image-{printed(a['id'])}" if a["id"] else None,
        "width": a["width"],
        "height": a["height"],
        "title": a["title"],
    }
    return linked(a, element("img", image))


def _names(a: Attributes) -> str:
    size = a["sizeSlug"] and f"size-{a['sizeSlug']}"
    return classes(_align(a), size, (a["width"] or a["height"]) and "is-resized")


def _align(a: Attributes) -> str | None:
    return f"align{a['align']}" if a["align"] else None


deprecates(
    Image,
    WithBehaviors,
    SizedTwice,
    SizedByAttributes,
    FramedByFigure,
    AlignedInWrapper,
    AlignedWithoutWrapper,
    NotMarkedAsResized,
    SizedByFigure,
)
