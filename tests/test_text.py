"""Plain text: no word is lost, whatever the HTML; long and deep texts cost no more than their size."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import blocks
from blocks import sources
from blocks.render.base import is_hidden
from blocks.render.html.saved import saved_html
from blocks.site import MemorySite, RenderContext
from tests import wordpress
from tests.cases import read
from tests.conformance import deviations
from tests.corpus import answer, inputs, shared
from tests.timing import assert_in_step
from tests.visible import first_missing, visible_words, words

DOCS = Path(__file__).resolve().parents[1] / "docs" / "text.md"

# ------------------------------------------------------------------------------------------------ no word is lost

EDGE = "\ue000"


def parted_html(source: bytes, *, is_all: bool = False) -> str:
    """The HTML of a text with a mark at the edges of blocks, which part words whatever stands around them.

    Without the blocks that their author hides, unless it is to be all.
    """
    out: list[str] = []
    stack: list[Iterator[str | blocks.Block]] = [iter(blocks.parse(source).children)]
    while stack:
        part = next(stack[-1], None)
        if part is None:
            stack.pop()
        elif isinstance(part, str):
            out.append(part)
            continue
        elif is_all or not is_hidden(part):
            stack.append(iter(part.inner_content))
        out.append(EDGE)
    return "".join(out)


class Saved:
    """The saved markup, which text is made of."""

    format = "saved"

    def render(self, document: blocks.Document, context: blocks.Context, /) -> str:
        return saved_html(document, context, ())


FOLDERS = ["core-fixtures", "edge", "posts", "supports", "wxr", "wxr-classic"]
THEMES = ["theme-tt2", "theme-tt3", "theme-tt4", "theme-tt5"]


@pytest.mark.parametrize("name", FOLDERS + THEMES)
def test_no_word_of_the_corpus_is_lost(name: str) -> None:
    lost = {}
    for path in inputs(shared("conformance", name)):
        source = path.read_bytes()
        assert parted_html(source, is_all=True).replace(EDGE, "") == blocks.convert(source, Saved()).output
        html = parted_html(source)
        missing = first_missing(visible_words(html), words(blocks.render(source, to="text", width=0)))
        if missing is not None:
            lost[path.name] = missing
    assert lost == {}


@pytest.mark.parametrize("name", FOLDERS + THEMES)
def test_no_word_is_lost_of_what_wordpress_draws(name: str) -> None:
    """The words of WordPress's own answers, in the text of the markup that it answered."""
    corpus = shared("conformance")
    lost = {}
    meant = deviations()  # where our HTML is another than WordPress's
    for path in inputs(corpus / name):
        rendered = answer(path, "rendered.html")
        if rendered.exists() and (f"{name}/{path.stem}", "html") not in meant:
            options = wordpress.options(path, corpus)
            asked = {key: options[key] for key in ("site", "request")}
            output = blocks.render(path.read_bytes(), to="text", width=0, dynamic="drawn", **asked)
            html = rendered.read_bytes().decode("utf-8", "replace")
            missing = first_missing(visible_words(html), words(output))
            if missing is not None:
                lost[path.name] = missing
    assert lost == {}


