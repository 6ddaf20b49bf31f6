"""Pictures in AMP: `<img>` with its size, or `<amp-img>`, which AMP's lightbox opens large.

AMP takes `<img>` anywhere; what it gains here are `width` and `height`, so that the page does not jump. `<amp-img>` has
no size but by its layout, so one stands only where a size is known, or where the picture fills what it lies in:

    fill         the background of a cover, the picture of a media-text that fills its half
    fixed        at most 32 pixels large: icons, emoji
    responsive   images of wide and full alignment, and `width="100%"`
    intrinsic    all others: as large as they are, and no wider than their column
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from blocks.fragment import Token
from blocks.model.block import Block
from blocks.render.amp.attributes import Say, Values, written
from blocks.render.amp.dimensions import Known, name_and_attributes
from blocks.render.amp.rules import words
from blocks.render.amp.sizes import bounded, box_of_style, declared, dimension, is_dimension
from blocks.render.html.block import ServerBlock
from blocks.site.media import is_auto

Layout = Literal["fill", "fixed", "responsive", "intrinsic"]

LIGHTBOX: Final = "amp-lightbox-gallery"

_SHOWS_LARGE: Final = "showLightbox"
_BACKGROUND: Final = "wp-block-cover__image-background"
_WIDE_BLOCKS: Final = words("core/image core/post-featured-image")
_ICON: Final = 32  # pixels
_PIXEL: Final = 2  # what is no larger is there to be counted, not seen
_FITS: Final = words("contain cover fill none scale-down")
# `<amp-img>` knows better when to load, or has them as something else
_QUIETLY_LOST: Final = words("decoding fetchpriority height importance loading width")
_LOST: Final = words("border hspace ismap name usemap vspace")


class Picture(NamedTuple):
    """What stands for a picture: its markup, and the component that it needs beside AMP's runtime."""

    html: str
    component: str | None = None


def is_lightbox(token: Token) -> bool:
    """Whether WordPress lets an `<img>` open large when it is clicked (since 6.4, under changing names).

    An `<amp-img>` in content says so by itself.
    """
    if token.name == "amp-img":
        return token.get("lightbox") is not None
    return token.name == "img" and _opens_large(token)


def is_lightbox_button(token: Token) -> bool:
    """Whether a `<button>` is the one beside such an image, which does the same; AMP's lightbox needs none."""
    return token.name == "button" and _opens_large(token)


def _opens_large(token: Token) -> bool:
    return _SHOWS_LARGE in token.value and any(
        one.name.startswith("data-wp-on") and one.name.endswith("--click") and (one.value or "").endswith(_SHOWS_LARGE)
        for one in token.attributes
    )


def picture(
    values: Values,
    known: Known | None,
    block: Block | ServerBlock | None = None,
    *,
    as_amp: bool,
    lightbox: bool,
    say: Say,
    tag: str | None = None,
) -> Picture:
    """What stands for an `<img>` whose cleaned attributes are `values`, and which is as large as `known`.

    `as_amp` asks for `<amp-img>`, and `lightbox` for one that opens large; where its size is not known it stays
    `<img>`, which is said. `tag` is the tag as it was cleaned: its text stays, and only the size comes to it.
    """
    if not (as_amp or lightbox) or (known is not None and max(known[:2]) <= _PIXEL):
        return Picture(sized(values, known, tag))
    layout = _layout(values, known, block)
    if layout is None:
        what = ", and does not open large" if lightbox else ""
        say("unknown-dimensions", f"no source says how large the picture is: it stayed <img>{what}")
        return Picture(sized(values, None, tag))
    html = _amp_img(values, known, layout, lightbox=lightbox, say=say)
    return Picture(html, LIGHTBOX if lightbox else None)


def sized(values: Values, known: Known | None, tag: str | None = None) -> str:
    """An `<img>` with the `width` and `height` that it lacks; a size that browsers read stays as it is."""
    whole = tag if tag is not None else f"<img{written(values)}>"
    if known is None:
        return whole
    said = [name for name in ("width", "height") if name in values]
    if not said:
        return _with(whole, f' width="{known.width}" height="{known.height}"')
    if any(is_dimension(values[name]) and not dimension(values[name]) for name in said):
        return whole  # 50%, 0: another side in pixels would pull it out of shape
    missing = {name: str(size) for name, size in (("width", known.width), ("height", known.height))
               if not is_dimension(values.get(name))}  # fmt: skip
    if not missing.keys() & said:
        return _with(whole, written(missing))
    return f"<img{written(values | missing)}>"


