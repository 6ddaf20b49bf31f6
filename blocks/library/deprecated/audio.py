"""How sound was saved."""

from __future__ import annotations

from blocks.library.figure import figcaption
from blocks.library.media import Audio
from blocks.library.media.players import audio_player
from blocks.model.fields import attribute, comment, flag, html
from blocks.model.saved import Attributes, Element, Root, element
from blocks.model.shape import Shape, deprecates


class WithoutCaptionClass(Shape):
    """Before WordPress 6.1, with a caption that is no `wp-element-caption`; or without an address.

    <figure class="wp-block-audio"><audio controls src="…"></audio><figcaption>…</figcaption></figure>
    """

    supports = {"align": True}

    src = attribute("audio", "src")
    caption = html("figcaption")
    id = comment("id", "number")
    autoplay = flag("audio", "autoplay")
    loop = flag("audio", "loop")
    preload = attribute("audio", "preload")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del root
        return element("figure", {}, audio_player(a), figcaption(a["caption"]))


deprecates(Audio, WithoutCaptionClass)
