"""`safecss_filter_attr()`: the declarations of a style attribute that WordPress lets through."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from blocks.formatting.php.strings import trim
from blocks.formatting.protocols import without_bad_protocol, without_nulls


def _sides(pattern: str, *sides: str) -> list[str]:
    return [pattern.replace("*", side) for side in sides]


_EDGES = ("top", "right", "bottom", "left")
_LOGICAL = ("block-start", "block-end", "inline-start", "inline-end")

ALLOWED: Final = frozenset(
    [
        *("background", "border", "color", "columns", "filter", "flex", "float", "font", "gap", "height", "width"),
        *("clear", "cursor", "direction", "margin", "opacity", "overflow", "padding", "position", "z-index", *_EDGES),
        *_sides("background-*", "color", "image", "position", "repeat", "size", "attachment", "blend-mode"),
        *_sides("border-*", "radius", "width", "color", "style", "spacing", "collapse", *_EDGES),
        *(f"border-{edge}-{what}" for edge in _EDGES for what in ("color", "style", "width")),
        *_sides("border-*-radius", "top-left", "top-right", "bottom-left", "bottom-right"),
        *_sides("column-*", "count", "fill", "gap", "rule", "span", "width"),
        *_sides("font-*", "family", "size", "style", "variant", "weight"),
        *_sides("text-*", "align", "decoration", "indent", "transform"),
        *_sides("m*-height", "in", "ax"),
        *_sides("m*-width", "in", "ax"),
        *_sides("margin-*", *_EDGES, *_LOGICAL),
        *_sides("padding-*", *_EDGES, *_LOGICAL),
        *_sides("flex-*", "basis", "direction", "flow", "grow", "shrink", "wrap"),
        *_sides("grid-*", "template-columns", "template-rows", "auto-columns", "auto-rows", "gap"),
        *_sides("grid-column*", "", "-start", "-end", "-gap"),
        *_sides("grid-row*", "", "-start", "-end", "-gap"),
        *_sides("justify-*", "content", "items", "self"),
        *_sides("align-*", "content", "items", "self"),
        *_sides("object-*", "fit", "position"),
        *("aspect-ratio", "box-shadow", "caption-side", "container-type", "letter-spacing", "line-height"),
        *("list-style-type", "row-gap", "vertical-align", "white-space", "writing-mode"),
    ]
)
"""The properties that a style may set; custom properties beside them."""

_WITH_URL: Final = frozenset({"background", "background-image", "cursor", "filter", "list-style", "list-style-image"})
_WITH_GRADIENT: Final = frozenset({"background", "background-image"})
_CUSTOM = re.compile(r"--[a-zA-Z0-9_-]+\Z")
_GRADIENT = re.compile(
    r"(?:repeating-)?(?:linear|radial|conic)-gradient\((?:[^()]*+(?:(?<=rgb)|(?<=rgba))\([^()]*+\))*+[^()]*+\)\Z"
)
_FUNCTION = re.compile(r"\b(?:var|calc|min|max|minmax|clamp|repeat)(?=\()", re.ASCII)
_PARENTHESIS = re.compile(r"[()]")
_UNSAFE = re.compile(r"[\\(&=}]|/\*")
_BLANKS = " \t\n\v\f\r"
_MANY_ADDRESSES = 100


@lru_cache(maxsize=4096)
def safecss_filter_attr(css: str) -> str:
    """`css`, a style attribute's value, with the declarations that are safe, joined by `;`.

    A property must be in `ALLOWED` or custom; `url()` must have an allowed protocol. Apart from such addresses,
    gradients and functions of sizes, a value may hold no `(`, backslash, `&`, `=`, `}` and no comment.
    """
    css = without_nulls(css).replace("\n", "").replace("\r", "").replace("\t", "")
    out = ""
    for part in trim(css).split(";"):
        if not part:
            continue
        declaration = trim(part)
        if _is_safe(declaration):
            out = f"{out};{declaration}" if out else declaration
    return out


def _is_safe(declaration: str) -> bool:
    name, colon, value = declaration.partition(":")
    rest = declaration
    if colon:
        name = trim(name)
        is_custom = _CUSTOM.match(name) is not None
        if not is_custom and name not in ALLOWED:
            return False
        trimmed = trim(value)
        if trimmed.startswith("url(") if is_custom else name in _WITH_URL:
            addressless = _without_addresses(rest, value)
            if addressless is None:
                return False
            rest = addressless
        if ("-gradient(" in trimmed if is_custom else name in _WITH_GRADIENT) and _GRADIENT.match(trimmed):
            rest = rest.replace(trimmed, "")
    if "(" in rest:
        rest = _without_functions(rest)
    return not _UNSAFE.search(rest)


def _without_addresses(declaration: str, value: str) -> str | None:
    """The declaration without its `url(…)`; None where one of them is empty, or has a protocol that is not allowed."""
    matches = _addresses(value)
    for match in dict.fromkeys(matches):
        address = trim(_address(match))
        if address in {"", "0"} or without_bad_protocol(address) != address:
            return None
    if len(matches) > _MANY_ADDRESSES:  # one pass over a text that is meant to be slow
        return re.sub(r"url\([^)]++\)", "", declaration)
    for match in matches:
        declaration = declaration.replace(match, "")
    return declaration


def _addresses(value: str) -> list[str]:
    """Every `url(…)` with something up to the first closing parenthesis."""
    found = []
    place = value.find("url(")
    while place >= 0:
        end = value.find(")", place + 4)
        if end < 0:
            break
        if end > place + 4:
            found.append(value[place : end + 1])
        place = value.find("url(", end)
    return found


def _address(match: str) -> str:
    inner = match[4:-1].lstrip(_BLANKS)
    if inner[:1] in {"'", '"'}:
        unblanked = inner.rstrip(_BLANKS)
        if len(unblanked) > 1 and unblanked[-1] == inner[0]:
            return unblanked[1:-1]
    return inner


def _without_functions(text: str) -> str:
    """Without `var(…)`, `calc(…)` and their like, outermost ones, parentheses inside balanced."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for parenthesis in _PARENTHESIS.finditer(text):
        if parenthesis[0] == "(":
            opened.append(parenthesis.start())
        elif opened:
            ends[opened.pop()] = parenthesis.end()
    out: list[str] = []
    place = 0
    for function in _FUNCTION.finditer(text):
        end = ends.get(function.end())
        if end is not None and function.start() >= place:
            out.append(text[place : function.start()])
            place = end
    out.append(text[place:])
    return "".join(out)
