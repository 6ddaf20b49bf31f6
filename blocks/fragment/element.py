"""Elements to be written as HTML, as the editor writes what blocks save (`renderToString()` of @wordpress/element).

    element("a", {"class": classes("button", wide and "is-wide"), "href": url}, text)

An attribute that is None or False is left out; `style` is a mapping of CSS properties, by their names in JavaScript
(`minHeight`) or CSS; content is elements, `RichText` and `Raw` as they are, and text, which is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from blocks.fragment.javascript import number_text
from blocks.fragment.rich_text import RichText

_WRITTEN_WITHOUT_END: Final = frozenset(
    "area base br col command embed hr img input keygen link meta param source track wbr".split()  # noqa: SIM905
)
BOOLEAN_ATTRIBUTES: Final = frozenset(
    """
    allowfullscreen allowpaymentrequest allowusermedia async autofocus autoplay checked controls default defer disabled
    download formnovalidate hidden ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly
    required reversed selected typemustmatch
    """.split()  # noqa: SIM905
)
_UNITLESS: Final = frozenset(
    """
    animation animationIterationCount baselineShift borderImageOutset borderImageSlice borderImageWidth columnCount cx
    cy fillOpacity flexGrow flexShrink floodOpacity fontWeight gridColumnEnd gridColumnStart gridRowEnd gridRowStart
    lineHeight opacity order orphans r rx ry shapeImageThreshold stopOpacity strokeDasharray strokeDashoffset
    strokeMiterlimit strokeOpacity strokeWidth tabSize widows x y zIndex zoom
    """.split()  # noqa: SIM905
)
_LONE_AMPERSAND = re.compile(r"&(?!(?:[a-z0-9]++|#[0-9]++|#x[a-f0-9]++);)", re.IGNORECASE)
_BEFORE_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NO_WORD = re.compile(r"[^A-Za-z0-9]+")


class Raw(str):
    """HTML that is printed as it is."""

    __slots__ = ()


@dataclass(slots=True)
class Element:
    """An element to be written; None for the tag is the content alone."""

    tag: str | None
    attributes: dict[str, Any]
    content: tuple[object, ...]

    def __str__(self) -> str:
        return html_of(self)


def element(tag: str | None, attributes: Mapping[str, Any] | None = None, *content: object) -> Element:
    """An element to be written."""
    return Element(tag, dict(attributes) if attributes else {}, content)


def classes(*names: object) -> str:
    """The class names that are not empty, None or False, in order; nested lists are flattened."""
    out: list[str] = []
    for name in names:
        if isinstance(name, str):
            if name:
                out.append(name)
        elif isinstance(name, list | tuple):
            if inner := classes(*name):
                out.append(inner)
        elif isinstance(name, int | float) and not isinstance(name, bool) and name:
            out.append(number_text(name))
    return " ".join(out)


def html_of(content: object) -> str:  # noqa: PLR0911 - a return for each kind of content
    """The HTML of an element, of a text (escaped), or of nothing (None, a boolean)."""
    if isinstance(content, Element):
        inner = "".join([html_of(one) for one in content.content])
        if content.tag is None:
            return inner
        start = f"<{content.tag}{_written_attributes(content.attributes)}" if content.attributes else f"<{content.tag}"
        return f"{start}/>" if content.tag in _WRITTEN_WITHOUT_END else f"{start}>{inner}</{content.tag}>"
    if isinstance(content, Raw):
        return content
    if isinstance(content, RichText):
        return content.html
    if isinstance(content, str):
        return _LONE_AMPERSAND.sub("&amp;", content).replace("<", "&lt;")
    if content is None or isinstance(content, bool):
        return ""
    if isinstance(content, int | float):
        return number_text(content)
    return "".join([html_of(one) for one in content]) if isinstance(content, Iterable) else ""


def _written_attributes(attributes: Mapping[str, Any]) -> str:
    out: list[str] = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        if name == "style" and isinstance(value, Mapping):
            value = style_text(value)  # noqa: PLW2901
            if not value:
                continue
        if name in BOOLEAN_ATTRIBUTES:
            out.append(f" {name}")
        elif isinstance(value, str):
            out.append(f' {name}="{_escaped_value(value)}"')
        elif value is True:
            if name.startswith(("data-", "aria-")):
                out.append(f' {name}="true"')
        elif isinstance(value, int | float):
            out.append(f' {name}="{number_text(value)}"')
        elif isinstance(value, RichText):
            out.append(f' {name}="{_escaped_value(value.html)}"')
    return "".join(out)


def _escaped_value(value: str) -> str:
    if "&" in value:
        value = _LONE_AMPERSAND.sub("&amp;", value)
    return value.replace('"', "&quot;").replace(">", "&gt;")


def style_text(style: Mapping[str, Any]) -> str:
    """CSS declarations as the editor writes them: `min-height:2px;color:red`. None counts as absent."""
    return ";".join(f"{css_name(name)}:{_css_value(name, value)}" for name, value in style.items() if value is not None)


@lru_cache(maxsize=512)
def css_name(name: str) -> str:
    """The CSS property for a name in JavaScript: `min-height` for `minHeight`."""
    if name.startswith("--"):
        return name
    kebab = "-".join(_NO_WORD.split(_BEFORE_CAPITAL.sub("-", name))).strip("-").lower()
    return f"-{kebab}" if name.startswith(("ms", "O", "Moz", "Webkit")) else kebab


def _css_value(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        unit = "px" if value and not name.startswith("--") and name not in _UNITLESS else ""
        return number_text(value) + unit
    return str(value)
