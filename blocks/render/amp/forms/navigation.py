"""`core/navigation`: its buttons open the menu and the submenus without WordPress's script.

The menu on narrow screens is the same element as on wide ones, with a class when it is open. Its two buttons do one
thing each and have no state to tell, so `toggleClass` is enough, which AMP's runtime knows without a component.

The button of a submenu has a state, `aria-expanded`, which assistive technology and WordPress's stylesheet both read.
No action of the runtime sets an attribute, so it is bound (`amp-bind`), and nothing else is: what opens is the menu
behind a button whose `aria-expanded` is true, by CSS. `<details>` would need no script at all, but on wide screens
nothing could open it when the pointer is over it, and the stylesheets of themes look for lists in items.

What WordPress's script does beside that has no counterpart: the Escape key, closing when the focus leaves, and
`role="dialog"` while the menu is open. Items of other block types (`core/page-list`, links, submenus) are finished
here, too, since the form of a menu reads all that is in it. `templates/page.css` has the rules it needs.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from blocks.fragment import Token, tokens
from blocks.render.amp.attributes import Values
from blocks.render.amp.forms.elements import COST_OF_A_CHARACTER, Span, kept, replaced, spans

if TYPE_CHECKING:
    from blocks.render.amp.server import AmpServer
    from blocks.render.html.block import ServerBlock

_OPEN: Final = "wp-block-navigation__responsive-container-open"
_CLOSE: Final = "wp-block-navigation__responsive-container-close"
_OVERLAY: Final = "wp-block-navigation__responsive-container"
_TOGGLE: Final = "wp-block-navigation-submenu__toggle"
_OVERLAY_ID: Final = re.compile(r"modal-\d{1,9}\Z", re.ASCII)  # as WordPress makes them; it is written in actions
_OPENED: Final = "is-menu-open"  # the class that a menu has while it is open


def navigation(block: ServerBlock, html: str, server: AmpServer) -> str:
    """The menu, with buttons that AMP acts on."""
    if "<button" not in html.lower():
        return html
    server.count_read(COST_OF_A_CHARACTER * len(html))
    found = list(tokens(html))
    overlays = [token for token in found if token.kind == "start" and token.name == "div" and _OVERLAY in token.classes]
    edits: list[tuple[int, int, str]] = []
    for span in spans(found, "button"):
        values = _values(span, overlays, server)
        if values is None:
            continue
        component = "amp-bind" if "[aria-expanded]" in values else None
        button = {**kept("button", span.start, block, server), "type": "button", **values}
        if component is None:
            button.pop("aria-haspopup", None)  # what opens is no dialog, but a part of the page
        inner = html[span.start.end : span.end.start]
        sealed = server.sealed("button", inner, None, block, button, component=component, depth=3)
        edits.append((span.start.start, span.end.end, sealed))
    return replaced(html, edits)


def _values(span: Span, overlays: Sequence[Token], server: AmpServer) -> Values | None:
    """What makes a button act, None for one that is none of the menu's."""
    classes = span.start.classes
    if _TOGGLE in classes:
        name = server.unique_prefixed_id("submenu")
        return {
            "aria-expanded": "false",
            "[aria-expanded]": f"{name} ? 'true' : 'false'",
            "on": f"tap:AMP.setState({{{name}: !{name}}})",
        }
    if _OPEN in classes:
        overlay = _id(overlays, bisect(overlays, span.start.start, key=_start))
        action = f"tap:{overlay}.toggleClass(class='{_OPENED}',force=true),{overlay}-close.focus"
        return {"aria-controls": overlay, "id": f"{overlay}-open", "on": action} if overlay else None
    if _CLOSE in classes:
        overlay = _id(overlays, bisect(overlays, span.start.start, key=_start) - 1)
        action = f"tap:{overlay}.toggleClass(class='{_OPENED}',force=false),{overlay}-open.focus"
        return {"id": f"{overlay}-close", "on": action} if overlay else None
    return None


def _start(token: Token) -> int:
    return token.start


def _id(overlays: Sequence[Token], index: int) -> str | None:
    """The id of the element that opens, None where there is none or its id may not stand in an action."""
    name = overlays[index].get("id") if 0 <= index < len(overlays) else None
    return name if name is not None and _OVERLAY_ID.match(name) else None
