"""Dates as WordPress prints them: PHP's date letters in English, in the time zone of the site.

wp_date("F j, Y", when)    get_the_date(site, post)    human_time_diff(seconds)
"""

from __future__ import annotations

import calendar
import math
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from blocks.formatting import php
from blocks.site.records import NO_DATE, SitePost
from blocks.site.site import Site

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
INITIALS = ("S", "M", "T", "W", "T", "F", "S")

_HOUR = 3600
_WEEK = 7
_NOON = 12
_UNITS = (
    (60, 1, "second"),
    (3600, 60, "minute"),
    (86400, 3600, "hour"),
    (604800, 86400, "day"),
    (2592000, 604800, "week"),
    (31536000, 2592000, "month"),
    (None, 31536000, "year"),
)


def zone(site: Site) -> tzinfo:
    """The time zone of the site (`wp_timezone()`): the one named, or the offset in hours; UTC where it is unknown."""
    return _zone(php.text(site.options["timezone_string"]), php.floating(site.options["gmt_offset"]))


@lru_cache(maxsize=64)
def _zone(name: str, hours: float) -> tzinfo:
    if name:
        try:
            return UTC if name == "UTC" else ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return UTC
    if math.isnan(hours):
        return UTC
    return timezone(timedelta(seconds=int(max(min(hours * _HOUR, 14 * _HOUR), -14 * _HOUR))))


def in_zone(when: datetime, place: tzinfo) -> datetime:
    """A moment by the clocks of a time zone; by its own where their year has no four digits."""
    try:
        return when.astimezone(place)
    except OverflowError:
        return when.replace(tzinfo=place)


def read(text: str, place: tzinfo = UTC) -> datetime | None:
    """A date of the database, `YYYY-MM-DD HH:MM:SS` or `YYYY-MM-DD`, in a time zone; None where it is no date."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=place)


def post_datetime(site: Site, post: SitePost, *, modified: bool = False) -> datetime | None:
    """When a post was published, or last changed (`get_post_datetime()`); None where it has no date."""
    text = (post.modified or post.date) if modified else post.date
    return None if text == NO_DATE else read(text, zone(site))


def get_the_date(site: Site, post: SitePost, form: str = "", *, modified: bool = False) -> str:
    """The date of a post in `form`, or as the site prints dates (`get_the_date()`, `get_the_modified_date()`)."""
    when = post_datetime(site, post, modified=modified)
    return "" if when is None else wp_date(form or php.text(site.options["date_format"]), when)


def mysql2date(site: Site, form: str, text: str) -> str:
    """A date of the database in `form` (`mysql2date`); empty where it is no date.

    Alone, `U` and `G` are seconds with the offset of the site's time zone in them.
    """
    if form in ("U", "G"):
        when = read(text)
        return "" if when is None else str(int(when.timestamp()))
    when = read(text, zone(site))
    return "" if when is None else wp_date(form, when)


def human_time_diff(seconds: float) -> str:
    """A span of time in words, as `human_time_diff` says it: `2 days`."""
    span = int(abs(seconds))
    for limit, unit, name in _UNITS:
        if limit is None or span < limit:
            number = max(int(span / unit + 0.5), 1)
            return f"{number} {name}" if number == 1 else f"{number} {name}s"
    raise AssertionError


def week_of(day: date, start_of_week: int) -> int:
    """The number of a week as the database counts it (`_wp_mysql_week()`).

    Weeks that begin on Monday are those of ISO 8601, as SQLite has it; others are those of MySQL's `WEEK( …, 0 )`.
    """
    if start_of_week == 1:
        return day.isocalendar().week
    if 1 < start_of_week < _WEEK and day.toordinal() > start_of_week:
        day -= timedelta(start_of_week)
    first = date(day.year, 1, 1)
    sunday = first.isoweekday() % _WEEK
    return ((day - first).days + sunday) // _WEEK + (sunday == 0)


def wp_date(form: str, when: datetime) -> str:
    r"""`when` in the form of PHP's `date`: letters stand for parts of the date, `\` before one for itself."""
    out: list[str] = []
    letters = iter(form)
    for letter in letters:
        part = _LETTERS.get(letter)
        if part is not None:
            out.append(part(when))
        elif letter == "\\":
            out.append(next(letters, "\0"))
        else:
            out.append(letter)
    return "".join(out)


