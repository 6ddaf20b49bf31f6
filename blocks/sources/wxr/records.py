"""What an export file holds, as typed records: items with their comments, authors, terms.

Texts are as WordPress's database has them (titles and names may hold HTML and character references), but for line
ends, of which XML makes `\\n`. What the file does not say is empty or 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from blocks.formatting.php.decoding import unserialized
from blocks.sources.facts import Place

NO_DATE: Final = "0000-00-00 00:00:00"


class Meta(Mapping[str, Any]):
    """Meta by key, unserialized when a value is asked for; of several values of one key the first, as in WordPress."""

    __slots__ = ("_raw", "_read")

    def __init__(self, rows: Iterable[tuple[str, str]] = ()) -> None:
        self._raw: dict[str, str] = {}
        self._read: dict[str, Any] = {}
        for key, value in rows:
            self._raw.setdefault(key, value)

    def __getitem__(self, key: str) -> Any:
        if key not in self._read:
            self._read[key] = unserialized(self._raw[key])
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def __repr__(self) -> str:
        return f"Meta({list(self._raw.items())!r})"

    def raw(self, key: str) -> str:
        """The value as the file has it, serialized or not; empty where there is none."""
        return self._raw.get(key, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportAuthor:
    """A user who wrote something in the file."""

    id: int = 0
    login: str = ""
    email: str = ""
    display_name: str = ""
    first_name: str = ""
    last_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportTerm:
    """A category, a tag, a menu, or a term of any taxonomy."""

    id: int = 0
    taxonomy: str = "category"
    slug: str = ""
    name: str = ""
    parent: str = ""
    """The slug of the term above it."""
    description: str = ""
    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTerm:
    """A term that an item bears."""

    taxonomy: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportComment:
    """A comment, a pingback or a trackback."""

    id: int = 0
    parent: int = 0
    author: str = ""
    email: str = ""
    url: str = ""
    ip: str = ""
    date: str = ""
    date_gmt: str = ""
    approved: str = "1"
    """`1` approved, `0` waiting, `trash`."""
    type: str = "comment"
    content: str = ""
    user: int = 0
    """The id of the user who wrote it, 0 for a visitor."""
    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A post of any type: a post, a page, an attachment, an entry of a menu, a synced pattern …"""

    id: int = 0
    type: str = "post"
    status: str = "publish"
    title: str = ""
    slug: str = ""
    link: str = ""
    guid: str = ""
    creator: str = ""
    """The login of who wrote it."""
    content: str = ""
    excerpt: str = ""
    date: str = ""
    """`YYYY-MM-DD HH:MM:SS` in the site's time zone, `0000-00-00 00:00:00` for none; so are the other dates."""
    date_gmt: str = ""
    modified: str = ""
    modified_gmt: str = ""
    comment_status: str = ""
    ping_status: str = ""
    parent: int = 0
    menu_order: int = 0
    password: str = ""
    is_sticky: bool = False
    attachment_url: str = ""
    terms: tuple[ItemTerm, ...] = ()
    meta: Meta = field(default_factory=Meta)
    comments: tuple[ExportComment, ...] = ()
    repairs: tuple[str, ...] = ()
    """What was mended to have it read; see `elements.py`."""
    place: Place = field(default=Place(source="wxr"), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What a file says about the site."""

    title: str = ""
    description: str = ""
    link: str = ""
    language: str = ""
    version: str = ""
    """Of the format: "1.0", "1.1", "1.2"."""
    site_url: str = ""
    """Of the network, where the site is one of several."""
    home: str = ""
