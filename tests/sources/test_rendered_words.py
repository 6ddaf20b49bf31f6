"""No word that is to be read is lost where something else takes the place of an element."""

from __future__ import annotations

import pytest

import blocks
from blocks.sources.rendered import recovered
from tests.visible import visible_words

PLAYER = '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'
CASES = {
    "words beside a player in a figure": f"<figure>Words {PLAYER} more words</figure>",
    "a caption without a wrapper": f'<figure class="wp-block-embed">{PLAYER}<figcaption>Caption</figcaption></figure>',
    "a paragraph in the wrapper": (
        f'<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">{PLAYER}<p>Transcript</p></div></figure>'
    ),
    "a link in the wrapper": (
        f'<figure class="wp-block-embed"><div class="wp-block-embed__wrapper"><a href="x">Link</a>{PLAYER}</div></figure>'
    ),
    "words beside a social link": (
        '<ul class="wp-block-social-links"><li class="wp-social-link wp-social-link-x wp-block-social-link">'
        '<a href="https://x.com" class="wp-block-social-link-anchor"><svg></svg>'
        '<span class="wp-block-social-link-label">My</span></a> extra words</li></ul>'
    ),
    "a button of one's own": (
        '<figure class="wp-block-image wp-lightbox-container"><img src="a.jpg"><button>Read this</button></figure>'
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_words_stay(name: str) -> None:
    markup = recovered(CASES[name]).markup
    assert set(visible_words(CASES[name])) <= set(visible_words(blocks.render(markup)))


def test_what_holds_nothing_else_becomes_its_block() -> None:
    assert recovered(f"<figure>{PLAYER}</figure>").markup.startswith("<!-- wp:embed ")
    assert recovered(f"<p>{PLAYER}</p>").markup.startswith("<!-- wp:embed ")
