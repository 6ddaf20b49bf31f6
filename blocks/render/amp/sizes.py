"""How large a picture is by what stands in texts: an attribute, a style, a block's attributes, an address.

Lengths are CSS pixels, whole ones. Nothing here is longer to read than the text is; no number has more than 5 digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

from blocks.render.amp.urls import bare
from blocks.site.media import constrained

Size = tuple[int, int]

MOST: Final = 99_999
"""The longest side that a text is believed."""

# "Rules for parsing dimension values" of HTML: what follows the number counts only where it is `%`.
_DIMENSION = re.compile(r"[\t\n\f\r ]*([0-9]+)(?:\.[0-9]*)?(%?)", re.ASCII)
_LENGTH = re.compile(r"([0-9]{1,5})(?:\.[0-9]{0,9})?(?:px)?", re.IGNORECASE | re.ASCII)
_PIXELS = re.compile(r"([0-9]{1,5})(?:\.[0-9]{0,9})?px", re.IGNORECASE | re.ASCII)
_RATIO = re.compile(r"(?:auto\s+)?(\d{1,5}(?:\.\d{1,9})?)(?:\s*[/:]\s*(\d{1,5}(?:\.\d{1,9})?))?", re.ASCII)
# photo-300x200.jpg, as WordPress names the versions of an image; `@2x` has more pixels in the same size
_IN_NAME = re.compile(r"-(?P<width>[1-9]\d{0,4})x(?P<height>[1-9]\d{0,4})(?:@\dx)?\.[A-Za-z0-9]{2,5}\Z", re.ASCII)
# What services that make images smaller take in an address: Photon's `resize=300,200`, `fit=…`, `w=300`
_ARGUMENT = re.compile(r"[?&;](resize|fit|crop|w|h|width|height)=([^&;#]{0,40})", re.ASCII)
_PAIR = re.compile(r"(\d{1,5})(?:,|%2C|x)(\d{1,5})", re.IGNORECASE | re.ASCII)
_WIDTH = re.compile(r"(\d{1,5})w(?:,(.*))?", re.ASCII | re.DOTALL)  # of a candidate, and the next one's address

_PNG: Final = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_GIF: Final = (b"GIF87a", b"GIF89a")
_HEAD: Final = 32  # characters of base64 that hold 24 bytes, the start of a PNG as far as its size


class Box(NamedTuple):
    """What a style or a block says of a picture: sides, and the ratio of the width to the height. None: nothing."""

    width: int | None = None
    height: int | None = None
    ratio: float | None = None


NO_BOX: Final = Box()


def dimension(value: str | None) -> int | None:
    """The pixels of an attribute `width` or `height`; None for per cent, for nothing, and for what is no number."""
    found = _DIMENSION.match(value) if value else None
    if found is None or found[2] or len(digits := found[1].lstrip("0")) > 5:
        return None
    return int(digits or "0") or None


def is_dimension(value: str | None) -> bool:
    """Whether browsers read an attribute `width` or `height`: `50%` and `0`, too, but not `auto`."""
    return bool(value) and _DIMENSION.match(value or "") is not None


def length(value: object) -> int | None:
    """The pixels that an attribute of a block says, `"300px"`, `"300"` or 300; None for all else."""
    if isinstance(value, str):
        found = _LENGTH.fullmatch(value.strip())
        return (int(found[1]) or None) if found else None
    if isinstance(value, int | float) and not isinstance(value, bool) and 1 <= value <= MOST:
        return int(value)
    return None


def ratio(value: object) -> float | None:
    """The ratio that `aspectRatio` or `aspect-ratio` says; None for what is none."""
    sides = sides_of_ratio(value)
    return sides[0] / sides[1] if sides is not None else None


def sides_of_ratio(value: object) -> tuple[float, float] | None:
    """The two numbers of a ratio: of `16/9`, `1`, `auto 4/3`; None for all else."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    found = _RATIO.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        return None
    across, down = float(found[1]), float(found[2] or 1)
    return (across, down) if across and down else None


def declared(style: str) -> Iterator[tuple[str, str]]:
    """The names, in lower case, and the values in a style."""
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        yield name.strip().lower(), value.strip()


def box_of_style(style: str | None) -> Box:
    """What a style says of the size, in pixels and as a ratio."""
    if not style:
        return NO_BOX
    found = dict(declared(style))
    width, height = (_PIXELS.fullmatch(found.get(name, "")) for name in ("width", "height"))
    return Box(
        (int(width[1]) or None) if width else None,
        (int(height[1]) or None) if height else None,
        ratio(found.get("aspect-ratio")),
    )


