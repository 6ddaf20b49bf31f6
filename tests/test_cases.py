"""Every example of every case file under tests/cases/."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import blocks
from tests.cases import FENCE, Case, every_case, read


def problems(source: str) -> str:
    return "".join(f"{problem}\n" for problem in blocks.parse(source).problems)


def tree(source: str) -> str:
    """One line a block, indented by depth."""
    out: list[str] = []
    stack = [(node, 0) for node in reversed(blocks.parse(source).children)]
    while stack:
        node, depth = stack.pop()
        out.append(f"{'  ' * depth}{node!r}\n")
        stack += [(child, depth + 1) for child in reversed(node.children)]
    return "".join(out)


# What a format does with an input, where it is not just rendered to it.
FORMATS: dict[str, Callable[..., str]] = {
    "problems": problems,
    "tree": tree,
}


def answer(case: Case) -> str:
    if case.format in FORMATS:
        return FORMATS[case.format](case.source, **case.options)
    return blocks.render(case.source, to=case.format, **case.options)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in every_case()])
def test_case(case: Case) -> None:
    output = answer(case)
    if output != case.expected:
        pytest.fail(case.difference(output), pytrace=False)


def written(folder: Path, *lines: str) -> Path:
    path = folder / "tea.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_case_file_is_prose_with_examples(tmp_path: Path) -> None:
    path = written(
        tmp_path, "# Tea", "", "Tea is hot.", "", f"{FENCE} example text width=40", "<p>→</p>", ".", "Tea", FENCE
    )
    assert list(read(path, tmp_path)) == [Case("tea.txt:5 Tea", "text", "<p>\t</p>\n", "Tea\n", {"width": 40})]


@pytest.mark.parametrize("lines", [["a", ".", "b"], ["a", FENCE], ["a", ".", "b", ".", "c", FENCE]])
def test_a_broken_example_is_told_with_its_place(tmp_path: Path, lines: list[str]) -> None:
    with pytest.raises(ValueError, match=r"tea\.txt:1"):
        list(read(written(tmp_path, f"{FENCE} example text", *lines), tmp_path))


def test_a_failure_shows_the_input_and_the_difference() -> None:
    options: dict[str, Any] = {}
    case = Case("tea.txt:5 Tea", "text", "<p>Tea</p>\n", "Tea\n\nmore\n", options)
    assert case.difference("Tea\nmore").split("\n") == [
        "tea.txt:5 Tea (text)",
        "",
        "<p>Tea</p>",
        "",
        "--- want",
        "+++ got",
        "@@ -1,3 +1,2 @@",
        " Tea",
        "-",
        "-more",
        "+more (no line end)",
    ]
