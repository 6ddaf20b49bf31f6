"""`core/accordion`: an `amp-accordion`, of sections that are a heading and a panel each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from blocks.render.amp.attributes import Values
from blocks.render.amp.forms.parts import outermost

if TYPE_CHECKING:
    from blocks.render.amp.server import AmpServer
    from blocks.render.html.block import ServerBlock

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_SECTION: Final = (frozenset(_HEADINGS), frozenset(("div",)))
_DEPTH: Final = 6  # accordion, section, heading or panel, and what a heading holds


def accordion(block: ServerBlock, html: str, server: AmpServer) -> str:
    """An `amp-accordion`, where everything in it is an item."""
    whole = outermost(html, "div")
    if whole is None:
        return html
    pieces = [piece for piece in server.marks.pieces(whole.inner) if piece.html.strip()]
    elements = [server.marks.only_element(piece.html) for piece in pieces]
    if not elements or any(element is None or element.tag != "section" for element in elements):
        return html
    values: Values = {"expand-single-section": None} if block.attributes.get("autoclose") is True else {}
    return server.sealed(
        "amp-accordion", whole.inner, whole.start, block, values,
        component="amp-accordion", depth=_DEPTH, holds=frozenset(("section",)),
    )  # fmt: skip


def accordion_item(block: ServerBlock, html: str, server: AmpServer) -> str:
    """A section, open if the block says so; its heading and its panel have their forms already."""
    whole = outermost(html, "div")
    if whole is None:
        return html
    pieces = [server.marks.only_element(piece.html) for piece in server.marks.pieces(whole.inner) if piece.html.strip()]
    tags = [piece.tag if piece is not None else "" for piece in pieces]
    if len(tags) != 2 or tags[0] not in _HEADINGS or tags[1] != "div":
        return html
    values: Values = {"expanded": None} if block.attributes.get("openByDefault") is True else {}
    return server.sealed("section", whole.inner, whole.start, block, values, parent="amp-accordion", holds=_SECTION)


def accordion_heading(block: ServerBlock, html: str, server: AmpServer) -> str:
    """The heading, without the button in it: in AMP, all of it opens the panel."""
    whole = outermost(html, *_HEADINGS)
    if whole is None:
        return html
    inner, button = whole.inner, outermost(whole.inner, "button")
    if button is not None:
        inner = server.sealed("span", button.inner, None, block, {"class": button.start.get("class") or ""})
    return server.sealed(whole.start.name, inner, whole.start, block)


def accordion_panel(block: ServerBlock, html: str, server: AmpServer) -> str:
    """The panel."""
    whole = outermost(html, "div")
    return html if whole is None else server.sealed("div", whole.inner, whole.start, block)
