"""The official validator passes what is rendered: this project's inputs, hostile documents, and what Hypothesis makes.

`make amp` tries more of the same. Without node, or the validator in .amp/, these tests skip and say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import blocks
from tests.amp.hostile import KINDS, SOUP, Author, hostile
from tests.amp.pages import OWN, around, corpus_trials, example_trials, hostile_trials, rendered, rule_trials
from tests.amp.validator import Page, Validator, Verdict, missing
from tests.amp_validator import Asked, Outcome, report, tried

GENERATED = 44  # documents, four of each kind


@pytest.fixture(scope="module")
def ask() -> Iterator[Validator]:
    lacking = missing()
    if lacking is not None:
        pytest.skip(f"the official AMP validator was not asked: {lacking}")
    with Validator() as validator:
        yield validator


def failures(ask: Validator, trials: Any) -> list[tuple[str, object]]:
    """The names of what fails with what is wrong about it, the first five."""
    found: list[tuple[str, object]] = []
    count = 0
    for trial in trials:
        count += 1
        made = rendered(trial)
        if made.raised is not None:
            found.append((trial.name, made.raised))
        verdicts = map(ask, made.pages)
        found += ((verdict.page.name, verdict.errors[:2]) for verdict in verdicts if not verdict.passed)
    assert count
    return found[:5]


def test_the_inputs_of_this_project_are_valid(ask: Validator) -> None:
    assert failures(ask, corpus_trials(OWN, ("plain", "rich"))) == []


def test_examples_cases_and_documentation_are_valid(ask: Validator) -> None:
    assert failures(ask, example_trials()) == []


def test_every_entry_of_the_tables_is_valid(ask: Validator) -> None:
    assert failures(ask, rule_trials()) == []


def test_hostile_documents_are_valid(ask: Validator) -> None:
    assert failures(ask, hostile_trials(GENERATED, first=100_000)) == []


BLOCK = st.builds(
    "<!-- wp:{0} {1}-->{2}<!-- /wp:{0} -->".format,
    st.sampled_from(["html", "freeform", "group", "gallery", "accordion", "table", "video", "form", "list", "a/b"]),
    st.sampled_from(["", "", '{"columns":2} ', '{"latex":"x"} ', '{"displayPreview":true} ', '{"width":"9px"} ']),
    SOUP,
)
OPTIONS = st.fixed_dictionaries(
    {
        "img": st.sampled_from(["native", "amp"]),
        "gallery": st.sampled_from(["grid", "carousel"]),
        "filters": st.sampled_from(["none", "the_content"]),
    }
)


@settings(max_examples=150)
@given(st.lists(st.one_of(SOUP, BLOCK), max_size=3).map("".join), OPTIONS)
def test_any_html_is_valid(ask: Validator, markup: str, options: dict[str, Any]) -> None:
    page = blocks.render(markup, "amp", **options)
    verdict = ask(Page("page", page))
    assert verdict.passed, verdict.errors
    verdict = ask(Page("fragment", around(blocks.render(markup, "amp", fragment=True, **options), page)))
    assert verdict.passed, verdict.errors


# ------------------------------------------------------------------------------------------------------------ the tool


def test_the_validator_refuses_what_is_no_amp(ask: Validator) -> None:
    page = blocks.render("<p>x</p>", "amp")
    assert ask(Page("right", page)).passed
    for html in ("<p>no page</p>", page.replace("<p>x", "<p onclick=y>x"), around("<amp-video></amp-video>", page)):
        verdict = ask(Page("wrong", html))
        assert verdict.status == "FAIL"
        assert verdict.errors


def test_a_page_that_the_validator_dies_of_leaves_it_to_the_next(ask: Validator) -> None:
    page = blocks.render("<p>x</p>", "amp")
    assert ask(Page("deep", around("<div>" * 200, page))).status == "CRASH"
    assert ask(Page("right", page)).passed


def test_shares_of_the_trials_are_all_of_them(ask: Validator) -> None:
    assert ask is not None
    asked = Asked((), hostile=22, examples=False)
    whole, halves = tried(asked), [tried(asked, share, 2) for share in range(2)]
    halves[0].merge(halves[1])
    assert halves[0].total == whole.total
    assert sorted(halves[0].rendering) == sorted(whole.rendering)


def test_the_report_says_what_failed_and_where(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome()
    error = {"line": 2, "col": 1, "code": "DISALLOWED_TAG", "message": "The tag 'x' is disallowed."}
    outcome.add(Verdict(Page("some/right", "<p>"), "PASS"))
    outcome.add(Verdict(Page("some/wrong", "<p>\n<x>"), "FAIL", [error]))
    outcome.add(Verdict(Page("some/long", "x" * 2_000_001), "CRASH", [error]))
    report(outcome)
    printed = capsys.readouterr().out
    assert printed.startswith("amp 1/2\n  some 1/2\n")
    assert "1 pages of more than 2,000,000 characters" in printed
    assert "some/wrong: FAIL\n  2:1 DISALLOWED_TAG The tag 'x' is disallowed.\n    <x>" in printed


def test_a_number_stands_for_one_document() -> None:
    for number in range(len(KINDS)):
        assert hostile(number)[0] == hostile(number)[0]
    assert len({hostile(number)[0] for number in range(50)}) > 45
    assert Author(1).soup() == Author(1).soup()
