"""That the benchmarks run; what they measure is for people to read."""

from __future__ import annotations

from pathlib import Path

import pytest

import blocks
from benchmarks import amp, whole, wxr
from benchmarks.__main__ import main
from benchmarks.contenders import INSTALLED, JavaScript, ours
from benchmarks.corpus import Post, generated, post
from benchmarks.race import Outcome, Setting, race

POSTS = [Post("void", "<!-- wp:x /-->"), Post("note", post(600))]


def test_generated_posts_are_the_same_every_time_and_free_of_problems() -> None:
    sizes = {"short": 5_000, "post": 20_000}
    assert generated(sizes) == generated(sizes)
    for one, size in zip(generated(sizes), sizes.values(), strict=True):
        assert size <= len(one.text) < size + 10_000
        document = blocks.parse(one.text)
        assert {problem.code for problem in document.problems} <= {"unknown-block"}
        assert document.serialize(canonical=True) == one.text
    assert post(5_000, seed=1) != post(5_000, seed=2)


def test_a_race_measures_every_post_by_every_engine() -> None:
    outcome = race(POSTS, Setting("test", warm_up=1, rounds=2), javascript=False)
    assert list(outcome.times) == ["linear", "lark", "whole"]
    assert all(len(times) == 2 and min(times) > 0 for times in outcome.times.values())
    lines = list(outcome.lines())
    assert [line.split()[0] for line in lines] == ["post", "void", "note", "all"]
    assert "/js" not in lines[0]


def test_ratios_are_sums_against_the_javascript_parser() -> None:
    outcome = Outcome(POSTS, {"js": [1.0, 3.0], "linear": [2.0, 7.0]})
    head, *rows = outcome.lines()
    assert head.split()[-1] == "linear/js"
    assert [row.split()[-1] for row in rows] == ["2.00", "2.33", "2.25"]
    assert [line.rpartition(" ")[2] for line in outcome.against({"linear": 2.5})] == ["reached"]
    assert [line.rpartition(" ")[2] for line in outcome.against({"linear": 2.0})] == ["missed"]


def test_the_engines_give_what_they_are_named_for() -> None:
    linear, lark, whole_structure = ours(POSTS)
    assert all(len(contender.round()) == 2 for contender in (linear, lark, whole_structure))


def test_the_javascript_parser_takes_part_where_it_is_installed() -> None:
    missing = JavaScript.missing()
    if missing is not None:
        pytest.skip(f"{missing}; it belongs into {INSTALLED.name}")
    with JavaScript(POSTS) as contender:
        times = contender.round()
    assert len(times) == 2
    assert min(times) > 0


def test_rendering_and_memory_are_measured() -> None:
    lines = list(whole.rendering(POSTS, rounds=1, formats=("html", "text")))
    assert [line.split()[0] for line in lines] == ["post", "void", "note"]
    (line,) = whole.memory(50_000)
    assert "MB held by the document" in line


def test_amp_is_measured_beside_html() -> None:
    head, *lines, verdict = amp.rendering(POSTS, rounds=1, is_judged=True)
    assert head.split() == ["html", "ms", "fragment", "ms", "page", "ms", "µs/block", "page/html"]
    assert [line.split()[0] for line in lines] == ["void", "note", "all"]
    assert verdict.rpartition(" ")[2] in ("reached", "missed")


def test_the_command_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "small.html").write_text(POSTS[1].text)
    assert main(["--quick", "--no-javascript", "--corpus", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "no JavaScript parser: it was left out" in printed
    assert "blocks render small.html --to html: " in printed


def test_a_folder_that_is_not_there_is_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--corpus", str(tmp_path / "absent")])
    assert stopped.value.code == 2
    assert "there is no folder" in capsys.readouterr().err


def test_every_reading_of_an_export_file_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert wxr.main(["--size", "1"]) == 0
    told = capsys.readouterr().out
    assert [name for name in wxr.READINGS if f"\n{name} " not in told] == []
