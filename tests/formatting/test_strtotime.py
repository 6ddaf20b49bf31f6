"""Dates as `strtotime()` reads them; the seconds are PHP's answers."""

from __future__ import annotations

from datetime import UTC, datetime
from time import perf_counter

import pytest

from blocks.formatting.strtotime import strtotime

NOW = datetime(2026, 2, 15, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2024-02-29", 1709164800),
        ("2024-02-29T10:00:00+02:00", 1709193600),
        ("2024-02-29T10:00:00.000Z", 1709200800),
        ("Thu, 29 Feb 2024 10:00:00 GMT", 1709200800),
        ("Feb 29, 2024 10:00", 1709200800),
        ("2/29/2024", 1709164800),
        ("2024-02-29 3pm", 1709218800),
        ("2024-02-29 +1 week", 1709769600),
        ("2024-02-31", 1709337600),
        ("@1709200800", 1709200800),
        ("now", 1771156800),
        ("tomorrow noon", 1771243200),
        ("1 month ago", 1768478400),
        ("-2 weeks", 1769947200),
    ],
)
def test_dates(text: str, seconds: int) -> None:
    assert strtotime(text, NOW) == seconds


@pytest.mark.parametrize(
    "text", ["", "junk", "2024-13-01", "2024-02-29<b>", "2024-02-30T25:00", "@x", "+9999999999 years"]
)
def test_what_is_no_date(text: str) -> None:
    assert strtotime(text, NOW) is None


def test_long_texts_are_no_dates_and_cost_nothing() -> None:
    start = perf_counter()
    assert strtotime("1 " * 500_000, NOW) is None
    assert perf_counter() - start < 0.1
