"""The declared types: fields read from saved markup, and each declaration held against WordPress's block.json."""

from __future__ import annotations

import json
from typing import Any

import pytest

import blocks
from blocks.model.fields import fields_of
from blocks.model.node import Block
from tests.corpus import shared


def only(markup: str) -> Any:
    (node,) = blocks.parse(markup).children
    return node


def test_paragraph() -> None:
    plain = only("<!-- wp:paragraph --><p>Hi <em>you</em></p><!-- /wp:paragraph -->")
    assert (plain.content.html, plain.content.text, plain.drop_cap, plain.align) == (
        "Hi <em>you</em>",
        "Hi you",
        False,
        None,
    )
    styled = only(
        '<!-- wp:paragraph {"dropCap":true,"align":"right"} --><p class="x">A&nbsp;B</p><!-- /wp:paragraph -->'
    )
    assert (styled.content, styled.content.text, styled.drop_cap, styled.align) == ("A&nbsp;B", "A\xa0B", True, "right")


def test_heading() -> None:
    heading = only('<!-- wp:heading {"level":3} --><h3 class="wp-block-heading">T</h3><!-- /wp:heading -->')
    assert (heading.level, heading.content) == (3, "T")
    assert only("<!-- wp:heading --><h2>T</h2><!-- /wp:heading -->").level == 2
    match heading:
        case blocks.Heading(level=3, content=content):
            assert content == "T"
        case _:
            pytest.fail("a heading matches by its fields")


def test_image() -> None:
    image = only(
        '<!-- wp:image {"id":7,"sizeSlug":"large","width":"300px","lightbox":{"enabled":true}} -->'
        '<figure class="wp-block-image"><a href="/b" rel="me" target="_blank" class="l"><img src="a.jpg?x=1&amp;y=2" '
        'alt="A &quot;cat&quot;" title="t"/></a><figcaption>By <b>me</b></figcaption></figure><!-- /wp:image -->'
    )
    assert (image.url, image.alt, image.title) == ("a.jpg?x=1&y=2", 'A "cat"', "t")
    assert (image.href, image.rel, image.link_target, image.link_class) == ("/b", "me", "_blank", "l")
    assert (image.id, image.size_slug, image.width, image.lightbox) == (7, "large", "300px", {"enabled": True})
    assert image.caption == blocks.RichText("By <b>me</b>")
    empty = only("<!-- wp:image /-->")
    assert (empty.url, empty.alt, empty.caption.html, bool(empty.caption)) == (None, "", "", False)


def test_a_value_of_another_type_is_the_default() -> None:
    image = only('<!-- wp:image {"id":"7","sizeSlug":1,"lightbox":[]} /-->')
    assert (image.id, image.size_slug, image.lightbox) == (None, None, None)
    assert only('<!-- wp:heading {"level":true} --><h2>x</h2><!-- /wp:heading -->').level == 2
    assert only("<!-- wp:heading {bad} --><h2>x</h2><!-- /wp:heading -->").level == 2


def test_gallery_of_both_generations() -> None:
    old = only(
        '<!-- wp:gallery {"ids":[1,2]} --><figure class="wp-block-gallery"><ul><li class="blocks-gallery-item"><figure>'
        '<img src="a.jpg" alt="A" data-id="1"/><figcaption class="blocks-gallery-item__caption">One</figcaption></figure>'
        '</li><li class="blocks-gallery-item"><figure><img src="b.jpg" data-id="2"/></figure></li></ul>'
        '<figcaption class="blocks-gallery-caption">All</figcaption></figure><!-- /wp:gallery -->'
    )
    assert [(image.url, image.alt, image.id, image.caption.text) for image in old.images] == [
        ("a.jpg", "A", "1", "One"),
        ("b.jpg", "", "2", ""),
    ]
    assert (old.caption, old.ids, old.image_crop) == ("All", [1, 2], True)
    new = only(
        '<!-- wp:gallery --><figure class="wp-block-gallery has-nested-images"><!-- wp:image --><figure><img src="c.jpg"/>'
        "</figure><!-- /wp:image --></figure><!-- /wp:gallery -->"
    )
    assert new.images == ()
    assert [image.url for image in blocks.parse(new.markup).find(blocks.Image)] == ["c.jpg"]


