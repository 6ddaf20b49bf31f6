"""What WordPress keeps in globals while it renders one document, as members of one object."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from blocks.formatting import php
from blocks.model.block import Block
from blocks.model.source import Parser
from blocks.render.base import Context, renderable
from blocks.render.html.server_type import types_of

if TYPE_CHECKING:
    from blocks.formatting.php.chance import Chance
    from blocks.formatting.shortcodes import Shortcode
    from blocks.model.document import Document
    from blocks.render.html.block import ServerBlock
    from blocks.render.html.content import ContentState
    from blocks.render.html.interactivity import Interactivity
    from blocks.site import RenderContext, Site, SitePost, ThemeFiles
    from blocks.site.query import PostQuery
    from blocks.theme import Theme
    from blocks.theme.style_rules import StyleSheet


class Globals:
    """What WordPress keeps in globals, and what blocks ask of it: the site, the request, the theme, counters, styles.

    `theme` is one, or the kind of one that adds nothing to what WordPress sets: `block`, `classic`. `post` is the
    global `$post`; `inline_styles` are the styles that blocks need beside the stylesheet, made text in the end, and
    `footer` what is printed below the page. `content` is what the filters of contents count, once they ran, and
    `memory` what blocks keep for those behind them.
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
        self.content: ContentState | None = None
        self.post = self._first_post()
        self.in_the_loop = request is not None and request.loop
        self._entered: dict[str, Block | None] = {}
        self._reported: set[tuple[str, int]] = set()
        self._unique_ids: dict[str | None, int] = {}

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
        request = self._request
        if request is not None and request.post:
            return self.site.posts.get(request.post)
        if request is not None and request.loop:
            return self.main_query.post
        if self._site is None or self.context.post.id is None or (request is not None and request.query is not None):
            return None
        return self._site.posts.get(self.context.post.id)  # the post that is rendered

    @property
    def stylesheet(self) -> str:
        """The slug of the active theme (`get_stylesheet()`): as the request says, or the theme itself, or the site."""
        return self.request.theme or self.theme.stylesheet or php.text(self.site.options.get("stylesheet", ""))

    @property
    def theme_files(self) -> ThemeFiles | None:
        """What the site knows of the active theme's files; it stands before what the theme itself was read with."""
        return self.site.themes.get(self.stylesheet)

    def pattern(self, slug: str) -> str | None:
        """The markup of a pattern of the theme, None where there is none of that name."""
        files = self.theme_files
        markup = files.patterns.get(slug) if files is not None else None
        if markup is not None:
            return markup
        markup = self.theme.pattern(slug)
        if markup is None or "<?" not in markup:
            return markup
        from blocks.formatting.query import rawurlencode
        from blocks.site.addresses import home_url, site_url
        from blocks.theme.pattern_files import filled
        from blocks.theme.pattern_php import Addresses

        folder = rawurlencode(self.theme.stylesheet or self.stylesheet)
        theme = site_url(self.site, f"wp-content/themes/{folder}")
        return filled(markup, Addresses(home_url(self.site), site_url(self.site), theme))

    def pattern_loss(self, slug: str) -> str:
        """What is left out of the markup of a pattern, for people; empty where it is whole."""
        files = self.theme_files
        return "" if files is not None and slug in files.patterns else self.theme.losses.get(slug, "")

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

    def document(self, markup: str) -> Document:
        """More markup, read."""
        return self.parser.parse(markup)

    def parse(self, markup: str) -> tuple[Block, ...]:
        """The top-level blocks to render of more markup."""
        return renderable(self.document(markup), self.context)

    def draw(self, template: str, **variables: Any) -> str:
        """A template of the format, such as `core/latest-posts`: the theme's, or that of this package."""
        return self.context.templates.draw(f"html/{template}.html", **variables)

    def report(self, code: str, message: str, block: ServerBlock | None) -> None:
        """Say, once a block, that something about it could not be rendered as it is.

        Where it comes from a pattern or the like, the place is that of the block which refers to it.
        """
        self._report_at(code, message, _node_of(block))

    def stand_in(self, block: ServerBlock, content: str) -> str | None:
        """What stands for a block that needs a site where none was given, by `no_data`; None: what WordPress prints."""
        if self.has_site or self.no_data == "wordpress":
            return None
        return content if self.no_data == "saved" else self.draw("placeholder", block_name=block.name)

    def report_missing(self, shown: str, block: ServerBlock) -> None:
        """Say that a block shows the current `post`, or what the page's `query` found, where the request has none."""
        if shown == "query":
            inherits = php.is_true(php.get(block.context, "query", "inherit")) or block.name == "core/query-title"
            if inherits and self.request.query is None and block.attributes.get("type") != "post-type":
                what = (
                    "shows the posts of the page's query"
                    if block.name != "core/query-title"
                    else "names the page's query"
                )
                self.report("no-data", f"this {block.name} {what}, and the request names none", block)
            return
        if self.post is not None or self.request.post or self.in_the_loop:
            return
        if block.context.get("postId") is None and block.attributes.get("datetime") is None:
            why = "the request names none"
            if self.request.query is not None:
                why = "the request has a query, of which only `loop` makes the first post the current one"
            self.report("no-data", f"this {block.name} shows the current post, and {why}", block)

    def report_request(self, document: Document) -> None:
        """Say that the post that the request names is not on the site."""
        if self.has_site and self.request.post and self.post is None and document.children:
            message = f"the post {self.request.post}, which the request names, is not on the site"
            self.context.report("missing-reference", message, document.children[0])

    def report_nothing(self, node: Block) -> None:
        """Say that nothing was saved of a void node, and nothing draws it."""
        message = f"nothing was saved of this {node.block_name}, and no rule says how the server draws it"
        self._report_at("nothing-rendered", message, node)

    def place(self, node: Block | None) -> Block | None:
        """Where problems of a node are told: at the block that refers to what it comes from, or at itself."""
        return next(iter(self._entered.values())) if self._entered else node

    def place_of(self, block: ServerBlock | None) -> Block | None:
        """Where problems of a block are told."""
        return self.place(_node_of(block))

    def _report_at(self, code: str, message: str, node: Block | None) -> None:
        node = self.place(node)
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


def _node_of(block: ServerBlock | None) -> Block | None:
    """The node that a block, or the nearest one around it, is in the tree."""
    while block is not None and block.node is None:
        block = block.parent
    return block.node if block is not None else None
