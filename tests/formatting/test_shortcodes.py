"""Shortcodes as `do_shortcode` runs them. The answers are those of WordPress 6.9.1."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blocks.formatting.shortcode_atts import Attributes, shortcode_parse_atts
from blocks.formatting.shortcodes import do_shortcode, strip_shortcodes
from tests.timing import assert_in_step


def shown(attributes: Attributes, content: str, name: str) -> str:
    return f"({name} {attributes} {content})"


KNOWN = {"a": shown, "b": shown, "quote": lambda _attributes, _content, _name: '" onclick="x'}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x [a] y", "x (a {} ) y"),
        ('[a x=1 y=\'2\' Z="3" "w" v/]', "(a {'x': '1', 'y': '2', 'z': '3', 0: 'w', 1: 'v'} )"),
        ("[a]in[/a]", "(a {} in)"),
        ("[a][b][/a]", "(a {} [b])"),
        ("[a][a]x[/a]", "(a {} [a]x)"),
        ("[b][a]x[/a]", "(b {} )(a {} x)"),
        ("[[a]]", "[a]"),
        ("[[a]x[/a]]", "[a]x[/a]"),
        ("[[a]] [[a]x[/a]]", "[a]] [[a]x[/a]"),
        ("[[a] [a]]", "[(a {} ) (a {} )]"),
        ("[a-b] [ab] [c]", "[a-b] [ab] [c]"),
        ("[a]&#91;a&#93;", "(a {} )&#091;a&#093;"),
        ("[a", "[a"),
        ("[a /x/]", "(a {0: '/x'} )"),
    ],
)
def test_in_text(text: str, expected: str) -> None:
    assert do_shortcode(text, KNOWN) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<i title="[a]">', '<i title="(a {} )">'),
        ("<i [a]>", "<i (a {} )>"),
        ("<i title='[quote]'>", "<i title='&quot; onclick=&quot;x'>"),
        ('<i onclick="[a]">', '<i onclick="[a]">'),
        ("<!-- [a] -->", "<!-- [a] -->"),
        ("<[a]>", "<(a {} )>"),
        ('<i title="[">[a]</i title="]">', '<i title="[">(a {} )</i title="]">'),
    ],
)
def test_in_tags(html: str, expected: str) -> None:
    assert do_shortcode(html, KNOWN) == expected


def test_those_in_tags_can_be_left_alone() -> None:
    assert do_shortcode('<i title="[a]">[a]', KNOWN, ignore_html=True) == '<i title="[a]">(a {} )'


def test_stripping() -> None:
    assert strip_shortcodes("x [a]y[/a] [[b]] [c] z", KNOWN) == "x  [b] [c] z"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        (" A=1", {"a": "1"}),
        ("5=x y", {5: "x", 6: "y"}),
        ("0=x y", {0: "y"}),
        ('a="1"b="2"', {0: 'a="1"b="2"'}),
        ("a\u00a0b\u200bc", {0: "a", 1: "b", 2: "c"}),
        (r'a="\x41\101\n\z"', {"a": "AA\nz"}),
        ('a="<b" b="<b>"', {"a": "", "b": "<b>"}),
        ('a="\udcc3"', {}),
    ],
)
def test_attributes(text: str, expected: Attributes) -> None:
    assert shortcode_parse_atts(text) == expected


@pytest.mark.parametrize("unit", ["[a]", "[a ", "[[a", "[a]<i ", "<i [a]", '[a x="', "[/a]"])
def test_time_goes_with_the_text(unit: str) -> None:
    def action(times: int) -> Callable[[], object]:
        text = unit * times
        return lambda: do_shortcode(text, {"a": lambda _attributes, _content, _name: ""})

    assert_in_step(action, 40_000)
