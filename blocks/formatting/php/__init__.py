"""PHP 8.2's semantics of values, for `from blocks.formatting import php`.

Values are None, bool, int, float, str, list and dict; a PHP array is a list or a dict, an empty one either, and the
keys of a dict may be str or int (`"0"` and 0 are one key). Text is str decoded as UTF-8 with surrogateescape. An
`Object` is a PHP object of properties.

    values.py     truth, casts, comparison, arrays: is_true, is_empty, text, integer, number, equals, get …
    numbers.py    arithmetic and printing: php_round, intdiv, number_format
    encoding.py   serialize(), json_encode(), md5()
    decoding.py   unserialize(), of the values that WordPress keeps in its database
    strings.py    trim, ucwords, strip_tags, lower …: PHP's functions of bytes, where Python's differ
"""

from __future__ import annotations

from blocks.formatting.floats import exact_float, float_text, json_float
from blocks.formatting.php.encoding import (
    FORCE_OBJECT,
    HEX_AMP,
    HEX_APOS,
    HEX_QUOT,
    HEX_TAG,
    PRESERVE_ZERO_FRACTION,
    PRETTY_PRINT,
    UNESCAPED_LINE_TERMINATORS,
    UNESCAPED_SLASHES,
    UNESCAPED_UNICODE,
    json_encode,
    md5,
    serialized,
)
from blocks.formatting.php.numbers import intdiv, number_format, number_format_i18n, php_round
from blocks.formatting.php.strings import (
    addslashes,
    encoded,
    length,
    lower,
    strip_tags,
    stripslashes,
    trim,
    ucfirst,
    ucwords,
    upper,
)
from blocks.formatting.php.values import (
    Object,
    equals,
    floating,
    get,
    has,
    integer,
    is_array,
    is_empty,
    is_list,
    is_number,
    is_numeric,
    is_true,
    key_of,
    number,
    pairs,
    text,
    values,
)

__all__ = [
    "FORCE_OBJECT",
    "HEX_AMP",
    "HEX_APOS",
    "HEX_QUOT",
    "HEX_TAG",
    "PRESERVE_ZERO_FRACTION",
    "PRETTY_PRINT",
    "UNESCAPED_LINE_TERMINATORS",
    "UNESCAPED_SLASHES",
    "UNESCAPED_UNICODE",
    "Object",
    "addslashes",
    "encoded",
    "equals",
    "exact_float",
    "float_text",
    "floating",
    "get",
    "has",
    "intdiv",
    "integer",
    "is_array",
    "is_empty",
    "is_list",
    "is_number",
    "is_numeric",
    "is_true",
    "json_encode",
    "json_float",
    "key_of",
    "length",
    "lower",
    "md5",
    "number",
    "number_format",
    "number_format_i18n",
    "pairs",
    "php_round",
    "serialized",
    "strip_tags",
    "stripslashes",
    "text",
    "trim",
    "ucfirst",
    "ucwords",
    "upper",
    "values",
]
