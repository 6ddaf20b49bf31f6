"""The theme: its settings and styles over WordPress's own, its template parts, templates and patterns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.names import wp_to_kebab_case
from blocks.theme.arrays import items, keyed, mapping, put, replaced
from blocks.theme.defaults import core_theme_json
from blocks.theme.facts import BlockFacts, BlockStyle, BlockTypes
from blocks.theme.merging import LATEST, Tree, layer, merged
from blocks.theme.supports import theme_json_of

_EMPTY: Final[Tree] = {"version": LATEST}
_GAP_OF_ITS_OWN: Final = ("core/post-template", "core/term-template", "core/columns")
_PULLQUOTE: Final = {"typography": {"fontSize": "1.5em", "lineHeight": "1.6"}}


@dataclass(frozen=True, eq=False)
class Theme:
    """What a theme says. Made by `block()`, `classic()`, `load()`, `from_dict()` or `from_wordpress()`.

        theme = Theme.load("themes/twentytwentyfive").with_blocks(block_types)
        theme.setting("layout", "contentSize")     # '645px'
        theme.template_part("header")              # block markup, or None

    Immutable, and everything it hands out is shared: not to be changed.
    """

    stylesheet: str = ""
    """The slug: the name of the theme's folder, such as `twentytwentyfive`."""
    theme_json: Tree = field(default_factory=lambda: dict(_EMPTY))
    """The theme's own theme.json, as it stands in the file."""
    has_theme_json: bool = True
    is_block_theme: bool = True
    supports: Mapping[str, Any] = field(default_factory=dict)
    """What the theme turned on by `add_theme_support()`: its name, and True or the value given."""
    partials: tuple[Tree, ...] = ()
    """Block style variations in files of their own (`styles/**/*.json` with `blockTypes`)."""
    style_variations: Mapping[str, Tree] = field(default_factory=dict)
    """Whole looks by name (`styles/*.json` without `blockTypes`), for `with_custom()`."""
    block_styles: tuple[BlockStyle, ...] = ()
    """Block style variations from `register_block_style()`."""
    template_parts: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)
    """Block markup by slug; PHP that asks for an address is still in it (`pattern_files.filled()`)."""
    losses: Mapping[str, str] = field(default_factory=dict)
    """What is left out of a pattern, by slug: its PHP, which nobody runs here."""
    custom: Tree | None = None
    """The user's global styles: a theme.json over the theme's."""
    notes: tuple[str, ...] = ()
    """What could not be read of the theme's files."""
    facts: BlockFacts | None = None
    answer: Tree | None = None
    """Settings and styles as WordPress merged them, taken as they are."""

    @classmethod
    def block(cls, stylesheet: str = "") -> Theme:
        """A theme with an empty theme.json: WordPress's own settings alone."""
        return cls(stylesheet)

    @classmethod
    def classic(cls, stylesheet: str = "", supports: Mapping[str, Any] | None = None) -> Theme:
        """A theme without theme.json, which may turn things on by `add_theme_support()`."""
        return cls(stylesheet, has_theme_json=False, is_block_theme=False, supports=supports or {})

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any], stylesheet: str = "") -> Theme:
        """A theme of one theme.json, read already."""
        return cls(stylesheet, dict(raw))

    @classmethod
    def from_wordpress(cls, data: Mapping[str, Any]) -> Theme:
        """A theme of WordPress's own answers: `settings`, `styles`, `theme` (its slug), `theme_raw` (its file)."""
        answer = {"version": LATEST, "settings": data.get("settings") or {}, "styles": data.get("styles") or {}}
        return cls(php.text(data.get("theme")), dict(data.get("theme_raw") or _EMPTY), answer=answer)

    @classmethod
    def load(cls, path: str | Path) -> Theme:
        """A theme from a theme.json, or from the folder of a theme.

        Raises SourceError, with the place, where there is no such file, or one of its JSON files is broken.
        """
        from blocks.theme.folder import read_theme

        return cls(**read_theme(Path(path)))

    def with_blocks(self, types: BlockTypes) -> Theme:
        """This theme where these block types are registered, in their order (WordPress's has dynamic ones first)."""
        return replace(self, facts=BlockFacts(types, self.facts.styles if self.facts else ()))

    def with_custom(self, raw: Tree) -> Theme:
        """This theme with a theme.json over it: the user's global styles, or one of the `style_variations`."""
        return replace(self, custom=raw)

    @cached_property
    def block_facts(self) -> BlockFacts | None:
        """The block types, with the style variations that the theme registers; None where no block types are known."""
        if self.facts is None:
            return None
        return self.facts.with_styles((*self.block_styles, *self._styles_of_partials()))

    @cached_property
    def tree(self) -> Tree:
        """Settings and styles of all layers in one (`WP_Theme_JSON_Resolver::get_merged_data()`)."""
        if self.answer is not None:
            return self.answer
        facts = self.block_facts
        tree = merged(layer(_EMPTY, "theme", facts), layer(core_theme_json(), "default", facts))
        tree = merged(tree, layer(_blocks_theme_json(facts), "blocks", facts))
        supports = layer(theme_json_of(self.supports, has_theme_json=self.has_theme_json), "theme", facts)
        tree = merged(tree, merged(supports, layer(self._with_variations(), "theme", facts)))
        if self.custom is not None and self.has_theme_json:
            tree = merged(tree, layer(self.custom, "custom", facts))
        return tree

    @property
    def settings(self) -> Any:
        """`wp_get_global_settings()`."""
        return self.tree.get("settings") or {}

    @property
    def styles(self) -> Any:
        """`wp_get_global_styles()`."""
        return self.tree.get("styles") or {}

    def setting(self, *path: str, block: str | None = None) -> Any:
        """One setting: a block's own, else everyone's; None where nobody sets it."""
        if block is not None:
            own = php.get(self.settings, "blocks", block, *path)
            if own is not None:
                return own
        return php.get(self.settings, *path)

    def style(self, *path: str, block: str | None = None) -> Any:
        """One style: of a block where one is named, else of the whole; None where there is none."""
        return php.get(self.styles, *(("blocks", block) if block else ()), *path)

    @property
    def has_block_gap(self) -> bool:
        """Whether the theme knows a gap between blocks: `spacing.blockGap` is true or false, and not null."""
        return self.setting("spacing", "blockGap") is not None

    @property
    def content_size(self) -> Any:
        """The width of content (`layout.contentSize`); None where the theme gives none."""
        return self.setting("layout", "contentSize")

    @property
    def wide_size(self) -> Any:
        """The width of what is aligned wide (`layout.wideSize`); None where the theme gives none."""
        return self.setting("layout", "wideSize")

    def template_part(self, slug: str) -> str | None:
        """The markup of a template part of the theme's files."""
        return self.template_parts.get(slug)

    def template_part_area(self, slug: str) -> str:
        """The area of a template part: `header`, `footer` …; `uncategorized` where theme.json does not say."""
        for part in items(self.theme_json.get("templateParts")):
            if part.get("name") == slug:
                return php.text(part.get("area")) or "uncategorized"
        return "uncategorized"

    def pattern(self, slug: str) -> str | None:
        """The markup of a pattern of the theme's files."""
        return self.patterns.get(slug)

    def _styles_of_partials(self) -> Iterable[BlockStyle]:
        """The variations in files (`wp_register_block_style_variations_from_theme_json_partials()`)."""
        for partial in self.partials:
            if not php.is_empty(partial.get("styles")):
                yield from (BlockStyle(block, _slug(partial)) for block in _block_types(partial))

    def _with_variations(self) -> Tree:
        """The theme's theme.json with the styles of block style variations, which its own override."""
        tree = self.theme_json
        for partial in self.partials:
            styles = layer(partial, "theme", self.facts).get("styles")
            for block in _block_types(partial):
                tree, styles = _with_variation(tree, block, _slug(partial), styles)
        for style in self.block_styles:
            tree, _ = _with_variation(tree, style.block, style.name, keyed(style.data))
        return tree


