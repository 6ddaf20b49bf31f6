"""Attachments: their addresses, their sizes, and the images drawn of them (WordPress's `media.php`).

A size is a name (`thumbnail`, `large`, `full`) or a pair of numbers, width and height, 0 for any.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr
from blocks.site.addresses import safe_address, site_url
from blocks.site.records import SitePost
from blocks.site.site import Site

Size = str | Sequence[int]
Loading = Callable[[dict[str, Any]], Mapping[str, Any]]
"""Given the attributes of an image, the ones that say how to load it (`wp_get_loading_optimization_attributes()`)."""

# Sizes that WordPress adds itself (`_wp_add_additional_image_sizes()`).
ADDED_SIZES = {"1536x1536": (1536, 1536), "2048x2048": (2048, 2048)}
_UPLOADS = "wp-content/uploads"
_WIDEST = 2048
_EDITED = re.compile(r"-e[0-9]{13}")
_IMAGES = frozenset(("jpg", "jpeg", "jpe", "gif", "png", "webp", "avif", "heic"))


class Image(NamedTuple):
    """An image of an attachment: `resized` says whether it is one of its smaller versions."""

    url: str
    width: int
    height: int
    resized: bool


def attachment(site: Site, id: int) -> SitePost | None:
    """The attachment with an id; None where the id is another post's, or nobody's."""
    post = site.posts.get(id)
    return post if post is not None and post.type == "attachment" else None


def metadata(post: SitePost) -> dict[str, Any] | None:
    """What WordPress knows of the file (`wp_get_attachment_metadata()`); None where it knows nothing."""
    found = post.meta.get("_wp_attachment_metadata")
    return found if isinstance(found, dict) and found else None


def alt(post: SitePost) -> str:
    """The alternative text of an attachment."""
    return php.text(post.meta.get("_wp_attachment_image_alt", ""))


def uploads_url(site: Site) -> str:
    """Where uploads lie (`wp_get_upload_dir()['baseurl']`)."""
    chosen = php.text(site.options["upload_url_path"])
    return (safe_address(chosen) or site_url(site, _UPLOADS)).rstrip("/")


def attachment_url(site: Site, post: SitePost) -> str:
    """The address of the file itself (`wp_get_attachment_url()`); empty where there is none."""
    if post.source_url:
        return safe_address(post.source_url)
    file = php.text(post.meta.get("_wp_attached_file", ""))
    if not file:
        return safe_address(post.guid)
    if _UPLOADS in file:
        folder = relative_folder(file)
        return f"{uploads_url(site)}/{f'{folder}/' if folder else ''}{posixpath.basename(file)}"
    return f"{uploads_url(site)}/{file}"


def relative_folder(file: str) -> str:
    """The folder of an upload below the uploads (`_wp_get_attachment_relative_path()`)."""
    folder = posixpath.dirname(file)
    if _UPLOADS in folder:
        folder = folder[folder.index(_UPLOADS) + len(_UPLOADS) :].lstrip("/")
    return folder


def is_image(post: SitePost) -> bool:
    """Whether an attachment is an image (`wp_attachment_is_image()`)."""
    file = php.text(post.meta.get("_wp_attached_file", ""))
    if not file:
        return False
    extension = posixpath.splitext(file)[1][1:].lower()
    return post.mime.startswith("image/") or (post.mime == "import" and extension in _IMAGES)


def image_src(site: Site, id: int, size: Size = "thumbnail", content_width: int = 0) -> Image | None:
    """The image of an attachment in a size (`wp_get_attachment_image_src()`); None if it is none."""
    post = attachment(site, id)
    if post is None:
        return None
    url, known = attachment_url(site, post), metadata(post) or {}
    name, width, height, resized = posixpath.basename(url), 0, 0, False
    if not is_image(post):
        full = _entry(known, "full")
        if not full:
            return None
        url, name = url.replace(name, php.text(full.get("file"))), php.text(full.get("file"))
        width, height = php.integer(full.get("width")), php.integer(full.get("height"))
    chosen = _intermediate(site, known, size, content_width)
    if chosen is not None:
        url = url.replace(name, php.text(chosen.get("file"))) if name else url
        width, height, resized = php.integer(chosen.get("width")), php.integer(chosen.get("height")), True
    if not width and not height and "width" in known and "height" in known:
        width, height = php.integer(known["width"]), php.integer(known["height"])
    if not url:
        return None
    return Image(url, *fitted(site, width, height, size, content_width), resized)


def _entry(known: Mapping[str, Any], name: str) -> dict[str, Any]:
    sizes = known.get("sizes")
    found = sizes.get(name) if isinstance(sizes, dict) else None
    return found if isinstance(found, dict) else {}


def _intermediate(site: Site, known: Mapping[str, Any], size: Size, content_width: int) -> dict[str, Any] | None:
    """The smaller version that a size asks for (`image_get_intermediate_size()`)."""
    if isinstance(size, str):
        return _entry(known, size) or None
    width, height = _pair(size)
    full = _entry(known, "full")
    whole = (full or known) if "file" not in known and full else known
    target = (width, height)
    if not width or not height:
        target = (php.integer(whole.get("width", 0)), php.integer(whole.get("height", 0)))
    candidates: dict[int, dict[str, Any]] = {}
    sizes = known.get("sizes")
    for entry in sizes.values() if isinstance(sizes, dict) else ():
        if not isinstance(entry, dict):
            continue
        across, down = php.integer(entry.get("width")), php.integer(entry.get("height"))
        if (across, down) == (width, height):
            candidates[across * down] = entry
            break
        if across >= width and down >= height and same_ratio(across, down, *target):
            candidates[across * down] = entry
    small = _entry(known, "thumbnail")
    if candidates:
        chosen = candidates[min(candidates)]
    elif small and max(width, height) <= php.integer(small.get("width")):
        chosen = small
    else:
        return None
    across, down = php.integer(chosen.get("width")), php.integer(chosen.get("height"))
    across, down = fitted(site, across, down, size, content_width)
    return {**chosen, "width": across, "height": down}


def _pair(size: Sequence[Any]) -> tuple[int, int]:
    numbers = [*(php.integer(item) for item in size[:2]), 0, 0]
    return numbers[0], numbers[1]


def fitted(site: Site, width: int, height: int, size: Size, content_width: int = 0) -> tuple[int, int]:
    """A width and a height made to fit a size (`image_constrain_size_for_editor()`)."""
    options = site.options
    if not isinstance(size, str):
        most = _pair(size)
    elif size in ("thumb", "thumbnail", "medium", "medium_large", "large"):
        name = "thumbnail" if size == "thumb" else size
        most = (php.integer(options.get(f"{name}_size_w")), php.integer(options.get(f"{name}_size_h")))
        if name == "thumbnail" and most == (0, 0):
            most = (128, 96)
        if name in ("medium_large", "large") and content_width > 0:
            most = (min(content_width, most[0]), most[1])
    else:
        most = ADDED_SIZES.get(size, (width, height))
    return constrained(width, height, *most)


def constrained(width: int, height: int, most_width: int = 0, most_height: int = 0) -> tuple[int, int]:
    """A width and a height no greater than the most, in the same ratio; 0 is no limit (`wp_constrain_dimensions()`)."""
    if not most_width and not most_height:
        return width, height
    narrowed = 0 < most_width < width
    lowered = 0 < most_height < height
    ratios = (most_width / width if narrowed else 1.0, most_height / height if lowered else 1.0)
    smaller, larger = min(ratios), max(ratios)
    ratio = larger
    if _round(width * larger) > most_width or _round(height * larger) > most_height:
        ratio = smaller
    across, down = max(1, _round(width * ratio)), max(1, _round(height * ratio))
    if narrowed and across == most_width - 1:
        across = most_width
    if lowered and down == most_height - 1:
        down = most_height
    return across, down


def _round(value: float) -> int:
    return int(php.php_round(value))


def same_ratio(width: int, height: int, other_width: int, other_height: int) -> bool:
    """Whether two images look the same but for their size, give or take a pixel (`wp_image_matches_ratio()`)."""
    if width > other_width:
        made, expected = constrained(width, height, other_width), (other_width, other_height)
    else:
        made, expected = constrained(other_width, other_height, width), (width, height)
    return abs(made[0] - expected[0]) <= 1 and abs(made[1] - expected[1]) <= 1


def srcset(site: Site, width: int, height: int, source: str, known: Mapping[str, Any]) -> str:
    """The `srcset` of an image (`wp_calculate_image_srcset()`); empty where there is but one version of it."""
    sizes, file = known.get("sizes"), php.text(known.get("file", ""))
    if not isinstance(sizes, dict) or not sizes or php.length(file) < 4 or width < 1:
        return ""
    entries = [entry for entry in sizes.values() if isinstance(entry, dict)]
    if _entry(known, "thumbnail").get("mime-type") != "image/gif":
        whole = {"width": known.get("width"), "height": known.get("height"), "file": posixpath.basename(file)}
        entries.append(whole)
    elif file in source:
        return ""
    folder = relative_folder(file)
    folder = f"{folder}/" if folder else ""
    base = f"{uploads_url(site)}/{folder}"
    edited = _EDITED.search(posixpath.basename(source))
    sources: dict[int, str] = {}
    matched = False
    for entry in entries:
        name, across, down = (entry.get(key) for key in ("file", "width", "height"))
        name, across, down = php.text(name), php.integer(across), php.integer(down)
        is_source = not matched and folder + name in source
        matched = matched or is_source
        if (edited and edited.group() not in name[1:]) or (across > _WIDEST and not is_source):
            continue
        if same_ratio(width, height, across, down):
            address = f"{base}{name}".replace(" ", "%20")
            if is_source:
                sources.pop(across, None)
                sources = {across: address, **sources}
            else:
                sources[across] = address
    if not matched or len(sources) < 2:
        return ""
    return ", ".join(f"{address} {across}w" for across, address in sources.items())


def sizes(width: int) -> str:
    """The `sizes` of an image shown at a width (`wp_calculate_image_sizes()`); empty for no width."""
    return f"(max-width: {width}px) 100vw, {width}px" if width > 0 else ""


def is_auto(value: str) -> bool:
    """Whether `sizes` begin with `auto` (`wp_sizes_attribute_includes_valid_auto()`)."""
    return value.partition(",")[0].strip(" \t\f\r\n").lower() == "auto"


def attachment_image(
    site: Site,
    id: int,
    size: Size = "thumbnail",
    attributes: Mapping[str, Any] | None = None,
    loading: Loading | None = None,
    content_width: int = 0,
    shown: tuple[int, int] | None = None,
) -> str:
    """An `img` of an attachment (`wp_get_attachment_image()`); empty where it is no image.

    `attributes` stand for those that WordPress would print; `loading` says how the image is to be loaded, and `shown`
    how wide and high it is shown, where that is not its own size.
    """
    image, post = image_src(site, id, size, content_width), site.posts.get(id)
    if image is None or post is None:
        return ""
    if shown is not None:
        image = image._replace(width=shown[0], height=shown[1])
    name = size if isinstance(size, str) else "x".join(php.text(item) for item in size)
    found: dict[str, Any] = {
        "src": image.url,
        "class": f"attachment-{name} size-{name}",
        "alt": php.trim(php.strip_tags(alt(post))),
        **(attributes or {}),
    }
    for side, given in (("width", image.width), ("height", image.height)):
        if not php.is_numeric(found.get(side)):
            found[side] = given
    if loading is not None:
        found.update(loading(dict(found)))
    if found.get("decoding") not in ("async", "sync", "auto"):
        found.pop("decoding", None)
    for key in ("loading", "fetchpriority"):
        if key in found and php.is_empty(found[key]):
            del found[key]
    _add_versions(site, found, image, metadata(post))
    if found.get("loading") == "lazy" and "sizes" in found and not is_auto(php.text(found["sizes"])):
        found["sizes"] = f"auto, {php.text(found['sizes'])}"
    width, height = abs(php.integer(found.pop("width"))), abs(php.integer(found.pop("height")))
    sides = [f'width="{width}"'] * bool(width) + [f'height="{height}"'] * bool(height)
    rest = [f'{key}="{esc_attr(php.text(value))}"' for key, value in found.items()]
    return f"<img {' '.join([*sides, *rest])} />"


def _add_versions(site: Site, found: dict[str, Any], image: Image, known: Mapping[str, Any] | None) -> None:
    if known is None or not php.is_empty(found.get("srcset", "")):
        return
    versions = srcset(site, image.width, image.height, image.url, known)
    shown = sizes(image.width)
    if versions and (shown or not php.is_empty(found.get("sizes", ""))):
        found["srcset"] = versions
        if php.is_empty(found.get("sizes", "")):
            found["sizes"] = shown
