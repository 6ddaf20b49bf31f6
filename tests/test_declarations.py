"""Each declared type and each older shape held against WordPress's: attributes, supports, place, context, looks."""

from __future__ import annotations

import inspect
import json
from functools import cache
from typing import Any

import pytest

import blocks
from blocks.model.block import Block
from blocks.model.fields import Field
from blocks.model.shape import Shape, schema_of
from tests.corpus import shared

# What differs on purpose, by type and by what of it: why. A difference that is gone fails the test, too.
_NESTED = "what is in a table in a cell is no row of the table around it"
DIFFERENCES: dict[tuple[str, str], str] = {
    ("core/table", "head.selector"): _NESTED,
    ("core/table", "body.selector"): _NESTED,
    ("core/table", "foot.selector"): _NESTED,
}
# What differs on purpose wherever it occurs, ours and theirs: Python's fields give an int where WordPress means a whole
# number (a level, an id) and says "number"; what the editor makes of a fraction is in `to_json()`, and `check()` tells.
WHOLE_NUMBER = ("integer", "number")

_NAMES = [block_type.type_name or "" for block_type in blocks.core_registry()]
# What says only how the editor's panels look, or how its navigation goes on.
_PANELS = ("__experimentalDefaultControls", "interactivity")
# Words of block.json that make no difference to what the editor reads.
_NOT_READ = frozenset(
    [
        "__unstablePreserveWhiteSpace",
        "items",
        "minimum",
        "maximum",
        "min",
        "max",
        "enabled",
        "__unstableMultilineWrapperTags",
    ]
)


@cache
def facts() -> dict[str, Any]:
    records = json.loads(shared("facts", "block-types.json").read_bytes())["blocks"]
    return {one["name"]: one for one in records if one["registered"] and one["inWordPress691"]}


def described(field: Field) -> dict[str, Any]:
    """A field in the words of block.json."""
    types: Any = list(field.types)
    said: dict[str, Any] = {
        "type": types[0] if len(types) == 1 else types,
        "source": field.source,
        "selector": field.selector,
        "attribute": field.attribute,
        "multiline": field.multiline,
        "enum": list(field.enum) if field.enum is not None else None,
        "default": field.default,
        "role": field.role,
    }
    if field.record is not None:
        said["query"] = {one.key: described(one) for one in field.record.fields}
    return {name: value for name, value in said.items() if value is not None and value != []}


def in_facts(schema: dict[str, Any]) -> dict[str, Any]:
    """An attribute of block.json, but for what makes no difference."""
    said = {name: one for name, one in schema.items() if name not in _NOT_READ and one is not None and one != []}
    if "source" not in said:
        said.pop("attribute", None)
    if "query" in said:
        said["query"] = {key: in_facts(one) for key, one in said["query"].items()}
    return said


def without_roles(schemas: dict[str, Any]) -> dict[str, Any]:
    """The same attributes; what role each has in the editor matters to today's types alone."""
    found = {key: {word: one for word, one in schema.items() if word != "role"} for key, schema in schemas.items()}
    for schema in found.values():
        if "query" in schema:
            schema["query"] = without_roles(schema["query"])
    return found


def without_panels(supports: Any) -> Any:
    if not isinstance(supports, dict):
        return supports
    return {name: without_panels(value) for name, value in supports.items() if name not in _PANELS}


