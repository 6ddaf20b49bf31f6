"""Colours of CSS as numbers, as far as WordPress's duotone filters read them: hex, `rgb()`, `hsl()`."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Final, NamedTuple

from blocks.formatting import php

_NUMBER: Final = r"([+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+))"
_PART: Final = rf"\s*{_NUMBER}(%)?\s*"
_ALPHA: Final = rf"\s*{_NUMBER}(%)?\s*"
_FLAGS: Final = re.IGNORECASE | re.ASCII
_HEX: Final = re.compile(r"#([0-9a-f]{3,8})$", _FLAGS)
_RGB: Final = (
    re.compile(rf"rgba?\({_PART},{_PART},{_PART}(?:,{_ALPHA})?\)$", _FLAGS),
    re.compile(rf"rgba?\(\s*{_NUMBER}(%)?\s+{_NUMBER}(%)?\s+{_NUMBER}(%)?\s*(?:/{_ALPHA})?\)$", _FLAGS),
)
_HUE: Final = rf"\s*{_NUMBER}(deg|rad|grad|turn)?"
_HSL: Final = (
    re.compile(rf"hsla?\({_HUE}\s*,\s*{_NUMBER}%\s*,\s*{_NUMBER}%\s*(?:,{_ALPHA})?\)$", _FLAGS),
    re.compile(rf"hsla?\({_HUE}\s+{_NUMBER}%\s+{_NUMBER}%\s*(?:/{_ALPHA})?\)$", _FLAGS),
)
_DEGREES: Final = {"grad": 360 / 400, "turn": 360, "rad": 360 / (math.pi * 2)}


class Rgba(NamedTuple):
    """A colour: red, green and blue from 0 to 255, alpha from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float


@lru_cache(maxsize=512)
def parse_color(text: str) -> Rgba | None:
    """A colour of CSS; None for names, and for all else that WordPress does not read (`colord_parse()`)."""
    return _hex(text) or _rgb(text) or _hsl(text)


def _hex(text: str) -> Rgba | None:
    found = _HEX.match(text)
    if found is None:
        return None
    digits = found[1]
    if len(digits) <= 4:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) not in {6, 8}:
        return None
    red, green, blue, *alpha = (int(digits[at : at + 2], 16) for at in range(0, len(digits), 2))
    return Rgba(red, green, blue, php.php_round(alpha[0] / 255, 2) if alpha else 1)


def _rgb(text: str) -> Rgba | None:
    found = _RGB[0].match(text) or _RGB[1].match(text)
    if found is None:
        return None
    red, red_unit, green, green_unit, blue, blue_unit, alpha, alpha_unit = found.groups()
    if not red_unit == green_unit == blue_unit:
        return None
    whole = 100 / 255 if red_unit else 1
    parts = [_clamped(float(part) / whole, 255) for part in (red, green, blue)]
    return Rgba(parts[0], parts[1], parts[2], _alpha(alpha, alpha_unit))


def _hsl(text: str) -> Rgba | None:
    found = _HSL[0].match(text) or _HSL[1].match(text)
    if found is None:
        return None
    degrees = float(found[1]) * _DEGREES.get(found[2], 1)
    hue = math.fmod(php.integer(degrees), 360) if math.isfinite(degrees) else 0
    if hue <= 0:
        hue += 360
    light = _clamped(float(found[4]), 100)
    half = _clamped(float(found[3]), 100) * (light if light < 50 else 100 - light) / 100
    saturation = 2 * half / (light + half) if half > 0 else 0.0
    return _of_hue(hue / 60, saturation, (light + half) / 100, _alpha(found[5], found[6]))


def _of_hue(sector: float, saturation: float, value: float, alpha: float) -> Rgba:
    """A colour of a sixth of the circle, saturation and value (`colord_hsva_to_rgba()`)."""
    into = sector - math.floor(sector)
    low = value * (1 - saturation)
    falling = value * (1 - into * saturation)
    rising = value * (1 - (1 - into) * saturation)
    index = math.floor(sector) % 6
    red = (value, falling, low, low, rising, value)[index]
    green = (rising, value, value, falling, low, low)[index]
    blue = (low, low, rising, value, value, falling)[index]
    return Rgba(red * 255, green * 255, blue * 255, alpha)


def _alpha(text: str | None, unit: str | None) -> float:
    return 1 if text is None else _clamped(float(text) / (100 if unit else 1), 1)


def _clamped(number: float, highest: float) -> float:
    return highest if number > highest else max(number, 0)
