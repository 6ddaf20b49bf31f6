"""How queries were saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blocks.fragment.javascript import is_true
from blocks.library.deprecated.common import without_empty
from blocks.library.design import Group
from blocks.library.theme import PostTemplate, Query
from blocks.model.fields import comment
from blocks.model.objects import BlockObject, create_block
from blocks.model.reading import Candidate
from blocks.model.saved import Attributes, Element, Inner, Root, element, inside
from blocks.model.shape import Migrated, Shape, deprecates

_COLORS = ("backgroundColor", "gradient", "textColor")
_QUERY_OF_IDS: dict[str, Any] = {
    "perPage": None,
    "pages": 0,
    "offset": 0,
    "postType": "post",
    "categoryIds": [],
    "tagIds": [],
    "order": "desc",
    "orderBy": "date",
    "author": "",
    "search": "",
    "exclude": [],
    "sticky": "",
    "inherit": True,
}
_QUERY: dict[str, Any] = {
    **{key: value for key, value in _QUERY_OF_IDS.items() if not key.endswith("Ids")},
    "taxQuery": None,
    "parents": [],
}
_LIST = {"type": "list"}
_COLORED = {"align": ["wide", "full"], "html": False, "color": {"gradients": True, "link": True}, "layout": True}

Changed = tuple[Attributes, list[BlockObject]]


class LaidOutByItself(Shape):
    """Before WordPress 6.3, with the layout of the posts, which is the template's today.

    <!-- wp:query {"displayLayout":{"type":"flex","columns":3}} --><div class="wp-block-query">…</div>
    """

    supports = {"align": ["wide", "full"], "anchor": True, "html": False, "layout": True}

    query_id = comment("queryId", "number")
    query = comment("query", "object", default=_QUERY)
    tag_name = comment("tagName", "string", default="div")
    display_layout = comment("displayLayout", "object", default=_LIST)
    namespace = comment("namespace", "string")

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return is_true(said["displayLayout"])

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return _template_laid_out(a, inner())

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element(a["tagName"], root(), root.inner)


class Inheriting(LaidOutByItself):
    """With a layout that takes the theme's width or has one, and is not called constrained yet.

    <!-- wp:query {"layout":{"inherit":true}} --><div class="wp-block-query">…</div><!-- /wp:query -->
    """

    supports = _COLORED

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        layout = said["layout"]
        has_width = is_true(inside(layout, "contentSize"))
        return is_true(inside(layout, "inherit")) or (has_width and inside(layout, "type") != "constrained")

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return _template_laid_out(_constrained(a), inner())


class Colored(LaidOutByItself):
    """With colours, which a group inside it has today.

    <!-- wp:query {"backgroundColor":"base"} --><div class="wp-block-query has-base-background-color …">…</div>
    """

    supports = _COLORED

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return _is_colored(said)

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return _recent(a, inner())


class AskingByIds(Shape):
    """With categories and tags in lists of their own, and not among the taxonomies.

    <!-- wp:query {"query":{"categoryIds":[3],"tagIds":[]}} --><div class="wp-block-query">…</div><!-- /wp:query -->
    """

    supports = _COLORED

    query_id = comment("queryId", "number")
    query = comment("query", "object", default=_QUERY_OF_IDS)
    tag_name = comment("tagName", "string", default="div")
    display_layout = comment("displayLayout", "object", default=_LIST)

    @staticmethod
    def is_eligible(said: Attributes, block: Candidate) -> bool:
        del block
        return any(is_true(inside(said["query"], key)) for key in ("categoryIds", "tagIds"))

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        return _recent(_by_taxonomy(a), inner())

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        return element(a["tagName"], root(), root.inner)


class WithoutWrapper(Shape):
    """As the blocks inside it, with no element around.

    <!-- wp:query {"layout":{"type":"flex","columns":2}} --><!-- wp:post-template /--><!-- /wp:query -->
    """

    supports = {"html": False}

    query_id = comment("queryId", "number")
    query = comment("query", "object", default=_QUERY_OF_IDS)
    display = comment("layout", "object", default=_LIST)

    @staticmethod
    def migrate(a: Attributes, inner: Inner) -> Migrated:
        by_taxonomy = _by_taxonomy(a)
        return _template_laid_out(
            Attributes({**by_taxonomy, "layout": None, "displayLayout": by_taxonomy["layout"]}), inner()
        )

    @staticmethod
    def save(a: Attributes, root: Root) -> Element | None:
        del a
        return element(None, {}, root.inner)


def _recent(a: Attributes, inner: list[BlockObject]) -> Changed:
    a, inner = _colors_in_group(a, inner)
    return _template_laid_out(_constrained(a), inner)


def _by_taxonomy(a: Attributes) -> Attributes:
    query = {key: value for key, value in a["query"].items() if key not in ("categoryIds", "tagIds")}
    asked = {"category": a["query"].get("categoryIds"), "post_tag": a["query"].get("tagIds")}
    if any(asked.values()):
        query["taxQuery"] = {taxonomy: ids for taxonomy, ids in asked.items() if ids}
    return Attributes({**a, "query": query})


def _constrained(a: Attributes) -> Attributes:
    """The layout as one of constrained width, where it took the theme's or had one."""
    layout = a["layout"]
    if not any(is_true(inside(layout, key)) for key in ("inherit", "contentSize")):
        return a
    kept = {key: value for key, value in layout.items() if key != "inherit"}
    return Attributes({**a, "layout": {**kept, "contentSize": layout.get("contentSize"), "type": "constrained"}})


