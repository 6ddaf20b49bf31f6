"""`[playlist]`: several sounds or films, one after another (`wp_playlist_shortcode()`)."""

from __future__ import annotations

from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr
from blocks.formatting.file_types import check_filetype
from blocks.formatting.shortcode_atts import Attributes, shortcode_atts
from blocks.render.html.content.losses import tell_missing
from blocks.render.html.content.players import validate_boolean
from blocks.render.html.content.state import ContentState
from blocks.site import SitePost
from blocks.site.addresses import site_url
from blocks.site.media import attachment_url, image_src, metadata

_KEYS = ("artist", "album", "genre", "year", "length_formatted")
_WIDTH, _HEIGHT, _AROUND = 640, 360, 22
_SWITCHES = ("tracklist", "tracknumbers", "images", "artists")


def playlist(state: ContentState, attributes: Attributes) -> str:
    """A player with the tracks that `ids` or `include` names, else with those of a post."""
    state.count("playlist")
    attributes = dict(attributes)
    if php.is_true(attributes.get("ids", "")):
        if php.is_empty(attributes.get("orderby", "")):
            attributes["orderby"] = "post__in"
        attributes["include"] = attributes["ids"]
    defaults = {"type": "audio", "order": "ASC", "orderby": "menu_order ID", "id": str(state.post_id)}
    defaults |= {"include": "", "exclude": "", "style": "light"} | dict.fromkeys(_SWITCHES, "1")
    values = shortcode_atts(defaults, attributes)
    kind = "audio" if values["type"] == "audio" else "video"
    posts = state.chosen(kind, values)
    if posts is not None:
        tell_missing(state, "playlist", values, posts)
    if not posts:
        return ""
    width, height = _WIDTH, float(_HEIGHT)
    if state.content_width:
        width = state.content_width - _AROUND
        height = php.php_round(_HEIGHT * width / _WIDTH)
    data: dict[str, Any] = {"type": kind, **{name: validate_boolean(values[name]) for name in _SWITCHES}}
    tracks: list[dict[str, Any]] = []
    for post in posts:
        track, height = _track(state, post, kind, data["images"], width, height)
        tracks.append(track)
    data["tracks"] = tracks
    tall = f' height="{int(height)}"' if kind == "video" else ""
    current = '\t\t<div class="wp-playlist-current-item"></div>\n\t' if kind == "audio" else ""
    items = "".join(f"<li>{state.image_link(post, 'thumbnail', to_page=False)}</li>" for post in posts)
    json = php.json_encode(data, php.HEX_TAG | php.UNESCAPED_SLASHES)
    return (
        f'<div class="wp-playlist wp-{kind}-playlist wp-playlist-{esc_attr(values["style"])}">\n'
        f'\t{current}\t<{kind} controls="controls" preload="none" width="{width}"\n\t\t{tall}\t></{kind}>\n'
        '\t<div class="wp-playlist-next"></div>\n\t<div class="wp-playlist-prev"></div>\n'
        f"\t<noscript>\n\t<ol>\n\t\t{items}\t</ol>\n\t</noscript>\n"
        f'\t<script type="application/json" class="wp-playlist-script">{json}</script>\n</div>\n\t'
    )


def _track(
    state: ContentState, post: SitePost, kind: str, images: bool, width: int, height: float
) -> tuple[dict[str, Any], float]:
    """What the player is told of a track; and the height of the player, which the last film decides."""
    url = attachment_url(state.site, post)
    track: dict[str, Any] = {"src": url, "type": check_filetype(url)[1] or False, "title": post.title}
    track |= {"caption": post.excerpt, "description": post.content, "meta": {}}
    known = metadata(post)
    if known:
        track["meta"] = {key: known[key] for key in _KEYS if php.is_true(known.get(key))}
        if kind == "video":
            original: dict[str, Any] = {"width": _WIDTH, "height": _HEIGHT}
            if php.is_true(known.get("width")) and php.is_true(known.get("height")):
                original = {"width": known["width"], "height": known["height"]}
                height = php.php_round(php.number(known["height"]) * width / php.number(known["width"]))
            track["dimensions"] = {"original": original, "resized": {"width": width, "height": height}}
    if images:
        track |= _pictures(state, post)
    return track, height


def _pictures(state: ContentState, post: SitePost) -> dict[str, Any]:
    thumbnail = php.integer(post.meta.get("_thumbnail_id", 0))
    if thumbnail:
        out: dict[str, Any] = {}
        for name, size in (("image", "full"), ("thumb", "thumbnail")):
            found = image_src(state.site, thumbnail, size, state.content_width)
            out[name] = {
                "src": found.url if found else None,
                "width": found.width if found else None,
                "height": found.height if found else None,
            }
        return out
    kind = post.mime.partition("/")[0]
    icon = {
        "src": site_url(state.site, f"wp-includes/images/media/{kind}.svg"),
        "width": 48,
        "height": 64,
    }
    return {"image": icon, "thumb": dict(icon)}
