"""Renderings at the same time, with one site and one theme, are what each is alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import blocks
from blocks.site import MemorySite
from blocks.theme import Theme
from tests.hostile import Chance, names

DOCUMENTS = 120


def test_documents_rendered_at_once_are_what_they_are_alone() -> None:
    chance = Chance(7)
    place, theme = chance.site(), Theme.from_dict({"version": 3, "settings": {"appearanceTools": True}}, "t")
    documents = [Chance(seed).document(names()[seed % len(names())]) for seed in range(DOCUMENTS)]
    requests = [Chance(seed).request() for seed in range(DOCUMENTS)]

    def rendered(number: int, site: MemorySite = place, look: Theme = theme) -> tuple[object, ...]:
        found = blocks.convert(documents[number], site=site, theme_json=look, request=requests[number])
        codes = [problem.code for problem in found.rendering_problems]
        return found.output, found.css, found.inline_styles, found.footer, codes

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(rendered, [*range(DOCUMENTS), *reversed(range(DOCUMENTS))]))
    alone = [rendered(number, Chance(7).site()) for number in range(DOCUMENTS)]
    assert together[:DOCUMENTS] == alone
    assert together[DOCUMENTS:] == alone[::-1]
