"""What cannot be said by expected files: parts of an output, and what must hold for every case."""

from collections.abc import Callable
from pathlib import Path

import blocks

CASES = sorted(Path(__file__).parent.glob("*.blocks.html"))


def test_the_page_has_the_looks_of_this_theme(blocks_render: Callable[..., str]) -> None:
    page = blocks_render("<p>Hello</p>", page=True, lang="de")
    assert '<html lang="de">' in page
    assert ".quotation {" in page


def test_every_picture_of_the_cases_says_what_it_shows_or_that_it_is_decoration(
    blocks_parse: Callable[..., blocks.Document],
) -> None:
    pictures = [image for case in CASES for image in blocks_parse(case.read_bytes()).find(blocks.Image)]
    assert pictures
    assert all(image.fragment.first("img[alt]") for image in pictures)
