"""Old blocks written as today's; and what a document of made blocks is."""

from __future__ import annotations

import pytest

import blocks
from tests.corpus import inputs, shared

OLD_LIST = '<!-- wp:list -->\n<ul><li>Cod <a href="/z">z</a></li><li>Hake</li></ul>\n<!-- /wp:list -->'
OLD_QUOTE = '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><p>a</p><p>b</p><cite>c</cite></blockquote>\n<!-- /wp:quote -->'
OLD_GALLERY = (
    '<!-- wp:gallery {"ids":[1]} -->\n<ul class="wp-block-gallery columns-1 is-cropped"><li class="blocks-gallery-item">'
    '<figure><img src="a.jpg" alt="A" data-id="1" class="wp-image-1"/></figure></li></ul>\n<!-- /wp:gallery -->'
)


def test_what_old_blocks_hold_is_found_where_todays_hold_it() -> None:
    document = blocks.parse(f"{OLD_LIST}\n\n{OLD_QUOTE}\n\n{OLD_GALLERY}").migrate()
    assert [item.content.text for item in document.find(blocks.ListItem)] == ["Cod z", "Hake"]
    assert [one.content.html for one in document.find(blocks.Paragraph)] == ["a", "b"]
    assert [(image.url, image.alt) for image in document.find(blocks.Image)] == [("a.jpg", "A")]
    assert document.check() == ()
    assert [problem.code for problem in blocks.parse(OLD_LIST).check()] == ["older-shape"]


def test_only_old_blocks_change() -> None:
    odd = '<!-- wp:heading   {"level":3}-->\n<h3 class="wp-block-heading"   >A</h3>\n<!-- /wp:heading -->'
    lost = "<!-- wp:heading --><h3>no level</h3><!-- /wp:heading -->"
    unknown = '<!-- wp:acme/x {"a":1} -->x<!-- /wp:acme/x -->'
    text = f"<p>free</p>{odd}\n{lost}{unknown}"
    assert blocks.parse(text).migrate().markup == text
    migrated = blocks.parse(text + OLD_LIST).migrate().markup
    assert migrated.startswith(text + "<!-- wp:list -->")
    assert "<!-- wp:list-item -->" in migrated


def test_old_blocks_in_old_blocks_are_migrated() -> None:
    inner = "<!-- wp:heading --><h2>x</h2><!-- /wp:heading -->"
    group = f'<!-- wp:group --><div class="wp-block-group"><div class="wp-block-group__inner-container">{inner}</div></div><!-- /wp:group -->'
    document = blocks.parse(group * 2).migrate()
    assert [one.deprecation for one in document.walk()] == [None] * 4
    assert "inner-container" not in document.markup
    assert document.markup.count('<h2 class="wp-block-heading">x</h2>') == 2


@pytest.mark.parametrize("corpus", ["wxr", "core-fixtures", "posts"])
def test_real_posts_read_alike_before_and_after(corpus: str) -> None:
    """Blocks that migrate into one another are the same blocks to the editor."""
    count = 0
    for path in inputs(shared("conformance", corpus)):
        document = blocks.parse(path.read_bytes())
        migrated = document.migrate()
        count += migrated != document
        before = [problem.code for problem in document.check()].count("unrecognised-markup")
        assert [problem.code for problem in migrated.check()].count("unrecognised-markup") <= before, path.stem
        names = [one["name"] for one in document.to_json(limit=None) if one["name"] != "core/freeform"]
        assert [one["name"] for one in migrated.to_json(limit=None) if one["name"] != "core/freeform"] == names, (
            path.stem
        )
    assert count > 5


def test_a_document_of_made_blocks() -> None:
    document = blocks.Document.of(blocks.Heading(content="A"), blocks.Paragraph(content="B"))
    assert document.markup == (
        '<!-- wp:heading -->\n<h2 class="wp-block-heading">A</h2>\n<!-- /wp:heading -->\n\n'
        "<!-- wp:paragraph -->\n<p>B</p>\n<!-- /wp:paragraph -->"
    )
    assert blocks.Document.of().markup == ""
    with pytest.raises(TypeError, match=r"Document.of\(\) takes blocks, not .*put a \* before a list"):
        blocks.Document.of([blocks.Paragraph(content="B")])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("markup", "fields"),
    [
        ("<!-- wp:heading --><h3>Old</h3><!-- /wp:heading -->", {"level": 4}),
        ('<!-- wp:image --><img src="a"><!-- /wp:image -->', {"align": "left"}),
    ],
)
def test_an_edit_that_would_contradict_the_html_is_refused_with_its_place(
    markup: str, fields: dict[str, object]
) -> None:
    document = blocks.parse("\n" + markup)
    wanted = type(document.children[1])
    with pytest.raises(blocks.EditError, match=r"^at 2:1: .* this HTML is not as the editor saves it"):
        document.edit(wanted, **fields)  # type: ignore[arg-type]


def test_what_stands_in_html_that_the_editor_did_not_save_can_be_edited() -> None:
    markup = '<!-- wp:image --><img src="a" alt=""><!-- /wp:image -->'
    assert blocks.parse(markup).edit(blocks.Image, alt="A cat").markup == markup.replace('alt=""', 'alt="A cat"')
    old = (
        '<!-- wp:image {"id":827,"width":160,"height":120} --><div class="wp-block-image"><figure class="alignright is-resized">'
        '<img src="m.jpg" alt="m" class="wp-image-827" width="160" height="120"/></figure></div><!-- /wp:image -->'
    )
    edited = blocks.parse(old).edit(blocks.Image, alt="x")
    assert next(edited.find(blocks.Image)).alt == "x"
    assert edited.check() == () or [one.code for one in edited.check()] == [
        one.code for one in blocks.parse(old).check()
    ]