def differences(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What differs between two sets of attributes, by `attribute.word`."""
    found: dict[str, tuple[Any, Any]] = {}
    for key in ours.keys() | theirs.keys():
        mine, yours = ours.get(key), theirs.get(key)
        if mine is None or yours is None:
            found[key] = (mine, yours)
            continue
        for word in mine.keys() | yours.keys():
            if word == "query":
                continue
            if word == "type" and (word not in yours or (mine.get(word), yours[word]) == WHOLE_NUMBER):
                continue
            if mine.get(word) != yours.get(word) or type(mine.get(word)) is not type(yours.get(word)):
                found[f"{key}.{word}"] = (mine.get(word), yours.get(word))
        inner = differences(mine.get("query", {}), yours.get("query", {}))
        found.update({f"{key}.{name}": pair for name, pair in inner.items()})
    return found


def test_every_type_of_wordpress_is_declared_and_no_other() -> None:
    assert sorted(_NAMES) == sorted(facts())


@pytest.mark.parametrize("name", _NAMES)
def test_attributes_are_those_of_the_editor(name: str) -> None:
    block_type, record = blocks.core_registry().type_of(name), facts()[name]
    ours = {key: described(field) for key, field in schema_of(block_type).fields.items()}
    theirs = {key: in_facts(schema) for key, schema in record["editorAttributes"].items()}
    found = differences(ours, theirs)
    listed = {what for of, what in DIFFERENCES if of == name}
    assert {what: pair for what, pair in found.items() if what not in listed} == {}
    assert listed <= found.keys(), "take these off the list: they do not differ"


def test_whole_numbers_are_told_from_numbers_somewhere_and_only_with_a_check() -> None:
    whole = [
        (name, key)
        for name in _NAMES
        for key, field in schema_of(blocks.core_registry().type_of(name)).comment.items()
        if (field.types, facts()[name]["editorAttributes"][key]["type"]) == (("integer",), "number")
    ]
    assert len(whole) > 20
    for name, key in whole:
        markup = f'<!-- wp:{name.removeprefix("core/")} {{"{key}":2.5}} -->'  # open, so in no older shape
        told = [one.message for one in blocks.parse(markup).check() if one.code == "wrong-attribute"]
        assert len(told) == 1, markup
        assert f"{key} is " in told[0]


@pytest.mark.parametrize("name", _NAMES)
def test_declared_attributes_stand_in_the_order_of_block_json(name: str) -> None:
    declared = facts()[name]["attributes"]
    ours = [key for key in schema_of(blocks.core_registry().type_of(name)).fields if key in declared]
    assert ours == list(declared)


@pytest.mark.parametrize("name", _NAMES)
def test_the_rest_is_that_of_block_json(name: str) -> None:
    block_type, record = blocks.core_registry().type_of(name), facts()[name]
    said = block_type.block_json
    assert without_panels(dict(block_type.supports)) == without_panels(record["supports"])
    assert block_type.api_version == record["apiVersion"]
    assert said.category == record["category"]
    assert list(said.parent) == record.get("parent", [])
    assert list(said.ancestor) == record.get("ancestor", [])
    assert list(said.allowed_blocks) == record.get("allowedBlocks", [])
    assert list(said.uses_context) == record.get("usesContext", [])
    assert dict(said.provides_context) == record.get("providesContext", {})
    assert list(said.styles) == [one if isinstance(one, str) else one["name"] for one in record.get("styles", [])]
    assert dict(said.selectors) == record.get("selectors", {})


@pytest.mark.parametrize("name", _NAMES)
def test_a_type_stands_in_the_module_of_its_category(name: str) -> None:
    block_type: type[Block] = blocks.core_registry().type_of(name)
    if block_type is blocks.Freeform:
        return
    assert block_type.__module__.split(".")[2] == facts()[name]["category"]


SHAPES = [
    (block_type, number) for block_type in blocks.core_registry() for number in range(len(block_type.deprecations))
]


def test_every_deprecation_is_declared() -> None:
    counts = {name: len(record.get("deprecations", [])) for name, record in facts().items()}
    assert {name: len(blocks.core_registry().type_of(name).deprecations) for name in counts} == counts


@pytest.mark.parametrize(
    ("block_type", "number"), SHAPES, ids=lambda one: one if isinstance(one, int) else one.__name__
)
def test_an_older_shape_has_the_attributes_of_its_deprecation(block_type: type[Block], number: int) -> None:
    shape: type[Shape] = block_type.deprecations[number]
    record = facts()[block_type.type_name or ""]["deprecations"][number]
    ours = {key: described(field) for key, field in schema_of(shape).fields.items()}
    theirs = {key: in_facts(schema) for key, schema in record.get("attributes", {}).items()}
    assert differences(without_roles(ours), without_roles(theirs)) == {}
    assert "<" in (shape.__doc__ or "")


# Types whose scrap leaves out what the whole markup has: what.
SHORTENED = {
    blocks.AccordionHeading: "the classes and the icon of its button",
    blocks.Cover: "the address in the delimiter, and classes",
    blocks.Embed: "the address in the delimiter",
    blocks.File: "the address in the delimiter, and classes",
    blocks.Math: "the formula in the delimiter",
    blocks.MediaText: "the media in the delimiter, and classes",
    blocks.TextColumns: "the width in the delimiter",
}


@pytest.mark.parametrize("block_type", blocks.core_registry(), ids=lambda one: one.__name__)
def test_every_type_shows_a_scrap_of_its_markup_as_of_today(block_type: type[Block]) -> None:
    _, start, scrap = inspect.cleandoc(block_type.__doc__ or "").partition("\n<")
    scrap = start.strip() + scrap.partition("\n\n")[0]
    name = str(block_type.type_name).removeprefix("core/")
    markup = scrap if scrap.startswith(f"<!-- wp:{name} ") else f"<!-- wp:{name} -->{scrap}<!-- /wp:{name} -->"
    node = blocks.parse(markup).children[0]
    assert scrap.startswith("<")
    assert node.type_name == block_type.type_name
    assert node.deprecation is None
    assert node.reading.is_recognised is (block_type not in SHORTENED)
