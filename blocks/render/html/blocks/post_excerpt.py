"""The excerpt of a post: the one that was written for it, or the first words of its content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blocks.formatting import php
from blocks.formatting.balance import force_balance_tags
from blocks.formatting.escaping import Html
from blocks.formatting.kses import wp_kses_post
from blocks.formatting.shortcodes import strip_shortcodes
from blocks.formatting.texts import wp_trim_words
from blocks.formatting.urls import esc_url
from blocks.model.block import Block
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.common import post_of, text_wrapper
from blocks.render.html.content import before_blocks, state_of
from blocks.render.html.content.chain import NAME, after_excerpt, all_shortcodes
from blocks.render.html.content.state import has_blocks
from blocks.render.html.server import Rendering, Server
from blocks.site.links import permalink
from blocks.site.pages import password_required
from blocks.site.post_pages import get_the_content, post_pages
from blocks.site.records import SitePost
from blocks.site.text import EXCERPT_MORE, get_the_excerpt, without_footnotes

_ALLOWED: Final = frozenset(
    (
        *(None, "core/freeform", "core/heading", "core/html", "core/list", "core/media-text", "core/paragraph"),
        *("core/preformatted", "core/pullquote", "core/quote", "core/table", "core/verse"),
    )
)
_WRAPPERS: Final = frozenset(("core/columns", "core/column", "core/group"))

# What a character costs that an excerpt is made of, in the measure of `Server.count_read()`: each is read many times.
_COST_OF_A_CHARACTER: Final = 5

_MOST_REPEATED: Final = 200_000  # characters
_DELIMITER: Final = re.compile(r"<!--\s+/?wp:")


def post_excerpt(block: ServerBlock, content: str, server: Server) -> Rendering | str:
    """The excerpt, and a link to the whole post where the block says its text (`render_block_core_post_excerpt()`)."""
    del content
    post = post_of(block, server)
    return "" if post is None else _drawn(block, post, server)


def _drawn(block: ServerBlock, post: SitePost, server: Server) -> Rendering:
    attributes = block.attributes
    more = attributes.get("moreText")
    link_text = wp_kses_post(php.text(more)) if php.is_true(more) else None
    made = ""
    if not password_required(post) and not php.trim(post.excerpt):
        made = yield excerpt_html(post, server, block)
    excerpt = get_the_excerpt(post, lambda: made, more=EXCERPT_MORE if link_text is None else "")
    on_new_line = attributes.get("showMoreOnNewLine")
    return server.draw(
        "core/post-excerpt",
        wrapper=text_wrapper(block, server),
        excerpt=Html(wp_trim_words(excerpt, php.integer(attributes.get("excerptLength")))),
        link=Html(esc_url(permalink(server.site, post))),
        link_text=None if link_text is None else Html(link_text),
        on_new_line=on_new_line is None or php.is_true(on_new_line),
    )


def excerpt_html(post: SitePost, server: Server, block: ServerBlock | None = None) -> Rendering:
    """The HTML that an excerpt is made of, of blocks that have a place in one (`wp_trim_excerpt()`).

    `block` is the one that shows it, for problems.
    """
    state = state_of(server)
    state.post = server.post
    shown = post_pages(post, server.main_query)
    markup = get_the_content(server.site, post, shown, more_text="", balance=force_balance_tags)
    server.count_read(_COST_OF_A_CHARACTER * len(markup))
    text = yield _without_blocks(strip_shortcodes(markup, all_shortcodes(state)), server, block)
    running, state.loading.running = state.loading.running, NAME
    state.post = server.post
    html = before_blocks(without_footnotes(text), state, server.parser)
    html = after_excerpt(html, state)
    state.loading.running = running
    return html


def _without_blocks(markup: str, server: Server, block: ServerBlock | None) -> Rendering:
    """The HTML of those blocks of a content that have a place in an excerpt (`excerpt_remove_blocks()`)."""
    if not has_blocks(markup):
        return markup
    post = server.post
    context = {"postId": post.id, "postType": post.type} if post is not None else {}
    out: list[str] = []
    for node in _kept(_parsed(markup, server, block)):
        if node.delimiter is None:
            out.append(node.inner_html)
        else:
            out.append((yield server.draw_block(server.block(node, context))))
    return "".join(out)


def _parsed(markup: str, server: Server, block: ServerBlock | None) -> tuple[Block, ...]:
    """The blocks of a content; where those left open would repeat much of it, they are comments, as others are."""
    document = server.document(markup)
    start = document.overlap_start
    if start is None:
        return document.children
    repeated = document.overlap_size - (len(markup) - start)
    if repeated > _MOST_REPEATED:
        unclosed = sum(node.delimiter is not None for node in document.overlapping)
        message = (
            f"{unclosed:,} blocks are still open at the end of the content; its excerpt would repeat "
            f"{repeated:,} characters of it. They are in it once"
        )
        server.report("overlap-limit", message, block)
        return server.parse(markup[:start] + _DELIMITER.sub("<!-- ", markup[start:]))
    server.count_read(_COST_OF_A_CHARACTER * repeated)
    return document.children


def _kept(nodes: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks to render, each on its own; of columns and groups those inside them."""
    for node in nodes:
        if node.block_name in _WRAPPERS and node.children:
            yield from _inside(node)
        elif (node.block_name in _ALLOWED or node.block_name in _WRAPPERS) and all(
            inner.block_name in _ALLOWED and not inner.children for inner in node.children
        ):
            yield node


def _inside(wrapper: Block) -> Iterator[Block]:
    """The blocks inside a wrapper, and inside theirs, of kinds that have a place in an excerpt, and nothing inside."""
    waiting = [iter(wrapper.children)]
    while waiting:
        for node in waiting[-1]:
            if node.block_name in _ALLOWED or node.block_name in _WRAPPERS:
                if node.children:
                    waiting.append(iter(node.children))
                    break
                yield node
        else:
            waiting.pop()
