"""Markdown read by a parser that shares nothing with ours, and the words that a reader sees of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest
from lxml import etree

import blocks
from blocks.render.base import is_hidden

EDGE = "\ue000"  # between blocks, which part words whatever stands around them
WORD = re.compile(r"\w+")
NOT_SHOWN = {
    *(
        "annotation",
        "annotation-xml",
        "datalist",
        "iframe",
        "math",
        "noembed",
        "noframes",
        "script",
        "style",
        "template",
    )
}
INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|rp"
    "|rt|ruby|s|samp|small|span|strike|strong|sub|sup|svg|time|tspan|tt|u|var|wbr"
)
PLAYER = re.compile(r"<p>(?:Video|Audio|Embedded): <a [^>]*>[^<]*</a></p>")
PROVIDER = re.compile(r"<p>[\w.]+(?: \w+)?: (?=<a href=\"([^\"]*)\">[^<]*</a></p>)")
FORMULA = re.compile(r"<pre><code class=\"language-math\">[^<]*</code></pre>|\$<code>[^<]*</code>\$")


@lru_cache(maxsize=1)
def parser() -> Any:
    """A parser of GitHub's Markdown, with footnotes. The test skips where it is not installed."""
    markdown_it = pytest.importorskip("markdown_it")
    footnote = pytest.importorskip("mdit_py_plugins.footnote")
    found = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    found.use(footnote.footnote_plugin)
    found.add_render_rule("footnote_block_open", lambda *_: '<section class="footnotes"><ol class="footnotes-list">')
    return found


def html_of(markdown: str) -> str:
    """Markdown as HTML."""
    return str(parser().render(markdown))


def words(text: str) -> list[str]:
    """The words of a text without what is invisible."""
    return WORD.findall(re.sub("[\xad\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]", "", text))


def visible_words(html: str) -> list[str]:
    """The words of HTML, pictures' included, by libxml2's parser; all but inline elements part them."""
    safe = re.sub("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", html)
    root = etree.fromstring(f"<html><body>{safe}</body></html>", etree.HTMLParser(huge_tree=True, remove_comments=True))
    out: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_button = any(name.endswith("button") for name in element.get("class", "").split())
        edge = "" if INLINE.fullmatch(str(element.tag)) and not is_button else " "
        if event == "start":
            hidden += element.tag in NOT_SHOWN
            says = element.get("alt", "") if element.tag == "img" else ""
            if element.tag == "iframe":
                says = element.get("title", "")
            out += (edge, says, edge, "" if hidden > (element.tag == "iframe") else element.text or "")
        else:
            hidden -= element.tag in NOT_SHOWN
            out += (edge, "" if hidden else element.tail or "")
    return words("".join(out))


def words_of_markdown(markdown: str) -> list[str]:
    """The words of Markdown as a reader sees it, without the labels and addresses of what plays."""
    html = FORMULA.sub("", html_of(markdown))
    return visible_words(PROVIDER.sub("<p>", PLAYER.sub("", html)))


def words_of_source(source: str | bytes) -> list[str]:
    """The words of block markup: of the saved HTML, but for blocks that are hidden."""
    out: list[str] = []
    stack: list[Iterator[str | blocks.Block]] = [iter(blocks.parse(source).children)]
    while stack:
        part = next(stack[-1], None)
        if part is None:
            stack.pop()
        elif isinstance(part, str):
            out.append(part)
            continue
        elif not is_hidden(part):
            stack.append(iter(part.inner_content))
        out.append(EDGE)
    return visible_words("".join(out))
