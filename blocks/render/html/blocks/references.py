"""Blocks that stand for markup elsewhere: synced patterns and the patterns of themes."""

from __future__ import annotations

from typing import Any

from blocks.formatting import php
from blocks.formatting.autoembed import autoembed
from blocks.render.html.block import ServerBlock
from blocks.render.html.content import state_of
from blocks.render.html.content.embeds import embed, embedded
from blocks.render.html.content.rewriting import written
from blocks.render.html.server import Rendering, Server


def block(block: ServerBlock, content: str, server: Server) -> Rendering | str:
    """A synced pattern (`render_block_core_block()`)."""
    del content
    ref = block.attributes.get("ref")
    if not php.is_true(ref):
        return ""
    post = server.site.posts.get(php.integer(ref))
    if post is None or post.type != "wp_block":
        if server.has_site:  # else that is told
            server.report("missing-reference", f"the synced pattern {php.text(ref)} is not on the site", block)
        return ""
    if not server.enter(f"wp_block {post.id}", f"the synced pattern {post.id}", block):
        return ""
    if post.status != "publish" or post.password:
        server.leave(f"wp_block {post.id}")
        return ""
    return _synced(block, post.content, f"wp_block {post.id}", server)


def _synced(block: ServerBlock, markup: str, key: str, server: Server) -> Rendering:
    """The blocks of a pattern in the place of the block that refers to it, with what it overrides in them."""
    overrides = _overrides(block.attributes)
    block.attributes = {**block.attributes, **overrides}
    nodes = server.parse(embedded(state_of(server), markup))
    inside = ServerBlock(server, block.name, block.attrs, nodes, block.available, parent=block.parent, node=block.node)
    inside.attributes = block.attributes
    html = yield server.inner_content(inside)
    server.leave(key)
    return html


def _overrides(attributes: dict[str, Any]) -> dict[str, Any]:
    """What the block says of the pattern's content, in the shape of today."""
    said = attributes.get("content")
    if said is None:
        older = attributes.get("overrides")
        return {} if older is None else {"content": older}
    content = dict(php.pairs(said))
    for name, value in content.items():
        values = php.get(value, "values")
        if isinstance(values, dict) and values:
            content[name] = values
    return {"content": content}


def pattern(block: ServerBlock, content: str, server: Server) -> Rendering | str:
    """A pattern of the theme (`render_block_core_pattern()`)."""
    slug = block.attributes.get("slug")
    if not php.is_true(slug):
        return ""
    slug = php.text(slug)
    markup = server.pattern(slug)
    if markup is None:
        why = "" if server.has_site else ", and no site was given"
        server.report("missing-reference", f"there is no pattern {slug}{why}", block)
        return server.stand_in(block, content) or ""
    loss = server.pattern_loss(slug)
    if loss:
        server.report("no-data", f"the pattern {slug} is not whole: {loss}", block)
    if not server.enter(f"pattern {slug}", f"the pattern {slug}", block):
        return ""
    return _of_theme(markup, f"pattern {slug}", server)


def _of_theme(markup: str, key: str, server: Server) -> Rendering:
    html = yield server.do_blocks(written(markup, server.stylesheet, server.parser))
    server.leave(key)
    return autoembed(html, lambda url: embed(state_of(server), {}, url, link=False))
