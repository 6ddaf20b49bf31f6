"""Fluid font sizes, colours and duotone filters. The answers are those of WordPress's own functions."""

from __future__ import annotations

from typing import Any

import pytest

from blocks.theme.colors import parse_color
from blocks.theme.duotone import block_rule, filter_svg, presets, presets_css, selector_of, slug_in
from blocks.theme.facts import BlockFacts
from blocks.theme.typography import font_size_value

FLUID = {"typography": {"fluid": True}}


@pytest.mark.parametrize(
    ("preset", "settings", "css"),
    [
        ({"size": "2rem"}, FLUID, "clamp(1.25rem, 1.25rem + ((1vw - 0.2rem) * 0.938), 2rem)"),
        ({"size": 22}, FLUID, "clamp(14.642px, 0.915rem + ((1vw - 3.2px) * 0.575), 22px)"),
        ({"size": "2rem"}, {}, "2rem"),
        ({"size": "2rem", "fluid": False}, FLUID, "2rem"),
        ({"size": "14px"}, FLUID, "14px"),
        ({"size": "3vw"}, FLUID, "3vw"),
        ({"size": "clamp(1px, 2px, 3px)"}, FLUID, "clamp(1px, 2px, 3px)"),
        (
            {"size": "1rem", "fluid": {"min": "1rem", "max": "3rem"}},
            {},
            "clamp(1rem, 1rem + ((1vw - 0.2rem) * 2.5), 3rem)",
        ),
        (
            {"size": "22px"},
            {**FLUID, "layout": {"wideSize": "1000px"}},
            "clamp(14.642px, 0.915rem + ((1vw - 3.2px) * 1.082), 22px)",
        ),
        (
            {"size": "22px"},
            {"typography": {"fluid": {"minFontSize": "20px"}}},
            "clamp(20px, 1.25rem + ((1vw - 3.2px) * 0.156), 22px)",
        ),
        ({"size": ["x"]}, FLUID, ["x"]),
        ({"size": "9rem", "fluid": {"min": ["x"]}}, FLUID, "9rem"),
        ({}, FLUID, None),
        ("x", FLUID, None),
    ],
)
def test_font_sizes(preset: Any, settings: Any, css: Any) -> None:
    assert font_size_value(preset, settings) == css


def test_a_size_of_many_digits_takes_no_time() -> None:
    size = "1" * 100_000 + "x"
    assert font_size_value({"size": size}, FLUID) == size


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("#000", (0, 0, 0, 1)),
        ("#ABCDEF80", (171, 205, 239, 0.5)),
        ("#12345", None),
        ("rgb(10%, 20%, 30%)", (25.5, 51, 76.5, 1)),
        ("rgb(1 2 3 / 50%)", (1, 2, 3, 0.5)),
        ("rgba(300,-5,0,.25)", (255, 0, 0, 0.25)),
        ("rgb(10%, 20, 30)", None),
        ("hsl(120,100%,50%)", (0, 255, 0, 1)),
        ("hsl(0.5turn 100% 25%)", (0, 127.5, 127.5, 1)),
        ("red", None),
        ("", None),
    ],
)
def test_colors(text: str, color: tuple[float, ...] | None) -> None:
    found = parse_color(text)
    assert (found is None) == (color is None)
    assert found is None or tuple(found) == pytest.approx(color)


def test_a_filter_has_a_table_for_each_channel() -> None:
    svg = filter_svg('a"b', ["#000", "nothing", "#8c00b7", ["x"]])
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"')
    assert '<filter id="a&quot;b">' in svg
    assert '<feFuncR type="table" tableValues="0 0.54901960784314" />' in svg
    assert '<feFuncA type="table" tableValues="1 1" />' in svg


@pytest.mark.parametrize(
    ("attribute", "slug"),
    [
        ("var:preset|duotone|blue-red", "blue-red"),
        ("var(--wp--preset--duotone--blue-red)", "blue-red"),
        ("var(--wp--preset--duotone--a)b)c", "a)b"),
        ("var(--wp--preset--duotone--)", ""),
        ("unset", ""),
        ("var(--wp--preset--duotone--" * 20_000, ""),
    ],
)
def test_an_attribute_names_a_preset(attribute: str, slug: str) -> None:
    assert slug_in(attribute) == slug


def test_presets_are_known_by_the_id_of_their_filter() -> None:
    settings = {"color": {"duotone": {"default": [{"slug": "blueRed", "colors": ["#000", "#fff"]}], "theme": "x"}}}
    found = presets(settings)
    assert list(found) == ["wp-duotone-blue-red"]
    assert presets_css(found) == ":root{--wp--preset--duotone--blueRed:url(#wp-duotone-blue-red);}"


def test_a_rule_is_for_every_part_of_a_selector() -> None:
    facts = BlockFacts(
        {
            "core/image": {"selectors": {"root": ".i", "filter": {"duotone": ".i img, .i .x"}}, "supports": {"filter": {"duotone": True}}},
            "old/one": {"supports": {"color": {"__experimentalDuotone": "img"}}},
            "core/none": {},
        }
    )  # fmt: skip
    selector = selector_of(facts, "core/image")
    assert selector == ".i img, .i .x"
    assert block_rule("wp-duotone-a", selector, "unset") == (
        ".wp-duotone-a.i img, .wp-duotone-a.i .x",
        {"filter": "unset"},
        "",
    )
    assert selector_of(facts, "old/one") == ".wp-block-old-one img"
    assert selector_of(facts, "core/none") is None
