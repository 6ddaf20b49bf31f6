"""What is shipped: the wheel, the sdist, and the places that the package runs from. Nothing is fetched."""

from __future__ import annotations

import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.installing import ROOT, answer, built, copied, installed, run

pytestmark = pytest.mark.slow

# Needs the grammar (parse), the templates and the stylesheet (a page, a drawn block), lxml (a field) and the entry point of the command line.
WORKS = """
import sys, blocks
document = blocks.parse('<!-- wp:heading {"level":3} --><h3>Tea &amp; toast</h3><!-- /wp:heading -->')
print(blocks.__file__)
print(next(document.find(blocks.Heading)).content.text)
page = blocks.render(document, page=True)
print(page.count('<h3 class="wp-block-heading">Tea &amp; toast</h3>'), ".page" in page, len(blocks.formats()) >= 3)
print(blocks.render('<!-- wp:latest-posts /-->', site=blocks.MemorySite()).count("wp-block-latest-posts__list"))
print(blocks.render(document, to="text").split()[:3])
"""
WORKED = "Tea & toast\n1 True True\n1\n['Tea', '&', 'toast']\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_holds_the_package_its_data_the_grammar_and_nothing_else(wheel: Path) -> None:
    shipped = contents(wheel)
    info = next(name for name in shipped if name.endswith(".dist-info/METADATA")).removesuffix("METADATA")
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "blocks").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {"blocks/py.typed", "blocks/render/html/templates/page.html"} <= package
    grammars = {f"blocks/grammar/{path.name}" for path in (ROOT / "grammar").glob("*.lark")}
    assert "blocks/grammar/blocks.lark" in grammars
    licences = {f"{info}licenses/LICENSE"} | {
        f"{info}licenses/LICENSES/{x.name}" for x in (ROOT / "LICENSES").iterdir()
    }
    about = {info + name for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt")}
    assert set(shipped) == package | grammars | licences | about
    metadata = shipped[info + "METADATA"].decode()
    assert "\nLicense-Expression: GPL-2.0-or-later OR MPL-2.0\n" in metadata
    assert "\nRequires-Python: >=3.11\n" in metadata


def test_the_wheel_made_from_the_sdist_is_the_wheel_made_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(built(ROOT, "sdist", tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path, filter="data")
        (top,) = {name.partition("/")[0] for name in archive.getnames()}
    unpacked = tmp_path / top
    for name in ("README.md", "CHANGELOG.md", "Makefile", "grammar/blocks.lark", "tests/test_packaging.py", "docs"):
        assert (unpacked / name).exists(), f"the sdist lacks {name}"
    assert contents(built(unpacked, "wheel", tmp_path / "wheel")) == contents(wheel)


def test_the_installed_wheel_works_from_an_empty_directory(wheel: Path, tmp_path: Path) -> None:
    site = installed(wheel, tmp_path / "site")
    empty = tmp_path / "empty"
    empty.mkdir()
    place, _, printed = answer("-c", WORKS, path=(site,), cwd=empty).partition("\n")
    assert Path(place).is_relative_to(site)
    assert printed == WORKED
    assert answer("-m", "blocks", "--version", path=(site,), cwd=empty).startswith("blocks ")


def test_the_wheel_can_be_imported_as_it_is(wheel: Path, tmp_path: Path) -> None:
    place, _, printed = answer("-c", WORKS, path=(wheel,), cwd=tmp_path).partition("\n")
    assert Path(place).is_relative_to(wheel)
    assert printed == WORKED


def test_an_editable_install_runs_the_checkout(tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    pytest.importorskip("editables")
    script = f"from hatchling.build import build_editable; build_editable({str(tmp_path)!r})"
    assert run("-c", script, path=(), cwd=ROOT).returncode == 0
    (editable,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    shutil.unpack_archive(editable, site, "zip")
    adding = f"import site; site.addsitedir({str(site)!r})\n"
    place, _, printed = answer("-c", adding + WORKS, path=(), cwd=tmp_path).partition("\n")
    assert Path(place) == ROOT / "blocks" / "__init__.py"
    assert printed == WORKED


def test_a_checkout_reads_the_grammar_that_lies_beside_the_package(tmp_path: Path) -> None:
    copied(ROOT / "blocks", tmp_path / "blocks")
    grammar = copied(ROOT / "grammar", tmp_path / "grammar") / "blocks.lark"
    text = grammar.read_text(encoding="utf-8")
    names = "import blocks; print([b.block_name for b in blocks.parse('<!-- wp:a /--><!-- blk:b /-->').walk()])"
    assert answer("-c", names, path=(tmp_path,), cwd=tmp_path) == "['core/a', None]\n"
    grammar.write_text(text.replace('"wp:"', '"blk:"'), encoding="utf-8")
    assert answer("-c", names, path=(tmp_path,), cwd=tmp_path) == "[None, 'core/b']\n"


def test_a_package_without_its_grammar_says_so(tmp_path: Path) -> None:
    copied(ROOT / "blocks", tmp_path / "blocks")
    done = run("-c", "import blocks; blocks.parse('x')", path=(tmp_path,), cwd=tmp_path)
    assert "GrammarError: grammar/blocks.lark is neither in the package nor in" in done.stderr
