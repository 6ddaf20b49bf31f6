"""The terms of a taxonomy: as a list, or to choose from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.escaping import Html, esc_attr
from blocks.formatting.kses import wp_kses_post
from blocks.formatting.php.printf import sprintf
from blocks.formatting.texturize import texturize
from blocks.formatting.urls import esc_url
from blocks.fragment.tag_processor import TagProcessor
from blocks.render.html.block import ServerBlock
from blocks.render.html.dropdown import dropdown_script
from blocks.render.html.server import Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.links import term_link
from blocks.site.pages import term_ancestors
from blocks.site.records import Term
from blocks.site.terms import get_terms
from blocks.site.types import Taxonomy

_NO_TERMS: Final = {"wp_pattern_category": "No pattern categories"}
_END: Final = "</label>"


def categories(block: ServerBlock, content: str, server: Server) -> str:
    """The terms (`render_block_core_categories()`)."""
    del content
    id = server.unique_prefixed_id("wp-block-categories-")
    name = php.text(block.attributes.get("taxonomy"))
    taxonomy = server.site.taxonomies.get(name)
    is_dropdown = php.is_true(block.attributes.get("displayAsDropdown"))
    shape = "dropdown" if is_dropdown else "list"
    wrapper = wrapper_attributes(block, server, {"class": f"wp-block-categories-{shape}"})
    found = _found(block, name, server)
    if is_dropdown:
        return _dropdown(block, server, wrapper, id, taxonomy, found)
    return _list(block, server, wrapper, taxonomy, found)


def _found(block: ServerBlock, taxonomy: str, server: Server) -> list[Term]:
    attributes = block.attributes
    counts, hierarchical = php.is_true(attributes.get("showPostCounts")), php.is_true(attributes.get("showHierarchy"))
    asked: dict[str, Any] = {
        "taxonomy": taxonomy,
        "hierarchical": hierarchical,
        "hide_empty": not php.is_true(attributes.get("showEmpty")),
        "pad_counts": counts and hierarchical,
    }
    if php.is_true(attributes.get("showOnlyTopLevel")):
        asked["parent"] = 0
    return get_terms(server.site, asked)


def _list(block: ServerBlock, server: Server, wrapper: Html, taxonomy: Taxonomy | None, found: Sequence[Term]) -> str:
    """A list, with links (`wp_list_categories()`)."""
    current = _current(server, taxonomy)
    above = term_ancestors(server.site, current) if current is not None else []
    terms = [
        term
        | {
            "text": Html(texturize(esc_attr(term["term"].name))),
            "link": Html(esc_url(term_link(server.site, term["term"]))),
            "classes": " ".join(_classes(term["term"], current, above)),
            "is_current": current is not None and term["term"].id == current.id,
        }
        for term in _walked(block, found)
    ]
    no_terms = None
    if taxonomy is not None and not terms:
        no_terms = _NO_TERMS.get(taxonomy.name, "No categories" if taxonomy.hierarchical else "No tags")
    html = server.draw("core/categories", wrapper=wrapper, is_dropdown=False, terms=terms, no_terms=no_terms)
    return _routed(html) if php.is_true(block.context.get("enhancedPagination")) else html


def _routed(html: str) -> str:
    """The list with links that the query around it follows without loading the page anew."""
    tags = TagProcessor(html)
    while tags.next_tag("a"):
        tags.set_attribute("data-wp-on--click", "core/query::actions.navigate")
    return tags.get_updated_html()


def _current(server: Server, taxonomy: Taxonomy | None) -> Term | None:
    """The term that the page lists the posts of, if it is one of the taxonomy."""
    query = server.main_query
    if not (query.flags.is_category or query.flags.is_tag or query.flags.is_tax):
        return None
    found = query.queried_object
    is_one = isinstance(found, Term) and taxonomy is not None and found.taxonomy == taxonomy.name
    return found if is_one and isinstance(found, Term) else None


def _classes(term: Term, current: Term | None, above: Sequence[Term]) -> Iterator[str]:
    yield "cat-item"
    yield f"cat-item-{term.id}"
    if current is not None and term.id == current.id:
        yield "current-cat"
    elif current is not None and term.id == current.parent:
        yield "current-cat-parent"
    if any(term.id == one.id for one in above):
        yield "current-cat-ancestor"


def _dropdown(
    block: ServerBlock, server: Server, wrapper: Html, id: str, taxonomy: Taxonomy | None, found: list[Term]
) -> str:
    """A list to choose from (`wp_dropdown_categories()`)."""
    if taxonomy is None:
        found = [Term(id=0)]  # what WordPress makes of the error
    query = server.main_query
    chosen = php.text(query.get("cat")) if query.flags.is_category else "0"
    terms = [
        term
        | {
            "text": Html(texturize(term["term"].name)),
            "slug": Html(esc_attr(term["term"].slug)),
            "is_current": taxonomy is not None and term["term"].slug == chosen,
        }
        for term in _walked(block, found)
    ]
    return server.draw(
        "core/categories",
        wrapper=wrapper,
        is_dropdown=True,
        terms=terms,
        id=id,
        argument=Html(esc_attr(_argument(taxonomy))),
        label=Html(_label(block, taxonomy, wrapper)),
        choose=Html(texturize(f"Select {taxonomy.singular if taxonomy is not None else ''}")),
        nothing_chosen=not terms or chosen == "-1",
        shows_label=php.is_true(block.attributes.get("showLabel")),
        script=dropdown_script(id, server),
    )


def _argument(taxonomy: Taxonomy | None) -> str:
    """The argument of addresses that names a term of the taxonomy; empty where there is none."""
    return (taxonomy.query_var or taxonomy.name) if taxonomy is not None and taxonomy.public else ""


def _label(block: ServerBlock, taxonomy: Taxonomy | None, wrapper: str) -> str:
    """What the label says. WordPress takes it for a part of a format of `sprintf()`, and so do we where it is one."""
    said = block.attributes.get("label")
    label = wp_kses_post(php.text(said)) if php.is_true(said) else taxonomy.label if taxonomy is not None else ""
    if "%" not in label:
        return label
    filled = sprintf(label + _END, wrapper, "")
    return label if filled is None else filled.removesuffix(_END)


def _walked(block: ServerBlock, found: Sequence[Term]) -> list[dict[str, Any]]:
    """The terms in the order of the tree that they stand in (`Walker::walk()`), with their depth and counts.

    `closes` tells how many lists end behind a term. Terms whose parent is missing come last, on the first level.
    """
    counts = php.is_true(block.attributes.get("showPostCounts"))
    tops: Sequence[Term] = found
    below: defaultdict[int, list[Term]] = defaultdict(list)
    if php.is_true(block.attributes.get("showHierarchy")) and found:
        root = 0 if any(not term.parent for term in found) else found[0].parent
        tops = [term for term in found if term.parent == root]
        for term in found:
            if term.parent != root:
                below[term.parent].append(term)
    out: list[dict[str, Any]] = []
    waiting: list[Iterator[Term]] = [iter(tops)]
    while waiting:
        for term in waiting[-1]:
            inside = below.pop(term.id, [])
            count = php.number_format(term.count) if counts else None
            depth = len(waiting) - 1
            out.append({"term": term, "count": count, "depth": depth, "has_children": bool(inside), "closes": 0})
            if inside:
                waiting.append(iter(inside))
                break
        else:
            waiting.pop()
            if waiting:
                out[-1]["closes"] += 1
            elif below:
                orphans = [term for terms in below.values() for term in terms]
                below.clear()
                waiting.append(iter(orphans))
    return out
