"""WordPress's playlists: a player for each track, since AMP has none for several."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from blocks.fragment import Token
from blocks.render.amp import rules, urls
from blocks.render.amp.attributes import Say, Values
from blocks.render.amp.players.player import Player, component, link
from blocks.render.amp.players.sizes import GUESS, responsive
from blocks.render.amp.sizes import length

_MOST = 500
"""Tracks that get a player; those behind them get links."""


def playlist(start: Token, inside: Sequence[Token], say: Say) -> Player | None:
    """A list of players for `<div class="wp-playlist">`, from the JSON in it; None where that says nothing."""
    known = _read(inside)
    tracks = known.get("tracks")
    if not isinstance(tracks, list) or not tracks:
        return None
    name = "amp-video" if known.get("type") == "video" else "amp-audio"
    made = [(track, _player(track, name)) for track in tracks[:_MOST] if isinstance(track, dict)]
    says_artists = bool(known.get("artists", True))
    items = "".join(f"<li>{_said(track, says_artists, player)}{player}</li>" for track, player in made)
    items += "".join(f"<li>{_link(track)}</li>" for track in tracks[_MOST:] if isinstance(track, dict))
    classes = " ".join(each for each in start.classes if each.startswith("wp-") and each.isascii())
    tag = "ol" if known.get("tracknumbers", True) else "ul"
    say("replaced-content", f"the playlist became a list of <{name}>, one for each track")
    html = f'<div class="{escape(classes)}"><{tag} class="wp-playlist-tracks">{items}</{tag}></div>'
    plain = f"<{tag}>{''.join(f'<li>{_link(track)}</li>' for track, _ in made)}</{tag}>"
    used = any(player.startswith(f"<{name}") for _, player in made)
    return Player(html, name if used else None, plain, is_block=True)


def _read(inside: Sequence[Token]) -> Mapping[str, Any]:
    for position, token in enumerate(inside):
        if token.name == "script" and token.kind == "start" and "wp-playlist-script" in token.classes:
            text = inside[position + 1].value if position + 1 < len(inside) else ""
            try:
                found = json.loads(text)
            except (ValueError, RecursionError):
                return {}
            return found if isinstance(found, dict) else {}
    return {}


def _player(track: Mapping[str, Any], name: str) -> str:
    """The player of a track, a link where AMP does not take its address, nothing where it has none."""
    source = track.get("src")
    if not isinstance(source, str) or not urls.is_valid(source, urls.WEB):
        return ""
    address = urls.secure(source)
    if not urls.is_valid(address, rules.words("https")):
        return link(urls.bare(source))
    values: Values = {"src": address, "controls": "", "preload": "none"}
    if name == "amp-audio":
        return component(name, {**values, "layout": "fixed-height", "width": "auto", "height": "50"})
    return component(name, {**values, **_poster(track), **responsive(_size(track))})


def _poster(track: Mapping[str, Any]) -> Values:
    image = track.get("image")
    source = image.get("src") if isinstance(image, dict) else None
    # A track without a picture has the icon of its kind, which is no poster.
    if not isinstance(source, str) or "/wp-includes/images/media/" in source or not urls.is_valid(source, urls.WEB):
        return {}
    return {"poster": urls.bare(source)}


def _size(track: Mapping[str, Any]) -> tuple[int, int]:
    dimensions = track.get("dimensions")
    known = dimensions.get("original") if isinstance(dimensions, dict) else None
    width, height = (length(known.get(side)) if isinstance(known, dict) else None for side in ("width", "height"))
    return (width, height) if width and height else GUESS


def _said(track: Mapping[str, Any], says_artists: bool, player: str) -> str:
    meta = track.get("meta")
    artist = meta.get("artist") if isinstance(meta, dict) and says_artists else None
    caption, title = track.get("caption"), track.get("title")
    parts = (
        ("wp-playlist-item-title", caption if isinstance(caption, str) and caption.strip() else title),
        ("wp-playlist-item-artist", artist),
    )
    found = [f'<span class="{name}">{_text(text)}</span>' for name, text in parts if isinstance(text, str) and text]
    return " ".join(found) + " " if found and player else " ".join(found)


def _link(track: Mapping[str, Any]) -> str:
    source, title = track.get("src"), track.get("title")
    shown = title if isinstance(title, str) else ""
    if isinstance(source, str) and urls.is_valid(source, urls.WEB):
        return link(urls.bare(source), _plain(shown))
    return _text(shown)


def _text(html: str) -> str:
    return escape(_plain(html), quote=False)


def _plain(html: str) -> str:
    from blocks.fragment import tokens

    return "".join(token.value for token in tokens(html) if token.kind == "text")
