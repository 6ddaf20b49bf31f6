"""Arithmetic and the printing of numbers as PHP 8.2 does them."""

from __future__ import annotations

import math

from blocks.formatting.php.values import Value, number

_DIGITS = 15  # that a float surely has


def intdiv(dividend: int, divisor: int) -> int:
    """`intdiv()`: the quotient cut towards zero. Raises ZeroDivisionError."""
    quotient = abs(dividend) // abs(divisor)
    return quotient if (dividend < 0) == (divisor < 0) else -quotient


def php_round(value: Value, places: int = 0) -> float:
    """`round( $value, $places )`: halves away from zero, after a rounding to the 15 digits that a float surely has."""
    exact = float(number(value))
    if not math.isfinite(exact) or exact == 0:
        return exact
    sure = _DIGITS - 1 - math.floor(math.log10(abs(exact)))
    if sure > places and sure - _DIGITS < places:
        scaled = _half_up(_scaled(exact, max(sure, -4 * _DIGITS)))
        scaled /= 10.0 ** abs(max(places - sure, -4 * _DIGITS))
    else:
        scaled = _scaled(exact, places)
    if abs(scaled) >= 1e15:
        return exact
    scaled = _half_up(scaled)
    if abs(places) < 23:
        return _scaled(scaled, -places)
    return float(f"{scaled:.6f}e{-places}")


def _scaled(value: float, places: int) -> float:
    return value * 10.0**places if places >= 0 else value / 10.0**-places


def _half_up(value: float) -> float:
    return math.copysign(math.floor(abs(value) + 0.5), value)


def number_format(value: Value, decimals: int = 0, point: str = ".", thousands: str = ",") -> str:
    """`number_format()`: rounded, grouped by thousands; `-0` loses its sign."""
    decimals = max(decimals, 0)
    rounded = php_round(value, decimals)
    if not math.isfinite(rounded):
        return "nan" if math.isnan(rounded) else "inf" if rounded > 0 else "-inf"
    whole, _, fraction = f"{abs(rounded):.{decimals}f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", thousands)
    sign = "-" if rounded < 0 else ""
    return f"{sign}{grouped}{point}{fraction}" if decimals else f"{sign}{grouped}"


def number_format_i18n(value: Value, decimals: int = 0) -> str:
    """`number_format_i18n()` in English."""
    return number_format(value, abs(decimals))
