"""The global stylesheet and the styles of block style variations, beside WordPress's own."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from blocks.theme import Theme
from blocks.theme.block_styles import custom_css
from blocks.theme.selectors import element_selector
from blocks.theme.stylesheet import flattened, global_stylesheet
from blocks.theme.variations import StyleVariations, instance_class
from tests.corpus import shared
from tests.theme.test_theme import HOSTILE, THEMES, answers, block_types, theme_of


@pytest.mark.parametrize("name", THEMES)
def test_the_stylesheet_is_wordpresss(name: str) -> None:
    expected = shared("conformance", "registry", f"global-stylesheet-{name}.css").read_text(encoding="utf-8")
    assert global_stylesheet(theme_of(answers(name)).with_blocks(block_types())) == expected


@pytest.mark.parametrize("name", THEMES)
def test_variations_are_wordpresss(name: str) -> None:
    data = answers(name)
    theme = theme_of(data).with_blocks(block_types())
    variations = StyleVariations(theme)
    folders = [shared("conformance", f"theme-{name}")] + ([shared("conformance", "supports")] if name == "tt5" else [])
    for path in (path for folder in folders for path in sorted(folder.rglob("*.extra.json"))):
        extra = json.loads(path.read_text(encoding="utf-8"))
        for css in (extra.get("inline_styles") or {}).get("block-style-variation-styles", ()):
            style, number = re.findall(r"is-style-(\S+?)--(\d+)", css)[0]
            blocks = [block for block, one in data["styles"]["blocks"].items() if style in one.get("variations", {})]
            assert css in [variations.css(block, style, int(number)) for block in blocks], path


def test_a_classic_theme_keeps_its_flow() -> None:
    css = global_stylesheet(Theme.classic().with_blocks({"core/columns": {"supports": {"layout": True}}}))
    assert ".has-black-color{color: var(--wp--preset--color--black) !important;}" in css
    assert ":where(.is-layout-flex){gap: 0.5em;}" in css
    assert "body .is-layout-flex{display: flex;}" in css
    assert ".is-layout-constrained" not in css
    assert ":where(body)" not in css


def test_parts_are_printed_alone() -> None:
    theme = Theme.from_dict({"version": 3, "settings": {"custom": {"fooBar": {"1": "x"}}}, "styles": {"css": "a{b:c}"}})
    assert global_stylesheet(theme, ("custom-css",)) == "a{b:c}"
    assert "--wp--custom--foo-bar--1: x;}" in global_stylesheet(theme, ("variables",))


def test_root_padding_becomes_custom_properties() -> None:
    raw = {
        "version": 3,
        "settings": {"useRootPaddingAwareAlignments": True},
        "styles": {"spacing": {"padding": {"top": "3px"}}},
    }
    css = global_stylesheet(Theme.from_dict(raw))
    assert "body{--wp--style--root--padding-top: 3px;--wp--style--root--padding-right: 0px;" in css
    assert "padding-top: 3px;" not in css.replace("--padding-top: 3px;", "")


def test_images_of_the_theme_have_its_address() -> None:
    image = {"background": {"backgroundImage": {"url": "file:./a b.png"}}}
    theme = Theme.from_dict({"version": 3, "styles": {**image, "blocks": {"core/group": image}}})
    css = global_stylesheet(theme, ("styles",), uri="https://a.test/themes/x")
    assert css.count("background-image: url('https://a.test/themes/x/a%20b.png');") == 2


def test_a_size_that_is_no_size_is_initial() -> None:
    raw = {"version": 3, "settings": {"layout": {"contentSize": "expression(1)"}}}
    assert "--wp--style--global--content-size: initial;" in global_stylesheet(Theme.from_dict(raw))


def test_references_point_into_theme_json() -> None:
    raw = {"version": 3, "styles": {"color": {"text": "red", "background": {"ref": "styles.color.text"}}}}
    assert "background-color: red;color: red;" in global_stylesheet(Theme.from_dict(raw))


@pytest.mark.parametrize(
    ("css", "printed"),
    [
        ("color:red", ":root :where(.a){color:red}"),
        ("& b{c:d}", ":root :where(.a b){c:d}"),
        ("&:hover{c:d}", ":root :where(.a:hover){c:d}"),
        ("x & > b::before{c:d}", ":root :where(.a){x}:root :where(.a > b)::before{c:d}"),
        ("&::after{c:d}&{{", ":root :where(.a)::after{c:d}"),
        ([], ""),
        (1.5, ":root :where(.a){1.5}"),
    ],
)
def test_css_as_written(css: Any, printed: str) -> None:
    assert custom_css(css, ".a") == printed


def test_css_of_many_blanks_takes_no_time() -> None:
    assert custom_css("&" + " " * 100_000 + "x{c:d}", ".a").endswith("x){c:d}")


def test_elements_inside_a_list_of_selectors() -> None:
    assert element_selector(".a,.b", "cite") == ".a cite,.b cite"
    assert element_selector("h1,h2", "h1") == "h1"
    assert element_selector(".a", "heading").startswith(".a h1,.a  h2,")


def variation_theme() -> Theme:
    data = {
        "color": {"text": {"ref": "styles.color.background"}, "background": {"ref": "no.such"}},
        "elements": {"link": {":hover": {"color": {"text": "blue"}}}},
        "blocks": {"core/list": {"spacing": {"margin": {"top": "1em"}}}},
        "css": "& b{c:d}",
    }
    styles = {"color": {"background": "#123"}, "blocks": {"core/group": {"variations": {"loud": data, "silent": {}}}}}
    return Theme.from_wordpress({"styles": styles})


def test_a_variation_is_printed_for_one_block() -> None:
    variations = StyleVariations(variation_theme())
    assert variations.css("core/group", "loud", 7) == (
        ":root :where(.is-style-loud--7 a:where(:not(.wp-element-button)):hover){color: blue;}"
        ":root :where(.is-style-loud--7 .wp-block-list){margin-top: 1em;}"
        ":root :where(.wp-block-group.is-style-loud--7){color: #123;}"
        ":root :where(.wp-block-group.is-style-loud--7 b){c:d}"
    )
    assert ".is-style-loud--8" in variations.css("core/group", "loud", 8)


@pytest.mark.parametrize(
    ("block", "class_name", "name"),
    [
        ("core/group", "a is-style-loud b", "loud"),
        ("core/group", "is-style-unknown is-style-silent is-style-loud", "loud"),
        ("core/group", "is-style-default", None),
        ("core/list", "is-style-loud", None),
        ("core/group", ["is-style-loud"], None),
    ],
)
def test_a_class_names_a_variation(block: str, class_name: Any, name: str | None) -> None:
    assert StyleVariations(variation_theme()).name_in(block, class_name) == name


def test_an_instance_is_found_in_a_class() -> None:
    assert instance_class("a is-style-loud is-style-loud--7 b") == "is-style-loud--7"
    assert instance_class("is-style-loud--7x is-style--1") is None
    assert instance_class(None) is None
    assert instance_class("is-style-" * 30_000) is None


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(
    "path",
    [
        "settings.color.palette", "settings.custom", "settings.layout.contentSize", "settings.spacing.blockGap", "styles.css",
        "settings.typography.fluid", "styles.spacing.blockGap", "styles.spacing.padding", "styles.color", "styles.color.text",
        "styles.color.text.ref", "styles.typography.fontSize", "styles.background.backgroundImage", "styles.elements.link.:hover",
        "styles.blocks.core/group.css", "styles.blocks.core/group.elements", "styles.blocks.core/group.variations.a.color",
        "styles.blocks.core/group.variations.a.elements", "styles.blocks.core/group.variations.a.blocks",
    ],
)  # fmt: skip
def test_values_of_any_type_are_printed_or_left_out(path: str, value: Any) -> None:
    raw: dict[str, Any] = {"version": 3}
    *above, last = path.split(".")
    place = raw
    for step in above:
        place = place.setdefault(step, {})
    place[last] = value
    for theme in (Theme.from_dict(raw), Theme.from_dict(raw).with_blocks({"core/group": {}, "core/button": {}})):
        assert ".has-black-color" in global_stylesheet(theme) or path.endswith("palette")
        assert isinstance(StyleVariations(theme).css("core/group", "a", 1), str)


def test_custom_settings_are_flattened_at_any_depth() -> None:
    deep: Any = "x"
    for _ in range(3_000):
        deep = {"a": deep}
    assert flattened({"a/b": {"c": 1}, "d": [2, 3]}) == [("a-b--c", 1), ("d--0", 2), ("d--1", 3)]
    assert flattened(deep)[0][1] == "x"
