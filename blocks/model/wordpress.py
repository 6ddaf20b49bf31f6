"""The tree as WordPress has it: the structure of `parse_blocks()`, and the markup of `serialize_blocks()`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from blocks.errors import LimitError
from blocks.model import attributes as attribute_json
from blocks.model.block import Block, Unknown
from blocks.model.delimiter import Spelling

if TYPE_CHECKING:
    from blocks.model.document import Document

LIMIT = 50_000_000  # characters that overlapping blocks may repeat in all


def to_wordpress(document: Document, limit: int | None) -> list[dict[str, Any]]:
    """What `parse_blocks()` answers; see `Document.to_wordpress`."""
    check_overlap(document, limit)
    result: list[dict[str, Any]] = []
    pending: list[tuple[Block, list[dict[str, Any]]]] = [(node, result) for node in reversed(document.children)]
    while pending:
        node, siblings = pending.pop()
        parsed = _parsed_block(node)
        siblings.append(parsed)
        pending += [(child, parsed["innerBlocks"]) for child in reversed(node.children)]
    return result


def _parsed_block(node: Block) -> dict[str, Any]:
    content: list[str | None] = [piece if isinstance(piece, str) else None for piece in node.inner_content]
    if node.is_nested and not node.is_void and (not content or content[-1] is None):
        content.append("")  # WordPress always records the last piece of a block inside a block
    raw = node.delimiter.attributes if node.delimiter is not None else None
    return {
        "blockName": node.block_name,
        "attrs": attribute_json.read_as_php(raw) if raw is not None else [],
        "innerBlocks": [],
        "innerHTML": "".join(piece for piece in content if piece is not None),
        "innerContent": content,
    }


def canonical_markup(document: Document, limit: int | None, attributes: Callable[[Block], str] | None = None) -> str:
    """What `serialize_blocks(parse_blocks(x))` answers; see `Document.serialize`.

    `attributes` spells the attributes of a block where they are not to be its own, with the blank behind them.
    """
    check_overlap(document, limit)
    out: list[str] = []
    stack: list[Iterator[str | Block]] = [iter(document.children)]
    while stack:
        for piece in stack[-1]:
            if isinstance(piece, str):
                out.append(piece)
            else:
                stack.append(_canonical_parts(piece, document.spelling, attributes or canonical_attributes))
                break
        else:
            stack.pop()
    return "".join(out)


def _canonical_parts(node: Block, spelling: Spelling, spelled: Callable[[Block], str]) -> Iterator[str | Block]:
    if node.delimiter is None:
        return iter(node.inner_content)
    name, attributes, pieces = node.delimiter.name, spelled(node), node.inner_content
    if not pieces or pieces == ("0",):  # PHP's empty(): a content of "0" is none
        return iter((spelling.void(name, attributes),))
    return iter((spelling.opener(name, attributes), *pieces, spelling.closer(name)))


def canonical_attributes(node: Block) -> str:
    """The attributes as WordPress writes them into a delimiter, with the blank behind them."""
    raw = node.delimiter.attributes if node.delimiter is not None else None
    value = attribute_json.read_as_php(raw) if raw is not None else None
    return attribute_json.write(value) + " " if value else ""


def check_overlap(document: Document, limit: int | None) -> None:
    """Raise LimitError where overlapping blocks repeat more than `limit` characters in all."""
    if limit is None:
        return
    repeated = document.overlap_size
    if repeated > limit:
        raise LimitError(
            f"{sum(not node.is_closed for node in document.overlapping)} blocks are still open at the end of the "
            f"text, and WordPress repeats the rest of it for each: {repeated:,} characters, more than the limit of "
            f"{limit:,}. Close the blocks (document.problems names them), or raise the limit (None lifts it)"
        )


def check_repeated(document: Document, limit: int | None) -> None:
    """Raise LimitError where overlapping blocks and unknown ones repeat more than `limit` characters in all."""
    check_overlap(document, limit)
    if limit is None:
        return
    repeated = sum(node.content_size for node in document.walk() if isinstance(node, Unknown))
    if repeated > max(limit, len(document.markup)):
        raise LimitError(
            f"blocks without a type stand inside each other, and the editor keeps the markup of each: {repeated:,} "
            f"characters, more than the limit of {limit:,}. Declare their types, or raise the limit (None lifts it)"
        )
