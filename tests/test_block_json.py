"""Block types of block.json files: what a file gives, which files are read, and what is wrong with a bad one."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import blocks
from blocks.library import text as core_text
from blocks.model.fields import Field
from blocks.model.shape import schema_of

RECIPE: dict[str, Any] = {
    "$schema": "https://schemas.wp.org/trunk/block.json",
    "apiVersion": 3,
    "name": "acme/recipe-card",
    "title": "Recipe card",
    "description": "What to cook, and how.",
    "category": "text",
    "parent": ["acme/cookbook"],
    "ancestor": ["core/group"],
    "allowedBlocks": ["core/image"],
    "usesContext": ["postId"],
    "providesContext": {"acme/serves": "serves"},
    "styles": [{"name": "plain", "label": "Plain", "isDefault": True}, {"name": "card", "label": "Card"}],
    "selectors": {"root": ".wp-block-acme-recipe-card"},
    "supports": {"anchor": True, "color": {"gradients": True}},
    "attributes": {
        "dishName": {"type": "string", "source": "html", "selector": "h3"},
        "introText": {"type": "rich-text", "source": "rich-text", "selector": ".intro"},
        "plain": {"type": "string", "source": "text", "selector": ".intro"},
        "serves": {"type": "integer", "default": 4},
        "rating": {"type": "number"},
        "isVegan": {"type": "boolean", "source": "attribute", "selector": "div", "attribute": "data-vegan"},
        "photoURL": {"type": "string", "source": "attribute", "selector": "img", "attribute": "src"},
        "level": {"enum": ["easy", "hard"], "default": "easy"},
        "size": {"type": ["string", "number"]},
        "steps": {
            "type": "array",
            "source": "query",
            "selector": "li",
            "default": [],
            "query": {
                "text": {"type": "string", "source": "text"},
                "tagName": {"type": "string", "source": "tag"},
                "tools": {
                    "type": "array",
                    "source": "query",
                    "selector": "a",
                    "query": {"href": {"type": "string", "source": "attribute", "attribute": "href"}},
                },
            },
        },
        "markupOfAll": {"type": "string", "source": "raw"},
    },
}  # fmt: skip

MARKUP = """\
<!-- wp:acme/recipe-card {"rating":4.5,"size":3,"textColor":"base","level":"hard"} -->
<div class="wp-block-acme-recipe-card" id="pie" data-vegan><h3>Pie <i>x</i></h3><p class="intro">So <b>good</b></p>
<img src="pie.jpg"><ol><li>Peel with <a href="#knife">a knife</a></li><li>Bake</li></ol></div>
<!-- /wp:acme/recipe-card -->"""


def write(folder: Path, said: object, name: str = "block.json") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    return path


def with_attribute(said: object) -> dict[str, Any]:
    return {"name": "acme/x", "attributes": {"one": said}}


def read(folder: Path, said: dict[str, Any], markup: str) -> Any:
    """The first block of a text, which is read with the type of one block.json."""
    registry = blocks.Registry(write(folder, said), plugins=False)
    return blocks.parse(markup, registry=registry).children[0]


def test_every_source_has_its_field(tmp_path: Path) -> None:
    card = read(tmp_path, RECIPE, MARKUP)
    assert card.dish_name == "Pie <i>x</i>"
    assert (card.intro_text.html, card.intro_text.text) == ("So <b>good</b>", "So good")
    assert card.plain == "So good"
    assert (card.serves, card.rating, card.level, card.size) == (4, 4.5, "hard", 3)
    assert card.is_vegan is True
    assert card.photo_url == "pie.jpg"
    assert [(step.text, step.tag_name) for step in card.steps] == [("Peel with a knife", "li"), ("Bake", "li")]
    assert [tool.href for tool in card.steps[0].tools] == ["#knife"]
    assert card.markup_of_all.startswith('<div class="wp-block-acme-recipe-card"')
    assert (card.anchor, card.text_color, card.gradient) == ("pie", "base", None)
    assert card.reading.is_recognised
    assert card.deprecation is None


def test_the_typed_tree_has_them_by_their_names_in_the_file(tmp_path: Path) -> None:
    registry = blocks.Registry(write(tmp_path, RECIPE), plugins=False)
    (card,) = blocks.parse(MARKUP, registry=registry).to_json()
    assert card["name"] == "acme/recipe-card"
    assert card["attributes"]["steps"] == [
        {"text": "Peel with a knife", "tagName": "li", "tools": [{"href": "#knife"}]},
        {"text": "Bake", "tagName": "li", "tools": []},
    ]
    assert card["attributes"]["serves"] == 4
    assert "gradient" not in card["attributes"]


def test_the_type_says_what_the_file_says(tmp_path: Path) -> None:
    card = blocks.Registry(write(tmp_path, RECIPE)).type_of("acme/recipe-card")
    assert (card.__name__, card.type_name, card.api_version) == ("RecipeCard", "acme/recipe-card", 3)
    assert card.__doc__ == "Recipe card\n\nWhat to cook, and how."
    assert card.supports == RECIPE["supports"]
    said = card.block_json
    assert (said.category, said.parent, said.ancestor) == ("text", ("acme/cookbook",), ("core/group",))
    assert (said.allowed_blocks, said.uses_context) == (("core/image",), ("postId",))
    assert said.provides_context == {"acme/serves": "serves"}
    assert said.styles == ("plain", "card")
    assert said.selectors == {"root": ".wp-block-acme-recipe-card"}


def test_a_file_need_say_no_more_than_a_name(tmp_path: Path) -> None:
    said = {"name": "acme/none", "attributes": [], "supports": [], "parent": "acme/book"}  # as PHP writes {}
    block = read(tmp_path, said, "<!-- wp:acme/none --><b>any</b> HTML<!-- /wp:acme/none -->")
    assert (type(block).__name__, type(block).api_version) == ("BlockNone", 1)
    assert type(block).block_json.parent == ("acme/book",)
    assert block.reading.is_recognised


NAMES = {
    "linkTarget": "link_target",
    "mathML": "math_ml",
    "isURLOfThing": "is_url_of_thing",
    "h1Size": "h1_size",
    "__internalId": "internal_id",
    "data-color": "data_color",
    "2nd": "_2nd",
    "日本": "_",
    "class": "class_",
    "children": "children_",
    "markup": "markup_",
    "supports": "supports_",
    "text_color": "text_color_",  # every block has text_color, which is textColor in JSON
    "align": "align",  # this one is every block's align, with a type of its own
}


def test_attributes_get_names_that_python_can_say_and_no_block_has(tmp_path: Path) -> None:
    attributes = {key: {"type": "string"} for key in NAMES}
    said = {"name": "acme/x", "attributes": attributes}
    block = read(tmp_path, said, f"<!-- wp:acme/x {json.dumps({key: key for key in NAMES})} /-->")
    assert {key: getattr(block, name) for key, name in NAMES.items()} == {key: key for key in NAMES}
    assert block.children == ()


def test_attributes_whose_names_meet_are_told_apart_in_their_order(tmp_path: Path) -> None:
    attributes = {key: {"type": "string"} for key in ("fooBar", "foo_bar", "foo-bar")}
    block = read(
        tmp_path, {"name": "acme/x", "attributes": attributes}, '<!-- wp:acme/x {"foo-bar":"3","fooBar":"1"} /-->'
    )
    assert (block.foo_bar, block.foo_bar_, block.foo_bar__) == ("1", None, "3")


def test_a_record_keeps_what_every_record_has(tmp_path: Path) -> None:
    query = {"fields": {"source": "text"}, "of": {"source": "attribute", "attribute": "id"}}
    said = with_attribute({"type": "array", "source": "query", "selector": "p", "query": query})
    block = read(tmp_path, said, "<!-- wp:acme/x --><p id=a>A</p><!-- /wp:acme/x -->")
    assert (block.one[0].fields_, block.one[0].of_) == ("A", "a")


# What the editor makes of an odd attribute: definition, delimiter's JSON, HTML, the value (None: there is none).
ODD: dict[str, tuple[dict[str, Any], str, str, object]] = {
    "a number of an attribute is a string, which it may not be": (
        {"type": "number", "source": "attribute", "selector": "p", "attribute": "id", "default": 7}, "{}", "<p id=3>", 7,
    ),
    "a string of rich text is none": ({"type": "string", "source": "rich-text", "selector": "p"}, "{}", "<p>x</p>", None),
    "rich text of html is empty": ({"type": "rich-text", "source": "html", "selector": "p"}, "{}", "<p>x</p>", ""),
    "rich text in the delimiter is empty": ({"type": "rich-text"}, '{"one":"x"}', "", ""),
    "one of two types is enough": (
        {"type": ["string", "boolean"], "source": "attribute", "selector": "p", "attribute": "id"}, "{}", "<p id=3>", "3",
    ),
    "a value of another type": ({"type": "string", "default": "d"}, '{"one":5}', "", "d"),
    "a value outside the enum": ({"type": "string", "enum": ["a"], "default": "z"}, '{"one":"b"}', "", "z"),
    "a default of another type is kept": ({"type": "string", "default": 5}, "{}", "", 5),
    "a value of a post's meta is not in the block": ({"type": "string", "source": "meta", "meta": "k"}, "{}", "", None),
    "no type is any": ({"enum": [1, "a"]}, '{"one":1}', "", 1),
    "no selector is the whole HTML": ({"type": "string", "source": "html"}, "{}", "<b>x</b> y", "<b>x</b> y"),
    "children of one name": (
        {"type": "string", "source": "html", "selector": "ul", "multiline": "li"}, "{}", "<ul><li>1</li>-<li>2</li></ul>",
        "<li>1</li><li>2</li>",
    ),
    "nothing matches": ({"type": "string", "source": "text", "selector": ".x", "default": "d"}, "{}", "<p>y</p>", "d"),
}  # fmt: skip


@pytest.mark.parametrize("case", ODD)
def test_values_are_found_as_the_editor_finds_them(case: str, tmp_path: Path) -> None:
    definition, said, html, value = ODD[case]
    block = read(tmp_path, with_attribute(definition), f"<!-- wp:acme/x {said} -->{html}<!-- /wp:acme/x -->")
    (told,) = blocks.parse(block.markup, registry=block._source.parser.registry).to_json()
    assert told["attributes"].get("one") == value


def test_a_default_of_null_is_a_value(tmp_path: Path) -> None:
    registry = blocks.Registry(write(tmp_path, with_attribute({"type": "string", "default": None})))
    assert blocks.parse("<!-- wp:acme/x /-->", registry=registry).to_json()[0]["attributes"] == {"one": None}


# ------------------------------------------------------------------------------------------------------- the files


def test_a_folder_gives_every_file_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b/deep/er", "a", "node_modules/x", "vendor/x", "a/node_modules/y", ".git"):
        write(tmp_path, {"name": f"acme/{name.replace('/', '-').lstrip('.')}"}, f"{name}/block.json")
    write(tmp_path, "no JSON", "a/other.json")
    outside = tmp_path.with_name("outside")
    write(outside, {"name": "acme/outside"})
    (tmp_path / "link").symlink_to(outside, target_is_directory=True)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "block.json").symlink_to(outside / "block.json")
    for path in (tmp_path, str(tmp_path)):
        assert [one.type_name for one in blocks.Registry(path)] == ["acme/a", "acme/b-deep-er"]


def test_a_link_that_is_given_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "real", {"name": "acme/x"})
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    assert "acme/x" in blocks.Registry(tmp_path / "link")
    assert "acme/x" in blocks.Registry(tmp_path / "link" / "block.json")


def test_a_copy_of_a_file_declares_no_second_type(tmp_path: Path) -> None:
    write(tmp_path, RECIPE, "src/block.json")
    write(tmp_path, {**RECIPE, "version": "1.2", "editorScript": "file:./index.js"}, "build/block.json")
    registry = blocks.Registry(tmp_path)
    registry.load(tmp_path / "src")
    assert len(registry) == 1
    assert registry.place_of(registry.type_of("acme/recipe-card")) == str(tmp_path / "build" / "block.json")


def test_two_files_that_differ_cannot_both_be_a_type(tmp_path: Path) -> None:
    write(tmp_path, {"name": "acme/x"}, "a/block.json")
    write(tmp_path, {"name": "acme/x", "title": "Other"}, "b/block.json")
    registry = blocks.Registry()
    with pytest.raises(blocks.DeclarationError) as raised:
        registry.load(tmp_path)
    first, second = (tmp_path / name / "block.json" for name in "ab")
    assert str(raised.value) == f"acme/x is declared twice: by {first} and by {second}"
    assert len(registry) == 0


BAD: dict[str, tuple[object, str]] = {
    "it is empty": ("", "no JSON: Expecting value at line 1, column 1"),
    "it breaks off": ('{\n  "name": "acme/x",\n', "no JSON: "),
    "it has a comma too many": ('{\n  "name": "acme/x",\n}', "line 3, column 1"),
    "it is nested without end": ('{"attributes":' + "[" * 100_000, "no JSON"),
    "it is nested too deep": ('{"name":"acme/x","example":' + "[" * 600 + "]" * 600 + "}", "nested deeper than 511"),
    "it holds NaN": ('{"name": "acme/x", "attributes": {"a": {"default": NaN}}}', "NaN is no JSON"),
    "it is a list": ([RECIPE], "the file holds no object"),
    "it has no name": ({"title": "X"}, 'give it one, "name": "namespace/name"'),
    "its name has no namespace": ({"name": "card"}, "a block's name has a namespace, such as 'core/card'"),
    "its name is upper case": ({"name": "Acme/Card"}, "'Acme/Card' is no block's name"),
    "its name is a number": ({"name": 5}, "5 is no block's name"),
    "its title is a list": ({"name": "acme/x", "title": ["X"]}, 'title is a string, not ["X"]'),
    "its version is a string": ({"name": "acme/x", "apiVersion": "3"}, 'apiVersion is a number, such as 3, not "3"'),
    "its attributes are a list": ({"name": "acme/x", "attributes": ["a"]}, 'attributes is an object, not ["a"]'),
    "its supports are true": ({"name": "acme/x", "supports": True}, "supports is an object, not true"),
    "its parent holds a number": ({"name": "acme/x", "parent": [1]}, "parent is a list of strings, not [1]"),
    "its context is a list": ({"name": "acme/x", "providesContext": {"a": 1}}, "providesContext is an object of strings"),
    "its styles are strings": ({"name": "acme/x", "styles": ["plain"]}, "styles is a list of objects"),
    "an attribute is a string": (with_attribute("string"), "the attribute 'one' is no object"),
    "a type is misspelt": (with_attribute({"type": "interger"}), "'interger' is no type of block.json. Did you mean 'integer'?"),
    "a type of two is none": (with_attribute({"type": ["string", "text"]}), "'text' is no type of block.json"),
    "a type is an object": (with_attribute({"type": {}}), "its type is the name of one, or a list of names"),
    "an enum is a string": (with_attribute({"enum": "a"}), "its enum is no list"),
    "a source is misspelt": (with_attribute({"source": "atribute"}), "Did you mean 'attribute'?"),
    "a source is one of old": (with_attribute({"source": "children", "selector": "p"}), "use rich-text"),
    "a source is a list": (with_attribute({"source": ["html"]}), "is no source that is known here"),
    "no attribute is named": (with_attribute({"source": "attribute", "selector": "img"}), 'it is: "attribute": "src"'),
    "a selector is broken": (with_attribute({"source": "html", "selector": "p >"}), "the selector 'p >' cannot be read"),
    "a selector is a number": (with_attribute({"source": "html", "selector": 5}), "5 is no selector"),
    "a query has no selector": (with_attribute({"source": "query", "query": {}}), 'say which elements: "selector": "li"'),
    "a query takes nothing": (with_attribute({"source": "query", "selector": "p"}), "say what to take of each element"),
    "a query is broken inside": (
        with_attribute({"source": "query", "selector": "p", "query": {"two": {"source": "htm"}}}), "the attribute 'two'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_named_with_what_to_do_and_nothing_is_taken(case: str, tmp_path: Path) -> None:
    said, message = BAD[case]
    write(tmp_path, {"name": "acme/good"}, "a/block.json")
    bad = write(tmp_path, said, "b/block.json")
    registry = blocks.Registry(core_text)
    before = set(registry)
    with pytest.raises(blocks.DeclarationError) as raised:
        registry.load(tmp_path)
    assert str(raised.value).startswith(f"{bad}: ")
    assert message in str(raised.value)
    assert set(registry) == before


def test_queries_beyond_all_measure_are_refused(tmp_path: Path) -> None:
    said: dict[str, Any] = {"source": "text"}
    for _ in range(250):
        said = {"source": "query", "selector": "p", "query": {"one": said}}
    with pytest.raises(blocks.DeclarationError, match="too deep"):
        blocks.Registry(write(tmp_path, with_attribute(said)))


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "block.json"
    path.write_bytes(b'{"name": "acme/\xff"}')
    with pytest.raises(blocks.DeclarationError, match="byte 15 is not UTF-8"):
        blocks.Registry(path)
    path.write_bytes(b'\xef\xbb\xbf{"name": "acme/x"}')  # with a byte order mark
    assert "acme/x" in blocks.Registry(path)


def test_a_path_that_leads_nowhere_says_so(tmp_path: Path) -> None:
    with pytest.raises(blocks.DeclarationError, match="there is no file or folder"):
        blocks.Registry(tmp_path / "absent")
    with pytest.raises(blocks.DeclarationError, match=r"there is no block\.json below"):
        blocks.Registry(tmp_path)
    for source in (5, None, RECIPE):
        with pytest.raises(TypeError, match="load"):
            blocks.Registry().load(source)  # type: ignore[arg-type]


def test_a_name_of_wordpress_is_taken(tmp_path: Path) -> None:
    path = write(tmp_path, {"name": "core/quote"})
    with pytest.raises(blocks.DeclarationError) as raised:
        blocks.core_registry().extended(path)
    assert f"core/quote is declared twice: by {core_text.Quote.__module__}.Quote and by {path}" in str(raised.value)


# ---------------------------------------------------------------------------------------------------- the registry


def test_an_extended_registry_leaves_the_other_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, RECIPE)
    core = blocks.core_registry()
    extended = core.extended(path)
    assert ("acme/recipe-card" in core, "acme/recipe-card" in extended) == (False, True)
    assert set(extended) - set(core) == {extended.type_of("acme/recipe-card")}
    assert extended.modules_of("core/") == core.modules_of("core/")
    assert extended.modules_of("core/") != ()


def test_nodes_of_such_types_are_pickled_and_copied(tmp_path: Path) -> None:
    registry = blocks.core_registry().extended(write(tmp_path, RECIPE))
    document = blocks.parse(MARKUP, registry=registry)
    for again in (pickle.loads(pickle.dumps(document)), copy.deepcopy(document)):
        assert again == document
        assert again.to_json() == document.to_json()
        assert type(again.children[0]) is type(document.children[0])
    card: Any = document.children[0]
    again = pickle.loads(pickle.dumps(card))
    assert (again, again.dish_name) == (card, "Pie <i>x</i>")


def test_types_and_registries_are_pickled(tmp_path: Path) -> None:
    registry = blocks.core_registry().extended(write(tmp_path, RECIPE))
    again = pickle.loads(pickle.dumps(registry))
    assert list(again) == list(registry)
    assert again.modules_of("core/") == registry.modules_of("core/")
    for block_type in (registry.type_of("acme/recipe-card"), blocks.Image, blocks.Block):
        assert pickle.loads(pickle.dumps(block_type)) is block_type


def test_a_file_and_a_declaration_give_the_same_fields(tmp_path: Path) -> None:
    """Of WordPress's own code block: what is declared by hand, and what its description says."""
    said = {
        "name": "acme/code",
        "attributes": {"content": {"type": "rich-text", "source": "rich-text", "selector": "code"}},
    }
    ours = schema_of(blocks.Code).fields["content"]
    theirs = schema_of(blocks.Registry(write(tmp_path, said)).type_of("acme/code")).fields["content"]

    def told(field: Field) -> tuple[object, ...]:
        return field.name, field.key, field.source, field.types, field.selector

    assert told(theirs) == told(ours)


def test_modules_are_loaded_as_before() -> None:
    module = ModuleType("acme_module")
    with pytest.raises(blocks.DeclarationError, match="declares no block type"):
        blocks.Registry(module)
