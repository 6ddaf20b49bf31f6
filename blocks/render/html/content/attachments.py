"""The media file of an attachment's page, before its text (`prepend_attachment()`)."""

from __future__ import annotations

from blocks.formatting import php
from blocks.formatting.file_types import check_filetype
from blocks.formatting.shortcode_atts import Attributes
from blocks.render.html.content.players import AUDIO, VIDEO, audio, video
from blocks.render.html.content.state import ContentState
from blocks.site import SitePost
from blocks.site.media import attachment, attachment_url, metadata


def prepend_attachment(state: ContentState, text: str) -> str:
    """`text` behind the player or the image, if the current post is an attachment."""
    post = state.post
    if post is None or post.type != "attachment":
        return text
    if _is(post, "video", VIDEO):
        known = metadata(post) or {}
        attributes: Attributes = {"src": attachment_url(state.site, post)}
        if php.is_true(known.get("width")) and php.is_true(known.get("height")):
            attributes |= {name: str(php.integer(known[name])) for name in ("width", "height")}
        poster = attachment(state.site, php.integer(post.meta.get("_thumbnail_id", 0)))
        if poster is not None:
            attributes["poster"] = attachment_url(state.site, poster)
        shown = video(state, attributes)
    elif _is(post, "audio", AUDIO):
        shown = audio(state, {"src": attachment_url(state.site, post)})
    else:
        image = state.image_link(post, "medium", to_page=False, context="wp_get_attachment_image")
        shown = f'<p class="attachment">{image}</p>'
    return f"{shown}\n{text}"


def _is(post: SitePost, kind: str, extensions: tuple[str, ...]) -> bool:
    file = php.text(post.meta.get("_wp_attached_file", ""))
    if not file:
        return False
    if post.mime.startswith(f"{kind}/"):
        return True
    extension = check_filetype(file)[0]
    return extension in extensions if post.mime == "import" else extension == kind
