"""The blocks of WordPress's category `media`: how they are read, in the shape of today and in older ones.

Cover and media-text have files of their own.
"""

from __future__ import annotations

from typing import Any

import pytest

import blocks
from blocks.library.media import Audio, File, Gallery, Image, Picture, Video
from blocks.model.saved import Attributes, saved
from blocks.model.shape import schema_of


def read(name: str, said: str, html: str) -> Any:
    """The one block of a markup."""
    (node,) = blocks.parse(f"<!-- wp:{name} {said} -->\n{html}\n<!-- /wp:{name} -->").children
    return node


def shape(node: Any) -> str | None:
    """The name of the older shape that a block is in; None for that of today."""
    return node.deprecation.__name__ if node.deprecation else None


def typed(node: Any) -> dict[str, Any]:
    """What the editor has of a block."""
    (one,) = blocks.parse(node.markup).to_json()
    return one


def without_defaults(values: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in names}


# ------------------------------------------------------------------------------------------------------------- image

IMAGE = (
    '<figure class="wp-block-image alignwide size-large is-resized has-custom-border is-style-rounded" id="top" '
    'style="margin-top:1em"><a class="zoom" href="https://example.com/" target="_blank" rel="noopener">'
    '<img src="a.jpg" alt="A" class="has-border-color has-base-border-color wp-image-7" style="border-width:2px;'
    'box-shadow:var(--wp--preset--shadow--deep);aspect-ratio:1;object-fit:cover;width:50px;height:20px" title="T"/></a>'
    '<figcaption class="wp-element-caption">Hi <em>you</em></figcaption></figure>'
)
SAID = (
    '{"id":7,"align":"wide","width":"50px","height":"20px","aspectRatio":"1","scale":"cover","sizeSlug":"large",'
    '"linkDestination":"custom","lightbox":{"enabled":false},"borderColor":"base","className":"is-style-rounded",'
    '"style":{"border":{"width":"2px"},"shadow":"var:preset|shadow|deep","spacing":{"margin":{"top":"1em"}}}}'
)


def test_an_image_says_all_its_fields() -> None:
    image = read("image", SAID, IMAGE)
    assert isinstance(image, Image)
    assert image.reading.is_recognised
    assert shape(image) is None
    assert (image.url, image.alt, image.title, image.caption.text) == ("a.jpg", "A", "T", "Hi you")
    assert (image.href, image.rel, image.link_class, image.link_target) == (
        "https://example.com/", "noopener", "zoom", "_blank",
    )  # fmt: skip
    assert (image.id, image.width, image.height, image.aspect_ratio, image.scale) == (7, "50px", "20px", "1", "cover")
    assert (image.size_slug, image.link_destination, image.lightbox) == ("large", "custom", {"enabled": False})
    assert (image.align, image.anchor, image.class_name, image.border_color) == (
        "wide", "top", "is-style-rounded", "base",
    )  # fmt: skip


def test_a_bound_caption_has_its_place_while_it_is_empty() -> None:
    html = (
        '<figure class="wp-block-image"><img src="a.jpg" alt=""/><figcaption class="wp-element-caption">{}</figcaption>'
    )
    html = html.format("") + "</figure>"
    assert not read("image", "{}", html).reading.is_recognised
    for bindings in ('"caption":{}', '"__default":{"source":"core/pattern-overrides"}'):
        assert read("image", f'{{"metadata":{{"bindings":{{{bindings}}}}}}}', html).reading.is_recognised


