"""Is the AMP output valid? The official validator over every input of a corpus, examples, cases, and hostile documents.

    python -m tests.amp_validator [--corpus DIR] [--hostile N] [--first N] [--quick] [--report FILE]

Each is rendered as a page, and as a fragment in a page of its components; the inputs of a corpus without anything, as
WordPress's answers were made (site, request, theme), with the filters of `the_content`, and with AMP's own options.
Every element and attribute that the cleaning lets through by its tables is tried as well (`rules/`).

It needs node, and npm for the first time. Prints `amp k/n`, a table per folder, what took longest, and the first errors
of pages that fail, one page for each kind of error. Exit 0 fine, 1 failures, 2 could not run.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import click

from tests import corpus
from tests.amp.pages import (
    FAILED,
    OWN,
    Trial,
    corpus_trials,
    example_pages,
    example_trials,
    hostile_trials,
    rendered,
    rule_pages,
    rule_trials,
)
from tests.amp.validator import CannotRunError, Page, Validator, Verdict, install, missing, validated

__all__ = ["Page", "Verdict", "example_pages", "install", "missing", "rule_pages", "validated"]

PROCESSES = 2
LONG = 2_000_000  # characters, beyond which the validator may run out of its own memory
MEMORY = 3 << 30  # bytes that rendering may use; a document that needs more fails, and not the machine


@dataclass(frozen=True)
class Asked:
    """What is to be tried."""

    folders: tuple[Path, ...]
    hostile: int
    first: int = 0
    examples: bool = True

    def trials(self) -> Iterator[Trial]:
        """In the same order every time."""
        for folder in self.folders:
            yield from corpus_trials(folder)
        if self.examples:
            yield from example_trials()
            yield from rule_trials()
        yield from hostile_trials(self.hostile, self.first)


@dataclass
class Outcome:
    """What came out: how many pages of each folder pass, the verdicts on those that do not, and seconds by trial."""

    passed: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    failures: list[Verdict] = field(default_factory=list)
    too_long: int = 0
    """Pages that the validator has no memory for."""
    rendering: dict[str, float] = field(default_factory=dict)
    validating: float = 0.0

    def add(self, verdict: Verdict) -> None:
        folder = verdict.page.name.partition("/")[0]
        if verdict.status == "CRASH" and len(verdict.page.html) > LONG:
            self.too_long += 1
            return
        self.total[folder] += 1
        if verdict.passed:
            self.passed[folder] += 1
        else:
            self.failures.append(verdict)

    def merge(self, other: Outcome) -> None:
        self.passed += other.passed
        self.total += other.total
        self.failures += other.failures
        self.too_long += other.too_long
        self.rendering |= other.rendering
        self.validating += other.validating


def tried(asked: Asked, share: int = 0, shares: int = 1, *, memory: int | None = None) -> Outcome:
    """Render and validate every `shares`th trial; this process gets no more than `memory` from then on."""
    outcome = Outcome()
    with Validator() as ask:
        if memory is not None:
            _limit(memory)
        for number, trial in enumerate(asked.trials()):
            if number % shares != share:
                continue
            started = time.perf_counter()
            made = rendered(trial)
            done = time.perf_counter()
            outcome.rendering[trial.name] = done - started
            for page in made.pages:
                outcome.add(ask(page))
            if made.raised is not None:
                error = {"line": 0, "col": 0, "code": FAILED, "message": made.raised}
                outcome.add(Verdict(Page(trial.name, ""), FAILED, [error]))
            outcome.validating += time.perf_counter() - done
    return outcome


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))


def tried_in_processes(asked: Asked, processes: int = PROCESSES) -> Outcome:
    """Render and validate all, in so many processes of their own."""
    outcome = Outcome()
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        shares = [pool.submit(tried, asked, share, processes, memory=MEMORY) for share in range(processes)]
        for found in shares:
            outcome.merge(found.result())
    return outcome


# ----------------------------------------------------------------------------------------------------------- the report


def report(outcome: Outcome) -> None:
    """Print how many pages pass, in all and by folder, and why the others fail."""
    click.echo(f"amp {outcome.passed.total()}/{outcome.total.total()}")
    width = max(map(len, outcome.total), default=0)
    for folder, count in outcome.total.items():
        click.echo(f"  {folder:{width}} {outcome.passed[folder]}/{count}")
    if outcome.too_long:
        click.echo(f"  {outcome.too_long} pages of more than {LONG:,} characters were too long for the validator")
    slowest = sorted(outcome.rendering.items(), key=lambda pair: -pair[1])[:3]
    click.echo(
        f"rendering {sum(outcome.rendering.values()):.0f} s (longest: "
        + ", ".join(f"{name} {seconds:.1f}" for name, seconds in slowest)
        + f"), validating {outcome.validating:.0f} s, of processor time"
    )
    told: Counter[tuple[str, str]] = Counter()
    for verdict in outcome.failures:
        first = verdict.errors[0] if verdict.errors else {"line": 0, "col": 0, "code": "?", "message": "no error told"}
        kind = (str(first["code"]), str(first["message"])[:60])
        told[kind] += 1
        if told[kind] == 1:
            click.echo(f"{verdict.page.name}: {verdict.status}")
            for error in verdict.errors[:3] or [first]:
                click.echo(f"  {error['line']}:{error['col']} {error['code']} {error['message']}")
                if near := verdict.near(error):
                    click.echo(f"    {near}")
    for (code, message), count in told.most_common():
        click.echo(f"{count:6} {code} {message}")


def written(outcome: Outcome) -> str:
    """Every page that fails, with its errors, as JSON."""
    failures = [
        {"page": verdict.page.name, "status": verdict.status, "errors": verdict.errors} for verdict in outcome.failures
    ]
    return json.dumps({"total": outcome.total, "passed": outcome.passed, "failures": failures}, indent=1) + "\n"


def main() -> int:
    """The command; returns the exit code."""
    options = argparse.ArgumentParser(prog="python -m tests.amp_validator", description=__doc__.partition("\n")[0])
    options.add_argument(
        "--corpus", type=Path, metavar="DIR", help="a folder of inputs, in place of those that are known"
    )
    options.add_argument("--hostile", type=int, metavar="N", help="so many generated documents (default: 1000)")
    options.add_argument("--first", type=int, default=0, metavar="N", help="the number of the first of them")
    options.add_argument("--quick", action="store_true", help="this project's own inputs, and 200 generated documents")
    options.add_argument("--processes", type=int, default=min(PROCESSES, os.cpu_count() or 1), metavar="N")
    options.add_argument("--report", type=Path, metavar="FILE", help="write every failure there, as JSON")
    given = options.parse_args()
    shared = corpus.folder() / "conformance"
    if given.corpus is not None and not given.corpus.is_dir():
        click.echo(f"There is no folder {given.corpus}.", err=True)
        return 2
    folders = (OWN, shared) if shared.is_dir() and not given.quick else (OWN,)
    if given.corpus is None and folders == (OWN,) and not given.quick:
        click.echo("The shared material is absent: of the conformance inputs this project's own are tried.")
    hostile = given.hostile if given.hostile is not None else 200 if given.quick else 1000
    asked = Asked((given.corpus,) if given.corpus else folders, hostile, given.first, examples=given.corpus is None)
    try:
        install()
        outcome = tried_in_processes(asked, given.processes)
    except CannotRunError as error:
        click.echo(str(error), err=True)
        return 2
    report(outcome)
    if given.report is not None:
        given.report.write_text(written(outcome), encoding="utf-8")
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
