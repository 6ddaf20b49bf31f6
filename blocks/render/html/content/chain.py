"""The filters of `the_content`, in WordPress's order: what happens to a text before `do_blocks`, and to the HTML after.

priority 8     the text written anew as WordPress writes blocks, `[embed]`, addresses that stand alone
priority 9     do_blocks: the caller's
priority 10    wptexturize; wpautop, if there is no block; shortcode_unautop; the attachment; https for own addresses
priority 11    "Wordpress" spelled right; shortcodes
priority 12    images and frames: sizes, sources, how to load them
priority 20    smilies, if asked for
"""

from __future__ import annotations

from collections.abc import Callable

from blocks.formatting import php
from blocks.formatting.autop import autop, shortcode_unautop
from blocks.formatting.shortcode_atts import Attributes
from blocks.formatting.shortcodes import Shortcode, do_shortcode
from blocks.formatting.smilies import convert_smilies
from blocks.formatting.texts import capital_p_dangit
from blocks.formatting.texturize import texturize
from blocks.formatting.urls import wp_parse_url
from blocks.model.source import Parser
from blocks.render.html.content.attachments import prepend_attachment
from blocks.render.html.content.captions import caption
from blocks.render.html.content.embeds import embedded
from blocks.render.html.content.galleries import gallery
from blocks.render.html.content.players import audio, video
from blocks.render.html.content.playlists import playlist
from blocks.render.html.content.rewriting import rewritten
from blocks.render.html.content.state import ContentState
from blocks.render.html.content.tags import filter_content_tags
from blocks.site import Site

NAME = "the_content"


def before_blocks(text: str, state: ContentState, parser: Parser) -> str:
    """The markup that `do_blocks` is given."""
    return embedded(state, rewritten(text, state, parser))


def after_blocks(html: str, markup: str, state: ContentState) -> str:
    """What becomes of `html`, which `do_blocks` made of `markup`."""
    shortcodes = all_shortcodes(state)
    state.note_blocks(markup)
    html = texturize(html, shortcodes)
    if state.makes_paragraphs:
        html = autop(html)
    html = shortcode_unautop(html, shortcodes)
    html = prepend_attachment(state, html)
    html = with_https(html, state.site)
    html = do_shortcode(capital_p_dangit(html), shortcodes)
    state.makes_paragraphs = True
    html = filter_content_tags(html, NAME, state.images, state.loading)
    return convert_smilies(html, php.text(state.site.options["siteurl"])) if state.smilies else html


def the_content(text: str, render: Callable[[str], str], state: ContentState, parser: Parser) -> str:
    """`text`, a post's content, as `apply_filters( 'the_content', … )` prints it. `render` is `do_blocks`."""
    running, state.loading.running = state.loading.running, NAME
    try:
        markup = before_blocks(text, state, parser)
        return after_blocks(render(markup), markup, state)
    finally:
        state.loading.running = running


def with_https(html: str, site: Site) -> str:
    """`html` with the site's own addresses secure if the site was moved to https (`wp_replace_insecure_home_url()`)."""
    if php.is_empty(site.options.get("https_migration_required", "")):
        return html
    home, address = (php.text(site.options[name]) for name in ("home", "siteurl"))
    hosts = [(wp_parse_url(url) or {}).get("host") for url in (home, address)]
    if not (home.startswith("https:") and address.startswith("https:")) or hosts[0] != hosts[1]:
        return html
    secure = home.rstrip("/")
    insecure = secure.replace("https://", "http://")
    html = html.replace(insecure, secure)
    return html.replace(insecure.replace("/", "\\/"), secure.replace("/", "\\/"))


def all_shortcodes(state: ContentState) -> dict[str, Shortcode]:
    """WordPress's own shortcodes, and those of the state."""

    def captioned(attributes: Attributes, content: str, _name: str) -> str:
        return caption(state, attributes, content, shortcodes)

    shortcodes: dict[str, Shortcode] = {
        "embed": lambda _attributes, _content, _name: "",
        "wp_caption": captioned,
        "caption": captioned,
        "gallery": lambda attributes, _content, _name: gallery(state, attributes),
        "playlist": lambda attributes, _content, _name: playlist(state, attributes),
        "audio": lambda attributes, _content, _name: audio(state, attributes),
        "video": lambda attributes, content, _name: video(state, attributes, content),
        **state.shortcodes,
    }
    return shortcodes
