"""A site from whatever holds one: our JSON, what the REST API answered, or an export file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from blocks.errors import SourceError
from blocks.site import from_json, from_rest
from blocks.site.site import MemorySite

_EXPORTS = (".xml", ".wxr", ".xml.gz", ".wxr.gz")


def open_site(path: str | Path) -> MemorySite:
    """The site in a file or a folder, told by what it is.

    A folder is of answers of the REST API, and `.xml` is an export; other files are JSON: a list, or one object as
    that API answers, else a site in the form of docs/site.md. A file that did not change is read once. SourceError
    where it holds no site.
    """
    path = Path(path)
    try:
        found = path.stat()
    except OSError as error:
        raise SourceError(f"the site {path} cannot be read: {error.strerror}") from None
    if path.is_dir():
        return MemorySite.from_rest(path)
    return _read(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _read(path: Path, changed: int, size: int) -> MemorySite:
    del changed, size
    if path.name.lower().endswith(_EXPORTS):
        return MemorySite.from_wxr(path)
    value = [] if _is_other(path) else from_json.json_in(path, "site")
    if value == []:
        raise SourceError(f"{path} holds no site: give our JSON, a REST answer or folder, or an export")
    if from_rest.is_answer(value):
        return from_rest.site_of([(path, value)], {})
    if not isinstance(value, dict):
        raise SourceError(f"{path} is no site: it holds {from_json.kind_of(value)}, where an object is expected")
    with from_json.named(path):
        return from_json.read(value)


def _is_other(path: Path) -> bool:
    """Whether a file begins as HTML does, and no JSON."""
    try:
        with path.open("rb") as stream:
            return stream.read(200).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"
    except OSError:
        return False
