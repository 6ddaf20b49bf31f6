"""A case: a file of block markup, and the expectations beside it, each a test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

import blocks
from blocks.model.json_text import pretty
from blocks.testing.difference import difference, normalized

if TYPE_CHECKING:
    from _pytest._code.code import TerminalRepr

CASE: Final = ".blocks.html"
WRITTEN: Final = "blocks_written"  # the property of a test's report that names the expectation it wrote

OF_HTML: Final = {
    "blocks_theme_json": ("theme_json", "the theme.json, or the theme's folder, that the HTML of cases is for"),
    "blocks_site": ("site", "the site that the HTML of cases is from: a file, or a folder of REST answers"),
    "blocks_request": ("request", "which page the HTML of cases is of: a JSON file"),
}
"""Ini options that name a file: the option of the HTML renderer that each is, and what it says."""


def _rendered(to: str) -> Callable[[bytes, pytest.Config], str]:
    return lambda markup, config: blocks.render(markup, to, **options(config, to))


def _tree(markup: bytes, config: pytest.Config) -> str:  # noqa: ARG001 - no theme changes what a text says
    return pretty(blocks.parse(markup).to_wordpress())


# how the expectation's name ends: what it is compared with
KINDS: Final[dict[str, Callable[[bytes, pytest.Config], str]]] = {
    "html": _rendered("html"),
    "txt": _rendered("text"),
    "amp.html": _rendered("amp"),
    "tree.json": _tree,
}


class FailedCaseError(Exception):
    """What is told of a case that failed, as it is to be printed."""


class CaseFile(pytest.File):
    """`NAME.blocks.html`: a test for every expectation `NAME.KIND` beside it."""

    def collect(self) -> Iterator[pytest.Item]:
        kinds = [kind for kind in KINDS if self.expectation(kind).is_file()]
        for kind in kinds:
            yield Expectation.from_parent(self, name=kind)
        if not kinds:
            yield NoExpectation.from_parent(self, name="no-expectation")

    def expectation(self, kind: str) -> Path:
        """Where the expectation of a kind lies, whether it exists or not."""
        return self.path.with_name(f"{self.path.name.removesuffix(CASE)}.{kind}")


class _CaseItem(pytest.Item):
    parent: CaseFile

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"{self.path.name}: {self.name}"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str | TerminalRepr:  # type: ignore[override]
        if isinstance(excinfo.value, FailedCaseError):
            return str(excinfo.value)
        if isinstance(excinfo.value, blocks.BlocksError | OSError):
            return f"{_shown(self.path, self.config)}: {type(excinfo.value).__name__}: {excinfo.value}"
        return super().repr_failure(excinfo)


class Expectation(_CaseItem):
    """The test that a case's markup becomes what stands in one expectation; its name is the kind."""

    def runtest(self) -> None:
        path = self.parent.expectation(self.name)
        got = KINDS[self.name](self.path.read_bytes(), self.config)
        expected = path.read_bytes().decode("utf-8", "surrogateescape")
        if normalized(expected) == normalized(got):
            return
        name = _shown(path, self.config)
        if not self.config.getoption("blocks_update"):
            raise FailedCaseError(difference(expected, got, name, f"{self.path.name} → {self.name}"))
        path.write_bytes((normalized(got) + "\n").encode("utf-8", "surrogateescape"))
        self.user_properties.append((WRITTEN, name))


class NoExpectation(_CaseItem):
    """Fails: a case that is compared with nothing tests nothing."""

    def runtest(self) -> None:
        names = [self.parent.expectation(kind).name for kind in KINDS]
        raise FailedCaseError(
            f"{_shown(self.path, self.config)} has nothing to be compared with: beside it stands none of "
            f"{', '.join(names)}. Make an empty file of each that you want, and let `pytest --blocks-update` write it"
        )


def options(config: pytest.Config, to: str) -> dict[str, Any]:
    """What `blocks.render` is given for a format: the paths of the ini options, which are relative to the rootdir."""
    names = {"blocks_theme": "theme"} | ({ini: name for ini, (name, _) in OF_HTML.items()} if to == "html" else {})
    said = {name: config.getini(ini) for ini, name in names.items()}
    return {name: config.rootpath / value for name, value in said.items() if value}


def _shown(path: Path, config: pytest.Config) -> str:
    """A path as the one who started pytest would write it."""
    try:
        return os.path.relpath(path, config.invocation_params.dir)
    except ValueError:  # another drive
        return str(path)
