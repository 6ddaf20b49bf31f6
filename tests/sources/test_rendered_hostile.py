"""Rendered HTML that is none: nothing raises, words stay, and time grows with the size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import blocks
from blocks.sources.rendered import recovered
from tests.timing import assert_in_step
from tests.visible import visible_words

NAMES = "p div ul ol li blockquote figure img table tr td pre code a span h2 iframe details summary cite hr html body".split()  # noqa: SIM905
CLASSES = [
    "wp-block-group",
    "wp-block-image",
    "wp-block-gallery",
    "has-nested-images",
    "wp-block-cover",
    "wp-block-cover__inner-container",
    "wp-block-columns",
    "wp-block-column",
    "wp-block-quote",
    "wp-block-embed",
    "wp-block-embed__wrapper",
    "wp-block-button",
    "aligncenter",
    "wp-block-button__link",
    "wp-block-media-text",
    "wp-block-media-text__content",
    "wp-block-media-text__media",
    "wp-block-list",
    "wp-block-accordion",
    "wp-block-accordion-item",
    "wp-block-social-links",
    "wp-social-link",
    "is-layout-flex",
    "has-base-color",
    "wp-container-core-group-is-layout-12345678",
    "wp-block-latest-posts",
    "wp-block-group__inner-container",
    "wp-image-5",
]
_classes = st.lists(st.sampled_from(CLASSES), max_size=3).map(" ".join)
_start = st.builds(
    lambda name, classes, style: f'<{name} class="{classes}" style="{style}">',
    st.sampled_from(NAMES),
    _classes,
    st.sampled_from(
        ["", "color:red;", "font-size:clamp(1px", "background-image:url('a');", "margin:0;;:", "min-height:5"]
    ),
)
_piece = st.one_of(
    _start,
    st.sampled_from(NAMES).map(lambda name: f"</{name}>"),
    st.sampled_from(
        [
            "words",
            "0",
            "\n",
            "\n\n",
            "<!--more-->",
            "<!-- wp:group -->",
            "<!-- /wp:html -->",
            '<!-- wp:a {"b":1',
            "} -->",
            "<",
            "&amp;",
        ]
    ),
    st.text(alphabet="ab<>/=\"' -!&;\n", max_size=6),
)
HOSTILE = st.lists(_piece, max_size=30).map("".join)


@given(HOSTILE)
@settings(max_examples=300, deadline=None)
def test_any_html_becomes_blocks_whose_html_shows_its_words(html: str) -> None:
    """What the page shows is shown by what stands between the delimiters, in the same order."""
    document = blocks.parse(recovered(html).markup)
    assert [problem for problem in document.problems if problem.level == "error"] == []
    if "iframe" not in html:  # a player becomes an address
        assert visible_words("".join(_saved(document))) == visible_words(html)


def _saved(document: blocks.Document) -> list[str]:
    """The HTML between delimiters, in order."""
    out: list[str] = []
    stack: list[object] = list(reversed(document.children))
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            out.append(one)
        elif isinstance(one, blocks.Block):
            stack += reversed(one.parts)
    return out


NIGHTMARES: dict[str, Callable[[int], str]] = {
    "groups in groups": lambda n: '<div class="wp-block-group">' * n + "x" + "</div>" * n,
    "lists in lists": lambda n: "<ul><li>x" * n + "</li></ul>" * n,
    "quotes in quotes, not ended": lambda n: "<blockquote>" * n,
    "accordions in accordions": lambda n: '<div class="wp-block-accordion">' * n + "</div>" * n,
    "covers in covers": lambda n: (
        '<div class="wp-block-cover"><div class="wp-block-cover__inner-container">' * n + "</div>" * 2 * n
    ),
    "figures in figures": lambda n: '<figure class="wp-block-image">' * n + "</figure>" * n,
    "ends that end nothing": lambda n: "<b>" * n + "</i>" * n,
    "items without lists": lambda n: "<li><b>" * n,
    "paragraphs without ends": lambda n: "<p>x" * n,
    "classes on one tag": lambda n: (
        '<div class="wp-block-group ' + " ".join(f"is-style-a--{i} has-c{i}-color" for i in range(n)) + '"></div>'
    ),
    "declarations in one style": lambda n: '<p style="' + "margin-top:1px;" * n + '">x</p>',
    "brackets in one style": lambda n: '<p style="' + "color:var((" * n + '">x</p>',
    "hashes, each another": lambda n: "".join(
        f'<div class="wp-block-group is-layout-flow wp-container-core-group-is-layout-{i:08x}"></div>' for i in range(n)
    ),
    "delimiters": lambda n: "<p><!-- wp:paragraph -->x" * n,
    "delimiters that begin": lambda n: '<!-- wp:a {"' * n,
    "comments that begin": lambda n: "<!-- " * n,
    "line breaks": lambda n: "<p>x</p>" + "\n" * n + "<p>x</p>",
    "inline elements": lambda n: "<em>x</em>" * n,
    "bodies in bodies": lambda n: "<body>" * n + "x",
    "covers of many texts": lambda n: '<div class="wp-block-cover">' + "<p>x</p>" * n + "</div>",
}


@pytest.mark.parametrize("name", NIGHTMARES)
def test_time_grows_with_the_size(name: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        html = NIGHTMARES[name](size)
        return lambda: recovered(html)

    assert_in_step(prepare, 4000)


@pytest.mark.parametrize("name", NIGHTMARES)
def test_nothing_is_too_deep(name: str) -> None:
    html = NIGHTMARES[name](10_000)
    document = blocks.parse(recovered(html).markup)
    assert [problem for problem in document.problems if problem.level == "error"] == []
