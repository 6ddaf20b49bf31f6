"""`[audio]` and `[video]`: players of media files (`wp_audio_shortcode()`, `wp_video_shortcode()`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from blocks.formatting import php
from blocks.formatting.escaping import esc_attr, esc_html
from blocks.formatting.file_types import check_filetype
from blocks.formatting.query import add_query_arg, remove_query_arg
from blocks.formatting.shortcode_atts import Attributes, shortcode_atts
from blocks.formatting.urls import esc_url, wp_parse_url
from blocks.render.html.content.state import ContentState
from blocks.site.media import attachment_url

AUDIO = ("mp3", "ogg", "flac", "m4a", "wav")
VIDEO = ("mp4", "m4v", "webm", "ogv", "flv")

_YOUTUBE = re.compile(r"https?://(?:www\.)?(?:youtube\.com/watch|youtu\.be/)")
_VIMEO = re.compile(r"https?://(?:[^\n]+\.)?vimeo\.com/")
_SCHEME = re.compile(r"\w+://", re.ASCII)
_SWITCHES = ("loop", "autoplay", "muted")
_PRELOADS = ("none", "metadata", "auto")


def audio(state: ContentState, attributes: Attributes) -> str:
    """A player of the sound that the attributes name, else of the first one uploaded to the post."""
    number = state.count("audio")
    defaults = {"src": "", "loop": "", "autoplay": "", "muted": "false", "preload": "none"}
    defaults |= {"class": "wp-audio-shortcode", "style": "width: 100%;"} | dict.fromkeys(AUDIO, "")
    values = shortcode_atts(defaults, attributes)
    kinds = _sources(state, "audio", values, AUDIO)
    if isinstance(kinds, str):
        return kinds
    html = _attributes(
        {
            "class": values["class"],
            "id": f"audio-{state.post_id}-{number}",
            **{name: validate_boolean(values[name]) for name in _SWITCHES},
            "preload": values["preload"],
            "style": values["style"],
        },
        keep=("class", "id", "style"),
    )
    sources, first = _source_tags(values, kinds, number, {})
    return f'<audio {html} controls="controls">{sources}{_fallback(first)}</audio>'


def video(state: ContentState, attributes: Attributes, content: str = "") -> str:
    """A player of the film that the attributes name, else of the first one uploaded to the post."""
    number = state.count("video")
    defaults = {"src": "", "poster": "", "loop": "", "autoplay": "", "muted": "false", "preload": "metadata"}
    defaults |= {"width": "640", "height": "360", "class": "wp-video-shortcode"} | dict.fromkeys(VIDEO, "")
    values = shortcode_atts(defaults, attributes)
    _fit(state, values)
    special = _special(values["src"]) if php.is_true(values["src"]) else ""
    kinds = ["src", *VIDEO] if special else _sources(state, "video", values, VIDEO)
    if isinstance(kinds, str):
        return kinds
    if special == "video/youtube":
        values["src"] = _SCHEME.sub("https://", remove_query_arg(["feature"], values["src"]), count=1)
    elif special == "video/vimeo":
        parts = wp_parse_url(values["src"]) or {}
        address = f"https://{parts.get('host', '')}{parts.get('path', '')}"
        values["src"] = add_query_arg({"loop": "1" if php.is_true(values["loop"]) else "0"}, address)
    html = _attributes(
        {
            "class": values["class"],
            "id": f"video-{state.post_id}-{number}",
            "width": str(abs(php.integer(values["width"]))),
            "height": str(abs(php.integer(values["height"]))),
            "poster": esc_url(values["poster"]),
            **{name: validate_boolean(values[name]) for name in _SWITCHES},
            "preload": values["preload"],
        }
    )
    sources, first = _source_tags(values, kinds, number, {"src": special} if special else {})
    if php.is_true(content):
        if "\n" in content:
            content = content.replace("\r\n", "").replace("\n", "").replace("\t", "")
        sources += php.trim(content)
    width = f"width: {php.integer(values['width'])}px;" if php.is_true(values["width"]) else ""
    player = f'<video {html} controls="controls">{sources}{_fallback(first)}</video>'
    return f'<div style="{width}" class="wp-video">{player}</div>'


def validate_boolean(value: Any) -> bool:
    """Whether a value says yes: `false` says no (`wp_validate_boolean()`)."""
    return php.is_true(value) and not (isinstance(value, str) and php.lower(value) == "false")


def _special(source: str) -> str:
    """The type of an address that needs a player of its own, or nothing."""
    if _YOUTUBE.match(source):
        return "video/youtube"
    return "video/vimeo" if _VIMEO.match(source) else ""


def _fit(state: ContentState, values: dict[str, str]) -> None:
    """Make a film no wider than the theme's content."""
    widest = state.content_width
    if widest and php.number(values["width"]) > widest:
        height = php.php_round(php.number(values["height"]) * widest / php.number(values["width"]))
        values["width"], values["height"] = str(widest), php.text(height)


def _sources(state: ContentState, kind: str, values: dict[str, str], types: tuple[str, ...]) -> list[str] | str:
    """Under which names of `values` the files stand; or what is printed instead of a player."""
    if php.is_true(values["src"]):
        if check_filetype(values["src"])[0].lower() not in types:
            source = values["src"]
            return f'<a class="wp-embedded-{kind}" href="{esc_url(source)}">{esc_html(source)}</a>'
        return ["src", *types]
    if any(php.is_true(values[type]) and check_filetype(values[type])[0].lower() == type for type in types):
        return list(types)
    attached = state.attached(kind)
    values["src"] = attachment_url(state.site, attached[0]) if attached else ""
    return ["src", *types] if values["src"] else ""


def _source_tags(values: Mapping[str, str], kinds: list[str], number: int, mimes: Mapping[str, str]) -> tuple[str, str]:
    """A `source` for each file, and the address of the first."""
    files = [(kind, values[kind]) for kind in kinds if php.is_true(values[kind])]
    tags = [
        f'<source type="{mimes.get(kind) or check_filetype(file)[1]}" '
        f'src="{esc_url(add_query_arg({"_": str(number)}, file))}" />'
        for kind, file in files
    ]
    return "".join(tags), files[0][1] if files else ""


def _fallback(address: str) -> str:
    return f'<a href="{esc_url(address)}">{esc_url(address)}</a>'


def _attributes(values: Mapping[str, str | bool], keep: tuple[str, ...] = ()) -> str:
    """Attributes as text: those that say no, or nothing, are left out, unless they are in `keep`."""
    out: list[str] = []
    for name, value in values.items():
        if value is True:
            out.append(name)
        elif name == "preload" and value not in _PRELOADS:
            continue
        elif isinstance(value, str) and (name in keep or php.is_true(value)):
            out.append(f'{name}="{esc_attr(value)}"')
    return " ".join(out)
