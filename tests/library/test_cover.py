"""Covers: how they are read, in the shape of today and in older ones."""

from __future__ import annotations

from typing import Any

import pytest

import blocks
from blocks.library.media import Cover

INNER = '<div class="wp-block-cover__inner-container"></div>'
VEIL = '<span aria-hidden="true" class="wp-block-cover__background has-background-dim"></span>'
FITTED = 'src="a.jpg" data-object-fit="cover"'
PICTURE = f'<img class="wp-block-cover__image-background wp-image-5" alt="A" {FITTED}/>'
DARK = {"hasParallax": False, "isRepeated": False, "backgroundType": "image", "isDark": True}
TODAY = {**DARK, "alt": "", "useFeaturedImage": False, "tagName": "div"}


def cover(said: str, html: str, name: str = "cover") -> Any:
    (node,) = blocks.parse(f"<!-- wp:{name} {said} -->\n{html}\n<!-- /wp:{name} -->").children
    assert isinstance(node, Cover)
    return node


def shape(node: Any) -> str | None:
    """The name of the older shape that a block is in, None for that of today."""
    assert node.reading.is_recognised
    return node.deprecation.__name__ if node.deprecation else None


def typed(said: str, html: str, name: str = "cover") -> dict[str, Any]:
    (one,) = blocks.parse(f"<!-- wp:{name} {said} -->\n{html}\n<!-- /wp:{name} -->").to_json()
    return one


def test_a_cover_of_today() -> None:
    markup = (
        '<main class="wp-block-cover alignfull is-light has-custom-content-position is-position-top-left" id="here" '
        'style="min-height:50vh"><img class="wp-block-cover__image-background wp-image-5 size-large" alt="A" src="a.jpg" '
        'style="object-position:28% 57%" data-object-fit="cover" data-object-position="28% 57%"/><span aria-hidden="true" '
        'class="wp-block-cover__background has-base-background-color has-background-dim-70 has-background-dim '
        f'wp-block-cover__gradient-background has-background-gradient has-sea-gradient-background"></span>{INNER}</main>'
    )
    said = (
        '{"url":"a.jpg","id":5,"alt":"A","dimRatio":65,"overlayColor":"base","isUserOverlayColor":true,'
        '"focalPoint":{"x":0.285,"y":"0.566"},"minHeight":50,"minHeightUnit":"vh","gradient":"sea",'
        '"contentPosition":"top left","isDark":false,"tagName":"main","sizeSlug":"large","align":"full"}'
    )
    node = cover(said, markup)
    assert shape(node) is None
    assert (node.url, node.id, node.alt, node.dim_ratio, node.overlay_color) == ("a.jpg", 5, "A", 65, "base")
    assert (node.focal_point, node.min_height, node.min_height_unit) == ({"x": 0.285, "y": "0.566"}, 50, "vh")
    assert (node.gradient, node.content_position, node.is_dark, node.tag_name) == ("sea", "top left", False, "main")
    assert (node.size_slug, node.align, node.anchor, node.class_name) == ("large", "full", "here", None)


@pytest.mark.parametrize(
    ("said", "html"),
    [
        ('"hasParallax":true,"alt":"A",',
         '<div role="img" aria-label="A" class="wp-block-cover__image-background has-parallax" '
         'style="background-position:50% 50%;background-image:url(a.jpg)"></div>'),
        ('"isRepeated":true,"focalPoint":{"x":0.1,"y":1},',
         '<div class="wp-block-cover__image-background is-repeated" '
         'style="background-position:10% 100%;background-image:url(a.jpg)"></div>'),
        ('"backgroundType":"video",',
         '<video class="wp-block-cover__video-background intrinsic-ignore" autoplay muted loop playsinline '
         f'poster="p.jpg" {FITTED}></video>'),
        ('"backgroundType":"video","hasParallax":true,"focalPoint":{"x":0.1,"y":1},',
         f'<video class="wp-block-cover__video-background intrinsic-ignore" autoplay muted loop playsinline {FITTED}></video>'),
        ('"backgroundType":"mist",', ""),
        ('"useFeaturedImage":true,', ""),
    ],
)  # fmt: skip
def test_what_lies_behind_the_content(said: str, html: str) -> None:
    laid = " has-parallax" if "Parallax" in said else " is-repeated" if "Repeated" in said else ""
    node = cover(
        f'{{{said}"url":"a.jpg","dimRatio":50}}', f'<div class="wp-block-cover{laid}">{html}{VEIL}{INNER}</div>'
    )
    assert (shape(node), node.class_name, node.url) == (None, None, "a.jpg")
    assert node.poster == ("p.jpg" if "p.jpg" in html else None)


