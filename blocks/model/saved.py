"""How blocks are saved: the HTML that the editor writes for a block's attributes.

    def save(a: Attributes, root: Root) -> Element | None:
        return element("p", root({"class": classes(a["dropCap"] and "has-drop-cap")}), printed(a["content"]))

`root(…)` adds to the attributes of the outermost element what the block's supports print there
(`useBlockProps.save()`): classes, styles and the id. `root.inner` is where the blocks inside stand
(`InnerBlocks.Content`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from blocks.fragment import RichText, html_of_children
from blocks.fragment.element import Element, Raw, classes, element, html_of
from blocks.model.shape import NOT_SAID, Attributes, Inner
from blocks.model.styles import css_properties, kebab_case
from blocks.model.supports import (
    ALIGNMENTS,
    Supports,
    has_border_color,
    has_color,
    has_gradient,
    has_style,
    has_support,
    support,
)

__all__ = [
    "CONTENT_ERRORS", "Attributes", "Element", "Inner", "Raw", "Root", "border", "classes", "color_class", "colors",
    "element", "gradient_class", "inside", "is_empty", "kebab_case", "printed", "saved", "shadow", "spacing",
    "typography",
]  # fmt: skip

CONTENT_ERRORS = (AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What the functions of a shape may raise where attributes of the right type hold something that they do not expect.

The editor, too, takes a `save` that throws for one that does not fit."""

Props = dict[str, Any]
_TEXT_ALIGNMENTS = ("left", "center", "right")
_TEXT_AT_START = re.compile(r"""(?:<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*+>)*+[^<>&\s]""")
_SOMETHING_BUT_TEXT = re.compile(r"<(?:br|img|math|!--|object)\b|<!--", re.IGNORECASE)


class Root:
    """What a block's `save` is given beside the attributes: its supports, and the HTML of the blocks inside."""

    __slots__ = ("_attributes", "_default_class", "_supports", "inner")

    def __init__(self, name: str, supports: Supports, attributes: Attributes, inner: str = "") -> None:
        self._supports = supports
        self._attributes = attributes
        self._default_class = default_class(name) if supports.get("className", True) else None
        self.inner = Raw(inner)

    def __call__(self, attributes: Mapping[str, Any] | None = None) -> Props:
        """The attributes of the outermost element, with those that the supports print."""
        props: Props = dict(attributes) if attributes else {}
        a, supports = self._attributes, self._supports
        if not _PRINTED_KEYS.isdisjoint(a):
            for needed, add in _PRINTED:
                if any(a[key] for key in needed):
                    add(props, supports, a)
        if self._default_class is not None:
            given = props.get("class")
            names = dict.fromkeys([self._default_class, *given.split(" ")]) if isinstance(given, str) else None
            props["class"] = " ".join(names).strip() if names else self._default_class
        elif "class" in props and not props["class"]:
            del props["class"]
        return props


@lru_cache(maxsize=512)
def default_class(name: str) -> str:
    """The class of every block of a name: `wp-block-list` for core/list (`getBlockDefaultClassName()`)."""
    return "wp-block-" + name.replace("/", "-", 1).removeprefix("core-")


# --------------------------------------------------------------------------------------- what the supports print
# Each function is the `addSaveProps()` of an editor's hook; the table gives them in its order, with what they need.


def _align(props: Props, supports: Supports, a: Attributes) -> None:
    allowed = support(supports, "align")
    if allowed is True:
        valid: tuple[str, ...] = ALIGNMENTS if has_support(supports, "alignWide", default=True) else ALIGNMENTS[:3]
    else:
        valid = tuple(allowed) if isinstance(allowed, list | tuple) else ()
    if a["align"] in ALIGNMENTS and a["align"] in valid:
        props["class"] = classes(f"align{a['align']}", props.get("class"))


def _text_align(props: Props, supports: Supports, a: Attributes) -> None:
    typography = a["style"].get("typography") if isinstance(a["style"], Mapping) else None
    chosen = typography.get("textAlign") if isinstance(typography, Mapping) else None
    allowed = support(supports, "typography.textAlign")
    if chosen not in _TEXT_ALIGNMENTS or _skips(supports, "typography", "textAlign"):
        return
    if allowed is True or (isinstance(allowed, list | tuple) and chosen in allowed):
        props["class"] = classes(f"has-text-align-{chosen}", props.get("class"))


def _anchor(props: Props, supports: Supports, a: Attributes) -> None:
    if has_support(supports, "anchor"):
        props["id"] = a["anchor"]


