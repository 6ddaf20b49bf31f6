"""The server for AMP: it draws blocks as WordPress does, gives them their forms, and marks where each one is."""

from __future__ import annotations

import re
from typing import Any, ClassVar, Final

from blocks.fragment import Token
from blocks.model.block import Block
from blocks.render.amp.attributes import Values, cleaned
from blocks.render.amp.dimensions import Dimensions
from blocks.render.amp.forms import FORMS, Form, form_of
from blocks.render.amp.marks import Marks, Sealed
from blocks.render.html.block import ServerBlock
from blocks.render.html.plans import Plan
from blocks.render.html.server import Rendering, Server

FORMATS: Final = ("amp", "html")

_BEGINS: Final = re.compile(r"\w|\s*+https?:", re.IGNORECASE)
"""HTML whose beginning filters read: a word goes on, an address alone in its line is embedded."""


class AmpServer(Server):
    """Draws HTML with marks in it, of which `clean` makes AMP.

    `dimensions` knows how large pictures are, and `gallery` is what a gallery becomes, `grid` or `carousel`.
    """

    formats: ClassVar = FORMATS
    draws_embeds: ClassVar = True
    passes_plain_blocks: ClassVar = False

    def __init__(self, *args: Any, dimensions: Dimensions, gallery: str = "grid", **options: Any) -> None:
        super().__init__(*args, **options)
        self.dimensions = dimensions
        self.gallery = gallery
        self.marks = Marks()

    def saved(self, node: Block, plan: Plan | None) -> str:
        """The HTML of a node that needs no rule, marked; HTML outside blocks where no filter reads how it begins."""
        html = node.inner_html
        if plan is None:
            if html.isspace() or not self.marks.nodes or _BEGINS.match(html):
                return html
        elif plan.is_nothing:
            self.report_nothing(node)
        elif node.block_name in FORMS:
            return self._formed(self.block(node, {}), html)
        return self.marks.block(html, self.place(node))

    def _planned(self, block: ServerBlock, plan: Plan) -> Rendering:
        html = yield from super()._planned(block, plan)
        if plan.is_nothing and block.node is not None:
            self.report_nothing(block.node)
        return self._formed(block, html)

    def _formed(self, block: ServerBlock, html: str) -> str:
        form: Form | None = form_of(block.name)
        if form is not None and html:
            self.count_read(len(html))
            if self._may_read >= 0:  # else the block is shown as saved
                html = form(block, html, self)
        return self.marks.block(html, self.place_of(block))

    def sealed(
        self, tag: str, html: str, start: Token | None, block: ServerBlock, values: Values | None = None, **of_form: Any
    ) -> str:
        """An element of a form around `html`: the global attributes of the tag `start` that AMP takes, and `values`.

        `of_form` is more about it: `component`, `parent`, `depth` (see `Sealed`).
        """

        def say(code: str, message: str) -> None:
            self.report(code, message, block)

        kept = cleaned(tag, frozenset(), start.attributes, say) if start is not None else {}
        return self.marks.sealed(Sealed(tag, {**kept, **(values or {})}, **of_form), html)
