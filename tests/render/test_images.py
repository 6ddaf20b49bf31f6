"""Images, the lightbox and galleries, as the server changes them. The answers are those of WordPress."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from blocks.theme import Theme
from tests.render.saved import block, converted, html

# ------------------------------------------------------------------------------------------------------------- images


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<figure>no image</figure>", ""),
        ('<figure><img alt="x"></figure>', ""),
        ('<figure><img src="0"></figure>', ""),
        ("<figure><IMG src=a></figure>", "<figure><IMG src=a></figure>"),
        ("<figure><img src=a><figcaption></figcaption></figure>", "<figure><img src=a></figure>"),
        ("<figure><img src=a><figcaption><!-- c --></figcaption></figure>", "<figure><img src=a></figure>"),
        ("<img src=a><figcaption> </figcaption>", "<img src=a><figcaption> </figcaption>"),
    ],
)
def test_an_image_without_an_address_or_an_empty_caption_is_not_shown(markup: str, expected: str) -> None:
    assert html(block("image", markup)) == expected


def test_a_caption_that_the_attributes_have_is_kept() -> None:
    markup = "<figure><img src=a><figcaption></figcaption></figure>"
    assert html(block("image", markup, {"caption": "x"})) == markup


def test_images_in_a_gallery_print_their_ids() -> None:
    images = block("image", "<img src=a>", {"id": 7}) + block("image", "<img src=b>")
    assert html(block("gallery", f"<figure>{images}</figure>")) == (
        '<figure class="wp-block-gallery-1 is-layout-flex wp-block-gallery-is-layout-flex">'
        '<img data-id="7" src=a><img src=b></figure>'
    )


def test_an_empty_caption_is_cut_where_it_stood_before_the_id_came_in_as_wordpress_does() -> None:
    image = block("image", "<img src=a>ééé<figcaption></figcaption><p>behind it</p>", {"id": 7})
    assert html(block("gallery", f"<figure>{image}</figure>")).endswith(
        '<img data-id="7" /figcaption><p>behind it</p></figure>'
    )


OPENS = {"lightbox": {"enabled": True}}


def test_an_image_that_opens_large_has_a_button_and_directives() -> None:
    found = converted(block("image", '<figure class="f"><img src="a.jpg" alt="x"/></figure>', {**OPENS, "id": 5}))
    assert '<figure data-wp-context="{&quot;imageId&quot;:&quot;' in found.output
    assert 'data-wp-interactive="core/image" data-wp-key="' in found.output
    assert 'class="f wp-lightbox-container"' in found.output
    assert '<img data-wp-class--hide="state.isContentHidden"' in found.output
    assert found.output.count("<button") == 1
    assert 'aria-label="Enlarge"' in found.output
    assert found.footer.count("wp-lightbox-overlay zoom") == 1


def test_one_overlay_serves_all_images_and_has_the_colours_of_the_theme() -> None:
    theme = Theme.from_dict({"version": 3, "styles": {"color": {"background": '#"1', "text": "#222"}}})
    found = converted(block("image", "<figure><img src=a></figure>", OPENS) * 2, theme=theme)
    assert found.footer.count('<div class="scrim"') == found.footer.count("data-wp-key") == 1
    assert 'style="background-color: #&quot;1"' in found.footer
    assert 'style="fill: #222"' in found.footer
    assert len(set(re.findall('data-wp-key="([0-9a-f]{13})"', found.output))) == 2


@pytest.mark.parametrize(
    "attributes",
    [{}, {"lightbox": {"enabled": 1}}, {"lightbox": "x"}, {"lightbox": []}, {**OPENS, "linkDestination": "media"}],
)
def test_an_image_that_does_not_open_large_stays_as_it_is(attributes: dict[str, Any]) -> None:
    assert html(block("image", "<figure><img src=a></figure>", attributes)) == "<figure><img src=a></figure>"


def test_a_theme_can_open_all_images() -> None:
    settings = {"blocks": {"core/image": {"lightbox": {"enabled": True}}}}
    theme = Theme.from_dict({"version": 3, "settings": settings})
    assert "lightbox-trigger" in converted(block("image", "<figure><img src=a></figure>"), theme=theme).output


def test_references_in_the_image_are_those_of_a_replacement() -> None:
    found = html(block("image", '<figure><img src=a alt="$1 \\$ $0"></figure>', OPENS))
    image = '<img data-wp-class--hide="state.isContentHidden"'
    assert found.count(image) == 2
    assert ' alt=" $ <img' in found


def test_a_lightbox_over_many_images_does_not_outgrow_its_block() -> None:
    found = converted(block("image", f'<figure><img src=a alt="{"$0" * 3000}">{"<img x>" * 3000}</figure>', OPENS))
    assert len(found.output) < 5_000_000
    assert [problem.code for problem in found.problems] == ["render-limit"]


# ---------------------------------------------------------------------------------------------------------- galleries

FALLBACK = (
    "var( --wp--style--gallery-gap-default, var( --gallery-block--gutter-size, var( --wp--style--block-gap, 0.5em ) ) )"
)


@pytest.mark.parametrize(
    ("gap", "across", "both"),
    [
        (None, FALLBACK, FALLBACK),
        ("12px", "12px", "12px"),
        ("0", FALLBACK, FALLBACK),
        ("1px}", FALLBACK, FALLBACK),
        (7, FALLBACK, FALLBACK),
        ("var:preset|spacing|a3B", "var(--wp--preset--spacing--a-3-b)", "var(--wp--preset--spacing--a-3-b)"),
        ({"top": "1px", "left": "0"}, "0px", "1px 0"),
        ({"top": "1px"}, FALLBACK, f"1px {FALLBACK}"),
        ({"left": "2px", "top": "2px"}, "2px", "2px"),
        ({"left": "a&b", "top": "2px"}, FALLBACK, f"2px {FALLBACK}"),
    ],
)
def test_the_gap_of_a_gallery_is_in_the_stylesheet(gap: Any, across: str, both: str) -> None:
    found = converted(block("gallery", "<figure></figure>", {"style": {"spacing": {"blockGap": gap}}}))
    assert (
        f".wp-block-gallery.wp-block-gallery-1{{--wp--style--unstable-gallery-gap:{across};gap:{both};}}" in found.css
    )


def test_images_in_random_order_are_all_there_and_the_same_each_time() -> None:
    images = [f'<figure class="wp-block-image">{number}</figure>' for number in range(12)]
    gallery = block("gallery", f"<figure>{'|'.join(images)}</figure>", {"randomOrder": True})
    found = re.findall(r'<figure class="wp-block-image">\d+</figure>', html(gallery))
    assert sorted(found) == sorted(images)
    assert found != images
    assert html(gallery) == html(gallery)


def test_figures_that_do_not_end_are_not_looked_at_again_and_again() -> None:
    start = time.perf_counter()
    for opener in ('<figure class="wp-block-image">', "<figure ", '<figure class="wp-block-image"'):
        html(block("gallery", opener * 60_000, {"randomOrder": True}))
    assert time.perf_counter() - start < 5