INLINE_HTML = st.recursive(
    st.sampled_from(
        ["tea", " ", "pot ", "&nbsp;", "caf&eacute;", "\n", "<br>", "<img alt='a cup'>", "<!-- x -->", "&shy;"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map("".join),
        st.tuples(st.sampled_from(["b", "em", "a", "span", "sub", "q"]), inner).map("<{0[0]}>{0[1]}</{0[0]}>".format),
    ),
    max_leaves=8,
)
BLOCK = ["p", "div", "h2", "ul", "ol reversed", "li", "blockquote", "section", "figure", "figcaption", "pre", "details"]
TABLE = ["table", "tr", "td", "th colspan=2", "td rowspan=3", "thead", "tbody", "caption", "dl", "dt", "dd", "cite"]


def element(parts: tuple[str, str]) -> str:
    return f"<{parts[0]}>{parts[1]}</{parts[0].partition(' ')[0]}>"


BLOCK_HTML = st.recursive(
    INLINE_HTML.map(lambda inner: f"<p>{inner}</p>"),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map("".join),
        st.tuples(st.sampled_from(BLOCK), inner).map(element),
        st.lists(inner, max_size=3).map(lambda items: f"<ol>{''.join(f'<li>{item}</li>' for item in items)}</ol>"),
        st.lists(st.lists(INLINE_HTML, max_size=3), max_size=3).map(
            lambda rows: (
                "<table>"
                + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
                + "</table>"
            )
        ),
        inner.map(lambda html: f"<!-- wp:group --><div>{html}</div><!-- /wp:group -->"),
    ),
    max_leaves=12,
)
TAGS = st.lists(
    st.one_of(
        st.sampled_from(BLOCK + TABLE).map("<{}>".format),
        st.sampled_from(BLOCK + TABLE).map(lambda name: f"</{name.partition(' ')[0]}>"),
        st.sampled_from(["<br>", "<hr>", "<img alt='a cup'>", "<!-- wp:list -->", "<!-- /wp:list -->", "<b>", "</b>"]),
        st.just(" {} "),
        st.just("{}"),
    ),
    max_size=30,
).map("".join)


@given(BLOCK_HTML, st.sampled_from([0, 10, 40]))
def test_no_word_of_good_html_is_lost(html: str, width: int) -> None:
    wanted = visible_words(blocks.render(html, to="html"))
    found = words(blocks.render(html, to="text", width=width))
    if width and "<td>" in html:  # the lines of cells stand side by side
        wanted, found = sorted(wanted), sorted(found)
    assert first_missing(wanted, found) is None


@given(TAGS, st.sampled_from([0, 20]))
def test_no_word_of_broken_html_is_lost(template: str, width: int) -> None:
    numbers = count(1000)
    html = re.sub(r"\{\}", lambda _: f"w{next(numbers)}w", template)
    assert set(re.findall(r"w\d{4}w", html)) == set(re.findall(r"w\d{4}w", blocks.render(html, to="text", width=width)))


@given(st.one_of(BLOCK_HTML, TAGS, st.text(max_size=80)), st.sampled_from([0, 1, 30]))
def test_lines_end_cleanly(html: str, width: int) -> None:
    output = blocks.render(html, to="text", width=width)
    assert not output or (output.endswith("\n") and output.strip())
    assert not output.endswith("\n\n")
    assert not re.search("[\xa0\xad\r\x1b]", output)
    if "<pre" not in html.lower():
        assert not re.search(r"[ \t]\n|\A\n", output)


@given(st.lists(st.sampled_from(["tea", "a", "kettle", "<b>pot</b>", "x" * 30]), min_size=1), st.integers(1, 40))
def test_lines_are_no_wider_than_asked(pieces: list[str], width: int) -> None:
    for line in blocks.render(f"<ul><li><p>{' '.join(pieces)}</p></li></ul>", to="text", width=width).splitlines():
        assert len(line) <= width or " " not in line.removeprefix("- ").strip()


# ------------------------------------------------------------------------------------------------- what is asked


@pytest.mark.parametrize("width", [-1, 1.5, "72", True, None])
def test_a_width_that_is_none_is_an_error(width: object) -> None:
    with pytest.raises(blocks.OptionError, match="width"):
        blocks.render("<p>Tea</p>", to="text", width=width)


@pytest.mark.parametrize(
    ("option", "value"),
    [("headings", "atx"), ("links", "link"), ("images", True), ("columns", "beside"), ("dynamic", "draw"), ("site", 1)],
)
def test_a_choice_that_is_none_is_an_error(option: str, value: object) -> None:
    with pytest.raises(blocks.OptionError, match=option):
        blocks.render("<p>Tea</p>", to="text", **{option: value})


def codes(source: str | blocks.Post, **options: Any) -> list[str]:
    return [problem.code for problem in blocks.convert(source, to="text", **options).rendering_problems]


# --------------------------------------------------------------------------------------- what the server draws


