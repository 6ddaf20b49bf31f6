"""`[audio]`, `[video]`, `[playlist]` and `[embed]` as blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any, Final

from blocks.errors import EditError
from blocks.fragment.tokens import tokens
from blocks.library.media import Audio, Video
from blocks.model.block import Block
from blocks.sources.classic.attached import Attached
from blocks.sources.classic.embeds import ADDRESS, AUDIO, VIDEO, embedded, provider
from blocks.syntax.shortcodes import Shortcode

_BLANKS: Final = " \t\r\n\f\v\xa0"
_PRELOADS: Final = ("auto", "metadata", "none")
_TRACK: Final = {"src": "src", "label": "label", "srclang": "srcLang", "kind": "kind"}


def audio(node: Shortcode) -> tuple[Block, list[str]] | None:
    """The audio block of `[audio]`, and the other files it names; None where it names none, or encloses something."""
    said, files = _files(node, ("wma", *AUDIO))
    if not files or (node.content or "").strip(_BLANKS):
        return None
    fields: dict[str, Any] = {"src": files[0], **_switches(said, ("loop", "autoplay"))}
    if said.get("preload") in _PRELOADS:
        fields["preload"] = said["preload"]
    try:
        return Audio(**fields), files[1:]
    except EditError:
        return None


def video(node: Shortcode) -> tuple[Block, list[str]] | None:
    """The video block of `[video]`, or an embed of a page; and the other files it names."""
    said, files = _files(node, VIDEO)
    tracks = _tracks(node.content or "")
    if not files or tracks is None:
        return None
    if provider(files[0]) is not None and not tracks:
        block = embedded(files[0])
        return (block, files[1:]) if block is not None else None
    fields: dict[str, Any] = {"src": files[0], **_switches(said, ("loop", "autoplay", "muted"))}
    if said.get("poster"):
        fields["poster"] = said["poster"]
    if said.get("preload") in _PRELOADS:
        fields["preload"] = said["preload"]
    if tracks:
        fields["tracks"] = tracks
    try:
        return Video(**fields), files[1:]
    except EditError:
        return None


def playlist(node: Shortcode, attached: Attached) -> list[Block] | None:
    """A player for each file of `[playlist]`, in its order; None where nobody knows the files."""
    said = {str(name): value.strip(_BLANKS) for name, value in node.attributes.items()}
    if node.content or "exclude" in said or "id" in said or said.get("orderby") == "rand":
        return None
    files = attached.listed(said.get("ids") or said.get("include"))
    kind: type[Block] = Video if said.get("type") == "video" else Audio
    try:
        blocks = [
            kind(src=one.url, id=one.id, caption=escape(one.title or "", quote=False)) for one in files or () if one.url
        ]
    except EditError:
        return None
    return blocks if blocks and len(blocks) == len(files or ()) else None


def embed(node: Shortcode) -> Block | None:
    """What the address that `[embed]` encloses, or has for `src`, becomes."""
    said = node.attributes
    url = (node.content or "").strip(_BLANKS) or str(said.get("src", said.get(0, "")))
    url = url.replace("&amp;", "&")
    return embedded(url) if ADDRESS.fullmatch(url) else None


def _files(node: Shortcode, kinds: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Attributes by name, and the files they name: `src`, then by kind, then an address without a name."""
    said = {str(name): value.strip(_BLANKS) for name, value in node.attributes.items()}
    files = [said[kind] for kind in ("src", *kinds, "0") if said.get(kind)]
    files = [file for file in files if file != said.get("0") or ADDRESS.fullmatch(file)]
    return said, list(dict.fromkeys(files))


def _switches(said: dict[str, str], names: Sequence[str]) -> dict[str, bool]:
    """Those that are on (`wp_validate_boolean()`)."""
    return {name: True for name in names if said.get(name, "").lower() not in ("", "0", "false")}


def _tracks(content: str) -> list[dict[str, str]] | None:
    """The subtitles in what `[video]` encloses; None where there is something else."""
    tracks: list[dict[str, str]] = []
    for token in tokens(content):
        if token.name == "track" and token.kind == "start":
            tracks.append({_TRACK[one.name]: one.value or "" for one in token.attributes if one.name in _TRACK})
        elif content[token.start : token.end].strip(_BLANKS) and not re.fullmatch("br|p|track|source", token.name):
            return None
    return tracks
