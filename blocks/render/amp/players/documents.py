"""`<object>` and `<embed>`: documents, films of sites, and links to the rest; formulas."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from blocks.fragment import Token
from blocks.model.block import Block
from blocks.render.amp import rules, urls
from blocks.render.amp.attributes import Say, Values
from blocks.render.amp.players import embeds
from blocks.render.amp.players.player import Player, component, link
from blocks.render.amp.players.providers import recognised
from blocks.render.amp.players.sizes import as_high_as, responsive, sides
from blocks.render.amp.players.words import words

_PDF = "application/pdf"
_HEIGHT = 600  # of a document, in pixels, as the editor shows it


def is_shown(start: Token) -> bool:
    """Whether an `<object>` or `<embed>` shows what `data` can show better than its content does."""
    address = _address(start)
    return recognised(address) is not None or (_is_document(start, address) and _can_be_read(address))


def data(start: Token, say: Say, node: Block | None = None, inside: Iterable[Token] = ()) -> Player:
    """What stands for an `<object>` or `<embed>`: a document, a site's player, a link, nothing without an address.

    `inside` is what it has in it, for whoever cannot see it.
    """
    address = _address(start)
    title = start.get("title") or start.get("aria-label")
    if not urls.is_valid(address, urls.WEB):
        say("unsupported-content", f"<{start.name}> without content, or an address that AMP takes, was left out")
        return Player("")
    if (shown := recognised(address)) is not None:
        say("replaced-content", f"<{start.name}> became <{shown.component}> ({shown.name})")
        width, height = sides(start)
        size = (width, height) if width and height else shown.size
        layout = as_high_as(size) if isinstance(size, int) else responsive(size)
        return Player(
            component(shown.component, embeds.attributes(shown, layout)), shown.component, link(address, title)
        )
    if _is_document(start, address) and _can_be_read(address):
        say("replaced-content", f"<{start.name}> became <amp-google-document-embed>")
        values: Values = {**as_high_as(sides(start)[1] or _HEIGHT), "src": urls.bare(address)}
        if title:
            values["title"] = title
        said = words(inside)
        instead = f"<span fallback>{said}</span>" if said else ""
        name = "amp-google-document-embed"
        return Player(component(name, values, instead), name, said or link(address, title))
    if node is not None and node.block_name == "core/file":  # has a link to it already
        say("replaced-content", f"<{start.name}> was left out beside its link: AMP shows documents by https alone")
        return Player("")
    say("replaced-content", f"<{start.name}> became a link: AMP does not take it")
    return Player(link(address, title))


def formula(tex: str, *, block: bool, say: Say) -> Player:
    """`amp-mathml` for a formula in TeX; nothing for an empty one."""
    tex = tex.strip()
    if not tex:
        return Player("")
    say("replaced-content", "<math> became <amp-mathml>")
    shown = rf"\[{tex}\]" if block else rf"\({tex}\)"
    values: Values = {"layout": "container", "data-formula": shown}
    if not block:
        values = {"inline": None, **values}
    return Player(component("amp-mathml", values), "amp-mathml", f"<code>{escape(tex, quote=False)}</code>")


def _address(start: Token) -> str:
    return (start.get("src" if start.name == "embed" else "data") or "").strip()


def _is_document(start: Token, address: str) -> bool:
    kind = (start.get("type") or "").partition(";")[0].strip().lower()
    return kind == _PDF or (not kind and address.partition("?")[0].partition("#")[0].lower().endswith(".pdf"))


def _can_be_read(address: str) -> bool:
    """Whether a reader on another site, as the component asks one, finds a document."""
    return urls.is_valid(address, rules.words("https"), relative=False)
