"""Which posts a query by categories, tags and other terms finds (`WP_Query::parse_tax_query()`, `WP_Tax_Query`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_plus

from blocks.formatting import php
from blocks.site.index import index
from blocks.site.query.variables import absint, id_list, ids, items
from blocks.site.records import Term
from blocks.site.site import Site

Test = Callable[[frozenset[int]], bool]
"""Says of the ids of a post's terms whether the post is found."""

# Clauses nested deeper than this find nothing; a query block nests twice.
_DEEPEST = 50
_CLAUSE_KEYS = ("terms", "taxonomy", "include_children", "field", "operator")


@dataclass(slots=True)
class TaxQuery:
    """The clauses of a query, and the first terms that it names, by taxonomy."""

    clauses: list[dict[str, Any]] = field(default_factory=list)
    relation: str = "AND"
    queried: dict[str, dict[str, Any]] = field(default_factory=dict)

    def test(self, site: Site) -> Test | None:
        """What tells the posts that it finds; None where it finds any."""
        return _group(site, self.clauses, self.relation, 0) if self.clauses else None


def parsed(site: Site, found: dict[str, Any], singular: bool) -> TaxQuery:
    """The clauses that the variables ask for."""
    query = TaxQuery()
    given = found.get("tax_query")
    clauses: list[Any] = []
    if php.is_array(given) and given:
        query.relation = _relation(php.get(given, "relation"))
        clauses.extend(value for key, value in php.pairs(given) if key != "relation")
    clauses.extend(_by_variable(site, found))
    clauses.extend(_by_category(found, singular))
    clauses.extend(_by_tag(found, singular))
    for clause in clauses:
        cleaned = _cleaned(clause, query.queried, 0)
        if cleaned is not None:
            query.clauses.append(cleaned)
    return query


def _by_variable(site: Site, found: dict[str, Any]) -> list[dict[str, Any]]:
    clauses: list[dict[str, Any]] = []
    if not php.is_empty(found.get("taxonomy", "")) and not php.is_empty(found.get("term", "")):
        clauses.append({"taxonomy": php.text(found["taxonomy"]), "terms": [found["term"]], "field": "slug"})
    for taxonomy in site.taxonomies.values():
        name = taxonomy.query_var or taxonomy.name
        if taxonomy.name == "post_tag" or not taxonomy.public or php.is_empty(found.get(name, "")):
            continue
        value = found[name]
        if taxonomy.name == "category":
            value = found[name] = value.rstrip("/").rpartition("/")[2]
        terms = [php.text(item) for item in items(value)] if php.is_array(value) else php.text(value).split(",")
        term = ",".join(sorted(item.strip() for item in terms))
        groups = [[item] for item in re.split(r"\++", term)] if "+" in term else [re.split(r",+", term)]
        clauses.extend({"taxonomy": taxonomy.name, "field": "slug", "terms": group} for group in groups)
    return clauses


def _by_category(found: dict[str, Any], singular: bool) -> list[dict[str, Any]]:
    clauses: list[dict[str, Any]] = []
    if not php.is_empty(found["cat"]) and not singular:
        wanted = sorted(php.integer(item) for item in re.split(r"[,\s]+", unquote_plus(found["cat"])))
        within, without = [item for item in wanted if item > 0], [-item for item in wanted if item < 0]
        if within:
            clauses.append(_clause("category", within))
        if without:
            clauses.append(_clause("category", without, operator="NOT IN"))
    both = ids(found["category__and"])
    within = ids(found["category__in"])
    if len(both) == 1:
        within, both = [*within, both[0]], []
    if within:
        clauses.append(_clause("category", within, include_children=False))
    if found["category__not_in"]:
        clauses.append(_clause("category", ids(found["category__not_in"]), operator="NOT IN", include_children=False))
    if both:
        clauses.append(_clause("category", both, operator="AND", include_children=False))
    return clauses


def _by_tag(found: dict[str, Any], singular: bool) -> list[dict[str, Any]]:
    clauses: list[dict[str, Any]] = []
    some, every = list(found["tag_slug__in"]), list(found["tag_slug__and"])
    tag = found["tag"]
    if tag and not singular:
        if "," in tag:
            some.extend(re.split(r"[,\r\n\t ]+", tag))
        elif re.search(r"[+\r\n\t ]", tag) or found["cat"]:
            every.extend(re.split(r"[+\r\n\t ]+", tag))
        else:
            some.append(tag)
    if not php.is_empty(found.get("tag_id", "")):
        clauses.append(_clause("post_tag", [absint(found["tag_id"])]))
    for name, operator in (("tag__in", "IN"), ("tag__not_in", "NOT IN"), ("tag__and", "AND")):
        if found[name]:
            clauses.append(_clause("post_tag", ids(found[name]), operator=operator))
    for slugs, operator in ((some, "IN"), (every, "AND")):
        if slugs:
            terms = list(dict.fromkeys(php.text(slug) for slug in slugs))
            clauses.append(_clause("post_tag", terms, field="slug", operator=operator))
    return clauses


