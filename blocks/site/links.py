"""Addresses of posts, terms, authors, archives and comments (WordPress's `link-template.php`).

What carries its own address keeps it; for all else it is made: plain (`/?p=1`), or pretty where the option
`permalink_structure` says how.
"""

from __future__ import annotations

import re

from blocks.formatting import php
from blocks.formatting.query import add_query_arg, remove_query_arg
from blocks.formatting.urls import wp_parse_url
from blocks.site.addresses import home_url, safe_address
from blocks.site.pages import page_uri, status_of, term_ancestors
from blocks.site.permalinks import archive_structure, date_structure, front, post_structure, root, slashed, structure
from blocks.site.records import SitePost, Term
from blocks.site.site import Site
from blocks.site.statuses import STATUSES
from blocks.site.types import PostType

_DEEPEST = 20  # attachments of attachments; they can be each other's
_PAGE_END = re.compile(r"page/[0-9]+/?\Z")

__all__ = [
    "author_link",
    "day_link",
    "feed_link",
    "month_link",
    "page_number_link",
    "permalink",
    "post_type_archive_link",
    "posts_page_link",
    "term_link",
    "year_link",
]


def permalink(site: Site, post: SitePost) -> str:
    """The address of a post (`get_permalink()`)."""
    return safe_address(_permalink(site, post, 0))


def _permalink(site: Site, post: SitePost, depth: int) -> str:
    if post.permalink:
        return post.permalink
    if post.type == "page":
        front_page = site.options["show_on_front"] == "page" and php.integer(site.options["page_on_front"]) == post.id
        return home_url(site, "/") if front_page else _page_link(site, post)
    if post.type == "attachment":
        return _attachment_link(site, post, depth)
    kind = site.post_types.get(post.type)
    if kind is not None and not kind.builtin:
        return _custom_link(site, post, kind)
    if structure(site) and not _is_plain(site, post):
        return home_url(site, slashed(site, post_structure(site, post)))
    return home_url(site, f"?p={post.id}")


def _is_plain(site: Site, post: SitePost) -> bool:
    """Whether a post has no pretty address, since nobody may see it (`wp_force_plain_post_permalink()`)."""
    state = STATUSES.get(status_of(site, post))
    return state is None or post.type not in site.post_types or not (state.public or state.private)


def _page_link(site: Site, post: SitePost) -> str:
    if structure(site) and not _is_plain(site, post):
        return home_url(site, slashed(site, root(site) + page_uri(site, post)))
    return home_url(site, f"?page_id={post.id}")


def _attachment_link(site: Site, post: SitePost, depth: int) -> str:
    parent = site.posts.get(post.parent) if post.parent else None
    reachable = not post.parent or (parent is not None and parent is not post and _is_viewable(site, parent.type))
    if structure(site) and depth < _DEEPEST and reachable and not _is_plain(site, post):
        if parent is None:
            return home_url(site, slashed(site, post.name))
        above = _page_link(site, parent) if parent.type == "page" else _permalink(site, parent, depth + 1)
        marked = post.name.isdigit() or "%category%" in structure(site)
        if "?" not in above:
            return slashed(site, f"{above.rstrip('/')}/{'attachment/' if marked else ''}{post.name}")
    return home_url(site, f"/?attachment_id={post.id}")


def _is_viewable(site: Site, kind: str) -> bool:
    return kind in site.post_types and site.post_types[kind].is_viewable


def _custom_link(site: Site, post: SitePost, kind: PostType) -> str:
    slug = page_uri(site, post) if kind.hierarchical else post.name
    plain = _is_plain(site, post)
    if structure(site) and kind.public and not plain:
        return home_url(site, slashed(site, f"{front(site)}{kind.rewrite or kind.name}/{slug}"))
    if plain or not kind.public:
        return home_url(site, add_query_arg({"post_type": post.type, "p": post.id}, ""))
    return home_url(site, add_query_arg({kind.query_var or kind.name: slug}, ""))


