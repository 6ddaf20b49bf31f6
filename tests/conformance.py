"""Compares what this library answers with what WordPress answers, over any folder of inputs and answers.

    python -m tests.conformance [--corpus DIR] [--report FILE]

An input is a file `NAME.html` whose NAME has no dot, at any depth below the folder; WordPress's answers lie beside it:
`NAME.parsed.json` (or `NAME.parsed.latin1.json`, bytes mapped to U+0000–U+00FF), `NAME.serialized.html`, and
`NAME.editor.json`, the typed tree, `NAME.rendered.html` and `NAME.styles.css`, what `do_blocks()` printed, and
`NAME.content.html`, what `the_content` made of it. A kind counts the inputs that have its answer; `typed` counts blocks.
Of `html` and `css` a table tells for each block type, and each support, how many of the inputs that use it are equal. Prints one line a
kind, then a table by folder and one by block type; `--report` writes every difference as JSON. A crash on one input is a
difference, not the end of the run.

Exit code: 0 where all is equal, 1 where something differs, 2 where there is nothing to compare. Differences that
`tests/deviations.toml` lists are never counted as equal, but alone they do not make it 1; listed ones that do not
differ any more do.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any

import click

import blocks
from tests import wordpress
from tests.compare import different_json, different_text, load_json
from tests.corpus import answer, folder, inputs
from tests.supports_used import supports_used
from tests.typed import Compared, compared

DEVIATIONS = Path(__file__).with_name("deviations.toml")


class Input:
    """One input of a corpus, parsed once for all kinds."""

    def __init__(self, path: Path, corpus: Path | None = None) -> None:
        self.path = path
        self.corpus = corpus if corpus is not None else path.parent
        self.name = f"{path.parent.name}/{path.stem}"
        """The name by which reports and deviations call it, the same whichever folder above was given."""

    @cached_property
    def source(self) -> bytes:
        return self.path.read_bytes()

    @cached_property
    def document(self) -> blocks.Document:
        return blocks.parse(self.source)

    @cached_property
    def uses(self) -> list[str]:
        """The block types in it by name, and the supports as `(layout)`."""
        types = {node.block_name for node in self.document.walk() if node.block_name is not None}
        return sorted(types) + sorted(f"({support})" for support in supports_used(self.document))

    @cached_property
    def rendered(self) -> blocks.Result:
        return blocks.convert(self.document, **wordpress.options(self.path, self.corpus))

    def answer(self, kind: str) -> Path:
        return answer(self.path, kind)


# ------------------------------------------------------------------------------------------------------- the kinds


def parse(case: Input) -> str | None:
    """`to_wordpress()` against `parse_blocks()`."""
    ours = case.document.to_wordpress(limit=None)
    if case.answer("parsed.json").exists():
        return different_json(ours, load_json(case.answer("parsed.json")))
    theirs = load_json(case.answer("parsed.latin1.json"))
    return different_json(ours, theirs, read=lambda text: text.encode("latin-1").decode("utf-8", "surrogateescape"))


def roundtrip(case: Input) -> str | None:
    """`serialize()` of bytes and of text against the input itself."""
    text = case.source.decode("utf-8", "surrogateescape")
    return different_text(case.document.serialize(), case.source) or different_text(
        blocks.parse(text).serialize(), text
    )


def canonical(case: Input) -> str | None:
    """`serialize(canonical=True)` against `serialize_blocks(parse_blocks())`."""
    ours = case.document.serialize(canonical=True, limit=None)
    return different_text(ours, case.answer("serialized.html").read_bytes())


def engines(case: Input) -> str | None:
    """The tree of the linear engine against that of Lark's LALR parser."""
    trees = (case.document, blocks.parse(case.source, engine="lark"))
    overlaps = [(tree.overlap_start, len(tree.overlapping), len(tree.children)) for tree in trees]
    if overlaps[0] != overlaps[1]:
        return f"linear overlaps {overlaps[0]}, lark {overlaps[1]}"
    for ours, theirs in zip_longest(*(tree.walk(blanks=True) for tree in trees)):
        if ours is None or theirs is None or _facts(ours) != _facts(theirs):
            return f"at {(ours or theirs).span}: linear has {ours!r}, lark {theirs!r}"
        if difference := different_json(ours.attributes, theirs.attributes):
            return f"at {ours.span}: attributes: {difference}"
    return None


