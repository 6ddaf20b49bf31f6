"""Walking, finding and transforming, over any depth: no function here recurses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from blocks.model.block import Block
from blocks.model.delimiter import full_name

Transformation = Callable[[Block], Block | Iterable[Block]]


def walk(nodes: Iterable[Block], *, blanks: bool = False) -> Iterator[Block]:
    """Every block, parents before children, in the order of the text.

    The blanks between blocks are nodes too (WordPress's `blockName: null`); they come only with `blanks=True`.
    """
    stack = [iter(nodes)]
    while stack:
        for node in stack[-1]:
            if blanks or not node.is_blank:
                yield node
            if node.children:
                stack.append(iter(node.children))
                break
        else:
            stack.pop()


def matcher(*wanted: type[Block] | str) -> Callable[[Block], bool]:
    """A test for blocks of one of the types, or of one of the names (`image` is short for `core/image`)."""
    if not wanted:
        raise TypeError("find() takes at least one block type or name, such as find(Image) or find('image')")
    for one in wanted:
        if not isinstance(one, str) and not (isinstance(one, type) and issubclass(one, Block)):
            raise TypeError(f"find() takes block types and names, not {one!r}")
    names = {full_name(one) for one in wanted if isinstance(one, str)}
    types = tuple(one for one in wanted if not isinstance(one, str))
    return lambda node: isinstance(node, types) or node.block_name in names


def transform(nodes: Iterable[Block], change: Transformation) -> tuple[Block, ...]:
    """The nodes with `change` applied to each block, children first; see `Document.transform`."""
    if not callable(change):
        raise TypeError(f"transform() takes a function of a block, not {change!r}")
    results: list[Block] = []
    # One frame a block: the block (None: the list itself), its children still to come, and what became of the rest.
    stack: list[tuple[Block | None, Iterator[Block], list[tuple[Block, ...]]]] = [(None, iter(nodes), [])]
    while stack:
        node, children, outcomes = stack[-1]
        child = next(children, None)
        if child is not None:
            stack.append((child, iter(child.children), []))
            continue
        stack.pop()
        if node is None:
            results = [block for outcome in outcomes for block in outcome]
            break
        stack[-1][2].append(_outcome(change, _with_outcomes(node, outcomes)))
    return tuple(results)


def _with_outcomes(node: Block, outcomes: list[tuple[Block, ...]]) -> Block:
    if all(len(new) == 1 and new[0] is old for old, new in zip(node.children, outcomes, strict=True)):
        return node
    coming = iter(outcomes)
    parts: list[str | Block] = []
    for part in node.parts:
        parts += [part] if isinstance(part, str) else next(coming)
    return node.with_parts(*parts)


def _outcome(change: Transformation, node: Block) -> tuple[Block, ...]:
    result: object = change(node)
    if isinstance(result, Block):
        return (result,)
    if isinstance(result, Iterable) and not isinstance(result, str | bytes):
        blocks = tuple(result)
        if all(isinstance(block, Block) for block in blocks):
            return blocks
    raise TypeError(
        f"transform(): the function returned {result!r} for {node!r}. "
        "Return the block to keep it, another block or several to replace it, or () to remove it"
    )
