"""What WordPress's server does to which block, and in which order: the tables that the pipeline runs on.

A function is named by its module and, behind the colon, its name; the module is imported when the first block needs it.

    DATA        change what a block says before it is rendered (`render_block_data`)
    CALLBACKS   draw a block around its rendered content (`render_callback`)
    FILTERS     change a block's output (`render_block`, `render_block_core/NAME`)

Whether a rule applies is decided once for all blocks whose delimiters are the same: `applies` sees the type and the
attributes, and the rule itself sees the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from blocks.formatting.php import get, is_true, text
from blocks.render.html.server_type import ServerType

Attrs = Mapping[str, Any]
Applies = Callable[[ServerType | None, Attrs], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the pipeline: the function that it runs, and the blocks that it can change.

    Those that say one of the attributes `said`, where there are such, or are called one of `names`, and of which
    `applies` is true.
    """

    function: str
    said: tuple[str, ...] = ()
    applies: Applies | None = None
    names: tuple[str, ...] = ()

    def is_for(self, type_: ServerType | None, attrs: Attrs) -> bool:
        """Whether the rule can change blocks of a type that say `attrs`."""
        if self.names and (type_ is None or type_.name not in self.names):
            return False
        if self.said and not any(name in attrs for name in self.said):
            return False
        return self.applies is None or self.applies(type_, attrs)


def _has(*path: str) -> Applies:
    return lambda _, attrs: get(attrs, *path) is not None


def _supports(*path: str) -> Applies:
    return lambda type_, _: type_ is not None and type_.has_support(*path)


def _both(one: Applies, other: Applies) -> Applies:
    return lambda type_, attrs: one(type_, attrs) and other(type_, attrs)


def _class_name(part: str) -> Applies:
    return lambda _, attrs: part in text(attrs.get("className"))


def _has_layout(type_: ServerType | None, attrs: Attrs) -> bool:
    supported = type_ is not None and (type_.has_support("layout") or type_.has_support("__experimentalLayout"))
    return supported or is_true(get(attrs, "style", "layout"))


def _has_elements(type_: ServerType | None, attrs: Attrs) -> bool:
    del type_
    return get(attrs, "style", "elements") is not None or "wp-elements-" in text(attrs.get("className"))


def _has_font_size(type_: ServerType | None, attrs: Attrs) -> bool:
    del type_
    return is_true(attrs.get("fitText")) or get(attrs, "style", "typography", "fontSize") is not None


# In the order of WordPress's hooks `pre_render_block` and `render_block_data`.
DATA: Final = (
    Rule("supports.settings:preset_styles", ("settings",), _supports("__experimentalSettings")),
    Rule("blocks.gallery:image_ids", names=("core/gallery",)),
    Rule("blocks.latest_posts:categories", ("categories",), names=("core/latest-posts",)),
    Rule("blocks.navigation:typographic_presets", names=("core/navigation",)),
    Rule("supports.elements:styles", ("style",), _has("style", "elements")),
    Rule("supports.variations:styles", ("className",), _class_name("is-style-")),
)

# In the order of WordPress's hook `render_block`; behind it those of single blocks.
FILTERS: Final = (
    Rule("supports.typography:render", ("style", "fitText"), _has_font_size),
    Rule("supports.settings:add_class", ("settings",), _supports("__experimentalSettings")),
    Rule("supports.elements:add_class", ("style", "className"), _has_elements),
    Rule("supports.layout:render", applies=_has_layout),
    Rule("supports.position:render", ("style",), _both(_supports("position"), _has("style", "position"))),
    Rule("supports.dimensions:render", ("style", "minHeight"), _supports("dimensions", "aspectRatio")),
    Rule("supports.duotone:render", applies=_supports("filter", "duotone")),
    Rule("supports.background:render", ("style",), _both(_has("style", "background"), _supports("background"))),
    Rule("supports.variations:add_class", ("className",), _class_name("is-style-")),
    Rule("supports.visibility:render", ("metadata",), _has("metadata", "blockVisibility")),
    Rule("supports.containers:group", names=("core/group",)),
    Rule("supports.containers:image", names=("core/image",)),
    Rule("supports.duotone:image", names=("core/image",)),
    Rule("blocks.image:lightbox", names=("core/image",)),
)