def _aria_label(props: Props, supports: Supports, a: Attributes) -> None:
    if has_support(supports, "ariaLabel"):
        props["aria-label"] = a["ariaLabel"]


def _class_name(props: Props, supports: Supports, a: Attributes) -> None:
    if has_support(supports, "customClassName", default=True):
        props["class"] = classes(props.get("class"), a["className"])


def _border(props: Props, supports: Supports, a: Attributes) -> None:
    if has_border_color(supports) and not _skips(supports, "__experimentalBorder", "color"):
        props["class"] = classes(props.get("class"), _border_classes(a)) or None


def _fit_text(props: Props, supports: Supports, a: Attributes) -> None:
    if has_support(supports, "typography.fitText") and a["fitText"]:
        props["class"] = classes(props.get("class"), "has-fit-text")


def _color(props: Props, supports: Supports, a: Attributes) -> None:
    if not has_color(supports) or _skips_all(supports, "color"):
        return
    color = inside(a["style"], "color") or {}
    text, background, gradients = (not _skips(supports, "color", what) for what in ("text", "background", "gradients"))
    with_gradient = has_gradient(supports)
    has_background = (
        a["backgroundColor"] or color.get("background") or (with_gradient and (a["gradient"] or color.get("gradient")))
    )
    names = classes(
        props.get("class"),
        text and color_class("color", a["textColor"]),
        gradients and gradient_class(a["gradient"]),
        background
        and not (with_gradient and color.get("gradient"))
        and color_class("background-color", a["backgroundColor"]),
        text and (a["textColor"] or color.get("text")) and "has-text-color",
        (background or gradients) and has_background and "has-background",
        not _skips(supports, "color", "link") and inside(a["style"], "elements", "link", "color") and "has-link-color",
    )
    props["class"] = names or None


def _style(props: Props, supports: Supports, a: Attributes) -> None:
    if not has_style(supports):
        return
    style = a["style"]
    if isinstance(style, Mapping):
        style = {name: value for name, value in style.items() if name != "background"}
        for feature, part in _SKIPPABLE:
            style = _without(style, part, support(supports, f"{feature}.__experimentalSkipSerialization"))
        style = _without(style, "dimensions", ("aspectRatio",))
    props["style"] = {**css_properties(style), **(props.get("style") or {})}


def _font_family(props: Props, supports: Supports, a: Attributes) -> None:
    if has_support(supports, "typography.__experimentalFontFamily") and not _skips(
        supports, "typography", "fontFamily"
    ):
        props["class"] = _with_class(props, f"has-{kebab_case(str(a['fontFamily']))}-font-family")


def _font_size(props: Props, supports: Supports, a: Attributes) -> None:
    if has_support(supports, "typography.fontSize") and not _skips(supports, "typography", "fontSize"):
        props["class"] = _with_class(props, font_size_class(a["fontSize"]))


_PRINTED: tuple[tuple[tuple[str, ...], Callable[[Props, Supports, Attributes], None]], ...] = (
    (("align",), _align),
    (("style",), _text_align),
    (("anchor",), _anchor),
    (("ariaLabel",), _aria_label),
    (("className",), _class_name),
    (("borderColor", "style"), _border),
    (("fitText",), _fit_text),
    (("backgroundColor", "textColor", "gradient", "style"), _color),
    (("style",), _style),
    (("fontFamily",), _font_family),
    (("fontSize", "style", "fitText"), _font_size),
)
_PRINTED_KEYS = frozenset(key for needed, _ in _PRINTED for key in needed)
_SKIPPABLE = (
    ("__experimentalBorder", "border"),
    ("color", "color"),
    ("typography", "typography"),
    ("dimensions", "dimensions"),
    ("spacing", "spacing"),
    ("shadow", "shadow"),
)


def _skips_all(supports: Supports, feature_set: str) -> bool:
    """Whether `shouldSkipSerialization()` is true without a feature: a list of features counts in no part."""
    skipped = support(supports, f"{feature_set}.__experimentalSkipSerialization")
    return bool(skipped) and not isinstance(skipped, list | tuple)


def _skips(supports: Supports, feature_set: str, feature: str) -> bool:
    """Whether a support is printed by the block itself, or the server (`shouldSkipSerialization()`)."""
    skipped = support(supports, f"{feature_set}.__experimentalSkipSerialization")
    return feature in skipped if isinstance(skipped, list | tuple) else bool(skipped)


