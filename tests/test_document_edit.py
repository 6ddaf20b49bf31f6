"""Documents in which some blocks have other values in some fields."""

from __future__ import annotations

from typing import Any

import pytest

import blocks
from blocks import Block, Group, Heading, Paragraph
from tests.timing import assert_in_step

HEADING = '<!-- wp:heading --><h2 class="wp-block-heading">a</h2><!-- /wp:heading -->'


def test_values_may_be_functions_of_the_block() -> None:
    document = blocks.parse(
        '<!-- wp:heading {"level":5} --><h5 class="wp-block-heading">a</h5><!-- /wp:heading -->' * 2
    )
    lower = document.edit("heading", level=lambda heading: min(heading.level + 1, 6))
    assert [heading.level for heading in lower.find(Heading)] == [6, 6]
    assert lower.edit(Heading, level=lambda heading: heading.level) is lower


GROUP = '<!-- wp:group --><div class="wp-block-group">{}</div><!-- /wp:group -->'


def test_one_block_of_many_equal_ones_is_edited() -> None:
    paragraph = "<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->"
    markup = GROUP.format(paragraph + GROUP.format(paragraph)) + paragraph
    document = blocks.parse(markup)
    paragraphs = list(document.find(Paragraph))
    for number, one in enumerate(paragraphs):
        edited = document.edit(one, content="b")
        assert [other.content == "b" for other in edited.find(Paragraph)] == [number == n for n in range(3)]
    groups = list(document.find(Group))
    assert document.edit(groups[1], tag_name="main").markup.count("<main") == 1


def test_blocks_that_are_not_closed_are_edited_each() -> None:
    markup = '<!-- wp:site-title {"level":1} -->a<!-- wp:site-title {"level":2} -->b<!-- wp:site-title {"level":3} -->c'
    document = blocks.parse(markup)
    assert len(document.overlapping) > 1
    for block in document.find("site-title"):
        assert document.edit(block, level=6).markup == markup.replace(block.raw_attributes or "?", '{"level":6}')
    assert document.edit("site-title", level=6).markup.count('"level":6') == 3


def test_blocks_of_other_documents_are_refused() -> None:
    with pytest.raises(ValueError, match="is not of this document; take one of"):
        blocks.parse(HEADING).edit(blocks.parse(HEADING).children[0], level=3)


def test_field_names_are_checked_where_nothing_matches() -> None:
    document = blocks.parse("<p>x</p>\n\n")
    for wanted in (Heading, "heading", "core/heading"):
        with pytest.raises(TypeError, match=r"Heading has no field 'lvl'\. Did you mean 'level'"):
            document.edit(wanted, lvl=3)
    assert document.edit(Heading, level=3) is document
    assert document.edit("acme/none", level=3) is document


def test_all_blocks_can_be_edited_but_not_the_blanks_between() -> None:
    document = blocks.parse("<!-- wp:spacer /-->\n\n<!-- wp:site-title /-->")
    assert document.edit(Block, lock={"move": True}).markup.count('"lock"') == 2


def test_a_block_is_edited_around_children_that_are_edited() -> None:
    document = blocks.parse(GROUP.format(GROUP.format("")))
    edited = document.edit(Group, tag_name=lambda group: "main" if group.children else "section")
    assert edited.markup.count("<main") == edited.markup.count("<section") == 1
    assert [group.tag_name for group in edited.find(Group)] == ["main", "section"]


def test_many_blocks_are_edited_in_step_with_their_number() -> None:
    markup = "<!-- wp:heading --><h2 class=wp-block-heading>a</h2><!-- /wp:heading -->\n\n"

    def prepare(size: int) -> Any:
        document = blocks.parse(markup * size)
        return lambda: document.edit(Heading, level=3)

    assert_in_step(prepare, 4_000)


@pytest.mark.parametrize(
    "opener",
    ['<!-- wp:group --><div class="wp-block-group">', '<!-- wp:group --><div class="wp-block-group"><div class="wp-block-group__inner-container">'],
    ids=["today", "older"],
)  # fmt: skip
def test_nested_blocks_are_edited_in_step_with_their_depth(opener: str) -> None:
    closer = "</div>" * opener.count("<div") + "<!-- /wp:group -->"

    def prepare(size: int) -> Any:
        document = blocks.parse(opener * size + closer * size)
        return lambda: document.edit(Group, tag_name="main")

    assert_in_step(prepare, 2_000)


def test_twenty_thousand_groups_inside_each_other_are_edited() -> None:
    document = blocks.parse(
        '<!-- wp:group --><div class="wp-block-group">' * 20_000 + "</div><!-- /wp:group -->" * 20_000
    )
    assert document.edit(Group, anchor="x").markup.count(' id="x"') == 20_000
