"""Addresses of a site (`home_url()`, `site_url()`, `admin_url()`), and the one that was asked for."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from blocks.formatting import php
from blocks.formatting.query import urlencode
from blocks.site.context import RenderContext
from blocks.site.site import Site


def rawurlencode(text: str) -> str:
    """PHP's `rawurlencode`: blanks become `%20`."""
    return quote(php.encoded(text), safe="")


def home_url(site: Site, path: str = "") -> str:
    """The address of the site, or of a path in it (`home_url()`)."""
    home = php.text(site.options["home"]).rstrip("/")
    return f"{home}/{path.lstrip('/')}" if path else home


def site_url(site: Site, path: str = "") -> str:
    """The address of WordPress's own files (`site_url()`)."""
    address = php.text(site.options["siteurl"]).rstrip("/")
    return f"{address}/{path.lstrip('/')}" if path else address


def admin_url(site: Site, path: str = "") -> str:
    """An address in the administration (`admin_url()`)."""
    return site_url(site, f"wp-admin/{path.lstrip('/')}")


def request_uri(context: RenderContext) -> str:
    """The path and arguments that were asked for (`$_SERVER['REQUEST_URI']`)."""
    if context.uri:
        return context.uri
    return f"/?{http_build_query(context.get)}" if context.get else "/"


def http_build_query(values: Any) -> str:
    """PHP's `http_build_query`: keys and values encoded, members of arrays as `key[member]`."""
    out: list[str] = []
    waiting = [(("", key), value) for key, value in reversed(list(php.pairs(values)))]
    while waiting:
        (before, key), value = waiting.pop()
        name = urlencode(php.text(key))
        name = f"{before}%5B{name}%5D" if before else name
        if value is None:
            continue
        if php.is_array(value):
            waiting.extend(((name, inner), item) for inner, item in reversed(list(php.pairs(value))))
            continue
        text = "0" if value is False else php.text(value)
        out.append(f"{name}={urlencode(text)}")
    return "&".join(out)
