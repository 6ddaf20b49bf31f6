"""Values of JSON and of XML as the facts of a post: numbers, texts without tags, and nothing where there is nothing."""

from __future__ import annotations

import re
from html import unescape
from typing import Any, Final

from blocks.fragment import RichText
from blocks.model.origin import Origin

_NUMBER: Final = re.compile(r"\s*+[+-]?[0-9]{1,18}\s*+", re.ASCII)
_DELIMITER: Final = re.compile(r"<!--\s++/?+wp:")


def number(value: object) -> int | None:
    """A whole number, also as a text of digits; None for everything else."""
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def id_of(value: object) -> int | None:
    """A number that names something: WordPress writes 0 where there is nothing."""
    return number(value) or None


def text(value: object) -> str | None:
    """A text as it is; None where there is none, or an empty one."""
    return value if isinstance(value, str) and value else None


def flag(value: object) -> bool | None:
    """Yes or no; None for what is neither."""
    return value if isinstance(value, bool) else None


def plain(value: Any) -> str | None:
    """The words of a text, or of what the API gives as `{"rendered": html, "raw": …}`: no tags, no references."""
    if isinstance(value, dict):
        rendered = value.get("rendered")
        value = rendered if isinstance(rendered, str) else value.get("raw")
    if not isinstance(value, str):
        return None
    if "<" not in value:
        return unescape(value).strip()
    return RichText(value).text.strip()


def name(value: object) -> str | None:
    """A name of one line, its character references decoded; None where there is none."""
    return unescape(value).strip() or None if isinstance(value, str) else None


def kind_of_content(raw: str, post_type: str | None = None) -> Origin:
    """What the content of a post is that is not rendered: block markup, or that of a classic post.

    It is a classic one where no block is in it, as `has_blocks()` tells. Types that came with the block editor
    (`wp_block`, `wp_template` …) are never classic.
    """
    is_markup = _DELIMITER.search(raw) or not raw.strip() or (post_type or "").startswith("wp_")
    return "markup" if is_markup else "classic"
