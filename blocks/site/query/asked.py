"""What a query asks for: which kind of page it is (`WP_Query::parse_query()`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from blocks.formatting import php
from blocks.site.paths import page_by_path
from blocks.site.query.taxonomies import TaxQuery, parsed, term_by
from blocks.site.query.variables import absint, filled, items
from blocks.site.site import Site

_MONTHS = 12
# Variables that leave the front page the front page.
_HARMLESS = {"preview", "page", "paged", "cpage", "embed"}


@dataclass(slots=True)
class Flags:
    """WordPress's conditionals (`is_single()` …)."""

    is_single: bool = False
    is_page: bool = False
    is_attachment: bool = False
    is_home: bool = False
    is_posts_page: bool = False
    is_privacy_policy: bool = False
    is_category: bool = False
    is_tag: bool = False
    is_tax: bool = False
    is_author: bool = False
    is_post_type_archive: bool = False
    is_date: bool = False
    is_year: bool = False
    is_month: bool = False
    is_day: bool = False
    is_time: bool = False
    is_search: bool = False
    is_feed: bool = False
    is_404: bool = False
    is_paged: bool = False
    is_preview: bool = False

    @property
    def is_singular(self) -> bool:
        """A page of one post, of whatever type."""
        return self.is_single or self.is_page or self.is_attachment

    @property
    def is_archive(self) -> bool:
        """A list by term, author, date or type."""
        return (
            self.is_category
            or self.is_tag
            or self.is_tax
            or self.is_author
            or self.is_date
            or self.is_post_type_archive
        )


@dataclass(slots=True)
class Asked:
    """A query, read: its variables, its kind of page, its terms, the page that `pagename` means."""

    variables: dict[str, Any]
    flags: Flags
    taxes: TaxQuery = field(default_factory=TaxQuery)
    page: int | None = None


def asked(site: Site, query: Mapping[str, Any]) -> Asked:
    """What the variables of `query` ask for."""
    found = filled(query)
    reading = Asked(found, Flags())
    flags = reading.flags
    if found["attachment"] or found["attachment_id"]:
        flags.is_single = flags.is_attachment = True
    elif found["name"] or found["p"]:
        flags.is_single = True
    elif found["pagename"] or found["page_id"]:
        flags.is_page = True
    else:
        _lists(site, query, reading)
    flags.is_feed = bool(found["feed"])
    flags.is_paged = found["paged"] > 1
    flags.is_preview = not php.is_empty(found.get("preview", ""))
    _front(site, query, reading)
    if not flags.is_singular and not reading.taxes.clauses:
        reading.taxes = parsed(site, found, False)
    _complete(site, found, reading.taxes)
    if found["error"] == "404":
        reading.flags = Flags(is_404=True, is_feed=flags.is_feed)
    return reading


def _lists(site: Site, query: Mapping[str, Any], reading: Asked) -> None:
    found, flags = reading.variables, reading.flags
    flags.is_search = query.get("s") is not None
    _dates(found, flags)
    reading.taxes = parsed(site, found, False)
    for clause in reading.taxes.clauses:
        if clause.get("operator", "NOT IN") == "NOT IN":
            continue
        if clause["taxonomy"] == "category":
            flags.is_category = True
        elif clause["taxonomy"] == "post_tag":
            flags.is_tag = True
        else:
            flags.is_tax = True
    flags.is_author = not php.is_empty(found["author"]) or bool(found["author_name"])
    kind = found.get("post_type", "")
    if isinstance(kind, str) and kind in site.post_types and site.post_types[kind].has_archive:
        flags.is_post_type_archive = True


def _dates(found: dict[str, Any], flags: Flags) -> None:
    month = found["m"]
    flags.is_time = any(found[name] != "" for name in ("hour", "minute", "second"))
    flags.is_date = flags.is_time
    if found["day"] and not flags.is_date:
        if found["monthnum"] and found["year"] and not _exists(found["year"], found["monthnum"], found["day"]):
            found["error"] = "404"
        else:
            flags.is_day = flags.is_date = True
    if found["monthnum"] and not flags.is_date:
        if found["monthnum"] > _MONTHS:
            found["error"] = "404"
        else:
            flags.is_month = flags.is_date = True
    if found["year"] and not flags.is_date:
        flags.is_year = flags.is_date = True
    if month:
        kinds = ((9, "is_time"), (7, "is_day"), (5, "is_month"), (0, "is_year"))
        setattr(flags, next(name for length, name in kinds if len(month) > length), True)
    flags.is_date = flags.is_date or bool(month) or bool(found["w"])


def _exists(year: int, month: int, day: int) -> bool:
    from calendar import monthrange

    return 1 <= month <= _MONTHS and 1 <= year <= 9999 and day <= monthrange(year, month)[1]


def _front(site: Site, query: Mapping[str, Any], reading: Asked) -> None:
    """The front page, the page of posts, and what `pagename` means."""
    found, flags = reading.variables, reading.flags
    flags.is_home = not (flags.is_singular or flags.is_archive or flags.is_search or flags.is_feed or flags.is_404)
    by_page = site.options["show_on_front"] == "page"
    front, posts = absint(site.options["page_on_front"]), absint(site.options["page_for_posts"])
    names = {name for name in query if not (name == "pagename" and query[name] == "")}
    if flags.is_home and by_page and front and names <= _HARMLESS:
        flags.is_page, flags.is_home = True, False
        found["page_id"] = front
        if found["paged"]:
            found["page"], found["paged"] = found["paged"], 0
    wanted = found["page_id"]
    if found["pagename"]:
        page = page_by_path(site, found["pagename"])
        reading.page = wanted = 0 if page is None else page.id
    if wanted:
        if by_page and posts == wanted:
            flags.is_page, flags.is_home, flags.is_posts_page = False, True, True
        flags.is_privacy_policy = absint(site.options["wp_page_for_privacy_policy"]) == wanted


def _complete(site: Site, found: dict[str, Any], taxes: TaxQuery) -> None:
    """The variables of the first term that is asked for, as templates read them."""
    for taxonomy, named in taxes.queried.items():
        terms, by = named.get("terms") or [], php.text(named.get("field", ""))
        if not terms or php.is_empty(terms[0]):
            continue
        if taxonomy not in ("category", "post_tag"):
            if not found.get("taxonomy"):
                found["taxonomy"] = taxonomy
                found["term" if by == "slug" else "term_id"] = terms[0]
            continue
        term = term_by(site, by, terms[0], taxonomy)
        if term is not None and taxonomy == "category":
            found["cat"], found["category_name"] = term.id, term.slug
        elif term is not None:
            found["tag_id"] = term.id


def kinds_of(site: Site, reading: Asked) -> list[str]:
    """The post types that a query looks at."""
    found, flags = reading.variables, reading.flags
    given = found.get("post_type", "")
    if php.is_empty(given):
        given = "any" if flags.is_search and "post_type" not in found else ""
    if given == "" and flags.is_tax:
        asked_for = set(reading.taxes.queried)
        tied = {kind for name in asked_for if name in site.taxonomies for kind in site.taxonomies[name].post_types}
        given = [kind.name for kind in site.post_types.values() if kind.is_searched and kind.name in tied] or "any"
    if given in ("any", ["any"]):
        return [kind.name for kind in site.post_types.values() if kind.is_searched]
    if given in ("", []):
        return ["attachment" if flags.is_attachment else "page" if flags.is_page else "post"]
    return [php.text(kind) for kind in items(given)]