def _with(tag: str, attributes: str) -> str:
    end = len(tag) - (2 if tag.endswith("/>") else 1)
    start = tag[:end].rstrip()
    return f"{start}{attributes}{tag[len(start) :]}" if attributes else tag


# ------------------------------------------------------------------------------------------------------------ amp-img


def _layout(values: Values, known: Known | None, block: Block | ServerBlock | None) -> Layout | None:
    """The layout of a picture, None where its size has to be known for one and is not."""
    name, attributes = name_and_attributes(block)
    if _BACKGROUND in (values.get("class") or "").split():
        return "fill"
    if name == "core/media-text" and attributes.get("imageFill") is True:
        return "fill"
    if known is None:
        return None
    if max(known[:2]) <= _ICON:
        return "fixed"
    is_wide = name in _WIDE_BLOCKS and attributes.get("align") in ("wide", "full")
    if (values.get("width") or "").strip() == "100%" or (is_wide and not box_of_style(values.get("style")).width):
        return "responsive"
    return "intrinsic"


def _amp_img(values: Values, known: Known | None, layout: Layout, *, lightbox: bool, say: Say) -> str:
    made: Values = {"layout": layout}
    style, fit = _style_and_fit(values.get("style"))
    if layout == "fill":
        fit = {"object-fit": "cover", **_fit_of_data(values), **fit}
    elif known is not None:
        width, height = _shown(known, values.get("style"))
        made |= {"width": str(width), "height": str(height)}
    for name, value in values.items():
        if name in _LOST:
            say("unsupported-content", f"the attribute {name} of <img>, which <amp-img> does not take, was left out")
        elif name not in _QUIETLY_LOST and name not in ("style", "sizes"):
            made[name] = value
    if style:
        made["style"] = style
    if (values.get("srcset") or "").strip() and (sizes := _sizes(values.get("sizes") or "")):
        made |= {"sizes": sizes, "disable-inline-width": None}
    made |= fit
    if values.get("fetchpriority") == "high":
        made["data-hero"] = None
    if lightbox:
        made["lightbox"] = None
    return f"<amp-img{written(made)}></amp-img>"


def _sizes(sizes: str) -> str:
    """`sizes` without `auto`, which browsers read on lazy images alone."""
    return (sizes.partition(",")[2] if is_auto(sizes) else sizes).strip()


def _shown(known: Known, style: str | None) -> tuple[int, int]:
    """How large a picture is shown: what its style cuts off is no part of it."""
    box = box_of_style(style)
    if box.width and box.height:
        return box.width, box.height
    if not any(box):
        return known[:2]
    ratio = box.ratio or known.width / known.height
    width = box.height * ratio if box.height else box.width or known.width
    return bounded(width, box.height or width / ratio) or known[:2]


def _style_and_fit(style: str | None) -> tuple[str, Values]:
    """A style without what the layout has to say, and without what `<amp-img>` takes as an attribute."""
    if not style:
        return "", {}
    kept: list[str] = []
    fit: Values = {}
    box = box_of_style(style)
    for text, (name, value) in zip(style.split(";"), declared(style), strict=True):
        is_read = box.width if name == "width" else box.height if name == "height" else box.ratio
        if name in ("object-fit", "object-position") and _is_fit(name, value):
            fit[name] = value
        elif name not in ("width", "height", "aspect-ratio") or not (is_read or value.lower() == "auto"):
            kept.append(text)
    return ";".join(kept), fit


def _fit_of_data(values: Values) -> Values:
    """What covers say in `data-object-fit` and `data-object-position`."""
    found = {name: (values.get(f"data-{name}") or "").strip() for name in ("object-fit", "object-position")}
    return {name: value for name, value in found.items() if _is_fit(name, value)}


def _is_fit(name: str, value: str) -> bool:
    if name == "object-fit":
        return value in _FITS
    return bool(value) and not set(value) & set("\"'(){}\\")
