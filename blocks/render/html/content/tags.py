"""Images and frames in finished content, given what a browser wants: size, `srcset`, `sizes`, and how to load them.

Tags are edited as text, as WordPress edits them: new attributes stand right after `<img`, `srcset` and `sizes` at the
end. An image is known by its class `wp-image-ID` (`wp_filter_content_tags()`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from blocks.formatting.escaping import esc_attr
from blocks.formatting.loading import Loading
from blocks.formatting.php.numbers import php_round
from blocks.formatting.php.values import integer, is_true
from blocks.fragment.tokens import Token, tokens

Meta = Mapping[str, Any]
"""What `_wp_attachment_metadata` holds: `width`, `height`, `file`, `sizes` (by name: `file`, `width`, `height`)."""

_TAGS = re.compile(r"<(img|iframe)\s[^>]++(?:>|\Z)", re.ASCII)
_ID = re.compile("wp-image-([0-9]+)", re.IGNORECASE)
_SRC = re.compile(r'src="([^"]+)"')
_STYLE_WIDTH = re.compile(r'style="width:\s*(\d+)px;"', re.ASCII)
_EDITED = re.compile("-e[0-9]{13}")
_WIDTH, _HEIGHT = re.compile(""" width=["']([0-9]+)["']"""), re.compile(""" height=["']([0-9]+)["']""")
_PLAIN_WIDTH, _PLAIN_HEIGHT = re.compile(' width="([0-9]+)"'), re.compile(' height="([0-9]+)"')
_VALUES = {name: re.compile(rf""" {name}=["']([A-Za-z]+)["']""") for name in ("loading", "fetchpriority", "decoding")}
_MOST_ONE_BY_ONE = 200


@dataclass(frozen=True, slots=True)
class Images:
    """What is known of the site's images."""

    meta: Callable[[int], Meta | None]
    """The metadata of an attachment, by its id."""
    srcset: Callable[[tuple[int, int], str, Meta], str | None]
    """Width and height, address, metadata -> the value of `srcset`, or None (`wp_calculate_image_srcset()`)."""


def filter_content_tags(text: str, context: str, images: Images, loading: Loading) -> str:
    """`text`, HTML, with its `img` and `iframe` tags completed. `context` is where it stands, such as `the_content`."""
    if "<img" not in text and "<iframe" not in text:
        return text
    changed: dict[str, str] = {}
    for found in _TAGS.finditer(text):
        tag = found[0]
        if tag in changed or not tag.endswith(">"):
            continue
        changed[tag] = _image(tag, context, images, loading) if found[1] == "img" else _frame(tag, context, loading)
    if len(changed) <= _MOST_ONE_BY_ONE and _overlapping(changed):
        for tag, new in changed.items():
            text = text.replace(tag, new)
        return text
    return _TAGS.sub(lambda found: changed.get(found[0], found[0]), text)


def _overlapping(changed: Mapping[str, str]) -> bool:
    """Whether the order of the changes matters: a tag stands inside another, or one becomes what another one was."""
    return any(tag.count("<img") + tag.count("<iframe") > 1 for tag in changed) or any(
        new != tag and changed.get(new, new) != new for tag, new in changed.items()
    )


def _image(tag: str, context: str, images: Images, loading: Loading) -> str:
    named = _ID.search(tag)
    attachment = integer(named[1]) if named else 0
    meta = images.meta(attachment) if attachment else None
    if meta is not None and " width=" not in tag and " height=" not in tag:
        tag = _with_size(tag, meta)
    if meta is not None and " srcset=" not in tag:
        tag = _with_srcset(tag, meta, images)
    return _with_auto_sizes(_with_loading(tag, context, loading))


def _address(tag: str) -> str:
    found = _SRC.search(tag)
    return found[1].split("?", 1)[0] if found else ""


def _with_size(tag: str, meta: Meta) -> str:
    """`tag` with the width and height of the file that it shows (`wp_img_tag_add_width_and_height_attr()`)."""
    address = _address(tag)
    size = image_dimensions(address, meta) if address and address != "0" else None
    if size is None or not (size[0] and size[1]):
        return tag
    width, height = size
    styled = _STYLE_WIDTH.search(tag)
    if styled and integer(styled[1]):
        height = int(php_round(height * integer(styled[1]) / width))
        width = integer(styled[1])
    hints = [f'{name}="{value}"' for name, value in (("width", width), ("height", height)) if value]
    return tag.replace("<img", "<img " + " ".join(hints))


def image_dimensions(address: str, meta: Meta) -> tuple[int, int] | None:
    """Width and height of the file at `address`, one of those that `meta` names (`wp_image_src_get_dimensions()`)."""
    file = meta.get("file")
    size: tuple[int, int] | None = None
    if isinstance(file, str) and basename(file) in address:
        size = integer(meta.get("width")), integer(meta.get("height"))
    elif is_true(meta.get("sizes")):
        name = basename(address)
        for one in _each(meta.get("sizes")):
            if one.get("file") == name:
                return integer(one.get("width")), integer(one.get("height"))
    return size


