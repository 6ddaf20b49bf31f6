"""Players outside of blocks: those that the shortcodes `audio` and `video` print, and bare elements."""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.errors import EditError
from blocks.library.media import Audio, Video
from blocks.model.block import Block
from blocks.sources.rendered.plan import Page, Plan, from_block
from blocks.sources.rendered.tree import Node

_NUMBERED: Final = re.compile(r"[?&]_=\d+\Z")
_FIELDS: Final = {"audio": ("src", "preload"), "video": ("src", "preload", "poster")}
_SWITCHES: Final = {"audio": ("autoplay", "loop"), "video": ("autoplay", "loop", "muted")}
_USUAL: Final = {"audio": "none", "video": "metadata"}
"""What a shortcode says of loading where its author says nothing."""
_PRELOADS: Final = ("auto", "metadata", "none")
_KEPT: Final = frozenset(("src", "preload", "poster", "autoplay", "loop", "muted", "controls"))
_OF_SHORTCODES: Final = frozenset(("class", "id", "style", "width", "height"))
_TRACK: Final = {"src": "src", "label": "label", "srclang": "srcLang", "kind": "kind"}


def player(node: Node, page: Page) -> Plan | None:
    """An element `audio` or `video` as a block; None where it says what the block has no place for."""
    return _made(node, node, None, page)


def in_figure(node: Node, page: Page) -> Plan | None:
    """A figure without a block's class, with a player, and perhaps a caption."""
    if node.attributes:
        return None
    elements = node.elements
    caption = elements[1] if len(elements) == 2 and elements[1].name == "figcaption" else None
    if len(elements) != 1 + (caption is not None):
        return None
    text = page.html[caption.inner_start : caption.inner_end].strip() if caption is not None else None
    return _made(elements[0], node, text, page)


def wrapped(node: Node, page: Page) -> Plan | None:
    """The `div.wp-video` that the shortcode `video` puts around its player."""
    elements = node.elements
    return _made(elements[0], node, None, page) if len(elements) == 1 else None


def _made(node: Node, around: Node, caption: str | None, page: Page) -> Plan | None:
    kind = node.name
    if kind not in _FIELDS:
        return None
    is_shortcode = f"wp-{kind}-shortcode" in node.classes
    known = _KEPT | (_OF_SHORTCODES if is_shortcode else frozenset())
    if any(one.name not in known for one in node.attributes):
        return None
    files = [node.get("src"), *(one.get("src") for one in node.walk() if one.name == "source")]
    addresses = list(dict.fromkeys(_NUMBERED.sub("", one) for one in files if one))
    if len(addresses) != 1:
        return None
    fields: dict[str, Any] = {name: value for name in _FIELDS[kind] if (value := node.get(name))}
    fields |= {name: True for name in _SWITCHES[kind] if node.get(name) is not None}
    if fields.get("preload") not in _PRELOADS or (is_shortcode and fields["preload"] == _USUAL[kind]):
        fields.pop("preload", None)
    tracks = [track_of(one) for one in node.elements if one.name == "track"]
    if kind == "video" and tracks:
        fields["tracks"] = tracks
    if caption:
        fields["caption"] = caption
    block_type: type[Block] = Audio if kind == "audio" else Video
    try:
        block = block_type(**{**fields, "src": addresses[0]})
    except EditError:
        return None
    if is_shortcode:
        page.cleaner.taken["player"] += 1
    return from_block(block, around)


def track_of(node: Node) -> dict[str, str]:
    """What an element `track` says, as the attribute `tracks` has it."""
    return {_TRACK[one.name]: one.value or "" for one in node.attributes if one.name in _TRACK}


def printed_size(film: Node) -> list[str]:
    """The attributes of a film in which the server printed its size, which the media library knows."""
    width, height = film.get("width") or "", film.get("height") or ""
    size = f"aspect-ratio: {width} / {height};"
    if not width.isdecimal() or not height.isdecimal() or film.get("style") != size:
        return []
    return ["width", "height", "style"]
