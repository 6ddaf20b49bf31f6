"""What the server changes of covers, buttons, videos, files … The answers are those of WordPress."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import blocks
from tests.render.saved import URL, block, converted, html

# ------------------------------------------------------------------------------------------------ the featured image

INSIDE = '<div class="wp-block-cover__inner-container">x</div>'


def test_a_cover_shows_the_featured_image_in_front_of_what_is_in_it() -> None:
    attributes = {"useFeaturedImage": True, "focalPoint": {"x": 0.5, "y": "0.125"}}
    image = (
        f'<img width="800" height="600" src="{URL}" class="wp-block-cover__image-background wp-post-image" alt="A lake" '
        'data-object-fit="cover" data-object-position="50% 13%" style="object-position:50% 13%;" decoding="async" '
        'loading="lazy" />'
    )
    found = html(block("cover", f'<div class="wp-block-cover">{INSIDE}</div>', attributes), post=1)
    assert image in found.replace(' fetchpriority="high"', "")
    assert found.index(image) < found.index(INSIDE)


def test_a_fixed_cover_has_the_image_as_its_background() -> None:
    attributes = {"useFeaturedImage": True, "hasParallax": True}
    assert (
        '<div aria-label="A lake" class="wp-block-cover__image-background wp-image-5 has-parallax" role="img" '
        f'style="background-position:50% 50%;background-image:url({URL});"></div>'
        '<div class="wp-block-cover__inner-container'
    ) in html(block("cover", f"<div>{INSIDE}</div>", attributes), post=1)


@pytest.mark.parametrize("attributes", [{}, {"useFeaturedImage": True, "backgroundType": "video"}])
def test_a_cover_with_an_image_of_its_own_stays_as_it_is(attributes: dict[str, Any]) -> None:
    assert "<img" not in html(block("cover", f"<div>{INSIDE}</div>", attributes), post=1)


def test_without_a_site_it_is_said_that_the_featured_image_is_missing() -> None:
    for name in ("cover", "media-text"):
        found = blocks.convert(block(name, "<div></div>", {"useFeaturedImage": True}), to="html")
        assert [problem.code for problem in found.problems] == ["no-data"]


MEDIA = '<figure class="wp-block-media-text__media"></figure>'


@pytest.mark.parametrize(
    ("attributes", "markup", "expected"),
    [
        ({}, MEDIA, 'alt="A lake" src="LAKE" class="wp-image-5 size-full"></figure>'),
        ({"mediaSizeSlug": "large"}, MEDIA, 'class="wp-image-5 size-large"'),
        ({"imageFill": True}, MEDIA, 'style="object-position:50% 50%;"'),
        (
            {"imageFill": True},
            f'<div class="wp-block-media-text is-image-fill">{MEDIA}',
            '"wp-block-media-text is-image-fill-element',
        ),
        # The first figure is taken for the one with the id, which so stays in the last one.
        ({"mediaPosition": "right"}, MEDIA * 2, f'{MEDIA}<figure id="wp-block-media-text__media-1" class='),
    ],
)
def test_media_and_text_show_the_featured_image(attributes: dict[str, Any], markup: str, expected: str) -> None:
    found = html(block("media-text", markup, {"useFeaturedImage": True, **attributes}), post=1)
    assert expected in found.replace(URL, "LAKE")
    assert found.count("<img") == 1


@pytest.mark.parametrize("point", ["x", [], {"x": "a"}, {"x": [], "y": {}}, {"x": None, "y": True}, {"x": 1e300}])
@pytest.mark.parametrize("name", ["cover", "media-text"])
def test_odd_focal_points_do_no_harm(name: str, point: Any) -> None:
    attributes = {"useFeaturedImage": True, "focalPoint": point, "imageFill": True}
    assert "lake.jpg" in html(block(name, f"<div>{INSIDE}{MEDIA}</div>", attributes), post=1)


# ------------------------------------------------------------------------------------------ buttons, videos, files …


@pytest.mark.parametrize(
    ("markup", "is_shown"),
    [
        ("<div><a>x</a></div>", True),
        ("<div><a> </a></div>", True),
        ("<div><a><b></b></a></div>", True),
        ("<div><a></a></div>", False),
        ("<div><button><!-- c --></button></div>", False),
        ("<div></div>", False),
        ("no tag", True),
    ],
)
def test_a_button_without_a_text_is_not_shown(markup: str, is_shown: bool) -> None:
    assert html(block("button", markup)) == (markup if is_shown else "")


@pytest.mark.parametrize(
    ("id", "tag", "expected"),
    [
        (6, "<video>", '<video height="360" style="aspect-ratio: 640 / 360;" width="640">'),
        (
            6,
            '<video style="x:y" width="1">',
            '<video height="360" style="aspect-ratio: 640 / 360;x:y" width="640">',
        ),
        (5, "<VIDEO>", "<VIDEO>"),
        (1, "<video>", "<video>"),
        (99, "<video>", "<video>"),
        ("6", "<video>", "<video>"),
        (True, "<video>", "<video>"),
        (-6, "<video>", "<video>"),
    ],
)
def test_a_video_has_its_size(id: Any, tag: str, expected: str) -> None:
    assert html(block("video", f"<figure>{tag}</video></figure>", {"id": id})) == f"<figure>{expected}</video></figure>"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ('aria-label="a.pdf"', "Embed of a.pdf."),
        ('aria-label="PDF embed"', "PDF embed"),
        ('aria-label="0"', "PDF embed"),
        ("aria-label", "PDF embed"),
        ("", "PDF embed"),
    ],
)
def test_the_preview_of_a_file_is_hidden_from_browsers_that_cannot_show_it(label: str, expected: str) -> None:
    found = html(block("file", f"<div><object {label}></object></div>", {"displayPreview": True}))
    assert found.startswith('<div data-wp-interactive="core/file"><object ')
    assert f'aria-label="{expected}"' in found
    assert 'data-wp-bind--hidden="!state.hasPdfPreview" hidden' in found


def test_a_file_without_a_preview_stays_as_it_is() -> None:
    for attributes in ({}, {"displayPreview": False}):
        assert html(block("file", "<div><object></object></div>", attributes)) == "<div><object></object></div>"


ITEM = (
    '<div class="wp-block-accordion-item"><h3><button class="wp-block-accordion-heading__toggle">t</button></h3>'
    '<div class="wp-block-accordion-panel">p</div></div>'
)


@pytest.mark.parametrize("is_open", [True, False])
def test_items_of_an_accordion_are_open_where_they_say_so(is_open: bool) -> None:
    item = block("accordion-item", ITEM, {"openByDefault": is_open})
    found = html(block("accordion", f'<div class="wp-block-accordion">{item}</div>', {"autoclose": True}))
    assert "{ &quot;autoclose&quot;: true, &quot;accordionItems&quot;: [] }" in found
    assert f"&quot;id&quot;: &quot;accordion-item-1&quot;, &quot;openByDefault&quot;: {json.dumps(is_open)} }}" in found
    assert f'aria-expanded="{json.dumps(is_open)}"' in found
    assert bool(re.search('[ "]is-open[ "]', found)) is is_open
    assert (" inert" in found.replace("--inert", "")) is not is_open
    assert 'aria-labelledby="accordion-item-1"' in found


def test_an_item_without_its_parts_stays_as_it_is() -> None:
    found = html(block("accordion-item", '<div class="wp-block-accordion-item"><h3>t</h3></div>'))
    assert found.startswith('<div class="wp-block-accordion-item')
    assert "data-wp" not in found


@pytest.mark.parametrize(("markup", "expected"), [("a\nb", "<p>a<br />\nb</p>\n"), ("", ""), ("[x]", "<p>[x]</p>\n")])
def test_a_shortcode_block_has_paragraphs(markup: str, expected: str) -> None:
    assert html(block("shortcode", markup)) == expected


def test_footnotes_are_those_of_the_post() -> None:
    assert html("<!-- wp:footnotes /-->", post=1) == (
        '<ol class="wp-block-footnotes"><li id="n1">See <em>Moby</em>. '
        '<a href="#n1-link" aria-label="Jump to footnote reference 1">↩︎</a></li><li id="n2"> '
        '<a href="#n2-link" aria-label="Jump to footnote reference 2">↩︎</a></li></ol>'
    )


@pytest.mark.parametrize("post", [0, 2, 3, 4, 99])
def test_where_there_are_no_footnotes_nothing_is_shown(post: int) -> None:
    assert html("<!-- wp:footnotes /-->", post=post) == ""


def test_a_group_of_widgets_has_a_title() -> None:
    inner = block("paragraph", "<p>x</p>")
    assert html(block("widget-group", f"saved{inner}", {"title": "A & B"})) == (
        '<h2 class="widget-title">A &amp; B</h2><div class="wp-widget-group__inner-blocks"><p>x</p></div>'
    )
    assert html(block("widget-group", "")) == '<div class="wp-widget-group__inner-blocks"></div>'


@pytest.mark.parametrize(
    ("attributes", "expected", "is_told"),
    [
        ({"idBase": "x"}, "", True),
        ({"idBase": "text"}, '<div class="widget widget_text">\t\t\t<div class="textwidget"></div>\n\t\t</div>', False),
        ({"idBase": "text", "instance": {"encoded": "YTowOnt9", "hash": "x"}}, "", True),
        ({"idBase": "text", "id": "text-1"}, "", True),
        ({"idBase": "block", "instance": {"raw": {}}}, '<div class="widget widget_block"></div>', False),
        ({"idBase": "nav_menu"}, "", False),
    ],
)
def test_a_widget_that_only_its_site_can_draw_is_told_of(
    attributes: dict[str, Any], expected: str, is_told: bool
) -> None:
    found = converted(f"<!-- wp:legacy-widget {json.dumps(attributes)} /-->")
    assert found.output == expected
    assert ("no-data" in [problem.code for problem in found.problems]) is is_told


ODD = ["", "0", 0, 7, True, False, None, [], {}, [1], {"a": "b"}, 1.5, "<b>&\"'", "é\udcff", 10**30]


@pytest.mark.parametrize("value", ODD)
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("image", ["id", "data-id", "lightbox", "linkDestination", "caption", "scale", "metadata"]),
        ("gallery", ["style", "randomOrder"]),
        ("cover", ["useFeaturedImage", "focalPoint", "sizeSlug", "hasParallax", "backgroundType"]),
        ("media-text", ["useFeaturedImage", "focalPoint", "mediaSizeSlug", "mediaPosition"]),
        ("video", ["id"]),
        ("file", ["displayPreview"]),
        ("accordion", ["autoclose"]),
        ("accordion-item", ["openByDefault"]),
        ("legacy-widget", ["id", "idBase", "instance"]),
        ("widget-group", ["title"]),
    ],
)
def test_values_of_any_type_do_no_harm(name: str, keys: list[str], value: Any) -> None:
    markup = f"<figure><img src=a><video></video><object></object></figure>{ITEM}{INSIDE}{MEDIA}"
    bases: dict[str, dict[str, Any]] = {
        "image": {"lightbox": {"enabled": True}},
        "cover": {"useFeaturedImage": True},
        "media-text": {"useFeaturedImage": True},
    }
    for key in keys:
        attributes = json.dumps({**bases.get(name, {}), key: value}).replace("--", "\\u002d\\u002d")
        inner = f"<!-- wp:{name} {attributes} -->{markup}<!-- /wp:{name} -->"
        html(inner, post=1)
        html(block("gallery", f"<figure>{inner}</figure>"), post=1)
