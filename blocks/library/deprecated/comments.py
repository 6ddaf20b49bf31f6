"""How the comments of a post, and their title, were saved."""

from __future__ import annotations

from blocks.fragment.javascript import is_true
from blocks.library.theme import Comments, CommentsTitle
from blocks.model.fields import comment
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, element
from blocks.model.shape import Migrated, Shape, deprecates


class WithoutClass(Shape):
    """Before WordPress 6.1, when it was called core/comments-query-loop: without the class of today.

    <div class="wp-block-comments-query-loop"><!-- wp:comment-template -->…<!-- /wp:comment-template --></div>
    """

    api_version = 3
    supports = {"align": ["wide", "full"], "html": False, "color": {"gradients": True, "link": True}}

    tag_name = comment("tagName", "string", default="div")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        props = root()
        names = [name for name in (props.get("class") or "").split(" ") if name != "wp-block-comments"]
        return element(a["tagName"], {**props, "class": " ".join(names)}, root.inner)


class Labelled(Shape):
    """With words of its own for one comment, and for many.

    <!-- wp:comments-title {"singleCommentLabel":"One answer","multipleCommentsLabel":"Answers"} /-->
    """

    supports = CommentsTitle.supports

    text_align = comment("textAlign", "string")
    show_post_title = comment("showPostTitle", "boolean", default=True)
    show_comments_count = comment("showCommentsCount", "boolean", default=True)
    level = comment("level", "number", default=2)
    level_options = comment("levelOptions", "array")
    single_comment_label = comment("singleCommentLabel", "string")
    multiple_comments_label = comment("multipleCommentsLabel", "string")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return is_true(said["multipleCommentsLabel"]) or is_true(said["singleCommentLabel"])

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        del inner
        return Attributes({**a, "singleCommentLabel": None, "multipleCommentsLabel": None})

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a, root
        return None


deprecates(Comments, WithoutClass)
deprecates(CommentsTitle, Labelled)
