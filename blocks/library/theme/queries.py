"""Lists of posts: what is asked for, how each is shown, and the pages of the list."""

from __future__ import annotations

from typing import Any

from blocks.library.drawn import Drawn, DrawnAround
from blocks.library.supports import BORDER, SPACING, TYPOGRAPHY
from blocks.model.block import Block
from blocks.model.fields import comment
from blocks.model.registry import block
from blocks.model.saved import Attributes, Element, Root, element


@block(
    "core/query",
    category="theme",
    uses_context=("templateSlug",),
    provides_context={
        "queryId": "queryId",
        "query": "query",
        "displayLayout": "displayLayout",
        "enhancedPagination": "enhancedPagination",
    },
)
class Query(Block):
    """Posts that are asked for, and the blocks that show them.

    <div class="wp-block-query"><!-- wp:post-template -->…<!-- /wp:post-template --></div>
    """

    supports = {"align": ["wide", "full"], "html": False, "layout": True, "contentRole": True}

    query_id: int | None = comment("queryId", "integer")
    query: dict[str, Any] = comment(
        "query",
        "object",
        default={
            "perPage": None,
            "pages": 0,
            "offset": 0,
            "postType": "post",
            "order": "desc",
            "orderBy": "date",
            "author": "",
            "search": "",
            "exclude": [],
            "sticky": "",
            "inherit": True,
            "taxQuery": None,
            "parents": [],
            "format": [],
        },
    )
    tag_name: str = comment("tagName", "string", default="div")
    namespace: str | None = comment("namespace", "string")
    enhanced_pagination: bool = comment("enhancedPagination", "boolean", default=False)

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element("div" if a["tagName"] is None else a["tagName"], root(), root.inner)


@block(
    "core/post-template",
    category="theme",
    ancestor=("core/query",),
    uses_context=(
        "queryId",
        "query",
        "displayLayout",
        "templateSlug",
        "previewPostType",
        "enhancedPagination",
        "postType",
    ),
)
class PostTemplate(DrawnAround):
    """The blocks that show each post of a query.

    <!-- wp:post-template --><!-- wp:post-title /--><!-- /wp:post-template -->
    """

    supports = {
        "reusable": False,
        "html": False,
        "align": ["wide", "full"],
        "layout": True,
        "color": {"gradients": True, "link": True},
        "typography": TYPOGRAPHY,
        "spacing": {**SPACING, "blockGap": {"__experimentalDefault": "1.25em"}},
        "__experimentalBorder": BORDER,
    }


@block("core/query-no-results", category="theme", ancestor=("core/query",), uses_context=("queryId", "query"))
class QueryNoResults(DrawnAround):
    """The blocks that stand where a query finds nothing.

    <!-- wp:query-no-results --><!-- wp:paragraph -->…<!-- /wp:paragraph --><!-- /wp:query-no-results -->
    """

    supports = {
        "align": True,
        "reusable": False,
        "html": False,
        "color": {"gradients": True, "link": True},
        "typography": TYPOGRAPHY,
    }


@block("core/query-title", category="theme", uses_context=("query",))
class QueryTitle(Drawn):
    """What is listed: an archive, or what was searched for.

    <!-- wp:query-title {"type":"archive","showPrefix":false} /-->
    """

    supports = {
        "align": ["wide", "full"],
        "html": False,
        "color": {"gradients": True},
        "spacing": SPACING,
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    type: str | None = comment("type", "string")
    text_align: str | None = comment("textAlign", "string")
    level: int = comment("level", "integer", default=1)
    level_options: list[int] | None = comment("levelOptions", "array")
    show_prefix: bool = comment("showPrefix", "boolean", default=True)
    show_search_term: bool = comment("showSearchTerm", "boolean", default=True)


@block("core/query-total", category="theme", ancestor=("core/query",), uses_context=("queryId", "query"))
class QueryTotal(Drawn):
    """How many posts were found.

    <!-- wp:query-total {"displayType":"range-display"} /-->
    """

    supports = {
        "align": ["wide", "full"],
        "html": False,
        "spacing": SPACING,
        "color": {"gradients": True},
        "typography": TYPOGRAPHY,
        "__experimentalBorder": BORDER,
    }

    display_type: str = comment("displayType", "string", default="total-results")


@block(
    "core/query-pagination",
    category="theme",
    ancestor=("core/query",),
    allowed_blocks=("core/query-pagination-previous", "core/query-pagination-numbers", "core/query-pagination-next"),
    uses_context=("queryId", "query"),
    provides_context={"paginationArrow": "paginationArrow", "showLabel": "showLabel"},
)
class QueryPagination(DrawnAround):
    """Links to other pages of a query.

    <!-- wp:query-pagination --><!-- wp:query-pagination-next /--><!-- /wp:query-pagination -->
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
    show_label: bool = comment("showLabel", "boolean", default=True)


@block(
    "core/query-pagination-next",
    category="theme",
    parent=("core/query-pagination",),
    uses_context=("queryId", "query", "paginationArrow", "showLabel", "enhancedPagination"),
)
class QueryPaginationNext(Drawn):
    """A link to the next page.

    <!-- wp:query-pagination-next {"label":"Older"} /-->
    """

    supports = {"reusable": False, "html": False, "color": {"gradients": True, "text": False}, "typography": TYPOGRAPHY}

    label: str | None = comment("label", "string")


@block(
    "core/query-pagination-numbers",
    category="theme",
    parent=("core/query-pagination",),
    uses_context=("queryId", "query", "enhancedPagination"),
)
class QueryPaginationNumbers(Drawn):
    """A link to each page.

    <!-- wp:query-pagination-numbers {"midSize":1} /-->
    """

    supports = {"reusable": False, "html": False, "color": {"gradients": True, "text": False}, "typography": TYPOGRAPHY}

    mid_size: int = comment("midSize", "integer", default=2)


@block(
    "core/query-pagination-previous",
    category="theme",
    parent=("core/query-pagination",),
    uses_context=("queryId", "query", "paginationArrow", "showLabel", "enhancedPagination"),
)
class QueryPaginationPrevious(Drawn):
    """A link to the page before.

    <!-- wp:query-pagination-previous {"label":"Newer"} /-->
    """

    supports = {"reusable": False, "html": False, "color": {"gradients": True, "text": False}, "typography": TYPOGRAPHY}

    label: str | None = comment("label", "string")