# What the delimiter says, the HTML, the shape it is in, and what the editor makes of it beside `alt` and `url`.
OLD_IMAGES = [
    ('{"behaviors":{"lightbox":{"enabled":true,"animation":"zoom"}},"width":"9px"}',
     '<figure class="wp-block-image is-resized"><img src="a.jpg" alt="" style="width:9px"/></figure>',
     "WithBehaviors", {"caption": "", "lightbox": {"enabled": True}}),
    ('{"width":50,"height":20.5}',
     '<figure class="wp-block-image is-resized"><img src="a.jpg" alt="" style="width:50px;height:20.5px" width="50" '
     'height="20.5"/></figure>',
     "SizedTwice", {"caption": "", "width": "50px", "height": "20.5px"}),
    ('{"width":50}',
     '<figure class="wp-block-image is-resized"><img src="a.jpg" alt="" style="width:50px" width="50"/></figure>',
     "SizedTwice", {"caption": "", "width": "50px", "height": "undefinedpx"}),
    ('{"width":50,"sizeSlug":"large","style":{"border":{"radius":"3px"}}}',
     '<figure class="wp-block-image size-large is-resized has-custom-border"><img src="a.jpg" alt="" '
     'style="border-radius:3px" width="50"/><figcaption class="wp-element-caption">x</figcaption></figure>',
     "SizedByAttributes",
     {"caption": "x", "width": "50px", "sizeSlug": "large", "style": {"border": {"radius": "3px"}}}),
    ('{"align":"left","width":50,"style":{"border":{"radius":"3px"}}}',
     '<figure class="wp-block-image alignleft is-resized" style="border-radius:3px"><img src="a.jpg" alt="" width="50"/>'
     "<figcaption>x <b>y</b></figcaption></figure>",
     "FramedByFigure",
     {"align": "left", "caption": "x <b>y</b>", "width": 50, "style": {"border": {"radius": "3px"}}}),
    ('{"align":"center","id":7,"className":"is-style-rounded"}',
     '<div class="wp-block-image is-style-rounded"><figure class="aligncenter"><a href="b"><img src="a.jpg" alt="" '
     'class="wp-image-7"/></a><figcaption>x</figcaption></figure></div>',
     "AlignedInWrapper", {"align": "center", "caption": "x", "className": "is-style-rounded", "href": "b", "id": 7}),
    ('{"align":"left","id":7,"width":50}',
     '<figure class="wp-block-image alignleft is-resized"><img src="a.jpg" alt="" class="wp-image-7" width="50"/>'
     "<figcaption>x</figcaption></figure>",
     "FramedByFigure", {"align": "left", "caption": "x", "id": 7, "width": 50}),
    ('{"align":"left","id":7,"width":50}',
     '<figure class="wp-block-image alignleft"><img src="a.jpg" alt="" class="wp-image-7" width="50"/>'
     '<figcaption>x <em class="b">y<br>z</em></figcaption></figure>',
     "NotMarkedAsResized",
     {"align": "left", "id": 7, "width": 50, "caption": [
         "x ", {"type": "em", "props": {"class": "b", "children": ["y", {"type": "br", "props": {"children": []}}, "z"]}}]}),
    ('{"align":"left","id":7}',
     '<figure class="wp-block-image alignleft" style="max-width:50%"><img src="a.jpg" alt=""/></figure>',
     "SizedByFigure", {"align": "left", "caption": [], "id": 7}),
    ('{"width":50}',
     '<figure class="wp-block-image" style="width:50px"><img src="a.jpg" alt="" width="50"/></figure>',
     "SizedByFigure", {"caption": [], "width": 50}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "html", "older", "attributes"), OLD_IMAGES)
def test_old_images_are_read_in_their_shape(said: str, html: str, older: str, attributes: dict[str, Any]) -> None:
    image = read("image", said, html)
    assert shape(image) == older
    assert without_defaults(typed(image)["attributes"], "alt", "url") == attributes
    assert (image.url, image.alt) == ("a.jpg", "")


def test_images_had_a_default_destination_before_wrappers() -> None:
    html = '<figure class="wp-block-image"><img src="a.jpg" alt="" width="0"/></figure>'
    image = read("image", '{"width":0}', html)
    assert shape(image) == "SizedByAttributes"
    linked = '<figure class="wp-block-image"><p><a href="b"><img src="a.jpg" alt=""/></a></p></figure>'
    assert shape(read("image", "{}", linked)) is None


def test_the_caption_of_the_oldest_images_is_rich_text() -> None:
    said, html, _, attributes = OLD_IMAGES[7]
    assert isinstance(attributes, dict)
    assert isinstance(attributes["caption"], list)
    assert read("image", said, html).caption == 'x <em class="b">y<br/>z</em>'


def test_a_caption_of_a_thousand_elements_in_each_other_loses_no_text() -> None:
    html = (
        f'<figure class="wp-block-image alignleft"><img src="a.jpg" width="5"/><figcaption>{"<i>" * 1000}x</figcaption>'
    )
    image = read("image", '{"align":"left","width":5}', html + "</figure>")
    assert not image.reading.is_recognised
    assert image.caption.text == "x"


# ----------------------------------------------------------------------------------------------------------- gallery


def item(number: int, *, href: str = "", caption: str = "", extra: str = "", kind: str = "") -> str:
    """A picture as galleries of lists had it."""
    picture = f'<img src="{number}.jpg" alt="A" data-id="{number}"{extra} class="wp-image-{number}"/>'
    link = f'<a href="{href}">{picture}</a>' if href else picture
    names = f' class="{kind}"' if kind else ""
    below = f"<figcaption{names}>{caption}</figcaption>" if caption else ""
    return f'<li class="blocks-gallery-item"><figure>{link}{below}</figure></li>'


