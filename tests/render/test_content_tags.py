"""Images and frames in finished content, as `wp_filter_content_tags` leaves them. The answers are those of WordPress."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blocks.formatting.loading import Loading
from blocks.render.html.content.tags import Images, filter_content_tags
from tests.timing import assert_in_step

META = {
    "width": 1200,
    "height": 900,
    "file": "2008/06/c.jpg",
    "sizes": {"medium": {"file": "c-300x225.jpg", "width": 300, "height": 225}},
}
IMAGES = Images({7: META}.get, lambda size, _source, _meta: f"s-{size[0]}.jpg 1w, t.jpg 2w")


def filtered(html: str, **loading: bool) -> str:
    return filter_content_tags(html, "the_content", IMAGES, Loading(running="the_content", **loading))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>no image</p>", "<p>no image</p>"),
        ('<img src="a">', '<img decoding="async" src="a">'),
        ("<img src='a'>", "<img src='a'>"),
        ('<img src="a" decoding="sync">', '<img src="a" decoding="sync">'),
        (
            '<img src="a" width="9" height="9">',
            '<img loading="lazy" decoding="async" src="a" width="9" height="9">',
        ),
        (
            '<img class="wp-image-7" src="/c-300x225.jpg"/>',
            '<img loading="lazy" decoding="async" width="300" height="225" class="wp-image-7" src="/c-300x225.jpg" '
            'srcset="s-300.jpg 1w, t.jpg 2w" sizes="auto, (max-width: 300px) 100vw, 300px" />',
        ),
        (
            '<img class="wp-image-7" src="/x.jpg">',
            '<img decoding="async" class="wp-image-7" src="/x.jpg">',
        ),
        (
            '<iframe src="a" width="1" height="1"></iframe>',
            '<iframe loading="lazy" src="a" width="1" height="1"></iframe>',
        ),
        ('<iframe src="a"></iframe>', '<iframe src="a"></iframe>'),
        ('<img src="a" loading="eager" width="500" height="500">',
         '<img fetchpriority="high" decoding="async" src="a" loading="eager" width="500" height="500">'),
    ],
)  # fmt: skip
def test_tags(html: str, expected: str) -> None:
    assert filtered(html) == expected


def test_the_first_three_of_the_main_loop_are_not_lazy_and_the_first_big_one_comes_first() -> None:
    html = filtered("".join(f'<img src="{n}" width="{n}00" height="500">' for n in range(1, 6)), main_loop=True)
    tags = html.split("><")
    assert ['loading="lazy"' in tag for tag in tags] == [False, False, False, True, True]
    assert ['fetchpriority="high"' in tag for tag in tags] == [True, False, False, False, False]


def test_one_count_goes_through_the_page() -> None:
    loading = Loading(running="the_content", main_loop=True)
    for number in range(4):
        html = filter_content_tags(f'<img src="{number}" width="1" height="1">', "the_content", IMAGES, loading)
        assert ("lazy" in html) == (number == 3)
    assert loading.count == 4


def test_what_is_drawn_inside_the_filter_gets_nothing_yet() -> None:
    loading = Loading(running="the_content")
    assert loading.attributes("img", {"width": 9, "height": 9}, "wp_get_attachment_image") == {}
    assert loading.attributes("img", {"width": 9, "height": 9}, "the_content") == {
        "decoding": "async",
        "loading": "lazy",
    }


def test_images_of_a_header_are_seen_at_once() -> None:
    header = Loading().attributes("img", {"width": 500, "height": 500}, "template_part_header")
    assert header == {"decoding": "async", "fetchpriority": "high"}


@pytest.mark.parametrize("unit", ["<img ", "<img src=", '<img src="a" / ', "<iframe "])
def test_time_goes_with_the_text(unit: str) -> None:
    def prepare(times: int) -> Callable[[], object]:
        texts = unit * times, unit * times + ">"
        return lambda: [filtered(text) for text in texts]

    assert_in_step(prepare, 40_000)
