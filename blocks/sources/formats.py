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

# An object or a list of objects, or an empty one; not a `[shortcode]`.
_BEGINS_LIKE_JSON = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*+(?:\[[ \t\r\n]*+)?(?:\{[ \t\r\n]*+[\"}]|\][ \t\r\n]*+\Z)")
_KEYS = re.compile(rb'"(blockName|content|rendered|raw)"\s*:')


_LOOKED_AT: Final = 8192  # bytes at the beginning that tell binary data from text
_CONTROLS: Final = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))


@dataclass(frozen=True, slots=True)
class Detection:
    """The name of a source, and why it was taken."""

    source: str
    reason: str


def detect(data: bytes) -> Detection:
    """Which source `data` comes from: what does not begin like JSON is markup.

    SourceError for JSON of no known form, such as an error that the API answered, and for what is no text, such as a
    picture; `read(data, "markup")` takes any bytes as they are.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError("this is UTF-16; save it as UTF-8 (iconv -f UTF-16 -t UTF-8), as WordPress does")
    if _is_binary(data[:_LOOKED_AT]):
        raise SourceError("this is binary data, not text (`--from markup` takes it all the same)")
    if not _BEGINS_LIKE_JSON.match(data):
        return Detection("markup", "it does not begin like JSON")
    keys = {match[1] for match in _KEYS.finditer(data)}
    if b"content" in keys and keys & {b"rendered", b"raw"}:
        if b"raw" in keys:
            return Detection("rest", "it is JSON with content.raw")
        return Detection("rest", "it is JSON with content.rendered, which is HTML without block markup")
    if b"blockName" in keys:
        return Detection("wordpress", "it is JSON with blockName")
    raise SourceError(
        "this looks like JSON, but is neither a REST post (content.raw or content.rendered) nor a structure of "
        "parse_blocks() (blockName); `--from markup` takes it as text all the same"
    )


def read(data: bytes, source: str = "auto") -> list[Post]:
    """The posts in `data`; "auto" detects the source. SourceError for an unknown one, or data not of its form."""
    name = detect(data).source if source == "auto" else source
    if name not in SOURCES:
        raise SourceError(f"there is no source {name!r}.{suggestion(name, SOURCES)} Known: auto, {', '.join(SOURCES)}")
    reader, _ = SOURCES[name]
    return reader(data.removeprefix(b"\xef\xbb\xbf") if name != "markup" else data)


def _is_binary(beginning: bytes) -> bool:
    """Whether it is full of control characters, or holds a NUL and no comment (WordPress takes a NUL for text)."""
    controls = len(beginning) - len(beginning.translate(None, _CONTROLS))
    return controls * 10 > len(beginning) or (b"\0" in beginning and b"<!--" not in beginning)
