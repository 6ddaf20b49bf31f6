"""Pictures in AMP: how large they are by each source, and what stands for them; the validator over every form."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import blocks
from blocks.errors import OptionError
from blocks.fragment import Token, tokens
from blocks.model.block import Block
from blocks.render.amp import rules
from blocks.render.amp.attributes import Say, cleaned
from blocks.render.amp.dimensions import SOURCES, Dimensions, Known
from blocks.render.amp.images import LIGHTBOX, Picture, is_lightbox, is_lightbox_button, picture
from blocks.site import MemorySite, SitePost
from tests import amp_validator
from tests.timing import assert_in_step

UPLOADS = "https://example.com/wp-content/uploads/2026/01"


def attachment(id: int, file: str, width: Any, height: Any, **more: Any) -> SitePost:
    meta = {"width": width, "height": height, "file": file, **more}
    return SitePost(id=id, type="attachment", mime="image/jpeg",
                    meta={"_wp_attached_file": file, "_wp_attachment_metadata": meta})  # fmt: skip


SIZES = {
    "medium": {"file": "lake-300x201.jpg", "width": 300, "height": 201},
    "square": {"file": "lake-square.jpg", "width": 600, "height": 600},
    "broken": {"file": "lake-broken.jpg", "width": "x", "height": None},
    "odd": "no size",
}
SITE = MemorySite(
    options={"home": "https://example.com", "siteurl": "http://www.example.com"},
    posts=[
        SitePost(id=1, title="No attachment"),
        attachment(5, "2026/01/lake.jpg", 1200, 800, sizes=SIZES),
        attachment(6, "2026/01/peak-scaled.jpg", 2560, 1707, original_image="peak.jpg", sizes=[]),
        attachment(7, "2026/01/a b-1024x768.jpg", 640, 480),
        attachment(8, "2026/01/film.mp4", 1280, 720),
        SitePost(id=9, type="attachment", meta={"_wp_attachment_metadata": {"width": -3, "height": 10**40}}),
        SitePost(id=10, type="attachment", mime="image/png", source_url="https://cdn.example.net/up/far.png",
                 meta={"_wp_attachment_metadata": {"width": 90, "height": 60}}),
    ],
)  # fmt: skip


def img(attributes: str) -> Token:
    return next(tokens(f"<img {attributes}>"))


def block(name: str, attributes: str) -> Block:
    return blocks.parse(f"<!-- wp:{name} {attributes} /-->").children[0]


def known(attributes: str, within: Block | None = None, site: MemorySite | None = None) -> Known | None:
    return Dimensions(site).of(img(attributes), within)


# ------------------------------------------------------------------------------------------------ the tag and its block


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('src="a.jpg" width="300" height="200"', (300, 200)),
        ('src="a.jpg" width=" 300px" height="200.7"', (300, 200)),
        ('src="a-9x9.jpg" width=300 height=200 style="width:50px;height:50px"', (300, 200)),
        ('src="a.jpg" width="100%" height="200"', None),
        ('src="a.jpg" width="auto" height="200"', None),
        ('src="a.jpg" width="0" height="0"', None),
        ('src="a.jpg" width="-3" height="2"', None),
        (f'src="a.jpg" width="{"9" * 5000}" height="2"', None),
        ('src="a.jpg" width height', None),
        ('src="a.jpg" width="٣٠" height="2"', None),
    ],
)
def test_attributes_say_the_size_where_both_are_in_pixels(attributes: str, size: tuple[int, int] | None) -> None:
    assert known(attributes) == (Known(*size, "attributes") if size else None)


def test_one_side_of_the_author_stays_and_the_other_follows_from_the_file() -> None:
    assert known('src="a-300x200.jpg" width="150"') == Known(150, 100, "file-name")
    assert known('src="a-300x200.jpg" height="20" width="auto"') == Known(30, 20, "file-name")
    assert known(f'src="{UPLOADS}/lake.jpg" width="600"', site=SITE) == Known(600, 400, "site")
    assert known('src="a-9999x1.jpg" width="3"') == Known(3, 1, "file-name")
    assert known('src="a-1x9999.jpg" height="3"') == Known(1, 3, "file-name")
    assert known('src="a-1x99999.jpg" width="99999"') is None


@pytest.mark.parametrize(
    ("attributes", "within", "expected"),
    [
        ('src="a.jpg" style="width:300px;height:200px"', None, Known(300, 200, "block")),
        ('src="a.jpg" style="WIDTH: 300PX; aspect-ratio: 3 / 2"', None, Known(300, 200, "block")),
        ('src="a.jpg" style="height:200px;aspect-ratio:1.5"', None, Known(300, 200, "block")),
        ('src="a.jpg" style="aspect-ratio:auto 1"  width=30', None, Known(30, 30, "block")),
        ('src="a-30x20.jpg" style="aspect-ratio:1;object-fit:cover;width:300px"', None, Known(300, 200, "file-name")),
        ('src="a-30x20.jpg" style="width:50%"', None, Known(30, 20, "file-name")),
        ('src="a.jpg" style="width:50%;height:20em"', None, None),
        ('src="a.jpg" style="width:0px;aspect-ratio:1"', None, None),
        ('src="a.jpg" style="width:9px;aspect-ratio:0/3"', None, None),
        ('src="a.jpg" style="width:9px;aspect-ratio:3/0"', None, None),
        ('src="a.jpg"', ("image", '{"width":"300px","height":"200px"}'), Known(300, 200, "block")),
        ('src="a.jpg"', ("image", '{"width":300,"height":200}'), Known(300, 200, "block")),
        ('src="a.jpg"', ("image", '{"width":"300px","aspectRatio":"3/2"}'), Known(300, 200, "block")),
        ('src="a.jpg" width="150"', ("image", '{"aspectRatio":"3/2"}'), Known(150, 100, "block")),
        ('src="a.jpg"', ("image", '{"aspectRatio":"3/2"}'), None),
        ('src="a.jpg"', ("image", '{"width":"50%","height":true}'), None),
        ('src="a.jpg"', ("image", '{"width":[],"height":{},"aspectRatio":1e999}'), None),
        ('src="a-40x30.jpg"', ("site-logo", '{"width":120}'), Known(120, 90, "file-name")),
        ('src="a.jpg"', ("avatar", '{"size":48}'), Known(48, 48, "block")),
        ('src="a.jpg"', ("acme/chart", '{"width":300,"height":200}'), None),
        # a tag that says a side itself is not as the block says
        ('src="a.jpg" style="width:30px"', ("image", '{"width":"300px","height":"200px"}'), None),
        # a picture in the caption is not the one that the block speaks of
        ('src="a.jpg" class="wp-image-8"', ("image", '{"id":7,"width":"300px","height":"200px"}'), None),
        (
            'src="a.jpg" class="wp-image-7"',
            ("image", '{"id":7,"width":"30px","height":"20px"}'),
            Known(30, 20, "block"),
        ),
    ],
)
def test_style_and_block(attributes: str, within: tuple[str, str] | None, expected: Known | None) -> None:
    assert known(attributes, block(*within) if within else None) == expected


# ------------------------------------------------------------------------------------------------------------- the site


@pytest.mark.parametrize(
    ("address", "size"),
    [
        (f"{UPLOADS}/lake.jpg", (1200, 800)),
        (f"{UPLOADS}/lake.jpg?ver=2#x", (1200, 800)),
        (f"{UPLOADS}/lake-300x201.jpg", (300, 201)),
        (f"{UPLOADS}/lake-square.jpg", None),  # which no address of the library leads to
        (f"{UPLOADS}/peak-scaled.jpg", (2560, 1707)),
        (f"{UPLOADS}/peak.jpg", (2560, 1707)),
        (f"{UPLOADS}/a%20b-1024x768.jpg", (640, 480)),
        ("http://www.example.com/wp-content/uploads/2026/01/lake.jpg", (1200, 800)),
        ("//example.com/wp-content/uploads/2026/01/lake.jpg", (1200, 800)),
        ("/wp-content/uploads/2026/01/lake.jpg", (1200, 800)),
        ("https://i0.wp.com/example.com/wp-content/uploads/2026/01/lake.jpg?ssl=1", (1200, 800)),
        ("https://i0.wp.com/example.com/wp-content/uploads/2026/01/lake.jpg?fit=600%2C600", (600, 400)),
        ("https://i0.wp.com/example.com/wp-content/uploads/2026/01/lake.jpg?resize=90%2C91", (90, 91)),
        (f"{UPLOADS}/lake.jpg?w=300", (300, 200)),
        (f"{UPLOADS}/lake.jpg?w=300&h=300", None),
        (f"{UPLOADS}/lake.jpg?crop=1", None),
        ("https://cdn.example.net/up/far.png", (90, 60)),
        ("https://WWW.cdn.example.net/up/far.png", (90, 60)),
        ("https://example.org/wp-content/uploads/2026/01/lake.jpg", None),  # a file of that name on another site
        ("/wp-content/uploads/2025/12/lake.jpg", None),
        ("lake.jpg", None),
        (f"{UPLOADS}/nobody.jpg", None),
        (f"{UPLOADS}/", None),
    ],
)
def test_the_library_knows_files_by_their_address(address: str, size: tuple[int, int] | None) -> None:
    assert known(f'src="{address}"', site=SITE) == (Known(*size, "site") if size else None)


def test_the_library_knows_files_by_their_id_and_name_on_any_host() -> None:
    elsewhere = "https://cdn.example.net/x/"
    assert known(f'src="{elsewhere}lake-square.jpg" class="size-x wp-image-5"', site=SITE) == Known(600, 600, "site")
    assert known(f'src="{elsewhere}lake.jpg" data-id="5"', site=SITE) == Known(1200, 800, "site")
    for name, attributes in (("image", '{"id":5}'), ("image", '{"id":"5"}'), ("media-text", '{"mediaId":5}')):
        assert known(f'src="{elsewhere}lake.jpg"', block(name, attributes), SITE) == Known(1200, 800, "site")
    for other in ("pond.jpg", "lake.png", "lake-broken.jpg", ""):  # the picture was exchanged, the id was not
        assert known(f'src="{elsewhere}{other}" class="wp-image-5"', site=SITE) is None
    for id in ("1", "9", "404", "9" * 18, "9" * 5000):
        assert known(f'src="{elsewhere}lake.jpg" class="wp-image-{id}"', site=SITE) is None


def test_attachments_by_their_id() -> None:
    dimensions = Dimensions(SITE)
    assert dimensions.of_attachment(8) == Known(1280, 720, "site")
    assert [dimensions.of_attachment(id) for id in (1, 9, 404)] == [None] * 3
    assert Dimensions().of_attachment(8) is None
    assert dimensions.of_address(f"{UPLOADS}/lake.jpg") == Known(1200, 800, "site")
    assert dimensions.of_address("poster-40x30.jpg") == Known(40, 30, "file-name")


# -------------------------------------------------------------------------------------------- addresses, and the caller


@pytest.mark.parametrize(
    ("address", "size"),
    [
        ("a-300x200.jpg", (300, 200)),
        ("https://example.org/x/a-300x200.webp?ver=1.2/b#c", (300, 200)),
        ("a%2D300x200.jpg", (300, 200)),
        ("é-300x200@2x.png", (300, 200)),
        ("a-300x200.jpg?resize=50,40", (50, 40)),
        ("a-300x200.jpg?w=150", (150, 100)),
        ("a-0x200.jpg", None),
        ("a-300x200000000.jpg", None),
        ("a-300x200", None),
        ("a-300x200.jpg/b.jpg", None),
        ("a300x200.jpg", None),
        ("?a-300x200.jpg", None),
        ("a-٣٠٠x٢٠٠.jpg", None),
    ],
)
def test_the_name_of_the_file(address: str, size: tuple[int, int] | None) -> None:
    assert known(f'src="{address}"') == (Known(*size, "file-name") if size else None)


def test_srcset_says_how_wide_the_file_is_and_its_other_files_the_ratio() -> None:
    widths = "a.jpg 2000w, a-300x200.jpg 300w, a-1000x667.jpg 1000w"
    for written in (widths, widths.replace(", ", ","), widths.replace(" ", "\n ")):
        assert known(f'src="a.jpg" srcset="{written}"') == Known(2000, 1334, "file-name")
    for other in (
        "a.jpg 2000w",
        "a.jpg 2000w, a-30x20.jpg 300w",
        "b.jpg 2000w, a-300x200.jpg 300w",
        "a.jpg 2x, a-300x200.jpg 1x",
        "a.jpg 9w, -1x1.j 2w",
    ):
        assert known(f'src="a.jpg" srcset="{other}"') is None


def test_what_jetpack_says_of_the_file() -> None:
    assert known('src="a.jpg" data-orig-size="2048,1365"') == Known(2048, 1365, "attributes")
    assert known('src="a.jpg?w=1024" data-orig-size="2048,1365"') == Known(1024, 683, "attributes")
    assert known('src="a.jpg" data-width="30" data-height="20" width="15"') == Known(15, 10, "attributes")
    assert known('src="a-3x2.jpg" data-width="30" data-height="20"') == Known(3, 2, "file-name")
    for other in ('data-orig-size="0,0"', 'data-orig-size="9"', 'data-width="9"', 'data-width="9" data-height="50%"'):
        assert known(f'src="a.jpg" {other}') is None


def data(kind: str, start: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(start + bytes(40)).decode()}"


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (7).to_bytes(4, "big") + (5).to_bytes(4, "big")
GIF = b"GIF89a" + (7).to_bytes(2, "little") + (5).to_bytes(2, "little")


def test_the_bytes_of_a_picture_in_its_address() -> None:
    assert known(f'src="{data("png", PNG)}"') == Known(7, 5, "file-name")
    assert known(f'src=" {data("gif", GIF)}"') == Known(7, 5, "file-name")
    assert known(f'src="{data("gif", GIF)}" data-src="a.jpg"') is None  # what a script would have replaced
    for other in (data("png", PNG[:-8]), data("gif", GIF[:6]), data("jpeg", b"\xff\xd8"), "data:image/gif;base64,R0",
                  "data:image/png;base64,%%%%", "data:image/svg+xml,%3Csvg%20width='3'/%3E", "data:,é", "data:"):  # fmt: skip
        assert known(f'src="{other}"') is None


def test_the_caller_is_asked_last_and_once_for_an_address() -> None:
    asked: list[str] = []

    def answer(address: str) -> tuple[int, int] | None:
        asked.append(address)
        return (60, 40) if "known" in address else None

    dimensions = Dimensions(SITE, answer)
    tags = ["known.jpg", "known.jpg", "other.jpg", "other.jpg", "known-3x2.jpg", f"{UPLOADS}/lake.jpg"]
    assert [found.source if (found := dimensions.of(img(f'src="{tag}"'))) else None for tag in tags] == [
        "caller", "caller", None, None, "file-name", "site"]  # fmt: skip
    assert asked == ["known.jpg", "other.jpg"]
    assert dimensions.of(img('src="known.jpg" width="30"')) == Known(30, 20, "caller")
    assert dimensions.counts == {"caller": 3, "unknown": 2, "file-name": 1, "site": 1}
    assert set(dimensions.counts) <= {*SOURCES, "unknown"}


@pytest.mark.parametrize("answer", ["60x40", (1,), (1, 2, 3), (-1, 2), (0, 2), (1.5, 2), (True, 2), ("1", "2"), 7,
                                    (2**31, 1), [None, None]])  # fmt: skip
def test_a_wrong_answer_of_the_caller_is_told_with_the_function_and_the_address(answer: Any) -> None:
    def measured(_address: str) -> Any:
        return answer

    with pytest.raises(OptionError, match=r"measured.*'a\.jpg'"):
        Dimensions(None, measured).of(img('src="a.jpg"'))


def test_what_is_no_function_is_told() -> None:
    with pytest.raises(OptionError, match=r"image_size=.* is no function"):
        Dimensions(None, {"a.jpg": (1, 2)})  # type: ignore[arg-type]


# ---------------------------------------------------------------------------------------------------- what stands there


def shown(
    attributes: str, known: Known | None = None, within: Block | None = None, *, tag: str | None = None, **asked: bool
) -> tuple[Picture, list[str]]:
    problems: list[str] = []

    def say(code: str, _message: str) -> None:
        problems.append(code)

    values = values_of(img(attributes), say)
    made = picture(values, known, within, as_amp=asked.get("as_amp", False), lightbox=asked.get("lightbox", False),
                   say=say, tag=tag)  # fmt: skip
    return made, problems


def values_of(token: Token, say: Say) -> dict[str, str | None]:
    return cleaned("img", rules.HTML["img"], token.attributes, say)


SIZE = Known(300, 200, "site")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<img src="a.jpg" alt="It&#8217;s"/>', '<img src="a.jpg" alt="It&#8217;s" width="300" height="200"/>'),
        ("<IMG src=a.jpg />", '<IMG src=a.jpg width="300" height="200" />'),
        ("<img src='a.jpg' width=300>", "<img src='a.jpg' width=300 height=\"200\">"),
        ("<img src='a.jpg' width=300 height=200>", "<img src='a.jpg' width=300 height=200>"),
        ('<img src="a.jpg" width="auto" height="">', '<img src="a.jpg" width="300" height="200">'),
        ('<img src="a.jpg" width="50%">', '<img src="a.jpg" width="50%">'),
        ('<img src="a.jpg" height="0">', '<img src="a.jpg" height="0">'),
    ],
)
def test_a_native_picture_gets_the_size_that_it_lacks(tag: str, expected: str) -> None:
    attributes = tag[5:].rstrip("/>")
    made, problems = shown(attributes, SIZE, tag=tag)
    assert (made, problems) == (Picture(expected), [])
    assert shown(attributes, None, tag=tag) == (Picture(tag), [])


def test_a_picture_of_unknown_size_stays_native_and_says_so() -> None:
    assert shown('src="a.jpg"', as_amp=True) == (Picture('<img src="a.jpg">'), ["unknown-dimensions"])
    assert shown('src="a.jpg"', lightbox=True) == (Picture('<img src="a.jpg">'), ["unknown-dimensions"])
    assert shown('src="a.jpg"', Known(1, 1, "attributes"), as_amp=True)[0].html.startswith("<img ")


WIDE = block("image", '{"align":"wide"}')
FILLED = block("media-text", '{"imageFill":true}')


@pytest.mark.parametrize(
    ("attributes", "known", "within", "expected"),
    [
        ('src="a.jpg" alt="x"', SIZE, None, 'layout="intrinsic" width="300" height="200" src="a.jpg" alt="x"'),
        ('src="a.jpg"', Known(32, 20, "site"), None, 'layout="fixed" width="32" height="20" src="a.jpg"'),
        ('src="a.jpg"', SIZE, WIDE, 'layout="responsive" width="300" height="200" src="a.jpg"'),
        ('src="a.jpg" style="width:9px"', Known(90, 60, "site"), WIDE,
         'layout="intrinsic" width="9" height="6" src="a.jpg"'),
        ('src="a.jpg" width="100%"', SIZE, None, 'layout="responsive" width="300" height="200" src="a.jpg"'),
        ('src="a.jpg"', None, FILLED, 'layout="fill" src="a.jpg" object-fit="cover"'),
        ('class="wp-block-cover__image-background x" src="a.jpg" style="object-position:20% 30%;opacity:.5" width=3', SIZE,
         None, 'layout="fill" class="wp-block-cover__image-background x" src="a.jpg" style="opacity:.5" '
         'object-fit="cover" object-position="20% 30%"'),
        ('class="wp-block-cover__image-background" src="a.jpg" data-object-fit="contain" data-object-position="0% 9%"',
         None, None, 'layout="fill" class="wp-block-cover__image-background" src="a.jpg" data-object-fit="contain" '
         'data-object-position="0% 9%" object-fit="contain" object-position="0% 9%"'),
        ('src="a.jpg" srcset="a.jpg 1x" sizes="auto, 100vw" loading=lazy decoding=async fetchpriority=high', SIZE, None,
         'layout="intrinsic" width="300" height="200" src="a.jpg" srcset="a.jpg 1x" sizes="100vw" '
         "disable-inline-width data-hero"),
        ('src="a.jpg" srcset="a.jpg 1x" sizes="auto"', SIZE, None,
         'layout="intrinsic" width="300" height="200" src="a.jpg" srcset="a.jpg 1x"'),
        ('src="a.jpg" style="aspect-ratio:1;object-fit:contain;width:100px;border-radius:4px"', SIZE, None,
         'layout="intrinsic" width="100" height="100" src="a.jpg" style="border-radius:4px" object-fit="contain"'),
        ('src="a.jpg" style="width:150px;height:auto"', SIZE, None,
         'layout="intrinsic" width="150" height="100" src="a.jpg"'),
        ('src="a.jpg" style="height:60px;aspect-ratio:2"', SIZE, None,
         'layout="intrinsic" width="120" height="60" src="a.jpg"'),
        ('src="a.jpg" style="aspect-ratio:3/1;width:50%"', SIZE, None,
         'layout="intrinsic" width="300" height="100" src="a.jpg" style="width:50%"'),
        ('src="a.jpg" style="object-fit:inherit"', SIZE, None,
         'layout="intrinsic" width="300" height="200" src="a.jpg" style="object-fit:inherit"'),
    ],
)  # fmt: skip
def test_amp_img(attributes: str, known: Known | None, within: Block | None, expected: str) -> None:
    assert shown(attributes, known, within, as_amp=True) == (Picture(f"<amp-img {expected}></amp-img>"), [])


def test_attributes_that_amp_img_does_not_take_are_told() -> None:
    made, problems = shown('src="a.jpg" name="x" usemap="#m" border=1', SIZE, as_amp=True)
    assert made.html == '<amp-img layout="intrinsic" width="300" height="200" src="a.jpg"></amp-img>'
    assert problems == ["unsupported-content"] * 3


def test_a_lightbox_becomes_that_of_amp_in_any_mode() -> None:
    made, problems = shown('data-wp-on--click="actions.showLightbox" data-wp-init=x data-id=5 src="a.jpg"', SIZE,
                           lightbox=True)  # fmt: skip
    assert made == Picture(
        '<amp-img layout="intrinsic" width="300" height="200" data-id="5" src="a.jpg" lightbox></amp-img>', LIGHTBOX
    )
    assert problems == []


@pytest.mark.parametrize(
    "attribute",
    [
        'data-wp-on--click="actions.showLightbox"',  # 6.5
        'data-wp-on-async--click="actions.showLightbox"',  # 6.6, 6.7
        'data-wp-on--click="actions.core.image.showLightbox"',  # 6.4
    ],
)
def test_what_wordpress_lets_open_large_is_known(attribute: str) -> None:
    assert is_lightbox(img(f'src="a.jpg" {attribute}'))
    button = next(tokens(f'<button class="lightbox-trigger" {attribute}>'))
    assert is_lightbox_button(button)
    assert not is_lightbox(button)


def test_what_does_not_open_large_is_no_lightbox() -> None:
    assert not is_lightbox(img('src="a.jpg" alt="showLightbox" data-wp-on--load="actions.showLightbox"'))
    assert not is_lightbox_button(next(tokens('<button data-wp-on--click="actions.hideLightbox">')))


def test_the_lightbox_that_the_server_draws_is_known() -> None:
    markup = (
        '<!-- wp:image {"lightbox":{"enabled":true}} --><figure class="wp-block-image"><img src="a.jpg" alt=""/>'
        "</figure><!-- /wp:image -->"
    )
    found = [token for token in tokens(blocks.render(markup, "html")) if token.kind == "start"]
    assert [token.name for token in found if is_lightbox(token) or is_lightbox_button(token)] == ["img", "button"]


# ------------------------------------------------------------------------------------------------------ hostile content

pieces = st.sampled_from(
    ["300", "0", "-1", "50%", "auto", "1e9", "9" * 6, "300px", "x", "", "'", ";", ":", "url(data:a;b)", "width:", "\0",
     "height:9px", "aspect-ratio:", "1/0", "object-fit:", "cover", "calc(", ")", "a-3x2.jpg", "a.jpg 3w", ",", " ", "é",
     "wp-image-5", "wp-block-cover__image-background", "data:image/gif;base64,R0lGODlhBwAFA", "//example.com/", "[", "\\",
     "auto, 100vw", "(max-width:", "!important", UPLOADS + "/lake.jpg", "?resize=", "1,2"]
)  # fmt: skip
values = st.lists(pieces, max_size=5).map("".join)
names = st.sampled_from(
    [
        "src",
        "srcset",
        "sizes",
        "width",
        "height",
        "style",
        "class",
        "alt",
        "data-id",
        "data-object-fit",
        "data-object-position",
        "fetchpriority",
        "loading",
        "usemap",
        "border",
        "data-src",
        "title",
        "id",
        "data-wp-on--click",
    ]
)
pictures = st.dictionaries(names, values, max_size=7)


def forms(attributes: dict[str, str]) -> list[str]:
    """Every form of a picture, with what the sources know of it and with a size that is given."""
    spelled = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    out = []
    for within in (None, WIDE, FILLED):
        for size in (Dimensions(SITE).of(img(spelled), within), SIZE):
            for as_amp, lightbox in ((False, False), (True, False), (False, True)):
                made, _ = shown(f'src="a.jpg" {spelled}', size, within, as_amp=as_amp, lightbox=lightbox)
                out.append(made.html)
    return out


@given(pictures)
def test_no_picture_raises_and_every_size_is_a_positive_number(attributes: dict[str, str]) -> None:
    for html in forms(attributes):
        (tag,) = [token for token in tokens(html) if token.kind == "start"]
        assert tag.name in ("img", "amp-img")
        if tag.name == "amp-img" and tag.get("layout") != "fill":
            assert all(re.fullmatch("[1-9][0-9]{0,5}", tag.get(side) or "") for side in ("width", "height"))
        spelled = [one[0] for one in re.findall(r'\s([a-z-]+)(="[^"]*")?(?=[\s>])', html)]
        assert len(spelled) == len(set(spelled))


HUGE = [
    lambda size: f'src="{"-1x" * size}"',
    lambda size: f'src="{"/" * size}a{"%" * size}/"',
    lambda size: f'src="a.jpg?{"&resize=" * size}"',
    lambda size: f'src="data:{"a" * size}"',
    lambda size: f'src="//{"a" * size}"',
    lambda size: f'style="{"width:" * size}{";width:1px" * size}"',
    lambda size: f'style="aspect-ratio:auto{" " * size}x;width:{"1" * size}px"',
    lambda size: f'srcset="{"a" * size}{" 1w,a" * size}{"," * size}" src="b.jpg"',
    lambda size: f'srcset="a 1x" sizes="{"auto" * size}{", auto" * size}"',
    lambda size: f'class="{"wp-image-1" * size}{" wp-image-1" * size}"',
    lambda size: f'width="{"1" * size}" height="{" " * size}1"',
]


@pytest.mark.parametrize("attributes", HUGE)
def test_time_is_linear(attributes: Callable[[int], str]) -> None:
    def prepare(size: int) -> Callable[[], object]:
        token = img(attributes(size))
        return partial(made_of, token, {one.name: one.value for one in token.attributes})

    def made_of(token: Token, values: dict[str, str | None]) -> None:
        found = Dimensions(SITE).of(token)
        picture(values, found or SIZE, as_amp=True, lightbox=False, say=lambda _code, _message: None)

    assert_in_step(prepare, 100_000)


# ---------------------------------------------------------------------------------------------------------- validator

CONTEXTS = (
    "{}", "<p>{}</p>", "<table><tbody><tr><td>{}</td></tr></tbody></table>", "<button>{}</button>",
    '<a href="#">{}</a>', "<ul><li>{}</li></ul>", "<figure>{}<figcaption>x</figcaption></figure>", "<h2>{}</h2>",
    "<details><summary>{}</summary></details>", "<label>{}</label>", "<pre>{}</pre>", "<span>{}</span>",
)  # fmt: skip


def page(body: str) -> str:
    """A page with AMP's runtime and its lightbox."""
    whole = blocks.render('<video src="https://example.com/a.mp4"></video>', "amp")
    head = whole[: whole.index("<body")]
    script = '<script async custom-element="amp-video"'
    gallery = (
        f'<script async custom-element="{LIGHTBOX}" src="https://cdn.ampproject.org/v0/{LIGHTBOX}-0.1.js"></script>'
    )
    return f"{head.replace(script, gallery + script, 1)}<body>{body}</body></html>"


@pytest.mark.skipif(amp_validator.missing() is not None, reason=str(amp_validator.missing()))
def test_the_validator_takes_every_form() -> None:
    found: list[str] = []

    @settings(max_examples=60, database=None, derandomize=True, deadline=None)
    @given(pictures)
    def collect(attributes: dict[str, str]) -> None:
        found.extend(forms(attributes))

    collect()
    written = forms({"alt": "x", "title": "&<\"'>", "class": "a", "lang": "de", "aria-label": "y", "role": "img"})
    pages = [amp_validator.Page(html, page(context.format(html))) for html in written for context in CONTEXTS]
    pages += [amp_validator.Page(html, page(html)) for html in dict.fromkeys(found)]
    assert len(pages) > 300
    failed = [(verdict.page.name, verdict.errors) for verdict in amp_validator.validated(pages) if not verdict.passed]
    assert failed == []