@pytest.mark.parametrize(
    ("focal", "position"),
    [
        ('{"x":0.005,"y":-0.005}', "1% 0%"),
        ('{"x":" 5e-1 ","y":null}', "50% 0%"),
        ('{"y":true}', "NaN% 100%"),
        ('{"x":1e999,"y":1e20}', "Infinity% 1e+22%"),
    ],
)
def test_a_focal_point_is_rounded_and_printed_as_in_javascript(focal: str, position: str) -> None:
    fitted = f'style="object-position:{position}" data-object-position="{position}" {FITTED}'
    picture = f'<img class="wp-block-cover__image-background" alt="" {fitted}/>'
    node = cover(
        f'{{"url":"a.jpg","dimRatio":50,"focalPoint":{focal}}}',
        f'<div class="wp-block-cover">{picture}{VEIL}{INNER}</div>',
    )
    assert shape(node) is None
    other = cover(
        f'{{"url":"a.jpg","dimRatio":50,"focalPoint":{focal}}}',
        f'<div class="wp-block-cover">{picture.replace(position, "7% 7%")}{VEIL}{INNER}</div>',
    )
    assert not other.reading.is_recognised


def overlaid(names: str, style: str, parts: str) -> str:
    return f'<div class="wp-block-cover{names}"{style}>{parts}{INNER}</div>'


BEHIND = ' style="background-image:url(a.jpg)"'
OVERLAID: list[tuple[str, str, str, dict[str, Any]]] = [
    ("OverlayFirst", '{"url":"a.jpg","id":5,"alt":"A","dimRatio":50,"sizeSlug":"large"}',
     overlaid("", "", VEIL + PICTURE.replace("wp-image-5", "wp-image-5 size-large")),
     {**TODAY, "url": "a.jpg", "id": 5, "alt": "A", "dimRatio": 50, "sizeSlug": "large"}),
    ("BackdropWithoutLabel", '{"url":"a.jpg","dimRatio":50,"hasParallax":true}',
     overlaid(" has-parallax", "", VEIL + '<div role="img" class="wp-block-cover__image-background has-parallax" '
              'style="background-position:50% 50%;background-image:url(a.jpg)"></div>'),
     {**TODAY, "url": "a.jpg", "dimRatio": 50, "hasParallax": True}),
    ("ChosenOverlayColor", '{"dimRatio":50,"customOverlayColor":"#123456"}',
     overlaid("", "", VEIL.replace("></", ' style="background-color:#123456"></')),
     {**TODAY, "dimRatio": 50, "customOverlayColor": "#123456", "isUserOverlayColor": True}),
    ("BackdropOnRoot", '{"url":"a.jpg","dimRatio":50,"hasParallax":true}', overlaid(" has-parallax", BEHIND, VEIL),
     {**DARK, "alt": "", "url": "a.jpg", "dimRatio": 50, "hasParallax": True, "tagName": "div"}),
    ("UnitWithoutHeight", '{"dimRatio":50,"minHeightUnit":"vh"}', overlaid("", ' style="min-height:undefinedvh"', VEIL),
     {**DARK, "alt": "", "dimRatio": 50, "minHeightUnit": "vh", "tagName": "div"}),
    ("GradientOverlay", '{"dimRatio":50,"gradient":"sea"}',
     overlaid("", "", VEIL.replace("cover__background", "cover__gradient-background has-background-gradient "
                                   "has-sea-gradient-background")),
     {**DARK, "alt": "", "dimRatio": 50, "gradient": "sea", "tagName": "div"}),
]  # fmt: skip


@pytest.mark.parametrize(("older", "said", "html", "attributes"), OVERLAID, ids=[row[0] for row in OVERLAID])
def test_covers_with_an_overlay(older: str, said: str, html: str, attributes: dict[str, Any]) -> None:
    assert shape(cover(said, html)) == older
    assert typed(said, html) == {"name": "core/cover", "attributes": attributes, "innerBlocks": []}


