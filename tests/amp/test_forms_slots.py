"""Forms of blocks as they are saved, with any HTML in the places where authors write: the page is valid all the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import blocks
from tests.amp.formed import formed, formed_page
from tests.amp.hostile import SOUP
from tests.amp.validator import Page, Validator, missing

SLOT: Final = "@@"


def block(name: str, inner: str, attributes: str = "") -> str:
    return f"<!-- wp:{name} {attributes} -->{inner}<!-- /wp:{name} -->"


def accordion(heading: str, panel: str, between: str = "", attributes: str = "") -> str:
    title = (
        '<h3 class="wp-block-accordion-heading"><button type="button" class="wp-block-accordion-heading__toggle">'
        f'<span class="wp-block-accordion-heading__toggle-title">{heading}</span></button></h3>'
    )
    inside = block("accordion-heading", title)
    inside += block("accordion-panel", f'<div role="region" class="wp-block-accordion-panel">{panel}</div>')
    item = block("accordion-item", f'<div class="wp-block-accordion-item">{inside}</div>')
    return block("accordion", f'<div role="group" class="wp-block-accordion">{item}{between}{item}</div>', attributes)


def image(before: str = "", caption: str = "", attributes: str = "") -> str:
    return block(
        "image",
        f'<figure class="wp-block-image">{before}<img src="a-3x2.jpg" alt="A"/><figcaption>{caption}</figcaption></figure>',
        attributes,
    )


def gallery(*images: str, attributes: str = '{"ampCarousel":true,"ampLightbox":true}') -> str:
    return block("gallery", f'<figure class="wp-block-gallery">{"".join(images)}</figure>', attributes)


MARKUPS: Final = {
    "heading": accordion(SLOT, "b"),
    "panel": accordion("a", SLOT),
    "between items": accordion("a", "b", SLOT, '{"autoclose":true}'),
    "accordion in a panel": accordion("a", SLOT + accordion(SLOT, SLOT)),
    "caption of a slide": gallery(image(caption=SLOT), image()),
    "before a picture": gallery(image(SLOT), image(attributes='{"lightbox":{"enabled":true}}')),
    "between slides": gallery(image(), SLOT, image(), SLOT),
    "image that opens large": image(SLOT, SLOT, '{"ampLightbox":true}'),
    "item of a menu": block(
        "navigation", block("navigation-submenu", block("html", SLOT), '{"label":"A","url":"/a"}') + block("html", SLOT)
    ),
    "gallery in an accordion": accordion(SLOT, gallery(image(caption=SLOT), SLOT, image())),
}
DRAWN: Final = {
    "submenu": (
        "<!-- wp:navigation /-->",
        '<nav><ul><li class="has-child"><button class="wp-block-navigation-submenu__toggle">@@</button><ul>@@</ul></li></ul>'
        '<button class="wp-block-navigation__responsive-container-open">@@</button>'
        '<div class="wp-block-navigation__responsive-container" id="modal-1">'
        '<button class="wp-block-navigation__responsive-container-close">@@</button>@@</div></nav>',
    ),
    "options": (
        '<!-- wp:categories {"displayAsDropdown":true} /-->',
        '<div><select name="cat">@@<option value="1">@@</option><optgroup label="x">@@</optgroup></select>@@</div>',
    ),
    "folded search": (
        "<!-- wp:search /-->",
        '<form class="wp-block-search__searchfield-hidden">@@<input class="wp-block-search__input" tabindex="-1">'
        '@@<button class="wp-block-search__button">@@</button></form>',
    ),
    "form to unlock": (
        "<!-- wp:post-content /-->",
        '<form class="post-password-form" method="post">@@<p>@@</p><p><label>@@</label></p>'
        '<input type="hidden" name="redirect_to" value="/a"><input type="submit" value="Go"></form>@@',
    ),
}
"""What WordPress draws of blocks, whose saved markup it does not show."""

OPTIONS: Final = st.fixed_dictionaries(
    {
        "img": st.sampled_from(["native", "amp"]),
        "gallery": st.sampled_from(["grid", "carousel"]),
        "filters": st.sampled_from(["none", "the_content"]),
    }
)


@pytest.fixture(scope="module")
def ask() -> Iterator[Validator]:
    if (lack := missing()) is not None:
        pytest.skip(lack)
    with Validator() as validator:
        yield validator


def filled(markup: str, pieces: list[str]) -> str:
    parts = markup.split(SLOT)
    given = [*pieces, *[""] * len(parts)]
    return "".join(f"{part}{piece}" for part, piece in zip(parts, [*given[: len(parts) - 1], ""], strict=True))


PIECES: Final = st.lists(st.one_of(SOUP, SOUP, st.just("")), min_size=1, max_size=5)
HOSTILE: Final = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("place", MARKUPS)
@HOSTILE
@given(pieces=PIECES, options=OPTIONS)
def test_saved_blocks_are_valid(ask: Validator, place: str, pieces: list[str], options: dict[str, Any]) -> None:
    html = blocks.render(filled(MARKUPS[place], pieces), "amp", **options)
    verdict = ask(Page(place, html))
    assert verdict.passed, (verdict.errors[:2], html)


@pytest.mark.parametrize("place", DRAWN)
@HOSTILE
@given(pieces=PIECES)
def test_drawn_blocks_are_valid(ask: Validator, place: str, pieces: list[str]) -> None:
    markup, html = DRAWN[place]
    page = formed_page(markup, filled(html, pieces))
    verdict = ask(Page(place, page))
    assert verdict.passed, (verdict.errors[:2], page)


@pytest.mark.parametrize(("place", "component"), [
    *((name, "amp-accordion") for name in MARKUPS if name != "between items" and "wp:accordion " in MARKUPS[name]),
    ("caption of a slide", "amp-carousel"), ("before a picture", "amp-carousel"),
    ("between slides", "amp-lightbox-gallery"), ("image that opens large", "amp-lightbox-gallery"),
])  # fmt: skip
def test_with_a_word_in_them_they_have_their_forms(place: str, component: str) -> None:
    assert component in blocks.convert(filled(MARKUPS[place], ["word"] * 9), "amp").components


@pytest.mark.parametrize(("place", "said"), [
    ("submenu", "AMP.setState"), ("submenu", "toggleClass"), ("options", "AMP.navigateTo"),
    ("folded search", "Submit Search"), ("form to unlock", 'href="/a"'),
])  # fmt: skip
def test_with_a_word_in_them_drawn_blocks_have_their_forms(place: str, said: str) -> None:
    markup, html = DRAWN[place]
    assert said in formed(markup, filled(html, ["word"] * 9))


TAGS: Final = ("table", "select", "button", "p", "li", "svg", "form", "a", "h2", "option", "tr", "td")
PAIRS: Final = [(name, tag) for name in MARKUPS if MARKUPS[name].count(SLOT) > 1 for tag in TAGS]


@pytest.mark.parametrize(("place", "tag"), PAIRS)
def test_the_same_element_in_every_place_is_valid(ask: Validator, place: str, tag: str) -> None:
    """What is open around a form is not closed by the same element inside it, or takes no part of the form with it."""
    verdict = ask(Page(place, blocks.render(filled(MARKUPS[place], [f"<{tag}>"] * 9), "amp")))
    assert verdict.passed, verdict.errors[:2]