def _clause(taxonomy: str, terms: list[Any], **more: Any) -> dict[str, Any]:
    return {"taxonomy": taxonomy, "terms": terms, **more}


def _relation(value: Any) -> str:
    return "OR" if isinstance(value, str) and value.upper() == "OR" else "AND"


def _cleaned(clause: Any, queried: dict[str, dict[str, Any]], depth: int) -> dict[str, Any] | None:
    """A clause with every member, or `{"relation": …, "clauses": […]}`; the terms that it names go to `queried`."""
    if not php.is_array(clause) or depth > _DEEPEST:
        return None
    if not clause or any(key in clause for key in _CLAUSE_KEYS if isinstance(clause, dict)):
        members = {"taxonomy": "", "terms": [], "field": "term_id", "operator": "IN", "include_children": True}
        if clause:
            members |= clause
        members["terms"] = items(members["terms"])
        taxonomy = php.text(members["taxonomy"])
        if taxonomy and members["operator"] != "NOT IN":
            named = queried.setdefault(taxonomy, {})
            if members["terms"]:
                named.setdefault("terms", members["terms"])
            if members["field"]:
                named.setdefault("field", members["field"])
        return members
    inner = [
        cleaned
        for key, value in php.pairs(clause)
        if key != "relation" and (cleaned := _cleaned(value, queried, depth + 1)) is not None
    ]
    return {"relation": _relation(php.get(clause, "relation")), "clauses": inner} if inner else None


def _group(site: Site, clauses: list[dict[str, Any]], relation: str, depth: int) -> Test | None:
    tests: list[Test] = []
    for clause in clauses:
        if "clauses" in clause:
            test = _group(site, clause["clauses"], clause["relation"], depth + 1)
        else:
            test = _test(site, clause)
        if test is not None:
            tests.append(test)
    if not tests:
        return None
    if len(tests) == 1:
        return tests[0]
    join = any if relation == "OR" else all
    return lambda terms: join(test(terms) for test in tests)


def _nothing(_terms: frozenset[int]) -> bool:
    return False


def _test(site: Site, clause: dict[str, Any]) -> Test | None:
    """What a clause finds (`WP_Tax_Query::get_sql_for_clause()`); None where it says nothing."""
    taxonomy, by = php.text(clause["taxonomy"]), php.text(clause["field"])
    operator = php.text(clause["operator"]).upper()
    if taxonomy not in site.taxonomies and (taxonomy or by != "term_taxonomy_id"):
        return _nothing
    if operator in ("EXISTS", "NOT EXISTS"):
        known = frozenset(term.id for term in index(site).terms_of(taxonomy))
        wanted = operator == "EXISTS"
        return lambda terms: (not known.isdisjoint(terms)) is wanted
    asked = clause["terms"]
    found = _terms(site, taxonomy, by, asked)
    if operator == "AND" and len(found) < len(asked):
        return _nothing
    if taxonomy and site.taxonomies[taxonomy].hierarchical and php.is_true(clause["include_children"]):
        found = [*found, *(child for term in found for child in descendants(site, term))]
    chosen = frozenset(found)
    if operator == "IN":
        return lambda terms: not chosen.isdisjoint(terms)
    return {"NOT IN": chosen.isdisjoint, "AND": chosen.issubset}.get(operator)


def _terms(site: Site, taxonomy: str, by: str, asked: list[Any]) -> list[int]:
    known = index(site).terms_of(taxonomy) if taxonomy else tuple(site.terms.values())
    if by in ("slug", "name"):
        wanted = {php.text(item).lower() for item in asked} - {"", "0"}
        return [term.id for term in known if (term.slug if by == "slug" else term.name).lower() in wanted]
    numbers = set(id_list(asked))
    return [term.id for term in known if term.id in numbers]


def descendants(site: Site, term: int) -> list[int]:
    """The ids of the terms below a term (`get_term_children()`)."""
    found: dict[int, None] = {}
    waiting = [term]
    while waiting:
        for child in index(site).child_terms(waiting.pop()):
            if child.id not in found and child.id != term:
                found[child.id] = None
                waiting.append(child.id)
    return list(found)


def term_by(site: Site, by: str, value: Any, taxonomy: str) -> Term | None:
    """`get_term_by`: by `slug`, `name` or an id."""
    if by == "slug":
        return index(site).term(taxonomy, php.text(value))
    if by == "name":
        name = php.text(value).lower()
        return next((term for term in index(site).terms_of(taxonomy) if term.name.lower() == name), None)
    term = site.terms.get(absint(value))
    return term if term is not None and term.taxonomy == taxonomy else None
