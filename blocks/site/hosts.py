"""Where a site stands, told by what it holds: for answers and exports that do not say it.

The addresses of its items give `home`, those of its files `siteurl` or `upload_url_path`, and those of its posts
`permalink_structure`, if it is one of the usual.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.urls import wp_parse_url
from blocks.site.permalinks import post_structure
from blocks.site.records import SitePost
from blocks.site.site import MemorySite

_UPLOADS: Final = "/wp-content/uploads"
_API: Final = ("/wp-json/", "/index.php?rest_route=", "/?rest_route=")
_STRUCTURES: Final = (
    "/%year%/%monthnum%/%day%/%postname%/",
    "/%year%/%monthnum%/%postname%/",
    "/archives/%post_id%",
    "/%postname%/",
    "/%category%/%postname%/",
)


def home_of(addresses: Iterable[str], api: str = "") -> str:
    """The address of a site: that of its API up to `/wp-json/`, else the host of the first item's; empty for none."""
    for mark in _API:
        if mark in api:
            return api.partition(mark)[0]
    for address in addresses:
        before, mark, _ = address.partition("/?")
        origin = _origin(address)
        if origin:
            return before if mark and "." in before else origin
    return ""


def _origin(address: str) -> str:
    parts = wp_parse_url(address)
    if not isinstance(parts, dict) or parts.get("scheme") not in ("http", "https") or not parts.get("host"):
        return ""
    port = f":{parts['port']}" if "port" in parts else ""
    return f"{parts['scheme']}://{parts['host']}{port}"


def uploads_of(posts: Iterable[SitePost]) -> str:
    """Where the files of attachments lie, as most of their addresses say; empty where none does."""
    counts: dict[str, int] = {}
    for post in posts:
        file = php.text(post.meta.get("_wp_attached_file", ""))
        if post.source_url and file and post.source_url.endswith(f"/{file}"):
            base = post.source_url[: -len(file) - 1]
            counts[base] = counts.get(base, 0) + 1
    return max(counts, key=counts.__getitem__, default="")


def options_of(posts: list[SitePost], said: Mapping[str, Any], api: str = "", channel: str = "") -> dict[str, Any]:
    """Options that posts tell, of those that are not `said`."""
    found: dict[str, Any] = {}
    links = [post.permalink for post in posts if post.permalink and post.type != "attachment"]
    uploads = uploads_of(posts)
    files = [uploads, *(post.source_url for post in posts if post.source_url)]
    home = php.text(said.get("home")) or home_of([channel, *links, *files], api)
    if not home:
        return found
    if "home" not in said:
        found["home"] = home
    base = uploads.removesuffix(_UPLOADS)
    if "siteurl" not in said and base != uploads and _origin(base) == _origin(home):
        found["siteurl"] = base
    site_url = php.text(said.get("siteurl")) or found.get("siteurl", home)
    if uploads and "upload_url_path" not in said and uploads != f"{site_url.rstrip('/')}{_UPLOADS}":
        found["upload_url_path"] = uploads
    return found


def with_structure(site: MemorySite, said: Mapping[str, Any]) -> MemorySite:
    """The site with the usual structure that all addresses of its posts have, where no other is said."""
    if "permalink_structure" in said:
        return site
    home = php.text(site.options["home"]).rstrip("/")
    posts = [
        post for post in site.posts.values() if post.type == "post" and post.status == "publish" and post.permalink
    ]
    plain = site.options
    for structure in _STRUCTURES if posts else ():
        for end in (structure, structure.rstrip("/") if structure.endswith("/") else f"{structure}/"):
            site.options = {**plain, "permalink_structure": end}
            if all(post.permalink == home + post_structure(site, post) for post in posts):
                return site
    site.options = plain
    return site
