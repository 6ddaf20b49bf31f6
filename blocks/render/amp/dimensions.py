"""How large pictures are, asked of every source there is.

Two things are told apart: how large the picture is shown, and the ratio of its file. In this order counts

    1  `width` and `height` of the tag                       attributes   as the author wrote them
    2  both sides in the style of the tag, or of its block   block        `style="width:300px;height:200px"`
    3  the file in the site's media library                  site
    4  the file's name, `photo-300x200.jpg`, and `srcset`;   file-name
       the first bytes of a `data:` address
    5  `data-orig-size`, `data-width` and `data-height`      attributes   what Jetpack says of the file
    6  the caller's function                                 caller
    7  a ratio and a side in the style, or of the block      block        `{"width":"300px","aspectRatio":"3/2"}`

One side that the tag, its style or its block says is kept, and the other follows from the ratio of the file; where that
is not known, from the style's or the block's. A style's `aspect-ratio` is no size of a file: what browsers cut off a
picture to show it so, the style says by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Literal, NamedTuple

from blocks.errors import OptionError
from blocks.fragment import Token
from blocks.model.block import Block
from blocks.render.amp import sizes
from blocks.render.amp.attachments import Attachments, attachments
from blocks.render.amp.lazy import ADDRESSES, resolved
from blocks.render.amp.sizes import Box, Size
from blocks.render.amp.urls import bare
from blocks.render.html.block import ServerBlock
from blocks.site.site import Site

Source = Literal["attributes", "block", "site", "file-name", "caller"]
SOURCES: Final[tuple[Source, ...]] = ("attributes", "block", "site", "file-name", "caller")
UNKNOWN: Final = "unknown"

ImageSize = Callable[[str], tuple[int, int] | None]
"""Given the address of a picture, its width and height in pixels; None where it does not know."""

_ID_CLASS = re.compile(r"(?:^|\s)wp-image-(\d{1,18})(?=\s|$)", re.ASCII)
_MOST: Final = 2**31 - 1  # what a caller may answer: the most that a PNG can be


class Known(NamedTuple):
    """How large a picture is, in CSS pixels, and who said it: of two that did, the one that the ratio is of."""

    width: int
    height: int
    source: Source


class Dimensions:
    """How large the pictures of one rendering are. `counts` counts them by source, and as `unknown`."""

    def __init__(self, site: Site | None = None, image_size: ImageSize | None = None) -> None:
        """OptionError where `image_size` is no function."""
        if image_size is not None and not callable(image_size):
            raise OptionError(
                f"image_size={image_size!r:.80} is no function; give one that takes the address of a picture "
                "and answers (width, height), or None"
            )
        self.counts: Counter[str] = Counter()
        self._files: Attachments | None = attachments(site) if site is not None else None
        self._image_size = image_size
        self._answers: dict[str, Size | None] = {}

    def of(self, img: Token, block: Block | ServerBlock | None = None) -> Known | None:
        """`known` of a picture that stands in the output, and is counted."""
        found = self.known(img, block)
        self.count(found)
        return found

    def known(self, img: Token, block: Block | ServerBlock | None = None) -> Known | None:
        """How large the picture of an `<img>` is, which stands in `block`; None where no source knows.

        OptionError where the caller's function answers anything but two positive whole numbers, or None.
        """
        return self._of({one.name: one.value for one in resolved(img.attributes)}, block)

    def count(self, found: Known | None) -> None:
        """Count a picture that stands in the output by who knew its size."""
        self.counts[UNKNOWN if found is None else found.source] += 1

    def of_attachment(self, id: int) -> Known | None:
        """How large an attachment's file is, a picture's or a film's; None where no site knows."""
        size = self._files.of_id(id) if self._files is not None else None
        return Known(*size, "site") if size is not None else None

    def of_address(self, address: str) -> Known | None:
        """How large the picture at an address is (a poster, a background); None where no source knows."""
        return self._file(address, {}, {})

    def _of(self, said: Mapping[str, str | None], block: Block | ServerBlock | None) -> Known | None:
        width, height = sizes.dimension(said.get("width")), sizes.dimension(said.get("height"))
        if width and height:
            return Known(width, height, "attributes")
        name, of_block = name_and_attributes(block)
        box = _box(said, name, of_block)
        width, height = width or box.width, height or box.height
        if width and height:
            return Known(width, height, "block")
        file = self._file(said.get("src") or "", said, of_block)
        if file is not None and not (width or height):
            return file
        if file is not None:
            size = sizes.scaled(file[:2], width=width, height=height)
            return Known(*size, file.source) if size is not None else None
        if box.ratio and (width or height):
            size = sizes.bounded(width or (height or 0) * box.ratio, height or (width or 0) / box.ratio)
            return Known(*size, "block") if size is not None else None
        return None

    def _file(self, address: str, said: Mapping[str, str | None], of_block: Mapping[str, Any]) -> Known | None:
        """How large the file at an address is by itself."""
        address = bare(address) if address[:5].lower() != "data:" else address.strip()
        if not address:
            return None
        if address[:5].lower() == "data:":
            is_stand_in = any(said.get(name) for name in ADDRESSES)  # a script would have put the picture there
            size = None if is_stand_in else sizes.size_in_data(address)
            if size is not None:
                return Known(*size, "file-name")
            return self._asked(address)
        name = sizes.file_name(address)
        if self._files is not None and name:
            size = self._files.of_file(name, _ids(said, of_block)) or self._files.of_address(address)
            if size is not None and (shown := sizes.resized(address, size)) is not None:
                return Known(*shown, "site")
        size = sizes.size_in_name(name) or sizes.size_in_srcset(address, said.get("srcset"))
        if (shown := sizes.resized(address, size)) is not None:
            return Known(*shown, "file-name")
        shown = sizes.resized(address, sizes.size_in_data_attributes(said))
        return Known(*shown, "attributes") if shown is not None else self._asked(address)

    def _asked(self, address: str) -> Known | None:
        """What the caller's function says, which is asked once for each address."""
        if self._image_size is None:
            return None
        if address not in self._answers:
            self._answers[address] = _checked(self._image_size(address), address, self._image_size)
        size = self._answers[address]
        return Known(*size, "caller") if size is not None else None


