"""Distributions made and installed for a test, and Python run beside them. Nothing is fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# What a build may read of a checkout, besides the folders of code.
_NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "*.egg-info")


def run(*arguments: str | Path, path: tuple[Path, ...] = (ROOT,), cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run Python with `arguments` in the folder `cwd`, and with `path` before everything installed."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path)), "PYTHONUTF8": "1", "COLUMNS": "80"}
    for name in [name for name in environment if name.startswith(("PYTEST_", "COV_"))]:
        del environment[name]
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def answer(*arguments: str | Path, path: tuple[Path, ...] = (ROOT,), cwd: Path) -> str:
    """What `run` printed; the test fails where the process did, or warned."""
    done = run("-W", "error", *arguments, path=path, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout


def copied(folder: Path, to: Path) -> Path:
    """A copy of a project's folder without what tools left in it."""
    return shutil.copytree(folder, to, ignore=_NOT_COPIED)


def built(folder: Path, kind: str, into: Path) -> Path:
    """The distribution, `wheel` or `sdist`, of the project in `folder`, made by its build backend."""
    pytest.importorskip("hatchling", reason="hatchling is absent (it is one of the tools of the extra `dev`)")
    done = run("-m", "hatchling", "build", "--target", kind, "--directory", into, path=(), cwd=folder)
    assert done.returncode == 0, done.stderr
    (made,) = into.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return made


def installed(wheel: Path, into: Path) -> Path:
    """The folder `into` with the wheel installed in it, by pip and without what it depends on."""
    done = run("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps",
               "--no-compile", "--target", into, wheel, path=(), cwd=wheel.parent)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return into
