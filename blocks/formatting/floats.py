"""How PHP prints a float: for `json_encode()`, `serialize()`, and as text."""

from __future__ import annotations

import math

_ENOUGH = 17  # digits that tell every float from every other
_PRECISION = 14  # PHP's setting `precision`: the digits of a float cast to a string


def json_float(number: float) -> str | None:
    """A float as PHP's `json_encode()` spells it (serialize_precision -1); None for what JSON has no spelling of."""
    if not math.isfinite(number):
        return None
    return _spelled(number, repr(abs(number)), _ENOUGH, "e")


def exact_float(number: float) -> str:
    """A float as `serialize()` and `var_export()` spell it: the shortest digits that read back, `1.0E+25`, `INF`."""
    return _spelled(number, repr(abs(number)), _ENOUGH, "E") if math.isfinite(number) else _beyond(number)


def float_text(number: float) -> str:
    """A float cast to a string: 14 digits at most, `1.0E+14`, `-0`, `INF`, `NAN`."""
    if not math.isfinite(number):
        return _beyond(number)
    return _spelled(number, f"{abs(number):.{_PRECISION - 1}e}", _PRECISION, "E")


def _beyond(number: float) -> str:
    if math.isnan(number):
        return "NAN"
    return "INF" if number > 0 else "-INF"


def _spelled(number: float, magnitude: str, most: int, letter: str) -> str:
    """The digits of `magnitude` (Python's spelling) as PHP lays them out; `most` digits stand before a point."""
    sign = "-" if math.copysign(1, number) < 0 else ""
    digits, exponent = _digits(magnitude)
    if not digits:
        return f"{sign}0"
    point = len(digits) + exponent  # where the decimal point stands, counted from the first digit
    if -4 < point <= most:
        if exponent >= 0:
            return sign + digits + "0" * exponent
        if point > 0:
            return f"{sign}{digits[:point]}.{digits[point:]}"
        return f"{sign}0.{'0' * -point}{digits}"
    return f"{sign}{digits[0]}.{digits[1:] or '0'}{letter}{point - 1:+d}"


def _digits(magnitude: str) -> tuple[str, int]:
    """The digits without zeros around them, and the power of ten behind them."""
    mantissa, _, exponent = magnitude.partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    trimmed = digits.rstrip("0")
    return trimmed, int(exponent or 0) - len(fraction) + len(digits) - len(trimmed)