def _checked(answer: object, address: str, asked: object) -> Size | None:
    if answer is None:
        return None
    if isinstance(answer, tuple | list) and len(answer) == 2:
        width, height = answer
        if all(type(side) is int and 0 < side <= _MOST for side in (width, height)):
            return width, height
    name = getattr(asked, "__name__", type(asked).__name__)
    raise OptionError(
        f"image_size ({name}) answered {answer!r:.80} for {address[:200]!r}; it must answer (width, height), "
        "two positive whole numbers of pixels, or None where it does not know"
    )


def name_and_attributes(block: Block | ServerBlock | None) -> tuple[str | None, Mapping[str, Any]]:
    """Name and attributes of the block that a picture stands in."""
    if block is None:
        return None, {}
    if isinstance(block, ServerBlock):
        return block.name, block.attrs
    return block.block_name, block.attributes or {}


def _box(said: Mapping[str, str | None], name: str | None, of_block: Mapping[str, Any]) -> Box:
    """What the style of the tag says; where it says no side, the block, if the picture is the block's own."""
    box = sizes.box_of_style(said.get("style"))
    if box.width or box.height:
        return box
    whole = sizes.box_of_block(name, of_block)
    if whole is sizes.NO_BOX:
        return box
    id = _ID_CLASS.search(said.get("class") or "")
    own = of_block.get("id")
    is_other = id is not None and own is not None and id[1] != str(own)  # a picture in the caption
    return box if is_other else Box(whole.width, whole.height, box.ratio or whole.ratio)


def _ids(said: Mapping[str, str | None], of_block: Mapping[str, Any]) -> Iterator[int]:
    """The attachments that a picture may be of, by what its tag and its block say."""
    for found in _ID_CLASS.finditer((said.get("class") or "")[:2000]):
        yield int(found[1])
    for value in (said.get("data-id"), of_block.get("id"), of_block.get("mediaId")):
        if isinstance(value, str):
            if value.isascii() and value.isdigit() and len(value) < 19:
                yield int(value)
        elif isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e18:
            yield int(value)
