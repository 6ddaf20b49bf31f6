"""Markup read and written again, as WordPress does wherever blocks could be hooked in."""

from __future__ import annotations

import re

from blocks.errors import LimitError
from blocks.formatting import php
from blocks.model import attributes as attribute_json
from blocks.model.source import Parser
from blocks.render.html.content.state import ContentState, has_blocks

_PART = "wp:template-part "
_PART_OPENER = re.compile(r"<!-- wp:template-part ((?:[^-]|-(?!->))*+)-->")
_WRAPPERS = {"wp_navigation": "navigation", "wp_block": "block"}


def rewritten(text: str, state: ContentState, parser: Parser) -> str:
    """`text` read and written again, as WordPress does to let blocks be hooked in.

    With a current post, text without blocks stays as it is, and other text is read as the inside of a `post-content`
    block. `Source: apply_block_hooks_to_content_from_post_object, remove_serialized_parent_block.`
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
    try:
        markup = str(parser.parse(text).serialize(canonical=True))
    except LimitError:  # blocks left open, each with the rest of the text: written anew, they would be its square
        return text
    if not theme or _PART not in markup:
        return markup

    def with_theme(found: re.Match[str]) -> str:
        slash = "/" if found[1].endswith("/") else ""
        json = found[1].removesuffix("/").strip()
        said = attribute_json.read_as_php(json) if json else {}
        if not isinstance(said, dict) or "theme" in said:
            return found[0]
        before = f"{json[:-1]}," if said else "{"
        return f'<!-- {_PART}{before}"theme":{php.json_encode(theme)}}} {slash}-->'

    return _PART_OPENER.sub(with_theme, markup)
