"""The visible words of AMP are those of HTML by the same options, in order, but where a problem says what became of them.

`COVERS` are all the reasons that there are. Each names the problem that has to be told, and the words that it is about:
those may be missing from AMP, or be more there. Any other difference fails.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

import blocks
from blocks.fragment.tame import readable
from tests.amp.pages import OWN, corpus_trials, example_trials
from tests.corpus import shared
from tests.visible import visible_words, words

FOLDERS = ["core-fixtures", "edge", "posts", "supports", "wxr", "wxr-classic"]
THEMES = ["theme-tt2", "theme-tt3", "theme-tt4", "theme-tt5"]
OF_AMP = ("img", "gallery", "image_size", "stylesheet")
LONG = 500_000  # characters; longer inputs are rendered in one variant


@dataclass(frozen=True)
class Cover:
    """A reason for other words: the problem that tells it, and a finder of the words that it is about in the HTML."""

    problem: re.Pattern[str]
    words: Callable[[LexborHTMLParser], Iterator[str]]


def _text_of(selector: str) -> Callable[[LexborHTMLParser], Iterator[str]]:
    return lambda page: (text for node in page.css(selector) for text in visible_words(f"<p></p>{node.html}"))


def _said_of(selector: str, *names: str) -> Callable[[LexborHTMLParser], Iterator[str]]:
    return lambda page: (
        text for node in page.css(selector) for name in names for text in words(node.attributes.get(name) or "")
    )


MISSING = {
    "formulas, which AMP shows from their TeX": Cover(re.compile("<math> became"), _text_of("math")),
    "elements that AMP does not take": Cover(
        re.compile("was left out, with what is in it"), _text_of("applet, noembed, noframes, title, template, frameset")
    ),
    "forms that AMP does not send": Cover(re.compile("a form became a link"), _text_of("form")),
    "fields and buttons of forms that AMP does not send": Cover(
        re.compile("<form> lost its tags"), _text_of("button, select, textarea")
    ),
    "dialogs that are not open": Cover(re.compile("<dialog> became"), _text_of("dialog")),
}
MORE = {
    "formulas without TeX, whose letters stay": Cover(
        re.compile("a formula without TeX lost its form"), _text_of("math")
    ),
    "links in place of forms, with the words of the button": Cover(
        re.compile("a form became a link"), _said_of("form input", "value")
    ),
    "links in place of files, frames, films and sound": Cover(
        re.compile("became a link"),
        _said_of("object, iframe, embed, video, audio, source", "title", "aria-label", "data", "src"),
    ),
}
UNSEEN = re.compile("<(script|style|template)> was left out")  # between the two halves of a word
KNOWN = {
    "pair-unclosed-nested-closed-siblings": "a delimiter between digits, so that an x is no sign of multiplication",
    "cases/text/hidden.txt:5 What nobody sees": "an element of HTML in a formula ends it",
    "cases/text/hidden.txt:17 What nobody sees": "a template that does not end is no template",
}
"""Inputs of which AMP shows other words than HTML, and why; broken markup all."""


def differences(source: Any, options: dict[str, Any]) -> Iterator[tuple[str | None, str]]:
    """Each difference between the words of AMP and HTML: the cover it has, None for none; and the words."""
    html = readable(blocks.render(source, **{name: value for name, value in options.items() if name not in OF_AMP}))
    made = blocks.convert(source, "amp", fragment=True, **options)
    wanted, given = visible_words(html), visible_words(made.output)
    if wanted == given:
        return
    told = [problem.message for problem in made.rendering_problems]
    page = LexborHTMLParser(html.encode("utf-8", "replace").decode())
    matcher = SequenceMatcher(None, wanted, given, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        missing, more = wanted[start:end], given[first:last]
        if kind == "equal" or (any(map(UNSEEN.search, told)) and "".join(missing) == "".join(more)):
            continue
        if missing:
            yield _cover(MISSING, missing, told, page), f"-{' '.join(missing)[:80]}"
        if more:
            yield _cover(MORE, more, told, page), f"+{' '.join(more)[:80]}"


def _cover(covers: dict[str, Cover], found: list[str], told: list[str], page: LexborHTMLParser) -> str | None:
    for name, cover in covers.items():
        if any(map(cover.problem.search, told)) and not Counter(found) - Counter(cover.words(page)):
            return name
    return None


def uncovered(folder: Path) -> dict[str, list[str]]:
    """The differences of a corpus that have no reason, by input and variant."""
    found = {}
    for trial in corpus_trials(folder, ("plain", "content", "rich")):
        variant, _, stem = trial.name.partition("/")
        source, options = trial.make()
        assert isinstance(source, bytes)
        if stem in KNOWN or trial.name in KNOWN or (len(source) > LONG and not variant.endswith("plain")):
            continue
        said = [text for cover, text in differences(source, options) if cover is None]
        if said:
            found[trial.name] = said[:3]
    return found


def test_no_word_of_this_projects_inputs_is_lost() -> None:
    assert uncovered(OWN) == {}


@pytest.mark.parametrize("name", FOLDERS + THEMES)
def test_no_word_of_the_corpus_is_lost(name: str) -> None:
    assert uncovered(shared("conformance", name)) == {}


def test_no_word_of_examples_cases_and_documentation_is_lost() -> None:
    found = {}
    for trial in example_trials():
        if trial.name in KNOWN:
            continue
        said = [text for cover, text in differences(*trial.make()) if cover is None]
        if said:
            found[trial.name] = said
    assert found == {}


COVERED = [
    ("<math><mi>x</mi><annotation encoding='application/x-tex'>x^2</annotation></math>", "-x"),
    ("a<title>b</title>", "-b"),
    ("<dialog>Hello</dialog>", "-Hello"),
    ("<object data='a.pdf' title='The menu'></object>", "+The menu"),
    ("<iframe src='http://e.org/m' title='Map'></iframe>", "+Map"),
]


@pytest.mark.parametrize(("html", "difference"), COVERED)
def test_the_reasons_cover_what_they_name(html: str, difference: str) -> None:
    ((cover, found),) = differences(f"<p>before</p>{html}<p>after</p>", {})
    assert found == difference
    assert cover is not None


def test_other_words_have_no_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MISSING, "all", Cover(re.compile("a problem that nobody tells"), _text_of("*")))
    (found,) = differences("<video src='https://e.org/a.mp4'></video><dialog>Hello</dialog>", {})
    assert found[0] == "dialogs that are not open"
    monkeypatch.delitem(MISSING, found[0])
    ((cover, _),) = differences("<video src='https://e.org/a.mp4'></video><dialog>Hello</dialog>", {})
    assert cover is None
