"""`<video>` and `<audio>`: `amp-video` and `amp-audio` with their sources and tracks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from blocks.fragment import Token
from blocks.model.block import Block
from blocks.render.amp import rules, urls
from blocks.render.amp.attributes import Say, Values, cleaned, written
from blocks.render.amp.players.embeds import embed
from blocks.render.amp.players.player import Player, component, link
from blocks.render.amp.players.providers import recognised
from blocks.render.amp.players.sizes import Sizes, fills, responsive, sides, size
from blocks.render.amp.players.words import words

_UNREMARKABLE = rules.words("height mediagroup preload src type webkit-playsinline width x5-playsinline")
_AS_WIDE_AS_AROUND = rules.words("video media-text cover")  # blocks whose stylesheet makes their film so
_POSITION = re.compile(r"[\w.%+ -]{1,60}\Z", re.ASCII)
_ON_A_SITE = rules.words("video/youtube video/vimeo video/x-youtube video/x-vimeo")


def film(start: Token, inside: Iterable[Token], node: Block | None, say: Say, sizes: Sizes | None = None) -> Player:
    """`amp-video` for `<video>`."""
    inside = list(inside)
    if (address := _on_a_site(start, inside)) is not None:
        return embed(address, node, say)
    values = _cleaned("amp-video", start, say)
    if "autoplay" in values and start.get("muted") is None:
        say("replaced-content", "the film plays by itself, but without sound: AMP allows no other")
    if fills(start):
        values |= _over(start)
        return _played("amp-video", values, {"layout": "fill"}, start, inside, say)
    width, height = sides(start)
    is_own = bool(width and height) and _is_own_size(node)
    guessed: list[tuple[str, str]] = []
    found = size(start, node, "video", lambda code, message: guessed.append((code, message)), sizes)
    made = _played("amp-video", values, responsive(found, "intrinsic" if is_own else "responsive"), start, inside, say)
    if made.component is not None:
        for code, message in guessed:
            say(code, message)
    return made


def sound(start: Token, inside: Iterable[Token], say: Say) -> Player:
    """`amp-audio` for `<audio>`."""
    values = _cleaned("amp-audio", start, say)
    layout: Values = {"layout": "fixed-height", "width": "auto", "height": "50"}
    return _played("amp-audio", values, layout, start, list(inside), say)


def _is_own_size(node: Block | None) -> bool:
    name = node.block_name if node is not None else None
    return (name or "").removeprefix("core/") not in _AS_WIDE_AS_AROUND


def _cleaned(name: str, start: Token, say: Say) -> Values:
    """The attributes of a player without what is said by its layout; an address that it cannot have is told later."""
    rest = tuple(attribute for attribute in start.attributes if attribute.name not in _UNREMARKABLE)
    values = cleaned(name, rules.COMPONENTS[name], rest, say)
    quiet = tuple(attribute for attribute in start.attributes if attribute.name in ("preload", "src"))
    return values | cleaned(name, rules.COMPONENTS[name], quiet, _unsaid)


def _unsaid(_code: str, _message: str) -> None:
    pass


def _over(start: Token) -> Values:
    """How a film lies over what is around it: the component hands these on to its own `<video>`."""
    values: Values = {"object-fit": start.get("data-object-fit") or "cover"}
    if values["object-fit"] not in ("cover", "contain", "fill", "none", "scale-down"):
        values["object-fit"] = "cover"
    position = start.get("data-object-position") or ""
    if _POSITION.match(position):
        values["object-position"] = position
    if start.get("muted") is not None and start.get("controls") is None:
        values["noaudio"] = ""
    return values


def _on_a_site(start: Token, inside: Sequence[Token]) -> str | None:
    """The address of a film that is no file but on a site, as `[video]` prints it; None for a file."""
    for token in (start, *inside):
        address = token.get("src") if token.name in ("source", "video") and token.kind == "start" else None
        if address and ((token.get("type") or "").lower() in _ON_A_SITE or token is start) and recognised(address):
            return address
    return None


def _played(name: str, values: Values, layout: Values, start: Token, inside: Sequence[Token], say: Say) -> Player:
    sources = "".join(_source(token, say) for token in inside if token.kind == "start")
    said = words(inside)
    plain = _plain(start, inside, said)
    if "src" not in values and "<source" not in sources:
        address = start.get("src") or ""
        if urls.is_valid(address, urls.WEB):
            say("replaced-content", f"<{start.name}> became a link: AMP does not take its address")
            return Player(link(address, start.get("title")))
        say("unsupported-content", f"<{start.name}> without an address that AMP takes was left out")
        return Player(said)
    if start.get("src") and "src" not in values:
        say("unsupported-content", f"the address of <{start.name}>, which AMP does not take, was left out")
    if urls.scheme_of(start.get("src") or "") == "http":
        say("replaced-content", f"the address of <{start.name}> says https now: AMP takes no other")
    say("replaced-content", f"<{start.name}> became <{name}>")
    instead = f"<span fallback>{said}</span>" if said else ""
    return Player(component(name, values | layout, sources + instead), name, plain)


def _plain(start: Token, inside: Sequence[Token], said: str) -> str:
    addresses = [start.get("src"), *(token.get("src") for token in inside if token.name == "source")]
    address = next((address for address in addresses if address and urls.is_valid(address, urls.WEB)), None)
    return link(address, start.get("title")) if address is not None else said


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
