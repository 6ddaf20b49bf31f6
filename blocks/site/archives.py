"""Lists of posts by date: archives (`wp_get_archives`) and the calendar (`get_calendar`)."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from blocks.formatting import php
from blocks.formatting.query import add_query_arg
from blocks.site.addresses import home_url
from blocks.site.dates import MONTHS, in_zone, week_of, wp_date, zone
from blocks.site.index import index
from blocks.site.links import day_link, month_link, permalink, year_link
from blocks.site.query.search import folded
from blocks.site.records import NO_DATE, SitePost
from blocks.site.site import Site
from blocks.site.text import the_title

_WEEK = 7
_NO_BREAK_DASH = "&#8211;"


@dataclass(frozen=True, slots=True)
class Archive:
    """An entry of a list of archives: its address and text, unescaped, and how many posts it has."""

    url: str
    text: str
    count: int
    year: int = 0
    month: int = 0
    day: int = 0
    week: int | None = None
    post: int = 0


def archives(
    site: Site, kind: str = "monthly", *, limit: int = 0, order: str = "DESC", post_type: str = "post"
) -> list[Archive]:
    """The archives of a type's published posts: `yearly`, `monthly`, `weekly`, `daily`, `postbypost` or `alpha`."""
    registered = site.post_types.get(post_type)
    if registered is None or not registered.is_viewable:
        return []
    posts = [post for post in index(site).posts_of(post_type) if post.status == "publish"]
    make = _KINDS.get(kind or "monthly")
    if make is None:
        return []
    if make is _one_by_one:
        posts.sort(key=lambda post: (post.date, post.id), reverse=True)
        found = _one_by_one(site, posts)
    elif make is _by_name:
        found = _one_by_one(
            site, sorted(posts, key=lambda post: (php.encoded(folded(post.title)), post.author, post.id))
        )
    else:
        found = make(site, sorted(posts, key=lambda post: post.date, reverse=order.upper() != "ASC"))
        if post_type != "post":
            found = [_of_type(archive, post_type) for archive in found]
    return found[:limit] if limit else found


def _of_type(archive: Archive, post_type: str) -> Archive:
    from dataclasses import replace

    return replace(archive, url=add_query_arg({"post_type": post_type}, archive.url))


def _groups(posts: list[SitePost], end: int) -> dict[tuple[int, ...], int]:
    """How many posts there are by the first parts of the date, up to the character `end` of it."""
    found: dict[tuple[int, ...], int] = {}
    wanted = end // 3  # year, month, day
    for post in posts:
        parts = post.date[:end].split("-")
        if len(parts) == wanted and all(part.isdecimal() for part in parts):
            key = tuple(int(part) for part in parts)
            found[key] = found.get(key, 0) + 1
    return found


def _yearly(site: Site, posts: list[SitePost]) -> list[Archive]:
    return [Archive(year_link(site, year), str(year), count, year) for (year,), count in _groups(posts, 4).items()]


def _monthly(site: Site, posts: list[SitePost]) -> list[Archive]:
    return [
        Archive(month_link(site, year, month), f"{month_name(month)} {year}", count, year, month)
        for (year, month), count in _groups(posts, 7).items()
    ]


def month_name(month: int) -> str:
    """The name of a month, 1 for January; empty for a number that is no month."""
    return MONTHS[month - 1] if 1 <= month <= len(MONTHS) else ""


def _daily(site: Site, posts: list[SitePost]) -> list[Archive]:
    form = php.text(site.options["date_format"])
    found = []
    for (year, month, day), count in _groups(posts, 10).items():
        when = _date(year, month, day)
        text = "" if when is None else wp_date(form, datetime(year, month, day, tzinfo=zone(site)))
        found.append(Archive(day_link(site, year, month, day), text, count, year, month, day))
    return found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekly(site: Site, posts: list[SitePost]) -> list[Archive]:
    """Weeks; one that a new year begins in is listed once if the two halves come after each other."""
    start = php.integer(site.options["start_of_week"])
    groups: dict[tuple[int, int], list[date]] = {}
    for post in posts:
        parts = post.date[:10].split("-")
        when = _date(*(int(part) for part in parts)) if len(parts) == 3 and all(map(str.isdecimal, parts)) else None
        if when is not None:
            groups.setdefault((week_of(when, start), when.year), []).append(when)
    form = php.text(site.options["date_format"])
    found: list[Archive] = []
    for (week, year), days in groups.items():
        if found and found[-1].week == week:
            continue
        weekday = days[0].isoweekday() % _WEEK
        first = days[0] - timedelta((weekday + (_WEEK if weekday < start else 0)) - start)
        ends = (
            datetime(day.year, day.month, day.day, tzinfo=zone(site)) for day in (first, first + timedelta(_WEEK - 1))
        )
        url = add_query_arg({"m": year, "w": week}, home_url(site, "/"))
        found.append(Archive(url, _NO_BREAK_DASH.join(wp_date(form, end) for end in ends), len(days), year, week=week))
    return found


def _one_by_one(site: Site, posts: list[SitePost]) -> list[Archive]:
    return [Archive(permalink(site, post), _title(post), 1, post=post.id) for post in posts if post.date != NO_DATE]


def _title(post: SitePost) -> str:
    return php.strip_tags(the_title(post.title)) if post.title else str(post.id)


def _by_name(site: Site, posts: list[SitePost]) -> list[Archive]:
    return _one_by_one(site, posts)


_KINDS: dict[str, Callable[[Site, list[SitePost]], list[Archive]]] = {
    "yearly": _yearly,
    "monthly": _monthly,
    "weekly": _weekly,
    "daily": _daily,
    "postbypost": _one_by_one,
    "alpha": _by_name,
}


@dataclass(frozen=True, slots=True)
class Calendar:
    """A month of the calendar. `previous` and `next` are the nearest months, year first, that have posts."""

    year: int
    month: int
    days: int
    first_weekday: int
    """The day of the week of the 1st, 0 for Sunday."""
    with_posts: frozenset[int]
    today: int
    """The day of the month that it is now; 0 in any other month."""
    previous: tuple[int, int] | None
    next: tuple[int, int] | None


def calendar_of(site: Site, now: datetime, year: int = 0, month: int = 0, post_type: str = "post") -> Calendar | None:
    """A month of the calendar, that of `now` if none is named; None where there are no posts at all."""
    dates = sorted(post.date for post in index(site).posts_of(post_type) if post.status == "publish")
    if not dates:
        return None
    here = in_zone(now, zone(site))
    if not (1 <= month <= len(MONTHS) and 1 <= year <= 9999):
        year, month = here.year, here.month
    first_weekday, days = calendar.monthrange(year, month)
    start, end = f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{days} 23:59:59"
    before = [date for date in dates if date < start]
    after = [date for date in dates if date > end]
    found = frozenset(int(date[8:10]) for date in dates if start <= date <= end and date[8:10].isdecimal())
    today = here.day if (here.year, here.month) == (year, month) else 0
    return Calendar(
        year,
        month,
        days,
        (first_weekday + 1) % _WEEK,
        found,
        today,
        _month(before[-1]) if before else None,
        _month(after[0]) if after else None,
    )


def _month(date: str) -> tuple[int, int]:
    return php.integer(date[:4]), php.integer(date[5:7])
