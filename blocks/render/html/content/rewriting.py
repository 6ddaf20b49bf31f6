"""Markup read and written again, as WordPress does wherever blocks could be hooked in."""

from __future__ import annotations

from blocks.errors import LimitError
from blocks.formatting import php
from blocks.model import attributes as attribute_json
from blocks.model.block import Block
from blocks.model.source import Parser
from blocks.model.wordpress import LIMIT, canonical_attributes, canonical_markup
from blocks.render.html.content.state import ContentState, has_blocks

_WRAPPERS = {"wp_navigation": "navigation", "wp_block": "block"}


def rewritten(text: str, state: ContentState, parser: Parser) -> str:
    """`text` read and written again, as WordPress does to let blocks be hooked in.

    With a current post, text without blocks stays as it is, and other text is read as the inside of a `post-content`
    block (`apply_block_hooks_to_content_from_post_object()`).
    """
    if state.post is None:
        return written(text, state.theme, parser) if "<!--" in text or text == "0" else text
    if "<!--" not in text or "wp:" not in text:
        return text
    name = _WRAPPERS.get(state.post.type, "post-content")
    ignored = state.post.meta.get("_wp_ignored_hooked_blocks")
    more = ""
    if php.is_true(ignored) and isinstance(ignored, str):
        more = f'{{"metadata":{{"ignoredHookedBlocks":{ignored}}}}} '
    classic = "" if has_blocks(text) else f"<!-- wp:freeform -->{text}<!-- /wp:freeform -->"
    inside = written_inside(name, classic or text, state.theme, parser, more)
    return inside.replace(classic, text) if classic else inside


def written_inside(name: str, text: str, theme: str, parser: Parser, attributes: str = "") -> str:
    """`text` written anew as what stands inside a block of a name, with JSON `attributes` and a blank behind them."""
    wrapped = written(f"<!-- wp:{name} {attributes}-->{text}<!-- /wp:{name} -->", theme, parser)
    start, end = wrapped.find("-->") + 3, wrapped.rfind("<!--")
    return wrapped[start:end] if end >= start else ""


def written(text: str, theme: str, parser: Parser) -> str:
    """`text` as WordPress writes its blocks (`apply_block_hooks_to_content()`, to which no block is hooked).

    Template parts get the attribute `theme` (`_inject_theme_attribute_in_template_part_block()`).
    """

    def spelled(node: Block) -> str:
        said = attribute_json.read_as_php(node.raw_attributes) if node.raw_attributes is not None else {}
        if not theme or node.block_name != "core/template-part" or php.has(said, "theme"):
            return canonical_attributes(node)
        return attribute_json.write({**{str(key): value for key, value in php.pairs(said)}, "theme": theme}) + " "

    try:
        return canonical_markup(parser.parse(text), LIMIT, spelled)
    except LimitError:  # blocks left open, each with the rest of the text: written anew, they would be its square
        return text
