"""Queries of posts, as `WP_Query` answers them.

    run(site, {"category_name": "boats", "posts_per_page": 3}).posts
    main_query(site, context).flags.is_search

Left out, since no block asks for it: `meta_query` and `date_query` (a query by one `meta_key` is there).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote_plus

from blocks.formatting import php
from blocks.site.context import RenderContext
from blocks.site.index import index
from blocks.site.people import may_edit, may_read_private
from blocks.site.query import search, where
from blocks.site.query.asked import Asked, Flags, asked, kinds_of
from blocks.site.query.order import ordered
from blocks.site.query.result import PostQuery
from blocks.site.query.taxonomies import descendants, term_by
from blocks.site.query.variables import absint, id_list, items
from blocks.site.records import SitePost
from blocks.site.site import Site
from blocks.site.statuses import STATUSES

__all__ = ["Flags", "PostQuery", "current_post", "descendants", "get_posts", "main_query", "run", "term_by"]

NEXT_PAGE = "<!--nextpage-->"


def run(site: Site, query: Mapping[str, Any], user: int = 0) -> PostQuery:
    """What `new WP_Query( $query )` finds for a user, 0 for a visitor; values are read as PHP reads them."""
    reading = asked(site, query)
    found, flags = reading.variables, reading.flags
    result = PostQuery(site, found, flags, taxes=reading.taxes, page=reading.page)
    per_page = _per_page(site, found, flags)
    posts = _matching(site, reading, user)
    singular = flags.is_singular
    paged = not singular and not _is_unpaged(found)
    number = max(found["paged"], 1)
    total = len(posts)
    if paged:
        offset = found.get("offset", "")
        start = absint(offset) if php.is_numeric(offset) else (number - 1) * per_page
        posts = posts[start : start + per_page]
    else:
        number = 1
    if posts and not php.is_true(found.get("no_found_rows", "")):
        result.found_posts = total
        result.max_num_pages = -(-total // per_page) if paged else 0
    if posts and (flags.is_single or flags.is_page):
        posts = _allowed(site, posts, found, flags, user)
    if flags.is_home and number <= 1 and php.is_empty(found.get("ignore_sticky_posts", "")):
        posts = _stuck(site, posts, reading, user)
    result.posts = posts
    return result


def get_posts(site: Site, arguments: Mapping[str, Any] | None = None, user: int = 0) -> list[SitePost]:
    """WordPress's `get_posts( $arguments )`: if nothing else is said, five published posts, the latest first."""
    found: dict[str, Any] = {
        "numberposts": 5,
        "orderby": "date",
        "order": "DESC",
        "post_type": "post",
        **(arguments or {}),
    }
    if php.is_empty(found.get("post_status", "")):
        found["post_status"] = "inherit" if found["post_type"] == "attachment" else "publish"
    if php.is_empty(found.get("posts_per_page", "")) and not php.is_empty(found["numberposts"]):
        found["posts_per_page"] = found["numberposts"]
    if not php.is_empty(found.get("category", "")):
        found["cat"] = found["category"]
    if not php.is_empty(found.get("include", "")):
        found["post__in"] = id_list(found["include"])
        found["posts_per_page"] = len(found["post__in"])
    elif not php.is_empty(found.get("exclude", "")):
        found["post__not_in"] = id_list(found["exclude"])
    return run(site, {**found, "ignore_sticky_posts": True, "no_found_rows": True}, user).posts


def main_query(site: Site, context: RenderContext) -> PostQuery:
    """The query of the page that is drawn; one that found nothing and asked for nothing, where there was none.

    Where it finds nothing, the page stays what was asked for, as `WP_Query` leaves it; `{"error": "404"}` asks for the
    page on which a request ends that `WP::handle_404()` refuses.
    """
    if context.query is None:
        return PostQuery(site, {}, Flags())
    query = dict(context.query)
    if php.is_empty(context.get.get("s", "")) and isinstance(query.get("s"), str):
        query["s"] = unquote_plus(query["s"])
    return run(site, query, context.user)


def current_post(site: Site, context: RenderContext, query: PostQuery) -> SitePost | None:
    """The global `$post` at the start: the one that the context names, or in the loop the first one of the query."""
    if context.post:
        return site.posts.get(context.post)
    return query.post if context.loop else None


