"""What AMP costs: each real post beside its HTML, parsing included; and who knows how large the pictures are."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import blocks
from benchmarks.corpus import Post
from tests.corpus import inputs
from tests.wordpress import options

TARGET = 3.0
"""The most times the time of its HTML that AMP may take, summed over real posts."""

WAYS: dict[str, dict[str, Any]] = {
    "html": {"to": "html"},
    "fragment": {"to": "amp", "fragment": True},
    "page": {"to": "amp"},
}


def rendering(posts: Sequence[Post], rounds: int, *, is_judged: bool = False) -> Iterator[str]:
    """Lines about the AMP of posts: the best of `rounds` rounds, in which each way has its turn with each post."""
    yield f"{'':28}" + "".join(f"{name + ' ms':>13}" for name in WAYS) + f"{'µs/block':>10}{'page/html':>11}"
    total: Counter[str] = Counter()
    for post in posts:
        best = dict.fromkeys(WAYS, float("inf"))
        for _ in range(rounds):
            for name, said in WAYS.items():
                started = time.perf_counter()
                output = blocks.render(post.text, **said)
                best[name] = min(best[name], 1000 * (time.perf_counter() - started))
                del output
        count = max(1, sum(1 for _ in blocks.parse(post.text).walk()))
        total.update(best)
        yield _line(post.name[:27], best) + f"{1000 * best['page'] / count:10.1f}{best['page'] / best['html']:11.1f}"
    if not posts:
        return
    ratio = total["page"] / total["html"]
    yield _line("all", dict(total)) + f"{'':10}{ratio:11.1f}"
    if is_judged:
        verdict = "reached" if ratio <= TARGET else "missed"
        yield f"AMP takes {ratio:.1f} times as long as HTML; the target is at most {TARGET:g}: {verdict}"


def _line(name: str, times: dict[str, float]) -> str:
    return f"{name:28}" + "".join(f"{times[way]:13.2f}" for way in WAYS)


def pictures(corpus: Path) -> Iterator[str]:
    """Lines about who knows how large the pictures of a corpus are, with the site that goes with it."""
    found: Counter[str] = Counter()
    for path in inputs(corpus):
        found.update(blocks.convert(path.read_bytes(), "amp", fragment=True, **options(path, corpus)).images)
    total = found.total()
    known = total - found["unknown"]
    yield f"{total} pictures, of {known} of which the width and height are known"
    yield from (f"{source:12}{count:7}" for source, count in found.most_common())
