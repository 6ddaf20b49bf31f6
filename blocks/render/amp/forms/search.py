"""`core/search`: a form of GET, which AMP sends; one whose field opens at a click of the button shows it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from blocks.fragment.tag_processor import TagProcessor

if TYPE_CHECKING:
    from blocks.render.amp.server import AmpServer
    from blocks.render.html.block import ServerBlock

_FOLDED: Final = "wp-block-search__searchfield-hidden"


def search(block: ServerBlock, html: str, server: AmpServer) -> str:
    """The form, with a field that can be seen and a button that sends."""
    del block, server
    if _FOLDED not in html:
        return html
    tags = TagProcessor(html)
    if not tags.next_tag("form", class_name=_FOLDED):
        return html
    tags.remove_class(_FOLDED)
    if tags.next_tag("input", class_name="wp-block-search__input"):
        for name in ("aria-hidden", "tabindex"):
            tags.remove_attribute(name)
    if tags.next_tag("button", class_name="wp-block-search__button"):
        for name in ("aria-controls", "aria-expanded"):
            tags.remove_attribute(name)
        tags.set_attribute("type", "submit")
        tags.set_attribute("aria-label", "Submit Search")
    return tags.get_updated_html()
