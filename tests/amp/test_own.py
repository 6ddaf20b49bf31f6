"""AMP's own elements in content: what stands for each, and that the validator passes it."""

from __future__ import annotations

import pytest

import blocks
from blocks.render.amp import players
from tests import amp_validator
from tests.amp.making import EMBED, quiet
from tests.amp.test_embeds import ADDRESSES

OWN = [
    ('<amp-img src="x.jpg" width="3" height="2" layout="responsive"></amp-img>', '<img src="x.jpg" width="3" height="2">'),
    ('<amp-anim src="x.gif" width="3" height="2"></amp-anim>', '<img src="x.gif" width="3" height="2">'),
    ('<amp-youtube data-videoid="abcdefghijk" layout="responsive" width="480" height="270">a</amp-youtube>b',
     '<amp-youtube layout="responsive" width="480" height="270" data-videoid="abcdefghijk"><span fallback>a</span>'
     "</amp-youtube>b"),
    ('<amp-vimeo data-videoid="1"></amp-vimeo>', '<amp-vimeo layout="responsive" width="16" height="9" data-videoid="1">'
     '<a fallback href="https://vimeo.com/1">https://vimeo.com/1</a></amp-vimeo>'),
    ('<amp-video src="https://e.org/a.mp4" width="4" height="3" layout="fill" noloading>'
     '<source src="/a.webm"></amp-video>',
     '<amp-video src="https://e.org/a.mp4" layout="intrinsic" width="4" height="3"><source src="/a.webm"></amp-video>'),
    ('<amp-audio src="/a.mp3" width="auto" height="50"></amp-audio>',
     '<amp-audio src="/a.mp3" layout="fixed-height" width="auto" height="50"></amp-audio>'),
    (r'<amp-mathml layout="container" inline data-formula="\(x^2\)"></amp-mathml>',
     r'<amp-mathml inline layout="container" data-formula="\(x^2\)"></amp-mathml>'),
    ('<amp-pinterest data-url="https://e.org/a"></amp-pinterest>', '<a href="https://e.org/a">https://e.org/a</a>'),
    ("<amp-youtube>words</amp-youtube>", "words"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "want"), OWN)
def test_elements_of_amp_in_content_stand_for_what_they_show(html: str, want: str) -> None:
    assert blocks.render(html, "amp", fragment=True) == want


def test_what_becomes_of_elements_of_amp_is_told_truly() -> None:
    def told(html: str) -> list[tuple[str, str]]:
        return [(one.code, one.message) for one in blocks.convert(html, "amp").rendering_problems]

    assert told('<amp-img src="x.jpg" width="3" height="2" layout="fixed"></amp-img>') == []
    assert told('<amp-video src="/a.mp4" width="4" height="3"></amp-video>') == []
    assert told('<amp-youtube data-videoid="abcdefghijk"></amp-youtube>') == []
    assert [code for code, _ in told("<amp-youtube></amp-youtube>")] == ["unsupported-content"]
    assert [code for code, _ in told("<amp-list>a</amp-list>")] == ["unsupported-content"]
    assert [code for code, _ in told('<amp-iframe src="https://e.org/" height="9">a</amp-iframe>')] == [
        "unsupported-content"
    ]


@pytest.mark.parametrize("name", sorted({provider.component for provider in players.providers()}))
def test_elements_of_amp_become_what_they_were(name: str) -> None:
    """What a page of AMP shows is shown again by a page that is made of it."""
    html = next(made for made in map(_shown, ADDRESSES) if made.startswith(f"<{name} "))
    assert blocks.render(html, "amp", fragment=True).startswith(f"<{name} ")


def _shown(address: str) -> str:
    return players.embed(address, EMBED, quiet).html


def test_an_own_picture_of_amp_opens_large_as_it_did() -> None:
    page = blocks.render('<amp-img src="x.jpg" width="3" height="4" lightbox></amp-img>', "amp")
    assert 'custom-element="amp-lightbox-gallery"' in page


def test_the_validator_passes_elements_of_amp_in_content() -> None:
    lacking = amp_validator.missing()
    if lacking is not None:
        pytest.skip(f"the official AMP validator was not asked: {lacking}")
    cases = [html for html, _ in OWN]
    cases += [f'<{name} src="https://e.org/a" data-url="https://e.org/a" data-href="https://e.org" data-videoid="1">x</{name}>'
              for name in sorted(players.OWN)]  # fmt: skip
    cases += map(_shown, ADDRESSES)
    cases += [f"<{around}>{html}" for html, _ in OWN for around in ("p", "table", "button", "a", "ul", "svg", "select")]
    verdicts = amp_validator.validated([amp_validator.Page(html, blocks.render(html, "amp")) for html in cases])
    assert [(verdict.page.name, verdict.errors) for verdict in verdicts if not verdict.passed] == []
