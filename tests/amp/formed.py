"""What the form of a block makes of any HTML, and pages of it for the validator."""

from __future__ import annotations

from typing import Final

from blocks import Document, Post, RenderContext, Site
from blocks.model.source import default_parser
from blocks.render.amp import amp_of
from blocks.render.amp.clean import Cleaned
from blocks.render.amp.forms import form_of
from blocks.render.amp.page import scripts
from blocks.render.amp.server import AmpServer
from blocks.render.base import Context
from blocks.render.templates import Templates
from tests.amp.validator import Page

AROUND: Final = (
    *(
        f"<{tag}>{{}}</{tag}>"
        for tag in ("p", "a", "li", "button", "figure", "form", "select", "h2", "details", "svg", "pre")
    ),
    *("<table><tr><td>{}</table>", "<table>{}</table>", "<b><i>{}", "<ul><li>{}", "<div>" * 88 + "{}", "{}"),
)
"""Where a block may stand in raw HTML."""

_PAGE: Final = """<!doctype html><html amp lang="en"><head><meta charset="utf-8">
<script async src="https://cdn.ampproject.org/v0.js"></script>{scripts}<title>x</title><link rel="canonical" href="#">
<meta name="viewport" content="width=device-width">
<style amp-boilerplate>body{{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-moz-animation:-amp-start 8s \
steps(1,end) 0s 1 normal both;-ms-animation:-amp-start 8s steps(1,end) 0s 1 normal both;animation:-amp-start 8s \
steps(1,end) 0s 1 normal both}}@-webkit-keyframes -amp-start{{from{{visibility:hidden}}to{{visibility:visible}}}}\
@-moz-keyframes -amp-start{{from{{visibility:hidden}}to{{visibility:visible}}}}@-ms-keyframes \
-amp-start{{from{{visibility:hidden}}to{{visibility:visible}}}}@-o-keyframes -amp-start{{from{{visibility:hidden}}\
to{{visibility:visible}}}}@keyframes -amp-start{{from{{visibility:hidden}}to{{visibility:visible}}}}</style>\
<noscript><style amp-boilerplate>body{{-webkit-animation:none;-moz-animation:none;-ms-animation:none;animation:none}}\
</style></noscript></head><body>
{body}
</body></html>"""


class _Given(AmpServer):
    """A server that draws one block: as some HTML says, in its form, where it stands in other HTML."""

    html = within = ""

    def render(self, document: Document) -> str:
        node = document.children[0]
        form = form_of(node.block_name)
        assert form is not None
        return self.within.replace("{}", self.marks.block(form(self.block(node, {}), self.html, self), node))


def formed(markup: str, html: str, within: str = "{}", site: Site | None = None) -> Cleaned:
    """What the form of a block makes of `html`, cleaned, where it stands in the HTML `within`."""
    document = default_parser().parse(markup)
    server = _Given(document.source.parser, Context(Post(markup), Templates()), site, RenderContext())
    server.html, server.within = html, within
    return amp_of(document, server, "none")


def page(name: str, made: Cleaned) -> Page:
    """A page with that, and the components that it asks for."""
    asked = "".join(
        f'<script async {one.attribute}="{one.name}" src="{one.address}"></script>' for one in scripts(made.components)
    )
    return Page(name, _PAGE.format(scripts=asked, body=made.html))
