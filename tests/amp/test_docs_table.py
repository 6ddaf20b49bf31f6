"""The table of core blocks in docs/amp.md: every type once, and what it says is what the code does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

import blocks
from blocks.model.source import default_parser
from blocks.render.amp.forms import FORMS, form_of
from tests import wordpress
from tests.corpus import inputs
from tests.visible import visible_words

PROJECT: Final = Path(__file__).resolve().parents[2]
OWN: Final = PROJECT / "tests" / "conformance_data"
ANY: Final = frozenset(("any", "by site"))
LONE: Final = {"text-url": {"amp-youtube"}}
"""Inputs with an address alone in a paragraph, and the components of its site."""
_ROW = re.compile(r"\| `(core/[a-z-]+)` \| (.+?) \|(?: `(\w+)`)? \| ?(.*?) ?\|\Z")
_COMPONENT = re.compile(r'custom-element="([^"]+)"')


@dataclass(frozen=True)
class Row:
    """What the table says of a block type."""

    what: str
    form: str | None
    components: frozenset[str]

    @property
    def is_open(self) -> bool:
        return bool(self.components & ANY)


def _rows() -> list[tuple[str, Row]]:
    text = (PROJECT / "docs" / "amp.md").read_text(encoding="utf-8")
    section = text.partition("## Core blocks")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    found = [_ROW.match(line) for line in lines]
    assert None not in found, [line for line, row in zip(lines, found, strict=True) if row is None]
    return [
        (row[1], Row(row[2], row[3], frozenset(re.findall(r"[`*]([^`*]+)[`*]", row[4]))))
        for row in found
        if row is not None
    ]


ROWS: Final[Mapping[str, Row]] = dict(_rows())


# ------------------------------------------------------------------------------------------------ against the code


def test_every_type_has_one_row_in_order() -> None:
    core = sorted(one.type_name or "" for one in default_parser().registry)
    assert [name for name, _ in _rows()] == core


def test_forms_are_those_of_the_code() -> None:
    assert {name: row.form for name, row in ROWS.items() if row.form is not None} == {
        name: place.partition(":")[0] for name, place in FORMS.items()
    }


@pytest.mark.parametrize("name", sorted(FORMS))
def test_forms_are_there(name: str) -> None:
    assert callable(form_of(name))


# ------------------------------------------------------------------------------------------------- against the pages

ITEM: Final = "<!-- wp:accordion-item --><div>{}{}</div><!-- /wp:accordion-item -->".format(
    "<!-- wp:accordion-heading --><h3><button>H</button></h3><!-- /wp:accordion-heading -->",
    "<!-- wp:accordion-panel --><div>P</div><!-- /wp:accordion-panel -->",
)
FIGURE: Final = '<figure class="wp-block-image"><img src="/a.jpg" width="4" height="3"/></figure>'
IMAGE: Final = f'<!-- wp:image {{"id":1,"lightbox":{{"enabled":true}}}} -->{FIGURE}<!-- /wp:image -->'
SAMPLES: Final[Mapping[str, tuple[str, Mapping[str, Any]]]] = {
    "core/accordion": (f"<!-- wp:accordion --><div>{ITEM}</div><!-- /wp:accordion -->", {}),
    "core/audio": ('<!-- wp:audio --><figure><audio src="/a.mp3"></audio></figure><!-- /wp:audio -->', {}),
    "core/cover": (
        '<!-- wp:cover {"url":"/a.mp4","backgroundType":"video"} --><div class="wp-block-cover"><video '
        'class="wp-block-cover__video-background" autoplay muted loop src="/a.mp4"></video></div><!-- /wp:cover -->',
        {},
    ),
    "core/file": (
        '<!-- wp:file {"href":"https://e.org/a.pdf"} --><div class="wp-block-file"><object class="wp-block-file__embed" '
        'data="https://e.org/a.pdf" type="application/pdf"></object><a href="https://e.org/a.pdf">A</a></div><!-- /wp:file -->',
        {},
    ),
    "core/gallery": (
        f'<!-- wp:gallery --><figure class="wp-block-gallery">{IMAGE}{IMAGE}</figure>'
        "<!-- /wp:gallery -->",
        {"gallery": "carousel"},
    ),
    "core/image": (IMAGE, {}),
    "core/math": (
        '<!-- wp:math {"latex":"x"} --><div class="wp-block-math"><math><mi>x</mi></math></div><!-- /wp:math -->',
        {},
    ),
    "core/media-text": (
        '<!-- wp:media-text {"mediaType":"video"} --><div class="wp-block-media-text"><figure><video src="/a.mp4"></video>'
        "</figure></div><!-- /wp:media-text -->",
        {},
    ),
    "core/navigation": ('<!-- wp:navigation --><!-- wp:navigation-submenu {"label":"A","url":"/"} -->'
        '<!-- wp:navigation-link {"label":"B","url":"/"} /--><!-- /wp:navigation-submenu --><!-- /wp:navigation -->', {}),
    "core/search": ("<!-- wp:search /-->", {}),
    "core/video": ('<!-- wp:video --><figure><video src="/a.mp4"></video></figure><!-- /wp:video -->', {}),
}  # fmt: skip
"""A block of each type whose row names components, and the options with which its page asks for all of them."""


@pytest.mark.parametrize("name", sorted(name for name, row in ROWS.items() if row.components and not row.is_open))
def test_components_of_a_type(name: str) -> None:
    markup, options = SAMPLES[name]
    site = blocks.MemorySite(options={"home": "https://e.org"})
    result = blocks.convert(markup, "amp", site=site, **options)
    assert set(_COMPONENT.findall(result.output)) == ROWS[name].components
    is_told = any(problem.code == "replaced-content" for problem in result.problems)
    assert is_told == ("`replaced-content`" in ROWS[name].what)


def test_no_other_components() -> None:
    shown: set[str] = set()
    wrong: list[tuple[str, set[str]]] = []
    for path, types in _inputs():
        allowed = frozenset().union(*(ROWS[name].components for name in types))
        if not allowed & ANY:
            shown |= types
            asked = set(_COMPONENT.findall(blocks.render(path.read_bytes(), "amp", **wordpress.options(path, OWN))))
            asked -= LONE.get(path.stem, frozenset())
            if asked - allowed:
                wrong.append((path.stem, asked - allowed))
    assert wrong == []
    assert len(shown) > 80


def test_words_of_what_stays_html() -> None:
    shown: set[str] = set()
    for path, types in _inputs():
        if all(ROWS[name].what.startswith("as HTML") and not ROWS[name].components for name in types):
            shown |= types
            source, options = path.read_bytes(), wordpress.options(path, OWN)
            html, amp = blocks.render(source, "html", **options), blocks.render(source, "amp", fragment=True, **options)
            assert visible_words(amp) == visible_words(html), path.stem
    assert len(shown) > 50


def _inputs() -> Iterator[tuple[Path, set[str]]]:
    """The inputs of this project that hold nothing but core blocks, with their types."""
    for path in inputs(OWN):
        types = {node.block_name or "" for node in blocks.parse(path.read_bytes()).walk()}
        if types <= ROWS.keys():
            yield path, types
