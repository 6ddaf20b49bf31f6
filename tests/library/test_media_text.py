"""Media and text: how they are read, in the shape of today and in older ones."""

from __future__ import annotations

from typing import Any

import pytest

import blocks
from blocks.library.media import MediaText

TEXT = '<div class="wp-block-media-text__content"></div>'
FIGURE = '<figure class="wp-block-media-text__media">{}</figure>'
PICTURE = '<img src="a.jpg" alt="A"/>'
KNOWN = '<img src="a.jpg" alt="A" class="wp-image-5 size-full"/>'
BEHIND = 'style="background-image:url(a.jpg);background-position:{}"'


def side_by_side(names: str, *parts: str, style: str = "") -> str:
    return f'<div class="wp-block-media-text{names}"{style}>{"".join(parts)}</div>'


def markup(said: str, html: str) -> str:
    return f"<!-- wp:media-text {said} -->\n{html}\n<!-- /wp:media-text -->"


def media_text(said: str, html: str) -> Any:
    (node,) = blocks.parse(markup(said, html)).children
    assert isinstance(node, MediaText)
    return node


def shape(node: Any) -> str | None:
    """The name of the older shape that a block is in, None for that of today."""
    assert node.reading.is_recognised
    return node.deprecation.__name__ if node.deprecation else None


def attributes(said: str, html: str) -> dict[str, Any]:
    (one,) = blocks.parse(markup(said, html)).to_json()
    found: dict[str, Any] = one["attributes"]
    return found


def test_media_and_text_of_today() -> None:
    link = '<a class="zoom" href="b.jpg" target="_blank" rel="me">{}</a>'
    picture = KNOWN.replace("size-full", "size-large").replace("/>", ' style="object-position:58% 50%"/>')
    names = " alignwide has-media-on-the-right is-stacked-on-mobile is-vertically-aligned-top is-image-fill-element own"
    columns = ' style="grid-template-columns:auto 33.3%"'
    node = media_text(
        '{"align":"wide","mediaPosition":"right","mediaId":5,"mediaType":"image","mediaWidth":33.3,"mediaSizeSlug":"large",'
        '"mediaLink":"/?attachment_id=5","linkDestination":"media","verticalAlignment":"top","imageFill":true,'
        '"focalPoint":{"x":0.58,"y":"0.5"},"className":"own"}',
        side_by_side(names, TEXT, FIGURE.format(link.format(picture)), style=columns),
    )
    assert shape(node) is None
    assert (node.media_url, node.media_alt, node.media_id, node.media_type) == ("a.jpg", "A", 5, "image")
    assert (node.href, node.link_target, node.rel, node.link_class) == ("b.jpg", "_blank", "me", "zoom")
    assert (node.media_position, node.media_width, node.media_size_slug) == ("right", 33.3, "large")
    assert (node.media_link, node.link_destination) == ("/?attachment_id=5", "media")
    assert (node.is_stacked_on_mobile, node.vertical_alignment, node.image_fill) == (True, "top", True)
    assert (node.align, node.class_name, node.use_featured_image) == ("wide", "own", False)


@pytest.mark.parametrize(
    ("kind", "media"),
    [
        ('"mediaType":"video"', '<video controls src="a.mp4"></video>'),
        ('"mediaType":"image"', PICTURE),
        ('"mediaType":"image"', ""),
        ('"mediaType":"image"', '<a href="/b"></a>'),
        ('"mediaType":"sound"', ""),
        ('"useFeaturedImage":true', ""),
    ],
)
def test_the_media(kind: str, media: str) -> None:
    node = media_text(f"{{{kind}}}", side_by_side(" is-stacked-on-mobile", FIGURE.format(media), TEXT))
    assert (shape(node), node.class_name) == (None, None)
    assert node.media_url == ("a.mp4" if "video" in media else "a.jpg" if "img" in media else None)


def filled(position: str) -> str:
    return f'<figure class="wp-block-media-text__media" {BEHIND.format(position)}>{PICTURE}</figure>'


