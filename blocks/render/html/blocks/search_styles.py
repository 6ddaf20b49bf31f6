"""Classes and styles of the parts of the form of the search, from the supports that it prints itself."""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.css_filter import safecss_filter_attr
from blocks.formatting.escaping import esc_attr
from blocks.formatting.names import wp_to_kebab_case
from blocks.render.html.server_type import Attributes
from blocks.theme.style_engine import SIDES
from blocks.theme.typography import font_size_value

_PADDING: Final = "4px"
_CAPITAL: Final = re.compile("(?<!^)[A-Z]")
_RADIUS_PRESET: Final = "var:preset|border-radius|"
_COLOR_PRESET: Final = "var:preset|color|"
# In WordPress's order: names below `style.typography`, and their properties.
_TEXT: Final = (
    ("fontSize", "font-size"),
    ("fontFamily", "font-family"),
    ("letterSpacing", "letter-spacing"),
    ("fontWeight", "font-weight"),
    ("fontStyle", "font-style"),
    ("lineHeight", "line-height"),
    ("textTransform", "text-transform"),
)


def styles(attributes: Attributes, settings: Any) -> dict[str, str]:
    """The attribute `style`, with a blank before it, of `input`, `button`, `wrapper` and `label`; empty where none.

    `settings` are the theme's (`styles_for_block_core_search()`).
    """
    wrapper: list[str] = []
    button: list[str] = []
    label: list[str] = []
    is_inside = attributes.get("buttonPosition") == "button-inside"
    width, unit = attributes.get("width"), attributes.get("widthUnit")
    if not php.is_empty(width) and not php.is_empty(unit):
        wrapper.append(f"width: {php.integer(esc_attr(php.text(width)))}{esc_attr(php.text(unit))};")
    borders = _borders(attributes)
    if is_inside:
        wrapper += borders
    else:
        button += borders
    radius, outer_radius = _radius(php.get(attributes, "style", "border", "radius"))
    button += radius
    if is_inside:
        wrapper += outer_radius
    field = list(button)
    for name, css in (("text", "color"), ("background", "background-color"), ("gradient", "background")):
        value = php.get(attributes, "style", "color", name)
        if not php.is_empty(value):
            button.append(f"{css}: {php.text(value)};")
    text = esc_attr(_text(attributes, settings))
    if not php.is_empty(text):
        for one in (label, button, field):
            one.append(text)
    decoration = php.get(attributes, "style", "typography", "textDecoration")
    if not php.is_empty(decoration):
        button.append(f"text-decoration: {esc_attr(php.text(decoration))};")
        if attributes.get("showLabel") is not None and attributes["showLabel"] is not False:
            label.append(button[-1])
    found = {"input": field, "button": button, "wrapper": wrapper, "label": label}
    return {name: _style(declarations) for name, declarations in found.items()}


def _style(declarations: list[str]) -> str:
    return f' style="{esc_attr(safecss_filter_attr(" ".join(declarations)))}"' if declarations else ""


def _borders(attributes: Attributes) -> list[str]:
    border = php.get(attributes, "style", "border")
    found: list[str] = []
    for name in ("width", "color", "style"):
        for side in ("", *SIDES):
            value = php.get(border, side, name) if side else php.get(border, name)
            if php.is_empty(value):
                continue
            text = php.text(value)
            if side and name == "color" and _COLOR_PRESET in text:
                text = f"var(--wp--preset--color--{text[text.rindex('|') + 1 :]})"
            found.append(f"border-{side}{'-' if side else ''}{name}: {esc_attr(text)};")
    return found


def _radius(radius: Any) -> tuple[list[str], list[str]]:
    """The declarations of the corners, and those of an element that is a padding larger."""
    inner: list[str] = []
    outer: list[str] = []
    if php.is_empty(radius):
        return inner, outer
    if not php.is_array(radius):
        value = php.text(radius)
        value = _with_preset(f"{value}px" if php.is_numeric(radius) else value)
        inner.append(f"border-radius: {esc_attr(value)};")
        if php.integer(value):
            outer.append(f"border-radius: calc({esc_attr(value)} + {_PADDING});")
        return inner, outer
    for key, one in php.pairs(radius):
        if one is None:
            continue
        value = _with_preset(php.text(one))
        name = esc_attr(php.lower(_CAPITAL.sub(r"-\g<0>", php.text(key))))
        inner.append(f"border-{name}-radius: {esc_attr(value)};")
        if php.integer(one) or "var(--wp--preset--border-radius--" in value:
            outer.append(f"border-{name}-radius: calc({esc_attr(value)} + {_PADDING});")
    return inner, outer


def _with_preset(value: str) -> str:
    if _RADIUS_PRESET not in value:
        return value
    return f"var(--wp--preset--border-radius--{wp_to_kebab_case(value[value.rindex('|') + 1 :])})"


def _text(attributes: Attributes, settings: Any) -> str:
    typography = php.get(attributes, "style", "typography")
    found = ""
    for name, css in _TEXT:
        value = php.get(typography, name)
        if not php.is_empty(value):
            value = font_size_value({"size": value}, settings) if name == "fontSize" else value
            found += f"{css}: {php.text(value)};"
    return found


def font_classes(attributes: Attributes) -> str:
    """The classes of presets of fonts (`get_typography_classes_for_block_core_search()`)."""
    return " ".join(
        f"has-{esc_attr(php.text(attributes[name]))}-{css}"
        for name, css in (("fontSize", "font-size"), ("fontFamily", "font-family"))
        if not php.is_empty(attributes.get(name))
    )


def border_classes(attributes: Attributes) -> str:
    """The classes of the border's colour (`get_border_color_classes_for_block_core_search()`)."""
    preset = attributes.get("borderColor")
    if php.is_empty(preset):
        return "" if php.is_empty(php.get(attributes, "style", "border", "color")) else "has-border-color"
    return f"has-border-color has-{esc_attr(php.text(preset))}-border-color"


def button_classes(attributes: Attributes) -> str:
    """The classes of the button's colours (`get_color_classes_for_block_core_search()`)."""
    color = php.get(attributes, "style", "color")
    text, background, gradient = (attributes.get(name) for name in ("textColor", "backgroundColor", "gradient"))
    classes: list[str] = []
    if not php.is_empty(text):
        classes.append(f"has-text-color has-{php.text(text)}-color")
    elif not php.is_empty(php.get(color, "text")):
        classes.append("has-text-color")
    if not all(map(php.is_empty, (background, gradient, php.get(color, "background"), php.get(color, "gradient")))):
        classes.append("has-background")
    if not php.is_empty(background):
        classes.append(f"has-{php.text(background)}-background-color")
    if not php.is_empty(gradient):
        classes.append(f"has-{php.text(gradient)}-gradient-background")
    return " ".join(classes)
