"""Lists of categories, tags and other terms."""

from __future__ import annotations

from typing import Any

from blocks.library.drawn import Drawn, DrawnAround
from blocks.library.supports import BORDER, SPACING, TYPOGRAPHY
from blocks.library.theme.queries import PostTemplate
from blocks.model.block import Block
from blocks.model.fields import comment
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, element


@block(
    "core/terms-query", category="theme", uses_context=("templateSlug",), provides_context={"termQuery": "termQuery"}
)
class TermsQuery(Block):
    """Terms that are asked for, and the blocks that show them.

    <div class="wp-block-terms-query"><!-- wp:term-template -->…<!-- /wp:term-template --></div>
    """

    supports = {"align": ["wide", "full"], "html": False, "layout": True}

    term_query: dict[str, Any] = comment(
        "termQuery",
        "object",
        default={
            "perPage": 10,
            "taxonomy": "category",
            "order": "asc",
            "orderBy": "name",
            "include": [],
            "hideEmpty": True,
            "showNested": False,
            "inherit": False,
        },
    )
    tag_name: str = comment("tagName", "string", default="div")

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element(a["tagName"], root(), root.inner)


@block("core/term-template", category="theme", ancestor=("core/terms-query",), uses_context=("termQuery",))
class TermTemplate(DrawnAround):
    """The blocks that show each term.

    <!-- wp:term-template --><!-- wp:term-name /--><!-- /wp:term-template -->
    """

    supports = PostTemplate.supports


@block("core/term-name", category="theme", uses_context=("termId", "taxonomy"))
class TermName(Drawn):
    """The term's name, a paragraph (level 0) or a heading.

    <!-- wp:term-name {"isLink":true} /-->
    """

    supports = {
        "align": ["wide", "full"],
        "html": False,
        "color": {"gradients": True, "link": True},
        "spacing": {"padding": True},
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    text_align: str | None = comment("textAlign", "string")
    level: int = comment("level", "integer", default=0)
    is_link: bool = comment("isLink", "boolean", default=False)


@block("core/term-count", category="theme", uses_context=("termId", "taxonomy"))
class TermCount(Drawn):
    """How many posts the term has.

    <!-- wp:term-count {"bracketType":"square"} /-->
    """

    supports = {
        "html": False,
        "color": {"gradients": True},
        "spacing": {"padding": True},
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    bracket_type: str = comment(
        "bracketType", "string", default="round", enum=("none", "round", "square", "curly", "angle")
    )


@block("core/term-description", category="theme", uses_context=("termId", "taxonomy"))
class TermDescription(Drawn):
    """What is said of the term.

    <!-- wp:term-description /-->
    """

    supports = {
        "align": ["wide", "full"],
        "html": False,
        "color": {"link": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    text_align: str | None = comment("textAlign", "string")
