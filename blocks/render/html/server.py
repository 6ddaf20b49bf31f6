"""The server: the loop of `do_blocks()`, over what WordPress keeps in globals.

A callback, and a rule, is a plain function that gives the new content, or a generator function that yields what is to
be rendered on the way and is sent its HTML; so nothing here recurses, however deep blocks stand inside each other:

    def template_part(block: ServerBlock, content: str, server: Server) -> Rendering:
        html = yield server.do_blocks(markup)
        return f"<header>{html}</header>"
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from functools import cached_property
from typing import Any, ClassVar, Final

from blocks.model.block import Block
from blocks.model.document import Document
from blocks.render.base import renderable
from blocks.render.html.block import ServerBlock
from blocks.render.html.globals import Globals
from blocks.render.html.plans import Plan, Plans

Rendering = Generator[Any, str, str]
"""What is being rendered: it yields other renderings and is sent their HTML, and returns its own."""

# What rules may read, and references and loops add, in all: per character of the document, and at least so many.
_READ_PER_CHARACTER: Final = 200
_READ_AT_LEAST: Final = 20_000_000
# What more markup costs beside its length, and one turn of a loop, in the same measure.
_COST_OF_MARKUP: Final = 2000
_COST_OF_A_TURN: Final = 300
_DEEPEST_LOOP: Final = 50  # loops in each other; each copies what those inside it print


class Server(Globals):
    """Renders a document as `do_blocks()` does, with what a site, a request and a theme say."""

    _interactive: ServerBlock | None = None  # the outermost interactive block that is being drawn
    _may_read = _READ_AT_LEAST
    _is_over_limit = False
    _loops = 0

    formats: ClassVar[tuple[str, ...]] = ("html",)
    """Whose templates draw blocks; the first of these that has one."""

    draws_embeds: ClassVar = False
    """Whether the addresses of embeds become players later."""

    passes_plain_blocks: ClassVar = True
    """Whether a block that no rule applies to is no more than its pieces."""

    @cached_property
    def _plans(self) -> Plans:
        return Plans(self.types, self.context.templates, self.formats)

    def render(self, document: Document) -> str:
        """The HTML of a document."""
        self.report_request(document)
        self.allow(len(document.source.text))
        return self.run(self._blocks(renderable(document, self.context)))

    def run(self, rendering: Rendering) -> str:
        """Run a rendering, and what it yields, to its HTML."""
        stack, html = [rendering], ""
        send: str | None = None
        while stack:
            try:
                inner = stack[-1].send(send)  # type: ignore[arg-type]
            except StopIteration as end:
                stack.pop()
                send = html = end.value
            else:
                stack.append(inner)
                send = None
        return html

    def allow(self, characters: int) -> None:
        """Set what may be read and printed of a document that is so long."""
        self._may_read = max(_READ_AT_LEAST, _READ_PER_CHARACTER * characters)

    def document(self, markup: str) -> Document:
        """More markup, read."""
        self._may_read -= _COST_OF_MARKUP + len(markup)
        return super().document(markup)

    def do_blocks(self, markup: str) -> Rendering:
        """The rendering of more markup, such as a template part's (`do_blocks()`)."""
        html = yield from self._blocks(self.parse(markup))
        if self.content is not None:
            self.content.note_blocks(markup)
        return html

    def _blocks(self, nodes: tuple[Block, ...]) -> Rendering:
        out: list[str] = []
        for node in nodes:
            plan = self._plans.of_node(node)
            if plan is None or (plan.is_plain and not node.children):
                out.append(self.saved(node, plan))
            else:
                post = {"postId": self.post.id, "postType": self.post.type} if self.post is not None else {}
                out.append((yield self.draw_block(self.block(node, post))))
        return "".join(out)

    def saved(self, node: Block, plan: Plan | None) -> str:
        """The HTML of a node that has no inner blocks and needs no rule: what was saved of it."""
        if plan is not None and plan.is_nothing:
            self.report_nothing(node)
        return node.inner_html

    def block(self, node: Block, available: Mapping[str, Any], parent: ServerBlock | None = None) -> ServerBlock:
        """A node of the tree as a block to render, with `available` as the context around it."""
        plan = self._plans.of_node(node)
        if self.context_overrides:
            available = {**available, **self.context_overrides}
        attrs = plan.attrs if plan is not None else {}
        return ServerBlock(self, node.block_name, attrs, node.inner_content, available, parent=parent, node=node)

    def draw_block(self, block: ServerBlock) -> Rendering:
        """The rendering of a block (`WP_Block::render()`, and the filters on its data around it)."""
        plan, before = self._plans.of_block(block), block.attrs
        if self._may_read >= 0:  # else the block is shown as saved
            for rule in plan.data:
                rule(block, self)
        if block.is_drawn_again:
            block.keep_or_forget_inner_blocks(before)
        return (yield from self._planned(block, plan))

    def draw_again(self, block: ServerBlock) -> Rendering:
        """The rendering of a block alone (`WP_Block::render()`): its data is as a filter left it, or none saw it."""
        return self._planned(block, self._plans.of_block(block))

    def _planned(self, block: ServerBlock, plan: Plan) -> Rendering:
        if plan.template is not None and block.node is not None:
            return (yield self._from_template(block, block.node, plan.template))
        return (yield from self._drawn(block, plan))

    def _drawn(self, block: ServerBlock, plan: Plan) -> Rendering:
        is_root = plan.is_interactive and self._interactive is None
        if is_root:
            self._interactive = block
        bound: dict[str, Any] = {}
        if plan.is_bound:
            from blocks.render.html.bindings import bound_attributes

            bound = bound_attributes(block, self)
            block.attributes = {**block.attributes, **bound}
        if plan.draws_again or block.is_drawn_again:
            _ = block.inner_blocks  # the same each time, so that what filters change of them stays
        content = "" if plan.skips_inner_blocks else (yield from self._content(block))
        if self._is_over_limit_with(content, block):
            if is_root:
                self._interactive = None
            return content
        if bound and content:
            from blocks.render.html.bindings import replaced

            content = replaced(block, content, bound)
        if plan.needs_site and (stand_in := self._without_data(block, content, plan)) is not None:
            return stand_in
        if plan.callback is not None:
            post = self.post
            drawn = plan.callback(block, content, self)
            before = len(content)
            content = drawn if isinstance(drawn, str) else (yield drawn)
            self._may_read -= max(len(content) - before, 0)
            self.post = post
        for change in plan.filters:
            content = change(block, content, self)
        if is_root:
            self._interactive = None
            if "data-wp-" in content:
                content = self.interactivity.process_directives(content)
        return content

    def _without_data(self, block: ServerBlock, content: str, plan: Plan) -> str | None:
        """Say what a block that needs a site lacks; what stands for it, or None where it is drawn all the same."""
        if self.has_site:
            if plan.shows:
                self.report_missing(plan.shows, block)
            return None
        self.report("no-data", f"this {block.name} shows what a site knows, and no site was given", block)
        return self.stand_in(block, content)

    def inner_content(self, block: ServerBlock) -> Rendering:
        """The rendering of a block's content, with the filters of its output (`render(['dynamic' => false])`)."""
        self._may_read -= _COST_OF_A_TURN
        if self._loops >= _DEEPEST_LOOP:
            self.report("render-limit", f"loops stand more than {_DEEPEST_LOOP} deep in each other", block)
            return ""
        self._loops += 1
        content = yield from self._content(block)
        self._loops -= 1
        if self._is_over_limit_with(content, block):
            return content
        for change in self._plans.of_block(block).filters:
            content = change(block, content, self)
        return content

    def _content(self, block: ServerBlock) -> Rendering:
        """A block's pieces of HTML with its inner blocks rendered between them."""
        out: list[str] = []
        stack = [(block, iter(block.parts))]
        while stack:
            parent, parts = stack[-1]
            for part in parts:
                if isinstance(part, str):
                    out.append(part)
                    continue
                if isinstance(part, Block):
                    plan = self._plans.of_node(part)
                    if plan is None or plan.is_plain:
                        if not part.children:
                            out.append(self.saved(part, plan))
                            continue
                        if self.passes_plain_blocks:
                            inner = parent.child(part)
                            stack.append((inner, iter(inner.parts)))
                            break
                out.append((yield self.draw_block(parent.child(part))))
            else:
                stack.pop()
        return "".join(out)

    def _is_over_limit_with(self, content: str, block: ServerBlock) -> bool:
        """Whether so much was read and printed that a block's saved markup is taken as it is.

        Each block's rules read all its content, which costs the square of the depth that blocks are nested to; and what
        refers to two that refer to two, and a loop in a loop, costs a power of it.
        """
        self._may_read -= len(content)
        if self._may_read >= 0:
            return False
        if not self._is_over_limit:
            self._is_over_limit = True
            message = "blocks inside each other are so many that this one, and all behind it, are shown as saved"
            self.report("render-limit", message, block)
        return True

    def _from_template(self, block: ServerBlock, node: Block, template: str) -> Rendering:
        """What a theme's template draws of a block."""
        drawing = self.context.templates.draw_block(template, node, post=self.context.post)
        out: list[str] = []
        for part in drawing:
            if isinstance(part, str):
                out.append(part)
            else:
                out.append((yield self.draw_block(block.child(part))))
        return "".join(out)

    def count_read(self, characters: int) -> None:
        """Count what a rule read, or printed, beyond the content it was given."""
        self._may_read -= characters

    def attrs_of(self, node: Block) -> dict[str, Any]:
        """What a node's delimiter says, as PHP reads it; not to be changed."""
        plan = self._plans.of_node(node)
        return plan.attrs if plan is not None else {}
