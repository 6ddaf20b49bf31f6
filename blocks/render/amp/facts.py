"""What is known of a post for the head of its page: by its source first, then by the site that it is on.

Texts are plain and in one line, dates as ISO 8601, addresses absolute. What nobody knows is empty; nothing is guessed,
not even an address of the site where the site does not say its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Final, NamedTuple

from blocks.formatting import php
from blocks.fragment.rich_text import RichText
from blocks.render.amp.urls import WEB, bare, is_valid
from blocks.render.html.page import folded
from blocks.sources.post import Post

if TYPE_CHECKING:
    from blocks.site import Site, SitePost, User

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
_FURTHEST: Final = timedelta(hours=14)  # from UTC, of any time zone


class Picture(NamedTuple):
    """An image by its absolute address; its sides in pixels, None where nobody knows them."""

    address: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a post."""

    kind: str = ""
    """Its post type."""
    title: str = ""
    link: str = ""
    description: str = ""
    published: str = ""
    modified: str = ""
    author: str = ""
    author_page: str = ""
    author_site: str = ""
    """The page of the author's own."""
    site_name: str = ""
    site_address: str = ""
    logo: Picture | None = None
    image: Picture | None = None
    """The featured image."""
    sections: tuple[str, ...] = ()
    """Its categories."""
    keywords: tuple[str, ...] = ()
    """Its tags."""
    comments: int = 0


def facts_of(post: Post, site: Site | None, site_post: SitePost | None) -> Facts:
    """What is known of `post`; `site_post` is what the site says of the current post, which has to be the same."""
    row = _row(post, site, site_post)
    facts = _of_the_source(post) if site is None else _of_the_site(post, site)
    return facts if row is None else _of_the_row(facts, post, site, row)


def absolute(address: str | None) -> str:
    """An address of the web that names its host; empty where it is none."""
    return bare(address) if address and is_valid(address, WEB, relative=False) else ""


def _row(post: Post, site: Site | None, site_post: SitePost | None) -> SitePost | None:
    """What the site says of `post`; None where the site speaks of another one."""
    if post.id is None:
        return site_post
    row = site_post
    if (row is None or row.id != post.id) and site is not None:
        row = site.posts.get(post.id)
    if row is None or row.id != post.id or (post.slug and row.name and post.slug != row.name):
        return None
    return row


def _of_the_source(post: Post, place: tzinfo | None = None) -> Facts:
    return Facts(
        title=folded(post.title),
        link=absolute(post.link),
        description=folded(post.excerpt),
        published=_moment(post.date, place),
        modified=_moment(post.modified, place),
    )


def _of_the_site(post: Post, site: Site) -> Facts:
    from blocks.site.dates import zone

    return replace(
        _of_the_source(post, zone(site)),
        site_name=_plain(php.text(site.options["blogname"])),
        site_address=_home(site),
        logo=_picture(site, site.options["site_logo"]) or _picture(site, site.options["site_icon"]),
    )


def _of_the_row(facts: Facts, post: Post, site: Site | None, row: SitePost) -> Facts:
    """`facts` and what the site says of the post; the text of a locked post stays with those who have its password."""
    from blocks.site.links import permalink
    from blocks.site.pages import password_required
    from blocks.site.site import MemorySite
    from blocks.site.text import get_the_title

    asked = site or MemorySite()
    locked = password_required(row)
    published, modified = _dates(post, site, row)
    facts = replace(
        facts,
        kind=row.type,
        title=facts.title or _plain(get_the_title(row)),
        link=facts.link or (absolute(permalink(asked, row)) if row.permalink or facts.site_address else ""),
        description="" if locked else facts.description or _plain(row.excerpt),
        published=published,
        modified=modified,
        comments=0 if locked else max(row.comment_count, 0),
    )
    if site is None:
        return facts
    return replace(
        _of_the_author(facts, site, site.users.get(row.author)),
        image=None if locked else _picture(site, row.meta.get("_thumbnail_id")),
        sections=_terms(site, row, "category"),
        keywords=_terms(site, row, "post_tag"),
    )


def _of_the_author(facts: Facts, site: Site, user: User | None) -> Facts:
    from blocks.site.links import author_link

    if user is None:
        return facts
    page = absolute(author_link(site, user.id)) if user.link or facts.site_address else ""
    return replace(facts, author=_plain(user.display_name), author_page=page, author_site=absolute(user.url))


def _terms(site: Site, row: SitePost, taxonomy: str) -> tuple[str, ...]:
    from blocks.site.terms import get_the_terms

    return tuple(name for term in get_the_terms(site, row, taxonomy) if (name := _plain(term.name)))


def _plain(html: str) -> str:
    return folded(RichText(html).text)


def _home(site: Site) -> str:
    """The address of the site; empty where it says none, and has that of every site without one."""
    from blocks.site.addresses import home_url
    from blocks.site.site import DEFAULT_OPTIONS

    return "" if site.options["home"] == DEFAULT_OPTIONS["home"] else absolute(home_url(site, "/"))


def _picture(site: Site, id: object) -> Picture | None:
    """The image of an attachment in its full size."""
    from blocks.site.media import attachment, image_src

    number = php.integer(id)
    found = attachment(site, number)
    image = image_src(site, number, "full") if found is not None else None
    if found is None or image is None:
        return None
    is_known = found.source_url or php.text(site.options["upload_url_path"]) or _home(site)
    address = absolute(image.url) if is_known else ""
    return Picture(address, max(image.width, 0) or None, max(image.height, 0) or None) if address else None


# ------------------------------------------------------------------------------------------------------------ dates


def _dates(post: Post, site: Site | None, row: SitePost) -> tuple[str, str]:
    """When the post was published and last changed."""
    from blocks.site.dates import zone

    place, other = None, None
    if site is not None:
        place = other = zone(site)
    if site is None or not (php.text(site.options["timezone_string"]) or php.floating(site.options["gmt_offset"])):
        place = _gap(row.date, row.date_gmt) or place  # a site that says no zone may tell it by its clocks
        other = _gap(row.modified, row.modified_gmt) or place
    return _moment(post.date or row.date, place), _moment(post.modified or row.modified or row.date, other)


def _gap(local: str, utc: str) -> tzinfo | None:
    """The time zone of a date that is known by the clock of its site and by UTC."""
    here, there = _read(local), _read(utc)
    if here is None or there is None:
        return None
    gap = here.replace(tzinfo=UTC) - there.replace(tzinfo=UTC)
    return timezone(gap) if abs(gap) <= _FURTHEST else None


def _moment(text: str | None, place: tzinfo | None) -> str:
    """A date as ISO 8601, in a time zone if it has a time, and no zone of its own; empty for what is no date."""
    from blocks.site.dates import wp_date

    when = _read(text)
    if text is None or when is None:
        return ""
    if _DAY.match(text.strip()):
        return text.strip()
    if when.tzinfo is None:
        if place is None:
            return when.isoformat(timespec="seconds")
        when = when.replace(tzinfo=place)
    return wp_date("c", when)


def _read(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip()) if text else None
    except ValueError:
        return None