_OF_BLOCK: Final[Mapping[str, tuple[str, str, str]]] = {
    "core/image": ("width", "height", "aspectRatio"),
    "core/post-featured-image": ("width", "height", "aspectRatio"),
    "core/site-logo": ("width", "", ""),
    "core/avatar": ("size", "size", ""),
    "core/comment-author-avatar": ("width", "height", ""),
}
"""The attributes that say how large the picture of a block is; those of other blocks may mean anything."""


def box_of_block(name: str | None, said: Mapping[str, Any]) -> Box:
    """What a block's attributes say of the size of its picture."""
    keys = _OF_BLOCK.get(name or "")
    if keys is None or not said:
        return NO_BOX
    return Box(length(said.get(keys[0])), length(said.get(keys[1])), ratio(said.get(keys[2])))


# --------------------------------------------------------------------------------------------------------- addresses


def file_name(address: str) -> str:
    """The name of the file that an address leads to, without query, per-cent signs resolved."""
    path = address.partition("#")[0].partition("?")[0]
    name = path[max(path.rfind("/"), path.rfind("\\")) + 1 :]
    return unquote(name) if "%" in name else name


def size_in_name(name: str) -> Size | None:
    """The size in the name of a file, `photo-300x200.jpg`."""
    found = _IN_NAME.search(name[-40:])
    return (int(found["width"]), int(found["height"])) if found else None


def without_size(name: str) -> str:
    """The name of a file without its size and without its extension."""
    found = _IN_NAME.search(name[-40:])
    return name[: len(name[:-40]) + found.start()] if found else name.rpartition(".")[0]


def size_in_srcset(address: str, srcset: str | None) -> Size | None:
    """The size of the file at `address` by what `srcset` says of it, and the ratio in the widest other one's name."""
    own, widest, before = 0, (0, 0), ""
    for word in (srcset or "").split():
        found = _WIDTH.fullmatch(word)
        if found is None:
            before = word.lstrip(",")
            continue
        size = size_in_name(file_name(before))
        if before == address:
            own = int(found[1])
        elif size is not None and size[0] == int(found[1]):
            widest = max(widest, size)
        before = found[2] or ""
    return scaled(widest, width=own) if own and widest[0] else None


def size_in_data_attributes(said: Mapping[str, str | None]) -> Size | None:
    """The size of the file that Jetpack puts beside a picture: `data-orig-size="2048,1365"`, or a side each."""
    pair = _PAIR.fullmatch((said.get("data-orig-size") or "").strip())
    width, height = pair.groups() if pair else (said.get("data-width"), said.get("data-height"))
    across, down = length(width), length(height)
    return (across, down) if across and down else None


def resized(address: str, size: Size | None) -> Size | None:
    """The size that a service makes of a file that is `size` large, by the query of `address`; None: nobody can say."""
    if "?" not in address:
        return size
    asked: dict[str, str] = dict(_ARGUMENT.findall(address[address.index("?") :]))
    pair = _PAIR.fullmatch(asked.get("resize", ""))
    if pair:
        return (int(pair[1]), int(pair[2])) if int(pair[1]) and int(pair[2]) else None
    width = length(asked.get("w", asked.get("width")))
    height = length(asked.get("h", asked.get("height")))
    if size is None or "crop" in asked or "resize" in asked or (width and height):
        return None
    if pair := _PAIR.fullmatch(asked.get("fit", "")):
        return constrained(*size, int(pair[1]), int(pair[2]))
    return scaled(size, width=width, height=height) if width or height else size


def size_in_data(address: str) -> Size | None:
    """The size of a PNG or GIF whose bytes are in the address itself."""
    kind, comma, data = bare(address[:200]).partition(",")
    if not comma or not kind.lower().endswith(";base64"):
        return None
    from base64 import b64decode

    try:
        start = b64decode(unquote(data)[:_HEAD])
    except ValueError:
        return None
    if start.startswith(_PNG) and len(start) >= 24:
        size = int.from_bytes(start[16:20], "big"), int.from_bytes(start[20:24], "big")
    elif start.startswith(_GIF) and len(start) >= 10:
        size = int.from_bytes(start[6:8], "little"), int.from_bytes(start[8:10], "little")
    else:
        return None
    return size if min(size) > 0 and max(size) <= MOST else None


def scaled(size: Size, *, width: int | None = None, height: int | None = None) -> Size | None:
    """The size that has the ratio of `size` and one side as given; None where the other one is out of all measure."""
    across, down = size
    if width:
        return bounded(width, width * down / across)
    return bounded((height or down) * across / down, height or down)


def bounded(width: float, height: float) -> Size | None:
    """A size in whole pixels, at least one; None where it is out of all measure."""
    if max(width, height) > MOST:
        return None
    return max(1, int(width + 0.5)), max(1, int(height + 0.5))
