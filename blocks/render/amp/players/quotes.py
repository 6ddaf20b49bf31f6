"""What is printed for a script to fill: the quotes of tweets, photos and posts, and WordPress's playlists.

A quote becomes the component of its site. What it says stays, to be read until the component shows something.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from blocks.fragment import Token
from blocks.model.block import Block
from blocks.render.amp import urls
from blocks.render.amp.attributes import Say, Values
from blocks.render.amp.players import embeds
from blocks.render.amp.players.frames import address_of, post_address, wordpress
from blocks.render.amp.players.player import Player, component, link
from blocks.render.amp.players.playlists import playlist
from blocks.render.amp.players.providers import Shown, recognised
from blocks.render.amp.players.sizes import as_high_as, responsive
from blocks.render.amp.players.words import words

QUOTED: Final = frozenset(("a", "blockquote", "div"))
"""The elements that `quoted` knows."""

LONGEST: Final = 400
"""So many tokens a quote may have; a longer one is no provider's."""

_MARK = re.compile(
    r"twitter-(?:tweet|video|timeline)|instagram-media|tiktok-embed|fb-(?:post|video|page|comment|like)|imgur-embed-pub"
    r"|data-pin-do|reddit-(?:embed-bq|card)|embedly-card|bluesky-embed|tumblr-post|wp-embedded-content|wp-playlist",
    re.ASCII,
)
_LOADER = re.compile(
    r"(?:https?:)?//(?:platform\.(?:twitter|x|instagram)\.com/(?:widgets|\w{2}_\w{2}/embeds)\.js"
    r"|www\.instagram\.com/embed\.js|www\.tiktok\.com/embed\.js|connect\.facebook\.net/"
    r"|s\.imgur\.com/min/embed\.js|assets\.pinterest\.com/js/pinit"
    r"|embed\.reddit(?:media)?\.com/widgets(?:/platform)?\.js|www\.redditstatic\.com/"
    r"|(?:cdn|[a-z])\.embedly\.com/widgets/platform\.js|embed\.bsky\.app/static/embed\.js"
    r"|(?:assets|embed)\.tumblr\.com/(?:post|embed)\.js|fast\.wistia\.(?:com|net)/(?:assets|embed)/"
    r"|embed\.ted\.com/|v0\.wordpress\.com/js/next/videopress-iframe\.js|videopress\.com/videopress-iframe\.js"
    r"|[^/?#\s]+/(?:[^?#\s]*/)?wp-includes/js/(?:wp-embed|mediaelement/|underscore|wp-util)[^\s]*)",
    re.ASCII | re.IGNORECASE,
)
_AT = re.compile(r"at://([a-zA-Z0-9.:-]{3,100})/app\.bsky\.feed\.post/([a-z0-9]{5,20})\Z", re.ASCII)
_SPEAKER_DECK = re.compile(r"[0-9a-f]{16,40}\Z", re.ASCII)


def is_loader(start: Token) -> bool:
    """Whether a `<script>` does nothing but fill what `quoted` makes a component of, or what AMP's players do."""
    address = start.get("src")
    return bool(address and _LOADER.match(address.strip()))


def is_quote(start: Token) -> bool:
    """Whether a start tag looks like that of a quote."""
    return start.name in QUOTED and _MARK.search(start.value) is not None


def script(start: Token, say: Say) -> Player | None:
    """What stands for a `<script>` that shows something where it stands: a gist, slides; None for any other."""
    address = start.get("src") or ""
    shown = recognised(address) if "gist.github.com" in address else None
    if shown is None and "speakerdeck.com" in address and _SPEAKER_DECK.match(id := start.get("data-id") or ""):
        shown = Shown("Speaker Deck", "amp-iframe", {"src": f"https://speakerdeck.com/player/{id}"}, (16, 9))
    if shown is None:
        return None
    say("replaced-content", f"<script> became <{shown.component}> ({shown.name})")
    layout = as_high_as(shown.size) if isinstance(shown.size, int) else responsive(shown.size)
    page = f"https://gist.github.com/{shown.values.get('data-gistid')}" if "data-gistid" in shown.values else address
    return Player(component(shown.component, embeds.attributes(shown, layout)), shown.component, link(page))


def quoted(tokens: Sequence[Token], index: int, node: Block | None, say: Say) -> tuple[Player, int] | None:
    """What stands for the element that starts at `index`, and the index behind it; None for what is no quote.

    It looks at no more than `LONGEST` tokens, and never takes a comment with it.
    """
    start = tokens[index]
    mark = _MARK.search(start.value) if start.name in QUOTED else None
    if mark is None:
        return None
    kind = _kind(start, mark[0])
    end = _end(tokens, index) if kind is not None else None
    if kind is None or end is None:
        return None
    if kind == "wp-playlist":
        made = playlist(start, tokens[index + 1 : end], say)
        return (made, end + 1) if made is not None else None
    inside = tokens[index + 1 : end]
    if kind == "wp-embedded-content":
        return _wordpress(tokens, end, inside, say)
    shown = _SHOWN[kind](start, inside)
    if shown is None:
        return None
    said = words((start, *inside, tokens[end])) if start.name == "a" else words(inside)
    values = embeds.attributes(shown, embeds.layout(shown, node))
    say("replaced-content", f"what stands for a script of {shown.name} became <{shown.component}>")
    waiting = f'<span placeholder class="{kind}">{said}</span>' if said else ""
    page = shown.values.get("data-href") or shown.values.get("data-url") or shown.values.get("src")
    plain = said or (link(page) if page else "")
    return Player(component(shown.component, values, waiting), shown.component, plain), end + 1


