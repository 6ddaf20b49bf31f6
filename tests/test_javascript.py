"""Numbers as JavaScript reads, rounds and prints them; the answers are those of a JavaScript engine."""

from __future__ import annotations

import math

import pytest

from blocks.fragment.javascript import number_of, number_text, rounded


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (7, "7"),
        (2.0, "2"),
        (-0.0, "0"),
        (-1.5, "-1.5"),
        (0.58 * 100, "57.99999999999999"),
        (1e-6, "0.000001"),
        (-1.25e-5, "-0.0000125"),
        (1e-7, "1e-7"),
        (1.5e-7, "1.5e-7"),
        (1e16, "10000000000000000"),
        (123456789012345678901, "123456789012345680000"),
        (-1.5e20, "-150000000000000000000"),
        (1e21, "1e+21"),
        (-2.5e300, "-2.5e+300"),
        (10**400, "Infinity"),
        (-math.inf, "-Infinity"),
        (math.nan, "NaN"),
    ],
)
def test_numbers_are_printed_as_in_javascript(number: float, text: str) -> None:
    assert number_text(number) == text


@pytest.mark.parametrize(
    ("number", "whole"),
    [
        (0.5, 1),
        (-0.5, 0),
        (1.5, 2),
        (2.5, 3),
        (-2.5, -2),
        (0.49999999999999994, 0),
        (2.0**60, 2**60),
        (math.inf, math.inf),
    ],
)
def test_the_higher_of_two_whole_numbers_is_nearest(number: float, whole: float) -> None:
    assert rounded(number) == whole


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (" 5e-1\n", 0.5),
        (".5", 0.5),
        ("5.", 5),
        ("\ufeff", 0),
        ("-Infinity", -math.inf),
        (None, 0),
        (True, 1),
        (7, 7),
        (-(10**400), -math.inf),
    ],
)
def test_a_value_is_read_as_a_number(value: object, number: float) -> None:
    assert number_of(value) == number


@pytest.mark.parametrize("value", ["1_0", "inf", "nan", "--1", "\u0663", "\x1c5", "5px", {}, [5], math.nan])
def test_what_is_no_number_is_not_a_number(value: object) -> None:
    assert math.isnan(number_of(value))
    assert math.isnan(rounded(number_of(value)))
