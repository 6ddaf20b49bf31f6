"""How film was saved."""

from __future__ import annotations

from blocks.library.figure import figcaption
from blocks.library.media import Video
from blocks.library.media.players import video_player
from blocks.model.fields import attribute, comment, flag, rich_text
from blocks.model.saved import Attributes, Element, Root, element
from blocks.model.shape import Shape, deprecates


class WithoutCaptionClass(Shape):
    """Before WordPress 6.1, with a caption that is no `wp-element-caption`.

    <figure class="wp-block-video"><video controls src="…"></video><figcaption>…</figcaption></figure>
    """

    autoplay = flag("video", "autoplay")
    caption = rich_text("figcaption", role="content")
    controls = flag("video", "controls", default=True)
    id = comment("id", "number", role="content")
    loop = flag("video", "loop")
    muted = flag("video", "muted")
    poster = attribute("video", "poster")
    preload = attribute("video", "preload", default="metadata")
    blob = comment("blob", "string", role="local")
    src = attribute("video", "src", role="content")
    plays_inline = flag("video", "playsinline")
    tracks = comment("tracks", "array", default=[], items="object", role="content")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("figure", root(), video_player(a), figcaption(a["caption"]))


deprecates(Video, WithoutCaptionClass)