def grid(*items: str, caption: str = "") -> str:
    """A gallery from WordPress 5.3 to 5.8."""
    below = f'<figcaption class="blocks-gallery-caption">{caption}</figcaption>' if caption else ""
    return (
        f'<figure class="wp-block-gallery columns-{min(3, len(items))} is-cropped"><ul class="blocks-gallery-grid">'
        f"{''.join(items)}</ul>{below}</figure>"
    )


def listed(*items: str) -> str:
    """A gallery before WordPress 5.3."""
    return f'<ul class="wp-block-gallery columns-{min(3, len(items))} is-cropped">{"".join(items)}</ul>'


BELOW = "blocks-gallery-item__caption"
FIGURES = (
    '<div class="wp-block-gallery alignnone columns-1 is-cropped"><figure class="blocks-gallery-image">'
    '<a href="1.jpg"><img src="1.jpg" alt="A" data-id="1"/></a></figure></div>'
)
FIRST = {"alt": "A", "caption": "", "id": 1, "url": "1.jpg"}
OLD_GALLERIES = [
    ('{"ids":[1],"linkTo":"none"}', grid(item(1, caption="c&nbsp;<b>d</b>", kind=BELOW)), "InGrid",
     {"linkTo": "none", "sizeSlug": "large", "fixedHeight": True},
     {**FIRST, "caption": "c\xa0<b>d</b>", "linkDestination": "none", "sizeSlug": "large"}),
    ('{"ids":[1],"linkTo":"file","sizeSlug":"full"}', grid(item(1, href="f.jpg", extra=' data-full-url="f.jpg"')),
     "InGrid", {"linkTo": "media", "sizeSlug": "full", "fixedHeight": True},
     {**FIRST, "href": "1.jpg", "linkDestination": "media", "sizeSlug": "full"}),
    ('{"ids":[1],"linkTo":"post"}', grid(item(1, href="p", extra=' data-link="p"')), "InGrid",
     {"linkTo": "attachment", "sizeSlug": "large", "fixedHeight": True},
     {**FIRST, "href": "p", "linkDestination": "attachment", "sizeSlug": "large"}),
    ('{"ids":[1],"linkTo":"media"}', grid(item(1, href="1.jpg")), "LinkedToMedia",
     {"linkTo": "media", "sizeSlug": "large"},
     {**FIRST, "href": "1.jpg", "linkDestination": "media", "sizeSlug": "large"}),
    ('{"ids":["1"]}', grid(item(1)), "InGrid",
     {"linkTo": "none"}, {**FIRST, "linkDestination": "none"}),
    ('{"ids":[1]}', listed(item(1, caption="c", extra=' data-full-url="f"')), "AsList",
     {"linkTo": "none"}, {**FIRST, "caption": "c", "linkDestination": "none"}),
    ('{"linkTo":"attachment"}', listed(item(1, href="p", extra=' data-link="p"')), "AsList",
     {"linkTo": "attachment"}, {**FIRST, "href": "p", "linkDestination": "attachment"}),
    ('{"linkTo":"media"}', FIGURES, "AsFigures",
     {"align": "none", "linkTo": "media"}, {**FIRST, "href": "1.jpg", "linkDestination": "media"}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "html", "older", "attributes", "image"), OLD_GALLERIES)
def test_old_galleries_become_galleries_of_image_blocks(
    said: str, html: str, older: str, attributes: dict[str, Any], image: dict[str, Any]
) -> None:
    gallery = read("gallery", said, html)
    assert shape(gallery) == older
    made = typed(gallery)
    assert without_defaults(made["attributes"], "imageCrop", "caption") == {**attributes, "allowResize": False}
    assert made["innerBlocks"] == [{"name": "core/image", "attributes": image, "innerBlocks": []}]
    assert gallery.images == ()


def test_a_gallery_whose_caption_has_no_class_of_elements_keeps_its_blocks() -> None:
    inner = (
        '<!-- wp:image {"id":3} --><figure class="wp-block-image"><img src="3.jpg" alt=""/></figure><!-- /wp:image -->'
    )
    html = f'<figure class="wp-block-gallery has-nested-images columns-2 is-cropped">{inner}<figcaption class='
    old = read("gallery", '{"columns":2}', html + '"blocks-gallery-caption">c</figcaption></figure>')
    new = read("gallery", '{"columns":2}', html + '"blocks-gallery-caption wp-element-caption">c</figcaption></figure>')
    assert (shape(old), shape(new)) == ("WithoutCaptionClass", None)
    assert (old.columns, old.caption.text, old.allow_resize) == (2, "c", False)
    for gallery in (old, new):
        assert [one["attributes"]["id"] for one in typed(gallery)["innerBlocks"]] == [3]


