"""Sound and film."""

from __future__ import annotations

from typing import Any

from blocks.library.figure import Figure
from blocks.model.fields import attribute, comment, flag
from blocks.model.registry import block


@block("core/audio")
class Audio(Figure):
    """Sound with a player.

    <figure class="wp-block-audio"><audio controls src="…"></audio><figcaption>…</figcaption></figure>
    """

    src: str | None = attribute("audio", "src")
    id: int | None = comment("id", "integer")
    autoplay: bool = flag("audio", "autoplay")
    loop: bool = flag("audio", "loop")
    preload: str | None = attribute("audio", "preload")


@block("core/video")
class Video(Figure):
    """Film with a player.

    <figure class="wp-block-video"><video controls src="…"></video><figcaption>…</figcaption></figure>
    """

    autoplay: bool = flag("video", "autoplay")
    controls: bool = flag("video", "controls", default=True)
    id: int | None = comment("id", "integer")
    loop: bool = flag("video", "loop")
    muted: bool = flag("video", "muted")
    poster: str | None = attribute("video", "poster")
    preload: str = attribute("video", "preload", default="metadata")
    src: str | None = attribute("video", "src")
    plays_inline: bool = flag("video", "playsinline")
    tracks: list[dict[str, Any]] | None = comment("tracks", "array", items="object")
