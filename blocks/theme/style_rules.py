"""CSS declarations and rules as WordPress's style engine keeps and prints them.

    sheet = StyleSheet()                                    # the store of one document, `block-supports` in WordPress
    sheet.add(".a", {"color": "red"})                       # one rule a selector: later declarations win, in place
    sheet.add(".a", {"color": "red"}, "@media print")       # another rule: the group is part of its key
    sheet.css()                                             # '.a{color:red;}@media print{.a{color:red;}}'

A declaration is a property and a value of any PHP type. The value is filtered when it is printed, not when it is added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from blocks.formatting import php
from blocks.formatting.css_filter import safecss_filter_attr
from blocks.formatting.kses import wp_strip_all_tags
from blocks.formatting.names import sanitize_key

_BLANKS: Final = " \n\r\t\v\0"  # what trim() takes away


class CssRule(NamedTuple):
    """One rule: a selector, its declarations, and the at-rule around it (`rules_group`), such as `@media print`."""

    selector: str
    declarations: Mapping[str, Any]
    group: str = ""


class StyleDeclarations:
    """Declarations in the order in which their properties first came (WP_Style_Engine_CSS_Declarations)."""

    __slots__ = ("values",)

    def __init__(self, declarations: Mapping[str, Any] | None = None) -> None:
        self.values: dict[str, str] = {}
        if declarations:
            self.update(declarations)

    def update(self, declarations: Mapping[str, Any]) -> None:
        """Add declarations; empty values and values that are no text in PHP (arrays) are left out."""
        for name, value in declarations.items():
            key = property_name(name)
            text = (value if type(value) is str else css_text(value)).strip(_BLANKS)
            if text and key and key != "0":
                self.values[key] = text

    def __str__(self) -> str:
        """As CSS: `color:red;`, without what `safecss_filter_attr()` refuses."""
        return "".join([filtered(name, value) for name, value in self.values.items()])


class StyleSheet:
    """The rules of one document, one for every selector (WP_Style_Engine_CSS_Rules_Store)."""

    __slots__ = ("_rules",)

    def __init__(self) -> None:
        self._rules: dict[str, tuple[str, str, StyleDeclarations]] = {}

    def __bool__(self) -> bool:
        return bool(self._rules)

    def add(self, selector: str, declarations: Mapping[str, Any], group: str = "") -> None:
        """Add declarations to the rule of a selector, in the at-rule `group`; nothing where one of the two is empty."""
        selector = php.trim(selector)
        if not selector or selector == "0" or not declarations:
            return
        group = php.trim(group) if group else ""
        if group == "0":
            group = ""
        key = f"{group} {selector}" if group else selector
        rule = self._rules.get(key)
        if rule is None:
            self._rules[key] = rule = (selector, group, StyleDeclarations())
        rule[2].update(declarations)

    def css(self) -> str:
        """The whole stylesheet, in the order in which the selectors first came."""
        return "".join([_printed(selector, str(values), group) for selector, group, values in self._rules.values()])


def stylesheet_from_rules(rules: Iterable[CssRule], sheet: StyleSheet | None = None) -> str:
    """Rules as CSS, those of one selector as one (`wp_style_engine_get_stylesheet_from_css_rules()`).

    They are added to `sheet` too, where one is given, as WordPress does for `context: block-supports`.
    """
    merged: dict[str, tuple[str, str, StyleDeclarations]] = {}
    for selector, declarations, group in rules:
        if not selector or selector == "0" or not declarations:
            continue
        if sheet is not None:
            sheet.add(selector, declarations, group)
        group_name = group if group and group != "0" else ""
        key = f"{group_name} {selector}" if group_name else selector
        found = merged.get(key)
        if found is None:
            merged[key] = (selector, group_name, StyleDeclarations(declarations))
        else:
            found[2].update(declarations)
    return "".join([_printed(selector, str(values), group) for selector, group, values in merged.values()])


def compile_css(declarations: Mapping[str, Any], selector: str = "") -> str:
    """Declarations as CSS, in a rule where there is a selector (`WP_Style_Engine::compile_css()`)."""
    css = str(StyleDeclarations(declarations))
    return _printed(selector, css, "") if selector and selector != "0" else css


property_name = lru_cache(maxsize=512)(sanitize_key)
"""A property as `sanitize_key()` leaves it: in lower case, without what is no name."""


@lru_cache(maxsize=8192)
def filtered(name: str, value: str) -> str:
    """`color:red;`, or nothing where WordPress's CSS filter refuses it (`filter_declaration()`)."""
    text = wp_strip_all_tags(value, remove_breaks=True)
    declaration = safecss_filter_attr(f"{name}:{text}") if text else ""
    return f"{declaration};" if declaration and declaration != "0" else ""


def css_text(value: object) -> str:
    """A value of PHP as text, for CSS: arrays, on which WordPress dies, are the empty string."""
    return "" if isinstance(value, dict | list) else php.text(value)


def _printed(selector: str, css: str, group: str) -> str:
    if not css:
        return ""
    return f"{group}{{{selector}{{{css}}}}}" if group else f"{selector}{{{css}}}"
