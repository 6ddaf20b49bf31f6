"""The attributes of a tag as `wp_kses()` reads them, and which of them it lets stand."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from blocks.formatting import php
from blocks.formatting.css_filter import safecss_filter_attr
from blocks.formatting.escaping import esc_attr
from blocks.formatting.kses_tables import POST, URI_ATTRIBUTES, Allowed, Checks
from blocks.formatting.php.strings import length, lower
from blocks.formatting.protocols import ALLOWED_PROTOCOLS, without_bad_protocol, without_nulls

BLANKS = " \t\n\v\f\r"
"""What `\\s` matches in PHP."""

_NAME = re.compile(r"[_a-zA-Z][-_a-zA-Z0-9:.]*")
_EQUALS = re.compile(r"\s*=\s*", re.ASCII)
_SPACES = re.compile(r"\s+", re.ASCII)
_VALUE = re.compile(r"(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))(?:\s+|(/?)(?:\n?\Z))", re.ASCII)
_MALFORMED = re.compile(r"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|\S)*+\s*+", re.ASCII)
_DATA_NAME = re.compile(r"data-[a-z0-9_-]+\Z")
_SMALL_NUMBER = re.compile(r"\s{0,6}[0-9]{1,6}\s{0,6}\Z", re.ASCII)


class Attribute(NamedTuple):
    """An attribute as written: `whole` is its text, with quotes added where it has a value and none."""

    name: str
    value: str
    whole: str
    has_value: bool


def wp_kses_hair(text: str, protocols: Collection[str] = ALLOWED_PROTOCOLS) -> dict[str, Attribute]:
    """The attributes in the text of a tag, by name, the first of each; addresses lose bad protocols.

    What is malformed is dropped up to the next blank, and reading goes on.
    """
    found: dict[str, Attribute] = {}
    place, name, expected = 0, "", "name"
    while place < len(text):
        match = _ITEMS[expected].match(text, place)
        if expected == "name" and match:
            name, expected, place = match[0], "equals", match.end()
        elif expected == "equals" and match:
            expected, place = "value", match.end()
        elif expected == "equals" and (spaces := _SPACES.match(text, place)):
            found.setdefault(name, Attribute(name, "", name, False))
            expected, place = "name", spaces.end()
        elif expected == "value" and match:
            found.setdefault(name, _with_value(name, match, protocols))
            expected = "name"
            if not match[4]:  # a slash at the end is left, and dropped as malformed
                place = match.end()
        else:
            malformed = _MALFORMED.match(text, place)
            place = malformed.end() if malformed else len(text)
            expected = "name"
    if expected == "equals":
        found.setdefault(name, Attribute(name, "", name, False))
    return found


_ITEMS = {"name": _NAME, "equals": _EQUALS, "value": _VALUE}


def _with_value(name: str, match: re.Match[str], protocols: Collection[str]) -> Attribute:
    number = next(index for index in (1, 2, 3) if match[index] is not None)
    value, quote = match[number], "'" if number == 2 else '"'
    if lower(name) in URI_ATTRIBUTES:
        value = without_bad_protocol(value, protocols)
    return Attribute(name, value, f"{name}={quote}{value}{quote}", True)


def checked(attribute: Attribute, element: str, allowed: Allowed) -> str | None:
    """The attribute's text, its style filtered; None where it may not stand (`wp_kses_attr_check()`)."""
    name = lower(attribute.name)
    attributes = allowed.get(lower(element))
    if attributes is None:
        return None
    rule = attributes.get(name)
    if rule is None:
        rule = attributes.get("data-*") if _DATA_NAME.match(name) else None
        if not rule:
            return None
    value, whole = attribute.value, attribute.whole
    if name == "style":
        filtered = safecss_filter_attr(value)
        if filtered in {"", "0"}:
            return None
        value, whole = filtered, whole.replace(value, filtered)
    if not isinstance(rule, bool) and not _passes(value, attribute.has_value, rule):
        return None
    return whole


def _passes(value: str, has_value: bool, checks: Checks) -> bool:
    """`wp_kses_check_attr_val()` for every check."""
    return all(_passes_one(value, has_value, lower(name), wanted) for name, wanted in checks.items())


def _passes_one(value: str, has_value: bool, check: str, wanted: object) -> bool:
    if check in {"maxlen", "minlen"}:
        return length(value) <= php.integer(wanted) if check == "maxlen" else length(value) >= php.integer(wanted)
    if check in {"maxval", "minval"}:
        if not _SMALL_NUMBER.match(value):
            return False
        return php.number(value) <= php.number(wanted) if check == "maxval" else php.number(value) >= php.number(wanted)
    if check == "valueless":
        return lower(str(wanted)) == ("n" if has_value else "y")
    if check == "values":
        return isinstance(wanted, Collection) and lower(value) in wanted
    return bool(wanted(value)) if check == "value_callback" and callable(wanted) else True


def wp_kses_one_attr(text: str, element: str) -> str:
    """One attribute of a post's element, checked, blanks around it kept (`wp_kses_one_attr()`); `""` inside them."""
    text = without_nulls(text, slash_zero=False)
    stripped = text.lstrip(BLANKS)
    lead = text[: len(text) - len(stripped)]
    attribute = stripped.rstrip(BLANKS)
    trail = stripped[len(attribute) :] if attribute else text
    parts = _EQUALS.split(attribute, maxsplit=1)
    if len(parts) == 1:
        return f"{lead}{checked(Attribute(attribute, '', attribute, False), element, POST) or ''}{trail}"
    name, value = parts
    quote = '"'
    if value[:1] in {'"', "'"}:
        quote = value[0]
        if not value.endswith(quote):
            return ""
        value = value[1:-1]
    value = esc_attr(value)
    if lower(name) in URI_ATTRIBUTES:
        value = without_bad_protocol(value)
    whole = Attribute(name, value, f"{name}={quote}{value}{quote}", True)
    return f"{lead}{checked(whole, element, POST) or ''}{trail}"
