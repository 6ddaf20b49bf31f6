"""Terms: the list of a query of terms, and what each says of itself."""

from __future__ import annotations

from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.autop import autop, shortcode_unautop
from blocks.formatting.escaping import Html, esc_attr
from blocks.formatting.texts import convert_chars
from blocks.formatting.texturize import texturize
from blocks.formatting.urls import esc_url
from blocks.render.html.block import ServerBlock
from blocks.render.html.blocks.common import has_link_color, heading_tag, text_wrapper
from blocks.render.html.server import Rendering, Server
from blocks.render.html.wrapper import wrapper_attributes
from blocks.site.links import term_link
from blocks.site.records import Term
from blocks.site.terms import get_terms

_BRACKETS: Final = {"round": ("(", ")"), "square": ("[", "]"), "curly": ("{", "}"), "angle": ("<", ">")}


def term_name(block: ServerBlock, content: str, server: Server) -> str:
    """The name of the term (`render_block_core_term_name()`)."""
    del content
    term = _term(block, server)
    if term is None:
        return ""
    attributes = block.attributes
    return server.draw(
        "core/term-name",
        tag=heading_tag(attributes.get("level", 0)),
        wrapper=text_wrapper(block, server),
        term=Html(term.name),
        link=Html(esc_url(term_link(server.site, term))) if php.is_true(attributes.get("isLink")) else None,
    )


def term_count(block: ServerBlock, content: str, server: Server) -> str:
    """How many posts the term has, in brackets (`render_block_core_term_count()`)."""
    del content
    term = _term(block, server)
    if term is None:
        return ""
    before, after = _BRACKETS.get(php.text(block.attributes.get("bracketType")), ("", ""))
    return f"<div {wrapper_attributes(block, server)}>{before}{term.count}{after}</div>"


def term_description(block: ServerBlock, content: str, server: Server) -> str:
    """What the term is about (`render_block_core_term_description()`)."""
    del content
    flags = server.main_query.flags
    if _has_term(block):
        term = _term(block, server)
        text = "" if term is None else term.description
    else:
        term = _term(block, server) if flags.is_category or flags.is_tag or flags.is_tax else None
        text = "" if term is None else _displayed(term.description)
    if not php.is_true(text):
        return ""
    return f"<div {text_wrapper(block, server)}>{text}</div>"


def _displayed(description: str) -> str:
    """A description as pages print it (the filters of `term_description`)."""
    return shortcode_unautop(autop(convert_chars(texturize(description))), ())


def _has_term(block: ServerBlock) -> bool:
    return block.context.get("termId") is not None and block.context.get("taxonomy") is not None


def _term(block: ServerBlock, server: Server) -> Term | None:
    """The term that the blocks around it hand down to the block, or the one that the page is about."""
    if _has_term(block):
        term = server.site.terms.get(php.integer(block.context["termId"]))
        return term if term is not None and term.taxonomy == block.context["taxonomy"] else None
    about = server.main_query.queried_object
    return about if isinstance(about, Term) else None


def term_template(block: ServerBlock, content: str, server: Server) -> Rendering | str:
    """The terms of a query, each drawn by the same inner blocks (`render_block_core_term_template()`)."""
    del content
    query = block.context.get("termQuery")
    if php.is_empty(query):
        return ""
    terms = get_terms(server.site, _arguments(query, server))
    return _list(block, terms, server) if terms else ""


def _list(block: ServerBlock, terms: list[Term], server: Server) -> Rendering:
    items: list[dict[str, Any]] = []
    overrides = server.context_overrides
    for term in terms:
        server.context_overrides = {**overrides, "termId": term.id, "taxonomy": term.taxonomy}
        html = yield server.inner_content(block.again({}))
        server.context_overrides = overrides
        classes = f"wp-block-term term-{term.id} {term.taxonomy} taxonomy-{term.taxonomy}"
        items.append({"classes": Html(esc_attr(classes)), "content": Html(html)})
    wrapper = wrapper_attributes(block, server, {"class": "has-link-color" if has_link_color(block) else ""})
    return server.draw("core/term-template", wrapper=wrapper, items=items)


def _arguments(query: Any, server: Server) -> dict[str, Any]:
    """The arguments of `get_terms()` that a query of terms stands for."""
    site = server.site
    found: dict[str, Any] = {
        "number": php.get(query, "perPage"),
        "order": php.get(query, "order"),
        "orderby": php.get(query, "orderBy"),
        "hide_empty": php.get(query, "hideEmpty"),
    }
    flags, about = server.main_query.flags, server.main_query.queried_object
    nested = php.is_true(php.get(query, "showNested"))
    is_archive = flags.is_tax or flags.is_category or flags.is_tag
    if php.is_true(php.get(query, "inherit")) and is_archive and isinstance(about, Term):
        found["taxonomy"] = about.taxonomy
        if site.taxonomies[about.taxonomy].hierarchical:
            found["child_of" if nested else "parent"] = about.id
        return found
    taxonomy, include = php.get(query, "taxonomy"), php.get(query, "include")
    found["taxonomy"] = taxonomy
    if php.is_true(include):
        found |= {
            "include": list(dict.fromkeys(php.integer(one) for one in php.values(include))),
            "orderby": "include",
            "order": "asc",
        }
    elif not nested and _is_hierarchical(taxonomy, server):
        found["parent"] = 0
    return found


def _is_hierarchical(taxonomy: Any, server: Server) -> bool:
    known = server.site.taxonomies.get(taxonomy) if isinstance(taxonomy, str) else None
    return known is not None and known.hierarchical
