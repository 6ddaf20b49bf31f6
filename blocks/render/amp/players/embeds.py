"""Pages of other sites by their address: the site's component, the frame of its player, or a link."""

from __future__ import annotations

from html import escape

from blocks.model.block import Block
from blocks.render.amp import urls
from blocks.render.amp.attributes import Say, Values
from blocks.render.amp.players.player import Player, component, instead, link, waiting
from blocks.render.amp.players.providers import Shown, recognised
from blocks.render.amp.players.sizes import as_high_as, ratio_of, responsive

SANDBOX = (
    "allow-downloads allow-forms allow-modals allow-orientation-lock allow-popups allow-popups-to-escape-sandbox "
    "allow-presentation allow-same-origin allow-scripts allow-top-navigation-by-user-activation"
)
"""What the players of known sites may do."""

SANDBOX_OF_OTHERS = "allow-forms allow-popups allow-presentation allow-same-origin allow-scripts"
"""What any other page in a frame may do: nothing to the page around it. Few work without an origin of their own."""


def embed(address: str, node: Block | None, say: Say, text: str | None = None) -> Player:
    """What stands for an address alone, as `core/embed` saves it: what its site shows it with, or a link.

    `text` is what a link says; else it says the address.
    """
    shown = recognised(address)
    if shown is not None:
        plain = link(address, text)
        say("replaced-content", f"the embedded address became <{shown.component}> ({shown.name})")
        # Components draw something of their own while they load; a frame does not.
        words = waiting(address, text) if shown.component == "amp-iframe" else instead(address, text)
        return Player(component(shown.component, attributes(shown, layout(shown, node)), words), shown.component, plain)
    if not urls.is_valid(address, urls.WEB):
        return Player(escape(address, quote=False))
    say("replaced-content", "the embedded address became a link: AMP has no component for its site")
    return Player(link(address))


def attributes(shown: Shown, layout: Values) -> Values:
    """The attributes of the component that shows something."""
    if shown.component != "amp-iframe":
        return {**layout, **shown.values}
    return {"title": shown.name, **layout, **shown.values, "sandbox": SANDBOX, "allowfullscreen": ""}


def layout(shown: Shown, node: Block | None) -> Values:
    """The size of what a provider shows: its block's ratio before the provider's."""
    if isinstance(shown.size, int):
        return as_high_as(shown.size)
    return responsive(ratio_of(node) or shown.size)
