"""The attribute `style` as CSS: WordPress's style engine (`wp_style_engine_get_styles()`).

    styles = get_styles({"color": {"text": "var:preset|color|base"}, "spacing": {"padding": {"top": "1em"}}})
    styles.css          # 'color:var(--wp--preset--color--base);padding-top:1em;'
    styles.classes      # 'has-text-color has-base-color'

Values are PHP's, of any type. Values of `var:` name presets: they become custom properties, or with
`convert_vars_to_classnames` classes alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from blocks.formatting import php
from blocks.formatting.names import wp_to_kebab_case
from blocks.theme.style_rules import StyleSheet, compile_css


class Styles(NamedTuple):
    """What the style engine makes of a `style`; each empty where there is nothing."""

    css: str
    """Declarations as text, in a rule where a selector was given."""
    declarations: dict[str, Any]
    """Declarations by property, not yet filtered."""
    classes: str
    """The classes that presets and values call for, with blanks between."""


class _Property(NamedTuple):
    """How one value of a `style` becomes CSS (an entry of BLOCK_STYLE_DEFINITIONS_METADATA)."""

    path: tuple[str, ...]
    property: str
    sides: str = ""
    """The property of one side or corner, with `%s` for its name."""
    preset: str = ""
    """The kind of preset that becomes a custom property, as in `var:preset|color|base`."""
    classes: tuple[tuple[str, str], ...] = ()
    """Classes, and the kind of preset whose slug `%s` stands for; always where there is no kind."""
    kind: str = ""
    """`url` for an image, `side` for the border of one side."""


SIDES: Final = ("top", "right", "bottom", "left")
"""The sides of a box, in the order of CSS."""


def _plain(group: str, **properties: str) -> tuple[_Property, ...]:
    return tuple(_Property((group, name), css) for name, css in properties.items())


_DEFINITIONS: Final[dict[str, tuple[_Property, ...]]] = {
    "background": (
        _Property(("background", "backgroundImage"), "background-image", kind="url"),
        *_plain(
            "background",
            backgroundPosition="background-position",
            backgroundRepeat="background-repeat",
            backgroundSize="background-size",
            backgroundAttachment="background-attachment",
        ),
    ),
    "color": (
        _Property(("color", "text"), "color", "", "color", (("has-text-color", ""), ("has-%s-color", "color"))),
        _Property(
            ("color", "background"),
            "background-color",
            "",
            "color",
            (("has-background", ""), ("has-%s-background-color", "color")),
        ),
        _Property(
            ("color", "gradient"),
            "background",
            "",
            "gradient",
            (("has-background", ""), ("has-%s-gradient-background", "gradient")),
        ),
    ),
    "border": (
        _Property(
            ("border", "color"),
            "border-color",
            "border-%s-color",
            "",
            (("has-border-color", ""), ("has-%s-border-color", "color")),
        ),
        _Property(("border", "radius"), "border-radius", "border-%s-radius", "border-radius"),
        _Property(("border", "style"), "border-style", "border-%s-style"),
        _Property(("border", "width"), "border-width", "border-%s-width"),
        *(_Property(("border", side), side, "", "color", kind="side") for side in SIDES),
    ),
    "shadow": (_Property(("shadow",), "box-shadow", "", "shadow"),),
    "dimensions": (
        _Property(("dimensions", "aspectRatio"), "aspect-ratio", classes=(("has-aspect-ratio", ""),)),
        _Property(("dimensions", "minHeight"), "min-height", "", "spacing"),
    ),
    "spacing": (
        _Property(("spacing", "padding"), "padding", "padding-%s", "spacing"),
        _Property(("spacing", "margin"), "margin", "margin-%s", "spacing"),
    ),
    "typography": (
        _Property(("typography", "fontSize"), "font-size", "", "font-size", (("has-%s-font-size", "font-size"),)),
        _Property(
            ("typography", "fontFamily"), "font-family", "", "font-family", (("has-%s-font-family", "font-family"),)
        ),
        *_plain(
            "typography",
            fontStyle="font-style",
            fontWeight="font-weight",
            lineHeight="line-height",
            textColumns="column-count",
            textDecoration="text-decoration",
            textTransform="text-transform",
            letterSpacing="letter-spacing",
            writingMode="writing-mode",
        ),
    ),
}
_BORDER_OF_ONE_SIDE: Final = {rule.path[1]: rule.sides for rule in _DEFINITIONS["border"] if rule.sides}


def get_styles(
    style: object,
    *,
    selector: str = "",
    sheet: StyleSheet | None = None,
    convert_vars_to_classnames: bool = False,
) -> Styles:
    """What a `style` becomes: CSS, declarations and classes (`wp_style_engine_get_styles()`).

    With a `selector` the CSS is a rule, and goes into `sheet` where one is given (the option `context`).
    """
    declarations: dict[str, Any] = {}
    classes: dict[str, None] = {}
    if style and isinstance(style, dict):
        for group, definitions in _DEFINITIONS.items():
            members = style.get(group)
            if not members or members == "0":
                continue
            for definition in definitions:
                if len(definition.path) == 1:
                    value = members
                else:
                    value = members.get(definition.path[1]) if isinstance(members, dict) else None
                if value:
                    if value != "0":
                        classes.update(dict.fromkeys(_classes(value, definition)))
                    declarations.update(_declarations(value, definition, convert_vars_to_classnames))
    css = ""
    if declarations:
        css = compile_css(declarations, selector)
        if sheet is not None and selector:
            sheet.add(selector, declarations)
    return Styles(css, declarations, " ".join(classes))


def preset_slug(value: object, kind: str) -> str:
    """The slug in `var:preset|KIND|slug`, in kebab case; the empty string where there is none."""
    if isinstance(value, str) and f"var:preset|{kind}|" in value:
        return wp_to_kebab_case(value[value.rindex("|") + 1 :])
    return ""


def _classes(value: object, definition: _Property) -> Iterator[str]:
    for name, kind in definition.classes:
        if not kind:
            yield name
        elif not php.is_empty(slug := preset_slug(value, kind)):
            yield name % slug


def _custom_property(value: str, kind: str) -> str:
    slug = preset_slug(value, kind) if kind else ""
    return f"var(--wp--preset--{kind}--{slug})" if slug else ""


def _declarations(value: Any, definition: _Property, as_classes: bool) -> Mapping[str, Any]:
    if definition.kind == "url":
        return _image(value, definition)
    if definition.kind == "side":
        return _one_side(value, definition, as_classes)
    if isinstance(value, dict | list):
        return _side_by_side(value, definition, as_classes)
    if isinstance(value, str) and "var:" in value:
        variable = "" if as_classes else _custom_property(value, definition.preset)
        return {definition.property: variable} if variable else {}
    return {definition.property: value}


def _side_by_side(value: Any, definition: _Property, as_classes: bool) -> dict[str, Any]:
    if not definition.sides:
        return {}
    out: dict[str, Any] = {}
    for key, one in php.pairs(value):
        if isinstance(one, dict | list):
            continue  # WordPress dies of a TypeError
        text = one
        if isinstance(one, str) and "var:" in one and not as_classes and definition.preset:
            text = _custom_property(one, definition.preset)
        if text or text == "0":
            out[definition.sides % wp_to_kebab_case(str(key))] = text
    return out


def _one_side(value: Any, definition: _Property, as_classes: bool) -> dict[str, Any]:
    """The border of one side (`get_individual_property_css_declarations()`)."""
    if not isinstance(value, dict):
        return {}
    out: dict[str, Any] = {}
    for key, one in value.items():
        pattern = _BORDER_OF_ONE_SIDE.get(key)
        if php.is_empty(one) or pattern is None or isinstance(one, dict | list):
            continue
        is_preset = isinstance(one, str) and "var:" in one and not as_classes
        out[pattern % definition.property] = _custom_property(one, definition.preset) if is_preset else one
    return out


def _image(value: Any, definition: _Property) -> dict[str, Any]:
    """An image by its address, or CSS as it is (`get_url_or_value_css_declaration()`)."""
    if php.is_empty(value):
        return {}
    if isinstance(value, dict) and not php.is_empty(url := value.get("url")):
        return {definition.property: f"url('{php.text(url)}')"}
    return {definition.property: value} if isinstance(value, str) else {}
