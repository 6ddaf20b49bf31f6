"""The command: `python -m benchmarks [--corpus DIR] [--quick]`."""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
from pathlib import Path

from benchmarks import amp, html, text, typed, whole
from benchmarks.contenders import JavaScript
from benchmarks.corpus import SIZES, Post, generated, posts
from benchmarks.race import HOT, PIPELINE, Setting, race
from tests.corpus import folder

MB = 1_000_000

TARGETS = {"linear": 2.5, "lark": 12.0}
"""The most times the JavaScript parser's time that the engines may take, summed over real posts in a pipeline."""


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure parsing, rendering and memory.")
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="posts to measure on (default: the shared ones)")
    parser.add_argument("--no-javascript", action="store_true", help="leave WordPress's JavaScript parser out")
    parser.add_argument("--quick", action="store_true", help="small posts, few rounds: to see that it runs")
    options = parser.parse_args(arguments)
    if options.corpus is not None and not options.corpus.is_dir():
        parser.error(f"there is no folder {options.corpus}")

    missing = "it was left out" if options.no_javascript else JavaScript.missing()
    print(f"Python {platform.python_version()}, {_node() if missing is None else f'no JavaScript parser: {missing}'}")
    real = posts(options.corpus or folder() / "conformance" / "posts")
    sizes = {name: size for name, size in SIZES.items() if size <= MB // 100} if options.quick else SIZES
    settings = (Setting("pipeline", 0, 2), Setting("hot", 2, 2)) if options.quick else (PIPELINE, HOT)

    for name, corpus in {"posts": real, "generated": generated(sizes)}.items():
        _race(name, corpus, settings, javascript=missing is None)
    _section("Whole process", *whole.process(2 if options.quick else 9))
    _section("Rendering of a parsed post", *whole.rendering(real or generated(sizes), 1 if options.quick else 5))
    _section("HTML, parsing included", *html.rendering(real or generated(sizes), 1 if options.quick else 9))
    _section(
        "AMP beside HTML", *amp.rendering(real or generated(sizes), 1 if options.quick else 9, is_judged=bool(real))
    )
    answers = folder() / "conformance"
    if not options.quick and answers.is_dir():
        _section("Pictures of the conformance inputs in AMP", *amp.pictures(answers))
    _section("Text, beside others'", *text.rendering(answers, 1 if options.quick else 7))
    _section("Reading", *typed.reading(real or generated(sizes), 1 if options.quick else 5, is_corpus=bool(real)))
    _section("Memory", *whole.memory(MB // 10 if options.quick else 50 * MB))
    return 0


def _race(name: str, corpus: list[Post], settings: tuple[Setting, ...], *, javascript: bool) -> None:
    if not corpus:
        _section(f"Parsing, {name}", "no posts here")
    for setting in settings if corpus else ():
        # The generated ones are large, and hot is about V8: a few unmeasured rounds do.
        chosen = Setting(setting.name, min(setting.warm_up, 20), 5) if name == "generated" else setting
        outcome = race(corpus, chosen, javascript=javascript)
        judged = javascript and name == "posts" and setting.name == "pipeline"
        _section(f"Parsing, {name}, {chosen}", *outcome.lines(), *(outcome.against(TARGETS) if judged else ()))


def _section(title: str, *lines: str) -> None:
    print(f"\n{title}", *lines, sep="\n", flush=True)


def _node() -> str:
    return "node " + subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