def test_pictures_are_asked_for_alike_whatever_the_gallery_is_saved_as() -> None:
    inner = (
        '<!-- wp:image {"id":1} --><figure class="wp-block-image"><a href="1.jpg"><img src="1.jpg" alt="A" '
        'class="wp-image-1"/></a><figcaption class="wp-element-caption">One</figcaption></figure><!-- /wp:image -->'
    )
    today = read("gallery", '{"linkTo":"media"}', (
        f'<figure class="wp-block-gallery has-nested-images columns-default is-cropped">{inner}'
        "<!-- wp:paragraph --><p>no picture</p><!-- /wp:paragraph --></figure>"
    ))  # fmt: skip
    old = read("gallery", '{"ids":[1],"linkTo":"media"}', grid(item(1, href="1.jpg", caption="One", kind=BELOW)))
    unknown = read("gallery", '{"linkTo":"media"}', f"<p>{item(1, href='1.jpg', caption='One', kind=BELOW)}")
    expected = (Picture(url="1.jpg", alt="A", caption=blocks.RichText("One"), href="1.jpg", id=1),)
    assert today.pictures == old.pictures == unknown.pictures == expected
    assert [len(one.images) for one in (today, old, unknown)] == [0, 0, 1]
    assert [one.reading.is_recognised for one in (today, old, unknown)] == [True, True, False]
    assert read("gallery", "{}", "").pictures == ()


def test_a_gallery_says_all_its_fields() -> None:
    gallery = read("gallery", (
        '{"ids":[1,2],"columns":2,"imageCrop":false,"randomOrder":true,"fixedHeight":false,"linkTarget":"_blank",'
        '"linkTo":"none","sizeSlug":"full","allowResize":true,"aspectRatio":"4/3","align":"full",'
        '"style":{"spacing":{"padding":{"top":"1px"},"blockGap":"2px"}}}'
    ), '<figure class="wp-block-gallery alignfull has-nested-images columns-2" style="padding-top:1px"></figure>')  # fmt: skip
    assert isinstance(gallery, Gallery)
    assert gallery.reading.is_recognised
    assert (gallery.ids, gallery.columns, gallery.image_crop, gallery.random_order) == ([1, 2], 2, False, True)
    assert (gallery.fixed_height, gallery.link_target, gallery.link_to) == (False, "_blank", "none")
    assert (gallery.size_slug, gallery.allow_resize, gallery.aspect_ratio) == ("full", True, "4/3")
    assert (gallery.align, gallery.caption.html, gallery.short_code_transforms) == ("full", "", [])


# ----------------------------------------------------------------------------------------------------------- players


def test_a_video_says_all_its_fields() -> None:
    video = read("video", (
        '{"id":3,"align":"wide","tracks":[{"id":9,"src":"a.vtt","srcLang":"en","label":"E","kind":"captions"}]}'
    ), (
        '<figure class="wp-block-video alignwide"><video autoplay loop muted poster="p.jpg" preload="auto" src="a.mp4" '
        'playsinline><track src="a.vtt" srclang="en" label="E" kind="captions"/></video>'
        '<figcaption class="wp-element-caption">c</figcaption></figure>'
    ))  # fmt: skip
    assert isinstance(video, Video)
    assert video.reading.is_recognised
    assert (video.src, video.poster, video.preload, video.id, video.caption.text) == ("a.mp4", "p.jpg", "auto", 3, "c")
    assert (video.autoplay, video.controls, video.loop, video.muted, video.plays_inline) == (
        True, False, True, True, True,
    )  # fmt: skip
    assert [track["label"] for track in video.tracks] == ["E"]


def test_subtitles_are_saved_with_the_names_of_html() -> None:
    a = Attributes(src="a.mp4", tracks=[{"id": 9, "src": "a.vtt", "srcLang": "en"}])
    assert '<track src="a.vtt" srclang="en"/></video>' in (saved(Video, "core/video", a) or "")


