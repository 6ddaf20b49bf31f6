"""What may be chosen about text: the options of the format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from blocks.errors import OptionError, suggestion

Headings = Literal["underline", "plain", "hash"]
"""How headings are told from text: by a line under them, by nothing, or by `#` before them."""

Links = Literal["buttons", "inline", "references", "drop"]
"""Which links show their address: buttons and files behind their label, all links there, all at the end, or none."""

Images = Literal["both", "alt", "caption", "none"]
"""What stands for a picture: both texts, the alternative text rather than the caption, the reverse, or nothing."""

Columns = Literal["stacked", "side"]
"""How columns are read: one after the other, or side by side where there is room."""

Dynamic = Literal["drawn", "label", "drop"]
"""What becomes of blocks that the server draws: what it would draw, their name in brackets, or nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    """What was chosen. OptionError for a value that an option does not take."""

    width: int = 72
    headings: Headings = "underline"
    links: Links = "buttons"
    images: Images = "both"
    columns: Columns = "stacked"
    dynamic: Dynamic = "drop"

    def __post_init__(self) -> None:
        if not isinstance(self.width, int) or isinstance(self.width, bool) or self.width < 0:
            raise OptionError(
                f"the format text cannot use width={self.width!r}: give a number of columns, 0 for no wrapping"
            )
        for name, known in _KNOWN.items():
            value = getattr(self, name)
            if value not in known:
                hint = suggestion(str(value), known)
                raise OptionError(f"the format text cannot use {name}={value!r}.{hint} Known: {', '.join(known)}")


_KNOWN = {
    "headings": get_args(Headings),
    "links": get_args(Links),
    "images": get_args(Images),
    "columns": get_args(Columns),
    "dynamic": get_args(Dynamic),
}
