"""Blocks of media in AMP: galleries as grids and carousels, pictures that open large; the validator over all of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import blocks
from blocks.fragment import Token, tokens
from blocks.site import MemorySite, SitePost
from tests.amp.hostile import SOUP
from tests.amp.validator import Page, Validator, missing
from tests.timing import assert_in_step

A, B = "https://e.org/a-300x200.jpg", "https://e.org/b-300x100.jpg"
CAPTION = '<figcaption class="wp-element-caption">One <img src="smile.gif" width="9" height="9"> <a href="x.jpg">y</a></figcaption>'


def image(src: str, caption: str = "", link: str = "", **attributes: Any) -> str:
    img = f'<img src="{src}" alt=""/>'
    linked = f'<a href="{link}">{img}</a>' if link else img
    return (
        f"<!-- wp:image {json.dumps(attributes)} -->"
        f'<figure class="wp-block-image">{linked}{caption}</figure><!-- /wp:image -->'
    )


def gallery(html: str, **attributes: Any) -> str:
    return f"<!-- wp:gallery {json.dumps(attributes)} -->{html}<!-- /wp:gallery -->"


def nested(*images: str, caption: str = "", **attributes: Any) -> str:
    """A gallery as it is saved today."""
    return gallery(
        f'<figure class="wp-block-gallery has-nested-images is-cropped">{"".join(images)}{caption}</figure>',
        **attributes,
    )


ITEMS = (
    f'<li class="blocks-gallery-item"><figure><img src="{A}"></figure></li><li><figure><img src="{B}"></figure></li>'
)
GENERATIONS = {
    "2021": nested(image(A), image(B)),
    "2019": gallery(
        f'<figure class="wp-block-gallery columns-2"><ul class="blocks-gallery-grid">{ITEMS}</ul></figure>'
    ),
    "2018": gallery(f'<ul class="wp-block-gallery columns-2">{ITEMS}</ul>'),
}


def body(markup: str, **options: Any) -> str:
    return blocks.render(markup, to="amp", fragment=True, **options)


def tags(html: str, name: str) -> list[dict[str, str | None]]:
    """The attributes of the elements of a name."""
    return [
        {one.name: one.value for one in token.attributes}
        for token in tokens(html)
        if token.kind == "start" and token.name == name
    ]


def problems(markup: str, **options: Any) -> list[tuple[str, str]]:
    """The code and message of each problem."""
    return [(problem.code, problem.message) for problem in blocks.convert(markup, "amp", **options).problems]


@pytest.fixture(scope="module")
def ask() -> Iterator[Validator]:
    if (lack := missing()) is not None:
        pytest.skip(lack)
    with Validator() as validator:
        yield validator


# ------------------------------------------------------------------------------------------------------- carousels


@pytest.mark.parametrize("markup", GENERATIONS.values(), ids=GENERATIONS)
def test_every_generation_is_a_carousel_as_wide_as_its_widest_picture(markup: str) -> None:
    made = body(markup, gallery="carousel")
    assert tags(made, "amp-carousel") == [{"type": "slides", "layout": "responsive", "width": "300", "height": "100"}]
    inside = made[made.index("<amp-carousel") : made.index("</amp-carousel>")]
    assert len(tags(inside, "figure")) == 2
    assert [(img["layout"], img["src"]) for img in tags(inside, "amp-img")] == [("fill", A), ("fill", B)]
    assert not re.search("<ul|<li|<img", made)


@pytest.mark.parametrize("markup", GENERATIONS.values(), ids=GENERATIONS)
def test_a_grid_is_the_default(markup: str) -> None:
    assert "amp-carousel" not in body(markup)


def test_the_block_says_for_itself_what_it_is() -> None:
    assert "amp-carousel" in body(nested(image(A), image(B), ampCarousel=True))
    assert "amp-carousel" not in body(nested(image(A), image(B), ampCarousel=False), gallery="carousel")


def test_pictures_fill_their_slide_by_cropping_if_the_gallery_crops() -> None:
    for crop, fit in ((True, "cover"), (False, "contain")):
        made = body(nested(image(A), image(B), imageCrop=crop), gallery="carousel")
        assert [img["object-fit"] for img in tags(made, "amp-img")] == [fit, fit]
        assert not [img for img in tags(made, "amp-img") if img.keys() & {"width", "height", "style"}]


def test_a_slide_is_a_figure_with_all_that_is_in_it() -> None:
    markup = nested(f'<figure class="a"><figure class="b"><img src="{A}"></figure><p>x</p></figure>', image(B))
    made = body(markup, gallery="carousel")
    assert re.search(
        r'<figure class="a"><figure class="b"><amp-img [^>]*></amp-img></figure><p>x</p></figure><figure', made
    )


def test_links_and_captions_stay_with_their_slides_and_the_caption_of_the_gallery_behind() -> None:
    said = '<figcaption class="blocks-gallery-caption">All of <i>them</i></figcaption>'
    made = body(nested(image(A, caption=CAPTION), image(B, link="/x"), caption=said), gallery="carousel")
    first, second = made.split("</figure>")[:2]
    assert re.search(
        r"<amp-img [^>]*></amp-img><figcaption [^>]*>One <img src=\"smile.gif\" [^>]*> <a href=\"x.jpg\">y", first
    )
    assert re.search(r'<a href="/x"><amp-img [^>]*></amp-img></a>\Z', second)
    assert re.search(r"</amp-carousel><figcaption [^>]*>All of <i>them</i></figcaption></figure>\s*\Z", made)


def test_the_size_of_a_picture_comes_from_the_site_too() -> None:
    meta = {"width": 1000, "height": 250, "file": "c.jpg"}
    site = MemorySite(
        options={"home": "https://e.org"},
        posts=[SitePost(id=7, type="attachment", mime="image/jpeg",
                        meta={"_wp_attached_file": "c.jpg", "_wp_attachment_metadata": meta})],
    )  # fmt: skip
    made = body(nested(image("https://e.org/c.jpg", id=7), image(A)), gallery="carousel", site=site)
    assert [(one["width"], one["height"]) for one in tags(made, "amp-carousel")] == [("1000", "250")]


def test_a_ratio_that_nobody_knows_is_assumed_and_told() -> None:
    markup = nested(image("https://e.org/a.jpg"), image("https://e.org/b.jpg"))
    assert [(one["width"], one["height"]) for one in tags(body(markup, gallery="carousel"), "amp-carousel")] == [
        ("4", "3")
    ]
    assert [code for code, message in problems(markup, gallery="carousel") if "4:3" in message] == [
        "unknown-dimensions"
    ]
    assert not problems(nested(image(A), image("https://e.org/b.jpg")), gallery="carousel")


NO_CAROUSELS = {
    "one picture": nested(image(A)),
    "text between": nested(image(A), "x", image(B)),
    "a paragraph between": nested(image(A), "<p>x</p>", image(B)),
    "figures without pictures": nested("<figure>a</figure><figure>b</figure>"),
    "pictures without an address": nested(image("javascript:a"), image("blob:b")),
    "an open figure": nested(image(A), image(B), "<figure>"),
    "no figure around": gallery(image(A) + image(B)),
    "something else around": gallery(f"<div>{image(A)}{image(B)}</div>"),
    "another form inside": nested(image(A), image(B), nested(image(A), image(B), ampCarousel=True), ampCarousel=True),
    "more behind the caption": nested(image(A), image(B), "<figcaption>x</figcaption>y"),
}


@pytest.mark.parametrize("markup", NO_CAROUSELS.values(), ids=NO_CAROUSELS)
def test_what_does_not_look_like_a_gallery_stays(markup: str) -> None:
    made = body(markup, gallery="carousel")
    assert made.count("<amp-carousel") == markup.count("wp:gallery {") - 1
    assert sorted(re.findall(r"https://e\.org/\S+?\.jpg", made)) == sorted(
        re.findall(r"https://e\.org/\S+?\.jpg", markup)
    )


@pytest.mark.parametrize("options", [{}, {"gallery": "carousel"}], ids=["grid", "carousel"])
def test_problems_of_a_picture_are_told_at_its_own_block(options: dict[str, Any]) -> None:
    other = f'<!-- wp:image --><figure><img src="{B}" usemap="#x"></figure><!-- /wp:image -->'
    markup = nested(image(A), other, f'<figure><img src="{A}" ismap></figure>', ampLightbox=True)
    told = [problem.span.start for problem in blocks.convert(markup, "amp", **options).problems]
    assert sorted(told) == [0, markup.rindex("<!-- wp:image")]


# -------------------------------------------------------------------------------------------------------- lightbox

LARGE: dict[str, Any] = {"lightbox": {"enabled": True}}


@pytest.mark.parametrize("options", [{}, {"gallery": "carousel"}], ids=["grid", "carousel"])
def test_one_leafs_through_the_pictures_of_one_gallery_that_open_large(options: dict[str, Any]) -> None:
    first, second = nested(image(A, **LARGE), image(B)), nested(image(A, **LARGE), image(B, **LARGE))
    made = body(first + second, **options)
    groups = [img.get("lightbox", "no") for img in tags(made, "amp-img") if "lightbox" in img or not options]
    assert groups == ["gallery-1", "gallery-2", "gallery-2"]
    assert 'custom-element="amp-lightbox-gallery"' in blocks.render(first, to="amp", **options)


def test_a_picture_alone_opens_large_with_all_others_alone() -> None:
    assert [img["lightbox"] for img in tags(body(image(A, **LARGE)), "amp-img")] == [None]
    made = body(image(A, link="https://e.org/a.jpg", ampLightbox=True))
    assert [img["lightbox"] for img in tags(made, "amp-img")] == [None]
    assert "<a" not in made.replace("<amp", "")
    assert "amp-img" not in body(image(A))


@pytest.mark.parametrize("options", [{}, {"gallery": "carousel"}], ids=["grid", "carousel"])
def test_the_plugins_lightbox_takes_links_to_pictures_away_and_leaves_others(options: dict[str, Any]) -> None:
    images = image(A, link="https://e.org/a.jpg?x", caption=CAPTION), image(B, link="/page/")
    made = body(nested(*images, ampLightbox=True), **options)
    assert [link["href"] for link in tags(made, "a")] == ["x.jpg", "/page/"]
    assert [img["src"] for img in tags(made, "amp-img") if img.get("lightbox") == "gallery-1"] == [A]
    assert "smile.gif" in made


def test_a_picture_of_unknown_size_opens_as_it_is() -> None:
    markup = nested(image("https://e.org/a.jpg", **LARGE))
    assert [img["src"] for img in tags(body(markup), "img")] == ["https://e.org/a.jpg"]
    assert "unknown-dimensions" in [code for code, _ in problems(markup)]


# ------------------------------------------------------------------------------------------- other blocks of media

VIDEO = '<video {} src="https://e.org/a.mp4" data-object-position="10% 20%"></video>'
COVER = '<div class="wp-block-cover">{}<span class="wp-block-cover__background"></span><div>x</div></div>'
PDF = '<object class="wp-block-file__embed" data="https://e.org/a.pdf" type="application/pdf" style="height:500px"></object>'
OTHERS = {
    "a film behind a cover fills it": (
        f'<!-- wp:cover {{"backgroundType":"video"}} -->'
        f"{COVER.format(VIDEO.format('class=wp-block-cover__video-background autoplay loop muted'))}<!-- /wp:cover -->",
        r'<div class="wp-block-cover[^>]*><amp-video (?=[^>]*layout="fill")(?=[^>]*class="wp-block-cover__video-background")'
        r'(?=[^>]*object-position="10% 20%")[^>]*></amp-video><span class="wp-block-cover__background">',
    ),
    "a fixed background stays a style": (
        f'<!-- wp:cover {{"hasParallax":true}} -->'
        f"{COVER.format('<div class=has-parallax style=background-image:url(a.jpg)></div>')}<!-- /wp:cover -->",
        r"<div class=has-parallax style=background-image:url\(a.jpg\)></div>",
    ),
    "a film beside text": (
        f'<!-- wp:media-text {{"mediaType":"video"}} --><div class="wp-block-media-text"><figure class="m">'
        f"{VIDEO.format('controls')}</figure><div>x</div></div><!-- /wp:media-text -->",
        r'<figure class="m"><amp-video (?=[^>]*layout="responsive")[^>]*></amp-video></figure>',
    ),
    "a file is seen and linked": (
        f'<!-- wp:file {{"displayPreview":true}} --><div class="wp-block-file">{PDF}<a href="a.pdf" download>a</a></div>'
        "<!-- /wp:file -->",
        r'<amp-google-document-embed (?=[^>]*height="500")[^>]*></amp-google-document-embed><a href="a.pdf" download>a</a>',
    ),
}


@pytest.mark.parametrize(("markup", "expected"), OTHERS.values(), ids=OTHERS)
def test_other_blocks(markup: str, expected: str) -> None:
    assert re.search(expected, body(markup))


# -------------------------------------------------------------------------------------------------- the validator

EVERY = {
    **GENERATIONS,
    **NO_CAROUSELS,
    "large": nested(image(A, **LARGE), image(B, link="/x"), image(B, **LARGE)),
    "plugin": nested(image(A, link="a.jpg"), image(B), ampLightbox=True, ampCarousel=True),
    "alone": image(A, **LARGE) + image(A, link=A, ampLightbox=True),
    **{name: markup for name, (markup, _) in OTHERS.items()},
}
AROUND = ("{}", "<p>{}", "<table><tr><td>{}", "<table>{}", "<button>{}", "<a href=x>{}", "<ul><li>{}", "<figure>{}",
          "<select>{}", "<svg>{}", "<h2>{}", "<b><i>{}", "<div>" * 88 + "{}")  # fmt: skip


def test_valid_wherever_they_stand(ask: Validator) -> None:
    for name, markup in EVERY.items():
        for around in AROUND:
            for mode in ("grid", "carousel"):
                verdict = ask(Page(name, blocks.render(around.format(markup), to="amp", gallery=mode)))
                assert verdict.passed, (name, around, mode, verdict.errors)


PIECES = st.sampled_from((
    "<figure>", "<figure class=i-amphtml-x onclick=x>", "</figure>", "<figcaption>", "</figcaption>", "<ul>", "<li>", "</ul>",
    "</li>", "<a href=a.jpg>", "<a href=/x>", "</a>", f'<img src="{A}">', f'<img srcset="{A} 2x" style="object-fit:x;width:1px">',
    "<img src=blob:x>", "<img>", "<img src=a.jpg lightbox border=1 usemap=#a>", "<figure><img src=a.jpg></figure>",
    f'<img src="{B}" data-wp-on--click="actions.showLightbox">', "<button data-wp-on--click='actions.showLightbox'>",
    f"<figure><a href=b.png><img src='{B}'></a></figure>", "<!-- x -->", "\n", image(A), image(A, **LARGE), "x",
    nested(image(A), image(B)), nested(image(A, **LARGE), image(B), ampCarousel=True), "<p>", "<div>", "</div>", "<table>",
    "<video src=https://e.org/a.mp4>", "<amp-carousel>", "</amp-carousel>", "<amp-img src=a>", "<select>", "<svg>", "</p>",
))  # fmt: skip
HTML = st.lists(st.one_of(PIECES, PIECES, PIECES, SOUP), max_size=12).map("".join)
SAVED = st.sampled_from((
    "<!-- wp:gallery {} -->%s<!-- /wp:gallery -->", '<!-- wp:gallery {"ampLightbox":true} -->%s<!-- /wp:gallery -->',
    '<!-- wp:gallery --><figure class="wp-block-gallery"><figure><img src=a.jpg></figure>%s</figure><!-- /wp:gallery -->',
    '<!-- wp:gallery {"ampLightbox":true} --><ul>%s<li><figure><img src=a.jpg></figure></li></ul><!-- /wp:gallery -->',
    '<!-- wp:image {"ampLightbox":true} -->%s<!-- /wp:image -->', "<!-- wp:image -->%s<!-- /wp:image -->",
    '<!-- wp:cover {"backgroundType":"video"} -->%s<!-- /wp:cover -->', "<!-- wp:media-text -->%s<!-- /wp:media-text -->",
    "<!-- wp:video -->%s<!-- /wp:video -->", "<!-- wp:audio -->%s<!-- /wp:audio -->", "<!-- wp:embed -->%s<!-- /wp:embed -->",
    '<!-- wp:file {"displayPreview":true} -->%s<!-- /wp:file -->',
))  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(saved=SAVED, html=HTML, around=st.sampled_from(AROUND), mode=st.sampled_from(("grid", "carousel")))
def test_valid_whatever_was_saved(ask: Validator, saved: str, html: str, around: str, mode: str) -> None:
    verdict = ask(Page("any", blocks.render(around.format(saved.replace("%s", html)), to="amp", gallery=mode)))
    assert verdict.passed, verdict.errors


def test_linear() -> None:
    def prepare(count: int) -> Callable[[], object]:
        images = "".join(image(A, link="a.jpg", **LARGE) for _ in range(count))
        markup = nested(images, ampLightbox=True)
        return lambda: body(markup, gallery="carousel")

    assert_in_step(prepare, 800)


@pytest.mark.parametrize(
    "attributes", [{"ampCarousel": True}, {"ampLightbox": True}, {"ampCarousel": True, "ampLightbox": True}]
)
def test_galleries_inside_each_other_are_not_read_again_and_again(
    attributes: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = 0

    def counted(html: str, *args: Any) -> Iterator[Token]:
        nonlocal read
        for token in tokens(html, *args):
            read += token.end - token.start
            yield token

    for module in ("gallery", "pictures", "parts"):
        monkeypatch.setattr(import_module(f"blocks.render.amp.forms.{module}"), "tokens", counted)
    markup = nested(image(A), image(B), **attributes)
    for _ in range(800):
        markup = nested(markup, **attributes)
    assert 'class="wp-block-gallery' in body(markup)
    assert len(markup) < read < 80 * len(markup)
