"""The space between blocks (`blockGap`) as a block says it: a length, or a preset of spacing."""

from __future__ import annotations

import re
from typing import Any, Final

from blocks.formatting import php
from blocks.formatting.names import wp_to_kebab_case

_UNSAFE: Final = re.compile(r"[\\(&=}]|/\*")
_PRESET: Final = "var:preset|spacing|"


def safe_gap(value: Any) -> Any:
    """A gap, or None where it could break out of its declaration."""
    return None if php.is_true(value) and _UNSAFE.search(php.text(value)) else value


def gap_value(value: Any) -> Any:
    """A gap as CSS has it: a preset as its custom property, all else as it is."""
    if isinstance(value, str) and _PRESET in value:
        return f"var(--wp--preset--spacing--{wp_to_kebab_case(value.rpartition('|')[2])})"
    return value
