"""What holds for every text."""

from __future__ import annotations

import json
from random import Random

from hypothesis import assume, example, given
from hypothesis import strategies as st

import blocks
from blocks.model.attributes import read_as_php, write
from blocks.model.block import Block
from tests.strategies import JSON, texts, well_formed

MARKUP = texts()
SOURCES = st.one_of(MARKUP, st.binary(max_size=200), MARKUP.map(lambda text: text.encode("utf-8", "surrogatepass")))


def everything(document: blocks.Document) -> list[object]:
    """All that a tree says, as one comparable value."""
    return [
        document.overlap_start,
        [
            (
                type(node),
                node.span,
                node.block_name,
                node.raw_attributes,
                node.is_nested,
                len(node.children),
                node.parts,
            )
            for node in document.walk(blanks=True)
        ],
    ]


@given(SOURCES)
@example(b'<!-- wp:a {"a":"\xff"} -->\xe2\x3c!-- /wp:a -->')
def test_serialize_gives_back_the_input(source: str | bytes) -> None:
    document = blocks.parse(source)
    assert document.serialize() == source
    assert document.transform(lambda node: node).serialize() == source


@given(SOURCES)
@example("<!-- wp:a -->1<!-- wp:b -->2<!-- wp:c --><!-- wp:d /-->3")
@example("x<!-- /wp:a -->y")
def test_both_engines_build_the_same_tree(source: str | bytes) -> None:
    linear, lark = blocks.parse(source), blocks.parse(source, engine="lark")
    assert everything(linear) == everything(lark)
    assert linear.problems == lark.problems


@given(SOURCES)
def test_spans_tile_the_text(source: str | bytes) -> None:
    document = blocks.parse(source)
    position = 0
    tiling = document.children[: len(document.children) - len(document.overlapping)]
    for node in tiling:
        assert node.span.start == position
        assert node.span.end > position
        position = node.span.end
    if document.overlapping:
        assert document.overlap_start is not None
        assert {node.span.end for node in document.overlapping if not node.is_closed} == {len(source)}
    else:
        assert position == len(source)
    for node in document.walk():
        assert "".join(part if isinstance(part, str) else part.markup for part in node.parts) in node.markup
        for child in node.children:
            assert node.span.start < child.span.start <= child.span.end <= node.span.end


@given(MARKUP)
def test_spans_are_places_in_what_the_caller_gave(text: str) -> None:
    encoded = text.encode("utf-8", "surrogatepass")
    try:
        encoded.decode("utf-8")
    except UnicodeDecodeError:
        return
    for of_text, of_bytes in zip(
        blocks.parse(text).walk(blanks=True), blocks.parse(encoded).walk(blanks=True), strict=True
    ):
        assert text[of_text.span.start : of_text.span.end] == of_text.markup
        assert encoded[of_bytes.span.start : of_bytes.span.end].decode() == of_text.markup
        assert (of_text.span.line, of_text.span.column) == (of_bytes.span.line, of_bytes.span.column)
        assert text.split("\n")[of_text.span.line - 1][of_text.span.column - 1 :].startswith(
            of_text.markup.split("\n")[0]
        )


@given(SOURCES)
def test_nothing_about_a_text_raises(source: str | bytes) -> None:
    document = blocks.parse(source)
    assert all(problem.message and problem.level for problem in document.problems)
    assert list(document.problems) == sorted(document.problems, key=lambda problem: problem.span.start)
    assert len(repr(document)) < 200
    for node in document.walk(blanks=True):
        assert len(repr(node)) < 300
        _ = [getattr(node, name) for name in dir(type(node)) if not name.startswith("_")]
    for to in ("html", "text", "markdown", "ndjson", "amp"):
        blocks.render(source, to=to)


@given(SOURCES)
def test_strict_raises_just_where_there_is_an_error(source: str | bytes) -> None:
    errors = [problem for problem in blocks.parse(source).problems if problem.level == "error"]
    try:
        blocks.parse(source, strict=True)
    except blocks.ParseError as error:
        assert error.problem == errors[0]
        assert error.caret.endswith("^")
        assert len(error.caret) <= len(error.source_line) + 1
    else:
        assert not errors


@given(well_formed())
def test_a_text_without_mistakes_has_no_errors(text: str) -> None:
    assert [problem for problem in blocks.parse(text).problems if problem.level == "error"] == []


@given(MARKUP)
def test_wordpress_structure_survives_json(text: str) -> None:
    structure = blocks.parse(text).to_wordpress()
    assume("Infinity" not in json.dumps(structure))  # JSON has no spelling of it
    read = blocks.from_wordpress(json.loads(json.dumps(structure)))
    assert with_floats(read.to_wordpress()) == with_floats(structure)
    assert read.serialize(canonical=True) == blocks.parse(text).serialize(canonical=True)


@given(MARKUP)
def test_canonical_markup_is_its_own_canonical_markup(text: str) -> None:
    assume("1e400" not in text)  # PHP cannot write it, and leaves two blanks in its place
    document = blocks.parse(text)
    assume(not document.overlapping)  # WordPress repeats their delimiters as HTML, which means more each time
    once = document.serialize(canonical=True)
    assert blocks.parse(once).serialize(canonical=True) == once


def with_floats(value: object) -> object:
    """The value with floats for integers: PHP writes a large float without a fraction, digits and all."""
    return json.loads(json.dumps(value), parse_int=float)


@given(JSON)
def test_attributes_survive_being_written(value: dict[str, object]) -> None:
    php = read_as_php(json.dumps(value))
    written = write(php)
    assert with_floats(read_as_php(written)) == with_floats(php)
    assert not {"--", "<", ">", "&"} & {written[i : i + n] for n in (1, 2) for i in range(len(written))}


@given(MARKUP, st.data())
def test_removing_a_block_leaves_every_other_byte(text: str, data: st.DataObject) -> None:
    document = blocks.parse(text)
    nodes = [node for node in document.walk() if node.is_closed and node.block_name]
    if not nodes:
        return
    gone = data.draw(st.sampled_from(nodes))
    after = document.transform(lambda node: () if node.span == gone.span else node).serialize()
    assert after == text[: gone.span.start] + text[gone.span.end :]


@given(MARKUP, st.randoms(use_true_random=False))
def test_an_edited_document_is_that_of_its_new_text(text: str, random: Random) -> None:
    def change(node: Block) -> tuple[Block, ...]:
        children = list(node.children)
        random.shuffle(children)
        shuffled = node.with_parts("0", *children) if node.block_name and not node.is_void else node
        return random.choice([(), (node,), (node, node), (shuffled,)])

    changed = blocks.parse(text).transform(change)
    read = blocks.parse(changed.serialize())
    assert everything(changed) == everything(read)
    assert changed.to_wordpress(limit=None) == read.to_wordpress(limit=None)
    assert changed.problems == read.problems


@given(MARKUP)
def test_equal_markup_makes_equal_nodes(text: str) -> None:
    one, other = blocks.parse(text), blocks.parse(text)
    assert one == other
    assert hash(one) == hash(other)
    for mine, theirs in zip(one.walk(), other.walk(), strict=True):
        assert mine == theirs
        assert hash(mine) == hash(theirs)
        assert isinstance(mine, Block)
