"""Pages by their path: `about/team` is the page `team` below the page `about` (`get_page_by_path()`)."""

from __future__ import annotations

from urllib.parse import quote

from blocks.site.index import index
from blocks.site.records import SitePost
from blocks.site.site import Site


def page_by_path(site: Site, path: str, kind: str = "page") -> SitePost | None:
    """The post of a hierarchical type at a path; an attachment too, where no page is there."""
    names = [quote(part.lower(), safe="%") for part in path.strip("/").split("/")]
    fallback = None
    for kinds in (kind, "attachment"):
        for post in index(site).posts_of(kinds):
            if post.name == names[-1] and _stands_at(site, post, names):
                if kinds == kind:
                    return post
                fallback = fallback or post
    return fallback


def _stands_at(site: Site, post: SitePost, names: list[str]) -> bool:
    for name in reversed(names[:-1]):
        parent = site.posts.get(post.parent) if post.parent else None
        if parent is None or parent.name != name:
            return False
        post = parent
    return not post.parent or post.type == "attachment" or post.parent not in site.posts
