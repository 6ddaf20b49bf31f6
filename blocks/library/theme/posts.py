"""What is shown of a post: its title, date, terms, picture and text."""

from __future__ import annotations

from blocks.library.drawn import Drawn
from blocks.library.supports import BACKGROUND, BORDER, SPACING, TYPOGRAPHY, WRITING
from blocks.model.fields import comment
from blocks.model.registry import block


@block("core/post-title", category="theme", uses_context=("postId", "postType", "queryId"))
class PostTitle(Drawn):
    """The post's title.

    <!-- wp:post-title {"level":1,"isLink":true} /-->
    """

    supports = {
        "align": ["wide", "full"],
        "html": False,
        "color": {"gradients": True, "link": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    text_align: str | None = comment("textAlign", "string")
    level: int = comment("level", "integer", default=2)
    level_options: list[int] | None = comment("levelOptions", "array")
    is_link: bool = comment("isLink", "boolean", default=False, role="content")
    rel: str = comment("rel", "string", default="", role="content")
    link_target: str = comment("linkTarget", "string", default="_self", role="content")


@block("core/post-content", category="theme", uses_context=("postId", "postType", "queryId"))
class PostContent(Drawn):
    """The post's own blocks.

    <!-- wp:post-content {"layout":{"type":"constrained"}} /-->
    """

    supports = {
        "align": ["wide", "full"],
        "html": False,
        "layout": True,
        "background": BACKGROUND,
        "dimensions": {"minHeight": True},
        "spacing": {**SPACING, "blockGap": True},
        "color": {"gradients": True, "heading": True, "link": True},
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    tag_name: str = comment("tagName", "string", default="div")


@block("core/post-excerpt", category="theme", uses_context=("postId", "postType", "queryId"))
class PostExcerpt(Drawn):
    """The post's excerpt, and a link to the whole.

    <!-- wp:post-excerpt {"moreText":"Read on","excerptLength":20} /-->
    """

    supports = {
        "html": False,
        "color": {"gradients": True, "link": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    text_align: str | None = comment("textAlign", "string")
    more_text: str | None = comment("moreText", "string", role="content")
    show_more_on_new_line: bool = comment("showMoreOnNewLine", "boolean", default=True)
    excerpt_length: int = comment("excerptLength", "integer", default=55)


@block(
    "core/post-featured-image",
    category="theme",
    uses_context=("postId", "postType", "queryId"),
    selectors={
        "border": (
            ".wp-block-post-featured-image img, "
            ".wp-block-post-featured-image .block-editor-media-placeholder, "
            ".wp-block-post-featured-image .wp-block-post-featured-image__overlay"
        ),
        "shadow": ".wp-block-post-featured-image img, .wp-block-post-featured-image .components-placeholder",
        "filter": {
            "duotone": (
                ".wp-block-post-featured-image img, "
                ".wp-block-post-featured-image .wp-block-post-featured-image__placeholder, "
                ".wp-block-post-featured-image .components-placeholder__illustration, "
                ".wp-block-post-featured-image .components-placeholder::before"
            ),
        },
    },
)
class PostFeaturedImage(Drawn):
    """The post's picture, perhaps under a colour.

    <!-- wp:post-featured-image {"isLink":true,"aspectRatio":"4/3"} /-->
    """

    supports = {
        "align": ["left", "right", "center", "wide", "full"],
        "color": {"text": False, "background": False},
        "__experimentalBorder": {"color": True, "radius": True, "width": True, "__experimentalSkipSerialization": True},
        "filter": {"duotone": True},
        "shadow": {"__experimentalSkipSerialization": True},
        "html": False,
        "spacing": SPACING,
    }

    is_link: bool = comment("isLink", "boolean", default=False, role="content")
    aspect_ratio: str | None = comment("aspectRatio", "string")
    width: str | None = comment("width", "string")
    height: str | None = comment("height", "string")
    scale: str = comment("scale", "string", default="cover")
    size_slug: str | None = comment("sizeSlug", "string")
    rel: str = comment("rel", "string", default="", role="content")
    link_target: str = comment("linkTarget", "string", default="_self", role="content")
    overlay_color: str | None = comment("overlayColor", "string")
    custom_overlay_color: str | None = comment("customOverlayColor", "string")
    dim_ratio: float = comment("dimRatio", "number", default=0)
    gradient: str | None = comment("gradient", "string")
    custom_gradient: str | None = comment("customGradient", "string")
    use_first_image_from_post: bool = comment("useFirstImageFromPost", "boolean", default=False)


@block("core/post-date", category="theme", uses_context=("postId", "postType", "queryId"))
class PostDate(Drawn):
    """A date, such as that of the post: what it is bound to says which.

    <!-- wp:post-date {"format":"j F Y","metadata":{"bindings":{"datetime":
    {"source":"core/post-data","args":{"field":"date"}}}}} /-->
    """

    supports = {
        "html": False,
        "color": {"gradients": True, "link": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    datetime: str | None = comment("datetime", "string", role="content")
    text_align: str | None = comment("textAlign", "string")
    format: str | None = comment("format", "string")
    is_link: bool = comment("isLink", "boolean", default=False, role="content")


@block("core/post-terms", category="theme", uses_context=("postId", "postType"))
class PostTerms(Drawn):
    """The post's terms of one taxonomy.

    <!-- wp:post-terms {"term":"category","separator":" / "} /-->
    """

    supports = {
        "html": False,
        "color": {"gradients": True, "link": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    term: str | None = comment("term", "string")
    text_align: str | None = comment("textAlign", "string")
    separator: str = comment("separator", "string", default=", ")
    prefix: str = comment("prefix", "string", default="", role="content")
    suffix: str = comment("suffix", "string", default="", role="content")


@block("core/post-time-to-read", category="theme", uses_context=("postId", "postType"))
class PostTimeToRead(Drawn):
    """How long the post takes to read, or how many words it has.

    <!-- wp:post-time-to-read {"displayMode":"words"} /-->
    """

    supports = {
        "color": {"gradients": True},
        "html": False,
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    text_align: str | None = comment("textAlign", "string")
    display_as_range: bool = comment("displayAsRange", "boolean", default=True)
    display_mode: str = comment("displayMode", "string", default="time")
    average_reading_speed: int = comment("averageReadingSpeed", "integer", default=189)


@block("core/post-navigation-link", category="theme", uses_context=("postType",))
class PostNavigationLink(Drawn):
    """A link to the next post, or the one before.

    <!-- wp:post-navigation-link {"type":"previous","showTitle":true} /-->
    """

    supports = {"reusable": False, "html": False, "color": {"link": True}, "typography": WRITING}

    text_align: str | None = comment("textAlign", "string")
    type: str = comment("type", "string", default="next")
    label: str | None = comment("label", "string", role="content")
    show_title: bool = comment("showTitle", "boolean", default=False)
    link_label: bool = comment("linkLabel", "boolean", default=False)
    arrow: str = comment("arrow", "string", default="none")
    taxonomy: str = comment("taxonomy", "string", default="")


@block("core/read-more", category="theme", uses_context=("postId",))
class ReadMore(Drawn):
    """A link to the whole post.

    <!-- wp:read-more {"content":"Read on"} /-->
    """

    supports = {
        "html": False,
        "color": {"gradients": True, "text": True},
        "typography": TYPOGRAPHY,
        "spacing": {"margin": ["top", "bottom"], "padding": True},
        "__experimentalBorder": {"color": True, "radius": True, "width": True},
    }

    content: str | None = comment("content", "string", role="content")
    link_target: str = comment("linkTarget", "string", default="_self")
