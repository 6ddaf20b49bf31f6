"""What is shown of one comment, inside core/comment-template."""

from __future__ import annotations

from blocks.library.drawn import Drawn
from blocks.library.supports import BORDER, SPACING, TYPOGRAPHY
from blocks.model.fields import comment
from blocks.model.registry import block


@block("core/comment-author-name", category="theme", ancestor=("core/comment-template",), uses_context=("commentId",))
class CommentAuthorName(Drawn):
    """Who wrote the comment.

    <!-- wp:comment-author-name {"isLink":false} /-->
    """

    supports = {
        "html": False,
        "spacing": SPACING,
        "color": {"gradients": True, "link": True},
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    is_link: bool = comment("isLink", "boolean", default=True)
    link_target: str = comment("linkTarget", "string", default="_self")
    text_align: str | None = comment("textAlign", "string")


@block("core/comment-content", category="theme", ancestor=("core/comment-template",), uses_context=("commentId",))
class CommentContent(Drawn):
    """What the comment says.

    <!-- wp:comment-content /-->
    """

    supports = {
        "color": {"gradients": True, "link": True},
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
        "spacing": {"padding": ["horizontal", "vertical"]},
        "html": False,
    }

    text_align: str | None = comment("textAlign", "string")


@block("core/comment-date", category="theme", ancestor=("core/comment-template",), uses_context=("commentId",))
class CommentDate(Drawn):
    """When the comment was written.

    <!-- wp:comment-date {"format":"j F Y"} /-->
    """

    supports = {
        "html": False,
        "color": {"gradients": True, "link": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    format: str | None = comment("format", "string")
    is_link: bool = comment("isLink", "boolean", default=True)


@block("core/comment-edit-link", category="theme", ancestor=("core/comment-template",), uses_context=("commentId",))
class CommentEditLink(Drawn):
    """A link to edit the comment, for those who may.

    <!-- wp:comment-edit-link /-->
    """

    supports = {
        "html": False,
        "color": {"link": True, "gradients": True, "text": False},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    link_target: str = comment("linkTarget", "string", default="_self")
    text_align: str | None = comment("textAlign", "string")


@block("core/comment-reply-link", category="theme", ancestor=("core/comment-template",), uses_context=("commentId",))
class CommentReplyLink(Drawn):
    """A link to answer the comment.

    <!-- wp:comment-reply-link /-->
    """

    supports = CommentEditLink.supports

    text_align: str | None = comment("textAlign", "string")
