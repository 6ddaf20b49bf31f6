"""Fields: what a declared type reads from saved markup, what a wrong declaration raises, and how long reading takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import blocks
from blocks.model.block import Block
from blocks.model.fields import Record, attribute, comment, fields_of, query, rich_text
from tests.timing import assert_in_step, seconds


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
        '<!-- wp:paragraph {"dropCap":true,"align":"right"} --><p class="has-text-align-right x">A&nbsp;B</p><!-- /wp:paragraph -->'
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


@pytest.mark.parametrize(
    ("written", "level"),
    [("3", 3), ("3.0", 3), ("-1", -1), ("2.5", 2), ("true", 2), ('"3"', 2), ("null", 2), ("[3]", 2), ("1e999", 2)],
)
def test_an_integer_is_a_number_without_fraction(written: str, level: int) -> None:
    found = only(f'<!-- wp:heading {{"level":{written}}} --><h2>x</h2><!-- /wp:heading -->').level
    assert (found, type(found)) == (level, int)


@pytest.mark.parametrize(
    ("written", "ids"),
    [("[1,2.0]", [1, 2]), ("[]", []), ('[1,"2"]', []), ("[1,2.5]", []), ("[null]", []), ('{"0":1}', [])],
)
def test_a_list_with_an_item_of_another_type_is_the_default(written: str, ids: list[int]) -> None:
    found = only(f'<!-- wp:gallery {{"ids":{written}}} /-->').ids
    assert (found, [type(one) for one in found]) == (ids, [int for _ in ids])


class Lock(Block):
    lock: str | bool = comment("lock", ["string", "boolean"], default="none")  # type: ignore[assignment]
    size: float | None = comment("size", ["integer", "number"])
    gone: str | None = comment("gone", ["string", "null"], default="here")


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ('{"lock":"all","size":2.5,"gone":null}', ("all", 2.5, None)),
        ('{"lock":false,"size":2.0,"gone":"x"}', (False, 2, "x")),
        ('{"lock":1,"size":"1","gone":1}', ("none", None, "here")),
    ],
)
def test_a_value_may_be_of_several_types(written: str, values: tuple[object, ...]) -> None:
    registry = blocks.Registry(plugins=False)
    registry.register(blocks.block("acme/lock")(type("Own", (Lock,), {})))
    (lock,) = blocks.parse(f"<!-- wp:acme/lock {written} /-->", registry=registry).children
    assert isinstance(lock, Lock)
    assert (lock.lock, lock.size, lock.gone) == values


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


def test_a_table_in_a_table_belongs_to_its_cell() -> None:
    inner = "<table><thead><tr><th>h</th></tr></thead><tbody><tr><td>i</td></tr></tbody></table>"
    table = only(
        f"<!-- wp:table --><figure><table><tbody><tr><td>a{inner}</td><td>b</td></tr><tr><td>c</td></tr></tbody>"
        f"<tfoot><tr><td>f</td></tr></tfoot></table>{inner}</figure><!-- /wp:table -->"
    )
    assert [[cell.content.text for cell in row.cells] for row in table.body] == [["ahi", "b"], ["c"]]
    assert (table.head, [cell.content for row in table.foot for cell in row.cells]) == ((), ["f"])


def test_rows_without_a_section_are_of_the_body_as_in_a_browser() -> None:
    table = only("<!-- wp:table --><table><tr><td>a</td></tr><tr><td>b</td></tr></table><!-- /wp:table -->")
    assert [[cell.content for cell in row.cells] for row in table.body] == [["a"], ["b"]]


def test_records_are_equal_when_their_values_are() -> None:
    def row(cells: str) -> Any:
        markup = f"<!-- wp:table --><table><tbody><tr>{cells}</tr></tbody></table><!-- /wp:table -->"
        return only(markup).body[0]

    one, same, other = row("<td>a</td>"), row('<td  class="x">a</td>'), row("<th>a</th>")
    assert one == same != other
    assert len({one, same, other}) == 2
    assert one.cells == same.cells != other.cells
    assert one != one.cells[0]


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
    assert only("<!-- wp:video /-->").controls is False
    assert blocks.Video(src="v.mp4").controls is True
    audio = only(
        '<!-- wp:audio --><figure><audio controls src="a.mp3" preload="none"></audio></figure><!-- /wp:audio -->'
    )
    assert (audio.src, audio.preload, audio.autoplay, audio.loop) == ("a.mp3", "none", False, False)
    embed = only('<!-- wp:embed {"url":"https://youtu.be/x","type":"video","providerNameSlug":"youtube"} /-->')
    assert (embed.url, embed.type, embed.provider_name_slug, embed.allow_responsive) == (
        "https://youtu.be/x", "video", "youtube", True,
    )  # fmt: skip


def test_html_keeps_every_byte_but_the_blanks_around_it() -> None:
    assert only("<!-- wp:html -->\n<B x=1>y<br> </B >\n<!-- /wp:html -->").content == "<B x=1>y<br> </B >"


def test_design_blocks() -> None:
    assert only('<!-- wp:group {"tagName":"main"} --><main></main><!-- /wp:group -->').tag_name == "main"
    assert only("<!-- wp:columns --><div></div><!-- /wp:columns -->").is_stacked_on_mobile is True
    assert only('<!-- wp:column {"width":"33%"} --><div></div><!-- /wp:column -->').width == "33%"
    assert only('<!-- wp:spacer {"height":"20px"} --><div></div><!-- /wp:spacer -->').height == "20px"
    assert only("<!-- wp:separator --><hr/><!-- /wp:separator -->").opacity == "alpha-channel"


# ------------------------------------------------------------------------------------------ wrong declarations


@pytest.mark.parametrize("name", ["children", "parts", "span", "markup", "attributes", "fragment", "block_name"])
def test_a_field_with_the_name_of_what_every_block_has_is_refused(name: str) -> None:
    hidden = type("Hidden", (Block,), {name: comment("x", "string")})
    message = rf"\.{name} would hide what every Block calls {name}"
    with pytest.raises(blocks.DeclarationError, match=message):
        blocks.block("acme/hidden")(hidden)
    with pytest.raises(blocks.DeclarationError, match=message):
        blocks.block("acme/hidden")(type("Heir", (hidden,), {}))


def test_a_field_of_a_record_cannot_hide_what_every_record_has() -> None:
    with pytest.raises(blocks.DeclarationError, match=r"Hidden\.fields would hide what every Record calls fields"):
        type("Hidden", (Record,), {"fields": attribute(None, "x")})


@pytest.mark.parametrize(
    ("declare", "message"),
    [
        (lambda: comment("a", "bool"), "'bool' is no type of block.json. Did you mean 'boolean'?"),
        (lambda: comment("a", ["string", "int"]), "'int' is no type of block.json"),
        (lambda: comment("a", "array", items="float"), "'float' is no type of block.json"),
        (lambda: comment("a", "string", items="string"), "comment('a') has items, but is no array"),
    ],
)
def test_a_type_that_block_json_does_not_have_is_refused(declare: Callable[[], object], message: str) -> None:
    with pytest.raises(blocks.DeclarationError) as raised:
        declare()
    assert message in str(raised.value)


def test_a_selector_that_cannot_be_read_is_told_with_its_field() -> None:
    class Part(Record):
        text = rich_text("b[")

    class Wrong(Block):
        link = attribute("a::", "href")

    class Partly(Block):
        parts_of_it = query("b", Part)

    registry = blocks.Registry(plugins=False)
    registry.register(blocks.block("acme/wrong")(Wrong))
    registry.register(blocks.block("acme/partly")(Partly))
    markup = "<!-- wp:acme/wrong /--><!-- wp:acme/partly --><b></b><!-- /wp:acme/partly -->"
    wrong, partly = blocks.parse(markup, registry=registry).children
    with pytest.raises(blocks.DeclarationError, match=r"^Wrong\.link: the selector 'a::' cannot be read: "):
        _ = wrong.link  # type: ignore[attr-defined]
    with pytest.raises(blocks.DeclarationError, match=r"Part\.text: the selector 'b\[' cannot be read: "):
        _ = partly.parts_of_it  # type: ignore[attr-defined]


# --------------------------------------------------------------------------------------------------- nightmares

NIGHTMARES: dict[str, tuple[str, Callable[[int], str], int]] = {
    "tables in tables": ("table", lambda n: "<table><tbody><tr><td>a" * n + "</td></tr></tbody></table>" * n, 400),
    "a row of many cells": ("table", lambda n: "<table><tbody><tr>" + "<td>1</td><th>2</th>" * n, 20_000),
    "a table of many rows": ("table", lambda n: "<table>" + "<tbody><tr><td>1</td></tr></tbody>" * n, 5_000),
    "items in items": ("gallery", lambda n: '<li class="blocks-gallery-item"><ul>' * n + "<b></b>" * 20 * n, 800),
    "many items": ("gallery", lambda n: '<li class="blocks-gallery-item"><img src="a"></li>' * n, 5_000),
    "headings that never end": ("heading", lambda n: "<h2>" * n, 10_000),
    "attributes of an image": (
        "image",
        lambda n: "<figure><img " + " ".join(f"data-{i}=a" for i in range(n)) + ">",
        20_000,
    ),
    "unclosed tags of a page": ("paragraph", lambda n: "<p>" + "<body " * n, 20_000),
}


def values(node: Any) -> object:
    return [
        [values(one) for one in value] if isinstance(value, tuple) else value
        for value in (getattr(node, name) for name in fields_of(type(node)))
    ]


@pytest.mark.parametrize("name", NIGHTMARES)
def test_reading_fields_takes_time_in_step_with_the_text(name: str) -> None:
    block, make, size = NIGHTMARES[name]

    def prepare(n: int) -> Callable[[], object]:
        markup = f"<!-- wp:{block} -->{make(n)}<!-- /wp:{block} -->"
        return lambda: values(only(markup))

    assert_in_step(prepare, size)


def test_tables_in_tables_take_milliseconds() -> None:
    html = "<table><tbody><tr><td>a" * 120 + "</td></tr></tbody></table>" * 120
    assert seconds(lambda: values(only(f"<!-- wp:table -->{html}<!-- /wp:table -->"))) < 0.1
