"""What is measured beside parsing: a whole process, rendering, and memory."""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

import blocks
from benchmarks.corpus import Post, post

ROOT = Path(__file__).resolve().parent.parent


def process(runs: int) -> Iterator[str]:
    """`blocks render small.html --to html` as a whole process, beside a Python that does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, "small.html")
        small.write_text(post(600), encoding="utf-8")
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "blocks render small.html --to html": [
                sys.executable,
                "-m",
                "blocks",
                "render",
                str(small),
                "--to",
                "html",
            ],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                started = time.perf_counter()
                subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
                times[name].append(1000 * (time.perf_counter() - started))
    for name, measured in times.items():
        yield f"{name}: {statistics.median(measured):.0f} ms (median of {runs})"


def rendering(posts: Sequence[Post], rounds: int, formats: Sequence[str] = ("html", "text", "amp")) -> Iterator[str]:
    """Rendering of parsed posts by format, in microseconds."""
    known = [name for name in formats if name in blocks.formats()]
    yield f"{'post':28}" + "".join(f"{name + ' µs':>12}" for name in known)
    for one in posts:
        times: dict[str, list[float]] = {name: [] for name in known}
        for _ in range(rounds):
            for name in known:
                document = blocks.parse(one.text)  # anew, for a document remembers what it read
                started = time.perf_counter()
                blocks.render(document, to=name)
                times[name].append(1e6 * (time.perf_counter() - started))
        yield f"{one.name[:27]:28}" + "".join(f"{statistics.median(times[name]):>12,.0f}" for name in known)


def memory(size: int) -> Iterator[str]:
    """What a document holds on top of its source, and the most that parsing it held, by Python's own count."""
    source = post(size).encode()
    started = time.perf_counter()
    document = blocks.parse(source)
    elapsed = time.perf_counter() - started
    del document
    gc.collect()
    tracemalloc.start()
    document = blocks.parse(source)
    held, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    count = sum(1 for _ in document.walk(blanks=True))
    yield (
        f"{len(source) / 1e6:.1f} MB of bytes, {count:,} nodes, parsed in {elapsed:.2f} s; memory per MB of them: "
        f"{held / len(source):.1f} MB held by the document (its text included), {most / len(source):.1f} MB at most"
    )
