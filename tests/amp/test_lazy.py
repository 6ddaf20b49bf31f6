"""Pictures and frames that a script would load, in AMP: the address that waits, and the copy in `<noscript>`."""

from __future__ import annotations

import pytest

import blocks
from blocks.fragment import tokens
from blocks.render.amp.dimensions import Dimensions
from tests import amp_validator

GIF = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
SHOWN = '<img src="real-300x200.jpg" alt="A" width="300" height="200">'

CASES = [
    ('<img data-src="real-300x200.jpg" alt="A">', SHOWN),
    ('<img src="" data-src="real-300x200.jpg" alt="A">', SHOWN),
    ('<img src="stand-in.png" data-lazy-src="real-300x200.jpg" alt="A">', SHOWN),
    (f'<img src="{GIF}" data-original="real-300x200.jpg" alt="A">', SHOWN),
    ('<img src="a-3x2.jpg" data-original="a.jpg">', '<img src="a-3x2.jpg" data-original="a.jpg" width="3" height="2">'),
    ('<img src="a-3x2.jpg" data-src="javascript:x">', '<img src="a-3x2.jpg" data-src="javascript:x" width="3" height="2">'),
    (f'<img src="{GIF}" srcset="{GIF} 1w" data-src="a-3x2.jpg" data-srcset="a-3x2.jpg 3w, a.jpg 6w" data-sizes="9px">',
     '<img src="a-3x2.jpg" srcset="a-3x2.jpg 3w, a.jpg 6w" sizes="9px" width="3" height="2">'),
    (f'<img src="{GIF}" data-srcset="a.jpg 3w" data-sizes="auto" width="3" height="2">',
     '<img srcset="a.jpg 3w" width="3" height="2">'),
    ('<img data-src="real-300x200.jpg" alt="A"><noscript><img src="real-300x200.jpg" alt="A"></noscript>', SHOWN),
    ('<img data-src="real-300x200.jpg" alt="A">\n<noscript><img src="real-300x200.jpg"/></noscript>x', f"{SHOWN}\nx"),
    ('<picture><img data-src="real-300x200.jpg" alt="A"></picture><noscript><img src="r.jpg"></noscript>', SHOWN),
    ('<img src="a-3x2.jpg"><noscript><img src="b-3x2.jpg"></noscript>',
     '<img src="a-3x2.jpg" width="3" height="2"><img src="b-3x2.jpg" width="3" height="2">'),
    ('<img data-src="real-300x200.jpg" alt="A"><noscript>Words</noscript>', f"{SHOWN}Words"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "want"), CASES)
def test_a_picture_that_waits_is_shown_once(html: str, want: str) -> None:
    made = blocks.convert(html, "amp", fragment=True)
    assert made.output == want
    assert "unsupported-content" not in {one.code for one in made.rendering_problems}


def test_a_frame_that_waits_is_shown_once() -> None:
    html = '<iframe data-src="https://e.org/m" height="9"></iframe><noscript><iframe src="https://e.org/m"></iframe></noscript>'
    assert blocks.render(html, "amp", fragment=True).count("<amp-iframe") == 1


def test_a_carousel_shows_pictures_that_wait() -> None:
    pictures = "".join(
        f'<!-- wp:image --><figure class="wp-block-image"><img src="{GIF}" data-src="{name}-30x20.jpg"></figure>'
        "<!-- /wp:image -->"
        for name in "ab"
    )
    markup = f'<!-- wp:gallery --><figure class="wp-block-gallery">{pictures}</figure><!-- /wp:gallery -->'
    html = blocks.render(markup, "amp", fragment=True, gallery="carousel")
    assert 'src="a-30x20.jpg"' in html
    assert "<amp-carousel" in html
    assert GIF not in html


def test_the_size_is_that_of_the_picture_that_waits() -> None:
    known = Dimensions().of(next(tokens('<img src="stand-in-9x9.png" data-src="real-300x200.jpg">')))
    assert known is not None
    assert known[:2] == (300, 200)


def test_the_validator_passes_pictures_that_wait() -> None:
    lacking = amp_validator.missing()
    if lacking is not None:
        pytest.skip(f"the official AMP validator was not asked: {lacking}")
    pages = [
        amp_validator.Page(html, blocks.render(html, "amp", img=img)) for html, _ in CASES for img in ("native", "amp")
    ]
    verdicts = amp_validator.validated(pages)
    assert [(verdict.page.name, verdict.errors) for verdict in verdicts if not verdict.passed] == []
