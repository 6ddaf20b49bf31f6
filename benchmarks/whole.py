"""What is measured beside parsing: a whole process, rendering, and memory."""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
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
    """What parsing one large post adds to the memory of a new process, at its highest."""
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder, "large.html")
        large.write_text(post(size), encoding="utf-8")
        command = [sys.executable, "-m", "benchmarks.whole", str(large)]
        figures = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT).stdout)
    size_in_mb = figures["bytes"] / 1e6
    yield (
        f"{size_in_mb:.0f} MB, {figures['blocks']:,} blocks: parsed in {figures['seconds']:.2f} s, "
        f"{figures['added'] / 1e6 / size_in_mb:.1f} MB of memory per MB of text on top of the text, at its highest"
    )


def _parse_and_weigh(path: Path) -> dict[str, float]:
    source = path.read_bytes()
    blocks.parse(post(600))
    before = _highest()
    started = time.perf_counter()
    document = blocks.parse(source)
    elapsed = time.perf_counter() - started
    added = _highest() - before
    return {"bytes": len(source), "seconds": elapsed, "added": added, "blocks": sum(1 for _ in document.walk())}


def _highest() -> int:
    """The highest resident memory so far, in bytes; macOS counts in bytes, Linux in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_parse_and_weigh(Path(sys.argv[1]))))