# ------------------------------------------------------------------------------------------------------- colours


def _is_colored(a: Attributes) -> bool:
    own = (*(a[key] for key in _COLORS), inside(a["style"], "color"), inside(a["style"], "elements", "link"))
    return any(is_true(one) for one in own)


def _colors_in_group(a: Attributes, inner: list[BlockObject]) -> Changed:
    """The colours given to the group that holds all blocks inside; one is made where there is none."""
    if not _is_colored(a):
        return a, inner
    style = _without_colors(a["style"])
    kept = Attributes({**a, **dict.fromkeys(_COLORS), "style": style})
    colors = {key: a[key] for key in _COLORS}
    if len(inner) == 1 and inner[0].name == Group.type_name:
        group = inner[0]
        own = group.attributes.get("style")
        attributes = {**group.attributes, **colors, "style": _only_colors(own, a["style"])}
        return kept, [create_block(Group, attributes, group.inner)]
    return kept, [create_block(Group, {**colors, "style": _only_colors(None, a["style"])}, inner)]


def _without_colors(style: Any) -> Any:
    if not isinstance(style, Mapping):
        return None
    elements = {key: value for key, value in _mapping(style.get("elements")).items() if key != "link"}
    return without_empty({**{key: value for key, value in style.items() if key != "color"}, "elements": elements})


def _only_colors(own: Any, style: Any) -> Any:
    """The style of a group, with the colours of a query in place of its own."""
    kept = {key: value for key, value in _mapping(own).items() if key not in ("color", "elements")}
    color, link = inside(style, "color"), inside(style, "elements", "link")
    if color is not None:
        kept["color"] = color
    if is_true(link):
        kept["elements"] = {"link": link}
    return without_empty(kept)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


# -------------------------------------------------------------------------------------------------------- layout


def _template_laid_out(a: Attributes, inner: list[BlockObject]) -> Changed:
    """The layout of the posts given to the template that shows them."""
    display, template = a["displayLayout"], _template(inner)
    if not is_true(display) or template is None:
        return a, inner
    layout = {"type": "grid" if display.get("type") == "flex" else "default"}
    if is_true(display.get("columns")):
        layout["columnCount"] = display["columns"]
    laid_out = create_block(PostTemplate, {**template.attributes, "layout": layout}, template.inner)
    return Attributes({**a, "displayLayout": None}), _replaced(inner, template, laid_out)


def _template(inner: list[BlockObject]) -> BlockObject | None:
    """The template among blocks, or inside the last of them that has blocks, as the editor looks for it.

    That of a query in this one is not looked for, which the editor does: so a block is met once, however deep it is.
    """
    while inner:
        for one in inner:
            if one.name == PostTemplate.type_name:
                return one
        last = next((one for one in reversed(inner) if one.inner), None)
        inner = last.inner if last is not None and last.name != Query.type_name else []
    return None


def _replaced(inner: list[BlockObject], old: BlockObject, new: BlockObject) -> list[BlockObject]:
    """The blocks with `new` in the place of `old`.

    (The editor puts it in the place of every template that it meets. A template in a template in a template, each with
    another one beside it, would grow without bound.)
    """
    whole: list[BlockObject] = []
    stack = [(inner, whole)]
    while stack:
        coming, out = stack.pop()
        for one in coming:
            if one is old:
                out.append(new)
            elif one.inner and one.name not in (PostTemplate.type_name, Query.type_name):
                copied = BlockObject(one.name, one.attributes)
                out.append(copied)
                stack.append((one.inner, copied.inner))
            else:
                out.append(one)
    return whole


deprecates(Query, LaidOutByItself, Inheriting, Colored, AskingByIds, WithoutWrapper)