SITE = MemorySite.from_json({"options": {"blogname": "Tea & Pots"}})


def test_a_site_is_asked_for_what_blocks_show() -> None:
    title = "<!-- wp:site-title /-->"
    assert blocks.render(title, to="text", site=SITE, headings="plain") == "Tea & Pots\n"
    assert blocks.render(title, to="text", site=SITE, dynamic="drop") == ""
    assert blocks.render(title, to="text", dynamic="label") == "[Site title]\n"


def test_what_no_data_is_there_for_is_told_at_its_place() -> None:
    source = "<!-- wp:paragraph --><p>Tea</p><!-- /wp:paragraph --><!-- wp:latest-posts /--><!-- wp:acme/weather /-->"
    found = [
        (problem.code, problem.span.start)
        for problem in blocks.convert(source, to="text", dynamic="drawn").rendering_problems
    ]
    assert found == [("no-data", source.index("<!-- wp:latest")), ("nothing-rendered", source.index("<!-- wp:acme"))]
    assert codes(source, dynamic="label").count("replaced-content") == 2
    assert codes(source, dynamic="drop").count("nothing-rendered") == 2


def test_a_classic_post_has_its_paragraphs_when_it_is_drawn() -> None:
    assert blocks.render("Tea\n\nPots\nCups", to="text", dynamic="drawn") == "Tea\n\nPots\nCups\n"


# --------------------------------------------------------------------------------------------------- footnotes

MARK = '<!-- wp:paragraph --><p>Tea<sup data-fn="a1" class="fn"><a href="#a1" id="a1-link">1</a></sup></p><!-- /wp:paragraph -->'
NOTES = json.dumps([{"id": "a1", "content": "Or <em>cha</em>"}])
NOTED = "Tea[1]\n\n[1] Or cha\n"


def test_notes_come_from_the_meta_of_the_post() -> None:
    rest = {"id": 7, "content": {"raw": f"{MARK}<!-- wp:footnotes /-->"}, "meta": {"footnotes": NOTES}}
    (post,) = sources.read(json.dumps(rest).encode(), "rest")
    assert blocks.render(post, to="text") == NOTED
    assert codes(post) == []


def test_notes_come_from_the_site() -> None:
    site = MemorySite.from_json({"posts": [{"id": 7, "type": "post", "meta": {"footnotes": NOTES}}]})
    for source in (MARK, f"{MARK}<!-- wp:footnotes /-->"):
        for dynamic in ("drawn", "drop"):
            options: dict[str, Any] = {"site": site, "request": RenderContext(post=7), "dynamic": dynamic}
            assert blocks.render(source, to="text", **options) == NOTED


def test_notes_that_are_not_known_are_told_once() -> None:
    for source in (MARK, f"{MARK}<!-- wp:footnotes /-->"):
        assert blocks.render(source, to="text") == "Tea[1]\n"
        assert codes(source) == ["no-data"]


@pytest.mark.parametrize("said", ["", "[]", "{", "7", '[{"id":"a1"}, 7]', "[" * 2000, '{"a":{"content":"x"}}'])
def test_meta_that_is_no_notes_has_none(said: str) -> None:
    assert blocks.render(blocks.Post(MARK, footnotes=said), to="text") == "Tea[1]\n"


def test_a_block_that_the_server_draws_is_told() -> None:
    result = blocks.convert("<!-- wp:latest-posts /-->", to="text")
    assert result.output == ""
    assert "nothing-rendered" in [problem.code for problem in result.problems]


def test_a_picture_without_words_is_told_and_one_with_words_is_not() -> None:
    figure = '<!-- wp:image --><figure class="wp-block-image"><img src="a.jpg" alt="{}"/>{}</figure><!-- /wp:image -->'
    assert codes(figure.format("", "")) == ["unsupported-content"]
    assert codes(figure.format("A pot", "")) == []
    assert codes(figure.format("", "<figcaption>A pot</figcaption>")) == []


