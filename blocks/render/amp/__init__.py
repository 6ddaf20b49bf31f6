"""AMP: a page that the official validator passes, whatever the blocks hold.

rules.py       the validator's rules as tables
attributes.py  one tag's attributes, and the rules of their values (urls.py, css.py)
elements.py    one start tag
players.py     films, sound, frames, embeds and formulas: AMP's components for them
nesting.py     which elements are open, as the validator's parser sees it
clean.py       the pass over the HTML that brings them together
"""

from __future__ import annotations

from typing import Final

from blocks.errors import OptionError
from blocks.model.document import Document
from blocks.render.amp.clean import Cleaned, clean, readable
from blocks.render.amp.urls import WEB, is_valid
from blocks.render.base import Context
from blocks.render.html.saved import saved_parts

FORMATS: Final = ("amp", "html")
_HERE: Final = "#"  # what a page names as its canonical address when nobody knows another


class AmpRenderer:
    """Renders AMP, as a whole page or as what goes into its body."""

    format = "amp"

    def render(
        self,
        document: Document,
        context: Context,
        /,
        *,
        fragment: bool = False,
        lang: str = "en",
        canonical: str | None = None,
    ) -> str:
        """The AMP of a document: a page from the template `amp/page.html`.

        `canonical` is the address of the page that this one is the AMP of; the post's link where it is not given.
        With `fragment`, only what goes into the body. OptionError for a `canonical` that is no address.
        """
        if canonical is not None and not is_valid(canonical, WEB):
            raise OptionError(f"canonical={canonical!r} is no web address; give the page's, https://example.com/post/")
        body = clean(saved_parts(document, context, FORMATS), context)
        if fragment:
            return body.html
        return _page(body, context, lang, canonical)


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
