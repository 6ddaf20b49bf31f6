r"""What JavaScript means by blanks and numbers, where Python means another thing.

`trim()` and `\s` of the editor take the blanks here (ECMAScript, WhiteSpace and LineTerminator). Python's `strip()`
and `\s` differ in U+001C to U+001F, U+0085 and U+FEFF.
"""

from __future__ import annotations

import math
import re
from typing import Final

BLANKS: Final = (
    "\t\n\v\f\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""Every blank, for `str.strip`, and for the inside of a class in a regular expression."""

LINE_ENDS: Final = "\n\r\u2028\u2029"
"""What `.` does not match."""

_MOST_DIGITS: Final = 16  # of a number that floats hold exactly
_WHOLE_NUMBER = re.compile(rf"[{BLANKS}]*([+-]?[0-9]+)")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?|[+-]?Infinity", re.ASCII)


def number_of(value: object) -> float:
    """A value of JSON as a number (`Number()`): `"0.5"` is 0.5, None is 0; NaN for what is none, lists among them."""
    if isinstance(value, str):
        text = value.strip(BLANKS)
        return float(text) if _DECIMAL.fullmatch(text) else math.nan if text else 0.0
    if value is None:
        return 0.0
    if not isinstance(value, int | float):
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def whole_number(text: str | None) -> float | None:
    """The number that a text begins with (`parseInt()`); None where it begins with none, or with one beyond floats."""
    found = _WHOLE_NUMBER.match(text or "")
    if found is None or math.isinf(number := float(found[1])):
        return None
    return int(number) if len(found[1]) < _MOST_DIGITS else number


def is_true(value: object) -> bool:
    """Whether a value of JSON counts as true: an empty list or object does, as in JavaScript."""
    return bool(value) or isinstance(value, list | dict)


def rounded(value: float) -> float:
    """The nearest whole number, the higher of two (`Math.round()`); infinite ones and NaN as they are."""
    if not math.isfinite(value):
        return value
    whole = math.floor(value)
    return whole + (value - whole >= 0.5)


def number_text(value: float) -> str:
    """A number as JavaScript prints it: `2` for 2.0, `0.00001`, `1e-7`, `1e+21`, `Infinity`."""
    if isinstance(value, int) and -(2**53) < value < 2**53:
        return str(value)
    number = number_of(value)
    if not math.isfinite(number):
        return "NaN" if math.isnan(number) else "Infinity" if number > 0 else "-Infinity"
    mantissa, _, exponent = repr(number or 0.0).partition("e")
    if not exponent:
        return mantissa.removesuffix(".0")
    power, sign = int(exponent), "-" * (number < 0)
    digits = mantissa.lstrip("-").replace(".", "")
    if 0 < power < 21:
        return sign + digits.ljust(power + 1, "0")
    if -7 < power < 0:
        return f"{sign}0.{'0' * (-power - 1)}{digits}"
    return f"{mantissa}e{power:+d}"
