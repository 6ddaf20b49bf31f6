"""PHP's values: what PHP 8.2 answered to the same."""

from __future__ import annotations

import math
from typing import Any

import pytest

from blocks.formatting import php
from blocks.formatting.php.chance import Chance


@pytest.mark.parametrize(
    ("value", "true", "text", "integer"),
    [
        (None, False, "", 0),
        (True, True, "1", 1),
        ("0", False, "0", 0),
        ("0.0", True, "0.0", 0),
        (" 12px", True, " 12px", 12),
        ("1e3", True, "1e3", 1000),
        ("99999999999999999999", True, "99999999999999999999", 2**63 - 1),
        (1e25, True, "1.0E+25", 1590897979265384448),
        (1e19, True, "1.0E+19", 1e19 - 2**64),
        (0.1 + 0.2, True, "0.3", 0),
        (-0.0, False, "-0", 0),
        (math.inf, True, "INF", 0),
        ([], False, "Array", 0),
        ({"a": 0}, True, "Array", 1),
    ],
)
def test_casts(value: Any, true: bool, text: str, integer: int) -> None:
    assert (php.is_true(value), php.text(value), php.integer(value)) == (true, text, integer)


def test_an_empty_object_is_true_and_an_object_in_json() -> None:
    assert php.is_true(php.Object())
    assert php.json_encode({"a": php.Object(), "b": {}}) == '{"a":{},"b":[]}'


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        ("abc", 0, False),
        ("1e3", "1000", True),
        (None, "", True),
        (None, "0", False),
        ([1], {"0": "1"}, True),
        ("9223372036854775808", "9223372036854775809", False),
        (True, "a", True),
    ],
)
def test_loose_equality(left: Any, right: Any, equal: bool) -> None:
    assert php.equals(left, right) is equal


def test_serialize_counts_bytes_and_makes_keys_integers() -> None:
    value = {"5": "é", "05": 1.0, "a": [None, True]}
    assert php.serialized(value) == 'a:3:{i:5;s:2:"é";s:2:"05";d:1;s:1:"a";a:2:{i:0;N;i:1;b:1;}}'.encode()
    assert php.serialized("\udcff") == b's:1:"\xff";'


def test_json_escapes_as_its_flags_say() -> None:
    value = {"0": "</é\x7f>", "1": 2.0}
    assert php.json_encode(value) == '["<\\/\\u00e9\x7f>",2]'
    assert php.json_encode(value, php.HEX_TAG | php.UNESCAPED_SLASHES | php.UNESCAPED_UNICODE) == (
        '["\\u003C/é\x7f\\u003E",2]'
    )
    assert php.json_encode({"a": []}, php.PRETTY_PRINT) == '{\n    "a": []\n}'
    assert php.json_encode(math.nan) is None


def test_deep_values_need_no_stack() -> None:
    deep: list[Any] = []
    for _ in range(50_000):
        deep = [deep]
    assert len(php.serialized(deep)) == 50_000 * len("a:1:{i:0;}") + len("a:0:{}")
    assert php.json_encode(deep) == "[" * 50_001 + "]" * 50_001
    assert php.equals(deep, deep)


def test_get_takes_a_key_in_both_forms() -> None:
    value = {"a": ["x", {"5": "y"}], "n": None}
    assert php.get(value, "a", "1", 5) == "y"
    assert php.get(value, "a", 7, default="none") == "none"
    assert php.get(value, "n", default="none") is None
    assert php.get("text", "a") is None
    assert not php.has(value, "n")


@pytest.mark.parametrize(
    ("value", "places", "rounded"), [(1.005, 2, 1.01), (-2.5, 0, -3), (1234567.5, -1, 1234570), (5.055, 2, 5.06)]
)
def test_rounding(value: float, places: int, rounded: float) -> None:
    assert php.php_round(value, places) == rounded


def test_numbers_are_grouped() -> None:
    assert php.number_format_i18n(1234567.891, 2) == "1,234,567.89"
    assert php.number_format(-0.4) == "0"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a<b title='>'>c</b>d", "acd"),
        ("a < b", "a < b"),
        ("a<!-- <b> -->b<?php echo '>'; ?>c", "abc"),
        ("a<b", "a"),
        ("\0a", "a"),
    ],
)
def test_strip_tags(html: str, text: str) -> None:
    assert php.strip_tags(html) == text


def test_random_numbers_are_those_of_a_seed() -> None:
    chance = Chance(42)
    assert [chance.number(0, 1) for _ in range(8)] == [0, 1, 0, 0, 0, 1, 0, 0]
