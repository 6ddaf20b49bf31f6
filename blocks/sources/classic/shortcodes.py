"""Which shortcode becomes which block."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from blocks.model.block import Block
from blocks.sources.classic import pictures, players
from blocks.sources.classic.attached import Attached
from blocks.syntax.shortcodes import Shortcode

_CAPTIONS: Final = ("caption", "wp_caption")


@dataclass(frozen=True, slots=True)
class Made:
    """The blocks of a shortcode, and what of it they do not say, in words."""

    blocks: list[Block]
    losses: list[str] = field(default_factory=list)


def made_of(node: Shortcode, attached: Attached) -> Made | None:
    """What one of WordPress's own shortcodes becomes; None for the others, and where it is not known what it shows."""
    if node.name in _CAPTIONS:
        image = pictures.captioned(node, attached)
        found = pictures.shown(node.content or "") if image is not None else None
        losses = [f"the attribute {name} of the image" for name in found.losses] if found is not None else []
        return Made([image], losses) if image is not None else None
    if node.name in ("audio", "video"):
        player = players.audio(node) if node.name == "audio" else players.video(node)
        return Made([player[0]], [f"the file {url:.200}" for url in player[1]]) if player is not None else None
    if node.name == "playlist":
        files = players.playlist(node, attached)
        return Made(files) if files is not None else None
    if node.name in ("gallery", "embed"):
        one = pictures.gallery(node, attached) if node.name == "gallery" else players.embed(node)
        return Made([one]) if one is not None else None
    return None
