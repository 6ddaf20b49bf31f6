"""How a browser shall load an image or a frame: the attributes `decoding`, `loading` and `fetchpriority`.

What an element gets depends on those before it, so one `Loading` goes through a whole page: the first big image is
worth a high priority, the first three in the loop of the main query are not lazy, what comes after is
(`wp_get_loading_optimization_attributes()`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

THRESHOLD = 3
"""How many images and frames of the main loop are not lazy."""

MIN_PRIORITY_PIXELS = 50_000
"""How big an image is, in pixels, that may have a high priority."""

_FILTERS = ("the_content", "widget_text_content", "widget_block_content")


@dataclass(slots=True, kw_only=True)
class Loading:
    """What was counted so far on a page."""

    main_loop: bool = False
    """Whether the page is in the loop of its main query: nothing is counted elsewhere."""
    running: str = ""
    """The filter that runs, such as `the_content`.

    An element that is drawn inside it gets its attributes at its end.
    """
    count: int = 0
    """Images and frames of the main loop so far."""
    high_priority: bool = True
    """Whether a high priority is still to be given away."""

    def attributes(self, tag: str, given: Mapping[str, str | int | None], context: str) -> dict[str, str]:
        """The attributes for an element `tag`.

        `given` are those it has: `width`, `height`, `loading`, `fetchpriority`, `decoding`.

        `context` is where it is drawn: the filter (`the_content`), `template_part_header`, the function that makes
        the image.
        """
        if context == "template" or tag not in ("img", "iframe"):
            return {}
        if self.running in _FILTERS and context != self.running:
            return {}
        out: dict[str, str] = {}
        if tag == "img":
            decoding = given.get("decoding")
            out["decoding"] = "async" if decoding is None else str(decoding)
        width, height = given.get("width"), given.get("height")
        if width is None or height is None:
            return out
        pixels = _number(width) * _number(height)
        in_view, counted, maybe_counted = self._in_view(given, context, out)
        if in_view:
            self._prioritise(tag, given.get("fetchpriority"), pixels, out)
        else:
            out["loading"] = "lazy"
        if counted or (maybe_counted and pixels >= MIN_PRIORITY_PIXELS):
            self.count += 1
        return out

    def _in_view(
        self, given: Mapping[str, str | int | None], context: str, out: dict[str, str]
    ) -> tuple[bool, bool, bool]:
        """Whether the element is likely seen at once; whether it counts; whether it counts if it is big."""
        in_view: bool | None = None
        if given.get("loading") is not None:
            in_view = given["loading"] != "lazy"
        if given.get("fetchpriority") == "high":
            if in_view is False:
                out["fetchpriority"] = "high"
            else:
                in_view = True
        if in_view is not None:
            return in_view, False, False
        if context in ("template_part_header", "get_header_image_tag"):
            return True, False, True
        if self.main_loop:
            return self.count < THRESHOLD, True, False
        return False, False, False

    def _prioritise(self, tag: str, given: str | int | None, pixels: float, out: dict[str, str]) -> None:
        if tag != "img":
            return
        if given is not None:
            if given == "high":
                out["fetchpriority"] = "high"
                self.high_priority = False
        elif self.high_priority and pixels >= MIN_PRIORITY_PIXELS:
            out["fetchpriority"] = "high"
            self.high_priority = False


def _number(value: str | int) -> float:
    try:
        return float(value)
    except ValueError:
        return 0.0
