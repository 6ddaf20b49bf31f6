"""A site from whatever holds one: our JSON, what the REST API answered, or an export file."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from blocks.errors import SourceError
from blocks.site.site import MemorySite

_EXPORTS = (".xml", ".wxr", ".xml.gz", ".wxr.gz")


def open_site(path: str | Path) -> MemorySite:
    """The site in a file or a folder, told by what it is.

    A folder, and a JSON file of posts, are what the REST API answered; another JSON file is of the form of docs/site.md,
    and `.xml` is an export. A file that did not change is read once. SourceError where it holds no site.
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
    return MemorySite.from_rest(path) if _holds_answers(path) else MemorySite.from_json(path)


def _holds_answers(path: Path) -> bool:
    """Whether a JSON file is a list, or one post, as the REST API answers."""
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False  # from_json says what is wrong
    return isinstance(value, list) or (isinstance(value, dict) and "id" in value and "posts" not in value)
