"""Addresses of a site (`home_url()`, `site_url()`, `admin_url()`), and the one that was asked for."""

from __future__ import annotations

import re

from blocks.formatting import php
from blocks.formatting.query import http_build_query
from blocks.formatting.urls import sanitize_url
from blocks.site.context import RenderContext
from blocks.site.site import Site

_SAFE = re.compile(r"(?:https?://|/|[?#])[^\0-\x20\"'<>\\^`{}\x7f]*\Z")


def safe_address(address: str) -> str:
    """An address that can stand in an attribute as it is: blocks print those of a site without a filter on them.

    One as sites have them stays; what else a site says is cleaned (`sanitize_url()`).
    """
    return address if _SAFE.match(address) else sanitize_url(address)


def home_url(site: Site, path: str = "") -> str:
    """The address of the site, or of a path in it (`home_url()`)."""
    home = php.text(site.options["home"]).rstrip("/")
    return safe_address(f"{home}/{path.lstrip('/')}" if path else home)


def site_url(site: Site, path: str = "") -> str:
    """The address of WordPress's own files (`site_url()`)."""
    address = php.text(site.options["siteurl"]).rstrip("/")
    return safe_address(f"{address}/{path.lstrip('/')}" if path else address)


def admin_url(site: Site, path: str = "") -> str:
    """An address in the administration (`admin_url()`)."""
    return site_url(site, f"wp-admin/{path.lstrip('/')}")


def request_uri(context: RenderContext) -> str:
    """The path and arguments that were asked for (`$_SERVER['REQUEST_URI']`)."""
    if context.uri:
        return context.uri
    return f"/?{http_build_query(context.get)}" if context.get else "/"
