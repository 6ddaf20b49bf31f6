"""Lists of what the site, or another one, has: posts, comments, pages, terms."""

from __future__ import annotations

from typing import Any

from blocks.library.drawn import Drawn
from blocks.library.supports import BORDER, LOOK_OF_NAVIGATION, SPACING, TYPOGRAPHY
from blocks.model.fields import NULL, comment
from blocks.model.registry import block


@block("core/archives", category="widgets")
class Archives(Drawn):
    """Links to the posts of each month, or other stretch of time.

    <!-- wp:archives {"displayAsDropdown":true} /-->
    """

    supports = {
        "align": True,
        "__experimentalBorder": BORDER,
        "html": False,
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "color": {"gradients": True, "link": True},
    }

    display_as_dropdown: bool = comment("displayAsDropdown", "boolean", default=False)
    show_label: bool = comment("showLabel", "boolean", default=True)
    show_post_counts: bool = comment("showPostCounts", "boolean", default=False)
    type: str = comment("type", "string", default="monthly")


@block("core/calendar", category="widgets")
class Calendar(Drawn):
    """A month's days, with links to those that have posts.

    <!-- wp:calendar {"month":5,"year":2025} /-->
    """

    supports = {
        "align": True,
        "html": False,
        "color": {
            "link": True,
            "__experimentalSkipSerialization": ["text", "background"],
            "__experimentalSelector": "table, th",
        },
        "typography": {
            "fontSize": True,
            "lineHeight": True,
            "__experimentalFontFamily": True,
            "__experimentalFontWeight": True,
            "__experimentalFontStyle": True,
            "__experimentalTextTransform": True,
            "__experimentalLetterSpacing": True,
        },
    }

    month: int | None = comment("month", "integer")
    year: int | None = comment("year", "integer")


@block("core/categories", category="widgets", uses_context=("enhancedPagination",))
class Categories(Drawn):
    """Links to the terms of a taxonomy.

    <!-- wp:categories {"showHierarchy":true} /-->
    """

    supports = {
        "align": True,
        "html": False,
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "color": {"gradients": True, "link": True},
        "__experimentalBorder": BORDER,
    }

    taxonomy: str = comment("taxonomy", "string", default="category")
    display_as_dropdown: bool = comment("displayAsDropdown", "boolean", default=False)
    show_hierarchy: bool = comment("showHierarchy", "boolean", default=False)
    show_post_counts: bool = comment("showPostCounts", "boolean", default=False)
    show_only_top_level: bool = comment("showOnlyTopLevel", "boolean", default=False)
    show_empty: bool = comment("showEmpty", "boolean", default=False)
    label: str | None = comment("label", "string", role="content")
    show_label: bool = comment("showLabel", "boolean", default=True)


@block("core/latest-comments", category="widgets")
class LatestComments(Drawn):
    """The latest comments.

    <!-- wp:latest-comments {"commentsToShow":3} /-->
    """

    supports = {
        "align": True,
        "color": {"gradients": True, "link": True},
        "html": False,
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
    }

    comments_to_show: int = comment("commentsToShow", "integer", default=5)
    display_avatar: bool = comment("displayAvatar", "boolean", default=True)
    display_date: bool = comment("displayDate", "boolean", default=True)
    display_excerpt: bool = comment("displayExcerpt", "boolean", default=True)


