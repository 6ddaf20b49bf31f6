"""Problems and strict errors: each code with a text that has it. docs/problems.md is made of this table."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import blocks
from blocks.problems import CODES

# code: (text, the place of the problem as "line:column", the message)
SAMPLES: dict[str, tuple[str | bytes, str, str]] = {
    "unclosed-block": ("<p>A</p>\n<!-- wp:group --><div>", "2:1", "this core/group is never closed"),
    "stray-closer": (
        "<p>A</p>\n  <!-- /wp:group -->",
        "2:3",
        "this closer of core/group closes nothing; WordPress takes it and all that follows as one piece of HTML",
    ),
    "mismatched-closer": (
        "<!-- wp:group --><div></div><!-- /wp:columns -->",
        "1:29",
        "this closer says core/columns but closes the core/group opened at 1:1",
    ),
    "invalid-attributes": (
        '<!-- wp:image {"id":7,} /-->',
        "1:1",
        "the attributes of this core/image are no JSON object: "
        "Expecting property name enclosed in double quotes at character 9",
    ),
    "duplicate-attribute": (
        '<!-- wp:image {"id":7,"id":8} /-->',
        "1:1",
        "the key 'id' stands twice; the last one counts",
    ),
    "closer-attributes": (
        '<!-- wp:group --><div></div><!-- /wp:group {"a":1} -->',
        "1:29",
        "the attributes of this closer of core/group mean nothing",
    ),
    "void-closer": (
        "<!-- wp:group --><!-- /wp:image /--><!-- /wp:group -->",
        "1:18",
        "this is no closer but a void core/image, since it ends in a slash",
    ),
    "malformed-delimiter": (
        "<!--wp:paragraph--><p>A</p>",
        "1:1",
        "WordPress takes this comment as HTML; a delimiter is spelled <!-- wp:name --> or <!-- wp:name {…} /-->, "
        "in lower case, with blanks as shown",
    ),
    "lost-zero": (
        "<!-- wp:html -->0<!-- /wp:html -->",
        "1:1",
        "WordPress drops the text 0 in this core/html: put it into an element",
    ),
    "wrong-attribute": (
        '<!-- wp:heading {"level":"3"} --><h2 class="wp-block-heading">A</h2><!-- /wp:heading -->',
        "1:1",
        'core/heading: level is a number, not "3"; 2 counts',
    ),
    "unrecognised-markup": (
        '<!-- wp:code --><p class="code">A</p><!-- /wp:code -->',
        "1:1",
        "WordPress's editor does not save a core/code like this, and calls it invalid",
    ),
    "older-shape": (
        "<!-- wp:heading --><h2>A</h2><!-- /wp:heading -->",
        "1:1",
        "an older editor saved this core/heading: WithoutClass",
    ),
    "unknown-block": (
        '<!-- wp:acme/book {"isbn":"1"} /-->',
        "1:1",
        "acme/book is no declared block; it keeps its attributes and HTML",
    ),
    "freeform-html": ("\n<p>Classic</p>", "1:1", "this HTML stands outside every block"),
    "invalid-utf8": (b"<!-- wp:html -->caf\xe9<!-- /wp:html -->", "1:20", "the bytes e9 are not UTF-8"),
}

# Codes that renderers and sources report; their samples stand in their tests.
OF_RENDERERS = {
    "missing-reference",
    "no-data",
    "nothing-rendered",
    "overlap-limit",
    "reference-loop",
    "render-limit",
    "replaced-content",
    "unanswered-embed",
    "unknown-dimensions",
    "unrecovered-html",  # of sources
    "unsupported-content",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_each_problem_has_its_place_and_message(code: str) -> None:
    text, place, message = SAMPLES[code]
    found = [problem for problem in blocks.parse(text).check() if problem.code == code]
    assert [(f"{problem.span.line}:{problem.span.column}", problem.message) for problem in found] == [(place, message)]


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        (
            '<!-- wp:heading {"level":2.5} --><h2 class="wp-block-heading">A</h2><!-- /wp:heading -->',
            "core/heading: level is a whole number, not 2.5; to_json() has it as the editor does, and .level is 2",
        ),
        (
            '<!-- wp:gallery {"ids":[1,2.5]} /-->',
            "core/gallery: ids is a list of whole numbers, but item 2 is 2.5; "
            "to_json() has it as the editor does, and .ids is []",
        ),
        (
            '<!-- wp:gallery {"ids":["1"]} /-->',
            'core/gallery: ids is a list of whole numbers, but item 1 is "1"; '
            "to_json() has it as the editor does, and .ids is []",
        ),
    ],
)
def test_a_number_that_the_editor_takes_and_the_field_does_not_is_told(markup: str, message: str) -> None:
    assert message in [one.message for one in blocks.parse(markup).check() if one.code == "wrong-attribute"]


@pytest.mark.parametrize("markup", ['<!-- wp:heading {"level":3.0} /-->', '<!-- wp:gallery {"ids":[1,2.0]} /-->'])
def test_a_whole_number_is_told_nothing_of(markup: str) -> None:
    assert "wrong-attribute" not in [one.code for one in blocks.parse(markup).check()]


@pytest.mark.parametrize("markup", ["<!-- wp:code --><pre>", "<!-- wp:group --><div>", "<!-- wp:image --><p>a</p>"])
def test_a_block_that_is_never_closed_is_told_once(markup: str) -> None:
    assert [one.code for one in blocks.parse(markup).check()] == ["unclosed-block"]


def test_every_code_has_a_sample() -> None:
    assert set(SAMPLES) | OF_RENDERERS == set(CODES)


def test_the_docs_show_every_code() -> None:
    page = (Path(__file__).parents[1] / "docs" / "problems.md").read_text(encoding="utf-8")
    for code, kind in CODES.items():
        assert f"| `{code}` | {kind.level} | {kind.summary} |" in page
    for text, _, message in SAMPLES.values():
        shown = text if isinstance(text, str) else text.decode("latin-1")
        assert message in page
        assert shown.strip() in page


def test_a_text_without_oddities_has_no_problems() -> None:
    markup = '<!-- wp:image {"id":7} --><figure><img src="a.jpg"/></figure><!-- /wp:image -->\n\n<!--more--> '
    assert blocks.parse(markup.replace("<!--more-->", "")).problems == ()


STRICT = {
    "<p>A</p>\n\t<!-- /wp:group -->": """\
