"""The properties of CSS that styles of theme.json become (`WP_Theme_JSON::compute_style_properties()`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from blocks.formatting import php
from blocks.theme.style_engine import SIDES, get_styles
from blocks.theme.typography import font_size_value

_ROOT_VARIABLE: Final = "--wp--style--root--"


class Declaration(NamedTuple):
    """A property and its value, of any PHP type."""

    name: str
    value: Any


def ruleset(selector: str, declarations: Iterable[Declaration]) -> str:
    """A rule as global styles print it; nothing where there are no declarations (`to_ruleset()`)."""
    block = "".join([f"{name}: {php.text(value)};" for name, value in declarations])
    return f"{selector}{{{block}}}" if block else ""


def _sided(css: str, path: str) -> dict[str, str]:
    return {css: path, **{f"{css}-{side}": f"{path}.{side}" for side in SIDES}}


PROPERTIES: Final[dict[str, tuple[str, ...]]] = {
    css: tuple(path.split("."))
    for css, path in {
        "aspect-ratio": "dimensions.aspectRatio",
        "background": "color.gradient",
        "background-color": "color.background",
        "background-image": "background.backgroundImage",
        "background-position": "background.backgroundPosition",
        "background-repeat": "background.backgroundRepeat",
        "background-size": "background.backgroundSize",
        "background-attachment": "background.backgroundAttachment",
        "border-radius": "border.radius",
        "border-top-left-radius": "border.radius.topLeft",
        "border-top-right-radius": "border.radius.topRight",
        "border-bottom-left-radius": "border.radius.bottomLeft",
        "border-bottom-right-radius": "border.radius.bottomRight",
        "border-color": "border.color",
        "border-width": "border.width",
        "border-style": "border.style",
        **{f"border-{side}-{what}": f"border.{side}.{what}" for side in SIDES for what in ("color", "width", "style")},
        "color": "color.text",
        "text-align": "typography.textAlign",
        "column-count": "typography.textColumns",
        "font-family": "typography.fontFamily",
        "font-size": "typography.fontSize",
        "font-style": "typography.fontStyle",
        "font-weight": "typography.fontWeight",
        "letter-spacing": "typography.letterSpacing",
        "line-height": "typography.lineHeight",
        **_sided("margin", "spacing.margin"),
        "min-height": "dimensions.minHeight",
        "outline-color": "outline.color",
        "outline-offset": "outline.offset",
        "outline-style": "outline.style",
        "outline-width": "outline.width",
        **_sided("padding", "spacing.padding"),
        **_sided(f"{_ROOT_VARIABLE}padding", "spacing.padding"),
        "text-decoration": "typography.textDecoration",
        "text-transform": "typography.textTransform",
        "filter": "filter.duotone",
        "box-shadow": "shadow",
        "writing-mode": "typography.writingMode",
    }.items()
}
"""Where in styles the value of each property stands, in the order in which they are printed."""


def style_properties(
    styles: Any, settings: Any, tree: Any, *, is_root: bool = False, root_padding: bool = False
) -> list[Declaration]:
    """The declarations of styles. `tree` is where references point into; fluid font sizes follow `settings`.

    For the root with `root_padding`, padding becomes custom properties, which blocks with global padding use.
    """
    out: list[Declaration] = []
    replaced: list[str] = []
    if php.is_empty(styles):
        return out
    for css, path in PROPERTIES.items():
        is_variable = css.startswith(_ROOT_VARIABLE)
        if (is_variable and not (is_root and root_padding)) or (path[0] not in styles and css != "background-size"):
            continue
        value = property_value(styles, path, tree)
        if is_variable:
            if css == f"{_ROOT_VARIABLE}padding" and isinstance(value, str):
                continue
            replaced.append(css.removeprefix(_ROOT_VARIABLE))
        if css.startswith("background-"):
            value = _background(css, value, styles, is_root)
        if isinstance(value, dict | list) or (php.is_empty(value) and not php.is_numeric(value)):
            continue
        if css == "font-size":
            value = font_size_value({"size": value}, settings)
        elif css == "aspect-ratio":
            out.append(Declaration("min-height", "unset"))
        out.append(Declaration(css, value))
    for name in replaced:
        found = next((at for at, declaration in enumerate(out) if declaration.name == name), None)
        if found is not None:
            del out[found]
    return out


def _background(css: str, value: Any, styles: Any, is_root: bool) -> Any:
    """The address of an image as CSS; images of the media library cover their block unless told otherwise."""
    if css == "background-image" and not php.is_empty(value):
        value = get_styles({"background": {"backgroundImage": value}}).declarations.get(css)
    if php.is_empty(value) and not is_root and not php.is_empty(php.get(styles, "background", "backgroundImage", "id")):
        if css == "background-size":
            return "cover"
        if css == "background-position":
            return "50% 50%" if php.get(styles, "background", "backgroundSize") == "contain" else None
    return value


def property_value(styles: Any, path: tuple[str, ...], tree: Any = None) -> Any:
    """The value at a path, or what its `ref` points to; the empty string for none (`get_property_value()`)."""
    value = php.get(styles, *path, default="")
    if value is None:
        return ""
    if isinstance(value, dict) and value.get("ref") is not None:
        target = php.get(tree, *php.text(value["ref"]).split("."))
        if not php.is_empty(target) and (isinstance(target, str) or isinstance(php.get(target, "url"), str)):
            return target
    return value
