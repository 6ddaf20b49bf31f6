"""Long and deep texts cost no more than their size."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

import blocks
from tests.timing import assert_in_step
from tests.visible import words

NIGHTMARES: dict[str, Callable[[int], str]] = {
    "lists in lists": lambda n: "<ul><li>tea" * n,
    "lists that count down": lambda n: "<ol reversed><li>" * n + "tea" + "</li></ol>" * n,
    "quotes in quotes": lambda n: "<blockquote>tea" * n,
    "details in details": lambda n: "<details><summary>tea</summary>" * n,
    "groups in groups": lambda n: "<!-- wp:group --><div>" * n + "tea" + "</div><!-- /wp:group -->" * n,
    "list blocks in list blocks": lambda n: "<!-- wp:list --><ul><!-- wp:list-item --><li>tea" * n,
    "tables in tables": lambda n: "<table><tr><td>tea" * n,
    "tables without cells in each other": lambda n: "<table>tea" * n,
    "wide and long table": lambda n: f"<table><tr>{'<td>x' * n}</tr>{'<tr><td>a' * n}</table>",
    "cells over many columns": lambda n: f"<table><tr>{'<td colspan=1000>x' * (n // 10)}</table>",
    "emphasis in emphasis": lambda n: "<p>" + "<b><i>tea" * n,
    "marks that cross each other": lambda n: "<p>" + "<b><i>a</b><s>b</i><u>c</s>d</u>" * n,
    "emphasis inside words": lambda n: "<p>" + "a<b>b</b><i>c</i>" * n,
    "links in links": lambda n: "<p>" + "<a href=/a>tea" * n,
    "links on the page": lambda n: "<p>" + "<a href='#a'>" * n,
    "numbers of notes": lambda n: "<ol><li id=a>tea</li></ol>" + "<sup><a href='#a'>" * n,
    "formulas in formulas": lambda n: "<math>" * n + "tea",
    "signs": lambda n: "<p>" + "*_`~[]()&lt;!\\" * n,
    "backticks": lambda n: "<p><code>" + " ".join("`" * (size % 100) for size in range(n // 10)),
    "parentheses in an address": lambda n: f"<p><a href='{'(' * n}'>tea</a>",
    "addresses": lambda n: "<p>" + "http://a_" * n,
    "line breaks": lambda n: "<p>tea" + "<br>" * n,
    "paragraphs in bold": lambda n: "<b>" + "<p>tea" * n,
    "one preformatted text in pieces": lambda n: "<pre>" + "<b>tea\n</b>" * n,
    "end tags of nothing": lambda n: "<div>" * n + "</p></li></ul></td></cite></b></sup>" * n,
}


@pytest.mark.parametrize("name", NIGHTMARES)
def test_time_and_size_are_linear(name: str) -> None:
    make = NIGHTMARES[name]
    assert_in_step(lambda n: partial(blocks.render, make(n), to="markdown"), 3000)
    assert_in_step(lambda n: partial(blocks.render, make(n), to="markdown", tables="gfm", width=60), 3000)
    once, twice = (len(blocks.render(make(n), to="markdown")) for n in (1500, 3000))
    assert twice <= 2.5 * once + 100


@pytest.mark.parametrize("html", ["<!-- wp:group --><div>", "<ul><li>", "<blockquote>", "<b><i>"])
def test_depth_is_no_matter(html: str) -> None:
    output = blocks.render(html * 50_000 + "tea", to="markdown")
    assert words(output) == ["tea"]
    assert len(output) < 200
