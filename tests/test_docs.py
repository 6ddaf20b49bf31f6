"""The documentation runs: Python sessions as doctests, console sessions as processes, example scripts to their end."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "grammar" / "README.md", *(ROOT / "docs").glob("*.md")])
SCRIPTS = sorted((ROOT / "examples").glob("*.py"))
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "plugins.md"], ids=relative)
def test_python_sessions_print_what_they_claim(page: Path) -> None:
    # tests/test_plugins.py runs docs/plugins.md, with the plugin that it is about installed
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert result.failed == 0


def sessions(page: Path) -> list[tuple[str, str]]:
    """(command, output) of each command in the page's console sessions."""
    found = []
    for session in CONSOLE.findall(page.read_text(encoding="utf-8")):
        for command in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
            line, _, output = command.partition("\n")
            found.append((line, output))
    return found


@pytest.mark.parametrize(
    ("command", "output"), [session for page in PAGES for session in sessions(page)], ids=lambda text: text[:40]
)
def test_console_sessions_print_what_they_claim(command: str, output: str) -> None:
    words = shlex.split(command)
    assert words[0] == "blocks", "only the command of this package is run"
    ran = subprocess.run(
        [sys.executable, "-m", "blocks", *words[1:]],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "100", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert ran.stdout.rstrip() == output.rstrip()


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("script", SCRIPTS, ids=relative)
def test_examples_run_and_print(script: Path, tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    assert len(ran.stdout.splitlines()) > 1


@pytest.mark.parametrize("script", SCRIPTS, ids=relative)
def test_an_example_is_short_and_says_what_one_will_see(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert text.startswith('"""')
    assert text.count("\n") <= 40


def test_the_version_is_told_once() -> None:
    import blocks

    assert f'version = "{blocks.__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
