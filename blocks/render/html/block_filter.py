"""Block markup with what no post may hold taken out of the attributes (`filter_block_content()`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from blocks.formatting.kses import wp_kses_post
from blocks.formatting.kses_tables import POST
from blocks.model import attributes as attribute_json
from blocks.model.block import Block
from blocks.model.delimiter import Spelling
from blocks.model.source import Parser
from blocks.model.wordpress import LIMIT

_TEMPLATE_PART: Final = "core/template-part"


def filtered_blocks(markup: str, parser: Parser) -> str:
    """The markup with every text in the attributes of its blocks as `wp_kses_post()` leaves it.

    Delimiters are written anew, as `serialize_blocks()` writes them. Markup that blocks without an end repeat too often
    stays as it is.
    """
    if "<!--" not in markup:
        return markup
    document = parser.parse(markup)
    if document.overlap_size > LIMIT:
        return markup
    out: list[str] = []
    waiting: list[Iterator[str | Block]] = [iter(document.children)]
    while waiting:
        for piece in waiting[-1]:
            if isinstance(piece, str):
                out.append(piece)
            else:
                waiting.append(_parts(piece, document.spelling))
                break
        else:
            waiting.pop()
    return "".join(out)


def _parts(node: Block, spelling: Spelling) -> Iterator[str | Block]:
    if node.delimiter is None:
        return iter(node.inner_content)
    raw = node.delimiter.attributes
    value = attribute_json.read_as_php(raw) if raw is not None else None
    attributes = attribute_json.write(_filtered(value, node.block_name == _TEMPLATE_PART)) + " " if value else ""
    name, pieces = node.delimiter.name, node.inner_content
    if not pieces or pieces == ("0",):  # PHP's empty(): a content of "0" is none
        return iter((spelling.void(name, attributes),))
    return iter((spelling.opener(name, attributes), *pieces, spelling.closer(name)))


def _filtered(value: Any, is_template_part: bool) -> Any:
    """A copy of a value with its texts, and the keys that are text, filtered (`filter_block_kses_value()`)."""
    root: list[Any] = []
    waiting: list[tuple[Any, Any]] = [([value], root)]
    while waiting:
        given, made = waiting.pop()
        if isinstance(given, list):
            made.extend(_leaf(one, waiting) for one in given)
            continue
        made.update(given)
        for key, one in given.items():
            name = wp_kses_post(key) if isinstance(key, str) else key
            leaf = _leaf(one, waiting)
            if is_template_part and name == "tagName":
                leaf = leaf if not leaf or isinstance(leaf, list | dict) or leaf in POST else ""
            if name != key:
                del made[key]
            made[name] = leaf
    return root[0]


def _leaf(value: Any, waiting: list[tuple[Any, Any]]) -> Any:
    """A text filtered, an array to be filled in later, or the value itself."""
    if isinstance(value, str):
        return wp_kses_post(value)
    if not isinstance(value, list | dict):
        return value
    made: Any = type(value)()
    waiting.append((value, made))
    return made
