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


@pytest.mark.parametrize(
    ("player", "page"),
    [
        ("https://player.vimeo.com/video/76979871?h=8272103f6e&amp;dnt=1", "https://vimeo.com/76979871/8272103f6e"),
        ("https://www.youtube.com/embed/abcdefghijk?start=30&amp;rel=0", "https://www.youtube.com/watch?v=abcdefghijk&t=30"),
        ("https://www.youtube.com/embed/abcdefghijk?start=x", "https://www.youtube.com/watch?v=abcdefghijk"),
    ],
)  # fmt: skip
def test_the_page_of_a_player_shows_the_same(player: str, page: str) -> None:
    document = blocks.parse(recovered(f'<p><iframe src="{player}"></iframe></p>').markup)
    assert [embed.url for embed in document.find(blocks.Embed)] == [page]
