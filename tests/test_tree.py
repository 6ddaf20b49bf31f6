"""The tree's verbs: walk, find, transform; equality, printing, and building by parts."""

from __future__ import annotations

from typing import Any

import pytest

import blocks
from blocks.model.node import Block

MARKUP = (
    '<!-- wp:columns --><div><!-- wp:column --><div><!-- wp:image {"id":1} --><figure></figure><!-- /wp:image -->'
    "</div><!-- /wp:column --></div><!-- /wp:columns -->\n\n"
    "<!-- wp:video --><figure></figure><!-- /wp:video -->\n\n<p>Classic</p>"
)


def test_walk_goes_parents_first_and_leaves_blanks_out() -> None:
    document = blocks.parse(MARKUP)
    assert [node.block_name for node in document.walk()] == [
        "core/columns", "core/column", "core/image", "core/video", None,
    ]  # fmt: skip
    assert [node.markup for node in document.walk(blanks=True) if node.is_blank] == ["\n\n"]


def test_find_takes_types_and_names() -> None:
    document = blocks.parse(MARKUP)
    assert [type(node).__name__ for node in document.find(blocks.Figure)] == ["Image", "Video"]
    assert [node.id for node in document.find(blocks.Image)] == [1]
    assert [node.block_name for node in document.find("column", "core/video")] == ["core/column", "core/video"]
    assert [node.markup.strip() for node in document.find(blocks.Freeform)] == ["<p>Classic</p>"]
    assert list(document.find("acme/nothing")) == []


def test_find_refuses_what_is_neither() -> None:
    document = blocks.parse("")
    with pytest.raises(TypeError, match="find\\(\\) takes block types and names, not 7"):
        document.find(7)  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="at least one block type or name"):
        document.find()


def test_transform_replaces_removes_and_keeps_other_bytes() -> None:
    document = blocks.parse(MARKUP)
    (more,) = blocks.parse("<!-- wp:more /-->").children

    def change(node: Block) -> Any:
        match node:
            case blocks.Image():
                return [more, node]
            case blocks.Video():
                return ()
            case _:
                return node

    changed = document.transform(change).serialize()
    image = '<!-- wp:image {"id":1} --><figure></figure><!-- /wp:image -->'
    video = "<!-- wp:video --><figure></figure><!-- /wp:video -->"
    assert changed == MARKUP.replace(image, "<!-- wp:more /-->" + image).replace(video, "")
    assert document.serialize() == MARKUP


def test_transform_sees_children_transformed_already() -> None:
    seen: list[tuple[str | None, int]] = []

    def change(node: Block) -> Any:
        seen.append((node.block_name, len(node.children)))
        return () if node.block_name == "core/image" else node

    blocks.parse(MARKUP).transform(change)
    assert seen[:3] == [("core/image", 0), ("core/column", 0), ("core/columns", 1)]


def test_a_transform_that_forgets_to_return_is_told_so() -> None:
    with pytest.raises(TypeError, match=r"returned None for <Image core/image at 1:"):
        blocks.parse(MARKUP).transform(lambda _: None)  # type: ignore[arg-type,return-value]
    with pytest.raises(TypeError, match="returned 'html'"):
        blocks.parse(MARKUP).transform(lambda _: "html")  # type: ignore[arg-type,return-value]


def test_a_document_with_overlapping_blocks_can_be_transformed() -> None:
    text = "<!-- wp:image /-->a<!-- wp:group -->b<!-- wp:column -->c"
    document = blocks.parse(text)
    without_image = document.transform(lambda node: () if node.block_name == "core/image" else node)
    assert without_image.serialize() == text.removeprefix("<!-- wp:image /-->")
    # Once an overlapping block goes, the rest stands as WordPress has it: each with the text it repeats.
    without_column = document.transform(lambda node: () if node.block_name == "core/column" else node)
    assert without_column.overlapping == ()
    assert without_column.serialize() == "<!-- wp:image /-->ba<!-- wp:group -->b<!-- wp:column -->c"


def test_with_parts_puts_other_content_between_the_delimiters() -> None:
    (group,) = blocks.parse('<!-- wp:group {"a":1} --><div></div><!-- /wp:columns -->').children
    (image,) = blocks.parse("<!-- wp:image /-->").children
    rebuilt = group.with_parts("<main>", image, "", "</main>")
    assert isinstance(rebuilt, blocks.Group)
    assert rebuilt.markup == '<!-- wp:group {"a":1} --><main><!-- wp:image /--></main><!-- /wp:columns -->'
    assert rebuilt.children == (image,)
    assert rebuilt.inner_html == "<main></main>"
    assert rebuilt.with_parts(*group.parts) == group


def test_an_unclosed_block_can_be_given_other_content() -> None:
    document = blocks.parse("<!-- wp:group --><div><!-- wp:image /-->x")
    assert document.transform(lambda node: () if node.is_void else node).serialize() == "<!-- wp:group --><div>x"


@pytest.mark.parametrize("markup", ["<!-- wp:image /-->", "<p>html</p>"])
def test_with_parts_refuses_what_has_no_opener(markup: str) -> None:
    (node,) = blocks.parse(markup).children
    with pytest.raises(ValueError, match="has no opener to put content behind"):
        node.with_parts("x")


def test_equality_is_type_and_markup() -> None:
    one, other = blocks.parse("<!-- wp:a /--> <!-- wp:a /-->").find("a")
    (spaced,) = blocks.parse("<!-- wp:a  /-->").children
    assert one == other
    assert one != spaced
    assert one != "<!-- wp:a /-->"
    assert len({one, other, spaced}) == 2
    assert blocks.parse("x") == blocks.parse("x") != blocks.parse("y")


def test_nodes_print_in_one_bounded_line() -> None:
    markup = f'<!-- wp:image {{"id":1,"x":"{"y" * 500}"}} --><figure>\n{"z" * 500}</figure><!-- /wp:image -->'
    document = blocks.parse("\n" + markup)
    assert repr(document) == f"<Document of {len(markup) + 1} characters, 1 top-level blocks>"
    text = repr(document.children[1])
    assert text.startswith('<Image core/image at 2:1, {"id":1,')
    assert len(text) < 200
    assert "\n" not in text
    assert repr(document.children[0]) == "<Freeform html at 1:1>"


def test_nodes_are_frozen_where_it_matters() -> None:
    (image,) = blocks.parse("<!-- wp:image /-->").children
    with pytest.raises(AttributeError, match=r"Image\.url cannot be set: blocks are frozen"):
        image.url = "x"  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        image.anything = 1  # type: ignore[attr-defined]
