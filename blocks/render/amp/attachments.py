"""How large the files of a site's media library are, by the id of the attachment or by the file's address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final
from urllib.parse import unquote
from weakref import WeakKeyDictionary

from blocks.formatting import php
from blocks.render.amp.sizes import MOST, Size, file_name, without_size
from blocks.render.amp.urls import bare
from blocks.site.index import index
from blocks.site.media import attachment, attachment_url, metadata
from blocks.site.records import SitePost
from blocks.site.site import Site

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]{0,20}:)?//([^/?#]*)([^?#]*)", re.IGNORECASE | re.ASCII)
_PHOTON = re.compile(r"i\d\.wp\.com\Z", re.ASCII)
_MADE_SMALLER: Final = ("-scaled", "-rotated")  # what WordPress puts behind the name of a file that it made anew


class Attachments:
    """The files of one site. What they are called is looked up once, when the first address is asked for."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def of_id(self, id: int) -> Size | None:
        """The size of an attachment's file: a picture's or a film's."""
        post = attachment(self._site, id)
        return _size(metadata(post) or {}) if post is not None else None

    def of_file(self, name: str, ids: Iterable[int]) -> Size | None:
        """The size of the file called `name` that belongs to one of these attachments."""
        for id in ids:
            post = attachment(self._site, id)
            if post is not None and (found := self._size_of(post, name)) is not None:
                return found
        return None

    def of_address(self, address: str) -> Size | None:
        """The size of the file at an address, which must be one of the site's, or Photon's of it."""
        place = self._place(bare(address))
        if place is None:
            return None
        host, path = place
        name = file_name(path)
        folder = path[: len(path) - len(name)]
        for stem in dict.fromkeys((name.rpartition(".")[0], without_size(name))):
            ids = self._ids.get(f"{host}{folder}{stem}")
            if ids and (found := self.of_file(name, ids)) is not None:
                return found
        return None

    def _size_of(self, post: SitePost, name: str) -> Size | None:
        """The size of the file of an attachment that is called `name`; None where it has no such file."""
        known = metadata(post)
        if known is None:
            return None
        file = known.get("file")
        if name == file_name(file if isinstance(file, str) and file else attachment_url(self._site, post)):
            return _size(known)
        sizes = known.get("sizes")
        for entry in sizes.values() if isinstance(sizes, dict) else ():
            if isinstance(entry, dict) and _is_called(entry.get("file"), name):
                return _size(entry)
        # The file as it was uploaded, from which WordPress made a smaller one: their ratio is the same
        return _size(known) if _is_called(known.get("original_image"), name) else None

    @cached_property
    def _ids(self) -> Mapping[str, tuple[int, ...]]:
        """Attachments by host, folder and name of their files, without extension and size."""
        found: dict[str, tuple[int, ...]] = {}
        for post in index(self._site).posts_of("attachment"):
            place = self._place(attachment_url(self._site, post))
            if place is None:
                continue
            host, path = place
            stem = path.rpartition(".")[0]
            keys = [f"{host}{stem}"]
            keys += [f"{host}{stem.removesuffix(end)}" for end in _MADE_SMALLER if stem.endswith(end)]
            for key in keys:
                found[key] = (*found.get(key, ())[:8], post.id)
        return found

    def _place(self, address: str) -> tuple[str, str] | None:
        """Host and path of an address; the site's own hosts are the empty text. None for one that is relative."""
        found = _ADDRESS.match(address)
        if found is None:
            return ("", unquote(address)) if address.startswith("/") else None
        host, path = _host(found[1]), found[2]
        if _PHOTON.match(host):
            host, _, path = path.lstrip("/").partition("/")
            host, path = _host(host), f"/{path}"
        return "" if host in self._hosts else host, unquote(path) if "%" in path else path

    @cached_property
    def _hosts(self) -> frozenset[str]:
        options = (php.text(self._site.options.get(name) or "") for name in ("home", "siteurl"))
        return frozenset(_host(found[1]) for option in options if (found := _ADDRESS.match(option)))


def _host(authority: str) -> str:
    return authority.rpartition("@")[2].lower().removeprefix("www.")


def _is_called(file: object, name: str) -> bool:
    return isinstance(file, str) and (file == name or ("%" in file and unquote(file) == name))


def _size(entry: Mapping[str, Any]) -> Size | None:
    """Width and height that an entry says; None where it says none that can be."""
    width, height = php.integer(entry.get("width", 0)), php.integer(entry.get("height", 0))
    return (width, height) if 0 < width <= MOST and 0 < height <= MOST else None


_MADE: WeakKeyDictionary[Site, Attachments] = WeakKeyDictionary()


def attachments(site: Site) -> Attachments:
    """The files of a site, kept as long as the site is."""
    made = _MADE.get(site)
    if made is None:
        made = _MADE[site] = Attachments(site)
    return made
