"""Boxes around other blocks."""

from __future__ import annotations

from blocks.library.drawn import DrawnAround
from blocks.library.supports import BACKGROUND, BORDER, SPACING, TYPOGRAPHY
from blocks.model.block import Block
from blocks.model.fields import comment
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, element


@block("core/group", category="design")
class Group(Block):
    """Blocks that belong together: also row, stack and grid.

    <div class="wp-block-group"><!-- wp:paragraph -->…<!-- /wp:paragraph --></div>
    """

    supports = {
        "__experimentalOnEnter": True,
        "__experimentalOnMerge": True,
        "__experimentalSettings": True,
        "align": ["wide", "full"],
        "anchor": True,
        "ariaLabel": True,
        "html": False,
        "background": BACKGROUND,
        "color": {"gradients": True, "heading": True, "button": True, "link": True},
        "shadow": True,
        "spacing": {"margin": ["top", "bottom"], "padding": True, "blockGap": True},
        "dimensions": {"minHeight": True},
        "__experimentalBorder": BORDER,
        "position": {"sticky": True},
        "typography": TYPOGRAPHY,
        "layout": {"allowSizingOnChildren": True},
        "allowedBlocks": True,
    }

    tag_name: str = comment("tagName", "string", default="div")
    template_lock: str | bool | None = comment(
        "templateLock", ["string", "boolean"], enum=("all", "insert", "contentOnly", False)
    )  # fmt: skip

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element(a["tagName"], root(), root.inner)


@block("core/comment-template", category="design", parent=("core/comments",), uses_context=("postId",))
class CommentTemplate(DrawnAround):
    """What is shown of each comment: its author, its date, its text.

    <!-- wp:comment-template --><!-- wp:comment-content /--><!-- /wp:comment-template -->
    """

    supports = {
        "align": True,
        "html": False,
        "reusable": False,
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }
