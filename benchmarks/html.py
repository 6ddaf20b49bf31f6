"""What HTML costs: each real post beside WordPress's `do_blocks()`, µs a block, and where the time goes."""

from __future__ import annotations

import cProfile
import pstats
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import blocks
from benchmarks.corpus import Post

# do_blocks() of WordPress 6.9.1, parsing included: PHP 8.2 on two cores, opcache off, median of 15; in µs.
WORDPRESS = {
    "moby-dick-parsed": 102_356,
    "early-adopting-the-future": 8_836,
    "redesigning-chrome-desktop": 12_750,
    "web-at-maximum-fps": 9_249,
    "shortcode-shortcomings": 2_403,
    "gutenberg-demo": 1_967,
}
PACKAGE = Path(blocks.__file__).parent


def rendering(posts: Sequence[Post], rounds: int) -> Iterator[str]:
    """Lines about the HTML of posts, parsing included: the best of `rounds` rounds, one result kept alive at a time."""
    yield f"{'':28}{'ms':>9}{'µs/block':>10}{'WordPress':>11}"
    total = theirs = 0.0
    for post in posts:
        best = min(_once(post.text) for _ in range(rounds))
        count = max(1, sum(1 for _ in blocks.parse(post.text).walk()))
        known = WORDPRESS.get(post.name)
        ratio = f"1/{known / best:.1f}" if known is not None else "-"
        if known is not None:
            total, theirs = total + best, theirs + known
        yield f"{post.name:28}{best / 1000:9.2f}{best / count:10.1f}{ratio:>11}"
    if total:
        yield f"{'all that WordPress was timed on':28}{total / 1000:6.2f}{'':10}{f'1/{theirs / total:.1f}':>11}"
    yield "where the time goes: " + ", ".join(f"{part} {share:.0%}" for part, share in _shares(posts))


def _once(text: str) -> float:
    started = time.perf_counter()
    output = blocks.render(text)
    spent = time.perf_counter() - started
    del output
    return 1e6 * spent


def _shares(posts: Sequence[Post]) -> list[tuple[str, float]]:
    """The parts of the package by their share of the time, the biggest first."""
    profile = cProfile.Profile()
    profile.enable()
    for post in posts:
        blocks.render(post.text)
    profile.disable()
    spent: dict[str, float] = defaultdict(float)
    for (file, _, _), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        spent[_part(file)] += own
    total = sum(spent.values())
    return sorted(((part, own / total) for part, own in spent.items()), key=lambda one: -one[1])[:7]


def _part(file: str) -> str:
    """The room of a file, and inside `render/html` the file or folder; `python` for all that is not ours."""
    path = Path(file)
    if not path.is_relative_to(PACKAGE):
        return "python"
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return "/".join(parts[:3]) if parts[:2] == ("render", "html") else parts[0]
