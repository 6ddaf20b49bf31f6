"""Posts above, below and beside each other: pages, ancestors, neighbours, and who may see a post."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from blocks.formatting import php
from blocks.site.index import index
from blocks.site.people import may_read_private
from blocks.site.query import run
from blocks.site.query.variables import absint, id_list, items
from blocks.site.records import SitePost, Term
from blocks.site.site import Site
from blocks.site.statuses import STATUSES

Record = TypeVar("Record", SitePost, Term)


def ancestors(site: Site, post: SitePost) -> list[SitePost]:
    """The posts above a post, nearest first (`get_post_ancestors()`)."""
    return _above(post, site.posts)


def term_ancestors(site: Site, term: Term) -> list[Term]:
    """The terms above a term, nearest first (`get_ancestors()`)."""
    return _above(term, site.terms)


def _above(one: Record, known: Mapping[int, Record]) -> list[Record]:
    found: list[Record] = []
    seen = {one.id}
    while one.parent and one.parent not in seen and one.parent in known:
        one = known[one.parent]
        seen.add(one.id)
        found.append(one)
    return found


def page_uri(site: Site, post: SitePost) -> str:
    """The path of a page: the slugs of those above it, and its own (`get_page_uri()`)."""
    return "/".join([*(above.name for above in reversed(ancestors(site, post)) if above.name), post.name])


def status_of(site: Site, post: SitePost) -> str:
    """The state of a post; attachments have that of the post they belong to (`get_post_status()`)."""
    if post.type != "attachment":
        return post.status
    if post.status != "inherit":
        return post.status if post.status in ("private", "trash", "auto-draft") else "publish"
    for above in ancestors(site, post):
        if above.type != "attachment" or above.status != "inherit":
            return "publish" if above.status == "trash" else above.status
    return "publish"


def is_publicly_viewable(site: Site, post: SitePost) -> bool:
    """Whether anybody may see a post on a page of its own (`is_post_publicly_viewable()`)."""
    kind, state = site.post_types.get(post.type), STATUSES.get(status_of(site, post))
    return kind is not None and kind.is_viewable and state is not None and state.public


def may_read(site: Site, post: SitePost, user: int) -> bool:
    """`read_post`: what is public, for all; private posts for their author, administrators and editors."""
    state = STATUSES.get(status_of(site, post))
    if state is not None and state.public:
        return True
    return user != 0 and (post.author == user or may_read_private(site, user))


def password_required(post: SitePost) -> bool:
    """Whether a post is locked (`post_password_required()`); nobody has given a password here."""
    return php.is_true(post.password)


def get_pages(site: Site, arguments: Mapping[str, Any] | None = None) -> list[SitePost]:
    """The pages in their order (`get_pages()`): by title, those below a page right after it.

    Arguments: `sort_column`, `sort_order`, `child_of`, `parent`, `exclude`, `include`, `exclude_tree`, `hierarchical`,
    `number`, `offset`, `authors`, `post_type`, `post_status`.
    """
    asked: dict[str, Any] = {
        "sort_order": "ASC",
        "sort_column": "post_title",
        "hierarchical": True,
        **(arguments or {}),
    }
    child_of, parent = php.integer(asked.get("child_of", 0)), asked.get("parent", -1)
    kind = php.text(asked.get("post_type", "page"))
    if kind not in site.post_types or not site.post_types[kind].hierarchical:
        return []
    hierarchical = php.is_true(asked["hierarchical"]) and not (
        php.is_number(parent) and php.integer(parent) > 0 and not child_of
    )
    columns = [name for name in php.text(asked["sort_column"]).replace(",", " ").split() if name]
    query: dict[str, Any] = {
        "post_type": kind,
        "post_status": asked.get("post_status", "publish"),
        "posts_per_page": php.integer(asked.get("number", 0)) or -1,
        "offset": php.integer(asked.get("offset", 0)),
        "orderby": {name.removesuffix("_gmt"): asked["sort_order"] for name in columns} or "post_title",
        "order": asked["sort_order"],
        "ignore_sticky_posts": True,
        "post__not_in": id_list(asked.get("exclude", [])),
    }
    if not php.is_empty(asked.get("include", [])):
        child_of, parent, hierarchical = 0, -1, False
        query |= {"post__not_in": [], "post__in": id_list(asked["include"])}
    if not php.is_empty(asked.get("authors", "")):
        query["author__in"] = id_list(asked["authors"])
    if php.is_array(parent):
        query["post_parent__in"] = [absint(item) for item in items(parent)]
    elif php.integer(parent) >= 0:
        query["post_parent"] = php.integer(parent)
    found = run(site, query).posts
    if child_of or hierarchical:
        found = page_children(child_of, found)
    without = set(id_list(asked.get("exclude_tree", [])))
    for trunk in list(without):
        without.update(page.id for page in page_children(trunk, found))
    return [page for page in found if page.id not in without]


def page_children(top: int, pages: Iterable[SitePost]) -> list[SitePost]:
    """Those of `pages` that stand below the page `top`, each followed by those below it (`get_page_children()`)."""
    below: defaultdict[int, list[SitePost]] = defaultdict(list)
    for page in pages:
        below[page.parent].append(page)
    found: list[SitePost] = []
    waiting = below.pop(top, [])[::-1]
    while waiting:
        page = waiting.pop()
        found.append(page)
        waiting.extend(reversed(below.pop(page.id, [])))
    return found


def adjacent_post(
    site: Site, post: SitePost, *, previous: bool, taxonomy: str = "", user: int = 0, excluded: Iterable[int] = ()
) -> SitePost | None:
    """The post published before or after a post (`get_adjacent_post()`).

    With a `taxonomy`, one that shares a term of it with the post; `excluded` are ids of terms that it must not have.
    """
    without = frozenset(excluded)
    shared: frozenset[int] | None = None
    if taxonomy:
        kind = site.taxonomies.get(taxonomy)
        shared = frozenset(post.terms.get(taxonomy, ())) - without
        if kind is None or post.type not in kind.post_types or not shared:
            return None
    best: SitePost | None = None
    here = (post.date, post.id)
    for other in index(site).posts_of(post.type):
        if not _is_listed(site, other, user):
            continue
        place = (other.date, other.id)
        if (place >= here) if previous else (place <= here):
            continue
        if best is not None and ((place < (best.date, best.id)) if previous else (place > (best.date, best.id))):
            continue
        terms = {term for ids in other.terms.values() for term in ids}
        if without.isdisjoint(terms) and (shared is None or not shared.isdisjoint(terms)):
            best = other
    return best


def _is_listed(site: Site, post: SitePost, user: int) -> bool:
    if post.status == "publish":
        return True
    return user != 0 and post.status == "private" and (post.author == user or may_read_private(site, user))
