"""The tree's verbs: walk, find, transform; equality, printing, and building by parts."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

import blocks
from blocks.model.block import Block

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


def test_a_transform_sees_overlapping_blocks_as_they_were_opened() -> None:
    text = "<!-- wp:image /-->a<!-- wp:group -->b<!-- wp:spacer /-->c<!-- wp:column -->d<!-- wp:more /-->e"
    document = blocks.parse(text)

    def without(name: str) -> str | bytes:
        return document.transform(lambda node: () if node.block_name == name else node).serialize()

    assert without("core/image") == text.replace("<!-- wp:image /-->", "")
    assert without("core/spacer") == text.replace("<!-- wp:spacer /-->", "")
    assert without("core/more") == text.replace("<!-- wp:more /-->", "")
    assert without("core/column") == "<!-- wp:image /-->a<!-- wp:group -->b<!-- wp:spacer /-->c"
    assert without("core/group") == "<!-- wp:image /-->a"
    assert document.transform(lambda node: node) is document


def test_editing_overlapping_blocks_costs_no_more_than_their_text() -> None:
    text = "<!-- wp:group --><div>" * 3000 + "<!-- wp:paragraph --><p></p><!-- /wp:paragraph -->"
    changed = blocks.parse(text).transform(lambda node: () if isinstance(node, blocks.Paragraph) else node)
    assert changed.markup == "<!-- wp:group --><div>" * 3000
    with pytest.raises(blocks.LimitError):
        changed.to_wordpress(limit=10)


def test_a_transformed_document_is_that_of_its_new_text() -> None:
    document = blocks.parse("<!-- wp:more /--><!-- wp:group --><div></div><!-- /wp:columns -->")
    changed = document.transform(lambda node: () if node.is_void else node)
    assert [str(problem) for problem in changed.problems] == [
        "1:29: mismatched-closer this closer says core/columns but closes the core/group opened at 1:1"
    ]
    assert repr(changed) == "<Document of 48 characters, 1 top-level blocks>"
    assert changed == blocks.parse(changed.markup)


def test_html_that_looks_like_a_delimiter_is_read_once_the_document_is() -> None:
    document = blocks.parse("<!-- wp:group --><!-- /wp:group -->")
    changed = document.transform(lambda node: node.with_parts("<!-- wp:image /-->"))
    assert [node.block_name for node in changed.walk()] == ["core/group", "core/image"]


def test_documents_and_blocks_are_copied_and_pickled_as_values() -> None:
    document = blocks.parse(b'x<!-- wp:group {"a":1} --><div><!-- wp:more /--></div><!-- /wp:group -->')
    group = document.children[1]
    assert group.fragment.first("div") is not None
    assert document.problems
    assert copy.copy(document) is copy.deepcopy(document) is document
    assert copy.copy(group) is copy.deepcopy(group) is group
    assert pickle.loads(pickle.dumps(document)) == document
    assert pickle.loads(pickle.dumps(document)).serialize() == document.serialize()
    again = pickle.loads(pickle.dumps(group))
    assert again == group
    assert type(again) is blocks.Group
    deep = blocks.parse("<!-- wp:group -->" * 5000 + "<!-- /wp:group -->" * 5000)
    assert pickle.loads(pickle.dumps(copy.deepcopy(deep.children[0]))) == deep.children[0]


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


@pytest.mark.parametrize("part", [3, None, ["x"], b"x"])
def test_with_parts_refuses_what_is_no_part(part: Any) -> None:
    (group,) = blocks.parse("<!-- wp:group --><!-- /wp:group -->").children
    with pytest.raises(TypeError, match=r"with_parts\(\) takes HTML as str, and blocks"):
        group.with_parts("<div>", part)


def test_parts_next_to_each_other_are_one() -> None:
    (group,) = blocks.parse("<!-- wp:group --><!-- /wp:group -->").children
    assert group.with_parts("0", "1", "", "2").inner_content == ("012",)


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
    document = blocks.parse("<!-- wp:image /-->")
    (image,) = document.children
    with pytest.raises(AttributeError, match=r"Image\.url cannot be set: blocks are frozen"):
        image.url = "x"  # type: ignore[attr-defined]
    for owner, name in ((image, "anything"), (image, "children"), (document, "children"), (document, "source")):
        with pytest.raises(AttributeError):
            setattr(owner, name, ())
