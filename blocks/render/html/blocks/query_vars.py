"""What a query block asks of the site: its attribute `query` as variables of `WP_Query`."""

from __future__ import annotations

from typing import Any, Final

from blocks.formatting import php
from blocks.render.html.block import ServerBlock
from blocks.render.html.server import Server
from blocks.site.query import PostQuery, run
from blocks.site.query.variables import items

_FORMATS: Final = ("aside", "chat", "gallery", "link", "image", "quote", "status", "video", "audio")


def page_key(block: ServerBlock) -> str:
    """The argument of the request that says which page of a query is shown."""
    query_id = block.context.get("queryId")
    return "query-page" if query_id is None else f"query-{php.text(query_id)}-page"


def asked_page(block: ServerBlock, server: Server) -> int:
    """The page of a query that the request asks for, from 1 on."""
    asked = server.request.get.get(page_key(block))
    return php.integer(asked) if php.is_true(asked) else 1


def is_inherited(block: ServerBlock) -> bool:
    """Whether the query is that of the page."""
    return php.is_true(php.get(block.context, "query", "inherit"))


def query_of(block: ServerBlock, server: Server) -> PostQuery:
    """The query that a block stands in: that of the page, or one of its own."""
    return server.main_query if is_inherited(block) else own_query(block, server, asked_page(block, server))


def own_query(block: ServerBlock, server: Server, page: int) -> PostQuery:
    """The query that a block makes itself, at `page`: made once a document, though many blocks ask for it."""
    asked = query_vars(block, server, page)
    made: dict[str, PostQuery] = server.memory.setdefault("queries", {})
    key = repr(asked)
    if key not in made:
        made[key] = run(server.site, asked, server.request.user)
    return made[key]


def query_vars(block: ServerBlock, server: Server, page: int) -> dict[str, Any]:
    """The variables of the query at `page` (`build_query_vars_from_query_block()`)."""
    found: dict[str, Any] = {
        "post_type": "post",
        "order": "DESC",
        "orderby": "date",
        "post__not_in": [],
        "tax_query": [],
    }
    asked = block.context.get("query")
    if asked is None:
        return found
    post_type = php.get(asked, "postType")
    if php.is_true(post_type):
        known = server.site.post_types.get(post_type) if isinstance(post_type, str) else None
        if known is not None and known.is_viewable:
            found["post_type"] = post_type
    _sticky(found, php.get(asked, "sticky"), server)
    excluded = php.get(asked, "exclude")
    if php.is_true(excluded):
        found["post__not_in"] = [*found["post__not_in"], *_ids(excluded)]
    if php.is_numeric(php.get(asked, "perPage")):
        per_page = abs(php.integer(php.get(asked, "perPage")))
        offset = php.get(asked, "offset")
        skipped = abs(php.integer(offset)) if php.is_numeric(offset) else 0
        found["offset"] = per_page * (page - 1) + skipped
        found["posts_per_page"] = per_page
    _terms(found, asked, server)
    _formats(found, php.get(asked, "format"))
    order = php.get(asked, "order")
    if order is not None and php.text(order).upper() in ("ASC", "DESC"):
        found["order"] = php.text(order).upper()
    if php.has(asked, "orderBy"):
        found["orderby"] = php.get(asked, "orderBy")
    _author(found, php.get(asked, "author"))
    if php.is_true(php.get(asked, "search")):
        found["s"] = php.get(asked, "search")
    parents = php.get(asked, "parents")
    kind = server.site.post_types.get(found["post_type"])
    if php.is_true(parents) and kind is not None and kind.hierarchical:
        found["post_parent__in"] = list(dict.fromkeys(php.integer(one) for one in php.values(parents)))
    return found


def _ids(values: Any) -> list[int]:
    return [number for number in (php.integer(value) for value in php.values(values)) if number]


def _sticky(found: dict[str, Any], asked: Any, server: Server) -> None:
    sticky = items(server.site.options["sticky_posts"])
    if asked == "only":
        found["post__in"] = sticky or [0]
        found["ignore_sticky_posts"] = 1
    elif asked == "exclude":
        found["post__not_in"] = [*found["post__not_in"], *sticky]
    elif asked == "ignore":
        found["ignore_sticky_posts"] = 1


def _terms(found: dict[str, Any], asked: Any, server: Server) -> None:
    for key, taxonomy in (("categoryIds", "category"), ("tagIds", "post_tag")):
        if php.is_true(php.get(asked, key)):
            found["tax_query"].append(_clause(taxonomy, php.get(asked, key)))
    for name, terms in php.pairs(php.get(asked, "taxQuery")):
        known = server.site.taxonomies.get(str(name))
        if known is not None and known.public and php.is_true(terms):
            found["tax_query"].append(_clause(str(name), terms))


def _clause(taxonomy: str, terms: Any) -> dict[str, Any]:
    return {"taxonomy": taxonomy, "terms": _ids(terms), "include_children": False}


def _formats(found: dict[str, Any], asked: Any) -> None:
    if not php.is_true(asked) or not php.is_array(asked):
        return
    formats = [one for one in php.values(asked) if one in ("standard", *_FORMATS)]
    clauses: list[dict[str, Any]] = []
    if "standard" in formats:
        clauses.append({"taxonomy": "post_format", "field": "slug", "operator": "NOT EXISTS"})
        formats.remove("standard")
    if formats:
        terms = [f"post-format-{one}" for one in formats]
        clauses.append({"taxonomy": "post_format", "field": "slug", "terms": terms, "operator": "IN"})
    if not clauses:
        return
    query: dict[str, Any] = {"relation": "OR", **{str(index): clause for index, clause in enumerate(clauses)}}
    found["tax_query"] = {"relation": "AND", "0": found["tax_query"], "1": query} if found["tax_query"] else query


def _author(found: dict[str, Any], asked: Any) -> None:
    if php.is_array(asked):
        found["author__in"] = _ids(asked)
    elif isinstance(asked, str):
        found["author__in"] = _ids(asked.split(","))
    elif isinstance(asked, int) and not isinstance(asked, bool) and asked > 0:
        found["author"] = asked