@block("core/latest-posts", category="widgets")
class LatestPosts(Drawn):
    """The latest posts, a list or a grid.

    <!-- wp:latest-posts {"postsToShow":3,"categories":[{"id":7}]} /-->
    """

    supports = {
        "align": True,
        "html": False,
        "color": {"gradients": True, "link": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    categories: list[dict[str, Any]] | None = comment("categories", "array", items="object")
    selected_author: int | None = comment("selectedAuthor", "integer")
    posts_to_show: int = comment("postsToShow", "integer", default=5)
    display_post_content: bool = comment("displayPostContent", "boolean", default=False)
    display_post_content_radio: str = comment("displayPostContentRadio", "string", default="excerpt")
    excerpt_length: int = comment("excerptLength", "integer", default=55)
    display_author: bool = comment("displayAuthor", "boolean", default=False)
    display_post_date: bool = comment("displayPostDate", "boolean", default=False)
    post_layout: str = comment("postLayout", "string", default="list")
    columns: int = comment("columns", "integer", default=3)
    order: str = comment("order", "string", default="desc")
    order_by: str = comment("orderBy", "string", default="date")
    display_featured_image: bool = comment("displayFeaturedImage", "boolean", default=False)
    featured_image_align: str | None = comment("featuredImageAlign", "string", enum=("left", "center", "right"))
    featured_image_size_slug: str = comment("featuredImageSizeSlug", "string", default="thumbnail")
    featured_image_size_width: float | None = comment("featuredImageSizeWidth", "number", default=NULL)
    featured_image_size_height: float | None = comment("featuredImageSizeHeight", "number", default=NULL)
    add_link_to_featured_image: bool = comment("addLinkToFeaturedImage", "boolean", default=False)


@block(
    "core/page-list",
    category="widgets",
    allowed_blocks=("core/page-list-item",),
    uses_context=(*LOOK_OF_NAVIGATION, "style", "openSubmenusOnClick"),
)
class PageList(Drawn):
    """Links to the site's pages, or to those under one.

    <!-- wp:page-list {"parentPageID":12} /-->
    """

    supports = {
        "reusable": False,
        "html": False,
        "typography": TYPOGRAPHY,
        "color": {"text": True, "background": True, "link": True, "gradients": True},
        "__experimentalBorder": BORDER,
        "spacing": SPACING,
        "contentRole": True,
    }

    parent_page_id: int = comment("parentPageID", "integer", default=0)
    nested: bool = comment("isNested", "boolean", default=False)


@block(
    "core/page-list-item",
    category="widgets",
    parent=("core/page-list",),
    uses_context=(*LOOK_OF_NAVIGATION, "style", "openSubmenusOnClick"),
)
class PageListItem(Drawn):
    """One page of a list of pages; only the editor makes any.

    <!-- wp:page-list-item {"id":7,"label":"About"} /-->
    """

    supports = {"reusable": False, "html": False, "lock": False, "inserter": False, "__experimentalToolbar": False}

    id: int | None = comment("id", "integer")
    label: str | None = comment("label", "string")
    title: str | None = comment("title", "string")
    link: str | None = comment("link", "string")
    has_children: bool | None = comment("hasChildren", "boolean")


@block("core/rss", category="widgets")
class Rss(Drawn):
    """What a feed says.

    <!-- wp:rss {"feedURL":"https://example.org/feed/"} /-->
    """

    supports = {
        "align": True,
        "html": False,
        "__experimentalBorder": BORDER,
        "spacing": SPACING,
        "color": {"background": True, "text": True, "gradients": True, "link": True},
    }

    columns: int = comment("columns", "integer", default=2)
    block_layout: str = comment("blockLayout", "string", default="list")
    feed_url: str = comment("feedURL", "string", default="", role="content")
    items_to_show: int = comment("itemsToShow", "integer", default=5)
    display_excerpt: bool = comment("displayExcerpt", "boolean", default=False)
    display_author: bool = comment("displayAuthor", "boolean", default=False)
    display_date: bool = comment("displayDate", "boolean", default=False)
    excerpt_length: int = comment("excerptLength", "integer", default=55)
    open_in_new_tab: bool = comment("openInNewTab", "boolean", default=False)
    rel: str | None = comment("rel", "string")


@block("core/tag-cloud", category="widgets", styles=("default", "outline"))
class TagCloud(Drawn):
    """Links to terms, the larger the more posts they have.

    <!-- wp:tag-cloud {"numberOfTags":20} /-->
    """

    supports = {
        "html": False,
        "align": True,
        "spacing": SPACING,
        "typography": {
            "lineHeight": True,
            "__experimentalFontFamily": True,
            "__experimentalFontWeight": True,
            "__experimentalFontStyle": True,
            "__experimentalTextTransform": True,
            "__experimentalLetterSpacing": True,
        },
        "__experimentalBorder": BORDER,
    }

    number_of_tags: int = comment("numberOfTags", "integer", default=45)
    taxonomy: str = comment("taxonomy", "string", default="post_tag")
    show_tag_counts: bool = comment("showTagCounts", "boolean", default=False)
    smallest_font_size: str = comment("smallestFontSize", "string", default="8pt")
    largest_font_size: str = comment("largestFontSize", "string", default="22pt")
