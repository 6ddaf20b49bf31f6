"""A post's comments, what is above and below them."""

from __future__ import annotations

from blocks.library.drawn import Drawn, DrawnAround
from blocks.library.supports import BORDER, SPACING, TYPOGRAPHY
from blocks.model.block import Block
from blocks.model.fields import comment
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, element


@block("core/comments", category="theme", uses_context=("postId", "postType"))
class Comments(Block):
    """A post's comments, built of the blocks inside; with `legacy`, the theme's own.

    <div class="wp-block-comments"><!-- wp:comment-template -->…<!-- /wp:comment-template --></div>
    """

    supports = {
        "align": ["wide", "full"],
        "html": False,
        "color": {"gradients": True, "heading": True, "link": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    tag_name: str = comment("tagName", "string", default="div")
    legacy: bool = comment("legacy", "boolean", default=False)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return None if a["legacy"] else element(a["tagName"], root(), root.inner)


@block("core/comments-title", category="theme", ancestor=("core/comments",), uses_context=("postId", "postType"))
class CommentsTitle(Drawn):
    """How many comments there are, and on what.

    <!-- wp:comments-title {"level":3} /-->
    """

    supports = {
        "anchor": False,
        "align": True,
        "html": False,
        "__experimentalBorder": BORDER,
        "color": {"gradients": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
    }

    text_align: str | None = comment("textAlign", "string")
    show_post_title: bool = comment("showPostTitle", "boolean", default=True)
    show_comments_count: bool = comment("showCommentsCount", "boolean", default=True)
    level: int = comment("level", "integer", default=2)
    level_options: list[int] | None = comment("levelOptions", "array")


@block(
    "core/comments-pagination",
    category="theme",
    parent=("core/comments",),
    allowed_blocks=(
        "core/comments-pagination-previous",
        "core/comments-pagination-numbers",
        "core/comments-pagination-next",
    ),
    provides_context={"comments/paginationArrow": "paginationArrow"},
)
class CommentsPagination(DrawnAround):
    """Links to other pages of comments.

    <!-- wp:comments-pagination --><!-- wp:comments-pagination-numbers /--><!-- /wp:comments-pagination -->
    """

    supports = {
        "align": True,
        "reusable": False,
        "html": False,
        "color": {"gradients": True, "link": True},
        "layout": {"allowSwitching": False, "allowInheriting": False, "default": {"type": "flex"}},
        "typography": TYPOGRAPHY,
    }

    pagination_arrow: str = comment("paginationArrow", "string", default="none")


@block(
    "core/comments-pagination-next",
    category="theme",
    parent=("core/comments-pagination",),
    uses_context=("postId", "comments/paginationArrow"),
)
class CommentsPaginationNext(Drawn):
    """A link to the next page of comments.

    <!-- wp:comments-pagination-next {"label":"Newer"} /-->
    """

    supports = {"reusable": False, "html": False, "color": {"gradients": True, "text": False}, "typography": TYPOGRAPHY}

    label: str | None = comment("label", "string")


@block(
    "core/comments-pagination-numbers", category="theme", parent=("core/comments-pagination",), uses_context=("postId",)
)
class CommentsPaginationNumbers(Drawn):
    """A link to each page of comments.

    <!-- wp:comments-pagination-numbers /-->
    """

    supports = {"reusable": False, "html": False, "color": {"gradients": True, "text": False}, "typography": TYPOGRAPHY}


@block(
    "core/comments-pagination-previous",
    category="theme",
    parent=("core/comments-pagination",),
    uses_context=("postId", "comments/paginationArrow"),
)
class CommentsPaginationPrevious(Drawn):
    """A link to the page of comments before.

    <!-- wp:comments-pagination-previous {"label":"Older"} /-->
    """

    supports = {"reusable": False, "html": False, "color": {"gradients": True, "text": False}, "typography": TYPOGRAPHY}

    label: str | None = comment("label", "string")


@block("core/post-comments-count", category="theme", uses_context=("postId",))
class PostCommentsCount(Drawn):
    """How many comments the post has.

    <!-- wp:post-comments-count /-->
    """

    supports = {
        "html": False,
        "color": {"gradients": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    text_align: str | None = comment("textAlign", "string")


@block("core/post-comments-form", category="theme", uses_context=("postId", "postType"))
class PostCommentsForm(Drawn):
    """The form to write a comment in.

    <!-- wp:post-comments-form {"textAlign":"left"} /-->
    """

    supports = {
        "html": False,
        "color": {"gradients": True, "heading": True, "link": True},
        "spacing": SPACING,
        "typography": {
            "fontSize": True,
            "lineHeight": True,
            "__experimentalFontStyle": True,
            "__experimentalFontWeight": True,
            "__experimentalLetterSpacing": True,
            "__experimentalTextTransform": True,
        },
        "__experimentalBorder": BORDER,
    }

    text_align: str | None = comment("textAlign", "string")


@block("core/post-comments-link", category="theme", uses_context=("postType", "postId"))
class PostCommentsLink(Drawn):
    """A link to the post's comments.

    <!-- wp:post-comments-link /-->
    """

    supports = {
        "html": False,
        "color": {"link": True, "text": False},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    text_align: str | None = comment("textAlign", "string")
