"""How large pictures are in AMP, by each source."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest

from blocks.errors import OptionError
from blocks.model.block import Block
from blocks.render.amp.dimensions import SOURCES, Dimensions, Known
from blocks.render.html.block import ServerBlock
from blocks.site import MemorySite
from tests.amp.pictures import SITE, UPLOADS, block, img


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


def test_a_block_that_the_server_draws_is_asked_like_one_of_the_tree() -> None:
    drawn = object.__new__(ServerBlock)
    drawn.name, drawn.attrs = "core/image", {"width": "300px", "height": "200px"}
    assert Dimensions().of(img('src="a.jpg"'), drawn) == Known(300, 200, "block")


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
