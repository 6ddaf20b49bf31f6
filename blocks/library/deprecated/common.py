"""Migrations that several blocks share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blocks.model.saved import Attributes


def colored_by_style(
    a: Mapping[str, Any], *, text: str | None = None, background: str | None = None, gradient: str | None = None
) -> Attributes:
    """The attributes with the colours that stood in attributes of their own, named here, in `style`."""
    names = {"text": text, "background": background, "gradient": gradient}
    color = {part: a.get(name) for part, name in names.items() if name is not None and a.get(name)}
    if not color:
        return Attributes(a)
    kept = {key: value for key, value in a.items() if key not in names.values()}
    return Attributes({**kept, "style": {"color": color}})
