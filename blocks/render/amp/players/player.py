"""What stands for a player in AMP, and AMP's components as markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from blocks.render.amp.attributes import Values, written

VERSIONS: Final[Mapping[str, str]] = {
    "amp-carousel": "0.2",
    "amp-wordpress-embed": "1.0",
}
"""Versions of the components that are not at 0.1 (1.0 of others is for pages that are no AMP)."""


@dataclass(frozen=True, slots=True)
class Player:
    """What stands for a player: its markup, and the component that it needs, None for plain HTML."""

    html: str
    component: str | None = None
    plain: str = ""
    """What says the same without the component, where that cannot stand: text and links."""
    is_block: bool = False
    """Whether the markup closes a paragraph that is open, as `<div>` does."""


def version_of(component: str) -> str:
    """The version of a component's script that the validator takes."""
    return VERSIONS.get(component, "0.1")


def component(name: str, values: Values, content: str = "") -> str:
    """A component as markup. What stands in it is phrasing, for a `<p>` may be around it."""
    return f"<{name}{written(values)}>{content}</{name}>"


def link(address: str, text: str | None = None) -> str:
    """A link to `address`, which has been checked."""
    return _link("", address, text)


def waiting(address: str, text: str | None = None) -> str:
    """A link that is seen until the component around it shows what it has to."""
    return _link(" placeholder", address, text)


def instead(address: str, text: str | None = None) -> str:
    """A link that is seen where the component around it cannot show anything."""
    return _link(" fallback", address, text)


def _link(kind: str, address: str, text: str | None) -> str:
    shown = text if text and text.strip() else address
    return f'<a{kind} href="{escape(address, quote=True)}">{escape(shown, quote=False)}</a>'
