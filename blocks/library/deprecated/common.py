"""Migrations that several blocks share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blocks.fragment.javascript import is_true
from blocks.model.saved import Attributes, Raw, inside


def colored_by_style(
    a: Mapping[str, Any],
    *,
    text: str | None = None,
    background: str | None = None,
    gradient: str | None = None,
    font_size: str | None = None,
) -> Attributes:
    """The attributes with the colours and the font size that had attributes of their own, named here, in `style`."""
    names = {"text": text, "background": background, "gradient": gradient}
    color = {part: a.get(name) for part, name in names.items() if name is not None and a.get(name)}
    size = a.get(font_size) if font_size is not None else None
    if not color and not size:
        return Attributes(a)
    style = {"color": color or None, "typography": {"fontSize": size} if size else None}
    kept = {key: value for key, value in a.items() if key not in (*names.values(), font_size)}
    return Attributes({**kept, "style": {part: value for part, value in style.items() if value is not None}})


def font_family_by_slug(a: Attributes) -> Attributes:
    """The font family that stood in `style` as a preset, by its slug, in an attribute of its own."""
    family = inside(a["style"], "typography", "fontFamily")
    if not is_true(family):
        return a
    typography = {key: value for key, value in a["style"]["typography"].items() if key != "fontFamily"}
    style = without_empty({**a["style"], "typography": typography})
    return Attributes({**a, "style": style, "fontFamily": family.split("|")[-1]})


def has_font_family(said: Attributes) -> bool:
    """Whether a font family stands in `style`."""
    return is_true(inside(said["style"], "typography", "fontFamily"))


def without_empty(value: Mapping[str, Any]) -> dict[str, Any] | None:
    """An object without the empty objects in it, None where nothing is left of it (`cleanEmptyObject()`)."""
    whole: dict[str, Any] = {"": value}
    found: list[tuple[dict[str, Any], str]] = [(whole, "")]
    for holder, key in found:  # which grows as it is read, parents first
        holder[key] = copied = dict(holder[key])
        found += [(copied, name) for name, one in copied.items() if isinstance(one, Mapping)]
    for holder, key in reversed(found):
        if not holder[key]:
            del holder[key]
    return whole.get("")


def lines(value: str | None, tag: str) -> Raw:
    """The HTML of lines, each in a `tag`, as it was saved: one at least (`RichText.Content` with `multiline`)."""
    return Raw(value or f"<{tag}></{tag}>")
