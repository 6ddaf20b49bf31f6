"""WordPress's answers, folder by folder and kind by kind; and that the comparison sees what differs.

The inputs in tests/conformance_data are always there; those of the shared material are read where they lie.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

import blocks
from tests import conformance
from tests.compare import different_json, different_text, load_json
from tests.conformance import KINDS, Results, Score, deviations, main, run
from tests.corpus import folder

OWN = Path(__file__).with_name("conformance_data")
SHARED = folder() / "conformance"


@cache
def results(corpus: Path) -> Results:
    return run(corpus, deviations())


def check(found: Results, kind: str) -> None:
    unlisted = [
        f"{one.input}: {one.difference}" for one in found.differences if one.kind == kind and one.deviation is None
    ]
    assert not unlisted, f"{len(unlisted)} differ, such as\n" + "\n".join(unlisted[:5])
    assert not found.stale, "take these off the list of deviations: they do not differ"
    assert found.total(kind).of > 0


@pytest.mark.parametrize("kind", KINDS)
def test_own_inputs_equal_wordpress(kind: str) -> None:
    check(results(OWN), kind)
    assert results(OWN).total(kind).of > 200


SHARED_FOLDERS = sorted(path.name for path in SHARED.glob("*") if any(path.glob("*.parsed*.json")))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SHARED_FOLDERS or ["conformance"])
def test_shared_inputs_equal_wordpress(name: str, kind: str) -> None:
    if not SHARED_FOLDERS:
        pytest.skip("conformance of the shared material is absent (set BLOCKS_SHARED to its folder)")
    check(results(SHARED / name), kind)


# ---------------------------------------------------------------------------------------------- the tool itself


VOID = "<!-- wp:x /-->"
VOID_PARSED = [{"blockName": "core/x", "attrs": {}, "innerBlocks": [], "innerHTML": "", "innerContent": []}]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of one input, right in every kind, two folders down."""
    place = tmp_path / "corpus" / "a" / "b"
    place.mkdir(parents=True)
    (place / "void.html").write_text(VOID)
    (place / "void.parsed.json").write_text(json.dumps(VOID_PARSED))
    (place / "void.serialized.html").write_text(VOID)
    missing = {"originalName": "core/x", "originalUndelimitedContent": "", "originalContent": VOID}
    typed = [{"name": "core/missing", "isValid": True, "attributes": missing, "innerBlocks": []}]
    (place / "void.editor.json").write_text(json.dumps(typed))
    for drawn in (
        "rendered.html",
        "styles.css",
        "content.html",
    ):  # the first and the last are no inputs: a dot is in their names
        (place / f"void.{drawn}").write_text("")
    return tmp_path / "corpus"