def _facts(node: blocks.Block) -> tuple[object, ...]:
    return (
        type(node),
        node.span,
        node.block_name,
        node.raw_attributes,
        node.content_size,
        node.is_nested,
        node.is_closed,
        len(node.children),
    )


def typed(case: Input) -> list[Compared]:
    """Every block of `to_json()` against that of the editor's `parse()`."""
    theirs = load_json(case.answer("editor.json"))
    return list(compared(case.document.to_json(limit=None), theirs))


def html(case: Input) -> str | None:
    """HTML against `do_blocks()`."""
    return _different_html(case.rendered.output, case.answer("rendered.html"))


def css(case: Input) -> str | None:
    """The stylesheet of the block supports against that which `do_blocks()` left."""
    return _different_html(case.rendered.css, case.answer("styles.css"))


def content(case: Input) -> str | None:
    """HTML with the filters of `the_content` against WordPress's."""
    result = blocks.convert(case.document, filters="the_content", **wordpress.options(case.path, case.corpus))
    return _different_html(result.output, case.answer("content.html"))


# uniqid(): the second in hexadecimal, then the microsecond, which no one can know.
_UNIQID = re.compile(f"{int(wordpress.NOW.timestamp()):x}[0-9a-f]{{5}}")


def _different_html(ours: str, theirs: Path) -> str | None:
    expected = theirs.read_bytes().decode("utf-8", "surrogateescape")
    return different_text(_UNIQID.sub("uniqid", ours), _UNIQID.sub("uniqid", expected))


@dataclass(frozen=True)
class Kind:
    """What is compared: a function that says how the two differ, and the answers of which it needs one.

    It gives None where they do not differ, or a list of what it compared inside the input.
    """

    compare: Callable[[Input], str | list[Compared] | None]
    answers: tuple[str, ...] = ()

    def applies(self, case: Input) -> bool:
        return not self.answers or any(case.answer(kind).exists() for kind in self.answers)


KINDS: dict[str, Kind] = {
    "parse": Kind(parse, ("parsed.json", "parsed.latin1.json")),
    "roundtrip": Kind(roundtrip),
    "canonical": Kind(canonical, ("serialized.html",)),
    "engines": Kind(engines),
    "typed": Kind(typed, ("editor.json",)),
    "html": Kind(html, ("rendered.html",)),
    "css": Kind(css, ("styles.css",)),
    "content": Kind(content, ("content.html",)),
}
UNITS = {"typed": "blocks"}
DRAWN = ("html", "css", "content")

# --------------------------------------------------------------------------------------------------------- the run


@dataclass(frozen=True)
class Difference:
    """One input that one kind finds different: where and how, and the reason where it is a listed deviation."""

    input: str
    kind: str
    difference: str
    deviation: str | None = None


@dataclass
class Score:
    """Of how many inputs that a kind applies to the answers are equal."""

    equal: int = 0
    of: int = 0

    def __str__(self) -> str:
        return f"{self.equal}/{self.of}"


@dataclass
class Results:
    """What a run over a corpus found: scores by folder and kind, the differences, and deviations listed in vain."""

    folders: dict[str, dict[str, Score]] = field(default_factory=dict)
    types: dict[str, Score] = field(default_factory=dict)
    """Scores of the typed tree by the type of the block."""
    used: dict[str, dict[str, Score]] = field(default_factory=dict)
    """Scores of HTML and CSS by what an input makes use of: block types by name, supports as `(layout)`."""
    differences: list[Difference] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        return bool(self.stale) or any(found.deviation is None for found in self.differences)

    def total(self, kind: str) -> Score:
        scores = [scores[kind] for scores in self.folders.values()]
        return Score(sum(score.equal for score in scores), sum(score.of for score in scores))


Deviations = Mapping[tuple[str, str], str]
"""Reasons by input and kind."""


def deviations(path: Path = DEVIATIONS) -> dict[tuple[str, str], str]:
    """The differences that are meant, from a file of `[[deviation]]` with `input`, `kind` and `reason`."""
    listed = tomllib.loads(path.read_text(encoding="utf-8")).get("deviation", [])
    return {(one["input"], one["kind"]): one["reason"] for one in listed}


