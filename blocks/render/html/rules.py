"""What WordPress's server does to which block, and in which order: the tables that the pipeline runs on.

A function is named by its module and, behind the colon, its name; the module is imported when the first block needs it.

    DATA        change what a block says before it is rendered (`render_block_data`)
    DRAWN       draw a block around its rendered content (`render_callback`)
    FILTERS     change a block's output (`render_block`, `render_block_core/NAME`)

Whether a rule applies is decided once for all blocks whose delimiters are the same: `applies` sees the type and the
attributes, and the rule itself sees the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

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


@dataclass(frozen=True, slots=True)
class Drawn:
    """How the server draws a block (`register_block_type()`): by the function named like it in a module of `blocks/`.

    `core/post-title` in the module `post` is drawn by `post.post_title`. A block that `needs_site` shows what a site
    knows, and without one nothing, or next to nothing; it may show the current `post`, or what the page's `query` found
    (`shows`). So does one that says an attribute `of_site`. One that `skips_inner_blocks` renders the blocks inside it
    itself (`skip_inner_blocks`), and one that `draws_again` does so once more, in its own way.
    """

    module: str
    needs_site: bool = False
    of_site: tuple[str, ...] = ()
    shows: Literal["", "post", "query"] = ""
    skips_inner_blocks: bool = False
    draws_again: bool = False


DRAWN: Final[dict[str, Drawn]] = {
    "core/accordion": Drawn("accordion"),
    "core/accordion-item": Drawn("accordion"),
    "core/archives": Drawn("archives", needs_site=True),
    "core/avatar": Drawn("users", needs_site=True),
    "core/block": Drawn("references", needs_site=True),
    "core/button": Drawn("button"),
    "core/calendar": Drawn("calendar", needs_site=True),
    "core/categories": Drawn("terms", needs_site=True),
    "core/comment-author-name": Drawn("comment", needs_site=True),
    "core/comment-content": Drawn("comment", needs_site=True),
    "core/comment-date": Drawn("comment", needs_site=True),
    "core/comment-edit-link": Drawn("comment", needs_site=True),
    "core/comment-reply-link": Drawn("comment", needs_site=True),
    "core/comment-template": Drawn("comments", needs_site=True, skips_inner_blocks=True),
    "core/comments": Drawn("comments", needs_site=True, skips_inner_blocks=True),
    "core/comments-pagination": Drawn("comments_pagination", needs_site=True),
    "core/comments-pagination-next": Drawn("comments_pagination", needs_site=True),
    "core/comments-pagination-numbers": Drawn("comments_pagination", needs_site=True),
    "core/comments-pagination-previous": Drawn("comments_pagination", needs_site=True),
    "core/comments-title": Drawn("comments", needs_site=True),
    "core/cover": Drawn("cover"),
    "core/file": Drawn("file"),
    "core/footnotes": Drawn("footnotes", needs_site=True),
    "core/gallery": Drawn("gallery"),
    "core/heading": Drawn("text"),
    "core/home-link": Drawn("navigation_links", needs_site=True),
    "core/image": Drawn("image"),
    "core/latest-comments": Drawn("latest_comments", needs_site=True),
    "core/latest-posts": Drawn("latest_posts", needs_site=True),
    "core/legacy-widget": Drawn("legacy_widget"),
    "core/list": Drawn("text"),
    "core/loginout": Drawn("users"),
    "core/media-text": Drawn("media_text"),
    "core/navigation": Drawn("navigation", of_site=("ref", "navigationMenuId"), draws_again=True),
    "core/navigation-link": Drawn("navigation_links", draws_again=True),
    "core/navigation-submenu": Drawn("navigation_submenu", draws_again=True),
    "core/page-list": Drawn("page_list", needs_site=True),
    "core/pattern": Drawn("references"),
    "core/post-author": Drawn("post_author", needs_site=True, shows="post"),
    "core/post-author-biography": Drawn("post_author", needs_site=True, shows="post"),
    "core/post-author-name": Drawn("post_author", needs_site=True, shows="post"),
    "core/post-comments": Drawn("comments", needs_site=True, skips_inner_blocks=True),
    "core/post-comments-count": Drawn("post_comments", needs_site=True, shows="post"),
    "core/post-comments-form": Drawn("post_comments", needs_site=True, shows="post"),
    "core/post-comments-link": Drawn("post_comments", needs_site=True, shows="post"),
    "core/post-content": Drawn("post_content", needs_site=True, shows="post"),
    "core/post-date": Drawn("post", needs_site=True, shows="post"),
    "core/post-excerpt": Drawn("post_excerpt", needs_site=True, shows="post"),
    "core/post-featured-image": Drawn("post_featured_image", needs_site=True, shows="post"),
    "core/post-navigation-link": Drawn("post_navigation_link", needs_site=True, shows="post"),
    "core/post-template": Drawn("query_loop", needs_site=True, shows="query", skips_inner_blocks=True),
    "core/post-terms": Drawn("post", needs_site=True, shows="post"),
    "core/post-time-to-read": Drawn("post", needs_site=True, shows="post"),
    "core/post-title": Drawn("post", needs_site=True, shows="post"),
    "core/query": Drawn("query"),
    "core/query-no-results": Drawn("query_loop", needs_site=True),
    "core/query-pagination": Drawn("query_pagination"),
    "core/query-pagination-next": Drawn("query_pagination", needs_site=True),
    "core/query-pagination-numbers": Drawn("query_pagination", needs_site=True),
    "core/query-pagination-previous": Drawn("query_pagination", needs_site=True),
    "core/query-title": Drawn("query_title", needs_site=True, shows="query"),
    "core/query-total": Drawn("query_title", needs_site=True, shows="query"),
    "core/read-more": Drawn("post", needs_site=True, shows="post"),
    "core/rss": Drawn("rss", needs_site=True),
    "core/search": Drawn("search"),
    "core/shortcode": Drawn("shortcode"),
    "core/site-logo": Drawn("site", needs_site=True),
    "core/site-tagline": Drawn("site", needs_site=True),
    "core/site-title": Drawn("site", needs_site=True),
    "core/social-link": Drawn("social"),
    "core/tag-cloud": Drawn("tag_cloud", needs_site=True),
    "core/template-part": Drawn("template_part"),
    "core/term-count": Drawn("term", needs_site=True),
    "core/term-description": Drawn("term", needs_site=True),
    "core/term-name": Drawn("term", needs_site=True),
    "core/term-template": Drawn("term", needs_site=True),
    "core/video": Drawn("video"),
    "core/widget-group": Drawn("legacy_widget", draws_again=True),
}

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
