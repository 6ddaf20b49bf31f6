"""Directives as they are written in attributes: `data-wp-PREFIX--SUFFIX---UNIQUE_ID="NAMESPACE::VALUE"`."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from blocks.formatting import php
from blocks.formatting.php.strings import trim
from blocks.fragment.tag_edits import ascii_lower
from blocks.fragment.tag_processor import TagProcessor
from blocks.model.attributes import read_as_php

_ODD_NAME = re.compile(r"[^a-zA-Z0-9_-]")
_WITH_NAMESPACE = re.compile(r"([a-zA-Z0-9_/-]+)::.")
_LETTER_AFTER_DASH = re.compile("-([a-z])")


class Entry(NamedTuple):
    """A directive; the value is a path into the store, or what JSON says."""

    namespace: str | None
    value: Any
    suffix: str | None
    unique_id: str | None


def entries(processor: TagProcessor, prefix: str, namespace: str | None) -> list[Entry]:
    """The directives of a kind on the tag, sorted by suffix and id; `namespace` is that of those that name none."""
    found = []
    for name in processor.get_attribute_names_with_prefix(f"data-wp-{prefix}") or []:
        parts = directive_parts(name)
        if parts is not None and parts[0] == prefix:
            found.append(Entry(*_value(processor.get_attribute(name), namespace), *parts[1:]))
    return sorted(found, key=lambda entry: (entry.suffix or "", entry.unique_id or ""))


def directive_parts(attribute: str) -> tuple[str, str | None, str | None] | None:
    """Prefix, suffix and unique id in `data-wp-bind--hidden---one` (`parse_directive_name()`)."""
    name = attribute[8:]
    if _ODD_NAME.search(name):
        return None
    prefix, dashes, rest = name.partition("--")
    if not dashes:
        return name, None, None
    if rest[:1] == "-" and rest[1:2] != "-":
        return prefix, None, rest[1:] or None
    suffix, dashes, unique_id = rest.partition("---")
    if not dashes or unique_id[:1] == "-":
        suffix, unique_id = rest, ""
    return prefix, _unless_empty(suffix), _unless_empty(unique_id)


def _unless_empty(text: str) -> str | None:
    return None if text in ("", "0") else text


def _value(written: str | bool | None, namespace: str | None) -> tuple[str | None, Any]:
    """The namespace and the value of a directive (`extract_directive_value()`)."""
    if not isinstance(written, str) or written in ("", "0"):
        return namespace, None
    if _WITH_NAMESPACE.match(written):
        namespace, _, written = written.partition("::")
    decoded = read_as_php(written)
    return namespace, written if decoded is None and written != "null" else decoded


def camel_case(name: str) -> str:
    """A suffix as a name in JavaScript: `list-item` is `listItem`."""
    name = _LETTER_AFTER_DASH.sub(lambda found: found[1].upper(), ascii_lower(name.rstrip("-")))
    return ascii_lower(name[:1]) + name[1:]


def with_property(style: str, name: str, value: Any) -> str:
    """The value of `style` with a property at its end; without it if the property has no value."""
    parts = []
    for one in style.split(";"):
        if trim(one) not in ("", "0"):
            # WordPress cuts at every colon, so of a URL only the protocol is left.
            here, *there = one.split(":")
            if trim(here) != name:
                parts.append(f"{trim(here)}:{trim(there[0]) if there else ''};")
    written = trim(php.text(value)).rstrip(";") if php.is_true(value) else ""
    if written not in ("", "0"):
        parts.append(f"{name}:{written};")
    return "".join(parts)
