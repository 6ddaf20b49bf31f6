"""`[embed]` and addresses that stand alone: what WordPress makes of them without a network (`WP_Embed`).

An address is answered by a player, by what the post has in its cache, or by an oEmbed answer that the request brings;
else it stays.
"""

from __future__ import annotations

import math
import re
from typing import Any

from blocks.formatting import php
from blocks.formatting.autoembed import autoembed
from blocks.formatting.escaping import esc_html
from blocks.formatting.query import urlencode
from blocks.formatting.shortcode_atts import Attributes
from blocks.formatting.shortcodes import do_shortcode
from blocks.formatting.urls import esc_url
from blocks.render.html.content.oembed import oembed_html
from blocks.render.html.content.players import AUDIO, VIDEO
from blocks.render.html.content.providers import provider_of
from blocks.render.html.content.state import ContentState

_YOUTUBE = re.compile(r"https?://(?:www\.)?youtube\.com/(?:v|embed)/([^/]+)", re.IGNORECASE)
_AUDIO = re.compile(rf"https?://[^\n]+\.(?:{'|'.join(AUDIO)})$", re.IGNORECASE)
_VIDEO = re.compile(rf"https?://[^\n]+\.(?:{'|'.join(VIDEO)})$", re.IGNORECASE)
_DEFAULT_WIDTH, _MOST_HEIGHT = 500, 1000
_UNKNOWN = "{{unknown}}"


def embedded(state: ContentState, text: str) -> str:
    """`text` with its `[embed]` shortcodes run, then the addresses that stand alone embedded."""
    if "[embed" in text:
        text = do_shortcode(
            text, {"embed": lambda attributes, content, _name: embed(state, attributes, content)}, ignore_html=True
        )
    return autoembed(text, lambda url: embed(state, {}, url, link=False))


def embed(state: ContentState, attributes: Attributes, url: str, *, link: bool = True) -> str:
    """What shows the thing at `url`; else the address, as a link if `link`."""
    if php.is_empty(url):
        url = attributes.get("src", "")
    if php.is_empty(url):
        return ""
    width = state.content_width or _DEFAULT_WIDTH
    size: dict[str, Any] = {"width": width, "height": min(math.ceil(width * 1.5), _MOST_HEIGHT), **_named(attributes)}
    url = url.replace("&amp;", "&")
    handled = _handled(state, attributes, url)
    if handled is not None:
        return handled
    html = _cached(state, url, size)
    if html is None:
        html = oembed_html(url, size, state.request.http)
    if html and html != _UNKNOWN:
        return html
    if state.losses is not None and (link or provider_of(url) is not None):
        state.losses.tell_address(url)
    return f'<a href="{esc_url(url)}">{esc_html(url)}</a>' if link else url


def _named(attributes: Attributes) -> dict[Any, str]:
    return dict(attributes)


def _handled(state: ContentState, attributes: Attributes, url: str) -> str | None:
    """What is not asked of anybody: media files become shortcodes, players of YouTube the addresses of their films."""
    film = _YOUTUBE.search(url)
    if film:
        address = f"https://youtube.com/watch?v={urlencode(film[1])}"
        return autoembed(address, lambda url: embed(state, {}, url, link=False))
    if _AUDIO.match(url):
        return f'[audio src="{esc_url(url)}" /]'
    if _VIDEO.match(url):
        width, height = attributes.get("width", ""), attributes.get("height", "")
        size = ""
        if php.is_true(width) and php.is_true(height):
            size = f'width="{php.integer(width)}" height="{php.integer(height)}" '
        return f'[video {size} src="{esc_url(url)}" /]'
    return None


def _cached(state: ContentState, url: str, size: dict[str, Any]) -> str | None:
    """What the post has in its cache for an address; None where there is nothing."""
    if state.post is None:
        return None
    key = php.md5(php.encoded(url) + php.serialized(size))
    found = state.post.meta.get(f"_oembed_{key}")
    return found if isinstance(found, str) and php.is_true(found) else None
