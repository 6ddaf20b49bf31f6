"""A pytest plugin: what a theme makes of block markup, as files beside each other.

    tests/card.blocks.html      the case: block markup
    tests/card.html             expected: the HTML, with the theme's templates
    tests/card.txt              expected: the text
    tests/card.amp.html         expected: the AMP
    tests/card.tree.json        expected: what WordPress's parse_blocks() answers

Every expectation that exists is a test, `tests/card.blocks.html::amp.html`; one that does not exist is not checked.
`pytest --blocks-update` writes those that exist; make an empty file to ask for a new one. The ini option
`blocks_theme` names the theme's folder; `blocks_theme_json`, `blocks_site` and `blocks_request` say what the HTML is
rendered for. `docs/testing.md` shows it all at work.

pytest imports this file, and with it the package, at its start in every project of an environment: importing the
package loads no library, and must stay that light.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import blocks
from blocks.testing.cases import CASE, OF_HTML, WRITTEN, CaseFile, options


@pytest.fixture(scope="session")
def blocks_parse() -> Callable[..., blocks.Document]:
    """`blocks.parse`: markup → Document, with the same options."""
    return blocks.parse


@pytest.fixture(scope="session")
def blocks_render(pytestconfig: pytest.Config) -> Callable[..., str]:
    """`blocks.render`: markup → text, with the same options; those that ini options name are given already."""

    def render(source: str | bytes | blocks.Document | blocks.Post, to: str = "html", **given: Any) -> str:
        return blocks.render(source, to, **{**options(pytestconfig, to), **given})

    return render


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--blocks-update`, and the ini options."""
    parser.getgroup("blocks", "block markup").addoption(
        "--blocks-update",
        action="store_true",
        help=f"write the expectations beside every *{CASE} that exist already; an empty file asks for a new one",
    )
    parser.addini("blocks_theme", "the theme whose templates the cases are rendered with, relative to the rootdir")
    for name, (_, about) in OF_HTML.items():
        parser.addini(name, f"{about}; relative to the rootdir")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take `NAME.blocks.html` for a case."""
    if not file_path.name.endswith(CASE) or file_path.name == CASE:
        return None
    collected: pytest.Collector = CaseFile.from_parent(parent, path=file_path)
    return collected


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which expectations were written."""
    reports = terminalreporter.getreports("passed")
    written = [path for report in reports for name, path in report.user_properties if name == WRITTEN]
    if written:
        terminalreporter.section("blocks")
        for path in written:
            terminalreporter.write_line(f"written: {path}")
