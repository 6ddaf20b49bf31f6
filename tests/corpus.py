"""Where WordPress's own answers lie. They are no part of this project: tests that read them skip where they are absent."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

BESIDE = Path(__file__).resolve().parents[2] / "shared"


def shared(*parts: str) -> Path:
    """A path in the folder of shared material; the test skips, saying so, where it is absent."""
    path = folder().joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{'/'.join(parts)} of the shared material is absent (set BLOCKS_SHARED to its folder)")
    return path


def folder() -> Path:
    """The folder of shared material, whether it exists or not: $BLOCKS_SHARED, or ../shared."""
    return Path(os.environ.get("BLOCKS_SHARED", BESIDE))


def inputs(corpus: Path) -> Iterator[Path]:
    """Every input of a corpus, in subfolders too: `NAME.html`, whose NAME has no dot; the rest are answers."""
    return (path for path in sorted(corpus.rglob("*.html")) if "." not in path.stem and path.is_file())


def answer(path: Path, kind: str) -> Path:
    """The file with WordPress's answer of one kind to an input: `answer(path, "parsed.json")`."""
    return path.with_name(f"{path.stem}.{kind}")
