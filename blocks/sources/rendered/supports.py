"""Classes and inline styles of an element read back into the attributes of block supports.

What the editor's hooks print on the outermost element (blocks/model/saved.py), taken the other way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from blocks.model.saved import default_class
from blocks.model.supports import (
    ALIGNMENTS,
    Supports,
    has_border_color,
    has_color,
    has_gradient,
    has_layout,
    has_support,
    support,
)
from blocks.sources.rendered.noise import LAYOUT, noise_among
from blocks.sources.rendered.styles import as_saved, style_of
from blocks.sources.rendered.tree import Node

_TEXT_ALIGN: Final = re.compile(r"has-text-align-(left|center|right)")
_SLUGS: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"has-(.+)-gradient-background"), "gradient"),
    (re.compile(r"has-(?!icon-background-)(.+)-background-color"), "backgroundColor"),
    (re.compile(r"has-(.+)-border-color"), "borderColor"),
    (re.compile(r"has-(.+)-font-size"), "fontSize"),
    (re.compile(r"has-(.+)-font-family"), "fontFamily"),
    (re.compile(r"has-(?!text-|link-|border-|icon-|inline-)(.+)-color"), "textColor"),
)
_FLAGS: Final = frozenset(
    ("has-text-color", "has-background", "has-link-color", "has-border-color", "has-custom-font-size")
)
STYLED: Final = ("border", "color", "dimensions", "spacing", "typography", "shadow")
"""The parts of `style` that become inline CSS."""


@dataclass(slots=True)
class Look:
    """What classes and style of an element say: attributes, and the classes and declarations that say something else.

    `flags` are the classes that follow from attributes, such as `has-background`.
    """

    attributes: dict[str, Any] = field(default_factory=dict)
    classes: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    others: list[tuple[str, str]] = field(default_factory=list)

    def taken(self, *names: str) -> list[str]:
        """Those of `names` that are among the classes, which lose them."""
        found = [name for name in names if name in self.classes]
        self.classes = [name for name in self.classes if name not in found]
        return found

    def match(self, pattern: str) -> re.Match[str] | None:
        """The first class that a pattern matches whole; the classes lose it."""
        for name in self.classes:
            if found := re.fullmatch(pattern, name):
                self.classes.remove(name)
                return found
        return None

    def declared(self, name: str) -> str | None:
        """The value of a declaration that no support has."""
        return next((value for key, value in self.others if key == name), None)

    @property
    def style(self) -> dict[str, Any]:
        """The attribute `style`, made where it is not there yet."""
        value: dict[str, Any] = self.attributes.setdefault("style", {})
        return value

    def finish(self) -> dict[str, Any]:
        """The attributes, with the classes that are left over as `className`."""
        names = [name for name in self.classes if name not in _FLAGS or name not in self.flags]
        if names:
            self.attributes["className"] = " ".join(names)
        if not self.attributes.get("style", True):
            del self.attributes["style"]
        return self.attributes


def look(
    name: str,
    supports: Supports,
    node: Node,
    declared: Iterable[str] = (),
    parts: tuple[str, ...] = STYLED,
    root: Node | None = None,
) -> Look:
    """What an element of a block says, by default the outermost one; else that is `root`.

    `declared` are the attributes that the type declares itself.
    """
    classes = node.classes
    found = Look()
    noise = noise_among(classes)
    found.classes = [one for one in dict.fromkeys(classes) if one != default_class(name) and one not in noise]
    _align(found, supports)
    _text_align(found, supports, set(declared))
    if has_support(supports, "anchor") and (anchor := node.get("id")):
        found.attributes["anchor"] = anchor
    if has_support(supports, "ariaLabel") and (label := node.get("aria-label")):
        found.attributes["ariaLabel"] = label
    paint(found, supports)
    saved = as_saved(node.get("style") or "")
    style, found.others = style_of(saved.css, parts)
    if saved.aspect_ratio is not None:
        found.taken("has-aspect-ratio")
        style["dimensions"] = {"aspectRatio": saved.aspect_ratio}
    if saved.background is not None:
        style["background"] = saved.background
        if not any(key in found.attributes for key in ("backgroundColor", "gradient")) and "color" not in style:
            found.flags.add("has-background")
    if "is-position-sticky" in classes:
        style["position"] = {"type": "sticky", "top": "0px"}
    _add_style(found, style)
    prints_elements = support(supports, "color.__experimentalSkipSerialization") is not True
    has_elements = any(one.startswith("wp-elements-") for one in (root or node).classes)
    _link_color(found, has_elements or not prints_elements)
    if has_support(supports, "filter.duotone"):
        _duotone(found, classes)
    if has_support(supports, "typography.fitText") and found.taken("has-fit-text"):
        found.attributes["fitText"] = True
    return found


def _align(found: Look, supports: Supports) -> None:
    allowed = support(supports, "align")
    for name in list(found.classes):
        side = name.removeprefix("align")
        if name.startswith("align") and side in ALIGNMENTS and (allowed is True or (allowed and side in allowed)):
            found.classes.remove(name)
            found.attributes["align"] = side
            return


def _text_align(found: Look, supports: Supports, declared: set[str]) -> None:
    for name in found.classes:
        said = _TEXT_ALIGN.fullmatch(name)
        if said is None:
            continue
        if "textAlign" in declared:
            found.attributes["textAlign"] = said[1]
        elif "align" in declared:
            found.attributes["align"] = said[1]
        elif support(supports, "typography.textAlign"):
            found.style.setdefault("typography", {})["textAlign"] = said[1]
        else:
            return
        found.classes.remove(name)
        return


def paint(found: Look, supports: Supports) -> None:
    """The presets that the classes name: colours, gradients, sizes, fonts."""
    with_color, bordered = has_color(supports), has_border_color(supports)
    allowed = {
        "gradient": with_color and has_gradient(supports),
        "backgroundColor": with_color,
        "textColor": with_color,
        "borderColor": bordered,
        "fontSize": has_support(supports, "typography.fontSize"),
        "fontFamily": has_support(supports, "typography.__experimentalFontFamily"),
    }
    for name in list(found.classes):
        if name in _FLAGS:
            found.flags.add(name)
            continue
        for pattern, key in _SLUGS:
            said = pattern.fullmatch(name)
            if said is None:
                continue
            if allowed[key] and key not in found.attributes:
                found.attributes[key] = said[1]
                found.classes.remove(name)
            break
    if has_support(supports, "typography.fontSize") is False:
        found.flags.discard("has-custom-font-size")


def _add_style(found: Look, style: dict[str, Any]) -> None:
    if style:
        said = found.style
        for part, value in style.items():
            said[part] = {**said[part], **value} if isinstance(said.get(part), dict) else value


def _link_color(found: Look, has_elements: bool) -> None:
    """The colour of links is not printed; where one is set, the editor gave it that of the text."""
    if "has-link-color" not in found.flags:
        return
    if not has_elements:
        found.flags.discard("has-link-color")
        return
    text = found.attributes.get("textColor")
    color = f"var:preset|color|{text}" if text else found.attributes.get("style", {}).get("color", {}).get("text")
    if color:
        said = found.attributes.pop("style", {})
        found.attributes["style"] = {"elements": {"link": {"color": {"text": color}}}, **said}
    else:
        found.flags.discard("has-link-color")


def _duotone(found: Look, classes: list[str]) -> None:
    """The filter of a picture, which the class names: a preset, or its colours."""
    for one in classes:
        said = _DUOTONE.fullmatch(one)
        if said is None:
            continue
        colors = said["colors"].split("-") if said["colors"] else []
        value: Any = [f"#{color}" for color in colors] if colors else f"var:preset|duotone|{said['slug']}"
        if said["slug"] and re.fullmatch(r"unset-\d+", said["slug"]):
            value = "unset"
        found.style.setdefault("color", {})["duotone"] = value


_DUOTONE: Final = re.compile(
    r"wp-duotone-(?:(?P<colors>(?:[0-9a-f]{3}|[0-9a-f]{6})(?:-(?:[0-9a-f]{3}|[0-9a-f]{6}))+)-\d+|(?P<slug>[a-z0-9-]+))"
)


def layout(supports: Supports, classes: list[str]) -> dict[str, Any] | None:
    """The attribute `layout`, as far as classes around the inner blocks tell it; None for the default."""
    if not has_layout(supports):
        return None
    kind = next((found[1] for one in classes if (found := LAYOUT.fullmatch(one))), None)
    default = support(supports, "layout.default") or support(supports, "__experimentalLayout.default") or {}
    said: dict[str, Any] = {}
    if "is-nowrap" in classes:
        said["flexWrap"] = "nowrap"
    if "is-vertical" in classes:
        said["orientation"] = "vertical"
    elif "is-horizontal" in classes:
        said["orientation"] = "horizontal"
    justified = next((one for one in classes if one.startswith("is-content-justification-")), None)
    if justified:
        said["justifyContent"] = justified.removeprefix("is-content-justification-")
    kind = {"flow": "default"}.get(kind or "", kind)
    if kind is None or (not said and kind == default.get("type", "default")):
        return None
    return {"type": kind, **said}
