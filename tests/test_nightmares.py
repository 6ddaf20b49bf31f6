"""Named nightmares: hostile texts, whose cost grows in step with their length.

Each is parsed at two sizes; the larger may take at most 2.5 times as long (not below a floor, for small times are noise). Everything one does with a tree is done with the larger one.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import pytest

import blocks
from blocks.syntax.parse import Engine
from tests.timing import assert_in_step

NIGHTMARES: dict[str, tuple[Callable[[int], str], int]] = {
    "unclosed openers": (lambda n: "<!-- wp:group --><div>" * n, 20_000),
    "openers with a brace and no end": (lambda n: '<!-- wp:group {"a":1 ' * n, 20_000),
    "comments with a brace and no end": (lambda n: '<!-- wp:group {"a":1 -->' * n, 20_000),
    "braces closed before no end": (lambda n: '<!-- wp:group {"a":1} ' * n, 20_000),
    "one far end for many braces": (lambda n: "<!-- wp:a { -->" * n + " } -->", 20_000),
    "nested groups": (lambda n: "<!-- wp:group --><div>" * n + "</div><!-- /wp:group -->" * n, 100_000),
    "unclosed openers without end": (lambda n: "<!-- wp:list --><ul><!-- wp:list-item --><li>" * n, 20_000),
    "stray closers": (lambda n: "<!-- /wp:group -->" * n, 100_000),
    "comment openings": (lambda n: "<!-- " * n, 200_000),
    "names without an end": (lambda n: "<!-- wp:a" * n, 200_000),
    "blanks in a delimiter": (lambda n: "<!--" + " " * n + "wp:a" + " " * n + "-->", 1_000_000),
    "blanks behind braces": (lambda n: "<!-- wp:a {" + ("}" + " " * 100) * n, 20_000),
    "a long attribute": (lambda n: '<!-- wp:a {"a":"' + "x" * n + '"} /-->', 10_000_000),
    "braces in an attribute": (lambda n: '<!-- wp:a {"a":"' + "}" * n + '"} /-->', 2_000_000),
    "comments with a brace that are no delimiters": (lambda n: "<!-- x { -->" * n + " } -->", 80_000),
    "blanks behind a comment opening": (lambda n: "<!--" + " " * n, 1_000_000),
    "a string without an end in attributes": (
        lambda n: "<!-- wp:a {" + "{" * 600 + '"' + '\\"' * n + "} /-->",
        200_000,
    ),
    "many attributes": (
        lambda n: "<!-- wp:a {" + ",".join(f'"k{i}":{i}' for i in range(n)) + "} /-->",
        200_000,
    ),
    "delimiters that all differ": (lambda n: "".join(f'<!-- wp:a {{"i":{i}}} /-->' for i in range(n)), 50_000),
    "less-than signs": (lambda n: "<" * n, 2_000_000),
}


@pytest.mark.parametrize("engine", ["linear", "lark"])
@pytest.mark.parametrize("name", NIGHTMARES)
def test_parsing_takes_time_in_step_with_the_text(name: str, engine: Engine) -> None:
    make, size = NIGHTMARES[name]
    assert_in_step(lambda n: partial(blocks.parse, make(n), engine=engine), size)


@pytest.mark.parametrize("name", NIGHTMARES)
def test_looking_for_problems_takes_time_in_step_with_the_text(name: str) -> None:
    make, size = NIGHTMARES[name]

    def prepare(n: int) -> Callable[[], object]:
        text = make(n)
        return lambda: blocks.parse(text).problems

    assert_in_step(prepare, size)


@pytest.mark.parametrize("name", NIGHTMARES)
def test_everything_can_be_done_with_it(name: str) -> None:
    make, size = NIGHTMARES[name]
    text = make(size)
    document = blocks.parse(text)
    assert document.serialize() == text
    assert document.transform(lambda node: node) == document
    assert len(document.problems) <= 4 * size
    assert len(repr(document.children[-1])) < 300
    for to in ("html", "text", "markdown", "ndjson", "amp"):
        assert isinstance(blocks.render(document, to=to), str)
    if not document.overlapping:
        assert isinstance(document.to_wordpress(), list)
        assert isinstance(document.serialize(canonical=True), str)


def test_deep_trees_can_be_rewritten_compared_and_dropped() -> None:
    depth = 50_000
    text = "<!-- wp:group --><div>" * depth + "</div><!-- /wp:group -->" * depth
    document = blocks.parse(text)
    rewritten = document.transform(lambda node: node.with_parts("<main>", *node.parts, "</main>"))
    assert str(rewritten.serialize()).count("<main>") == depth
    assert rewritten.children[0] != document.children[0] == blocks.parse(text).children[0]
    assert sum(1 for _ in document.walk()) == depth
    del rewritten, document


def test_overlapping_text_is_rendered_once_where_it_would_grow_without_bound() -> None:
    result = blocks.convert("<!-- wp:group --><div>" * 20_000)
    assert len(result.output) == 440_000
    assert [problem.code for problem in result.problems if problem.code == "overlap-limit"] == ["overlap-limit"]
    few = blocks.parse("a<!-- wp:group -->b<!-- wp:column -->c")
    assert blocks.render(few) == "bc" + "ab<!-- wp:column -->c"


def test_fifty_megabytes() -> None:
    paragraph = '<!-- wp:paragraph {"dropCap":true} -->\n<p>' + "word " * 100 + "</p>\n<!-- /wp:paragraph -->\n\n"
    text = paragraph * (50_000_000 // len(paragraph))
    start = time.perf_counter()
    document = blocks.parse(text)
    assert time.perf_counter() - start < 20
    assert sum(1 for _ in document.walk()) == text.count("<p>")
    assert document.serialize() == text
