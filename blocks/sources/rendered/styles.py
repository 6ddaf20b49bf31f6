"""Inline CSS read back into the attribute `style` (the inverse of `getCSSRules()` of @wordpress/style-engine)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

_SIDES: Final = ("top", "right", "bottom", "left")

PATHS: Final[dict[str, tuple[str, ...]]] = {
    "border-color": ("border", "color"),
    "border-style": ("border", "style"),
    "border-width": ("border", "width"),
    "border-radius": ("border", "radius"),
    "border-top-left-radius": ("border", "radius", "topLeft"),
    "border-top-right-radius": ("border", "radius", "topRight"),
    "border-bottom-left-radius": ("border", "radius", "bottomLeft"),
    "border-bottom-right-radius": ("border", "radius", "bottomRight"),
    **{
        f"border-{side}-{what}": ("border", side, what)
        for side in _SIDES
        for what in ("color", "style", "width")
    },
    "color": ("color", "text"),
    "background": ("color", "gradient"),
    "background-color": ("color", "background"),
    "min-height": ("dimensions", "minHeight"),
    "margin": ("spacing", "margin"),
    "padding": ("spacing", "padding"),
    **{f"{what}-{side}": ("spacing", what, side) for what in ("margin", "padding") for side in _SIDES},
    "font-family": ("typography", "fontFamily"),
    "font-size": ("typography", "fontSize"),
    "font-style": ("typography", "fontStyle"),
    "font-weight": ("typography", "fontWeight"),
    "letter-spacing": ("typography", "letterSpacing"),
    "line-height": ("typography", "lineHeight"),
    "column-count": ("typography", "textColumns"),
    "text-decoration": ("typography", "textDecoration"),
    "text-transform": ("typography", "textTransform"),
    "writing-mode": ("typography", "writingMode"),
    "box-shadow": ("shadow",),
}  # fmt: skip
"""Where in `style` the value of a CSS property stands."""

_PRESET: Final = re.compile(r"var\(\s*--wp--preset--([a-z-]+?)--([^(),\s]+)\s*\)")
_CUSTOM: Final = re.compile(r"var\(\s*--wp--custom--([^(),\s]+)\s*\)")
_CLAMP: Final = re.compile(
    r"clamp\(\s*[\d.]+(?:px|rem|em), [\d.]+(?:px|rem|em) \+ "
    r"\(\(1vw - -?[\d.]+(?:px|rem|em)\) \* -?[\d.]+\), ([\d.]+(?:px|rem|em))\)"
)


def declarations(css: str) -> list[tuple[str, str]]:
    """Properties and values, in order. Semicolons in quotes and in brackets part nothing."""
    return [
        (name.strip().lower(), value.strip())
        for name, _, value in (one.partition(":") for one in _split(css))
        if value.strip()
    ]


def _split(css: str) -> Iterator[str]:
    start = depth = 0
    at = 0
    while at < len(css):
        sign = css[at]
        if sign in "\"'":
            end = css.find(sign, at + 1)
            at = len(css) if end < 0 else end
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth = max(0, depth - 1)
        elif sign == ";" and not depth:
            yield css[start:at]
            start = at + 1
        at += 1
    yield css[start:]


def value_of(css: str) -> str:
    """A value as the attribute has it: a preset of the theme as `var:preset|color|base`."""
    found = _PRESET.fullmatch(css)
    if found:
        return f"var:preset|{found[1]}|{found[2]}"
    custom = _CUSTOM.fullmatch(css)
    return f"var:custom|{custom[1].replace('--', '|')}" if custom else css


def style_of(css: str, parts: tuple[str, ...]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """The attribute `style` that prints these declarations, as far as they are of `parts` of it, and the others."""
    style: dict[str, Any] = {}
    others: list[tuple[str, str]] = []
    for name, value in declarations(css):
        path = PATHS.get(name)
        if path is None or path[0] not in parts or not _put(style, path, value_of(value)):
            others.append((name, value))
    return style, others


def _put(style: dict[str, Any], path: tuple[str, ...], value: str) -> bool:
    inside: Any = style
    for key in path[:-1]:
        inside = inside.setdefault(key, {})
        if not isinstance(inside, dict):
            return False
    inside[path[-1]] = value
    return True


_BACKGROUND: Final = re.compile(
    r"(?:^|;)\s*background-image:url\('([^']*)'\);(?:background-(size|position|repeat|attachment):[^;]+;)*$"
)
_RATIO: Final = re.compile(r"(?:^|;)\s*(?:aspect-ratio:([\d./ ]+|auto);min-height:unset;|aspect-ratio:unset;)$")


@dataclass(frozen=True, slots=True)
class Saved:
    """A style as it was saved, and what the server had added: a background, an aspect ratio."""

    css: str
    background: dict[str, Any] | None = None
    aspect_ratio: str | None = None


def as_saved(css: str) -> Saved:
    """A style without what rendering adds to it: fluid font sizes, backgrounds, aspect ratios.

    What is saved does not end in a semicolon; what the server adds does.
    """
    background = ratio = None
    if found := _BACKGROUND.search(css):
        image: dict[str, Any] = {"backgroundImage": {"url": found[1]}}
        for name, value in declarations(found[0]):
            if name != "background-image" and (name, value) != ("background-size", "cover"):
                image[f"background{name[11:].title()}"] = value
        background, css = image, css[: found.start()]
    if found := _RATIO.search(css):
        ratio, css = found[1], css[: found.start()]
    fluid = _CLAMP.search(css)
    if fluid is not None and css[: fluid.start()].rstrip()[-10:] == "font-size:":
        rest = css[fluid.end() :]
        css = css[: fluid.start()] + fluid[1] + ("" if rest == ";" else rest)
    return Saved(css, background, ratio)
