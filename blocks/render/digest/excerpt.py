"""The excerpt of a document: as WordPress makes it, and of so many words, characters or sentences."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Final

from blocks.formatting.kses import wp_strip_all_tags
from blocks.fragment.references import decoded
from blocks.model.digest import ExcerptUnit
from blocks.render.digest.cuts import cut
from blocks.site.records import SitePost
from blocks.site.text import EXCERPT_LENGTH, EXCERPT_MORE, get_the_excerpt

if TYPE_CHECKING:
    from blocks.render.html.server import Server

LENGTHS: Final[dict[ExcerptUnit | None, int]] = {
    None: EXCERPT_LENGTH,
    "words": EXCERPT_LENGTH,
    "characters": 200,
    "sentences": 2,
}
"""How long an excerpt is where nobody says."""


def excerpt(
    markup: str, server: Server, length: int | None, unit: ExcerptUnit | None, *, plain: bool, more: str | None
) -> str:
    """The excerpt of a post's content; see `Document.excerpt`. `server` draws its blocks, for its current post."""
    from blocks.render.html.blocks.post_excerpt import excerpt_html

    most = LENGTHS[unit] if length is None else length
    post = replace(server.post or SitePost(id=0), content=markup, excerpt="", password="")
    server.post = post
    html = server.run(excerpt_html(post, server))
    if unit is None and not plain:
        return get_the_excerpt(post, lambda: html, length=most, more=EXCERPT_MORE if more is None else more)
    if unit is None:
        text = decoded(get_the_excerpt(post, lambda: html, length=most, more="\0"))
        text, is_cut = text.removesuffix("\0"), text.endswith("\0")
    else:
        whole = " ".join(decoded(wp_strip_all_tags(html)).split())
        text = cut(whole, most, unit)
        is_cut = text != whole
    if not plain:
        text = escape(text, quote=False)
    behind = (decoded(EXCERPT_MORE) if plain else EXCERPT_MORE) if more is None else more
    return text + behind if is_cut else text
