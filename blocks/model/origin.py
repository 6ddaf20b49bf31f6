"""What the text of a document was before it was one: markup that somebody saved, or what was made of other HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from blocks.problems import Problem

_SIDE: Final = re.compile(r"[1-9]\d{0,4}", re.ASCII)

Origin = Literal["markup", "rendered", "classic"]


@dataclass(frozen=True, slots=True)
class Rendering:
    """How the HTML was rendered that a document was recovered from, as far as the HTML shows.

    `profile` is the kind of theme, as the option of the HTML renderer says it; `is_filtered` says that it went through
    the filters of `the_content`. `problems` tell what could not be recovered; their places are those in the HTML.
    `images` has, by the addresses of images, the attributes that were taken off them: `width`, `srcset` …
    """

    profile: Literal["block", "classic"] = "block"
    is_filtered: bool = False
    problems: tuple[Problem, ...] = ()
    images: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)

    def image_size(self, address: str) -> tuple[int, int] | None:
        """Width and height, in pixels, that the HTML said of the image at an address; None where it said none."""
        said = self.images.get(address, {})
        width, height = said.get("width", ""), said.get("height", "")
        if not (_SIDE.fullmatch(width) and _SIDE.fullmatch(height)):
            return None
        return int(width), int(height)
