"""`<iframe>`: the component of the site that it shows, `amp-iframe` for any other by https, else a link."""

from __future__ import annotations

from blocks.fragment import Token
from blocks.model.block import Block
from blocks.render.amp import rules, urls
from blocks.render.amp.attributes import Say, Values, cleaned
from blocks.render.amp.players import embeds
from blocks.render.amp.players.player import Player, component, link
from blocks.render.amp.players.providers import Shown, recognised
from blocks.render.amp.players.sizes import Sizes, as_high_as, fills, ratio_of, responsive, sides, size

_LAZY = ("data-src", "data-lazy-src")
_UNREMARKABLE = rules.words(
    "align allowtransparency border data-lazy-src data-src height hspace loading longdesc mozallowfullscreen name "
    "oallowfullscreen msallowfullscreen security src srcdoc type vspace webkitallowfullscreen width"
)


def frame(start: Token, node: Block | None, say: Say, sizes: Sizes | None = None) -> Player:
    """What stands for `<iframe>`. One that a script would fill later is read by where its address waits."""
    address = address_of(start)
    title = start.get("title")
    shown = recognised(address)
    plain = link(address, title) if urls.is_valid(address, urls.WEB) else ""
    if "wp-embedded-content" in start.classes and (post := post_address(address)):
        return wordpress(post, "", title, start, say)
    if shown is not None and not _is_player(address, shown):
        say("replaced-content", f"<iframe> became <{shown.component}> ({shown.name})")
        values = embeds.attributes(shown, layout_shown(start, node, shown))
        if title:
            values["title"] = title
        return Player(component(shown.component, values), shown.component, plain)
    if not urls.is_valid(address, rules.words("https"), relative=False):
        if plain:
            say("replaced-content", "<iframe> became a link: AMP takes frames by https alone")
            return Player(plain)
        say("unsupported-content", "<iframe> without an address that AMP takes was left out")
        return Player("")
    return _framed(address, start, node, shown is not None, plain, say, sizes)


def address_of(start: Token) -> str:
    """The address of a frame, by https where its page decides."""
    address = (start.get("src") or "").strip()
    if not address or address.lower() == "about:blank":
        address = next((said for name in _LAZY if (said := (start.get(name) or "").strip())), address)
    return f"https:{address}" if address.startswith("//") else address


def post_address(address: str) -> str | None:
    """The address of a WordPress post by that of its frame; None where it is none by https."""
    post = urls.bare(address).partition("#")[0]
    post = post.removesuffix("embed/") if post.endswith("/embed/") else post
    return post if urls.is_valid(post, rules.words("https"), relative=False) else None


def wordpress(post: str, words: str, title: str | None, start: Token, say: Say) -> Player:
    """`amp-wordpress-embed` for a post of another WordPress; `words` are seen until it is there."""
    say("replaced-content", "the embedded WordPress post became <amp-wordpress-embed>")
    height = sides(start)[1] or 338
    values: Values = {**as_high_as(height), "data-url": post}
    if title:
        values["title"] = title
    waiting = f"<span placeholder>{words}</span>" if words else ""
    more = '<button overflow type="button">…</button>'
    html = component("amp-wordpress-embed", values, waiting + more)
    return Player(html, "amp-wordpress-embed", words or link(post, title))


def _framed(
    address: str, start: Token, node: Block | None, is_known: bool, plain: str, say: Say, sizes: Sizes | None
) -> Player:
    over = fills(start)
    rest = tuple(
        attribute
        for attribute in start.attributes
        if attribute.name not in _UNREMARKABLE and not (over and attribute.name == "style")
    )
    values = cleaned("amp-iframe", rules.COMPONENTS["amp-iframe"], rest, say)
    if not (values.get("tabindex") or "0").lstrip("-").isdigit():
        del values["tabindex"]
    values |= {"src": urls.bare(address)}
    values.setdefault("sandbox", embeds.SANDBOX if is_known else embeds.SANDBOX_OF_OTHERS)
    values |= {"layout": "fill"} if over else _layout(start, node, say, sizes)
    say("replaced-content", "<iframe> became <amp-iframe>")
    return Player(component("amp-iframe", values, "<span placeholder></span>"), "amp-iframe", plain)


def _is_player(address: str, shown: Shown) -> bool:
    """Whether a frame shows the provider's player already, as its author set it up."""
    source = shown.values.get("src") or ""
    own = address.partition("?")[0].rstrip("/")
    return address.startswith("https:") and own == source.partition("?")[0].rstrip("/")


def layout_shown(start: Token, node: Block | None, shown: Shown) -> Values:
    """The layout of what a provider shows, by what its tag says and else by its block."""
    if fills(start):
        return {"layout": "fill"}
    width, height = sides(start)
    if isinstance(shown.size, int):
        return as_high_as(height or shown.size)
    if width and height:
        return responsive((width, height))
    return embeds.layout(shown, node)


def _layout(start: Token, node: Block | None, say: Say, sizes: Sizes | None) -> Values:
    width, height = sides(start)
    if height and not width and ratio_of(node) is None:
        return as_high_as(height)
    return responsive(size(start, node, "frame", say, sizes), "intrinsic" if width and height else "responsive")