def _without(style: Mapping[str, Any], part: str, skipped: object) -> Mapping[str, Any]:
    if skipped is True:
        return {name: value for name, value in style.items() if name != part}
    if isinstance(skipped, list | tuple) and isinstance(style.get(part), Mapping):
        gone = {"gradient" if feature == "gradients" else feature for feature in skipped}
        return {**style, part: {name: value for name, value in style[part].items() if name not in gone}}
    return style


def _with_class(props: Props, name: str | None) -> str | None:
    names = dict.fromkeys([*(props.get("class") or "").split(), *((name,) if name else ())])
    return " ".join(names) or None


# -------------------------------------------------------------------- for blocks that print their supports elsewhere


def color_class(context: str, slug: object) -> str | None:
    """The class of a colour of the palette, `has-base-background-color`; None without one (`getColorClassName()`)."""
    return f"has-{kebab_case(str(slug))}-{context}" if slug else None


def gradient_class(slug: object) -> str | None:
    """The class of a gradient of the theme; None without one."""
    return f"has-{slug}-gradient-background" if slug else None


def font_size_class(slug: object) -> str | None:
    """The class of a font size of the theme; None without one (`getFontSizeClass()`)."""
    return f"has-{kebab_case(str(slug))}-font-size" if slug else None


def border(a: Attributes) -> Props:
    """Class and style of the border (`getBorderClassesAndStyles()`)."""
    return {"class": _border_classes(a) or None, "style": css_properties(a["style"], ("border",))}


def _border_classes(a: Attributes) -> str:
    return classes(
        (a["borderColor"] or inside(a["style"], "border", "color")) and "has-border-color",
        color_class("border-color", a["borderColor"]),
    )


def colors(a: Attributes) -> Props:
    """Class and style of the colours (`getColorClassesAndStyles()`)."""
    color = inside(a["style"], "color") or {}
    gradient = color.get("gradient")
    names = classes(
        color_class("color", a["textColor"]),
        gradient_class(a["gradient"]),
        not (a["gradient"] or gradient) and color_class("background-color", a["backgroundColor"]),
        (a["textColor"] or color.get("text")) and "has-text-color",
        (a["backgroundColor"] or color.get("background") or a["gradient"] or gradient) and "has-background",
        inside(a["style"], "elements", "link", "color") and "has-link-color",
    )
    return {"class": names or None, "style": css_properties(a["style"], ("color",))}


def spacing(a: Attributes) -> Props:
    """Style of margin and padding (`getSpacingClassesAndStyles()`)."""
    return {"style": css_properties(a["style"], ("spacing",))}


def shadow(a: Attributes) -> Props:
    """Style of the shadow (`getShadowClassesAndStyles()`)."""
    return {"style": css_properties(a["style"], ("shadow",))}


def typography(a: Attributes) -> Props:
    """Class and style of the type (`getTypographyClassesAndStyles()`)."""
    chosen = inside(a["style"], "typography", "textAlign")
    names = classes(
        a["fontFamily"] and f"has-{kebab_case(str(a['fontFamily']))}-font-family",
        chosen and f"has-text-align-{chosen}",
        font_size_class(a["fontSize"]),
    )
    return {"class": names, "style": css_properties(a["style"], ("typography",))}


def inside(value: Any, *keys: str) -> Any:
    """What stands in nested objects under these keys, None where anything is missing."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def printed(value: object) -> Raw:
    """Rich text, a string of HTML, or a list of texts and elements, as it is printed (`RichText.Content`)."""
    if isinstance(value, RichText):
        return Raw("" if is_empty(value) else value.html)
    if isinstance(value, list):
        return Raw(html_of_children(value))
    return Raw(value) if isinstance(value, str) else Raw(html_of(value))


def is_empty(value: object) -> bool:
    """Whether rich text is empty (`RichText.isEmpty()`): white space alone is, a picture or a line break is not."""
    if not isinstance(value, RichText):
        return not value
    if _TEXT_AT_START.match(value.html):
        return False
    if "<" not in value.html:
        return not value.html.strip(" \t\r\n")
    return not (value.text.strip(" \t\r\n") or _SOMETHING_BUT_TEXT.search(value.html))


def saved(shape: Any, name: str, attributes: Attributes, inner: str = "") -> str | None:
    """The HTML that a shape gives to attributes (`getSaveContent()`), around the HTML of the blocks inside.

    None where the shape does not say how it is saved.
    """
    root = Root(name, shape.supports, attributes, inner)
    made = shape.save(attributes, root)
    if made is None:
        return ""
    if made is NOT_SAID:
        return None
    if shape.api_version < 2 and isinstance(made, Element) and made.tag is not None:
        made = Element(made.tag, root(made.attributes), made.content)
    return html_of(made)
