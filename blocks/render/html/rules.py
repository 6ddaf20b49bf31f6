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

from blocks.formatting.php import get, is_true
from blocks.render.html.server_type import ServerType

Attrs = Mapping[str, Any]
Applies = Callable[[ServerType | None, Attrs], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the pipeline: the function that it runs, and the blocks that it can change."""

    function: str
    applies: Applies


def _only(*names: str) -> Applies:
    return lambda type_, attrs: type_ is not None and type_.name in names


def _has(*path: str) -> Applies:
    return lambda type_, attrs: get(attrs, *path) is not None


def _class_name(*parts: str) -> Applies:
    return lambda type_, attrs: any(part in str(attrs.get("className", "")) for part in parts)


def _has_layout(type_: ServerType | None, attrs: Attrs) -> bool:
    supported = type_ is not None and (type_.has_support("layout") or type_.has_support("__experimentalLayout"))
    return supported or is_true(get(attrs, "style", "layout"))


def _either(*rules: Applies) -> Applies:
    return lambda type_, attrs: any(rule(type_, attrs) for rule in rules)


# In the order of WordPress's hooks `pre_render_block` and `render_block_data`.
DATA: Final = (
    Rule("supports.settings:preset_styles", _has("settings")),
    Rule("blocks.gallery:image_ids", _only("core/gallery")),
    Rule("blocks.latest_posts:categories", _only("core/latest-posts")),
    Rule("blocks.navigation:typographic_presets", _only("core/navigation")),
    Rule("blocks.query:enhanced_pagination", _only("core/query")),
    Rule("supports.elements:styles", _has("style", "elements")),
    Rule("supports.variations:styles", _class_name("is-style-")),
)

# In the order of WordPress's hook `render_block`; behind it those of single blocks.
FILTERS: Final = (
    Rule("supports.typography:render", _either(_has("style", "typography", "fontSize"), _has("fitText"))),
    Rule("supports.settings:add_class", _has("settings")),
    Rule("supports.elements:add_class", _either(_has("style", "elements"), _class_name("wp-elements-"))),
    Rule("supports.layout:render", _has_layout),
    Rule("supports.position:render", _has("style", "position", "type")),
    Rule("supports.dimensions:render", _has("style", "dimensions", "aspectRatio")),
    Rule("supports.duotone:render", _has("style", "color", "duotone")),
    Rule("supports.background:render", _has("style", "background")),
    Rule("supports.variations:add_class", _class_name("is-style-")),
    Rule("supports.visibility:render", _has("metadata", "blockVisibility")),
    Rule("supports.containers:group", _only("core/group")),
    Rule("supports.containers:image", _only("core/image")),
    Rule("supports.duotone:image", _only("core/image")),
)

# The module of `blocks/` in which the function named like the block draws it: `core/post-title` is `posts:post_title`.
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

SKIPS_INNER_BLOCKS: Final = frozenset(("core/comment-template", "core/comments", "core/post-comments", "core/post-template"))
"""Blocks that render the blocks inside them themselves (`skip_inner_blocks`)."""

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
