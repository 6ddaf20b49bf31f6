"""The filters of `the_content`, in WordPress's order: what happens to a text before `do_blocks`, and to the HTML after.

priority 8     the text written anew as WordPress writes blocks, `[embed]`, addresses that stand alone
priority 9     do_blocks: the caller's
priority 10    wptexturize; wpautop, if there is no block; shortcode_unautop; the attachment; https for own addresses
priority 11    "Wordpress" spelled right; shortcodes
priority 12    images and frames: sizes, sources, how to load them
priority 20    smilies, if asked for

Excerpts and template parts go through some of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from blocks.formatting import php
from blocks.formatting.autoembed import autoembed
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
from blocks.render.html.content.embeds import embed, embedded
from blocks.render.html.content.galleries import gallery
from blocks.render.html.content.players import audio, video
from blocks.render.html.content.playlists import playlist
from blocks.render.html.content.rewriting import rewritten
from blocks.render.html.content.state import ContentState
from blocks.render.html.content.tags import filter_content_tags

NAME = "the_content"

Step = Callable[[str, ContentState], str]
"""A filter: HTML, and what is known of the page, to the HTML that it makes of it."""


def before_blocks(text: str, state: ContentState, parser: Parser) -> str:
    """The markup that `do_blocks` is given."""
    return embedded(state, rewritten(text, state, parser))


def after_blocks(html: str, markup: str, state: ContentState) -> str:
    """What becomes of `html`, which `do_blocks` made of `markup`."""
    state.note_blocks(markup)
    return _through(_CONTENT, html, state)


def after_excerpt(html: str, state: ContentState) -> str:
    """What becomes of the HTML that an excerpt is made of; its images are not completed (`wp_trim_excerpt()`)."""
    return _through(_EXCERPT, html, state)


def before_part(markup: str, state: ContentState) -> str:
    """The markup of a template part that `do_blocks` is given (`render_block_core_template_part()`)."""
    return _through((_unwrapped_shortcodes, _with_shortcodes), markup, state)


def after_part(html: str, context: str, state: ContentState) -> str:
    """What becomes of the HTML of a part's blocks; `context` is `template_part_` and its area."""
    html = _through((_texturized, _with_smilies), html, state)
    html = _with_images(html, state, context)
    return autoembed(html, lambda url: embed(state, {}, url, link=False))


def _through(steps: Iterable[Step], html: str, state: ContentState) -> str:
    for step in steps:
        html = step(html, state)
    return html


def _texturized(html: str, state: ContentState) -> str:
    return texturize(html, all_shortcodes(state))


def _with_paragraphs(html: str, state: ContentState) -> str:
    return autop(html) if state.makes_paragraphs else html


def _unwrapped_shortcodes(html: str, state: ContentState) -> str:
    return shortcode_unautop(html, all_shortcodes(state))


def _with_attachment(html: str, state: ContentState) -> str:
    return prepend_attachment(state, html)


def _with_https(html: str, state: ContentState) -> str:
    """`html` with the site's own addresses secure if the site was moved to https (`wp_replace_insecure_home_url()`)."""
    site = state.site
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


def _spelled(html: str, _state: ContentState) -> str:
    return capital_p_dangit(html)


def _with_shortcodes(html: str, state: ContentState) -> str:
    return do_shortcode(html, all_shortcodes(state))


def _paragraphs_again(html: str, state: ContentState) -> str:
    """Later texts get paragraphs, whatever was drawn before (`_restore_wpautop_hook()`)."""
    state.makes_paragraphs = True
    return html


def _with_images(html: str, state: ContentState, context: str = NAME) -> str:
    return filter_content_tags(html, context, state.images, state.loading)


def _with_smilies(html: str, state: ContentState) -> str:
    return convert_smilies(html, php.text(state.site.options["siteurl"])) if state.smilies else html


_CONTENT: Final[tuple[Step, ...]] = (
    _texturized,
    _with_paragraphs,
    _unwrapped_shortcodes,
    _with_attachment,
    _with_https,
    _spelled,
    _with_shortcodes,
    _paragraphs_again,
    _with_images,
    _with_smilies,
)
_EXCERPT: Final = tuple(step for step in _CONTENT if step is not _with_images)


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