def test_all_equal_is_exit_0(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--corpus", str(corpus)]) == 0
    lines = capsys.readouterr().out.splitlines()
    kinds = ["parse 1/1", "roundtrip 1/1", "canonical 1/1", "engines 1/1", "typed 1/1 blocks"]
    assert lines[:8] == [*kinds, "html 1/1", "css 1/1", "content 1/1"]
    assert lines[10].split() == ["a/b", *["1/1"] * 8]
    assert [line.split() for line in lines[12:14]] == [["type", "typed"], ["core/missing", "1/1"]]
    assert lines[15].split() == ["inputs", "that", "use", "html", "css", "content"]
    assert lines[16].split() == ["core/x", "1/1", "1/1", "1/1"]


def test_html_is_counted_by_block_types_and_supports(corpus: Path) -> None:
    (corpus / "a/b/two.html").write_text('<!-- wp:paragraph {"fontSize":"large"} --><p>A</p><!-- /wp:paragraph -->')
    (corpus / "a/b/two.rendered.html").write_text("<p>B</p>")
    found = run(corpus, {}).used
    assert found["core/paragraph"]["html"] == found["(typography)"]["html"] == Score(0, 1)
    assert found["core/x"]["html"] == Score(1, 1)
    assert found["core/paragraph"]["css"] == Score(0, 0)


def test_typed_trees_are_counted_by_block(corpus: Path) -> None:
    (corpus / "a/b/two.html").write_text("<!-- wp:spacer /-->")
    spacer = {"name": "core/spacer", "attributes": {"height": "100px"}, "innerBlocks": []}
    inner = {"name": "core/more", "attributes": {}, "innerBlocks": []}
    (corpus / "a/b/two.editor.json").write_text(json.dumps([{**spacer, "innerBlocks": [inner]}, inner]))
    found = run(corpus, {})
    assert found.total("typed") == Score(1, 4)
    assert found.types == {"core/missing": Score(1, 1), "core/spacer": Score(0, 1), "core/more": Score(0, 2)}
    assert [one.difference for one in found.differences if one.kind == "typed"] == [
        "[0] core/spacer: 0 blocks inside for 1",
        "[1]: None for core/more",
        "[0][0]: None for core/more",
    ]


def test_a_difference_is_exit_1_and_stands_in_the_report(corpus: Path, tmp_path: Path) -> None:
    (corpus / "a/b/void.parsed.json").write_text(json.dumps([{**VOID_PARSED[0], "innerContent": [None, "y"]}]))
    (corpus / "a/b/void.serialized.html").write_text("<!-- wp:y /-->")
    report = tmp_path / "report.json"
    assert main(["--corpus", str(corpus), "--report", str(report)]) == 1
    written = json.loads(report.read_text())
    assert written["kinds"]["parse"] == {"equal": 0, "of": 1}
    assert written["kinds"]["roundtrip"] == {"equal": 1, "of": 1}
    assert [(one["input"], one["kind"], one["difference"]) for one in written["differences"]] == [
        ("b/void", "parse", "[0].innerContent: [] for [None, 'y']"),
        ("b/void", "canonical", "at 8: '<!-- wp:x /-->' for '<!-- wp:y /-->'".replace(" '", " b'")),
    ]


def test_an_input_without_an_answer_is_not_counted(corpus: Path) -> None:
    (corpus / "a/b/void.parsed.json").unlink()
    assert run(corpus, {}).total("parse") == Score(0, 0)
    assert run(corpus, {}).total("roundtrip") == Score(1, 1)


def test_an_answer_in_latin1_is_read_as_bytes(corpus: Path) -> None:
    (corpus / "a/b/raw.html").write_bytes(b"\xff\xc3\xa9")
    block = {**VOID_PARSED[0], "blockName": None, "innerHTML": "\xff\xc3\xa9", "innerContent": ["\xff\xc3\xa9"]}
    (corpus / "a/b/raw.parsed.latin1.json").write_text(json.dumps([block]))
    assert run(corpus, {}).total("parse") == Score(2, 2)


def test_a_crash_is_a_difference(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_: conformance.Input) -> str | None:
        raise RecursionError("too deep")

    monkeypatch.setitem(KINDS, "canonical", conformance.Kind(crash))
    found = run(corpus, {})
    assert [one.difference for one in found.differences] == ["crash: RecursionError: too deep"]
    assert found.total("engines") == Score(1, 1)


@pytest.mark.parametrize("kind", ["roundtrip", "engines"])
def test_a_parser_that_goes_wrong_is_seen(kind: str, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parse = blocks.parse
    (corpus / "a/b/group.html").write_text(f"<!-- wp:g -->{VOID}<!-- /wp:g -->")

    def wrong(source: str | bytes, engine: str = "linear") -> object:
        flat = kind == "roundtrip" and isinstance(source, str)
        return parse(VOID if flat or engine == "lark" else source)

    monkeypatch.setattr(blocks, "parse", wrong)
    assert run(corpus, {}).total(kind) == Score(1, 2)


def test_nothing_to_compare_is_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--corpus", str(tmp_path / "absent")]) == 2
    assert main(["--corpus", str(tmp_path)]) == 2
    assert [line.partition(str(tmp_path))[0] for line in capsys.readouterr().err.splitlines()] == [
        "conformance: there is no folder ",
        "conformance: no input NAME.html lies below ",
    ]


def test_a_listed_deviation_does_not_fail_until_it_is_stale(corpus: Path) -> None:
    listed = {("b/void", "canonical"): "on purpose"}
    assert run(corpus, listed).stale == ["b/void canonical"]
    assert run(corpus, listed).failed
    (corpus / "a/b/void.serialized.html").write_text("<!-- wp:y /-->")
    found = run(corpus, listed)
    assert (found.failed, found.total("canonical")) == (False, Score(0, 1))
    assert [one.deviation for one in found.differences] == ["on purpose"]


def test_every_listed_deviation_names_a_kind_and_gives_a_reason() -> None:
    for (_, kind), reason in deviations().items():
        assert kind in KINDS
        assert len(reason) > 20


def test_deviations_are_read_from_toml(tmp_path: Path) -> None:
    path = tmp_path / "deviations.toml"
    path.write_text('[[deviation]]\ninput = "edge/x"\nkind = "canonical"\nreason = "R"\n')
    assert deviations(path) == {("edge/x", "canonical"): "R"}


@pytest.mark.parametrize(
    ("ours", "theirs", "difference"),
    [
        ({"a": [1, {}]}, {"a": [1, []]}, None),
        (float("inf"), 0, None),
        (1.0, 1, None),
        (True, 1, "at the top: True for 1"),
        (None, [], "at the top: None for []"),
        ([{"a": 1}], [{"b": 1}], "[0]: an object of ['a'] for an object of ['b']"),
        ([[1, 2]], [[1]], "[0]: [1, 2] for [1]"),
        ({"a": [None, "abc"]}, {"a": [None, "abd"]}, ".a[1]: at 2: 'abc' for 'abd'"),
        ({"a": {}}, {"a": [0]}, ".a: {} for [0]"),
    ],
)
def test_structures_are_compared_as_php_sees_them(ours: object, theirs: object, difference: str | None) -> None:
    assert different_json(ours, theirs) == difference


def test_answers_may_be_deeper_than_python_recurses(tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    path.write_text("[" * 5_000 + "1" + "]" * 5_000)
    one, other = load_json(path), load_json(path)
    assert different_json(one, other) is None


def test_the_first_different_byte_is_found() -> None:
    assert different_text("x" * 1000 + "a", "x" * 1000 + "b") == f"at 1000: {'x' * 40 + 'a'!r} for {'x' * 40 + 'b'!r}"
    assert different_text("abc", "ab") == "at 2: 'abc' for 'ab'"
    assert different_text("abc", b"abc") == "str for bytes"
