"""Fluid typography: a font size that grows with the viewport, as `clamp()`.

    font_size_value({"size": "2rem"}, settings)    # 'clamp(1.25rem, 1.25rem + ((1vw - 0.2rem) * 0.938), 2rem)'

Only where the theme's settings, or those of the font size, say so; any other size stays as it is.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Any, Final, NamedTuple

from blocks.formatting import php

_SIZE: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?|\.[0-9]+)(rem|px|em)$")
_ROOT: Final = 16  # pixels of 1rem
_WIDEST: Final = "1600px"  # the viewport where the largest size is reached
_NARROWEST: Final = "320px"
_SMALLEST: Final = "14px"  # no size is made smaller than this
_LEAST_FACTOR: Final = 0.25
_MOST_FACTOR: Final = 0.75


class Size(NamedTuple):
    """A number and its unit."""

    value: float
    unit: str

    def __str__(self) -> str:
        return php.text(self.value) + self.unit


def font_size_value(preset: Any, settings: Any) -> Any:
    """The CSS of a font size, `{"size": …, "fluid": …}`, by a theme's settings.

    None where it has no size; the size as it is where it is not to be fluid, or cannot be
    (`wp_get_typography_font_size_value()`).
    """
    size = php.get(preset, "size")
    own = php.get(preset, "fluid")
    if own is False or php.is_empty(size):
        return size
    general = php.get(settings, "typography", "fluid")
    if php.is_empty(general) and php.is_empty(own):
        return size
    wide = php.get(settings, "layout", "wideSize")
    widest = php.get(general, "maxViewportWidth")
    if widest is None:
        widest = wide if size_of(wide) else _WIDEST
    narrowest = php.get(general, "minViewportWidth")
    limit = php.get(general, "minFontSize")
    values = (
        size,
        php.get(own, "min") or None,
        php.get(own, "max") or None,
        _NARROWEST if narrowest is None else narrowest,
        widest,
        limit if size_of(limit) else _SMALLEST,
    )
    if any(isinstance(value, dict | list) for value in values):
        return size
    fluid = _fluid(*values)
    return size if fluid is None else fluid


@lru_cache(maxsize=4096, typed=True)
def _fluid(size: Any, minimum: Any, maximum: Any, narrowest: Any, widest: Any, limit: Any) -> str | None:
    preferred = size_of(size)
    if preferred is None:
        return None
    least = size_of(limit, preferred.unit)
    if least is not None and not php.is_true(minimum) and not php.is_true(maximum) and preferred.value <= least.value:
        return None
    if not php.is_true(maximum):
        maximum = str(preferred)
    if not php.is_true(minimum):
        pixels = preferred.value if preferred.unit == "px" else preferred.value * _ROOT
        shrunk = 1 - 0.075 * math.log2(pixels) if pixels > 0 else math.inf
        smaller = php.php_round(preferred.value * min(max(shrunk, _LEAST_FACTOR), _MOST_FACTOR), 3)
        small = Size(smaller, preferred.unit)
        minimum = str(least if least is not None and smaller <= least.value else small)
    return _clamp(minimum, maximum, narrowest, widest)


def _clamp(minimum: Any, maximum: Any, narrowest: Any, widest: Any) -> str | None:
    """A size between two, by the width of the viewport (`wp_get_computed_fluid_typography_value()`)."""
    low = size_of(minimum)
    unit = low.unit if low else "rem"
    high = size_of(maximum, unit)
    low_rem = size_of(minimum, "rem")
    left, right = size_of(narrowest, unit), size_of(widest, unit)
    if low is None or high is None or low_rem is None or left is None or right is None or right.value == left.value:
        return None
    slope = php.php_round(100 * ((high.value - low.value) / (right.value - left.value)), 3) or 1.0
    offset = Size(php.php_round(left.value / 100, 3), unit)
    return f"clamp({php.text(minimum)}, {low_rem} + ((1vw - {offset}) * {php.text(slope)}), {php.text(maximum)})"


def size_of(raw: Any, unit: str = "") -> Size | None:
    """A size in px, rem or em, in another `unit` where one is named (`wp_get_typography_value_and_unit()`)."""
    if isinstance(raw, bool) or not isinstance(raw, str | int | float) or php.is_empty(raw):
        return None
    text = php.text(raw)
    if php.is_numeric(raw):
        text += "px"
    found = _SIZE.match(text)
    if found is None:
        return None
    value, own = float(found[1]), found[2]
    if unit == "px" and own in {"em", "rem"}:
        value, own = value * _ROOT, unit
    elif unit in {"em", "rem"}:
        value, own = (value / _ROOT if own == "px" else value), unit
    return Size(php.php_round(value, 3), own)
