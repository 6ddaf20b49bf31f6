"""The table of sources, and which of them a text is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from blocks.errors import SourceError, suggestion
from blocks.sources import markup, rest, wordpress
from blocks.sources.post import Post

SOURCES: Final[dict[str, tuple[Callable[[bytes], list[Post]], str]]] = {
    "markup": (markup.read, "block markup, or the HTML of a classic post"),
    "rest": (rest.read, "posts of the WordPress REST API, as JSON"),
    "wordpress": (wordpress.read, "the structure of parse_blocks(), as JSON"),
}

_KEYS = re.compile(rb'"(blockName|content|rendered|raw)"\s*:')


@dataclass(frozen=True, slots=True)
class Detection:
    """The name of a source, and why it was taken."""

    source: str
    reason: str


def detect(data: bytes) -> Detection:
    """Which source `data` comes from. Anything that is not JSON of a known form is markup."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"{", b"["):
        return Detection("markup", "it does not begin like JSON")
    keys = {match[1] for match in _KEYS.finditer(data)}
    if b"content" in keys and keys & {b"rendered", b"raw"}:
        name = "raw" if b"raw" in keys else "rendered"
        return Detection("rest", f"it is JSON with content.{name}")
    if b"blockName" in keys:
        return Detection("wordpress", "it is JSON with blockName")
    return Detection("markup", "it begins like JSON, but has no key of a known form")


def read(data: bytes, source: str = "auto") -> list[Post]:
    """The posts in `data`. SourceError for an unknown source, or data that is not of its form."""
    name = detect(data).source if source == "auto" else source
    if name not in SOURCES:
        raise SourceError(f"there is no source {name!r}.{suggestion(name, SOURCES)} Known: auto, {', '.join(SOURCES)}")
    reader, _ = SOURCES[name]
    return reader(data.removeprefix(b"\xef\xbb\xbf") if name != "markup" else data)