def _per_page(site: Site, found: dict[str, Any], flags: Flags) -> int:
    """How many posts a page has; `posts_per_page` is set to it."""
    given = found.get("posts_per_page", "")
    if php.is_empty(given):
        given = site.options["posts_per_page"]
    if not php.is_empty(found.get("showposts", "")):
        given = found["showposts"]
    if (flags.is_archive or flags.is_search) and absint(found.get("posts_per_archive_page", 0)):
        given = found["posts_per_archive_page"]
    if flags.is_feed:
        given = found.get("posts_per_rss") or site.options["posts_per_rss"]
    number = php.integer(given)
    found["posts_per_page"] = number = 1 if number == 0 else number if number >= -1 else -number
    return max(number, 1)


def _is_unpaged(found: dict[str, Any]) -> bool:
    return php.is_true(found["nopaging"]) if "nopaging" in found else found["posts_per_page"] == -1


def _matching(site: Site, reading: Asked, user: int) -> list[SitePost]:
    """All posts that the query finds, in their order."""
    found, flags = reading.variables, reading.flags
    kinds = kinds_of(site, reading)
    tests = [*where.dates(site, found), *where.fields(site, found, reading.page), *where.various(found)]
    front = site.options["show_on_front"] == "page"
    if found["page_id"] and not (front and absint(site.options["page_for_posts"]) == found["page_id"]):
        tests = [lambda post: post.id == found["page_id"]]
    elif reading.page and flags.is_posts_page:
        tests = []
    looking = search.parsed(found, index(site).searchable) if found["s"] else None
    if looking is not None:
        tests.append(looking.finds)
        if not user:
            tests.append(lambda post: not post.password)
    taxes = None if flags.is_singular else reading.taxes.test(site)
    found["joined"] = taxes is not None
    if flags.is_attachment and "post_type" not in found and reading.page:
        kinds = ["attachment"]
    tests.append(where.states(site, found, kinds, flags.is_singular, user))
    posts = [post for kind in dict.fromkeys(kinds) for post in index(site).posts_of(kind)]
    if len(kinds) > 1:
        posts.sort(key=lambda post: post.id)
    for test in tests:
        posts = [post for post in posts if test(post)]
    if taxes is not None:
        posts = [post for post in posts if taxes(frozenset(term for ids in post.terms.values() for term in ids))]
    rank = looking.rank if looking is not None and looking.wanted else None
    return ordered(posts, found, rank)


def _allowed(site: Site, posts: list[SitePost], found: dict[str, Any], flags: Flags, user: int) -> list[SitePost]:
    """The one post, or none where the user may not see it."""
    post = posts[0]
    if post.type == "attachment" and not post.parent:
        flags.is_page, flags.is_single, flags.is_attachment = False, True, True
    status = post.status
    if status == "inherit":
        parent = site.posts.get(post.parent)
        status = "publish" if parent is None else parent.status
    given = found.get("post_status", "")
    asked_for = items(given) if php.is_array(given) else php.text(given).split(",")
    state = STATUSES.get(status)
    if status in asked_for or (state is not None and state.public):
        return posts
    if state is None or state.protected:
        return posts if may_edit(site, user, post) else []
    reads = state.private and user and (may_read_private(site, user) or post.author == user)
    return posts if reads else []


def _stuck(site: Site, posts: list[SitePost], reading: Asked, user: int) -> list[SitePost]:
    """The posts with the sticky ones first, those of other pages too."""
    sticky = [absint(item) for item in items(site.options["sticky_posts"])]
    if not sticky:
        return posts
    here = [post for post in posts if post.id in sticky]
    without = {absint(item) for item in reading.variables["post__not_in"]}
    known = {post.id for post in here}
    missing = [item for item in sticky if item not in known and item not in without]
    if missing:
        kinds = kinds_of(site, reading)
        more = {"post__in": missing, "post_type": kinds, "posts_per_page": len(missing)}
        here += get_posts(site, {**more, "post_status": "publish"}, user)
    return [*here, *(post for post in posts if post.id not in known)]
