"""Pretty addresses: the paths that the option `permalink_structure` describes (`WP_Rewrite`)."""

from __future__ import annotations

import re

from blocks.formatting import php
from blocks.site.pages import term_ancestors
from blocks.site.records import SitePost
from blocks.site.site import Site
from blocks.site.types import Taxonomy

_TOKEN = re.compile(r"%.+?%")
# The orders of the date that a structure can have; the first is the default.
_DATE_ORDERS = ("%year%/%monthnum%/%day%", "%day%/%monthnum%/%year%", "%monthnum%/%day%/%year%")


def structure(site: Site) -> str:
    """The structure of posts' addresses; empty where addresses are plain."""
    return php.text(site.options["permalink_structure"])


def slashed(site: Site, path: str) -> str:
    """A path with a slash at its end where the site's addresses have one (`user_trailingslashit()`), else without."""
    return path.rstrip("/") + "/" if structure(site).endswith("/") else path.rstrip("/")


def root(site: Site) -> str:
    """What every pretty path starts with: `index.php/`, where the server cannot rewrite."""
    return "index.php/" if structure(site).startswith("/index.php") else ""


def front(site: Site) -> str:
    """What paths of posts and archives start with: the structure up to its first `%`."""
    return structure(site).partition("%")[0].lstrip("/")


def archive_structure(site: Site, taxonomy: Taxonomy) -> str:
    """The path that the addresses of a taxonomy's terms start with."""
    bases = {"category": "category_base", "post_tag": "tag_base"}
    base = php.text(site.options[bases[taxonomy.name]]).strip("/") if taxonomy.name in bases else ""
    if base:
        return f"{root(site)}{base}/"
    return f"{front(site)}{taxonomy.rewrite or taxonomy.name}/"


def date_structure(site: Site, year: int, month: int = 0, day: int = 0) -> str:
    """The path of a year, a month or a day (`get_date_permastruct()`), before the last slash."""
    given = structure(site)
    order = next((order for order in _DATE_ORDERS if order in given), _DATE_ORDERS[0])
    before = front(site)
    if "%post_id%" in _TOKEN.findall(given)[:3]:
        before += "date/"
    values = {"%year%": str(year), "%monthnum%": f"{month:02}" if month else "", "%day%": f"{day:02}" if day else ""}
    return before + "/".join(values[part] for part in order.split("/") if values[part])


def post_structure(site: Site, post: SitePost) -> str:
    """The path of a post."""
    author = site.users.get(post.author)
    parts = post.date.replace("-", " ").replace(":", " ").split(" ")
    parts += ["00"] * (6 - len(parts))
    values = {
        "%year%": parts[0],
        "%monthnum%": parts[1],
        "%day%": parts[2],
        "%hour%": parts[3],
        "%minute%": parts[4],
        "%second%": parts[5],
        "%postname%": post.name,
        "%pagename%": post.name,
        "%post_id%": str(post.id),
        "%category%": _category(site, post),
        "%author%": "" if author is None else author.nicename,
    }
    path = structure(site)
    for token, value in values.items():
        path = path.replace(token, value)
    return path


def _category(site: Site, post: SitePost) -> str:
    """The path of a post's first category; the site's default category where it has none."""
    found = sorted(term for term in post.terms.get("category", ()) if term in site.terms)
    chosen = site.terms.get(found[0] if found else php.integer(site.options["default_category"]))
    if chosen is None:
        return ""
    above = term_ancestors(site, chosen) if found else []
    return "/".join([term.slug for term in reversed(above)] + [chosen.slug])
