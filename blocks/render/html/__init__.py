"""HTML: what WordPress prints of a document, printed without WordPress.

server.py        the loop of `do_blocks()`; `globals.py`: what WordPress keeps in globals meanwhile
rules.py         which rule applies to which block, in WordPress's order; `plans.py`: those of one block
block.py         a block while it is rendered (`WP_Block`); `server_type.py`: what is registered of its type
supports/        what WordPress adds for the supports of a type
blocks/          how it draws its own blocks, with their templates in `templates/core/`
wrapper.py       the attributes of a drawn block's outermost element
bindings.py      attributes that are bound to post meta and the like
loops.py         which post is the current one; `dropdown.py`: the script of lists to choose from
interactivity/   directives in the HTML of interactive blocks
content/         the filters of `the_content`
page.py          a whole page around it (`templates/page.html`, `page.css`)

`../clean/` is semantic HTML instead, from the typed tree.

A block that no library declares comes out right, too: what was saved is what is shown. A template of a block's name
takes the place of what WordPress prints (`templates/html/core/image.html`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from blocks.model.document import Document
from blocks.render.base import Context
from blocks.render.given import annotated, opened_request, opened_site, opened_theme, prepared
from blocks.render.html.saved import saved_html, saved_parts

if TYPE_CHECKING:
    from blocks.formatting.shortcodes import Shortcode
    from blocks.render.html.server import Server
    from blocks.site import RenderContext, Site
    from blocks.theme import Theme

__all__ = ["HtmlRenderer", "annotated", "saved_html", "saved_parts"]

Profile = Literal["block", "classic"]
Filters = Literal["none", "the_content"]
NoData = Literal["wordpress", "placeholder", "saved"]
"""What stands in the place of a block that no site has data for: what WordPress prints without, or one of these."""


class HtmlRenderer:
    """Renders HTML as WordPress does, as a fragment or a whole page; or semantic HTML."""

    format = "html"
    prepared = staticmethod(prepared)

    def render(
        self,
        document: Document,
        context: Context,
        /,
        *,
        page: bool = False,
        lang: str = "en",
        clean: bool = False,
        profile: Profile = "block",
        theme_json: str | Path | Mapping[str, Any] | Theme | None = None,
        site: str | Path | Mapping[str, Any] | Site | None = None,
        request: str | Path | Mapping[str, Any] | RenderContext | None = None,
        post: int | None = None,
        filters: Filters = "none",
        smilies: bool = False,
        no_data: NoData = "wordpress",
        bindings: Mapping[str, Callable[..., object]] | None = None,
        shortcodes: Mapping[str, Shortcode] | None = None,
    ) -> str:
        """The HTML of a document.

        `site` answers for the blocks that the server draws, and `request` says what WordPress's globals would: a file
        in the forms of docs/site.md, what such a file holds, or the values themselves. `post` is short for a request
        with that current post. `no_data` is what stands for a block that needs a site where there is none: what
        WordPress prints without data, a `placeholder`, or what was `saved` inside it.
        `profile` is the kind of theme where `theme_json`, a theme.json or a theme's folder, names none.

        `filters="the_content"` applies what WordPress does to a post's content around the blocks, `smilies` with them.
        `bindings` are sources of bound attributes by name: functions of the binding's arguments, the block and the
        attribute's name that give a value, or None. `shortcodes` are functions of attributes, content and name that
        give HTML. `clean` gives semantic HTML instead of WordPress's.

        With `page`, a whole page from the template `html/page.html`: its title and canonical address are the post's,
        and `lang` is the language of its text.

        The stylesheet of the block supports is in `context.css`. SourceError for a file that cannot be read.
        """
        server = _server_class(clean=clean)(
            document.source.parser, context, opened_site(site), opened_request(request, post),
            opened_theme(theme_json) or profile,
            bindings=bindings, shortcodes=shortcodes, no_data=no_data, smilies=smilies,
        )  # fmt: skip
        if filters == "the_content" and not clean:
            from blocks.render.html.content import filtered_content

            content = filtered_content(document, server)
        else:
            content = server.render(document)
        if not clean:
            context.css = server.css()
            context.inline_styles = server.inline_css()
            context.footer = "".join(server.footer)
        if not page:
            return content
        from blocks.render.html.page import whole_page

        return whole_page(content, context, server, lang, is_clean=clean)


def _server_class(*, clean: bool) -> type[Server]:
    """What draws the blocks: as WordPress does, or as semantic HTML."""
    if clean:
        from blocks.render.clean import CleanServer

        return CleanServer
    from blocks.render.html.server import Server

    return Server
