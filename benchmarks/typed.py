"""What it costs to read every field of every block, beside the editor's `parse()`."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import blocks
from benchmarks.corpus import Post

EDITOR_MS: Final = 4_361.0
"""What `parse()` of WordPress 6.9's @wordpress/blocks took for the posts of the conformance corpus, once: 2 cores."""

TARGET: Final = 1 / 20

EDITOR = "BLOCKS_EDITOR"
"""The environment variable with a folder whose `lib.cjs` exports the editor's `parse`, to measure in the same run."""


def reading(posts: Sequence[Post], rounds: int, *, is_corpus: bool) -> Iterator[str]:
    """Parsing alone, with a field of every block, with all fields, and as JSON: milliseconds, all posts together."""
    ways: dict[str, Callable[[str], object]] = {
        "parse alone": blocks.parse,
        "every field of every block": every_field,
        "to_json()": lambda text: blocks.parse(text).to_json(limit=None),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, read in ways.items():
            started = time.perf_counter()
            for one in posts:
                read(one.text)
            times[name].append(1000 * (time.perf_counter() - started))
    best = {name: statistics.median(measured) for name, measured in times.items()}
    for name, milliseconds in best.items():
        yield f"{name}: {milliseconds:,.0f} ms (median of {rounds})"
    folder = os.environ.get(EDITOR)
    if folder is not None:
        rounds_of_editor, where = _editor(Path(folder), posts), "in this run"
    elif is_corpus:
        rounds_of_editor, where = [EDITOR_MS], f"measured elsewhere; set {EDITOR} to measure it here"
    else:
        return
    ours = best["every field of every block"]
    for number, editor in enumerate(rounds_of_editor, 1):
        share = f"every field takes 1/{editor / ours:.0f} of it"
        yield f"the editor's parse(), round {number}: {editor:,.0f} ms ({where}); {share}"
    if not is_corpus:
        return
    judged = "met" if ours <= TARGET * rounds_of_editor[0] else "NOT met"
    yield f"target: at most 1/{1 / TARGET:.0f} of the editor's first round, {judged}"


def every_field(text: str) -> None:
    """Parse a text and read every field of every block, as a program does: by its name."""
    for block in blocks.parse(text).walk():
        for name in _names(type(block)):
            getattr(block, name)


_known: dict[type, tuple[str, ...]] = {}


def _names(block_type: type[blocks.Block]) -> tuple[str, ...]:
    if block_type not in _known:
        from blocks.model.shape import schema_of

        _known[block_type] = tuple(field.name for field in schema_of(block_type).fields.values())
    return _known[block_type]


def _editor(folder: Path, posts: Sequence[Post]) -> list[float]:
    """The milliseconds that the editor takes for the posts, in each of three rounds in one process of node."""
    with tempfile.TemporaryDirectory() as place:
        files = [Path(place, f"{number}.html") for number in range(len(posts))]
        for file, post in zip(files, posts, strict=True):
            file.write_bytes(post.text.encode("utf-8", "surrogateescape"))
        driver = Path(__file__).with_name("editor.cjs")
        answer = subprocess.run(
            ["node", driver, folder.resolve(), *files], check=True, capture_output=True, text=True
        ).stdout
    times: list[float] = json.loads(answer)
    return times
