"""Terms: of a post, of a taxonomy, in the order that was asked for (`get_the_terms()`, `get_terms()`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from blocks.formatting import php
from blocks.site.index import index
from blocks.site.query.search import folded
from blocks.site.query.taxonomies import descendants
from blocks.site.query.variables import absint, id_list, items
from blocks.site.records import SitePost, Term
from blocks.site.site import Site

_KEYS: dict[str, Callable[[Term], Any]] = {
    "name": lambda term: php.encoded(folded(term.name)),
    "slug": lambda term: php.encoded(folded(term.slug)),
    "id": lambda term: term.id,
    "term_id": lambda term: term.id,
    "term_order": lambda term: term.id,
    "": lambda term: term.id,
    "0": lambda term: term.id,
    "count": lambda term: term.count,
    "parent": lambda term: term.parent,
    "taxonomy": lambda term: term.taxonomy,
    "term_taxonomy_id": lambda term: term.id,
    "description": lambda term: php.encoded(folded(term.description)),
    "term_group": lambda _term: 0,
    "none": lambda _term: 0,
}


def get_the_terms(site: Site, post: SitePost, taxonomy: str) -> list[Term]:
    """The terms that a post carries, by name (`get_the_terms()`)."""
    found = [site.terms[id] for id in post.terms.get(taxonomy, ()) if id in site.terms]
    return sorted((term for term in found if term.taxonomy == taxonomy), key=_KEYS["name"])


def post_format(site: Site, post: SitePost) -> str:
    """The format of a post (`get_post_format()`): `aside`, `video` …; empty for the standard one."""
    found = get_the_terms(site, post, "post_format")
    return found[0].slug.replace("post-format-", "") if found else ""


def get_terms(site: Site, arguments: Mapping[str, Any]) -> list[Term]:
    """The terms of a taxonomy (`get_terms()`), or of all where it is None.

    Arguments: `taxonomy`, `orderby` (`name`), `order` (`ASC`), `hide_empty` (True), `include`, `exclude`,
    `exclude_tree`, `number`, `offset`, `slug`, `name`, `search`, `parent`, `child_of`, `childless`, `hierarchical`
    (True), `pad_counts`, `get` (`all`).
    """
    asked = dict(arguments)
    names = [php.text(name) for name in items(asked.get("taxonomy", "category"))]
    known = [site.taxonomies[name] for name in names if name in site.taxonomies]
    if len(known) < len(names):
        return []
    if asked.get("get") == "all":
        asked |= {"childless": False, "child_of": 0, "hide_empty": False, "hierarchical": False, "pad_counts": False}
    tree = any(kind.hierarchical for kind in known)
    hierarchical = tree and php.is_true(asked.get("hierarchical", True))
    hide = php.is_true(asked.get("hide_empty", True))
    found = [term for name in names for term in index(site).terms_of(name)] if names else list(site.terms.values())
    found = _chosen(site, found, asked, names)
    if hide and not hierarchical:
        found = [term for term in found if term.count]
    found = _ordered(found, asked)
    parent, child_of = asked.get("parent", ""), php.integer(asked.get("child_of", 0))
    number, offset = absint(asked.get("number", 0)), absint(asked.get("offset", 0))
    if number and not hierarchical and not child_of and parent == "":
        return found[offset : offset + number]
    if child_of and php.integer(parent) <= 0:
        found = _below(found, child_of)
    if tree and php.is_true(asked.get("pad_counts", False)):
        for kind in known:
            found = padded(site, found, kind.name)
    if hierarchical and hide:
        found = [term for term in found if term.count or _is_used_below(site, term)]
    return found[offset : offset + number] if hierarchical and number else found


def _chosen(site: Site, found: list[Term], asked: Mapping[str, Any], names: list[str]) -> list[Term]:
    """The terms that the arguments name."""
    include = id_list(asked.get("include", []))
    if include:
        within = set(include)
        found = [term for term in found if term.id in within]
    else:
        without = set(id_list(asked.get("exclude", [])))
        for trunk in id_list(asked.get("exclude_tree", [])):
            without |= {trunk, *descendants(site, trunk)}
        if php.is_true(asked.get("childless", False)):
            without |= {term.parent for name in names for term in index(site).terms_of(name)}
        found = [term for term in found if term.id not in without]
    for field, key in (("slug", "slug"), ("name", "name")):
        given = asked.get(field, "")
        if given not in ("", []):
            wanted = {folded(php.text(item)) for item in items(given)}
            found = [term for term in found if folded(getattr(term, key)) in wanted]
    search = php.text(asked.get("search", ""))
    if search:
        needle = folded(search)
        found = [term for term in found if needle in folded(term.name) or needle in folded(term.slug)]
    parent = asked.get("parent", "")
    if parent != "":
        above = php.integer(parent)
        found = [term for term in found if term.parent == above]
    return found


def _ordered(found: list[Term], asked: Mapping[str, Any]) -> list[Term]:
    by = asked.get("orderby", "name")
    name = php.text(by).lower()
    if name == "none":
        return found
    order = asked.get("order", "ASC")
    backwards = not (isinstance(order, str) and order.upper() == "ASC")
    include = id_list(asked.get("include", []))
    if name == "include" and include:
        places = {id: place for place, id in enumerate(include)}
        return sorted(found, key=lambda term: places.get(term.id, -1), reverse=backwards)
    return sorted(found, key=_KEYS.get(name, _KEYS["name"]), reverse=backwards)


def _below(found: Iterable[Term], top: int) -> list[Term]:
    """Those of the terms that stand below `top`, each followed by those below it (`_get_term_children()`)."""
    below: defaultdict[int, list[Term]] = defaultdict(list)
    for term in found:
        if term.id != top:
            below[term.parent].append(term)
    out: list[Term] = []
    waiting = below.pop(top, [])[::-1]
    while waiting:
        term = waiting.pop()
        out.append(term)
        waiting.extend(reversed(below.pop(term.id, [])))
    return out


def _is_used_below(site: Site, term: Term) -> bool:
    return any(site.terms[id].count for id in descendants(site, term.id))


def padded(site: Site, found: list[Term], taxonomy: str) -> list[Term]:
    """The terms with counts that include the posts of the terms below them (`_pad_term_counts()`)."""
    kind = site.taxonomies.get(taxonomy)
    if kind is None or not kind.hierarchical:
        return found
    here = {term.id: term for term in found}
    posts: defaultdict[int, set[int]] = defaultdict(set)
    for term in found:
        own = [
            post.id
            for post in index(site).with_term(term.id)
            if post.status == "publish" and post.type in kind.post_types
        ]
        seen: set[int] = set()
        above: Term | None = term
        posts[term.id].update(own)
        while above is not None and above.parent and above.id not in seen:
            seen.add(above.id)
            posts[above.parent].update(own)
            above = here.get(above.parent)
    return [replace(term, count=len(posts[term.id])) if posts[term.id] else term for term in found]
