"""Films, sound and pages of other sites: what stands for them in AMP, and the sizes that it wants to know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

from blocks.fragment import Token
from blocks.model.block import Block
from blocks.render.amp import rules, urls
from blocks.render.amp.attributes import Say, Values, cleaned, written

SANDBOX: Final = (
    "allow-downloads allow-forms allow-modals allow-orientation-lock allow-popups allow-popups-to-escape-sandbox "
    "allow-presentation allow-same-origin allow-scripts allow-top-navigation-by-user-activation"
)
_GUESS: Final = (16, 9)
_WIDTH: Final = 640  # pixels, where only a ratio is known

_LENGTH = re.compile(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*\Z", re.ASCII)
_RATIO = re.compile(r"\s*(\d{1,5})\s*[/:]\s*(\d{1,5})\s*\Z", re.ASCII)
_ASPECT_CLASS = re.compile(r"\bwp-embed-aspect-(\d{1,3})-(\d{1,3})\b", re.ASCII)


@dataclass(frozen=True, slots=True)
class Provider:
    """A site whose addresses an AMP component shows: `attribute` gets what `pattern` finds as `id`."""

    name: str
    component: str
    pattern: re.Pattern[str]
    attribute: str
    ratio: tuple[int, int]


def _provider(name: str, component: str, pattern: str, attribute: str, ratio: tuple[int, int] = _GUESS) -> Provider:
    whole = rf"(?:https?:)?//(?:www\.|m\.|mobile\.)?{pattern}(?![\w-])"
    return Provider(name, component, re.compile(whole, re.ASCII), attribute, ratio)


PROVIDERS: Final = (
    _provider(
        "YouTube",
        "amp-youtube",
        r"(?:youtube(?:-nocookie)?\.com/(?:watch/?\?(?:[^#\s]{0,200}&)?v=|embed/|shorts/|live/|v/)|youtu\.be/)"
        r"(?P<id>[\w-]{11})",
        "data-videoid",
    ),
    _provider("Vimeo", "amp-vimeo", r"(?:player\.)?vimeo\.com/(?:video/)?(?P<id>\d{1,12})", "data-videoid"),
    _provider(
        "Dailymotion",
        "amp-dailymotion",
        r"(?:dailymotion\.com/(?:embed/)?video|dai\.ly)/(?P<id>[a-zA-Z0-9]{5,12})",
        "data-videoid",
    ),
    _provider(
        "X", "amp-twitter", r"(?:twitter|x)\.com/\w{1,20}/status(?:es)?/(?P<id>\d{1,20})", "data-tweetid", (5, 6)
    ),
    _provider(
        "Instagram", "amp-instagram", r"instagram\.com/(?:p|reel|tv)/(?P<id>[\w-]{5,40})", "data-shortcode", (1, 1)
    ),
    _provider("TikTok", "amp-tiktok", r"tiktok\.com/@[\w.-]{1,40}/video/(?P<id>\d{1,20})", "data-src", (325, 575)),
)
"""Sites with a component of their own, recognised by the address alone; others are links or `amp-iframe`."""


@dataclass(frozen=True, slots=True)
class Player:
    """What stands for a player: its markup, and the component that it needs, None for plain HTML."""

    html: str
    component: str | None = None


def embed(address: str, node: Block, say: Say) -> Player:
    """What stands for an address alone, as `core/embed` saves it: the site's component, or a link."""
    for provider in PROVIDERS:
        if found := provider.pattern.match(address):
            width, height = _ratio_of(node) or provider.ratio
            values = {
                "layout": "responsive",
                "width": str(width),
                "height": str(height),
                provider.attribute: found["id"],
            }
            say("replaced-content", f"the embedded address became <{provider.component}> ({provider.name})")
            return Player(f"<{provider.component}{written(values)}></{provider.component}>", provider.component)
    if not urls.is_valid(address, urls.WEB):
        return Player(escape(address, quote=False))
    say("replaced-content", "the embedded address became a link: AMP has no component for its site")
    return Player(link(address))


def film(start: Token, inside: Iterable[Token], node: Block, say: Say) -> Player:
    """`amp-video` for `<video>`."""
    width, height = _size(start, node, "video", say)
    values = cleaned("amp-video", rules.COMPONENTS["amp-video"], start.attributes, say)
    return _played("amp-video", values, {"layout": "responsive", "width": width, "height": height}, start, inside, say)


def sound(start: Token, inside: Iterable[Token], say: Say) -> Player:
    """`amp-audio` for `<audio>`."""
    values = cleaned("amp-audio", rules.COMPONENTS["amp-audio"], start.attributes, say)
    return _played("amp-audio", values, {"layout": "fixed-height", "width": "auto", "height": "50"}, start, inside, say)