def term_link(site: Site, term: Term) -> str:
    """The address of a term's archive (`get_term_link()`)."""
    if term.link:
        return safe_address(term.link)
    taxonomy = site.taxonomies.get(term.taxonomy)
    if structure(site) and taxonomy is not None and taxonomy.public:
        names = [_slug(term)]
        if taxonomy.name == "category":
            names += [above.slug for above in term_ancestors(site, term)]
        return home_url(site, slashed(site, archive_structure(site, taxonomy) + "/".join(reversed(names))))
    if term.taxonomy == "category":
        return home_url(site, f"?cat={term.id}")
    if taxonomy is not None and taxonomy.public:
        return home_url(site, f"?{taxonomy.query_var or taxonomy.name}={_slug(term)}")
    return home_url(site, f"?taxonomy={term.taxonomy}&term={term.slug}")


def _slug(term: Term) -> str:
    return term.slug.removeprefix("post-format-") if term.taxonomy == "post_format" else term.slug


def author_link(site: Site, author: int) -> str:
    """The address of an author's archive (`get_author_posts_url()`)."""
    user = site.users.get(author)
    if user is not None and user.link:
        return safe_address(user.link)
    if structure(site):
        return home_url(site, slashed(site, f"{front(site)}author/{'' if user is None else user.nicename}"))
    return f"{home_url(site, '/')}?author={author}"


def posts_page_link(site: Site) -> str:
    """The address of the page of posts: the front page, if no other is chosen."""
    page = site.posts.get(php.integer(site.options["page_for_posts"]))
    if site.options["show_on_front"] == "page" and page is not None:
        return permalink(site, page)
    return home_url(site)


def post_type_archive_link(site: Site, name: str) -> str | None:
    """The address of the list of a type's posts (`get_post_type_archive_link()`); None where it has none."""
    kind = site.post_types.get(name)
    if kind is None:
        return None
    if name == "post":
        return posts_page_link(site)
    if not kind.has_archive:
        return None
    if structure(site):
        return home_url(site, slashed(site, front(site) + (kind.archive_slug or kind.rewrite or kind.name)))
    return home_url(site, f"?post_type={name}")


def year_link(site: Site, year: int) -> str:
    """The address of a year (`get_year_link()`)."""
    if structure(site):
        return home_url(site, slashed(site, date_structure(site, year)))
    return home_url(site, f"?m={year}")


def month_link(site: Site, year: int, month: int) -> str:
    """The address of a month (`get_month_link()`)."""
    if structure(site):
        return home_url(site, slashed(site, date_structure(site, year, month)))
    return home_url(site, f"?m={year}{month:02}")


def day_link(site: Site, year: int, month: int, day: int) -> str:
    """The address of a day (`get_day_link()`)."""
    if structure(site):
        return home_url(site, slashed(site, date_structure(site, year, month, day)))
    return home_url(site, f"?m={year}{month:02}{day:02}")


def feed_link(site: Site, feed: str = "") -> str:
    """The address of a feed (`get_feed_link()`): `rss2` where none is named, `comments_rss2` for the comments."""
    if structure(site):
        kind = feed.removeprefix("comments_")
        path = "comments/feed/" if kind != feed else "feed/"
        return home_url(site, slashed(site, f"{root(site)}{path}{'' if kind == 'rss2' else kind}".rstrip("/")))
    return home_url(site, f"?feed={(feed or 'rss2').replace('comments_', 'comments-')}")


def page_number_link(site: Site, uri: str, number: int) -> str:
    """The address `uri` for another page of its list, unescaped (`get_pagenum_link()`)."""
    base = home_url(site)
    path = remove_query_arg("paged", uri)
    folder = php.text((wp_parse_url(base) or {}).get("path", ""))
    path = (path[len(folder) :] if folder and path.lower().startswith(folder.lower()) else path).lstrip("/")
    if not structure(site):
        address = f"{base}/{path}"
        return add_query_arg({"paged": number}, address) if number > 1 else address
    path, mark, query = path.partition("?")
    path = _PAGE_END.sub("", path).removeprefix("index.php").strip("/")
    parts = [base, root(site).rstrip("/") if number > 1 or path else "", path]
    parts += ["page", str(number)] if number > 1 else []
    return slashed(site, "/".join(part for part in parts if part)) + mark + query