# ------------------------------------------------------------------------------------------------------ what is shown


@dataclass(frozen=True, slots=True)
class _Linked:
    """The address that a component shows: in an attribute of the quote, or as its first or last link of the kind."""

    component: str
    attribute: str = ""
    is_last: bool = False

    def __call__(self, start: Token, inside: Sequence[Token]) -> Shown | None:
        own = start.get(self.attribute) if self.attribute else None
        if own and (shown := self._shown(own)):
            return shown
        for token in reversed(inside) if self.is_last else inside:
            address = token.get("href") if token.kind == "start" and token.name == "a" else None
            if address and (shown := self._shown(address)):
                return shown
        return None

    def _shown(self, address: str) -> Shown | None:
        shown = recognised(address)
        return shown if shown is not None and shown.component == self.component else None


def _imgur(start: Token, _inside: Sequence[Token]) -> Shown | None:
    return recognised(f"https://imgur.com/{start.get('data-id') or ''}")


def _bluesky(start: Token, inside: Sequence[Token]) -> Shown | None:
    found = _AT.match(start.get("data-bluesky-uri") or "")
    if found is None:
        return _Linked("amp-iframe", is_last=True)(start, inside)
    return recognised(f"https://bsky.app/profile/{found[1]}/post/{found[2]}")


def _tumblr(start: Token, _inside: Sequence[Token]) -> Shown | None:
    address = urls.bare(start.get("data-href") or "")
    is_frame = address.startswith("https://embed.tumblr.com/embed/") and urls.is_valid(address, frozenset(("https",)))
    return Shown("Tumblr", "amp-iframe", {"src": address}, (5, 6)) if is_frame else None


def _embedly(start: Token, inside: Sequence[Token]) -> Shown | None:
    addresses = [start.get("href"), *(token.get("href") for token in inside if token.name == "a")]
    for address in addresses:
        if address and urls.is_valid(address, urls.WEB, relative=False):
            return Shown("Embedly", "amp-embedly-card", {"data-url": urls.bare(address)}, (1, 1))
    return None


def _about(component: str, name: str) -> Callable[[Token, Sequence[Token]], Shown | None]:
    """For plugins of Facebook's about any page: comments, likes."""

    def shown(start: Token, _inside: Sequence[Token]) -> Shown | None:
        address = urls.bare(start.get("data-href") or "")
        if not urls.is_valid(address, urls.WEB, relative=False):
            return None
        values: Values = {"data-href": address}
        return Shown(name, component, values, 400 if component == "amp-facebook-comments" else 40)

    return shown


_SHOWN: Final[dict[str, Callable[[Token, Sequence[Token]], Shown | None]]] = {
    "twitter-tweet": _Linked("amp-twitter", is_last=True),
    "twitter-video": _Linked("amp-twitter", is_last=True),
    "twitter-timeline": _Linked("amp-twitter", "href"),
    "instagram-media": _Linked("amp-instagram", "data-instgrm-permalink"),
    "tiktok-embed": _Linked("amp-tiktok", "cite"),
    "fb-post": _Linked("amp-facebook", "data-href"),
    "fb-video": _Linked("amp-facebook", "data-href"),
    "fb-comment-embed": _Linked("amp-facebook", "data-href"),
    "fb-page": _Linked("amp-facebook-page", "data-href"),
    "fb-comments": _about("amp-facebook-comments", "Facebook"),
    "fb-like": _about("amp-facebook-like", "Facebook"),
    "imgur-embed-pub": _imgur,
    "data-pin-do": _Linked("amp-pinterest", "href"),
    "reddit-embed-bq": _Linked("amp-embedly-card"),
    "reddit-card": _Linked("amp-embedly-card"),
    "embedly-card": _embedly,
    "bluesky-embed": _bluesky,
    "tumblr-post": _tumblr,
}
"""What shows an element with such a class; `a` bears the attribute `data-pin-do` instead."""


# ------------------------------------------------------------------------------------------------------------- parts


def _kind(start: Token, mark: str) -> str | None:
    """The class, or the attribute, by which an element is known; `mark` may stand elsewhere in its tag."""
    if mark == "data-pin-do" and start.name == "a" and start.get(mark) == "embedPin":
        return mark
    return next(
        (name for name in start.classes if name in _SHOWN or name in ("wp-embedded-content", "wp-playlist")), None
    )


def _end(tokens: Sequence[Token], index: int) -> int | None:
    """The index of an element's end tag; None where it is far, or a comment is before it."""
    name, depth = tokens[index].name, 0
    for position in range(index, min(index + LONGEST, len(tokens))):
        token = tokens[position]
        if token.kind == "comment":
            return None
        if token.name == name:
            depth += 1 if token.kind == "start" else -1
            if depth == 0:
                return position
    return None


def _wordpress(tokens: Sequence[Token], end: int, inside: Sequence[Token], say: Say) -> tuple[Player, int] | None:
    """The quote of a post of another WordPress, with the frame that follows it."""
    position = end + 1
    while position < len(tokens) and tokens[position].kind == "text" and not tokens[position].value.strip():
        position += 1
    start = tokens[position] if position < len(tokens) else None
    if start is None or start.name != "iframe" or start.kind != "start" or "wp-embedded-content" not in start.classes:
        return None
    post = post_address(address_of(start))
    if post is None:
        return None
    position += 1
    while position < len(tokens) and tokens[position].kind == "text":
        position += 1
    is_closed = position < len(tokens) and tokens[position].kind == "end" and tokens[position].name == "iframe"
    return wordpress(post, words(inside), start.get("title"), start, say), position + is_closed
