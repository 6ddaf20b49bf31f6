"""The house: which room may import from which. docs/architecture.md tells why."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import blocks

PACKAGE = Path(blocks.__file__).parent

# Ground first. A room imports from floors below it; rooms on one floor do not see each other.
FLOORS = [
    {"errors", "problems"},
    {"formatting"},
    {"fragment"},
    {"model"},
    {"library", "schema", "theme"},
    {"syntax"},
    {"sources"},
    {"site"},
    {"render"},
    {"api", "__init__"},
    {"cli", "testing", "__main__"},
]
# What one floor allows itself all the same, and why.
NEIGHBOURS = {
    ("errors", "problems"),  # ParseError carries the Problem it is about (for type checkers only)
    ("__init__", "api"),
    ("__main__", "cli"),
}

# Libraries that one room, or one file, keeps to itself.
KEPT: dict[str, str | tuple[str, ...]] = {
    "lark": "syntax/",
    "jinja2": "render/templates.py",
    "markupsafe": "render/templates.py",
    "lxml": ("fragment/", "sources/wxr/"),
    "cssselect": "fragment/",
    "tinycss2": "render/amp/",
    "click": "cli/",
    "rich": "cli/",
    "pytest": "testing/",
    "_pytest": "testing/",
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imports(path: Path) -> Iterator[str]:
    """Every module that the file imports anywhere, functions and type-checking blocks included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            assert node.module is not None
            if node.module == "blocks":
                yield from (f"blocks.{alias.name}" for alias in node.names)
            else:
                yield node.module


def floor(name: str) -> int:
    found = [number for number, rooms in enumerate(FLOORS) if name in rooms]
    assert found, f"the room {name} stands on no floor; add it to FLOORS"
    return found[0]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_come_from_floors_below(path: Path) -> None:
    mine = room(path)
    for module in imports(path):
        if not module.startswith("blocks"):
            continue
        parts = module.split(".")
        other = (
            parts[1]
            if len(parts) > 1 and ((PACKAGE / parts[1]).is_dir() or (PACKAGE / f"{parts[1]}.py").exists())
            else "__init__"
        )
        allowed = mine == other or floor(other) < floor(mine) or (mine, other) in NEIGHBOURS
        assert allowed, f"{path.relative_to(PACKAGE)} imports {module}: {mine} does not stand above {other}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    relative = path.relative_to(PACKAGE).as_posix()
    for module in imports(path):
        home = KEPT.get(module.split(".")[0])
        assert home is None or relative.startswith(home), f"{relative} imports {module}, which belongs to {home}"


def test_public_names_are_what_the_package_says() -> None:
    assert sorted(blocks.__all__) == list(blocks.__all__)
    for name in blocks.__all__:
        assert getattr(blocks, name) is not None


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_is_one_thing(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400, f"{path.relative_to(PACKAGE)} has {lines} lines: is it two things?"
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{path} does not say what it is for"


def test_importing_the_package_imports_nothing_heavy() -> None:
    """pytest imports it, with its plugin, in every project of an environment that has this package."""
    heavy = "{'lark', 'lxml', 'jinja2', 'rich', 'click', 'cssselect', 'tinycss2', 'importlib.metadata'}"
    code = f"import sys, blocks; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
