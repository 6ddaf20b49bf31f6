"""AMP: a page that the official validator passes, whatever the blocks hold.

server.py      draws blocks as WordPress does, and marks where each one is (marks.py)
forms/         what single block types become, where cleaning is not enough
clean.py       the pass over the HTML that makes AMP of it
nesting.py     which elements are open, as the validator's parser sees it
rules.py       the validator's rules as tables
elements.py    one start tag; attributes.py: its attributes, and the rules of their values (urls.py, css.py)
players.py     films, sound, frames, embeds and formulas: AMP's components for them
whole.py       elements that are dropped or replaced whole
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from blocks.errors import OptionError
from blocks.model.document import Document
from blocks.render.amp.clean import Cleaned, Cleaner, readable
from blocks.render.amp.server import AmpServer
from blocks.render.amp.urls import WEB, is_valid
from blocks.render.base import Context
from blocks.render.given import annotated, opened_request, opened_site, opened_theme, prepared

if TYPE_CHECKING:
    from blocks.formatting.shortcodes import Shortcode
    from blocks.site import RenderContext, Site
    from blocks.theme import Theme

__all__ = ["AmpRenderer", "annotated"]

_HERE: Final = "#"  # what a page names as its canonical address when nobody knows another


class AmpRenderer:
    """Renders AMP, as a whole page or as what goes into its body."""

    format = "amp"
    prepared = staticmethod(prepared)

    def render(
        self,
        document: Document,
        context: Context,
        /,
        *,
        fragment: bool = False,
        lang: str = "en",
        canonical: str | None = None,
        img: Literal["native", "amp"] = "native",
        gallery: Literal["grid", "carousel"] = "grid",
        profile: Literal["block", "classic"] = "block",
        theme_json: str | Path | Mapping[str, Any] | Theme | None = None,
        site: str | Path | Mapping[str, Any] | Site | None = None,
        request: str | Path | Mapping[str, Any] | RenderContext | None = None,
        post: int | None = None,
        filters: Literal["none", "the_content"] = "none",
        smilies: bool = False,
        no_data: Literal["wordpress", "placeholder", "saved"] = "wordpress",
        bindings: Mapping[str, Callable[..., object]] | None = None,
        shortcodes: Mapping[str, Shortcode] | None = None,
    ) -> str:
        """The AMP of a document: a page from the template `amp/page.html`.

        `canonical` is the address of the page that this one is the AMP of; the post's link where it is not given.
        With `fragment`, only what goes into the body. OptionError for a `canonical` that is no address.
        """
        if canonical is not None and not is_valid(canonical, WEB):
            raise OptionError(f"canonical={canonical!r} is no web address; give the page's, https://example.com/post/")
        server = AmpServer(
            document.source.parser, context, opened_site(site), opened_request(request, post),
            opened_theme(theme_json) or profile,
            bindings=bindings, shortcodes=shortcodes, no_data=no_data, smilies=smilies, gallery=gallery,
        )  # fmt: skip
        body = amp_of(document, server, filters)
        if fragment:
            return body.html
        return _page(body, context, lang, canonical)


def amp_of(document: Document, server: AmpServer, filters: str) -> Cleaned:
    """What goes into the body of a document's page."""
    if filters == "the_content":
        from blocks.render.html.content import filtered_content

        html = filtered_content(document, server)
    else:
        html = server.render(document)
    footer = "".join(part for part in server.footer if "wp-lightbox-overlay" not in part)
    cleaner = Cleaner(server.context, server.marks, document.children[0] if document.children else None)
    return cleaner.clean(html + footer)


def _page(body: Cleaned, context: Context, lang: str, canonical: str | None) -> str:
    link = canonical or context.post.link
    page = context.templates.draw(
        "amp/page.html",
        content=body.html,
        components=sorted(body.components),
        post=context.post,
        lang=lang,
        canonical=link if link and is_valid(link, WEB) else _HERE,
    )
    return readable(page)