def frame(start: Token, node: Block, say: Say) -> Player:
    """The site's component for `<iframe>`, `amp-iframe` for any other by https, else a link or nothing."""
    address = start.get("src") or ""
    if any(provider.pattern.match(address) for provider in PROVIDERS):
        return embed(address, node, say)
    values = cleaned("amp-iframe", rules.COMPONENTS["amp-iframe"], start.attributes, say)
    values.pop("srcdoc", None)
    if "src" not in values or urls.scheme_of(address) == "http":
        if urls.is_valid(address, urls.WEB):
            say("replaced-content", "<iframe> became a link: AMP takes frames by https alone")
            return Player(link(address, start.get("title")))
        say("unsupported-content", "<iframe> without an address that AMP takes was left out")
        return Player("")
    values.setdefault("sandbox", SANDBOX)
    values |= _frame_layout(start, node, say)
    say("replaced-content", "<iframe> became <amp-iframe>")
    return Player(f"<amp-iframe{written(values)}><span placeholder></span></amp-iframe>", "amp-iframe")


def data(start: Token, say: Say) -> Player:
    """A link for an `<object>` without content, nothing where it has no address."""
    address = start.get("data") or ""
    if not urls.is_valid(address, urls.WEB):
        say("unsupported-content", "<object> without content, or an address that AMP takes, was left out")
        return Player("")
    say("replaced-content", "<object> became a link: AMP does not take it")
    return Player(link(address, start.get("title") or start.get("aria-label")))


def formula(tex: str, *, block: bool, say: Say) -> Player:
    """`amp-mathml` for a formula in TeX."""
    say("replaced-content", "<math> became <amp-mathml>")
    shown = rf"\[{tex}\]" if block else rf"\({tex}\)"
    values: Values = {"layout": "container", "data-formula": shown}
    if not block:
        values = {"inline": None, **values}
    return Player(f"<amp-mathml{written(values)}></amp-mathml>", "amp-mathml")


def link(address: str, text: str | None = None) -> str:
    """A link to `address`, which has been checked."""
    shown = text if text and text.strip() else address
    return f'<a href="{escape(address, quote=True)}">{escape(shown, quote=False)}</a>'


def _played(component: str, values: Values, layout: Values, start: Token, inside: Iterable[Token], say: Say) -> Player:
    sources = "".join(_source(token, say) for token in inside if token.kind == "start")
    if "src" not in values and "<source" not in sources:
        address = start.get("src") or ""
        if urls.is_valid(address, urls.WEB):
            say("replaced-content", f"<{start.name}> became a link: AMP does not take its address")
            return Player(link(address))
        say("unsupported-content", f"<{start.name}> without an address that AMP takes was left out")
        return Player("")
    if urls.scheme_of(start.get("src") or "") == "http":
        say("replaced-content", f"the address of <{start.name}> says https now: AMP takes no other")
    say("replaced-content", f"<{start.name}> became <{component}>")
    return Player(f"<{component}{written(values | layout)}>{sources}</{component}>", component)


def _source(token: Token, say: Say) -> str:
    """A `<source>` or `<track>` of a player, as far as AMP takes it."""
    if token.name == "source":
        values = _only(cleaned("source", rules.words("media src type"), token.attributes, say), "media src type")
        return f"<source{written(values)}>" if "src" in values else ""
    if token.name == "track":
        names = "default kind label src srclang"
        values = _only(cleaned("track", rules.words(names), token.attributes, say), names)
        if values.get("kind") == "subtitles" and not values.get("srclang"):
            del values["kind"]
        return f"<track{written(values)}>" if "src" in values else ""
    return ""


def _only(values: Values, names: str) -> Values:
    return {name: value for name, value in values.items() if name in names.split()}


# ------------------------------------------------------------------------------------------------------------ sizes


def _size(start: Token, node: Block, what: str, say: Say) -> tuple[str, str]:
    """Width and height, from the tag, then from the block, then guessed, which is said."""
    said = node.attributes or {}
    width = _length(start.get("width")) or _length(said.get("width"))
    height = _length(start.get("height")) or _length(said.get("height"))
    if width and height:
        return str(width), str(height)
    ratio = _ratio_of(node)
    if ratio is None:
        say("unknown-dimensions", f"no source says how large the {what} is; {_GUESS[0]}:{_GUESS[1]} was assumed")
        ratio = _GUESS
    if height and not width:
        return str(max(1, height * ratio[0] // ratio[1])), str(height)
    width = width or _WIDTH
    return str(width), str(max(1, width * ratio[1] // ratio[0]))


def _frame_layout(start: Token, node: Block, say: Say) -> Values:
    width, height = _length(start.get("width")), _length(start.get("height"))
    if height and not width and _ratio_of(node) is None:
        return {"layout": "fixed-height", "width": "auto", "height": str(height)}
    layout = "intrinsic" if width and height else "responsive"
    shown = _size(start, node, "frame", say)
    return {"layout": layout, "width": shown[0], "height": shown[1]}


def _ratio_of(node: Block) -> tuple[int, int] | None:
    """The ratio of a block: its `aspectRatio`, or the class that the editor gives to embeds."""
    said = node.attributes or {}
    for key, pattern in (("aspectRatio", _RATIO), ("className", _ASPECT_CLASS)):
        value = said.get(key)
        found = pattern.search(value) if isinstance(value, str) else None
        if found and int(found[1]) and int(found[2]):
            return int(found[1]), int(found[2])
    return None


def _length(value: object) -> int | None:
    """A length in whole pixels, None for anything else and for nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    found = _LENGTH.match(str(value))
    return int(found[1]) or None if found else None
