"""The server that draws semantic HTML: blocks that have a template are drawn from it, others as WordPress draws them.

Each block that has a template is drawn apart, and a comment stands in its place (`markup.PLACE`) until all is drawn. So
what is around it is cleaned without it, once, and no rule reads the same text at every depth.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from blocks.formatting import php
from blocks.model.block import Block
from blocks.model.document import Document
from blocks.model.editing import migrated
from blocks.render.clean.markup import PLACE, clean
from blocks.render.clean.parts import FUNCTIONS
from blocks.render.html.block import ServerBlock
from blocks.render.html.plans import Plan, Plans
from blocks.render.html.rules import BOUND
from blocks.render.html.server import Rendering, Server

FORMATS: Final = ("clean",)

_REWRITES: Final = frozenset(
    ("core/post-content", "core/post-excerpt", "core/latest-posts", "core/comment-content", "core/template-part")
)
"""Blocks whose callbacks change the text of what they render: they get it as WordPress draws it."""

_NONCE: Final = f"{secrets.randbelow(10**24):024}"


class CleanPlans(Plans):
    """Which rules apply to a block: what has a template of this format is never plain."""

    def _make(self, name: str | None, attrs: dict[str, Any], is_void: bool = False) -> Plan:
        plan = super()._make(name, attrs, is_void)
        plan.template = None  # that of a theme is for WordPress's HTML
        if name is not None and self._templates.for_block(FORMATS, name) is not None:
            plan.is_plain = plan.is_nothing = False
        return plan


class CleanServer(Server):
    """Draws a document as semantic HTML; the styles that WordPress's would need are nobody's."""

    _rewriting = 0  # how many of the blocks that are being drawn are among `_REWRITES`

    @cached_property
    def _plans(self) -> CleanPlans:
        return CleanPlans(self.types, self.context.templates, self.formats)

    @cached_property
    def _parts(self) -> list[str]:
        """What was drawn apart, by the numbers of its comments."""
        return []

    @cached_property
    def dropped(self) -> set[str]:
        """The names of the elements that were left out."""
        return set()

    def render(self, document: Document) -> str:
        """The semantic HTML of a document."""
        html = self._expanded(clean(super().render(document), self.dropped, folds=True)).strip("\n")
        if self.dropped:
            self._report_dropped(document)
        return html

    def _report_dropped(self, document: Document) -> None:
        """Tell of the blocks whose markup holds elements that were left out."""
        marks = [f"<{name}" for name in sorted(self.dropped)]
        for node in document.walk():
            html = node.inner_html.lower()
            if any(mark in html for mark in marks):
                self.context.report("unsupported-content", "scripts and stylesheets were left out", node)

    def draw_block(self, block: ServerBlock) -> Rendering:
        """The rendering of a block: a comment that stands for it, where it has a template of this format."""
        return self._draw(block, None)

    def _draw(self, block: ServerBlock, parent: Block | None) -> Rendering:
        name, node = block.name, block.node
        template = self.context.templates.for_block(FORMATS, name) if name is not None else None
        if self._rewriting or template is None or node is None or node.block_name != name:
            self._rewriting += name in _REWRITES
            html = yield from super().draw_block(block)
            self._rewriting -= name in _REWRITES
            return html
        if _is_hidden(block):
            return ""
        if (today := _of_today(block, node)) is None:
            html = clean((yield from super().draw_block(block)), self.dropped, folds=True)
        else:
            if today is not node:
                block = self.block(today, block.available, block.parent)
            html = yield from self._from_fields(block, today, template, parent)
        return self._place(html)

    def _from_fields(self, block: ServerBlock, node: Block, template: str, parent: Block | None) -> Rendering:
        """What a template draws of a block, the blocks inside each on a line of its own."""
        out: list[str] = []
        is_behind_a_block = False
        drawing = self.context.templates.draw_block(template, node, post=self.context.post, parent=parent, **FUNCTIONS)
        for part in drawing:
            if isinstance(part, str):
                is_behind_a_block = is_behind_a_block and not part.strip()
                if not is_behind_a_block:
                    out.append(part)
                continue
            html = clean((yield self._draw(block.child(part), node)), self.dropped, folds=True).strip()
            if html:
                out += ("\n", html) if is_behind_a_block else (html,)
                is_behind_a_block = True
        return "".join(out)

    def _place(self, html: str) -> str:
        if not html.strip():
            return ""
        self._parts.append(html)
        return f"<!--{_NONCE}:{len(self._parts) - 1}-->"

    def _expanded(self, html: str) -> str:
        """HTML with the parts that comments stand for in their places."""
        out: list[str] = []
        stack: list[Iterator[str]] = [_pieces(html)]
        while stack:
            for piece in stack[-1]:
                if piece.startswith("<!--") and (found := PLACE.fullmatch(piece)) and found["nonce"] == _NONCE:
                    stack.append(_pieces(self._parts[int(found["number"])]))
                    break
                out.append(piece)
            else:
                stack.pop()
        return "".join(out)


def _pieces(html: str) -> Iterator[str]:
    """HTML cut before and behind each comment that stands for a part."""
    position = 0
    for found in PLACE.finditer(html):
        if position < found.start():
            yield html[position : found.start()]
        yield found[0]
        position = found.end()
    if position < len(html):
        yield html[position:]


def _is_hidden(block: ServerBlock) -> bool:
    """Whether its author hides it (`supports/visibility.py`)."""
    if php.get(block.attrs, "metadata", "blockVisibility") is not False:
        return False
    return block.type is None or block.type.has_support("visibility", default=True)


def _of_today(block: ServerBlock, node: Block) -> Block | None:
    """The node whose fields and children say all of a block; None where no node does.

    So it is where its markup fits no shape, and where a part of it comes from elsewhere: from a binding, or the post's
    picture.
    """
    is_bound = block.name in BOUND and php.get(block.attrs, "metadata", "bindings") is not None
    if is_bound or block.attrs.get("useFeaturedImage") or not node.reading.is_recognised:
        return None
    if node.reading.moved is None:
        return node
    today = migrated(node, "6.9")
    return today if today is not node else None
