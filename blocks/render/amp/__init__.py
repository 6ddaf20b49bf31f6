"""AMP: a page that the official validator passes, whatever the blocks hold.

server.py      draws blocks as WordPress does, and marks where each one is (marks.py)
forms/         what single block types become, where cleaning is not enough
clean.py       the pass over the HTML that makes AMP of it
nesting.py     which elements are open, as the validator's parser sees it
rules.py       the validator's rules as tables
elements.py    one start tag; attributes.py: its attributes, and the rules of their values (urls.py, css.py)
players/       films, sound, frames, embeds and formulas: AMP's components for them
images.py      pictures; dimensions.py: how large they are
replacing.py   elements that are dropped or replaced whole (whole.py: where they end; lazy.py: what a script would load)
output.py      what is being written; open_elements.py: the stack that nesting.py keeps
stylesheet/    what of all styles goes into `<style amp-custom>` (sheets.py)
page.py        the page around it, with what schema_org.py says of the post
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from blocks.fragment.tokens import tokens
from blocks.model.block import Freeform
from blocks.model.document import Document
from blocks.model.node import node_at
from blocks.render import given
from blocks.render.amp.clean import Cleaner
from blocks.render.amp.dimensions import Dimensions
from blocks.render.amp.page import checked_canonical, scripts, whole_page
from blocks.render.amp.players import of_attachments
from blocks.render.amp.server import AmpServer
from blocks.render.amp.sheets import custom_css, opened_stylesheet
from blocks.render.amp.stylesheet import LIMIT
from blocks.render.base import Context

if TYPE_CHECKING:
    from blocks.formatting.shortcodes import Shortcode
    from blocks.render.amp.stylesheet import Sheet
    from blocks.site import RenderContext, Site
    from blocks.theme import Theme

__all__ = ["AmpRenderer", "annotated"]

_OVERLAY: Final = "wp-lightbox-overlay"  # what WordPress shows large pictures in; AMP has its own


def annotated() -> dict[str, Any]:
    """What the annotations of `AmpRenderer.render` name."""
    from blocks.render.amp.stylesheet import Sheet

    return {**given.annotated(), "Sheet": Sheet}


class AmpRenderer:
    """Renders AMP, as a whole page or as what goes into its body."""

    format = "amp"

    @staticmethod
    def prepared(options: Mapping[str, Any]) -> dict[str, Any]:
        """The options as `render` takes them, checked, with the files that they name read. Errors as there."""
        read = given.prepared(options)
        checked: dict[str, Callable[[Any], Any]] = {"stylesheet": opened_stylesheet, "canonical": checked_canonical}
        return {name: checked[name](value) if name in checked else value for name, value in read.items()}

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
        image_size: Callable[[str], tuple[int, int] | None] | None = None,
        stylesheet: str | Path | Sheet | None = None,
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

        `canonical` is the address of the page that this one is the AMP of; where it is not given, the post's link, or
        its address on the site. With `fragment`, only what goes into the body: the stylesheet is in `context.css`, and
        `context.components` has the scripts that the page around it must load, behind AMP's own.

        `img="amp"` makes `<amp-img>` of pictures whose size is known, and `gallery="carousel"` an `<amp-carousel>` of
        each gallery. `image_size` is asked how large the picture at an address is, where nothing else tells; it answers
        width and height in pixels, or None. `stylesheet` is a further one, behind those of the theme and of the blocks.
        The other options are those of HTML, and mean the same.

        How many pictures have their size from which source is in `context.images`. OptionError for a `canonical` that
        is no address, and for an `image_size` that answers anything else; SourceError for a file that cannot be read.
        """
        canonical = checked_canonical(canonical)
        known, sheet = given.opened_site(site), opened_stylesheet(stylesheet)
        server = AmpServer(
            document.source.parser, context, known, given.opened_request(request, post),
            given.opened_theme(theme_json) or profile,
            bindings=bindings, shortcodes=shortcodes, no_data=no_data, smilies=smilies,
            dimensions=Dimensions(known, image_size), gallery=gallery,
        )  # fmt: skip
        current = server.post
        html = _drawn(document, server, filters)
        footer = "".join(part for part in server.footer if _OVERLAY not in part)
        whole = document.children[0] if document.children else node_at(Freeform, document.source, None, 0, 0, 0)
        sizes = of_attachments(known) if known is not None else None
        cleaner = Cleaner(context, server.marks, whole, server.dimensions, sizes=sizes, as_amp=img == "amp")
        body, below = cleaner.clean(html), cleaner.clean(footer)
        framed = partial(
            whole_page,
            context=context,
            lang=lang,
            canonical=canonical,
            site=known,
            site_post=current,
            footer=below.html,
        )
        tags, components = body.tags | below.tags, body.components | below.components
        if not fragment:
            tags |= {token.value for token in tokens(framed("", (), "")) if token.kind == "start"}
        context.images = server.dimensions.counts
        context.components = {one.name: one.address for one in scripts(components)}
        context.css, context.inline_styles = server.css(), server.inline_css()
        custom = custom_css(server, tags, sheet, LIMIT - below.style_bytes, fragment=fragment)
        context.css, context.inline_styles = custom.css, ""
        for loss in custom.losses:
            context.report("unsupported-content", loss, whole)
        return body.html + below.html if fragment else framed(body.html, components, custom.css)


def _drawn(document: Document, server: AmpServer, filters: str) -> str:
    """The HTML that AMP is made of, with marks in it."""
    if filters != "the_content":
        return server.render(document)
    from blocks.render.html.content import filtered_content

    return filtered_content(document, server)
