"""Sound and film."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from blocks.fragment import RichText
from blocks.library.figure import CAPTION_CLASS, Figure, figcaption
from blocks.library.supports import SPACING
from blocks.model.fields import attribute, comment, flag, rich_text
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, element


@block("core/audio", category="media")
class Audio(Figure):
    """Sound with a player.

    <figure class="wp-block-audio"><audio controls src="…"></audio>
    <figcaption class="wp-element-caption">…</figcaption></figure>
    """

    supports = {"anchor": True, "align": True, "spacing": SPACING}

    blob: str | None = comment("blob", "string", role="local")
    src: str | None = attribute("audio", "src", role="content")
    caption: RichText = rich_text("figcaption", role="content")
    id: int | None = comment("id", "integer", role="content")
    autoplay: bool = flag("audio", "autoplay")
    loop: bool = flag("audio", "loop")
    preload: str | None = attribute("audio", "preload")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        if not a["src"]:
            return None
        return element("figure", root(), audio_player(a), figcaption(a["caption"], CAPTION_CLASS))


def audio_player(a: Attributes) -> Element:
    """The player of an audio block."""
    attributes = {name: a[name] for name in ("src", "autoplay", "loop", "preload")}
    return element("audio", {"controls": True, **attributes})


@block("core/video", category="media")
class Video(Figure):
    """Film with a player.

    <figure class="wp-block-video"><video controls src="…"></video>
    <figcaption class="wp-element-caption">…</figcaption></figure>
    """

    supports = {"anchor": True, "align": True, "spacing": SPACING}

    autoplay: bool = flag("video", "autoplay")
    caption: RichText = rich_text("figcaption", role="content")
    controls: bool = flag("video", "controls", default=True)
    id: int | None = comment("id", "integer", role="content")
    loop: bool = flag("video", "loop")
    muted: bool = flag("video", "muted")
    poster: str | None = attribute("video", "poster")
    preload: str = attribute("video", "preload", default="metadata")
    blob: str | None = comment("blob", "string", role="local")
    src: str | None = attribute("video", "src", role="content")
    plays_inline: bool = flag("video", "playsinline")
    tracks: list[dict[str, Any]] = comment("tracks", "array", default=[], items="object", role="content")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("figure", root(), video_player(a), figcaption(a["caption"], CAPTION_CLASS))


def video_player(a: Attributes) -> Element | None:
    """The player of a video block, with its subtitles; None without an address."""
    if not a["src"]:
        return None
    attributes = {name: a[name] for name in ("autoplay", "controls", "loop", "muted", "poster", "preload", "src")}
    if a["preload"] == "metadata":
        del attributes["preload"]
    return element("video", {**attributes, "playsinline": a["playsInline"]}, _tracks(a["tracks"]))


def _tracks(tracks: Sequence[Mapping[str, Any]]) -> list[Element]:
    """Subtitles: what one says are attributes, with names as in JavaScript (`srcLang`)."""
    return [element("track", {key.lower(): value for key, value in one.items() if key != "id"}) for one in tracks]