def _weekday(when: datetime) -> int:
    return when.isoweekday() % 7


def _offset(when: datetime, between: str) -> str:
    seconds = int((when.utcoffset() or timedelta()).total_seconds())
    sign, seconds = "-" if seconds < 0 else "+", abs(seconds)
    return f"{sign}{seconds // _HOUR:02}{between}{seconds % _HOUR // 60:02}"


def _zone_name(when: datetime) -> str:
    place = when.tzinfo
    if isinstance(place, ZoneInfo):
        return place.key
    return "UTC" if place is UTC else _offset(when, ":")


def _zone_letters(when: datetime) -> str:
    if when.tzinfo is UTC:
        return "UTC"
    name = when.tzname() or ""
    return name if name and not name.startswith("UTC") else _offset(when, ":")


def _suffix(when: datetime) -> str:
    day = when.day
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _twelve(when: datetime) -> int:
    return when.hour % _NOON or _NOON


def _swatch(when: datetime) -> str:
    seconds = (int(in_zone(when, UTC).timestamp()) + 3600) % 86400
    return f"{seconds * 10 // 864:03}"


_LETTERS: dict[str, Callable[[datetime], str]] = {
    "d": lambda when: f"{when.day:02}",
    "D": lambda when: WEEKDAYS[_weekday(when)][:3],
    "j": lambda when: str(when.day),
    "l": lambda when: WEEKDAYS[_weekday(when)],
    "N": lambda when: str(when.isoweekday()),
    "S": _suffix,
    "w": lambda when: str(_weekday(when)),
    "z": lambda when: str(when.timetuple().tm_yday - 1),
    "W": lambda when: f"{when.isocalendar().week:02}",
    "F": lambda when: MONTHS[when.month - 1],
    "m": lambda when: f"{when.month:02}",
    "M": lambda when: MONTHS[when.month - 1][:3],
    "n": lambda when: str(when.month),
    "t": lambda when: str(calendar.monthrange(when.year, when.month)[1]),
    "L": lambda when: str(int(calendar.isleap(when.year))),
    "o": lambda when: str(when.isocalendar().year),
    "Y": lambda when: f"{when.year:04}",
    "y": lambda when: f"{when.year % 100:02}",
    "x": lambda when: f"{when.year:04}",
    "X": lambda when: f"+{when.year:04}",
    "a": lambda when: "am" if when.hour < _NOON else "pm",
    "A": lambda when: "AM" if when.hour < _NOON else "PM",
    "B": _swatch,
    "g": lambda when: str(_twelve(when)),
    "G": lambda when: str(when.hour),
    "h": lambda when: f"{_twelve(when):02}",
    "H": lambda when: f"{when.hour:02}",
    "i": lambda when: f"{when.minute:02}",
    "s": lambda when: f"{when.second:02}",
    "u": lambda when: f"{when.microsecond:06}",
    "v": lambda when: f"{when.microsecond // 1000:03}",
    "e": _zone_name,
    "I": lambda when: str(int(bool(when.dst()))),
    "O": lambda when: _offset(when, ""),
    "P": lambda when: _offset(when, ":"),
    "p": lambda when: "Z" if not when.utcoffset() else _offset(when, ":"),
    "T": _zone_letters,
    "Z": lambda when: str(int((when.utcoffset() or timedelta()).total_seconds())),
    "c": lambda when: wp_date("Y-m-d\\TH:i:sP", when),
    "r": lambda when: wp_date("D, d M Y H:i:s O", when),
    "U": lambda when: str(int(when.timestamp())),
}