def test_the_example_in_the_docs_is_what_comes_out() -> None:
    text = DOCS.read_text(encoding="utf-8")
    markup, output = re.findall(r"```(?:html|text)\n(.*?)```", text, re.DOTALL)[:2]
    assert blocks.render(markup, to="text") == output


def test_the_cases_in_text_are_read() -> None:
    assert len([case for path in DOCS.parents[1].glob("tests/cases/text/*.txt") for case in read(path)]) > 30


# -------------------------------------------------------------------------------------------------- nightmares

NIGHTMARES: dict[str, Callable[[int], str]] = {
    "lists in lists": lambda n: "<ul><li>" * n,
    "lists of words in lists": lambda n: "<ol><li>tea " * n,
    "quotes in quotes": lambda n: "<blockquote>tea" * n,
    "groups in groups": lambda n: "<!-- wp:group --><div>" * n + "tea" + "</div><!-- /wp:group -->" * n,
    "list blocks in list blocks": lambda n: "<!-- wp:list --><ul><!-- wp:list-item --><li>tea" * n,
    "tables in tables": lambda n: "<table><tr><td>tea" * n,
    "figures in figures": lambda n: "<figure><img alt=tea>" * n,
    "wide and long table": lambda n: (
        f"<table><tr>{'<td>x</td>' * n}</tr>{f'<tr><td colspan={n}>a</td><td>b</td></tr>' * n}</table>"
    ),
    "cells over many rows": lambda n: f"<table><tr>{'<td rowspan=65534>x' * n}</tr>{'<tr><td>y' * n}</table>",
    "one long cell among many rows": lambda n: f"<table><tr><td>{'x' * n}<td>y{'<tr><td>y<td>z' * n}</table>",
    "end tags of nothing": lambda n: "<div>" * n + "</p></li></ul></td></cite>" * n,
    "lists that count down": lambda n: "<ol reversed><li>" * n + "tea" + "</li></ol>" * n,
    "items without lists": lambda n: "<ul>" + "<div>" * n + "<li>tea" * n,
    "a long word": lambda n: "<p>" + "x" * (20 * n),
    "line breaks": lambda n: "<p>tea" + "<br>" * n,
    "one preformatted text in pieces": lambda n: "<pre>" + "<b>tea\n</b>" * n,
    "columns in columns": lambda n: '<div class="wp-block-columns"><div class="wp-block-column">tea' * n,
    "many columns": lambda n: '<div class="wp-block-columns">' + '<div class="wp-block-column">tea</div>' * n,
    "many links": lambda n: "".join(f"<a href='/{number}'>tea</a> " for number in range(n)),
    "notes without end": lambda n: '<p>tea<sup data-fn="a">' * n,
    "pictures in a figure": lambda n: "<figure>" + "<a href=/a><img alt=tea></a>" * n,
    "words without spaces": lambda n: "<p>" + "茶は" * n,
    "hidden in hidden": lambda n: "<div hidden>" * n + "tea",
    "ordered lists that say nothing": lambda n: "<ol " + "reverse " * n + "<ol reversed>" * n,
    "alternating heads": lambda n: "<table>" + "<thead><tr><td>a<tbody><tr><td>b" * n,
}


@pytest.mark.parametrize("name", NIGHTMARES)
def test_time_and_size_are_linear(name: str) -> None:
    make = NIGHTMARES[name]
    render = partial(blocks.render, to="text", columns="side", links="references")
    assert_in_step(lambda n: partial(render, make(n)), 6000)
    once, twice = (len(render(make(n))) for n in (3000, 6000))
    assert twice <= 2.5 * once + 100


@pytest.mark.parametrize(
    "html",
    [
        "<!-- wp:group --><div>" * 100_000 + "tea" + "</div><!-- /wp:group -->" * 100_000,
        "<ul><li>" * 50_000 + "tea",
        "<blockquote>" * 50_000 + "tea",
    ],
    ids=["groups", "lists", "quotes"],
)
def test_depth_is_no_matter(html: str) -> None:
    output = blocks.render(html, to="text")
    assert words(output) == ["tea"]
    assert len(output) < 200
