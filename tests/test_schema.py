"""The typed tree described: what documents answer holds to the schema, and the schema is no looser than it must be."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import blocks
from blocks.model.json_text import pretty
from blocks.model.shape import Shape
from blocks.schema.describe import describe
from tests import corpus

jsonschema = pytest.importorskip("jsonschema", reason="comes with pip install '.[dev]'")

FOLDERS = (
    "edge",
    "supports",
    "core-fixtures",
    "wxr",
    "wxr-classic",
    "posts",
    "theme-tt2",
    "theme-tt3",
    "theme-tt4",
    "theme-tt5",
)
DEEPEST = 40  # levels that jsonschema, which recurses, is given


def validator(schema: dict[str, Any]) -> Any:
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture(scope="module")
def tree() -> Any:
    return validator(blocks.json_schema())


@pytest.fixture(scope="module")
def of_types() -> dict[str, Any]:
    """A validator for each type."""
    return {
        one.type_name or "": validator(blocks.json_schema(one)) for one in (*blocks.core_registry(), blocks.Freeform)
    }


def flattened(tree: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every block of a typed tree, without those inside it."""
    stack = list(tree)
    while stack:
        one = stack.pop()
        stack += one["innerBlocks"]
        yield {**one, "innerBlocks": []}


def depth(tree: list[dict[str, Any]]) -> int:
    level, deep = tree, 0
    while level:
        level, deep = [inner for one in level for inner in one["innerBlocks"]], deep + 1
    return deep


