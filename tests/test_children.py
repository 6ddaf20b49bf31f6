"""The content of an element as the oldest blocks have it: a list of texts and elements."""

from __future__ import annotations

from typing import Any

import pytest

from blocks.fragment import Fragment, html_of_children


@pytest.mark.parametrize(
    ("html", "children"),
    [
        ("", []),
        ("a &amp; b", ["a & b"]),
        ("a<!-- no -->b", ["a", "b"]),
        ("<b>x</b>y<br>", [
            {"type": "b", "props": {"children": ["x"]}}, "y", {"type": "br", "props": {"children": []}}]),
        ('<a href="?a&amp;b" class="c"><i>x</i> y</a>', [{"type": "a", "props": {
            "href": "?a&b", "class": "c", "children": [{"type": "i", "props": {"children": ["x"]}}, " y"]}}]),
    ],
)  # fmt: skip
def test_content_as_a_list_of_texts_and_elements_and_back(html: str, children: list[Any]) -> None:
    assert Fragment(html).children == children
    assert Fragment(html_of_children(children)).children == (["ab"] if "no" in html else children)


def test_content_deeper_than_its_list_goes_is_text() -> None:
    children = Fragment(f"{'<i>' * 1000}x<b>y</b>{'</i>' * 1000}z").children
    assert html_of_children(children) == f"{'<i>' * 199}xy{'</i>' * 199}z"


def test_what_is_no_list_of_texts_and_elements_is_left_out() -> None:
    odd = [{"type": 3}, None, {"type": "b"}, "a", 5, {"type": "i", "props": {"children": {"type": "u", "props": {}}}}]
    assert html_of_children(odd) == "a5<i><u></u></i>"
