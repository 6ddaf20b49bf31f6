"""The grammar of shortcodes is the only statement of their syntax: both engines, and what runs shortcodes, follow it.

The answers in the tables are those of WordPress 6.9.1 (`get_shortcode_regex()` with the names a, a-b, b).
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark

import blocks
from blocks.formatting.shortcode_atts import shortcode_parse_atts
from blocks.formatting.shortcodes import do_shortcode
from blocks.syntax.shortcodes import (
    ANY,
    Shortcode,
    ShortcodePiece,
    ShortcodeText,
    parse_shortcodes,
    walk_shortcodes,
)
from blocks.syntax.shortcodes.grammar import ShortcodeGrammar, wordpress_shortcodes
from blocks.syntax.shortcodes.parse import Engine
from tests.timing import assert_in_step

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "grammar" / "shortcode.lark").read_text(encoding="utf-8")
NAMES = ("a", "a-b", "b")
ENGINES: tuple[Engine, ...] = ("linear", "lark")

TEXTS = st.lists(
    st.sampled_from(
        [
            *"[ ] / [a] [b] [a-b] [/a] [/b] [/a-b] [a/] [[a]] [[b] [a]] [c] [/c] x <p> ' = é [a [[ ]] [b".split(),  # noqa: SIM905
            *(" ", "\n", "\u00a0", '"', '[a x="1" y]', "[b x='[/a]']"),
        ]
    ),
    max_size=20,
).map("".join)


def shown(pieces: tuple[ShortcodePiece, ...]) -> list[Any]:
    """Pieces as plain data; these are small, so this may be recursive."""
    return [
        (piece.name, piece.attributes, piece.content, shown(piece.children))
        if isinstance(piece, Shortcode)
        else ("escaped" if piece.is_escaped else "text", piece.text)
        for piece in pieces
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x [a] y", [("text", "x "), ("a", {}, None, []), ("text", " y")]),
        ("[a x=1 y='2' Z=\"3\" \"w\" v/]", [("a", {"x": "1", "y": "2", "z": "3", 0: "w", 1: "v"}, None, [])]),
        ("[a/]", [("a", {}, None, [])]),
        ("[a][/a]", [("a", {}, "", [])]),
        ("[a]x[/a]", [("a", {}, "x", [("text", "x")])]),
        ("[a][b]x[/b][/a]", [("a", {}, "[b]x[/b]", [("b", {}, "x", [("text", "x")])])]),
        ("[a/]x[/a]", [("a", {}, None, []), ("text", "x[/a]")]),
        # Of the same name, the first closer counts: the quirk of WordPress.
        ("[a]1[a]2[/a]3[/a]", [("a", {}, "1[a]2", [("text", "1"), ("a", {}, None, []), ("text", "2")]), ("text", "3[/a]")]),
        # What overlaps: a closer behind the end of what is around does not count.
        ("[a][b][/a][/b]", [("a", {}, "[b]", [("b", {}, None, [])]), ("text", "[/b]")]),
        ("[[a]]", [("escaped", "[a]")]),
        ("[[a]x[b][/a]]", [("escaped", "[a]x[b][/a]")]),
        ("[[a]x", [("text", "["), ("a", {}, None, []), ("text", "x")]),
        ("[a]]", [("a", {}, None, []), ("text", "]")]),
        ("[a x=\"]\"]", [("a", {0: 'x="'}, None, []), ("text", '"]')]),
        # A closer may stand in what would be attributes.
        ("[a][b x=\"[/a]\"]", [("a", {}, '[b x="', [("text", '[b x="')]), ("text", '"]')]),
        ("[a-b][ab][a_b][c]", [("a-b", {}, None, []), ("text", "[ab][a_b][c]")]),
        ("[a", [("text", "[a")]),
        ("[a\nx=1\n]", [("a", {"x": "1"}, None, [])]),
        ("", []),
    ],
)  # fmt: skip
def test_what_a_text_consists_of(text: str, expected: list[Any], engine: Engine) -> None:
    assert shown(parse_shortcodes(text, NAMES, engine=engine)) == expected


@given(TEXTS)
def test_both_engines_build_the_same_tree_and_lose_nothing(text: str) -> None:
    for names in (NAMES, ANY, ()):
        linear, lark = (parse_shortcodes(text, names, engine=engine) for engine in ENGINES)
        assert shown(linear) == shown(lark)
        assert "".join(piece.markup for piece in linear) == text
        for node in walk_shortcodes(linear):
            inside = "".join(child.markup for child in node.children)
            assert node.content is None or node.content == inside
            assert text[node.span.start : node.span.end] == node.markup


@given(TEXTS)
def test_they_are_what_the_grammar_says_read_slowly(text: str) -> None:
    """A bracket, then the first closer of its name, then what is between: WordPress's way, by the grammar's terminals."""
    assert shown(parse_shortcodes(text, NAMES)) == shown_slowly(text)


TERMINALS = {
    terminal.name: terminal.pattern.to_regexp()
    for terminal in Lark(TEXT, parser=None, lexer="basic", start=["document", "attributes"]).terminals
}


def shown_slowly(text: str) -> list[Any]:
    name, known = TERMINALS["NAME"], f"(?:{'|'.join(NAMES)})"
    opener, void = (re.compile(TERMINALS[kind].replace(name, known)) for kind in ("OPENER", "SELF_CLOSING"))
    out: list[Any] = []
    before, place = "", 0
    while place < len(text):
        found = opener.match(text, place) or void.match(text, place)
        if found is None:
            before, place = before + text[place], place + 1
            continue
        said = re.match(r"\[([\w-]+)", found[0], re.ASCII)
        assert said is not None
        end, content = found.end(), None
        closer = text.find(f"[/{said[1]}]", end)
        if void.fullmatch(found[0]) is None and closer >= 0:
            content, end = text[found.end() : closer], closer + len(said[1]) + 3
        if before.endswith("[") and text[end : end + 1] == "]":
            out += [("text", before[:-1])] if before[:-1] else []
            out.append(("escaped", text[place:end]))
            before, place = "", end + 1
            continue
        out += [("text", before)] if before else []
        written = found[0][len(said[0]) : -1].removesuffix("/" if void.fullmatch(found[0]) else "]")
        inside = shown_slowly(content) if content is not None else []
        out.append((said[1], shortcode_parse_atts(written), content, inside))
        before, place = "", end
    return out + ([("text", before)] if before else [])


@given(TEXTS.filter(lambda text: "<" not in text))
def test_what_runs_shortcodes_finds_the_same(text: str) -> None:
    def told(attributes: object, content: str, name: str) -> str:
        return f"({name} {attributes} {content})"

    expected = "".join(
        f"({piece.name} {piece.attributes} {piece.content or ''})" if isinstance(piece, Shortcode) else piece.text
        for piece in parse_shortcodes(text, NAMES)
    )
    assert do_shortcode(text, dict.fromkeys(NAMES, told)) == expected


BLANKS = " \t\n\v\f\r"
ATTRIBUTES = Lark(TEXT, parser="lalr", lexer="contextual", start="attributes")


@given(
    st.lists(
        st.sampled_from(
            ["a", "b-c", "5", "0", "é", "=", " = ", '"', "'", '"x y"', "'z'", " ", "\n", "\v", "1", "/", 'k="v"', "&"]
        )
    ).map("".join)
)
def test_attributes_are_what_the_grammar_says(written: str) -> None:
    expected: dict[str | int, str] = {}
    following = 0
    parsed: Any = ATTRIBUTES.parse(written)
    for item in parsed.children:
        (token,) = item.children
        is_quoted = token.type not in {"UNQUOTED", "WORD"}
        name, _, value = token.partition("=") if item.data == "named" else ("", "", str(token))
        name, value = name.strip(BLANKS), value.strip(BLANKS) if item.data == "named" else value
        value = value[1:-1] if is_quoted else value
        if name == "0" or (not name and is_quoted and not value):
            continue
        key: str | int = int(name) if name == "5" else name or following
        following = max(following, key + 1) if isinstance(key, int) else following
        expected[key] = value
    assert shortcode_parse_atts(written) == expected


def test_names_in_use_in_the_order_that_the_caller_gives() -> None:
    assert shown(parse_shortcodes("[x.y]", ["x", "x.y"]))[0][:2] == ("x", {0: ".y"})
    assert shown(parse_shortcodes("[x.y]", ["x.y", "x"]))[0][:2] == ("x.y", {})
    assert shown(parse_shortcodes("[1][sic x][ y][=]", ANY)) == [
        ("1", {}, None, []),
        ("sic", {0: "x"}, None, []),
        ("text", "[ y][=]"),
    ]
    assert shown(parse_shortcodes("[gallery][a]"))[0][0] == "gallery"
    assert shown(parse_shortcodes("[gallery]", [])) == [("text", "[gallery]")]


def test_bytes_have_places_in_bytes() -> None:
    text, node = parse_shortcodes("é\n[a]".encode() + b"\xff", ["a"])[:2]
    assert isinstance(text, ShortcodeText)
    assert (node.span.start, node.span.end, node.span.line, node.span.column) == (3, 6, 2, 1)


@pytest.mark.parametrize("engine", ENGINES)
def test_other_brackets_are_another_language(engine: Engine) -> None:
    other = TEXT.replace('OPEN: "["', 'OPEN: "{"').replace('CLOSE: "]"', 'CLOSE: "}"')
    other = other.replace(r"SELF_CLOSING.3: HEAD /[^\]]*+(?<=\/)\]/", r"SELF_CLOSING.3: HEAD /[^}]*+(?<=\/)}/")
    found = parse_shortcodes("{a x=1}[b]{/a}", NAMES, engine=engine, grammar=ShortcodeGrammar(other))
    assert shown(found) == [("a", {"x": "1"}, "[b]", [("text", "[b]")])]


def test_no_bracket_is_spelled_outside_the_grammar() -> None:
    for path in sorted((ROOT / "blocks" / "syntax" / "shortcodes").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        strings = [
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        short = [one for one in strings if "\n" not in one and ("[" in one or "]" in one)]
        assert all(len(one) > 20 for one in short), path.name  # sentences are longer


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("escaped: OPEN", "escaped OPEN", "Lark cannot compile"),
        ("HEAD", "START", "no terminal HEAD"),
        ('SLASH: "/"', r"SLASH: /\//", "SLASH of this grammar is no fixed string"),
        ("HEAD: OPEN NAME", "HEAD: OPEN KEY", "does not hold NAME just once"),
    ],
)
def test_a_grammar_that_cannot_be_driven_says_why(old: str, new: str, message: str) -> None:
    with pytest.raises(blocks.GrammarError, match=message):
        parse_shortcodes("[a]", NAMES, grammar=ShortcodeGrammar(TEXT.replace(old, new)))


def test_misuse_raises() -> None:
    with pytest.raises(TypeError, match="takes the text itself"):
        parse_shortcodes(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="in a list or tuple"):
        parse_shortcodes("", "gallery")
    with pytest.raises(ValueError, match=r"'a b' is no name of a shortcode"):
        parse_shortcodes("", ["a b"])
    with pytest.raises(ValueError, match="Did you mean 'lark'"):
        parse_shortcodes("", engine="larl")  # type: ignore[arg-type]


def test_the_grammar_is_compiled_once() -> None:
    assert wordpress_shortcodes() is wordpress_shortcodes()


def numbered(bracket: str, size: int) -> str:
    return "".join(bracket.format(number) for number in range(size))


@pytest.mark.parametrize(
    "make",
    [
        lambda size: "[" * size,
        lambda size: "[a" * size,
        lambda size: '[a x="' * size,
        lambda size: "[a]" * size,
        lambda size: "[/a]" * size,
        lambda size: "[[a]" * size + "]" * size,
        lambda size: numbered("[n{}]", size // 4) + numbered("[/n{}]", size // 4),
        lambda size: numbered("[n{}]", size // 4) + "".join(f"[/n{number}]" for number in reversed(range(size // 4))),
        lambda size: "[a " + 'x="' * size + "]",
        lambda size: "[a " + "x" * size + " " * size + "]",
    ],
    ids=[
        "brackets",
        "heads",
        "quotes",
        "singles",
        "closers",
        "escaped",
        "crossing",
        "nested",
        "in attributes",
        "blanks",
    ],
)
def test_hostile_texts_take_time_in_step(make: Any) -> None:
    def prepare(size: int) -> Any:
        text = make(size)
        return lambda: [node.attributes for node in walk_shortcodes(parse_shortcodes(text, ANY))]

    assert_in_step(prepare, 100_000)