FIRST = {"hasParallax": False, "backgroundType": "image", "tagName": "div"}
ALL_FIRST: list[tuple[str, str, str, dict[str, Any]]] = [
    ("OverlayOnRoot", '{"url":"a.jpg","id":5,"gradient":"sea"}',
     overlaid(" has-background-dim has-background-gradient", "",
              '<span aria-hidden="true" class="wp-block-cover__gradient-background has-sea-gradient-background"></span>'
              + PICTURE),
     {**FIRST, "isRepeated": False, "url": "a.jpg", "id": 5, "alt": "A", "dimRatio": 50, "gradient": "sea"}),
    ("PictureOnRoot", '{"url":"a.jpg","minHeight":40,"minHeightUnit":"vh","contentPosition":"center left"}',
     overlaid(" has-background-dim has-custom-content-position is-position-center-left",
              ' style="background-image:url(a.jpg);min-height:40vh"', ""),
     {**FIRST, "isRepeated": False, "url": "a.jpg", "dimRatio": 50, "minHeight": 40, "minHeightUnit": "vh",
      "contentPosition": "center left"}),
    ("PictureOnRoot", '{"url":"a.mp4","backgroundType":"video","focalPoint":{"x":0.2,"y":0.58}}',
     overlaid(" has-background-dim", "", '<video class="wp-block-cover__video-background" autoplay muted loop playsinline '
              'src="a.mp4" style="object-position:20% 58%"></video>'),
     {**FIRST, "isRepeated": False, "url": "a.mp4", "dimRatio": 50, "backgroundType": "video",
      "focalPoint": {"x": 0.2, "y": 0.58}}),
    ("HeightInPixels", '{"url":"a.mp4","backgroundType":"video","minHeight":300}',
     overlaid(" has-background-dim", ' style="min-height:300px"', '<video class="wp-block-cover__video-background" '
              'autoplay muted loop src="a.mp4"></video>'),
     {**FIRST, "url": "a.mp4", "dimRatio": 50, "backgroundType": "video", "minHeight": 300}),
    ("ExactFocalPoint", '{"url":"a.jpg","focalPoint":{"x":0.58,"y":0.5},"dimRatio":30}',
     overlaid(" has-background-dim-30 has-background-dim",
              ' style="background-image:url(a.jpg);background-position:57.99999999999999% 50%"', ""),
     {**FIRST, "url": "a.jpg", "dimRatio": 30, "focalPoint": {"x": 0.58, "y": 0.5}}),
    ("OverlayOnRoot", '{"customGradient":"linear-gradient(#111,#222)"}',
     overlaid(" has-background-dim has-background-gradient", ' style="background:linear-gradient(#111,#222)"', ""),
     {**FIRST, "isRepeated": False, "alt": "", "dimRatio": 100, "customGradient": "linear-gradient(#111,#222)"}),
]  # fmt: skip


@pytest.mark.parametrize(("older", "said", "html", "attributes"), ALL_FIRST)
def test_covers_without_an_overlay(older: str, said: str, html: str, attributes: dict[str, Any]) -> None:
    assert shape(cover(said, html)) == older
    assert typed(said, html) == {"name": "core/cover", "attributes": attributes, "innerBlocks": []}


