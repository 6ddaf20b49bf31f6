"""What the server registers of a block type, against WordPress's own registry."""

from __future__ import annotations

import json
from typing import Any

import pytest

import blocks
from blocks.render.html.server_type import ServerTypes
from blocks.render.html.values import is_valid
from tests.corpus import shared

# What validation makes no use of.
_UNUSED = {"role", "query", "enabled", "multiline", "__experimentalRole", "__unstablePreserveWhiteSpace"}
_DEFAULT_CONTROLS = {"__experimentalDefaultControls", "interactivity"}


def registry() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shared("conformance", "registry", "block-types.json").read_bytes())
    return found


def without_controls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_controls(one) for key, one in value.items() if key not in _DEFAULT_CONTROLS}
    return list(value) if isinstance(value, tuple) else value


def plain(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema as validation and defaults make use of it: a default of null is none, and PHP's empty object a list."""
    text = json.dumps({key: value for key, value in schema.items() if key not in _UNUSED})
    used: dict[str, Any] = json.loads(text.replace("{}", "[]"))
    if used.get("default") is None:
        used.pop("default", None)
    if "source" not in used:
        used.pop("attribute", None)
    if used.get("source") == "query":  # the editor's alone: no binding fills it
        used.pop("selector", None)
    return used


def test_every_registered_type_has_wordpress_s_attributes() -> None:
    types = ServerTypes(blocks.core_registry())
    differences: dict[str, Any] = {}
    for name, theirs in registry().items():
        ours = types.get(name)
        assert ours is not None, name
        mine = {key: plain(schema) for key, schema in ours.attributes.items()}
        expected = {key: plain(schema) for key, schema in theirs["attributes"].items()}
        differences |= {
            f"{name} {key}": (mine.get(key), expected.get(key))
            for key in mine.keys() | expected.keys()
            if mine.get(key) != expected.get(key)
        }
    assert differences == {}


@pytest.mark.parametrize("name", ["supports", "uses_context", "provides_context", "selectors"])
def test_every_registered_type_has_wordpress_s_facts(name: str) -> None:
    types = ServerTypes(blocks.core_registry())
    differences: dict[str, Any] = {}
    for block_name, theirs in registry().items():
        ours = types.get(block_name)
        assert ours is not None, block_name
        mine = without_controls(json.loads(json.dumps(getattr(ours, name))))
        if mine != (without_controls(theirs[name]) or type(mine)()):
            differences[block_name] = (mine, theirs[name])
    assert differences == {}


@pytest.mark.parametrize(
    ("value", "schema", "expected"),
    [
        ("a", {"type": "string"}, True),
        (1, {"type": "string"}, False),
        ("12", {"type": "integer"}, True),
        ("1.5", {"type": "integer"}, False),
        (1.0, {"type": "integer"}, True),
        ("x", {"type": "number"}, False),
        ("true", {"type": "boolean"}, True),
        (2, {"type": "boolean"}, False),
        ([], {"type": "object"}, True),
        ("", {"type": "object"}, True),
        (3, {"type": "object"}, False),
        ("a,b", {"type": "array", "items": {"type": "string"}}, True),
        ("1,b", {"type": "array", "items": {"type": "integer"}}, False),
        ({"a": 1}, {"type": "array"}, False),
        (9, {"type": "integer", "minimum": 1, "maximum": 8}, False),
        ("", {"type": "string", "enum": ["a", ""]}, True),
        ("b", {"type": "string", "enum": ["a", ""]}, False),
        (True, {"type": "rich-text"}, True),
        (None, {"type": ["string", "null"]}, True),
        ([None], {"type": ["string", "object"]}, True),
        (5, {"type": "array"}, True),
        (None, {"type": "string"}, False),
        (0.0, {"type": "boolean"}, False),
        ("5", {"type": "string", "enum": [5]}, False),
    ],
)
def test_values_are_valid_as_rest_has_it(value: object, schema: dict[str, Any], expected: bool) -> None:
    assert is_valid(value, schema) is expected
