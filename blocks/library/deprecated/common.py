"""Migrations that several blocks share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blocks.model.saved import Attributes


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
