"""Who wrote: pictures, names, a few words about them."""

from __future__ import annotations

from blocks.library.drawn import Drawn
from blocks.library.supports import BORDER, SPACING, TYPOGRAPHY
from blocks.model.fields import comment
from blocks.model.registry import block


@block(
    "core/avatar",
    category="theme",
    uses_context=("postType", "postId", "commentId"),
    selectors={"border": ".wp-block-avatar img", "filter": {"duotone": ".wp-block-avatar img"}},
)
class Avatar(Drawn):
    """The picture of a user, or of who wrote the comment.

    <!-- wp:avatar {"size":40,"isLink":true} /-->
    """

    supports = {
        "html": False,
        "align": True,
        "alignWide": False,
        "spacing": SPACING,
        "__experimentalBorder": {**BORDER, "__experimentalSkipSerialization": True},
        "color": {"text": False, "background": False},
        "filter": {"duotone": True},
    }

    user_id: int | None = comment("userId", "integer")
    size: int = comment("size", "integer", default=96)
    is_link: bool = comment("isLink", "boolean", default=False)
    link_target: str = comment("linkTarget", "string", default="_self")


@block(
    "core/post-author",
    category="theme",
    uses_context=("postType", "postId", "queryId"),
    selectors={"filter": {"duotone": ".wp-block-post-author .wp-block-post-author__avatar img"}},
)
class PostAuthor(Drawn):
    """The post's author, with picture and a few words.

    <!-- wp:post-author {"showBio":true,"byline":"By"} /-->
    """

    supports = {
        "html": False,
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "color": {"gradients": True, "link": True},
        "__experimentalBorder": BORDER,
        "filter": {"duotone": True},
    }

    text_align: str | None = comment("textAlign", "string")
    avatar_size: int = comment("avatarSize", "integer", default=48)
    show_avatar: bool = comment("showAvatar", "boolean", default=True)
    show_bio: bool | None = comment("showBio", "boolean")
    byline: str | None = comment("byline", "string")
    is_link: bool = comment("isLink", "boolean", default=False, role="content")
    link_target: str = comment("linkTarget", "string", default="_self", role="content")


@block("core/post-author-biography", category="theme", uses_context=("postType", "postId"))
class PostAuthorBiography(Drawn):
    """What the post's author says of themselves.

    <!-- wp:post-author-biography /-->
    """

    supports = {
        "spacing": SPACING,
        "color": {"gradients": True, "link": True},
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    text_align: str | None = comment("textAlign", "string")


@block("core/post-author-name", category="theme", uses_context=("postType", "postId"))
class PostAuthorName(Drawn):
    """The name of the post's author.

    <!-- wp:post-author-name {"isLink":true} /-->
    """

    supports = {
        "html": False,
        "spacing": SPACING,
        "color": {"gradients": True, "link": True},
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    text_align: str | None = comment("textAlign", "string")
    is_link: bool = comment("isLink", "boolean", default=False, role="content")
    link_target: str = comment("linkTarget", "string", default="_self", role="content")
