"""The blocks of WordPress's category `widgets`: how they are read, today's and older ones."""

from __future__ import annotations

from typing import Any

import pytest

import blocks
from blocks.library.widgets import Html, LatestPosts, PageList, Search, Shortcode, SocialLinks


def block(markup: str) -> Any:
    (node,) = blocks.parse(markup).children
    return node


def typed(markup: str) -> dict[str, Any]:
    """The one block of `markup` as the editor has it."""
    (one,) = blocks.parse(markup).to_json()
    return one


def shape(markup: str) -> str | None:
    older = block(markup).deprecation
    return older.__name__ if older else None


def test_what_is_written_by_hand_is_content_without_the_white_space_around() -> None:
    html, code = (
        block("<!-- wp:html -->\n<b>x</b> <br>\n<!-- /wp:html -->"),
        block("<!-- wp:shortcode -->[a b='1']<!-- /wp:shortcode -->"),
    )
    assert isinstance(html, Html)
    assert isinstance(code, Shortcode)
    assert (html.content, code.text) == ("<b>x</b> <br>", "[a b='1']")


def test_a_search_takes_what_its_delimiter_says_of_the_right_type() -> None:
    search = block('<!-- wp:search {"label":7,"width":75.5,"query":{"post_type":"page"},"align":"wide"} /-->')
    assert isinstance(search, Search)
    assert (search.label, search.width, search.query, search.button_position) == (
        None,
        75.5,
        {"post_type": "page"},
        "button-outside",
    )


def test_html_inside_a_block_that_saves_none_fits_no_shape() -> None:
    assert block("<!-- wp:archives -->\n<!-- /wp:archives -->").reading.is_recognised
    assert not block("<!-- wp:archives -->\n<div>x</div>\n<!-- /wp:archives -->").reading.is_recognised


def test_a_default_that_is_null_is_null() -> None:
    markup = '<!-- wp:latest-posts {"featuredImageSizeWidth":"x"} /-->'
    posts = block(markup)
    assert isinstance(posts, LatestPosts)
    assert posts.featured_image_size_width is None
    attributes = typed(markup)["attributes"]
    assert (attributes["featuredImageSizeWidth"], attributes["featuredImageSizeHeight"]) == (None, None)
    assert "selectedAuthor" not in attributes


@pytest.mark.parametrize(
    ("said", "older", "categories"),
    [
        ('"6"', "OfOneCategory", [{"id": 6}]),
        ('"1.5"', "OfOneCategory", [{"id": 1.5}]),
        ('"news"', "OfOneCategory", [{"id": None}]),
        ('[{"id":7}]', None, [{"id": 7}]),
        ('""', None, None),
        ("6", None, None),
    ],
)
def test_a_category_of_latest_posts_was_text(said: str, older: str | None, categories: Any) -> None:
    markup = f'<!-- wp:latest-posts {{"categories":{said},"columns":2}} /-->'
    attributes = typed(markup)["attributes"]
    assert shape(markup) == older
    assert repr(attributes.get("categories")) == repr(categories)
    assert attributes["columns"] == 2
    assert "featuredImageSizeWidth" in attributes


def test_a_list_of_pages_knows_whether_it_is_nested() -> None:
    pages = block('<!-- wp:page-list {"parentPageID":12,"isNested":true} /-->')
    assert isinstance(pages, PageList)
    assert (pages.parent_page_id, pages.nested, pages.is_nested) == (12, True, False)


LINK = '<!-- wp:social-link {"url":"https://example.org","service":"x"} /-->'


def social_links(said: str, root: str) -> str:
    return f"<!-- wp:social-links {said} --><ul {root}>{LINK}</ul><!-- /wp:social-links -->"


def test_social_links_of_today() -> None:
    markup = social_links(
        '{"iconColorValue":"#fff","showLabels":true,"size":"has-large-icon-size"}',
        'class="wp-block-social-links has-large-icon-size has-visible-labels has-icon-color mine" id="me"',
    )
    links = block(markup)
    assert isinstance(links, SocialLinks)
    assert (links.deprecation, links.class_name, links.anchor, links.open_in_new_tab) == (None, "mine", "me", False)


@pytest.mark.parametrize(
    ("names", "class_name", "layout"),
    [
        ("items-justified-center", "", {"type": "flex", "justifyContent": "center"}),
        ("a items-justified-space-between b", "a b", {"type": "flex", "justifyContent": "space-between"}),
        ("a items-justified-right", "a", {"type": "flex", "justifyContent": "right"}),
        ("a", "a", None),
    ],
)
def test_social_links_by_css_variables(names: str, class_name: str, layout: Any) -> None:
    markup = social_links(
        f'{{"iconColorValue":"#111","className":"{names}"}}',
        f'class="wp-block-social-links has-icon-color {names}" style="--wp--social-links--icon-color:#111"',
    )
    attributes = typed(markup)["attributes"]
    assert shape(markup) == "ColoredByVariables"
    assert (attributes["className"], attributes.get("layout")) == (class_name, layout)
    assert len(typed(markup)["innerBlocks"]) == 1