def run(corpus: Path, listed: Deviations) -> Results:
    """Compare every input below `corpus` in every kind."""
    results = Results()
    for path in inputs(corpus):
        case = Input(path, corpus)
        scores = results.folders.setdefault(
            path.parent.relative_to(corpus).as_posix(), {name: Score() for name in KINDS}
        )
        for name, kind in KINDS.items():
            if not kind.applies(case):
                continue
            found, reason = _compared(kind, case), listed.get((case.name, name))
            differences = [one.difference for one in found if one.difference is not None]
            scores[name].of += len(found)
            scores[name].equal += len(found) - len(differences)
            if name == "typed":
                _count(results.types, found)
            if name in DRAWN:
                for used in case.uses:
                    score = results.used.setdefault(used, {kind: Score() for kind in DRAWN})[name]
                    score.of += 1
                    score.equal += not differences
            for difference in differences:
                results.differences.append(Difference(case.name, name, difference, reason))
            if not differences and reason is not None:
                results.stale.append(f"{case.name} {name}")
    return results


def _compared(kind: Kind, case: Input) -> list[Compared]:
    try:
        result = kind.compare(case)
    except Exception as error:  # noqa: BLE001 - whatever an input does to the library is what we came to see
        result = f"crash: {type(error).__name__}: {str(error)[:300]}"
    return result if isinstance(result, list) else [Compared("", "(the document)", result)]


def _count(types: dict[str, Score], found: Iterable[Compared]) -> None:
    for one in found:
        score = types.setdefault(one.name, Score())
        score.of += 1
        score.equal += one.difference is None


# --------------------------------------------------------------------------------------------------- the command


def main(arguments: list[str] | None = None) -> int:
    """The command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--corpus", type=Path, default=folder() / "conformance", metavar="DIR")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write every difference there, as JSON")
    options = parser.parse_args(arguments)
    if not options.corpus.is_dir():
        click.echo(f"conformance: there is no folder {options.corpus}; name one: make conformance CORPUS=DIR", err=True)
        return 2
    results = run(options.corpus, deviations())
    if not results.folders:
        click.echo(f"conformance: no input NAME.html lies below {options.corpus}", err=True)
        return 2
    click.echo("\n".join(_lines(results)))
    if options.report is not None:
        try:
            options.report.write_text(_report(options.corpus, results), encoding="utf-8")
        except OSError as error:
            click.echo(f"conformance: the report cannot be written: {error}", err=True)
            return 2
    return 1 if results.failed else 0


def _lines(results: Results) -> Iterator[str]:
    for name in KINDS:
        yield f"{name} {results.total(name)}{' ' + UNITS[name] if name in UNITS else ''}"
    yield ""
    yield from _table(
        [["folder", *KINDS], *([name, *map(str, scores.values())] for name, scores in results.folders.items())]
    )
    if results.types:
        yield ""
        yield from _table([["type", "typed"], *([name, str(score)] for name, score in sorted(results.types.items()))])
    if results.used:
        yield ""
        rows = ([name, *map(str, scores.values())] for name, scores in sorted(results.used.items()))
        yield from _table([["inputs that use", *DRAWN], *rows])
    for found in results.differences[:20]:
        meant = f" (listed: {found.deviation})" if found.deviation else ""
        yield f"\n{found.input}: {found.kind} differs{meant}\n  {found.difference}"
    if len(results.differences) > 20:
        yield f"\n… and {len(results.differences) - 20} more; --report FILE writes them all"
    for name in results.stale:
        yield f"\n{name}: listed in {DEVIATIONS.name}, but does not differ; take it off the list"


def _table(rows: Iterable[list[str]]) -> Iterator[str]:
    rows = list(rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *rest in rows:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
        yield "  ".join(cells)


def _report(corpus: Path, results: Results) -> str:
    report: dict[str, Any] = {
        "corpus": str(corpus),
        "kinds": {name: asdict(results.total(name)) for name in KINDS},
        "types": {name: asdict(score) for name, score in sorted(results.types.items())},
        "used": {
            name: {kind: asdict(score) for kind, score in scores.items()} for name, scores in results.used.items()
        },
        "differences": [asdict(found) for found in results.differences],
        "deviations that do not differ": results.stale,
    }
    return json.dumps(report, ensure_ascii=True, indent=2) + "\n"


if __name__ == "__main__":
    sys.exit(main())
