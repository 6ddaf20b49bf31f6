"""What WordPress does to a post's content around `do_blocks`: the filters of `the_content`.

chain.py         the filters in their order
state.py         what they know of the site, and count on a page
embeds.py        addresses that stand alone; `oembed.py`: what an answer becomes; `providers.py`: who answers
tags.py          images and frames: sizes, sources, how to load them
captions.py      `[caption]`; `galleries.py`, `players.py`, `playlists.py`: the other shortcodes of WordPress
losses.py        what these would show and nobody knows, told as problems
attachments.py   the media file of an attachment's page

The functions that need no site are in `blocks.formatting`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blocks.model.document import Document
from blocks.render.html.content.chain import NAME, after_blocks, before_blocks
from blocks.render.html.content.losses import Losses
from blocks.render.html.content.state import ContentState

if TYPE_CHECKING:
    from blocks.render.html.server import Rendering, Server

__all__ = ["ContentState", "after_blocks", "before_blocks", "content_of", "filtered_content", "state_of"]


def filtered_content(document: Document, server: Server) -> str:
    """A document as `apply_filters( 'the_content', … )` prints it."""
    server.allow(len(document.source.text))
    server.report_request(document)
    state_of(server).losses = Losses(server, document)
    return server.run(content_of(document.source.text, server))


def content_of(text: str, server: Server) -> Rendering:
    """The rendering of a post's content with the filters around it, for blocks that show one inside another."""
    state = state_of(server)
    running, state.loading.running = state.loading.running, NAME
    markup = before_blocks(text, state, server.parser)
    html = yield server.do_blocks(markup)
    html = after_blocks(html, markup, state_of(server))
    state.loading.running = running
    return html


def state_of(server: Server) -> ContentState:
    """The state of the page that a server draws, as of now; its `loading` is also for the images that blocks draw."""
    state = server.content
    if state is None:
        state = server.content = ContentState.of(server.site, server.request, server.shortcodes)
        state.theme = server.stylesheet
        state.smilies = server.smilies
        state.html5 = server.theme.is_block_theme
        state.has_site = server.has_site
        state.losses = Losses(server)
    state.post = server.post
    state.loading.main_loop = server.in_the_loop
    return state