def wrong(one: dict[str, Any], of_types: dict[str, Any]) -> list[str]:
    """What a block's type does not allow of it."""
    known = of_types.get(one["name"])
    if known is None:
        return [f"{one['name']} has no schema"]
    return [f"{one['name']} {error.json_path}: {error.message[:100]}" for error in known.iter_errors(one)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_document_holds_to_the_schema(folder: str, tree: Any, of_types: dict[str, Any]) -> None:
    read = 0
    for path in corpus.inputs(corpus.shared("conformance", folder)):
        typed = blocks.parse(path.read_bytes()).to_json(limit=None)
        found = [text for one in flattened(typed) for text in wrong(one, of_types)]
        assert not found, f"{path.name}: {found[:3]}"
        if read % 10 == 0 and depth(typed) <= DEEPEST:  # a block is found by its name, in the tree as alone
            assert list(tree.iter_errors(typed)) == [], path.name
        read += 1
    assert read


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_wordpress_answers_holds_to_the_schema(folder: str, of_types: dict[str, Any]) -> None:
    read = 0
    for path in corpus.inputs(corpus.shared("conformance", folder)):
        answer = corpus.answer(path, "editor.json")
        if answer.exists():
            read += 1
            for one in flattened(json.loads(answer.read_text(encoding="utf-8"))):
                told = wrong({key: one[key] for key in ("name", "attributes", "innerBlocks")}, of_types)
                found = [text for text in told if "[] is not of type 'object'" not in text]  # PHP's {}
                assert not found, f"{path.name}: {found[:3]}"
    assert read


HEADING: dict[str, Any] = {"name": "core/heading", "attributes": {"content": "Hi", "level": 2}, "innerBlocks": []}
MORE: dict[str, Any] = {"name": "core/more", "attributes": {"customText": "", "noTeaser": False}, "innerBlocks": []}
REFUSED = {
    "a name that no type has": ({**HEADING, "name": "core/headline"}, "'core/headline' is not one of"),
    "no name": ({"attributes": {}, "innerBlocks": []}, "'name' is a required property"),
    "no attributes": ({"name": "core/heading", "innerBlocks": []}, "'attributes' is a required property"),
    "blocks inside that are none": ({**HEADING, "innerBlocks": [{"name": "core/heading"}]}, "is a required property"),
    "an attribute of another type": ({**HEADING, "attributes": {"level": "2"}}, "'2' is not of type 'number'"),
    "an attribute that a closed type has not": (
        {**MORE, "attributes": {**MORE["attributes"], "height": 3}},
        "Additional properties are not allowed ('height' was unexpected)",
    ),
    "a closed type without what it always has": ({**MORE, "attributes": {"customText": ""}}, "'noTeaser' is a required property"),
    "what a block is not": ({**HEADING, "isValid": True}, "Additional properties"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_no_document_answers_is_refused(case: str, tree: Any) -> None:
    block, message = REFUSED[case]
    for one in ([block], [{**HEADING, "innerBlocks": [block]}]):
        assert message in " ".join(error.message for error in tree.iter_errors(one))
    assert list(tree.iter_errors([HEADING, MORE])) == []


def test_a_schema_of_one_type_takes_any_blocks_inside() -> None:
    group = validator(blocks.json_schema(blocks.Group))
    (told,) = blocks.parse(
        "<!-- wp:group --><div class='wp-block-group'><!-- wp:x/y /--></div><!-- /wp:group -->"
    ).to_json()
    assert list(group.iter_errors(told)) == []
    assert [error.message for error in group.iter_errors({**told, "innerBlocks": [{"name": "x/y"}]})] != []
    assert [error.message for error in group.iter_errors(HEADING)] != []


def test_an_attribute_is_told_with_what_block_json_says() -> None:
    image = blocks.json_schema(blocks.Image)["properties"]["attributes"]["properties"]
    assert image["url"] == {"description": "The attribute `src` of `img`.", "type": "string"}
    assert image["alt"]["default"] == ""
    table = blocks.json_schema(blocks.Table)["properties"]["attributes"]["properties"]["head"]
    cell = table["items"]["properties"]["cells"]["items"]["properties"]
    assert cell["tag"] == {"description": "The name of the element.", "type": "string", "default": "td"}
    paragraph = blocks.json_schema(blocks.Paragraph)["properties"]["attributes"]["properties"]
    assert paragraph["direction"]["enum"] == ["ltr", "rtl"]


@pytest.fixture
def registry(tmp_path: Path) -> blocks.Registry:
    """The core registry with types of odd names and attributes."""
    attributes = {
        "a-b": {"enum": ["x", 1, True]},
        "quote\"*/d": {"type": "string", "default": "*/ \u2028"},
        "any": {},
        "several": {"type": ["string", "null", "array"]},
        "rows": {"type": "array", "source": "query", "selector": "p", "query": {"n-o": {"source": "text"}}, "default": [{}]},
        "nothing": {"type": "string", "default": None},
        "none": {"enum": []},
        "huge": {"type": "number", "default": 1e308, "enum": [1e308]},
    }  # fmt: skip
    for number, name in enumerate(("acme/a-b", "acme-a/b", "block/tree", "core-image/attributes")):
        path = tmp_path / str(number) / "block.json"
        path.parent.mkdir()
        path.write_text(json.dumps({"name": name, "title": "*/ } {", "attributes": attributes}), encoding="utf-8")
    return blocks.core_registry().extended(tmp_path)


def test_types_of_files_are_told_like_others(registry: blocks.Registry) -> None:
    schema = blocks.json_schema(registry)
    assert set(schema["$defs"]) >= {"core/image", "acme/a-b", "core/missing", "core/freeform", "block"}
    markup = '<!-- wp:acme/a-b {"a-b":1,"several":null,"any":{"x":[]}} --><p>1</p><!-- /wp:acme/a-b --><!-- wp:un/known /-->x'
    typed = blocks.parse(markup, registry=registry).to_json()
    assert [one["name"] for one in typed] == ["acme/a-b", "core/missing", "core/freeform"]
    assert list(validator(schema).iter_errors(typed)) == []
    typed[0]["attributes"]["a-b"] = 2
    assert [error.message for error in validator(schema).iter_errors(typed)] == ["2 is not one of ['x', 1, True]"]


def test_typescript_reads_like_the_tree(registry: blocks.Registry) -> None:
    told = blocks.typescript(registry)
    assert "export type BlockTree = Block[];" in told
    assert (
        '\nexport interface CoreImage {\n  name: "core/image";\n  attributes: CoreImageAttributes;\n  innerBlocks: Block[];\n}'
        in told
    )
    assert "  | CoreImage\n" in told
    assert '  "a-b"?: "x" | 1 | true;' in told
    assert "  nothing: string | null;" in told
    assert "  several?: string | null | unknown[];" in told
    assert '  rows: { "n-o"?: string }[];' in told
    names = [line.split()[2] for line in told.splitlines() if line.startswith(("export interface", "export type"))]
    assert len(set(names)) == len(names), "two types would be one"
    assert told.count("{") == told.count("}"), "a brace is not closed"
    assert all("*/" not in line.strip()[:-2] for line in told.splitlines() if line.lstrip().startswith(("*", "/**")))


@pytest.mark.skipif(shutil.which("tsc") is None, reason="the TypeScript compiler (tsc) is absent")
def test_the_declaration_compiles(registry: blocks.Registry, tmp_path: Path) -> None:
    (tmp_path / "blocks.d.ts").write_text(blocks.typescript(registry), encoding="utf-8")
    (tmp_path / "use.ts").write_text(
        """\
import type { Block, BlockTree } from "./blocks";
export function pictures(tree: BlockTree): string[] {
  return tree.flatMap((block: Block) => [
    ...(block.name === "core/image" && block.attributes.url ? [block.attributes.url] : []),
    ...pictures(block.innerBlocks),
  ]);
}
// @ts-expect-error: a level is a number
export const wrong: Block = { name: "core/heading", attributes: { level: "2" }, innerBlocks: [] };
""",
        encoding="utf-8",
    )
    tsc = shutil.which("tsc")
    assert tsc is not None
    ran = subprocess.run(
        [tsc, "--strict", "--noEmit", "--target", "es2022", "use.ts"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (0, "")


def test_only_what_no_block_can_be_without_is_required() -> None:
    for block_type in blocks.core_registry():
        told = describe(block_type)
        migrates = any(shape.migrate is not Shape.migrate for shape in block_type.deprecations)
        assert told.is_open == migrates, block_type
        assert not (migrates and any(one.is_always for one in told.attributes)), block_type


def test_descriptions_are_of_registries_and_types() -> None:
    for wrong_one in (5, "core/image", [blocks.Image]):
        with pytest.raises(TypeError, match="a block type is described, not"):
            blocks.json_schema(wrong_one)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        blocks.typescript(blocks.Image)  # type: ignore[arg-type]


def test_a_schema_is_the_same_every_time() -> None:
    assert pretty(blocks.json_schema()) == pretty(blocks.json_schema(blocks.core_registry()))
