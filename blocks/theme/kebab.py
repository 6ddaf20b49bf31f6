"""Names as the slugs that WordPress puts into classes and custom properties (`_wp_to_kebab_case()`)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from blocks.formatting import php

_LOWER: Final = "a-z\xdf-\xf6\xf8-\xff"
_UPPER: Final = "A-Z\xc0-\xd6\xd8-\xde"
_BREAK: Final = (
    "\x00-\x2f:-@\\[-`{-\xbf\u2000-\u206f\ufeff\u1680\u180e\u3000"  # punctuation, blanks, what is no letter of Latin-1
)
_WORDS: Final = re.compile(
    "|".join(
        (
            f"[{_UPPER}]?[{_LOWER}]+(?=[{_BREAK}]|[{_UPPER}]|$)",
            f"[^{_BREAK}0-9{_LOWER}]+(?=[{_BREAK}]|[{_UPPER}][^{_BREAK}0-9{_UPPER}]|$)",
            f"[{_UPPER}]?[^{_BREAK}0-9{_UPPER}]+",
            f"[{_UPPER}]+",
            r"\d*(?:1ST|2ND|3RD|(?![123])\dTH)(?=\b|[a-z_])",
            r"\d*(?:1st|2nd|3rd|(?![123])\dth)(?=\b|[A-Z_])",
            r"\d+",
        )
    ),
    re.ASCII,
)
_NOT_UTF8: Final = re.compile("[\ud800-\udfff]")


@lru_cache(maxsize=1024)
def kebab_case(name: str) -> str:
    """A name in words joined by `-`: `fontSize2` is `font-size-2`; the empty string where it is not UTF-8."""
    if _NOT_UTF8.search(name):
        return ""
    return php.lower("-".join(_WORDS.findall(name.replace("'", ""))))
