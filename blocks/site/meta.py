"""Meta of posts as bindings may show it (`get_registered_meta_keys`, `is_protected_meta`)."""

from __future__ import annotations

from blocks.formatting import php
from blocks.site.index import index
from blocks.site.records import SitePost
from blocks.site.site import Site


def is_bindable(site: Site, key: str, post_type: str) -> bool:
    """Whether a meta key is registered for a type, shown by the REST API, and not protected by an `_` in front.

    Where the site does not say what is registered, every key in use counts.
    """
    if not key or key.startswith("_"):
        return False
    if site.post_meta is None:
        return key in index(site).meta_keys
    found = site.post_meta.get(key)
    return found is not None and found.show_in_rest and found.post_type in ("", post_type)


def meta_text(site: Site, post: SitePost, key: str) -> str:
    """The text of a post's meta (`get_post_meta`), its default where the post has none."""
    if key in post.meta:
        return php.text(post.meta[key])
    found = (site.post_meta or {}).get(key)
    return "" if found is None else php.text(found.default)
