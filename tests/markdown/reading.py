"""Markdown read by a parser that shares nothing with ours, and the words that a reader sees of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest

import blocks
from blocks.render.base import is_hidden
from tests import visible

EDGE = "\ue000"  # between blocks, which part words whatever stands around them
PLAYER = re.compile(r"<p>(?:Video|Audio|Embedded): <a [^>]*>[^<]*</a></p>")
PROVIDER = re.compile(r"<p>[\w.]+(?: \w+)?: (?=<a href=\"([^\"]*)\">[^<]*</a></p>)")
FORMULA = re.compile(r"<pre><code class=\"language-math\">[^<]*</code></pre>|\$<code>[^<]*</code>\$")

UNKNOWN_NOTE = re.compile(r'(?=<sup><a href="#[0-9a-f-]{36}">)')


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


def visible_words(html: str) -> list[str]:
    """The words of HTML, pictures' included and those of formulas not."""
    return visible.visible_words(html, pictures=True, formulas=False)


def words_of_markdown(markdown: str) -> list[str]:
    """The words of Markdown as a reader sees it, without the labels and addresses of what plays."""
    html = FORMULA.sub("", html_of(markdown))
    return visible_words(UNKNOWN_NOTE.sub(" ", PROVIDER.sub("<p>", PLAYER.sub("", html))))


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
