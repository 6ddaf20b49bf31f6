"""Export files: speed and memory of reading one that is generated. `python -m benchmarks.wxr [--size MB]`.

Each reading runs in a process of its own, whose memory is the most it ever took; speeds are of processor time, so that
what else the machine does counts little. Linear is what takes as long for a byte of the whole file as for one of a
tenth of it.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.wxr_files import write

MB = 1_000_000
SIZE = 100
LARGE = 1000
MEMORY = 150
SPEED = 30
"""MB, and MB a second: what a file of 1 GB may take, and what listing one has to do at least."""


def listing(path: Path) -> int:
    """Ids, titles, types and states of all items."""
    from blocks.sources.wxr import Export, Item

    with path.open("rb") as stream:
        rows = (
            (one.id, one.title, one.type, one.status) for one in Export(stream, comments=False) if isinstance(one, Item)
        )
        return sum(1 for _ in rows)


def posts(path: Path) -> int:
    """All posts, as `read()` yields them."""
    from blocks.sources.wxr import read

    with path.open("rb") as stream:
        return sum(1 for _ in read(stream))


def second_pass(path: Path) -> int:
    """The index of attachments, then all posts."""
    from blocks.sources.wxr import index, read

    with path.open("rb") as stream:
        known = index([stream])
    with path.open("rb") as stream:
        return sum(1 for _ in read(stream, index=known))


def events(path: Path) -> int:
    """To compare: iterparse of lxml over the whole file, with the texts of items, which stops at the first error."""
    from lxml.etree import iterparse

    items = 0
    for _, element in iterparse(str(path), tag="item", resolve_entities=False, no_network=True, huge_tree=True):
        items += len([(child.tag, child.text) for child in element]) > 0
        element.clear()
        channel = element.getparent()
        while channel is not None and channel[0] is not element:
            del channel[0]
    return items


READINGS: dict[str, Callable[[Path], int]] = {
    "listing": listing,
    "posts": posts,
    "posts with media": second_pass,
    "iterparse alone": events,
}


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.wxr", description="Measure reading of export files.")
    parser.add_argument("--size", type=int, default=SIZE, metavar="MB", help=f"of the file (default: {SIZE})")
    parser.add_argument("--one", nargs=2, metavar=("READING", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one is not None:
        return _one(options.one[0], Path(options.one[1]))
    with tempfile.TemporaryDirectory() as folder:
        small, whole, packed = (Path(folder) / name for name in ("small.xml", "whole.xml", "whole.xml.gz"))
        write(small, options.size * MB // 10)
        items = write(whole, options.size * MB)
        with whole.open("rb") as text, gzip.open(packed, "wb", compresslevel=1) as zipped:
            shutil.copyfileobj(text, zipped)
        print(f"{whole.stat().st_size / MB:,.0f} MB, {items:,} items\n")
        print(f"{'reading':20}{'MB/s':>8}{'peak MB':>10}{'whole/tenth':>14}")
        for name in READINGS:
            _compare(name, small, whole)
        _compare("listing", small, packed, size=whole.stat().st_size, label="listing, gzipped")
    print(f"\nasked for: listing at {SPEED} MB/s or more, {MEMORY} MB or less, a file of {LARGE:,} MB included")
    return 0


@dataclass(frozen=True)
class Measured:
    """Seconds of processor time, the most MB of memory, and the items that were read."""

    seconds: float
    memory: float
    items: int


def measured(name: str, file: Path) -> Measured:
    """One of `READINGS` in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.wxr", "--one", name, str(file)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return Measured(float(answer[0]), float(answer[1]), int(answer[2]))


def _compare(name: str, small: Path, file: Path, size: int = 0, label: str = "") -> None:
    before, after = measured(name, small), measured(name, file)
    size = size or file.stat().st_size
    ratio = (after.seconds / size) / (before.seconds / small.stat().st_size)
    speed = size / MB / after.seconds
    print(f"{label or name:20}{speed:>8.1f}{after.memory:>10.0f}{ratio:>14.2f}", flush=True)


def _one(name: str, file: Path) -> int:
    start = time.process_time()
    items = READINGS[name](file)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(seconds, peak * (1 if sys.platform == "darwin" else 1024) / MB, items)
    return 0


if __name__ == "__main__":
    sys.exit(main())