line 2, column 2: this closer of core/group closes nothing; \
WordPress takes it and all that follows as one piece of HTML [stray-closer]
   <!-- /wp:group -->
   ^
expected a block such as <!-- wp:name -->, or a void block such as <!-- wp:name /-->, or HTML, or the end of the text""",
    "<!-- wp:group -->\n<div>": """\
line 1, column 1: this core/group is never closed [unclosed-block]
  <!-- wp:group -->
  ^
expected the closer of the innermost open block""",
    '<p>é</p><!-- wp:group {"a":} --><!-- /wp:group -->\r\nx': """\
line 1, column 9: the attributes of this core/group are no JSON object: Expecting value at character 6 \
[invalid-attributes]
  <p>é</p><!-- wp:group {"a":} --><!-- /wp:group -->
          ^
expected a JSON object""",
}


@pytest.mark.parametrize("text", STRICT)
def test_strict_errors_show_the_line(text: str) -> None:
    with pytest.raises(blocks.ParseError) as caught:
        blocks.parse(text, strict=True)
    assert str(caught.value) == STRICT[text]


def test_a_strict_error_shows_only_the_neighbourhood_of_a_long_line() -> None:
    with pytest.raises(blocks.ParseError) as caught:
        blocks.parse("x" * 10_000 + "<!-- /wp:a -->" + "y" * 10_000, strict=True)
    assert caught.value.column == 10_001
    assert len(caught.value.source_line) == 200
    assert caught.value.source_line[len(caught.value.caret) - 1 :].startswith("<!-- /wp:a -->")


def test_a_strict_error_is_data() -> None:
    with pytest.raises(blocks.ParseError) as caught:
        blocks.parse("a\n<!-- /wp:group -->", strict=True)
    error = caught.value
    assert (error.line, error.column, error.problem.code) == (2, 1, "stray-closer")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_warnings_do_not_stop_a_strict_parse() -> None:
    assert blocks.parse('<p>A</p><!-- wp:image {"id":1,"id":2} /-->', strict=True).problems
