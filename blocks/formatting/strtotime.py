"""PHP's `strtotime()`: the forms of dates that databases, feeds and people write, read in UTC.

    2024-02-29   2024-02-29T10:00:00+02:00   29 February 2024   Feb 29, 2024 10:00   Thu, 29 Feb 2024 10:00:00 GMT
    2/29/2024    @1709200800    now    tomorrow noon    2024-02-29 +1 week

What else PHP reads ("last monday of March", ISO weeks) is no date here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ZONES: Final = {"z": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
                 "pst": -8, "pdt": -7, "bst": 1, "cet": 1, "cest": 2}  # fmt: skip
_UNITS: Final = {"sec": 1, "second": 1, "min": 60, "minute": 60, "hour": 3600, "day": 86400, "week": 604800,
                 "fortnight": 1209600}  # fmt: skip
_DAYS: Final = {"today": 0, "midnight": 0, "tomorrow": 1, "yesterday": -1}


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


_WEEKDAY: Final = _re(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+(?=\d)")
_DATES: Final = (
    _re(r"(?P<year>\d{4})-(?P<monthnum>\d{1,2})-(?P<day>\d{1,2})"),
    _re(r"(?P<year>\d{4})/(?P<monthnum>\d{1,2})/(?P<day>\d{1,2})"),
    _re(r"(?P<monthnum>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})"),
    _re(r"(?P<day>\d{1,2})[.-](?P<monthnum>\d{1,2})[.-](?P<year>\d{4})"),
    _re(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ \t-]*{_MONTH}[ \t,-]*(?P<year>\d{{4}})"),
    _re(rf"{_MONTH}[ \t]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ \t,]+(?P<year>\d{{4}})"),
    _re(rf"{_MONTH}[ \t]+(?P<year>\d{{4}})"),
    _re(r"(?P<year>\d{4})(?P<monthnum>\d{2})(?P<day>\d{2})(?=$|[tT\s])"),
    _re(r"(?P<year>\d{4})-(?P<monthnum>\d{2})(?!\d)"),
)
_TIME: Final = _re(
    r"[tT]?(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?)?[ \t]*(?P<half>[ap]\.?m\.?)?"
)
_OFFSET: Final = _re(r"(?:gmt|utc)?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?!\d|\s*[a-z])")
_WORD: Final = _re(r"[a-z]+")
_STEP: Final = _re(r"(?P<number>[+-]?[ \t]*\d{1,9})[ \t]*(?P<unit>[a-z]+?)s?(?P<ago>[ \t]+ago)?(?![a-z])")
_BLANKS: Final = _re(r"[ \t\r\n,]+")
_LONGEST: Final = 200


class _Reading:
    """What was read of a text so far."""

    def __init__(self, now: datetime) -> None:
        self.when = now.astimezone(UTC)
        self.offset = timedelta()
        self.shift = timedelta()
        self.months = 0
        self.has_date = self.has_time = self.has_zone = False

    def date(self, found: re.Match[str]) -> bool:
        if self.has_date:
            return False
        parts = found.groupdict()
        name, day = parts.get("month"), int(parts.get("day") or 1)
        month = _MONTHS.index(name[:3].lower()) + 1 if name else int(parts["monthnum"])
        if not (1 <= month <= 12 and 0 <= day <= 31 and int(parts["year"]) >= 1):
            return False
        self.when = datetime(int(parts["year"]), month, 1, tzinfo=UTC) + self._clock() + timedelta(day - 1)
        self.has_date = True
        return True

    def _clock(self) -> timedelta:
        if not self.has_time:
            return timedelta()
        return timedelta(hours=self.when.hour, minutes=self.when.minute, seconds=self.when.second)

    def time(self, found: re.Match[str]) -> bool:
        hour, half = int(found["hour"]), found["half"]
        if self.has_time or (found["minute"] is None and not half):
            return False
        if half:
            if not 1 <= hour <= 12:
                return False
            hour = hour % 12 + (12 if half[0] in "pP" else 0)
        minute, second = int(found["minute"] or 0), int(found["second"] or 0)
        if hour > 24 or minute > 59 or second > 59:
            return False
        midnight = self.when.replace(hour=0, minute=0, second=0, microsecond=0)
        self.when = midnight + timedelta(hours=hour, minutes=minute, seconds=second)
        self.has_time = True
        return True

    def zone(self, found: re.Match[str]) -> bool:
        if self.has_zone:
            return False
        hours = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
        self.offset = -hours if found["sign"] == "-" else hours
        self.has_zone = True
        return True

    def step(self, found: re.Match[str]) -> bool:
        number, unit = int(_BLANKS.sub("", found["number"])), found["unit"].lower()
        number = -number if found["ago"] else number
        if unit in _UNITS:
            self.shift += timedelta(seconds=number * _UNITS[unit])
        elif unit in ("month", "year"):
            self.months += number * (12 if unit == "year" else 1)
        else:
            return False
        return True

    def word(self, found: re.Match[str]) -> bool:
        word = found[0].lower()
        if word == "now":
            return True
        if word in _DAYS or word == "noon":
            day = self.when.replace(hour=12 if word == "noon" else 0, minute=0, second=0, microsecond=0)
            self.when = day + timedelta(_DAYS.get(word, 0))
            return True
        if word in _ZONES and not self.has_zone:
            self.offset, self.has_zone = timedelta(hours=_ZONES[word]), True
            return True
        return False

    def timestamp(self) -> int:
        when = self.when
        if self.months:
            years, month = divmod(when.year * 12 + when.month - 1 + self.months, 12)
            when = when.replace(year=years, month=month + 1, day=1) + timedelta(when.day - 1)
        return int((when + self.shift - self.offset).timestamp() // 1)


def strtotime(text: str, now: datetime) -> int | None:
    """The moment that a text names, in seconds since 1970; None where it names none. It is `now` to the text."""
    text = text.strip(" \t\r\n")
    if not text or len(text) > _LONGEST:
        return None
    if text[0] == "@":
        return int(text[1:]) if re.fullmatch(r"@-?\d{1,15}", text, re.ASCII) else None
    reading, place = _Reading(now), 0
    weekday = _WEEKDAY.match(text)
    place = weekday.end() if weekday else 0
    rules: list[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]]] = [
        *((pattern, reading.date) for pattern in _DATES),
        (_TIME, reading.time),
        (_OFFSET, reading.zone),
        (_STEP, reading.step),
        (_WORD, reading.word),
    ]
    try:
        while place < len(text):
            blank = _BLANKS.match(text, place)
            place = blank.end() if blank else place
            found = next((one for pattern, read in rules if (one := pattern.match(text, place)) and read(one)), None)
            if found is None:
                return None
            place = found.end()
        return reading.timestamp()
    except (OverflowError, ValueError):
        return None