def test_lists_quotes_and_buttons() -> None:
    numbered = only(
        '<!-- wp:list {"ordered":true,"start":3,"reversed":true} --><ol reversed start="3"><!-- wp:list-item --><li>a '
        "<!-- wp:list --><ul></ul><!-- /wp:list --></li><!-- /wp:list-item --></ol><!-- /wp:list -->"
    )
    assert (numbered.ordered, numbered.start, numbered.reversed) == (True, 3, True)
    assert numbered.children[0].content == "a "
    quote = only(
        "<!-- wp:quote --><blockquote><!-- wp:paragraph --><p>Q</p><!-- /wp:paragraph --><cite>Me</cite></blockquote><!-- /wp:quote -->"
    )
    assert quote.citation == "Me"
    button = only(
        '<!-- wp:button {"width":50} --><div><a class="wp-block-button__link" href="/go" target="_blank" rel="x" title="t">'
        "<strong>Go</strong></a></div><!-- /wp:button -->"
    )
    assert (button.url, button.text, button.link_target, button.rel, button.title, button.width, button.tag_name) == (
        "/go", "<strong>Go</strong>", "_blank", "x", "t", 50, "a",
    )  # fmt: skip


def test_table() -> None:
    table = only(
        "<!-- wp:table --><figure><table><thead><tr><th scope='col'>H</th></tr></thead><tbody><tr>"
        '<td data-align="right" colspan="2" rowspan="3">a <b>b</b></td></tr></tbody><tfoot><tr><td>F</td></tr></tfoot>'
        "</table><figcaption>C</figcaption></figure><!-- /wp:table -->"
    )
    (row,) = table.body
    (cell,) = row.cells
    assert (cell.tag, cell.content, cell.align, cell.colspan, cell.rowspan) == ("td", "a <b>b</b>", "right", "2", "3")
    assert [(row.cells[0].tag, row.cells[0].content.text) for row in (*table.head, *table.foot)] == [
        ("th", "H"),
        ("td", "F"),
    ]
    assert (table.caption, table.has_fixed_layout) == ("C", True)
    assert repr(cell).startswith("Cell(content=RichText('a <b>b</b>'), tag='td'")


def test_players_and_embeds() -> None:
    video = only(
        '<!-- wp:video {"id":9} --><figure><video autoplay loop muted poster="p.jpg" src="v.mp4" playsinline></video>'
        "<figcaption>V</figcaption></figure><!-- /wp:video -->"
    )
    assert (video.autoplay, video.loop, video.muted, video.controls, video.plays_inline) == (
        True,
        True,
        True,
        False,
        True,
    )
    assert (video.src, video.poster, video.preload, video.id, video.caption) == ("v.mp4", "p.jpg", "metadata", 9, "V")
    assert only("<!-- wp:video /-->").controls is True
    audio = only(
        '<!-- wp:audio --><figure><audio controls src="a.mp3" preload="none"></audio></figure><!-- /wp:audio -->'
    )
    assert (audio.src, audio.preload, audio.autoplay, audio.loop) == ("a.mp3", "none", False, False)
    embed = only('<!-- wp:embed {"url":"https://youtu.be/x","type":"video","providerNameSlug":"youtube"} /-->')
    assert (embed.url, embed.type, embed.provider_name_slug, embed.allow_responsive) == (
        "https://youtu.be/x", "video", "youtube", True,
    )  # fmt: skip


def test_html_keeps_every_byte() -> None:
    assert only("<!-- wp:html -->\n<B x=1>y<br></B>\n<!-- /wp:html -->").content == "\n<B x=1>y<br></B>\n"


def test_design_blocks() -> None:
    assert only('<!-- wp:group {"tagName":"main"} --><main></main><!-- /wp:group -->').tag_name == "main"
    assert only("<!-- wp:columns --><div></div><!-- /wp:columns -->").is_stacked_on_mobile is True
    assert only('<!-- wp:column {"width":"33%"} --><div></div><!-- /wp:column -->').width == "33%"
    assert only('<!-- wp:spacer {"height":"20px"} --><div></div><!-- /wp:spacer -->').height == "20px"
    assert only("<!-- wp:separator --><hr/><!-- /wp:separator -->").opacity == "alpha-channel"


@pytest.mark.parametrize("block_type", list(blocks.core_registry()), ids=lambda one: one.__name__)
def test_a_declaration_agrees_with_block_json(block_type: type[Block]) -> None:
    facts = {
        record["name"]: record for record in json.loads(shared("facts", "block-types.json").read_bytes())["blocks"]
    }
    record = facts[block_type.type_name]
    assert block_type.__module__.rpartition(".")[2] in (record["category"], "node")
    known = record["editorAttributes"] | record["attributes"]
    for name, field in fields_of(block_type).items():
        word = "".join(part.title() if i else part for i, part in enumerate(name.split("_")))
        assert word in known, f"{block_type.__name__}.{name} is no attribute of {block_type.type_name}"
        source = known[word].get("source", "comment")
        assert field.source == source, f"{block_type.__name__}.{name} is sourced from {source}"


def test_every_type_shows_a_scrap_of_its_markup() -> None:
    for block_type in blocks.core_registry():
        assert "<" in (block_type.__doc__ or ""), block_type.__name__
