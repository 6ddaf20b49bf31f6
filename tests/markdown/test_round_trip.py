"""A Markdown parser gives back what was written: every visible word, and the same Markdown once more."""

from __future__ import annotations

import html as html_module
import re
import unicodedata
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

import blocks
from tests.corpus import inputs, shared
from tests.markdown.reading import html_of, visible_words, words_of_markdown, words_of_source
from tests.test_text import BLOCK_HTML, TAGS
from tests.visible import first_missing, words

CORPUS = [
    *("core-fixtures", "edge", "posts", "supports", "theme-tt2", "theme-tt3", "theme-tt4", "theme-tt5", "wxr"),
    "wxr-classic",
]
# Bytes that are no text, and tags that never end, which browsers do not show and we do.
SHOWN_OTHERWISE = {
    *("bytes-utf16", "html-in-attribute", "html-unclosed-tag", "many-comment-starts-2000", "post-html-unclosed-tag"),
    "start-double",
}


@pytest.mark.parametrize("name", CORPUS)
def test_a_parser_sees_every_word_of_the_corpus_and_no_other(name: str) -> None:
    different = [
        path.stem
        for path in inputs(shared("conformance", name))
        if words_of_source(source := path.read_bytes()) != words_of_markdown(blocks.render(source, to="markdown"))
    ]
    assert set(different) <= SHOWN_OTHERWISE


@pytest.mark.parametrize("name", CORPUS)
def test_markdown_of_markdown_is_the_same(name: str) -> None:
    changed = []
    for path in inputs(shared("conformance", name)):
        once = blocks.render(path.read_bytes(), to="markdown", raw="convert")
        if blocks.render(html_of(once), to="markdown") != once:
            changed.append(path.stem)
    assert changed == []


@pytest.mark.parametrize("name", ["posts", "wxr"])
def test_wrapped_lines_say_the_same(name: str) -> None:
    for path in inputs(shared("conformance", name)):
        source = path.read_bytes()
        wrapped = words_of_markdown(blocks.render(source, to="markdown", width=40))
        assert wrapped == words_of_markdown(blocks.render(source, to="markdown")), path.stem


# ------------------------------------------------------------------------------------------------ any HTML


@given(BLOCK_HTML, st.sampled_from(["html", "gfm"]))
def test_no_word_of_good_html_is_lost(html: str, tables: str) -> None:
    markdown = blocks.render(html, to="markdown", tables=tables)
    assert first_missing(visible_words(html), visible_words(html_of(markdown))) is None, markdown


@given(TAGS, st.sampled_from(["html", "gfm"]))
def test_no_word_of_broken_html_is_lost(template: str, tables: str) -> None:
    numbers = count(1000)
    html = re.sub(r"\{\}", lambda _: f"w{next(numbers)}w", template)
    markdown = blocks.render(html, to="markdown", tables=tables)
    assert set(re.findall(r"w\d{4}w", html)) == set(re.findall(r"w\d{4}w", html_of(markdown))), markdown


# ------------------------------------------------------------------------------------------------ any text

SIGNS = st.sampled_from("*_`~[]()<>&!#+-=|\\:^$. \n1a\"'{}@/é €\xa0")
TEXT = st.one_of(st.text(SIGNS, max_size=30), st.text(max_size=30))


def plain(text: str) -> str:
    """Text as HTML shows it: control characters gone, runs of white space as one space."""
    kept = "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cs"} or c in " \t\n\f\r\v\x85")
    return re.sub("[ \t\n\f\r\v\x85\u2028\u2029]+", " ", kept.replace("\ufeff", "")).strip(" ")


def text_of(markdown: str) -> str:
    """The text of Markdown that is one paragraph."""
    html = html_of(markdown)
    assert not html or re.fullmatch(r"<p>.*</p>\n", html, re.DOTALL), (markdown, html)
    return html_module.unescape(re.sub(r"<(?:/?p|a [^>]*|/a)>", "", html).removesuffix("\n"))


def paragraph(inner: str) -> str:
    return f"<!-- wp:paragraph --><p>{inner}</p><!-- /wp:paragraph -->"


@given(TEXT)
def test_any_text_comes_back(text: str) -> None:
    assert text_of(blocks.render(paragraph(html_module.escape(text)), to="markdown")) == plain(text)


@given(
    st.lists(TEXT, min_size=1, max_size=4), st.sampled_from(["h2", "li", "td", "figcaption", "summary", "blockquote"])
)
def test_any_text_comes_back_from_anywhere(texts: list[str], name: str) -> None:
    inner = "<br>".join(map(html_module.escape, texts))
    around = {"li": "<ul>{}</ul>", "td": "<table><tr>{}</tr></table>", "summary": "<details>{}</details>"}
    source = around.get(name, "{}").format(f"<{name}>{inner}</{name}>")
    got = html_of(blocks.render(f"<!-- wp:group --><div>{source}</div><!-- /wp:group -->", to="markdown"))
    assert words(html_module.unescape(re.sub("<[^>]*>", " ", got))) == words(" ".join(map(plain, texts)))


MARKED = st.recursive(
    st.one_of(
        st.text(st.sampled_from('ab*_ ."€'), max_size=4).map(html_module.escape),
        st.sampled_from(["<br>", '<img src="a.png" alt="x">']),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map("".join),
        st.tuples(st.sampled_from(["b", "em", "s", "code", "sub", "a href='/b'"]), inner).map(
            lambda parts: f"<{parts[0]}>{parts[1]}</{parts[0].split()[0]}>"
        ),
    ),
    max_leaves=8,
)
MEANT = {"strong": "b", "del": "s"}


def marked(html: str) -> list[tuple[str, frozenset[str]]]:
    """The characters that are no space, each with the elements around it."""
    out: list[tuple[str, frozenset[str]]] = []
    around: list[str] = []
    for tag, name, text in re.findall(r"<(/?)(\w+)[^>]*>|([^<]+)", html):
        if not name:
            characters = re.sub(r"\s", "", html_module.unescape(text))
            out += [(character, frozenset(around) - {"p"}) for character in characters]
        elif tag:
            around.remove(MEANT.get(name, name))
        elif name == "img":
            out.append(("img", frozenset(around) - {"p", "code"}))
        elif name != "br":
            around.append(MEANT.get(name, name))
    return out


@given(MARKED)
def test_marks_stand_around_the_same_characters(inner: str) -> None:
    if "<a" in re.sub(r"<a [^>]*>(?:(?!<a ).)*?</a>", "", inner):  # links in links
        return
    markdown = blocks.render(paragraph(inner), to="markdown")
    assert marked(html_of(markdown)) == marked(inner), markdown


def test_words_of_pictures_count() -> None:
    assert visible_words('<p>a<img alt="b c">d</p>') == ["a", "b", "c", "d"]