BASE = {"mediaAlt": "A", "mediaUrl": "a.jpg", "mediaType": "image", "mediaPosition": "left", "mediaWidth": 50}
STACKED = {**BASE, "align": "wide", "isStackedOnMobile": True}
SPLIT = {**BASE, "align": "wide", "isStackedOnMobile": False, "className": "alignwide"}
FILL = '"mediaType":"image","imageFill":true,"focalPoint":{"x":0.58,"y":0.5}'
FOCAL = {"imageFill": True, "focalPoint": {"x": 0.58, "y": 0.5}}
OLDER: list[tuple[str, str, str, dict[str, Any]]] = [
    ("FilledByBackground", f'{{"align":"none",{FILL}}}',
     side_by_side(" is-stacked-on-mobile is-image-fill", filled("58% 50%"), TEXT),
     {**STACKED, **FOCAL, "align": "none", "useFeaturedImage": False}),
    ("FilledByBackground", '{"mediaType":"image","imageFill":true}',
     side_by_side(" is-stacked-on-mobile is-image-fill", FIGURE.format(""), TEXT),
     {"align": "none", "mediaAlt": "", "mediaType": "image", "mediaPosition": "left", "mediaWidth": 50,
      "isStackedOnMobile": True, "imageFill": True, "useFeaturedImage": False}),
    ("WideByDefault", '{"mediaType":"image","mediaId":5}',
     side_by_side(" alignwide is-stacked-on-mobile", FIGURE.format(KNOWN), TEXT), {**STACKED, "mediaId": 5}),
    ("FilledByBackground, WideByDefault", f"{{{FILL}}}",
     side_by_side(" alignwide is-stacked-on-mobile is-image-fill", filled("58% 50%"), TEXT), {**STACKED, **FOCAL}),
    ("ExactFocalPoint", f'{{"mediaPosition":"right",{FILL}}}',
     side_by_side(" alignwide has-media-on-the-right is-stacked-on-mobile is-image-fill", TEXT,
                  filled("57.99999999999999% 50%")), {**STACKED, **FOCAL, "mediaPosition": "right"}),
    ("MediaFirst", '{"mediaType":"image","mediaPosition":"right","mediaWidth":33,"backgroundColor":"base"}',
     side_by_side(" alignwide has-media-on-the-right is-stacked-on-mobile has-base-background-color has-background",
                  FIGURE.format(PICTURE), TEXT, style=' style="grid-template-columns:auto 33%"'),
     {**STACKED, "mediaPosition": "right", "mediaWidth": 33, "backgroundColor": "base"}),
    ("MediaFirst", '{"align":"","mediaType":"image","mediaPosition":"right"}',
     side_by_side(" has-media-on-the-right is-stacked-on-mobile", FIGURE.format(PICTURE), TEXT),
     {**STACKED, "mediaPosition": "right"}),
    ("NotStacked", '{"mediaType":"image","mediaId":5,"customBackgroundColor":"#123456"}',
     side_by_side(" alignwide", FIGURE.format(PICTURE.replace("/>", ' class="wp-image-5"/>')), TEXT,
                  style=' style="background-color:#123456"'),
     {**SPLIT, "mediaId": 5, "style": {"color": {"background": "#123456"}}}),
    ("WithoutImageClass", '{"mediaType":"image","mediaId":5,"customBackgroundColor":"#123456"}',
     side_by_side(" alignwide", FIGURE.format(PICTURE), TEXT, style=' style="background-color:#123456"'),
     {**SPLIT, "mediaId": 5, "customBackgroundColor": "#123456"}),
]  # fmt: skip


@pytest.mark.parametrize(("older", "said", "html", "expected"), OLDER, ids=[row[0] for row in OLDER])
def test_media_and_text_of_older_editors(older: str, said: str, html: str, expected: dict[str, Any]) -> None:
    assert ", ".join(one.__name__ for one in media_text(said, html).reading.deprecations) == older
    assert attributes(said, html) == expected


def test_a_colour_of_its_own_goes_into_the_style() -> None:
    html = side_by_side(
        " alignwide has-background is-stacked-on-mobile",
        FIGURE.format(""),
        TEXT,
        style=' style="background-color:#123456"',
    )
    said = '{"customBackgroundColor":"#123456"}'
    assert shape(media_text(said, html)) == "WithCustomColor"
    assert attributes(said, html) == {
        "align": "wide",
        "className": "alignwide",
        "isStackedOnMobile": True,
        "mediaAlt": "",
        "mediaPosition": "left",
        "mediaWidth": 50,
        "style": {"color": {"background": "#123456"}},
    }


@pytest.mark.parametrize(
    ("said", "names", "older", "align", "own"),
    [
        ("{}", " alignwide", "WideByDefault", "wide", None),
        ('{"align":"none"}', " alignwide", None, "none", "alignwide"),
        ('{"align":"wide"}', " alignwide", None, "wide", None),
        ("{}", "", None, "none", None),
        ("{}", " alignfull", None, "none", "alignfull"),
    ],
)
def test_what_is_wide_and_does_not_say_so_was_wide_by_default(
    said: str, names: str, older: str | None, align: str, own: str | None
) -> None:
    node = media_text(said, side_by_side(f"{names} is-stacked-on-mobile", FIGURE.format(""), TEXT))
    assert (shape(node), node.align, node.class_name) == (older, align, own)


@pytest.mark.parametrize(
    "said",
    [
        '{"imageFill":true,"focalPoint":{"x":[],"y":{}},"mediaType":"image"}',
        '{"mediaWidth":1e999,"mediaId":-1e999,"mediaType":"image"}',
        '{"mediaType":"constructor","verticalAlignment":"\\u0000","style":{"color":[],"border":7}}',
        '{"align":7,"className":7,"backgroundColor":{},"mediaUrl":"b.jpg"}',
    ],
)
@pytest.mark.parametrize(
    "html", ["", "<div><figure><a><img></a></figure>", side_by_side(" alignwide", filled("x"), TEXT)]
)
def test_hostile_media_and_text_are_read(said: str, html: str) -> None:
    node = media_text(said, html)
    assert node.media_url == ("a.jpg" if "a.jpg" in html else None)
    assert node.media_position == "left"
