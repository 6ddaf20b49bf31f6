"""What a site holds, as values that do not change: posts, terms, users, comments, feeds, and what a theme brings.

Text is as WordPress's database has it: titles, names and contents unescaped by any filter, dates `YYYY-MM-DD HH:MM:SS`
in the site's own time zone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

NO_DATE = "0000-00-00 00:00:00"
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?", re.ASCII)


def is_date(text: str) -> bool:
    """Whether a text is a date as the database has it: `YYYY-MM-DD HH:MM:SS`, the empty one, or nothing."""
    if text in ("", NO_DATE):
        return True
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return text.startswith("0000")
    return True


DATES: Final = ("date", "date_gmt", "modified", "modified_gmt")


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePost:
    """A row of `wp_posts`, with its meta and its terms: a post, a page, an attachment, a synced pattern, a menu …"""

    id: int
    type: str = "post"
    status: str = "publish"
    title: str = ""
    name: str = ""
    """The slug."""
    author: int = 0
    date: str = NO_DATE
    date_gmt: str = ""
    """Empty where it has to be reckoned from `date` and the site's time zone; so for `modified_gmt`."""
    modified: str = ""
    """Empty for the same as `date`."""
    modified_gmt: str = ""
    parent: int = 0
    menu_order: int = 0
    comment_status: str = "open"
    ping_status: str = "open"
    comment_count: int = 0
    password: str = ""
    mime: str = ""
    excerpt: str = ""
    content: str = ""
    permalink: str = ""
    """Its address as the site prints it; empty where it has to be made from the options."""
    guid: str = ""
    source_url: str = ""
    """The address of an attachment's file as the site prints it; empty where it has to be made from the options."""
    meta: Mapping[str, Any] = field(default_factory=dict)
    """Meta by key; unserialized, so `_wp_attachment_metadata` is an array. One value to a key."""
    terms: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Ids of its terms, by taxonomy."""

    def __post_init__(self) -> None:
        for name in DATES:
            if not is_date(getattr(self, name)):
                raise ValueError(f"SitePost.{name} is {getattr(self, name)!r}, no date; write 'YYYY-MM-DD HH:MM:SS'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A category, a tag, or a term of any taxonomy."""

    id: int
    name: str = ""
    slug: str = ""
    taxonomy: str = "category"
    parent: int = 0
    count: int = 0
    """How many published posts carry it, as the database says."""
    description: str = ""
    link: str = ""
    """Its address; empty where it has to be made from the options."""
    meta: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """An author, or whoever looks at the page."""

    id: int
    login: str = ""
    nicename: str = ""
    """The slug."""
    display_name: str = ""
    email: str = ""
    url: str = ""
    description: str = ""
    first_name: str = ""
    last_name: str = ""
    nickname: str = ""
    roles: tuple[str, ...] = ()
    """None given: the user with id 1 is taken for the administrator, all others for subscribers."""
    link: str = ""
    avatar: str = ""
    """Address of the picture; empty where it is asked of Gravatar by the e-mail address."""
    meta: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment, a pingback or a trackback."""

    id: int
    post: int = 0
    parent: int = 0
    author: str = ""
    """The name that the commenter gave."""
    email: str = ""
    url: str = ""
    date: str = NO_DATE
    date_gmt: str = ""
    approved: str = "1"
    """`1` approved, `0` waiting, `spam`, `trash`."""
    type: str = "comment"
    content: str = ""
    user: int = 0
    """The id of the user who wrote it, 0 for a visitor."""
    avatar: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """An entry of a feed."""

    title: str = ""
    link: str = ""
    description: str = ""
    author: str = ""
    date: str = ""
    """In any form that RFC 822 or RFC 3339 allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What an RSS feed answers; `error` is the message where it answered none."""

    title: str = ""
    link: str = ""
    items: tuple[FeedItem, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredMeta:
    """A meta key as `register_post_meta` declares it. `post_type` is empty where it holds for all types."""

    key: str
    post_type: str = ""
    type: str = "string"
    single: bool = True
    show_in_rest: bool = True
    default: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatePart:
    """A template part that lies in the theme as a file."""

    slug: str
    content: str = ""
    title: str = ""
    area: str = "uncategorized"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFiles:
    """What a theme brings that a block can ask for: template parts by slug, patterns (their markup) by name."""

    slug: str
    name: str = ""
    parts: Mapping[str, TemplatePart] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)