def _each(sizes: Any) -> list[Meta]:
    values = list(sizes.values()) if isinstance(sizes, Mapping) else sizes if isinstance(sizes, list) else []
    return [value for value in values if isinstance(value, Mapping)]


def basename(path: str) -> str:
    """The last part of a path or address (`wp_basename()`)."""
    return path.rstrip("/").rpartition("/")[2]


def _with_srcset(tag: str, meta: Meta, images: Images) -> str:
    """`tag` with the sources it can be drawn from (`wp_image_add_srcset_and_sizes()`)."""
    if not is_true(meta.get("sizes")):
        return tag
    address = _address(tag)
    if not address or address == "0":
        return tag
    edited = _EDITED.search(str(meta.get("file", "")))
    if edited and edited[0] not in basename(address):
        return tag
    width, height = _number(_PLAIN_WIDTH, tag) or 0, _number(_PLAIN_HEIGHT, tag) or 0
    size = (width, height) if width and height else image_dimensions(address, meta)
    srcset = images.srcset(size, address, meta) if size else None
    if not size or not srcset:
        return tag
    if tag.find(" sizes=") > 0:
        return _at_end(tag, f' srcset="{esc_attr(srcset)}"')
    sizes = image_sizes(size[0])
    return _at_end(tag, f' srcset="{esc_attr(srcset)}" sizes="{esc_attr(sizes)}"') if sizes else tag


def image_sizes(width: int) -> str:
    """The value of `sizes` for an image of `width`, or nothing (`wp_calculate_image_sizes()`)."""
    return f"(max-width: {width}px) 100vw, {width}px" if width else ""


def _at_end(tag: str, attributes: str) -> str:
    start = tag.find("<img ") + 5
    inside = tag[start:-1]
    if start < 5 or not inside:
        return tag
    return f"{tag[:start]}{inside[0]}{inside[1:].rstrip('/ ')}{attributes} />"


def _number(pattern: re.Pattern[str], tag: str) -> int | None:
    found = pattern.search(tag)
    return integer(found[1]) if found else None


def _with_loading(tag: str, context: str, loading: Loading) -> str:
    """`tag` with `decoding`, `loading`, `fetchpriority` (`wp_img_tag_add_loading_optimization_attrs()`)."""
    given: dict[str, str | int | None] = {"width": _number(_WIDTH, tag), "height": _number(_HEIGHT, tag)}
    for name, pattern in _VALUES.items():
        found = pattern.search(tag)
        given[name] = found[1] if found else None
    new = loading.attributes("img", given, context)
    if ' src="' not in tag:
        return tag
    names = ["decoding"]
    if ' width="' in tag and ' height="' in tag:
        names += ["loading", "fetchpriority"]
    for name in names:
        if given[name] is None and new.get(name):
            tag = tag.replace("<img", f'<img {name}="{esc_attr(new[name])}"')
    return tag


def _with_auto_sizes(tag: str) -> str:
    """`tag` with `auto` before its `sizes`, if it is lazy and has a width (`wp_img_tag_add_auto_sizes()`)."""
    if "lazy" not in tag.lower() or "sizes" not in tag.lower():
        return tag
    image = next((token for token in tokens(tag) if token.kind == "start" and token.name == "img"), None)
    if image is None or (_value(image, "loading") or "").strip(" \t\f\r\n").lower() != "lazy":
        return tag
    sizes = _value(image, "sizes")
    if not _value(image, "width") or sizes is None or includes_auto(sizes):
        return tag
    place = next(attribute for attribute in image.attributes if attribute.name == "sizes")
    return f'{tag[: place.start]}sizes="{_escaped("auto, " + sizes)}"{tag[place.end :]}'


def _value(image: Token, name: str) -> str | None:
    return next((attribute.value for attribute in image.attributes if attribute.name == name), None)


def _escaped(value: str) -> str:
    """A value as WordPress's tag processor writes it."""
    value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return value.replace('"', "&quot;").replace("'", "&apos;")


def includes_auto(sizes: str) -> bool:
    """Whether a value of `sizes` says `auto` first (`wp_sizes_attribute_includes_valid_auto()`)."""
    return sizes.split(",", 1)[0].strip(" \t\f\r\n").lower() == "auto"


def _frame(tag: str, context: str, loading: Loading) -> str:
    """A frame's tag with `loading` (`wp_iframe_tag_add_loading_attr()`)."""
    if " loading=" in tag:
        return tag
    sized = {name: 100 if f' {name}="' in tag else None for name in ("width", "height")}
    new = loading.attributes("iframe", sized, context)
    if ' src="' not in tag or None in sized.values() or "loading" not in new:
        return tag
    return tag.replace("<iframe", f'<iframe loading="{new["loading"]}"')
