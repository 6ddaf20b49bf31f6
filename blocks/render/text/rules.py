"""The table of blocks: how each is written, beyond its saved HTML.

A rule is a generator as in `render.base.visit`: it feeds the flow what the block says, and yields each block inside it
where that one is to be written. Most blocks need none: their elements say it all, as they do in a classic post.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from blocks.model.block import Block
from blocks.render.text.flow import Flow
from blocks.render.text.labels import feed_label

Rule = Callable[[Block, Flow], Iterator[Block]]


def saved(node: Block, flow: Flow, *, paragraphs: bool = False) -> Iterator[Block]:
    """The saved HTML, with the blocks inside in place; for a block without, what the option `dynamic` says."""
    if node.is_void:
        feed_label(node, flow)
    for part in node.inner_content:
        if isinstance(part, str):
            flow.feed(part, paragraphs=paragraphs)
        else:
            yield part


def _list(node: Block, flow: Flow) -> Iterator[Block]:
    """A list that counts down begins at the number of its items, which are blocks inside it."""
    flow.items = len(node.children)
    yield from saved(node, flow)
    flow.items = 0


def _freeform(node: Block, flow: Flow) -> Iterator[Block]:
    """A classic post as it was typed: blank lines part paragraphs and line ends count, unless it has `<p>` already."""
    html = node.inner_html.lower()
    yield from saved(node, flow, paragraphs="<p>" not in html and "<p " not in html)


def _footnotes(node: Block, flow: Flow) -> Iterator[Block]:
    """The notes of the post, where they are known; a text with marks and without notes is told at the marks."""
    if html := flow.notes.show():
        flow.feed(html)
    elif not node.is_void or not flow.notes.has_marks:
        yield from saved(node, flow)


RULES: Final[dict[str, Rule]] = {
    "core/footnotes": _footnotes,
    "core/freeform": _freeform,
    "core/list": _list,
}
