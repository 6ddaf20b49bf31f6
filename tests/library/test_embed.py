"""The block of WordPress's category `embed`: how it is read, in the shape of today and in older ones."""

from __future__ import annotations

from typing import Any

import pytest

import blocks
from blocks.library.embed import Embed

URL = "https://example.com/1"
DEFAULTS = {"url": URL, "allowResponsive": True, "responsive": False, "previewable": True}
BOX = f'<div class="wp-block-embed__wrapper">\n{URL}\n</div>'


def saved(said: str, html: str, name: str = "embed") -> str:
    return f"<!-- wp:{name} {said} -->{html}<!-- /wp:{name} -->"


def embed(markup: str) -> Embed:
    (node,) = blocks.parse(markup).children
    assert isinstance(node, Embed)
    return node


CASES = [
    (f'{{"url":"{URL}","type":"video","providerNameSlug":"youtube","align":"wide"}}',
     '<figure class="wp-block-embed alignwide is-type-video is-provider-youtube wp-block-embed-youtube">'
     f'{BOX}<figcaption class="wp-element-caption">A <em>b</em></figcaption></figure>', None,
     {"type": "video", "providerNameSlug": "youtube", "align": "wide", "caption": "A <em>b</em>"}),
    (f'{{"url":"{URL}","type":"rich"}}',
     f'<figure class="wp-block-embed is-type-rich">{BOX}<figcaption>A</figcaption></figure>', "WithoutCaptionClass",
     {"type": "rich", "caption": "A"}),
    (f'{{"url":"{URL}","providerNameSlug":"x","className":"my"}}',
     f'<figure class="wp-block-embed is-provider-x my">\n{URL}\n<figcaption>A</figcaption></figure>',
     "WithoutWrapper", {"providerNameSlug": "x", "className": "my", "caption": "A"}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "html", "older", "expected"), CASES)
def test_embeds_are_read_in_every_shape(said: str, html: str, older: str | None, expected: dict[str, Any]) -> None:
    markup = saved(said, html)
    (one,) = blocks.parse(markup).to_json()
    assert one == {"name": "core/embed", "attributes": {**DEFAULTS, **expected}, "innerBlocks": []}
    found = embed(markup).deprecation
    assert (found.__name__ if found else None) == older
    assert embed(markup).reading.is_recognised


def test_an_embed_that_has_the_name_of_its_provider() -> None:
    figure = f'<figure class="wp-block-embed is-type-video is-provider-crowdsignal">\n{URL}\n</figure>'
    one = embed(saved(f'{{"url":"{URL}","type":"video"}}', figure, "core-embed/polldaddy"))
    assert (one.url, one.provider_name_slug, one.responsive) == (URL, "crowdsignal", True)
    assert one.deprecation is not None
    assert one.deprecation.__name__ == "WithoutWrapper"


def test_an_embed_without_an_address_is_its_delimiter() -> None:
    one = embed('<!-- wp:embed {"type":"video"} /-->')
    assert (one.url, one.type, one.reading.is_recognised) == (None, "video", True)


@pytest.mark.parametrize("said", ['{"url":5,"type":[]}', '{"url":[],"providerNameSlug":{}}', '{"responsive":"no"}'])
def test_hostile_values_are_read_as_none(said: str) -> None:
    one = embed(saved(said, f'<figure class="wp-block-embed">{BOX}</figure>'))
    assert (one.url, one.type, one.provider_name_slug, one.responsive) == (None, None, None, False)
    assert not one.reading.is_recognised