# The module of `blocks/` in which the function named like the block draws it: `core/post-title` is `post:post_title`.
CALLBACKS: Final[dict[str, str]] = {
    "core/accordion": "accordion",
    "core/accordion-item": "accordion",
    "core/archives": "archives",
    "core/avatar": "users",
    "core/block": "references",
    "core/button": "button",
    "core/calendar": "calendar",
    "core/categories": "terms",
    "core/comment-author-name": "comment",
    "core/comment-content": "comment",
    "core/comment-date": "comment",
    "core/comment-edit-link": "comment",
    "core/comment-reply-link": "comment",
    "core/comment-template": "comments",
    "core/comments": "comments",
    "core/comments-pagination": "comments_pagination",
    "core/comments-pagination-next": "comments_pagination",
    "core/comments-pagination-numbers": "comments_pagination",
    "core/comments-pagination-previous": "comments_pagination",
    "core/comments-title": "comments",
    "core/cover": "cover",
    "core/file": "file",
    "core/footnotes": "footnotes",
    "core/gallery": "gallery",
    "core/heading": "text",
    "core/home-link": "navigation_links",
    "core/image": "image",
    "core/latest-comments": "latest_comments",
    "core/latest-posts": "latest_posts",
    "core/legacy-widget": "legacy_widget",
    "core/list": "text",
    "core/loginout": "users",
    "core/media-text": "media_text",
    "core/navigation": "navigation",
    "core/navigation-link": "navigation_links",
    "core/navigation-submenu": "navigation_submenu",
    "core/page-list": "page_list",
    "core/pattern": "references",
    "core/post-author": "post_author",
    "core/post-author-biography": "post_author",
    "core/post-author-name": "post_author",
    "core/post-comments": "comments",
    "core/post-comments-count": "post_comments",
    "core/post-comments-form": "post_comments",
    "core/post-comments-link": "post_comments",
    "core/post-content": "post_content",
    "core/post-date": "post",
    "core/post-excerpt": "post_excerpt",
    "core/post-featured-image": "post_featured_image",
    "core/post-navigation-link": "post",
    "core/post-template": "query_loop",
    "core/post-terms": "post",
    "core/post-time-to-read": "post",
    "core/post-title": "post",
    "core/query": "query",
    "core/query-no-results": "query_loop",
    "core/query-pagination": "query_pagination",
    "core/query-pagination-next": "query_pagination",
    "core/query-pagination-numbers": "query_pagination",
    "core/query-pagination-previous": "query_pagination",
    "core/query-title": "query_title",
    "core/query-total": "query_title",
    "core/read-more": "post",
    "core/rss": "rss",
    "core/search": "search",
    "core/shortcode": "shortcode",
    "core/site-logo": "site",
    "core/site-tagline": "site",
    "core/site-title": "site",
    "core/social-link": "social",
    "core/tag-cloud": "tag_cloud",
    "core/template-part": "template_part",
    "core/term-count": "term",
    "core/term-description": "term",
    "core/term-name": "term",
    "core/term-template": "term",
    "core/video": "video",
    "core/widget-group": "legacy_widget",
}

_OF_THEMSELVES: Final = frozenset(
    (
        "core/accordion", "core/accordion-item", "core/button", "core/cover", "core/file", "core/gallery",
        "core/heading", "core/image", "core/legacy-widget", "core/list", "core/loginout", "core/media-text",
        "core/navigation", "core/navigation-link", "core/navigation-submenu", "core/pattern", "core/query",
        "core/query-pagination", "core/search", "core/shortcode", "core/social-link", "core/template-part",
        "core/video", "core/widget-group",
    )
)  # fmt: skip

NEEDS_SITE: Final = CALLBACKS.keys() - _OF_THEMSELVES
"""Blocks that show what a site knows, and without one nothing, or next to nothing."""

SKIPS_INNER_BLOCKS: Final = frozenset(
    ("core/comment-template", "core/comments", "core/post-comments", "core/post-template")
)
"""Blocks that render the blocks inside them themselves (`skip_inner_blocks`)."""

DRAWS_AGAIN: Final = frozenset(
    ("core/navigation", "core/navigation-link", "core/navigation-submenu", "core/widget-group")
)
"""Blocks that render the blocks inside them once more, in their own way."""

BOUND: Final[dict[str, tuple[str, ...]]] = {
    "core/paragraph": ("content",),
    "core/heading": ("content",),
    "core/image": ("id", "url", "title", "alt", "caption"),
    "core/button": ("url", "text", "linkTarget", "rel"),
    "core/post-date": ("datetime",),
    "core/navigation-link": ("url",),
    "core/navigation-submenu": ("url",),
}
"""The attributes that block bindings can fill (`get_block_bindings_supported_attributes()`)."""