def test_an_audio_says_all_its_fields() -> None:
    html = (
        '<figure class="wp-block-audio"><audio controls src="a.mp3" autoplay loop preload="none"></audio>'
        '<figcaption class="wp-element-caption">c</figcaption></figure>'
    )
    audio = read("audio", '{"id":3}', html)
    assert isinstance(audio, Audio)
    assert audio.reading.is_recognised
    assert (audio.src, audio.id, audio.autoplay, audio.loop, audio.preload) == ("a.mp3", 3, True, True, "none")
    assert audio.caption == "c"


@pytest.mark.parametrize(("name", "player"), [("audio", "audio"), ("video", "video")])
def test_players_had_captions_without_a_class(name: str, player: str) -> None:
    html = f'<figure class="wp-block-{name}"><{player} controls src="a"></{player}><figcaption>c <b>d</b></figcaption></figure>'
    node = read(name, '{"id":3}', html)
    assert shape(node) == "WithoutCaptionClass"
    assert (node.src, node.id, node.caption.text) == ("a", 3, "c d")


def test_a_player_without_an_address_is_saved_as_its_figure_or_nothing() -> None:
    assert read("video", "{}", '<figure class="wp-block-video"></figure>').reading.is_recognised
    assert read("audio", "{}", "").reading.is_recognised
    assert shape(read("audio", "{}", '<figure class="wp-block-audio"><audio controls></audio></figure>')) == (
        "WithoutCaptionClass"
    )


# -------------------------------------------------------------------------------------------------------------- file

LINK = '<a id="l" href="b.pdf" target="_blank" rel="noreferrer noopener">a &amp; b</a>'
BUTTON = (
    '<a href="a.pdf" class="wp-block-file__button wp-element-button" download aria-describedby="l">Get <b>it</b></a>'
)


def preview(label: str) -> str:
    style = "width:100%;height:300px"
    return f'<object class="wp-block-file__embed" data="a.pdf" type="application/pdf" style="{style}" aria-label="{label}"></object>'


SHOWN = '{"id":3,"href":"a.pdf","displayPreview":true,"previewHeight":300}'
FILES = [
    (preview("a &amp; b") + LINK + BUTTON, None),
    (preview("Embed of a &amp; b.") + LINK + BUTTON, "LabelledByWords"),
    (preview("Embed of a &amp; b.") + LINK + BUTTON.replace(" wp-element-button", ""), "WithoutButtonClass"),
    (preview("Embed of a &amp; b.") + LINK.replace(' id="l"', "")
     + BUTTON.replace(" wp-element-button", "").replace(' aria-describedby="l"', ""), "WithoutButtonClass"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "older"), FILES)
def test_files_are_read_whatever_their_age(html: str, older: str | None) -> None:
    node = read("file", SHOWN, f'<div class="wp-block-file">{html}</div>')
    assert isinstance(node, File)
    assert shape(node) == older
    assert (node.href, node.id, node.text_link_href, node.text_link_target) == ("a.pdf", 3, "b.pdf", "_blank")
    assert (node.file_name.text, node.download_button_text.text) == ("a & b", "Get it")
    assert (node.show_download_button, node.display_preview, node.preview_height) == (True, True, 300)
    assert node.reading.is_recognised


# ---------------------------------------------------------------------------------------------------- hostile values


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("image", '{"metadata":{"bindings":"x"},"style":{"border":"x","shadow":[1]},"behaviors":{"lightbox":[]}}'),
        ("image", '{"style":{"border":{"radius":{"topLeft":{}}}},"id":1e400,"width":[],"className":5}'),
        ("gallery", '{"ids":{"a":1},"images":"ab","columns":"2","linkTo":["x"]}'),
        ("gallery", '{"ids":[null],"images":[1],"shortCodeTransforms":[1]}'),
        ("video", '{"tracks":[null,"a",{"src":{"a":1}}]}'),
        ("audio", '{"id":"x"}'),
        ("file", '{"href":"a.pdf","previewHeight":"x","displayPreview":1}'),
    ],
)
@pytest.mark.parametrize(
    "html",
    [
        "",
        "text",
        '<figure class="wp-block-image"><img src="a.jpg" alt=""/></figure>',
        grid(item(1), '<li class="blocks-gallery-item">none</li>'),
        '<figure class="wp-block-video"><video controls src="a.mp4"></video></figure>',
    ],
)
def test_hostile_values_are_left_out_and_raise_nothing(name: str, said: str, html: str) -> None:
    node = read(name, said, html)
    assert typed(node)["name"] == f"core/{name}"
    assert all(hasattr(node, field.name) for field in schema_of(type(node)).fields.values())
