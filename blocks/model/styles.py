"""The attribute `style` as CSS: which value becomes which property (`getCSSRules()` of @wordpress/style-engine)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final
from urllib.parse import quote, unquote

_SIDES: Final = ("top", "right", "bottom", "left")
_CORNERS: Final = ("topLeft", "topRight", "bottomLeft", "bottomRight")

# Paths in `style` and the property that each becomes, in the order in which they are written. One with `%s` stands for
# a value that may be given side by side: the property for all, that for one side, and the sides.
_RULES: Final[tuple[tuple[str, str] | tuple[str, str, str, tuple[str, ...]], ...]] = (
    ("border.color", "borderColor"),
    ("border.style", "borderStyle"),
    ("border.width", "borderWidth"),
    ("border.radius", "borderRadius", "border%sRadius", _CORNERS),
    *((f"border.{side}.{what}", f"border{side.title()}{what.title()}")
      for side in _SIDES for what in ("color", "style", "width")),
    ("color.text", "color"),
    ("color.gradient", "background"),
    ("color.background", "backgroundColor"),
    ("dimensions.minHeight", "minHeight"),
    ("dimensions.aspectRatio", "aspectRatio"),
    ("outline.color", "outlineColor"),
    ("outline.style", "outlineStyle"),
    ("outline.offset", "outlineOffset"),
    ("outline.width", "outlineWidth"),
    ("spacing.margin", "margin", "margin%s", _SIDES),
    ("spacing.padding", "padding", "padding%s", _SIDES),
    ("typography.fontFamily", "fontFamily"),
    ("typography.fontSize", "fontSize"),
    ("typography.fontStyle", "fontStyle"),
    ("typography.fontWeight", "fontWeight"),
    ("typography.letterSpacing", "letterSpacing"),
    ("typography.lineHeight", "lineHeight"),
    ("typography.textColumns", "columnCount"),
    ("typography.textDecoration", "textDecoration"),
    ("typography.textTransform", "textTransform"),
    ("typography.writingMode", "writingMode"),
    ("shadow", "boxShadow"),
    ("background.backgroundImage", "backgroundImage"),
    ("background.backgroundPosition", "backgroundPosition"),
    ("background.backgroundRepeat", "backgroundRepeat"),
    ("background.backgroundSize", "backgroundSize"),
    ("background.backgroundAttachment", "backgroundAttachment"),
)  # fmt: skip
_SPLIT: Final = tuple((tuple(rule[0].split(".")), rule) for rule in _RULES)

_VARIABLE: Final = "var:"
_SLUG_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[0-9])(?=[a-z])|(?<=[A-Za-z])(?=[0-9])|(?<=[A-Z])(?=[A-Z][a-z])")
_NAME_WORDS = (
    re.compile(r"(?!(?:1ST|2ND|3RD|[4-9]TH)(?![a-z]))([a-z0-9])([A-Z])"),
    re.compile(r"(?!(?:1st|2nd|3rd|[4-9]th)(?![a-z]))([0-9])([a-z])"),
    re.compile(r"([A-Za-z])([0-9])"),
    re.compile(r"([A-Z])([A-Z][a-z])"),
)
_NO_WORD = re.compile(r"[^A-Za-z0-9]+")
_URI_SAFE: Final = ";,/?:@&=+$-_.!~*'()#"


def css_properties(style: object, only: tuple[str, ...] | None = None) -> dict[str, Any]:
    """The CSS properties, named as in JavaScript, that a `style` sets, or `only` some parts of it, such as `border`."""
    if not isinstance(style, Mapping) or not style:
        return {}
    out: dict[str, Any] = {}
    for path, rule in _SPLIT:
        if path[0] not in style or (only is not None and path[0] not in only):
            continue
        value: Any = style
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        if value:
            out.update(_declarations(value, rule))
    return out


def _declarations(value: Any, rule: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    if len(rule) == 2:
        if rule[1] == "backgroundImage" and isinstance(value, Mapping):
            if url := value.get("url"):
                yield rule[1], f"url( '{quote(_decoded(str(url)), safe=_URI_SAFE)}' )"
            return
        yield rule[1], css_value(value)
    elif isinstance(value, str):
        yield rule[1], css_value(value)
    elif isinstance(value, Mapping):
        for side in rule[3]:
            if one := css_value(value.get(side)):
                yield rule[2].replace("%s", side[0].upper() + side[1:]), one


def css_value(value: Any) -> Any:
    """A value as CSS has it: `var:preset|color|base` is `var(--wp--preset--color--base)`; any other as it is."""
    if isinstance(value, str) and value.startswith(_VARIABLE):
        return f"var(--wp--{'--'.join(_slug(part) for part in value[len(_VARIABLE) :].split('|'))})"
    return value


@lru_cache(maxsize=1024)
def _slug(text: str) -> str:
    return _joined(_SLUG_WORDS.sub("\0", text))


@lru_cache(maxsize=1024)
def kebab_case(text: str) -> str:
    """The slug of a preset as it stands in class names (`kebabCase()`, `_wp_to_kebab_case()`)."""
    text = re.sub("['\u2019]", "", text, count=1)
    for pattern in _NAME_WORDS:
        text = pattern.sub("\\1\0\\2", text)
    return _joined(text)


def _joined(text: str) -> str:
    return _NO_WORD.sub("-", text).strip("-").lower()


def _decoded(uri: str) -> str:
    """The rule of `decodeURI()`: characters with a meaning in addresses stay encoded, what is no UTF-8 stays all."""
    kept = re.sub(r"%(?=2[346bcfBCF]|3[abdfABDF]|40)", "%25", uri)
    try:
        return unquote(kept, errors="strict")
    except UnicodeDecodeError:
        return uri