def _with_variation(tree: Tree, block: str, name: str, styles: Any) -> tuple[Tree, Any]:
    """The tree with the styles of one variation; and these styles with what overrides them there."""
    if php.is_empty(styles):
        return tree, styles
    path = ("styles", "blocks", block, "variations", name)
    for override in (php.get(tree, "styles", "variations", name), php.get(tree, *path)):
        if not php.is_empty(override):
            styles = replaced(styles, override)
    return put(tree, path, styles), styles


def _blocks_theme_json(facts: BlockFacts | None) -> Tree:
    """The styles that block types bring (`WP_Theme_JSON_Resolver::get_block_data()`)."""
    styles: dict[str, Any] = {}
    if facts is None:
        styles = {name: {"spacing": {"blockGap": None}} for name in _GAP_OF_ITS_OWN}
        return {"version": LATEST, "styles": {"blocks": {**styles, "core/pullquote": _PULLQUOTE}}}
    for name in facts.names:
        supports = facts.supports(name)
        own = php.get(supports, "__experimentalStyle")
        if own is not None:
            styles[name] = {key: value for key, value in mapping(own).items() if key != "//"}
        if (
            php.get(supports, "spacing", "blockGap", "__experimentalDefault") is not None
            and php.get(styles, name, "spacing", "blockGap") is None
        ):
            styles = put(styles, (name, "spacing", "blockGap"), None)
    return {"version": LATEST, "styles": {"blocks": styles}}


def _slug(partial: Tree) -> str:
    slug = partial.get("slug")
    return php.text(slug) if slug is not None else wp_to_kebab_case(php.text(partial.get("title")))


def _block_types(partial: Tree) -> list[str]:
    return [name for name in php.values(partial.get("blockTypes")) if isinstance(name, str)]
