"""What WordPress does to the content of a template part around `do_blocks`."""

from __future__ import annotations

from blocks.formatting import php
from blocks.formatting.autoembed import autoembed
from blocks.formatting.autop import shortcode_unautop
from blocks.formatting.shortcodes import do_shortcode
from blocks.formatting.smilies import convert_smilies
from blocks.formatting.texturize import texturize
from blocks.render.html.content import state_of
from blocks.render.html.content.chain import all_shortcodes
from blocks.render.html.content.embeds import embed
from blocks.render.html.content.tags import filter_content_tags
from blocks.render.html.server import Server


def prepared_part(markup: str, server: Server) -> str:
    """The markup of a part that `do_blocks` is given."""
    shortcodes = all_shortcodes(state_of(server))
    return do_shortcode(shortcode_unautop(markup, shortcodes), shortcodes)


def finished_part(html: str, context: str, server: Server) -> str:
    """What becomes of the HTML of a part's blocks; `context` is `template_part_` and its area."""
    state = state_of(server)
    html = texturize(html, all_shortcodes(state))
    if state.smilies:
        html = convert_smilies(html, php.text(state.site.options["siteurl"]))
    html = filter_content_tags(html, context, state.images, state.loading)
    return autoembed(html, lambda url: embed(state, {}, url, link=False))
