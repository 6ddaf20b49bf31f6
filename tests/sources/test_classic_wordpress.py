"""Classic posts of the conformance corpus: as WordPress prints them, as our grammar reads them, and as blocks.

Each file is a test, so the scoreboard is the list of them. What `the_content` makes of a file (`NAME.content.html`) shows the
paragraphs and the shortcodes that WordPress made of it.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import blocks
from blocks.formatting.autop import autop
from blocks.formatting.shortcodes import strip_shortcodes
from blocks.sources.classic import WORDPRESS, Shortcode, converted, parse_shortcodes, to_blocks
from tests import conformance
from tests.corpus import folder, inputs, shared

CORPUS = folder() / "conformance" / "wxr-classic"
FILES = list(inputs(CORPUS)) if CORPUS.exists() else []
files = pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])

_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


def words(html: str) -> Counter[str]:
    return Counter(re.findall(r"[\w']+", _TAG.sub(" ", html)))


def test_the_corpus_is_there() -> None:
    assert len(list(inputs(shared("conformance", "wxr-classic")))) > 60


@files
def test_paragraphs_and_shortcodes_are_wordpresss(path: Path) -> None:
    reason = conformance.deviations().get((f"wxr-classic/{path.stem}", "content"))
    if reason is not None:
        pytest.skip(reason)
    assert not conformance.content(conformance.Input(path))


@files
def test_shortcodes_are_found_where_those_run_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    pieces = parse_shortcodes(text, WORDPRESS)
    assert "".join(piece.markup for piece in pieces) == text
    without = "".join("" if isinstance(piece, Shortcode) else piece.text for piece in pieces)
    if all("[" not in tag for tag in _TAG.findall(text)):
        assert without == strip_shortcodes(text, WORDPRESS)


@files
def test_blocks_lose_no_words_and_are_what_the_editor_saves(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    made = converted(text)
    nodes = list(blocks.parse(made.markup).walk())
    assert all(node.block_name for node in nodes)
    assert all(node.reading.is_recognised for node in nodes)
    assert blocks.parse(made.markup).problems == ()
    brackets = re.compile(r"\[/?(?:caption|wp_caption|audio|video|gallery|embed)\b[^\]]*\]")
    assert not words(brackets.sub(" ", text)) - words(made.markup)
    assert all(0 <= problem.span.start < problem.span.end <= len(text) for problem in made.problems)


def is_plain(path: Path) -> bool:
    """Whether a file has no shortcodes, addresses, images and pages: its text is that of its paragraphs."""
    text = path.read_text(encoding="utf-8")
    return not any(sign in text for sign in ("[", "<img", "http", "<!--"))


PLAIN = list(filter(is_plain, FILES))


@pytest.mark.parametrize("path", PLAIN, ids=[path.stem for path in PLAIN])
def test_the_order_is_that_of_autop(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    read = re.sub(r"\s+", "", _TAG.sub("", autop(text)))
    assert re.sub(r"\s+", "", _TAG.sub("", to_blocks(text))) == read
