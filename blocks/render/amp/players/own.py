"""AMP's own elements where they stand in content: read as what they stand for, since their layout may be anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from blocks.fragment import Token, tokens
from blocks.model.block import Block
from blocks.render.amp.attributes import Say, written
from blocks.render.amp.players import embeds
from blocks.render.amp.players.documents import data, formula
from blocks.render.amp.players.films import film, sound
from blocks.render.amp.players.frames import frame, layout_shown, post_address, wordpress
from blocks.render.amp.players.player import Player, component, instead, link
from blocks.render.amp.players.providers import recognised
from blocks.render.amp.players.sizes import Sizes
from blocks.render.amp.players.words import words
from blocks.render.amp.rules import OF_LAYOUT

_HTML: Final = {
    "amp-audio": "audio",
    "amp-google-document-embed": "embed",
    "amp-iframe": "iframe",
    "amp-video": "video",
}
_ADDRESSES: Final = {
    "amp-dailymotion": (("data-videoid", "https://dai.ly/{}"),),
    "amp-embedly-card": (("data-url", "{}"),),
    "amp-facebook": (("data-href", "{}"),),
    "amp-facebook-page": (("data-href", "{}"),),
    "amp-gist": (("data-gistid", "https://gist.github.com/gist/{}"),),
    "amp-imgur": (("data-imgur-id", "https://imgur.com/{}"),),
    "amp-instagram": (("data-shortcode", "https://www.instagram.com/p/{}/"),),
    "amp-pinterest": (("data-url", "{}"),),
    "amp-soundcloud": (
        ("data-trackid", "https://w.soundcloud.com/player/?url=https://api.soundcloud.com/tracks/{}"),
        ("data-playlistid", "https://w.soundcloud.com/player/?url=https://api.soundcloud.com/playlists/{}"),
    ),
    "amp-tiktok": (("data-src", "https://www.tiktok.com/embed/v2/{}"), ("data-src", "{}")),
    "amp-twitter": (("data-tweetid", "https://twitter.com/i/web/status/{}"),),
    "amp-vimeo": (("data-videoid", "https://vimeo.com/{}"),),
    "amp-wistia-player": (("data-media-hashed-id", "https://fast.wistia.net/embed/iframe/{}"),),
    "amp-wordpress-embed": (("data-url", "{}"),),
    "amp-youtube": (
        ("data-videoid", "https://youtu.be/{}"),
        ("data-live-channelid", "https://www.youtube.com/embed/live_stream?channel={}"),
    ),
}
"""The attributes that say what a component shows, and the address that shows the same; the first that is known."""

OWN: Final = frozenset((*_HTML, *_ADDRESSES, "amp-mathml"))
"""The elements that `own` knows."""

_TEX = re.compile(r"\s*(\\\[|\\\(|\$\$)?(.*?)(?:\\\]|\\\)|\$\$)?\s*\Z", re.DOTALL)


def own(start: Token, inside: Iterable[Token], node: Block | None, say: Say, sizes: Sizes | None = None) -> Player:
    """What stands for one of AMP's players; `inside` is what it has in it.

    One that says nothing that is known to show anything is left out but for its words, which is said.
    """

    def say_new(code: str, message: str) -> None:
        if message != f"<{name}> became <{start.name}>":
            say(code, message)

    inside = list(inside)
    name = _HTML.get(start.name, "")
    if start.name == "amp-mathml":
        return _formula(start)
    if not name:
        return _of_site(start, words(inside), node, say)
    (alias,) = tokens(
        f"<{name}{written({one.name: one.value for one in start.attributes if one.name not in OF_LAYOUT})}>"
    )
    if name == "video":
        return film(alias, inside, node, say_new, sizes)
    if name == "audio":
        return sound(alias, inside, say_new)
    if name == "embed":
        return data(alias, say_new, node, inside)
    if words(inside):
        say("unsupported-content", "what <amp-iframe> shows while it loads was left out")
    return frame(alias, node, say_new, sizes)


def _of_site(start: Token, said: str, node: Block | None, say: Say) -> Player:
    addresses = [
        form.format(value.strip()) for name, form in _ADDRESSES[start.name] if (value := start.get(name) or "").strip()
    ]
    for address in addresses:
        if start.name == "amp-wordpress-embed" and (post := post_address(address)):
            return wordpress(post, said, start.get("title"), start, say)
        shown = recognised(address)
        if shown is not None:
            values = embeds.attributes(shown, layout_shown(start, node, shown))
            fallback = f"<span fallback>{said}</span>" if said else instead(address)
            if shown.component != start.name:
                say("replaced-content", f"<{start.name}> became <{shown.component}> ({shown.name})")
            return Player(component(shown.component, values, fallback), shown.component, said or link(address))
    for address in addresses:
        if address.startswith(("https://", "http://")):
            return embeds.embed(address, node, say)
    say("unsupported-content", f"<{start.name}> that does not say what it shows was left out")
    return Player(said)


def _formula(start: Token) -> Player:
    found = _TEX.match(start.get("data-formula") or "")
    return formula(found[2] if found else "", block=start.get("inline") is None, say=_quiet)


def _quiet(_code: str, _message: str) -> None:
    pass
