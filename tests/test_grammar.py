"""The grammar is the only statement of the syntax: both engines follow it, and the scanner agrees with its lexer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from lark import Lark

import blocks
from blocks.model.delimiter import Spelling
from blocks.syntax.grammar import START_RULES, wordpress_grammar
from blocks.syntax.parse import Engine
from blocks.syntax.scan import scan
from tests.strategies import texts

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "grammar" / "blocks.lark").read_text(encoding="utf-8")
OTHER = blocks.Grammar(TEXT.replace('PREFIX: "wp:"', 'PREFIX: "blk:"'))
BRACKETS = blocks.Grammar(
    TEXT.replace('COMMENT_OPEN: "<!--"', 'COMMENT_OPEN: "[["')
    .replace('COMMENT_CLOSE: "-->"', 'COMMENT_CLOSE: "]]"')
    .replace(r"\/?-->)", r"\/?\]\])")
    .replace("HTML.1: /[^<]+|</", r"HTML.1: /[^\[]+|\[/")
)


@pytest.mark.parametrize("engine", ["linear", "lark"])
def test_another_prefix_is_another_language(engine: Engine) -> None:
    markup = '<!-- blk:group {"a":1} --><!-- wp:image /--><!-- blk:image /--><!-- /blk:group -->'
    document = blocks.parse(markup, grammar=OTHER, engine=engine)
    assert [node.block_name for node in document.walk()] == ["core/group", "core/image"]
    assert document.children[0].parts[0] == "<!-- wp:image /-->"
    assert document.serialize(canonical=True) == markup
    assert blocks.parse(markup, engine=engine).children[1].block_name == "core/image"


@pytest.mark.parametrize("engine", ["linear", "lark"])
def test_other_brackets_are_another_language(engine: Engine) -> None:
    markup = '[[ wp:group {"a":"]] }"} ]]<p>x</p>[[ /wp:group ]]<!-- wp:image /-->'
    group, html = blocks.parse(markup, grammar=BRACKETS, engine=engine).children
    assert (group.block_name, group.attributes, group.parts) == ("core/group", {"a": "]] }"}, ("<p>x</p>",))
    assert html.parts == ("<!-- wp:image /-->",)


def test_problems_follow_the_grammar() -> None:
    problems = blocks.parse("<!-- blk:Group --> <!-- WP:group -->", grammar=OTHER).problems
    malformed = [problem.message for problem in problems if problem.code == "malformed-delimiter"]
    assert len(malformed) == 1
    assert "<!-- blk:name -->" in malformed[0]


@given(texts())
def test_the_scanner_finds_what_larks_own_lexer_finds(text: str) -> None:
    assert [
        (start, delimiter.kind) for start, delimiter in scan(text, wordpress_grammar(), blocks.core_registry())
    ] == [(token.start_pos, token.type.lower()) for token in LEXER.lex(text) if token.type != "HTML"]


LEXER = Lark(TEXT, parser="lalr", lexer="basic", start=list(START_RULES))


@given(texts())
def test_every_text_is_a_document_to_lark(text: str) -> None:
    LEXER.parse(text, start="document")


def test_no_delimiter_is_spelled_outside_the_grammar() -> None:
    for path in sorted((ROOT / "blocks" / "syntax").glob("*.py")):
        code = re.sub(r'""".*?"""|#.*', "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert "<!--" not in code, path.name
        assert "wp:" not in code, path.name


def test_the_spelling_of_trees_made_without_a_text_is_the_grammars() -> None:
    assert wordpress_grammar().spelling == Spelling()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("block: OPENER _items? CLOSER", "block: OPENER _items? CLOSER CLOSER", "the linear engine drives"),
        ("block: OPENER", "block OPENER", "Lark cannot compile"),
        ("SLASH", "DASH", "no terminal SLASH"),
        ('PREFIX: "wp:"', "PREFIX: /w?p:/", "PREFIX of this grammar is no fixed string"),
        ("BLANKS PREFIX NAME BLANKS", "BLANKS PREFIX WORD BLANKS", "does not hold NAME just once"),
    ],
)
def test_a_grammar_that_cannot_be_driven_says_why(old: str, new: str, message: str) -> None:
    with pytest.raises(blocks.GrammarError, match=message):
        blocks.parse("x<!-- wp:a /-->", grammar=blocks.Grammar(TEXT.replace(old, new)))
