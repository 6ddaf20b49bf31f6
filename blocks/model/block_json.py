"""block.json: block types from the files in which plugins of WordPress describe their blocks.

    registry.load("plugin/blocks/recipe-card/block.json")      one type
    registry.load("plugin")                                    one of each block.json below the folder

A type made so has the fields, supports and places of one that is declared by hand. What a file may say is told by
https://schemas.wp.org/trunk/block.json. How a block is saved is no part of it, so any HTML is taken as it is.
"""

from __future__ import annotations

import copyreg
import json
import os
import re
from functools import cache
from keyword import iskeyword
from pathlib import Path
from typing import Any, Final, cast

from blocks.errors import DeclarationError
from blocks.model import attributes as attribute_json
from blocks.model.block import Block
from blocks.model.block_json_fields import namespace_of
from blocks.model.json_text import pretty
from blocks.model.node import BlockType
from blocks.model.registry import block

FILE: Final = "block.json"
_NOT_SEARCHED: Final = frozenset({"node_modules", "vendor"})
_READ: Final = (
    "name", "title", "description", "category", "apiVersion", "attributes", "supports", "parent", "ancestor",
    "allowedBlocks", "usesContext", "providesContext", "styles", "selectors",
)  # fmt: skip
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")

_texts: dict[type, str] = {}  # what each type was made of


def read_path(path: str | Path) -> list[tuple[type[Block], str]]:
    """The block types of a block.json, or of every one below a folder in the order of their paths, each with its file.

    Below a folder, links are not followed, and `node_modules`, `vendor` and hidden folders not searched.
    DeclarationError, naming the file, where one cannot be read or says what no block.json may, and where there is none.
    """
    path = Path(path)
    if path.is_dir():
        files = _files_below(path)
        if not files:
            raise DeclarationError(f"there is no {FILE} below {path}; give the folder of a plugin, or the file itself")
        return [(read_file(file), str(file)) for file in files]
    if not path.exists():
        raise DeclarationError(
            f"there is no file or folder {path}; load() takes a {FILE}, a folder that has some, or a module "
            "(import it, and give the module instead of its name)"
        )
    return [(read_file(path), str(path))]


def read_file(path: Path) -> type[Block]:
    """The block type that a file describes; one class for one description. DeclarationError, naming the file."""
    try:
        return _type_of(pretty(_description(path)))
    except DeclarationError as error:
        raise DeclarationError(f"{path}: {error}") from error
    except RecursionError:
        raise DeclarationError(f"{path}: queries stand too deep inside each other") from None


def _files_below(folder: Path) -> list[Path]:
    found: list[Path] = []
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in _NOT_SEARCHED and not name.startswith(".")]
        file = Path(where, FILE)
        if FILE in files and file.is_file() and not file.is_symlink():
            found.append(file)
    return sorted(found)


def _description(path: Path) -> dict[str, Any]:
    """What a file says of what is read here."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DeclarationError(f"byte {error.start} is not UTF-8; save the file as UTF-8") from None
    except OSError as error:
        raise DeclarationError(f"the file cannot be read: {error.strerror}") from None
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise DeclarationError(f"no JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        value = None
    if (reason := attribute_json.invalid_because(text)) is not None:
        raise DeclarationError(f"no JSON that WordPress can read: {reason}")
    if not isinstance(value, dict):
        raise DeclarationError(f'the file holds no object; a {FILE} is {{"name": "namespace/name", …}}')
    return {key: value[key] for key in _READ if key in value}


@cache
def _type_of(text: str) -> type[Block]:
    """The type of a description in JSON. One class for each text, so that a copy of a file declares no second type."""
    said: dict[str, Any] = json.loads(text)
    if "name" not in said:
        raise DeclarationError('the file says no name; give it one, "name": "namespace/name"')
    declare = block(
        said["name"],
        category=_one(said, "category", str, "a string") or "",
        parent=_strings(said, "parent"),
        ancestor=_strings(said, "ancestor"),
        allowed_blocks=_strings(said, "allowedBlocks"),
        uses_context=_strings(said, "usesContext"),
        provides_context=_object(said, "providesContext", str),
        styles=_style_names(said),
        selectors=_object(said, "selectors"),
    )
    body = {
        "__doc__": _doc(said),
        "__module__": __name__,
        "supports": _object(said, "supports"),
        "api_version": _one(said, "apiVersion", int, "a number, such as 3") or 1,
        **namespace_of(_object(said, "attributes"), Block),
    }
    made = declare(cast("type[Block]", BlockType("BlockOfAFile", (Block,), body)))
    made.__name__ = made.__qualname__ = class_name(said["name"])
    _texts[made] = text
    return made


def class_name(name: str) -> str:
    """`RecipeCard` for `acme/recipe-card`; `BlockNone` for one that would be a word of Python's."""
    words = "".join(word.capitalize() for word in _NOT_IN_NAMES.split(name.partition("/")[2]))
    return f"Block{words}" if iskeyword(words) else words


def _doc(said: dict[str, Any]) -> str:
    title, description = (_one(said, key, str, "a string") or "" for key in ("title", "description"))
    return "\n\n".join(part for part in (title, description) if part) or f"The block {said['name']}."


def _one(said: dict[str, Any], key: str, kind: type, what: str) -> Any:
    value = said.get(key)
    if value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
        raise DeclarationError(f"{key} is {what}, not {_shown(value)}")
    return value


def _object(said: dict[str, Any], key: str, values: type = object) -> dict[str, Any]:
    value = said.get(key) or {}  # an empty one is [] where PHP wrote it
    if not isinstance(value, dict) or not all(isinstance(one, values) for one in value.values()):
        what = "an object" if values is object else "an object of strings"
        raise DeclarationError(f"{key} is {what}, not {_shown(value)}")
    return value


def _strings(said: dict[str, Any], key: str) -> tuple[str, ...]:
    value = said.get(key) or []
    if isinstance(value, str):  # the editor takes it so, too
        return (value,)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise DeclarationError(f"{key} is a list of strings, not {_shown(value)}")
    return tuple(value)


def _style_names(said: dict[str, Any]) -> tuple[str, ...]:
    styles = said.get("styles") or []
    names = [one.get("name") for one in styles if isinstance(one, dict)] if isinstance(styles, list) else []
    if len(names) != len(styles) or not all(isinstance(name, str) for name in names):
        raise DeclarationError(
            f'styles is a list of objects, {{"name": "rounded", "label": "Rounded"}}, not {_shown(styles)}'
        )
    return tuple(str(name) for name in names)


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:59] + "…"


def _reduced(block_type: type) -> str | tuple[Any, ...]:
    """How a block type is pickled: one of a file as what the file says, any other as its name."""
    text = _texts.get(block_type)
    return block_type.__qualname__ if text is None else (_type_of, (text,))


copyreg.pickle(BlockType, _reduced)
