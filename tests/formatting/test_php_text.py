"""Natural order, formats and character references, with what PHP 8.2 says of them."""

from __future__ import annotations

import pytest

from blocks.formatting.php.entities import html_entity_decode
from blocks.formatting.php.natural import natural_key, strnatcasecmp
from blocks.formatting.php.printf import sprintf


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("a2", "A10", -1),
        ("a2", "a2", 0),
        ("a", "B", -1),
        ("", "a", -1),
        ("007", "7", 0),
        ("1.5", "1.05", 1),
        ("a01", "a1", -1),
        ("a  1", "a 1", 0),
        ("a1b", "a1", 1),
        ("a12", "a9x", 1),
        ("é", "z", 1),
    ],
)
def test_natural_order(one: str, other: str, order: int) -> None:
    assert strnatcasecmp(one, other) == order
    assert strnatcasecmp(other, one) == -order


def test_natural_key() -> None:
    assert sorted(["b10", "B2", "a"], key=natural_key) == ["a", "B2", "b10"]


@pytest.mark.parametrize(
    ("form", "filled"),
    [
        ("%s-%s", "ab-12x"),
        ("%2$s %s", "12x ab"),
        ("100%%", "100%"),
        ("%2$05d|%2$-5d|%2$+d", "00012|12   |+12"),
        ("%5.1s|%-4s|%'*4s", None),
        ("%5.1s|%-4s", "    a|12x "),
        ("%1$'*4s", "**ab"),
        ("%2$x %2$X %2$o %2$b %2$u", "c C 14 1100 12"),
        ("%2$.2f %2$e", "12.00 1.200000e+1"),
        ("%2$c", "\x0c"),
        ("%", None),
        ("%y", None),
        ("%3$s", None),
        ("%999999999999s", None),
    ],
)
def test_formats(form: str, filled: str | None) -> None:
    assert sprintf(form, "ab", "12x") == filled


@pytest.mark.parametrize(
    ("text", "decoded"),
    [
        ("&amp;lt; &hellip;", "&lt; …"),
        ("&#39;&#x27;&#00000000039;", "'''"),
        ("&apos; &AMP; &lt &foo; &#60", "&apos; &AMP; &lt &foo; &#60"),
        ("&#0;&#128;&#xD800;&#x110000;", "&#0;&#128;&#xD800;&#x110000;"),
        ("&#9;&#13;&#x1F600;", "\t\r\U0001f600"),
    ],
)
def test_character_references(text: str, decoded: str) -> None:
    assert html_entity_decode(text) == decoded
