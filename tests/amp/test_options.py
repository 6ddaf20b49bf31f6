"""The options of AMP: what each does, what of it is wrong, and what a rendering says of itself beside its output."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import blocks
from blocks.errors import OptionError, SourceError
from blocks.render.amp import AmpRenderer
from blocks.render.amp.stylesheet import Sheet

PICTURE = '<!-- wp:image --><figure class="wp-block-image"><img src="{}" alt=""/></figure><!-- /wp:image -->'
FILM = '<!-- wp:video --><figure class="wp-block-video"><video src="https://a.test/a.mp4"></video></figure><!-- /wp:video -->'
FRAME = '<!-- wp:html --><iframe src="https://a.test/" width="4" height="3"></iframe><!-- /wp:html -->'


def fragment(markup: str, **options: Any) -> str:
    return blocks.render(markup, "amp", fragment=True, **options)


# -------------------------------------------------------------------------------------------------------- image_size


def test_image_size_is_asked_once_for_each_picture_that_no_other_source_knows() -> None:
    asked: list[str] = []

    def size(address: str) -> tuple[int, int] | None:
        asked.append(address)
        return (600, 400) if address == "a.jpg" else None

    markup = "".join(PICTURE.format(name) for name in ("a.jpg", "b.jpg", "a.jpg", "c-300x200.jpg"))
    markup += '<img src="d.jpg" width="3" height="2" alt="">'
    result = blocks.convert(markup, "amp", image_size=size)
    assert asked == ["a.jpg", "b.jpg"]
    assert result.output.count('width="600" height="400"') == 2
    assert result.images == {"caller": 2, "unknown": 1, "file-name": 1, "attributes": 1}


def test_image_size_may_answer_a_list() -> None:
    assert 'width="3" height="2"' in fragment(PICTURE.format("a.jpg"), image_size=lambda _: [3, 2])


@pytest.mark.parametrize("answer", [(600,), (600, 400, 1), (0, 400), (-600, 400), (600.0, 400), ("600", "400"),
                                    (True, True), 600, "600x400", (2**40, 1), {600, 400}, b"ab"])  # fmt: skip
def test_image_size_that_answers_no_size(answer: Any) -> None:
    def measure(_address: str) -> Any:
        return answer

    with pytest.raises(OptionError) as caught:
        fragment(PICTURE.format("https://a.test/a.jpg"), image_size=measure)
    told = str(caught.value)
    assert told.startswith(f"image_size (measure) answered {answer!r} for 'https://a.test/a.jpg'; it must answer")


def test_what_image_size_raises_comes_out_as_it_is() -> None:
    def broken(address: str) -> tuple[int, int]:
        raise ConnectionError(address)

    with pytest.raises(ConnectionError, match=r"a\.jpg"):
        fragment(PICTURE.format("a.jpg"), image_size=broken)


@pytest.mark.parametrize("wrong", [(600, 400), "600x400", 600])
def test_image_size_that_is_no_function(wrong: Any) -> None:
    with pytest.raises(OptionError, match="image_size"):
        fragment("", image_size=wrong)


# -------------------------------------------------------------------------------------------------------- stylesheet


def custom(page: str) -> str:
    return page.partition("<style amp-custom>\n")[2].partition("\n</style>")[0]


def test_a_stylesheet_stands_behind_all_others(tmp_path: Path) -> None:
    file = tmp_path / "mine.css"
    file.write_bytes(b"\xef\xbb\xbfp { color: teal !important } .nowhere { color: red }")
    for given in (str(file), file, Sheet("mine", file.read_text("utf-8-sig"))):
        css = custom(blocks.render("<p>Tea</p>", "amp", stylesheet=given))
        assert css.endswith("p:not(#_){color:teal}")
    assert "teal" not in custom(blocks.render("<p>Tea</p>", "amp"))


def test_a_stylesheet_of_which_something_is_lost_is_named() -> None:
    result = blocks.convert("<p>Tea</p>", "amp", stylesheet=Sheet("mine", "@import 'a.css'; p { color: teal }"))
    assert [str(one) for one in result.rendering_problems] == [
        "1:1: unsupported-content mine: 1 @import was left out (line 1): AMP does not take it"
    ]


def test_a_stylesheet_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nowhere\.css cannot be read: No such file"):
        fragment("", stylesheet=tmp_path / "nowhere.css")
    with pytest.raises(SourceError, match="cannot be read: "):
        fragment("", stylesheet=str(tmp_path))
    latin = tmp_path / "latin.css"
    latin.write_bytes(b"p::before { content: '\xe9' }")
    with pytest.raises(SourceError, match=r"latin\.css cannot be read as a stylesheet: it is not UTF-8"):
        fragment("", stylesheet=latin)


# ------------------------------------------------------------------------------------------------------------ others


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"canonical": "javascript:x"}, "canonical='javascript:x' is no web address"),
        ({"img": "tiny"}, "img"),
        ({"gallery": "slides"}, "gallery"),
        ({"fragment": "yes"}, "fragment"),
        ({"stylesheet": 7}, "stylesheet"),
        ({"page": True}, "has no option 'page'"),
    ],
)
def test_options_that_are_wrong(options: dict[str, Any], told: str) -> None:
    with pytest.raises(OptionError, match=told):
        blocks.render("<p>Tea</p>", "amp", **options)


def test_a_wrong_address_of_a_fragment_is_told_too() -> None:
    with pytest.raises(OptionError, match="is no web address"):
        fragment("", canonical="nowhere:")


def test_options_are_read_once_for_several_renderings(tmp_path: Path) -> None:
    file = tmp_path / "mine.css"
    file.write_text("p{color:teal}")
    prepared = AmpRenderer.prepared({"stylesheet": file, "canonical": " https://a.test/\n", "img": "amp"})
    assert prepared == {"stylesheet": Sheet(str(file), "p{color:teal}"), "canonical": "https://a.test/", "img": "amp"}
    file.unlink()
    assert blocks.render("<p>Tea</p>", "amp", **prepared).count("color:teal") == 1
    with pytest.raises(OptionError, match="is no web address"):
        AmpRenderer.prepared({"canonical": "nowhere:"})
    with pytest.raises(SourceError, match="cannot be read"):
        AmpRenderer.prepared({"stylesheet": file})


# ------------------------------------------------------------------------------------------------ beside the output


@pytest.mark.parametrize("markup", [FILM + FRAME, PICTURE.format("a.jpg")])
def test_a_fragment_needs_the_scripts_and_styles_of_its_page(markup: str) -> None:
    page, part = blocks.convert(markup, "amp"), blocks.convert(markup, "amp", fragment=True)
    assert page.css == custom(page.output)
    assert part.components == page.components
    for name, address in part.components.items():
        assert f'<script async custom-element="{name}" src="{address}"></script>' in page.output
    assert page.output.count("custom-element") == len(page.components)
    assert part.output in page.output


def test_a_carousel_is_no_grid_in_a_fragment_either() -> None:
    markup = GALLERY.format("", PICTURE.format("a-30x20.jpg") + PICTURE.format("b-30x20.jpg"))
    for fragment in (False, True):
        css = blocks.convert(markup, "amp", gallery="carousel", fragment=fragment).css
        rule = re.search(r"([^{}]*:has\(> amp-carousel\))\{display:block\}", css)
        assert rule is not None
        assert ".page" not in rule[1]
        assert rule[1].count(".") == 2, "as much as `.page .wp-block-gallery`, which makes it a grid"


def test_styles_are_those_that_the_whole_page_has_of_it(tmp_path: Path) -> None:
    own = Sheet("own", ".site-head { color: teal } .nobody { color: red }")
    page, part = blocks.convert(FILM, "amp", stylesheet=own), blocks.convert(FILM, "amp", fragment=True, stylesheet=own)
    assert ".page" in page.css
    assert ".page" not in part.css
    assert ".site-head" not in page.css
    assert ".site-head" in part.css  # in a page that is not known here
    template = tmp_path / "templates" / "amp" / "page.html"
    template.parent.mkdir(parents=True)
    template.write_text(
        '{% extends "blocks:amp/page.html" %}{% block body %}<b class="site-head">A</b>{{ super() }}{% endblock %}'
    )
    themed = blocks.convert(FILM, "amp", stylesheet=own, theme=tmp_path)
    assert ".site-head{color:teal}" in themed.css
    assert ".nobody" not in themed.css


def test_components_are_those_in_the_output() -> None:
    assert dict(blocks.convert(FILM + FRAME, "amp").components) == {
        "amp-iframe": "https://cdn.ampproject.org/v0/amp-iframe-0.1.js",
        "amp-video": "https://cdn.ampproject.org/v0/amp-video-0.1.js",
    }
    assert not blocks.convert("<p>Tea</p>", "amp").components
    assert not blocks.convert(FILM, "html").components


SOURCES: list[tuple[str, str, Callable[[str], Any] | None]] = [
    ("attributes", '<img src="a.jpg" width="3" height="2" alt="">', None),
    ("file-name", '<img src="a-30x20.jpg" alt="">', None),
    ("block", '<img src="a.jpg" style="width:3px;height:2px" alt="">', None),
    ("caller", '<img src="a.jpg" alt="">', lambda _: (3, 2)),
    ("unknown", '<img src="a.jpg" alt="">', None),
]


@pytest.mark.parametrize(("source", "html", "asked"), SOURCES)
def test_pictures_are_counted_by_the_source_of_their_size(
    source: str, html: str, asked: Callable[[str], Any] | None
) -> None:
    result = blocks.convert(html * 2, "amp", image_size=asked)
    assert result.images == {source: 2}


GALLERY = '<!-- wp:gallery {} --><figure class="wp-block-gallery">{}</figure><!-- /wp:gallery -->'
LARGE = '<!-- wp:image {"ampLightbox":true} --><figure class="wp-block-image"><img src="a.jpg" alt=""/></figure><!-- /wp:image -->'


@pytest.mark.parametrize(
    ("markup", "options"),
    [
        (GALLERY.format("", PICTURE.format("a.jpg") + PICTURE.format("b.jpg")), {"gallery": "carousel"}),
        (GALLERY.format('{"ampLightbox":true}', PICTURE.format("a.jpg") + PICTURE.format("b.jpg")), {}),
        (LARGE * 2, {}),
        (PICTURE.format("a.jpg") * 2, {"img": "amp"}),
    ],
)
def test_every_form_asks_all_sources_and_counts_a_picture_once(markup: str, options: dict[str, Any]) -> None:
    result = blocks.convert(markup, "amp", image_size=lambda _: (600, 400), **options)
    assert result.output.count("<amp-img") == 2
    assert result.images == {"caller": 2}
    assert not [one for one in result.rendering_problems if one.code == "unknown-dimensions"]


def test_pictures_of_what_is_no_carousel_after_all_are_counted_once() -> None:
    markup = GALLERY.format("", PICTURE.format("a-30x20.jpg") + "<p>and</p>" + PICTURE.format(""))
    assert blocks.convert(markup, "amp", gallery="carousel").images == {"file-name": 1}