TITLED: list[tuple[str, str, str, str, dict[str, Any], str]] = [
    ("Titled", "cover", '{"url":"a.jpg","align":"wide","contentAlign":"left","overlayColor":"base","dimRatio":0,'
     '"focalPoint":{"x":0.58,"y":0}}',
     '<div class="wp-block-cover alignwide has-base-background-color has-left-content" '
     'style="background-image:url(a.jpg);background-position:57.99999999999999% 0%">'
     '<p class="wp-block-cover-text">Hi <em>you</em></p></div>',
     {"url": "a.jpg", "align": "wide", "dimRatio": 0, "overlayColor": "base", "focalPoint": {"x": 0.58, "y": 0}}, "left"),
    ("CoverImage", "cover-image", '{"url":"a.jpg","align":"wide","hasParallax":true,"dimRatio":44}',
     f'<div class="wp-block-cover-image has-background-dim-40 has-background-dim has-parallax alignwide"{BEHIND}>'
     '<p class="wp-block-cover-image-text">Hi <em>you</em></p></div>',
     {"url": "a.jpg", "hasParallax": True, "dimRatio": 44}, "center"),
    ("Section", "cover-image", '{"align":"left"}',
     '<section class="wp-block-cover-image has-background-dim alignleft"><h2>Hi <em>you</em></h2></section>',
     {"dimRatio": 100}, "center"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("older", "name", "said", "html", "attributes", "align"), TITLED, ids=[row[0] for row in TITLED]
)
def test_a_title_becomes_a_paragraph(
    older: str, name: str, said: str, html: str, attributes: dict[str, Any], align: str
) -> None:
    assert shape(cover(said, html, name)) == older
    paragraph = {
        "align": align,
        "content": "Hi <em>you</em>",
        "dropCap": False,
        "placeholder": "Write title…",
        "fontSize": "large",
    }
    assert typed(said, html, name) == {
        "name": "core/cover",
        "attributes": {**FIRST, **attributes},
        "innerBlocks": [{"name": "core/paragraph", "attributes": paragraph, "innerBlocks": []}],
    }


def test_a_position_that_is_none_has_no_class_of_its_own() -> None:
    node = cover('{"dimRatio":50,"contentPosition":"top"}', overlaid(" has-custom-content-position", "", VEIL))
    assert (shape(node), node.content_position, node.class_name) == (None, "top", None)


@pytest.mark.parametrize("said", ['"isUserOverlayColor":false,"overlayColor":"base"', '"dimRatio":50'])
def test_only_a_colour_of_which_nothing_is_said_was_chosen_by_people(said: str) -> None:
    color = "has-base-background-color " if "overlayColor" in said else ""
    dense = "" if "dimRatio" in said else "has-background-dim-100 "
    veil = VEIL.replace("has-background-dim", f"{color}{dense}has-background-dim")
    node = cover(f"{{{said}}}", overlaid("", "", veil))
    assert shape(node) is None
    assert node.is_user_overlay_color is (False if color else None)


def test_a_cover_may_go_through_two_shapes() -> None:
    said = '{"url":"a.jpg","id":5,"alt":"A","dimRatio":50,"overlayColor":"base"}'
    veil = VEIL.replace("has-background-dim", "has-base-background-color has-background-dim")
    node = cover(said, overlaid("", "", veil + PICTURE))
    assert [one.__name__ for one in node.reading.deprecations] == ["OverlayFirst", "ChosenOverlayColor"]
    assert (node.alt, node.is_user_overlay_color) == ("A", True)
    with_size = PICTURE.replace("wp-image-5", "wp-image-5 size-full")
    once = cover(said.replace("}", ',"sizeSlug":"full"}'), overlaid("", "", veil + with_size))
    assert [one.__name__ for one in once.reading.deprecations] == ["OverlayFirst"]
    assert (once.size_slug, once.is_user_overlay_color) == ("full", None)


def test_a_colour_that_is_null_was_chosen_all_the_same() -> None:
    node = cover('{"dimRatio":50,"overlayColor":null}', overlaid("", "", VEIL))
    assert (shape(node), node.is_user_overlay_color, node.overlay_color) == ("ChosenOverlayColor", True, None)


@pytest.mark.parametrize(
    "said",
    [
        '{"focalPoint":{"x":{},"y":[1]},"url":"a.jpg"}',
        '{"dimRatio":1e999,"id":-1e999,"url":"a.jpg"}',
        '{"tagName":"","templateLock":"some","minHeight":1e308,"minHeightUnit":"\\u0000"}',
        '{"contentPosition":"<b>","gradient":"a b","overlayColor":"\'","style":{"color":[]},"url":"a.jpg"}',
    ],
)
@pytest.mark.parametrize("html", ["", "<section><h2></section>", overlaid("", "", VEIL), "<p>\0</p>"])
def test_hostile_covers_are_read(said: str, html: str) -> None:
    for name in ("cover", "cover-image"):
        node = cover(said, html, name)
        assert node.background_type == "image"
        assert node.template_lock is None
        assert blocks.parse(f"<!-- wp:{name} {said} -->{html}<!-- /wp:{name} -->").to_json()[0]["name"] == "core/cover"
