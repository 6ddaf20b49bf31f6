"""What the style engine makes of a support's values, as attributes of an element."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from blocks.formatting import php
from blocks.theme.style_engine import Styles


def printed(styles: Styles) -> dict[str, str]:
    """`class` and `style`, each only where there is something in it."""
    attributes = {}
    if not php.is_empty(styles.classes):
        attributes["class"] = styles.classes
    if not php.is_empty(styles.css):
        attributes["style"] = styles.css
    return attributes


def preset_or(value: Any, attributes: Mapping[str, Any], name: str, kind: str = "color") -> Any:
    """The preset that an attribute says the slug of, as the style engine takes it; else the value."""
    return f"var:preset|{kind}|{php.text(attributes[name])}" if name in attributes else value


def added(existing: object, css: str) -> str:
    """The attribute `style` of a tag, which may have none, with more declarations behind those that it has."""
    if not isinstance(existing, str) or not existing:
        return css
    return f"{existing}{css}" if existing.endswith(";") else f"{existing};{css}"
