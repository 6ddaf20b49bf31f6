"""The server: what WordPress keeps in globals while it renders one document, and the loop of `do_blocks()`.

A callback, and a rule, is a plain function that gives the new content, or a generator function that yields what is to
be rendered on the way and is sent its HTML; so nothing here recurses, however deep blocks stand inside each other:

    def template_part(block: ServerBlock, content: str, server: Server) -> Rendering:
        html = yield server.do_blocks(markup)
        return f"<header>{html}</header>"
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from blocks.model.block import Block
from blocks.model.document import Document
from blocks.model.source import Parser
from blocks.render.base import Context, renderable
from blocks.render.html.block import ServerBlock
from blocks.render.html.plans import Plan, Plans
from blocks.render.html.server_type import types_of

if TYPE_CHECKING:
    from blocks.formatting.php.chance import Chance
    from blocks.formatting.shortcodes import Shortcode
    from blocks.render.html.interactivity import Interactivity
    from blocks.site import RenderContext, Site, SitePost, ThemeFiles
    from blocks.site.query import PostQuery
    from blocks.theme import Theme
    from blocks.theme.style_rules import StyleSheet

Rendering = Generator[Any, str, str]
"""What is being rendered: it yields other renderings and is sent their HTML, and returns its own."""

# What the rules that rewrite a block's output may read in all: per character of the document, and at least so many.
_READ_PER_CHARACTER: Final = 200
_READ_AT_LEAST: Final = 20_000_000


class Server:
    """Renders a document as `do_blocks()` does, with what a site, a request and a theme say.

    `theme` is one, or the kind of one that adds nothing to what WordPress sets: `block`, `classic`. `post` is the
    global `$post`; `inline_styles` are the styles that blocks need beside the stylesheet, made text in the end, and
    `footer` what is printed below the page.
    """

    def __init__(
        self,
        parser: Parser,
        context: Context,
        site: Site | None,
        request: RenderContext | None,
        theme: Theme | str = "block",
        bindings: Mapping[str, Callable[..., object]] | None = None,
        shortcodes: Mapping[str, Shortcode] | None = None,
        no_data: str = "wordpress",
        smilies: bool = False,
    ) -> None:
        self.parser = parser
        self.types = types_of(parser.registry)
        self.context = context
        self.has_site = site is not None
        self.shortcodes: Mapping[str, Shortcode] = shortcodes or {}
        self.no_data = no_data
        self.smilies = smilies
        self._site, self._request, self._theme = site, request, theme
        self.bindings: Mapping[str, Callable[..., object]] = bindings or {}
        self.inline_styles: list[object] = []
        self.footer: list[str] = []
        self.context_overrides: dict[str, Any] = {}
        self.memory: dict[str, Any] = {}
        self.post = self._first_post()
        self.in_the_loop = request is not None and request.loop
        self._entered: dict[str, Block | None] = {}
        self._reported: set[tuple[str, int]] = set()
        self._unique_ids: dict[str | None, int] = {}
        self._plans = Plans(self.types, context.templates)
        self._interactive: ServerBlock | None = None
        self._may_read = _READ_AT_LEAST
        self._is_over_limit = False

    # --------------------------------------------- what there is to ask: imported when the first block asks for it

    @cached_property
    def site(self) -> Site:
        """The site; an empty one where none was given."""
        from blocks.site import MemorySite

        return self._site if self._site is not None else MemorySite()

    @cached_property
    def request(self) -> RenderContext:
        """What the request says; one for nothing, by nobody, where none was given."""
        from blocks.site import RenderContext

        return self._request if self._request is not None else RenderContext()

    @cached_property
    def theme(self) -> Theme:
        """The theme; where none was given, one that adds nothing to what WordPress sets."""
        from blocks.render.html.themes import plain_theme, with_types

        theme = plain_theme(self._theme) if isinstance(self._theme, str) else self._theme
        return with_types(theme, self.parser.registry)

    @cached_property
    def styles(self) -> StyleSheet:
        """The stylesheet of the block supports."""
        from blocks.theme.style_rules import StyleSheet

        return StyleSheet()

    # ------------------------------------------------------------------------------------ what callbacks ask for

    def unique_id(self, prefix: str = "") -> str:
        """A number that no other caller gets, behind a prefix (`wp_unique_id()`: one sequence for all prefixes)."""
        self._unique_ids[None] = self._unique_ids.get(None, 0) + 1
        return f"{prefix}{self._unique_ids[None]}"

    def unique_prefixed_id(self, prefix: str = "") -> str:
        """A number that no other caller with this prefix gets, behind it (`wp_unique_prefixed_id()`)."""
        self._unique_ids[prefix] = self._unique_ids.get(prefix, 0) + 1
        return f"{prefix}{self._unique_ids[prefix]}"

    def uniqid(self) -> str:
        """An id made of the clock, and no other like it (`uniqid()`; the microseconds are counted here)."""
        self._unique_ids["uniqid"] = count = self._unique_ids.get("uniqid", 0) + 1
        return f"{int(self.request.now.timestamp()):x}{count:05x}"

    @cached_property
    def interactivity(self) -> Interactivity:
        """State and directives of interactive blocks."""
        from blocks.render.html.interactivity import Interactivity

        return Interactivity()

    @cached_property
    def chance(self) -> Chance:
        """Numbers of chance, the same for every document (`mt_rand()`, its seed 1)."""
        from blocks.formatting.php.chance import Chance

        return Chance()

    @cached_property
    def main_query(self) -> PostQuery:
        """The query that the request asks for (`$wp_query`)."""
        from blocks.site.query import main_query

        return main_query(self.site, self.request)

    def _first_post(self) -> SitePost | None:
        """The global `$post` where rendering begins."""
        if self._request is None:
            return None
        if self.request.post:
            return self.site.posts.get(self.request.post)
        return self.main_query.post if self.request.loop else None

    @property
    def stylesheet(self) -> str:
        """The slug of the active theme (`get_stylesheet()`)."""
        return self.request.theme or self.theme.stylesheet

    def pattern(self, slug: str) -> str | None:
        """The markup of a pattern of the theme, None where there is none of that name."""
        markup = self.theme.pattern(slug)
        if markup is None:
            markup = next((files.patterns[slug] for files in self._themes() if slug in files.patterns), None)
        return markup

    def _themes(self) -> list[ThemeFiles]:
        files = self.site.themes.get(self.stylesheet)
        return [files] if files is not None else []

    def enter(self, key: str, name: str, block: ServerBlock) -> bool:
        """Note that what `key` stands for is being drawn; False, with a problem, where it stands inside itself."""
        if key in self._entered:
            self.report("reference-loop", f"{name} stands inside itself; it is left out there, as in WordPress", block)
            return False
        self._entered[key] = _node_of(block)
        return True

    def leave(self, key: str) -> None:
        """Note that what `key` stands for is drawn."""
        self._entered.pop(key, None)

    def parse(self, markup: str) -> tuple[Block, ...]:
        """The top-level blocks of more markup."""
        return self.parser.parse(markup).children

    def draw(self, template: str, **variables: Any) -> str:
        """A template of the format, such as `core/latest-posts`: the theme's, or that of this package."""
        return self.context.templates.draw(f"html/{template}.html", **variables)

    def report(self, code: str, message: str, block: ServerBlock) -> None:
        """Say, once a block, that something about it could not be rendered as it is.

        Where it comes from a pattern or the like, the place is that of the block which refers to it.
        """
        self._report_at(code, message, _node_of(block))

    def _report_nothing(self, node: Block) -> None:
        message = f"nothing was saved of this {node.block_name}, and no rule says how the server draws it"
        self._report_at("nothing-rendered", message, node)

    def _report_at(self, code: str, message: str, node: Block | None) -> None:
        node = next(iter(self._entered.values()), node)
        if node is not None and (code, id(node)) not in self._reported:
            self._reported.add((code, id(node)))
            self.context.report(code, message, node)

    # ------------------------------------------------------------------------------------ what goes with the HTML

    def css(self) -> str:
        """The stylesheet of the block supports."""
        return self.styles.css() if "styles" in vars(self) else ""  # else no block has asked for it

    def inline_css(self) -> str:
        """The styles beside the stylesheet of the supports: style variations and duotone filters."""
        return "".join(map(str, self.inline_styles))

    def page_css(self) -> str:
        """All the styles of a page: the theme's global ones, then those of its blocks."""
        from blocks.theme.stylesheet import global_stylesheet

        return global_stylesheet(self.theme) + self.styles.css() + self.inline_css()

    # ------------------------------------------------------------------------------------------------ the loop

    def render(self, document: Document) -> str:
        """The HTML of a document."""
        self._may_read = max(_READ_AT_LEAST, _READ_PER_CHARACTER * len(document.source.text))
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

    def do_blocks(self, markup: str) -> Rendering:
        """The rendering of more markup, such as a template part's (`do_blocks()`)."""
        html = yield from self._blocks(self.parse(markup))
        state = self.memory.get("content")
        if state is not None:
            state.note_blocks(markup)
        return html

    def _blocks(self, nodes: tuple[Block, ...]) -> Rendering:
        out: list[str] = []
        for node in nodes:
            plan = self._plans.of_node(node)
            if plan is None or (plan.is_plain and not node.children):
                out.append(node.inner_html)
                if plan is not None and plan.is_nothing:
                    self._report_nothing(node)
            else:
                post = {"postId": self.post.id, "postType": self.post.type} if self.post is not None else {}
                out.append((yield self.draw_block(self.block(node, post))))
        return "".join(out)

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
            return content
        if bound and content:
            from blocks.render.html.bindings import replaced

            content = replaced(block, content, bound)
        if plan.needs_site and not self.has_site:
            self.report("no-data", f"this {block.name} shows what a site knows, and no site was given", block)
            if self.no_data != "wordpress":
                return content if self.no_data == "saved" else self.draw("placeholder", block_name=block.name)
        if plan.callback is not None:
            post = self.post
            drawn = plan.callback(block, content, self)
            content = drawn if isinstance(drawn, str) else (yield drawn)
            self.post = post
        for change in plan.filters:
            content = change(block, content, self)
        if is_root:
            self._interactive = None
            if "data-wp-" in content:
                content = self.interactivity.process_directives(content)
        return content

    def inner_content(self, block: ServerBlock) -> Rendering:
        """The rendering of a block's content, with the filters of its output (`render(['dynamic' => false])`)."""
        content = yield from self._content(block)
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
                        if part.children:
                            inner = parent.child(part)
                            stack.append((inner, iter(inner.parts)))
                            break
                        out.append(part.inner_html)
                        if plan is not None and plan.is_nothing:
                            self._report_nothing(part)
                        continue
                out.append((yield self.draw_block(parent.child(part))))
            else:
                stack.pop()
        return "".join(out)

    def _is_over_limit_with(self, content: str, block: ServerBlock) -> bool:
        """Whether the rules have read so much that a block's saved markup is taken as it is.

        Each block's rules read all its content, which costs the square of the depth that blocks are nested to.
        """
        self._may_read -= len(content)
        if self._may_read >= 0:
            return False
        if not self._is_over_limit:
            self._is_over_limit = True
            self.report(
                "render-limit", "blocks stand too deep inside each other; the outer ones are shown as saved", block
            )
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
        """Count what a rule read beyond the content it was given."""
        self._may_read -= characters

    def attrs_of(self, node: Block) -> dict[str, Any]:
        """What a node's delimiter says, as PHP reads it; not to be changed."""
        plan = self._plans.of_node(node)
        return plan.attrs if plan is not None else {}


def _node_of(block: ServerBlock | None) -> Block | None:
    """The node that a block, or the nearest one around it, is in the tree."""
    while block is not None and block.node is None:
        block = block.parent
    return block.node if block is not None else None
