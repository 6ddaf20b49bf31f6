"""The style engine: what a `style` becomes, the rules of a document. Answers are WordPress's own functions'."""

from __future__ import annotations

from typing import Any

import pytest

from blocks.theme.style_engine import get_styles
from blocks.theme.style_rules import CssRule, StyleSheet, stylesheet_from_rules

STYLES: list[tuple[dict[str, Any], str, str]] = [
    ({"color": {"text": "red"}}, "color:red;", "has-text-color"),
    (
        {"color": {"text": "var:preset|color|fooBar2", "gradient": "var:preset|gradient|a'b"}},
        "color:var(--wp--preset--color--foo-bar-2);background:var(--wp--preset--gradient--ab);",
        "has-text-color has-foo-bar-2-color has-background has-ab-gradient-background",
    ),
    (
        {"border": {"radius": {"topLeft": "1px", "bottomRight": "var:preset|border-radius|2xl"}}},
        "border-top-left-radius:1px;border-bottom-right-radius:var(--wp--preset--border-radius--2-xl);",
        "",
    ),
    (
        {"border": {"top": {"color": "var:preset|color|base", "width": "1px", "foo": "1"}, "color": "#fff"}},
        "border-color:#fff;border-top-color:var(--wp--preset--color--base);border-top-width:1px;",
        "has-border-color",
    ),
    ({"spacing": {"padding": {"top": "0", "left": ""}, "margin": 0}}, "padding-top:0;", ""),
    ({"typography": {"lineHeight": 1.5, "textColumns": 2}}, "line-height:1.5;column-count:2;", ""),
    (
        {"background": {"backgroundImage": {"url": "https://a.test/b.png"}}},
        "background-image:url('https://a.test/b.png');",
        "",
    ),
    ({"dimensions": {"aspectRatio": "16/9"}}, "aspect-ratio:16/9;", "has-aspect-ratio"),
    ({"shadow": "var:preset|shadow|deep"}, "box-shadow:var(--wp--preset--shadow--deep);", ""),
    ({"color": "red", "spacing": ["a"], "border": {"top": "1px"}}, "", ""),
    (
        {"color": {"text": "red;position:fixed</style><script>x</script>"}},
        "color:red;position:fixed;",
        "has-text-color",
    ),
]


@pytest.mark.parametrize(("style", "css", "classes"), STYLES)
def test_a_style_is_css_and_classes(style: dict[str, Any], css: str, classes: str) -> None:
    styles = get_styles(style)
    assert (styles.css, styles.classes) == (css, classes)


def test_presets_are_classes_alone_when_asked() -> None:
    styles = get_styles({"color": {"text": "var:preset|color|base"}}, convert_vars_to_classnames=True)
    assert styles == ("", {}, "has-text-color has-base-color")


@pytest.mark.parametrize(
    "hostile", [None, "x", 7, [], ["a"], {"color": {"text": {"a": []}}}, {"spacing": {"padding": [[], {}]}}]
)
def test_values_of_any_type_are_no_style(hostile: object) -> None:
    assert get_styles(hostile).css == ""


def test_a_document_has_one_rule_for_a_selector() -> None:
    sheet = StyleSheet()
    sheet.add(".a", {"color": "red", "gap": "1em"})
    sheet.add(".b", {"color": "blue"})
    sheet.add(" .a ", {"color": "green", "margin": "0"})
    sheet.add(".a", {"color": "red"}, "@media print")
    assert sheet.css() == ".a{color:green;gap:1em;margin:0;}.b{color:blue;}@media print{.a{color:red;}}"


def test_rules_are_css_and_go_into_the_document() -> None:
    sheet = StyleSheet()
    rules = [CssRule(".a", {"color": "red"}), CssRule(".a", {"gap": "0"}), CssRule("", {"gap": "0"}), CssRule(".b", {})]
    assert stylesheet_from_rules(rules, sheet) == ".a{color:red;gap:0;}"
    assert sheet.css() == ".a{color:red;gap:0;}"


def test_a_style_with_a_selector_is_a_rule() -> None:
    sheet = StyleSheet()
    assert get_styles({"color": {"text": "red"}}, selector=".a b", sheet=sheet).css == ".a b{color:red;}"
    assert sheet.css() == ".a b{color:red;}"
