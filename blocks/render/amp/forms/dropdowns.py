"""`core/archives` and `core/categories` as a list to choose from: the choice opens without WordPress's script.

AMP goes to the value of what was chosen (`AMP.navigateTo`, of the runtime; no component). The values of archives are
addresses already; those of terms become the addresses that WordPress's script would make of them.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from blocks.formatting import php
from blocks.fragment import Token, tokens
from blocks.render.amp.attributes import written
from blocks.render.amp.forms.elements import Span, kept, replaced, spans
from blocks.render.amp.rules import DROPPED
from blocks.site.addresses import home_url

if TYPE_CHECKING:
    from blocks.render.amp.server import AmpServer
    from blocks.render.html.block import ServerBlock

_HERE: Final = "#"  # for what asks to choose, and is no choice itself
_IN_SELECT: Final = ("option", "optgroup")


def archives(block: ServerBlock, html: str, server: AmpServer) -> str:
    """The archives, whose values are addresses."""
    return _opening(block, html, server, lambda _name, value: value or _HERE)


def categories(block: ServerBlock, html: str, server: AmpServer) -> str:
    """The terms of a taxonomy, each found at the site's address with an argument; -1 stands for none of them."""
    home = home_url(server.site, "/") if server.has_site else "/"

    def address(name: str, value: str) -> str:
        return f"{home}?{urlencode({name: value})}" if value not in ("", "-1") else _HERE

    return _opening(block, html, server, address)


def _opening(block: ServerBlock, html: str, server: AmpServer, address: Callable[[str, str], str]) -> str:
    """The block with a list that opens `address` of its name and of the value chosen; the scripts go."""
    if not php.is_true(block.attributes.get("displayAsDropdown")):
        return html
    found = list(tokens(html))
    lists = list(spans(found, "select"))
    if len(lists) != 1:
        return html
    edits = [(span.start.start, span.end.end, "") for span in spans(found, "script")]
    values = {**kept("select", lists[0].start, block, server), "on": "change:AMP.navigateTo(url=event.value)"}
    chosen = server.sealed("select", _options(lists[0], address), None, block, values, depth=3)
    edits.append((lists[0].start.start, lists[0].end.end, chosen))
    return replaced(html, sorted(edits))


def _options(span: Span, address: Callable[[str, str], str]) -> str:
    """What a list holds: options, groups of them, and text; a parser ignores the rest."""
    name = span.start.get("name") or ""
    out: list[str] = []
    is_script = False
    for token in span.inside:
        if token.name:
            is_script = token.kind == "start" and token.name in DROPPED
        if token.kind == "text" and not is_script:
            out.append(escape(token.value, quote=False))
        elif token.name == "option" and token.kind == "start":
            out.append(_option(token, address(name, token.get("value") or "")))
        elif token.name in _IN_SELECT:
            out.append(token.value)
    return "".join(out)


def _option(token: Token, value: str) -> str:
    return f"<option{written({**{one.name: one.value for one in token.attributes}, 'value': value})}>"
