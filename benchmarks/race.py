"""A race: the contenders take turns, every post once a round, so that what slows the machine hits all alike."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from benchmarks.contenders import Contender, JavaScript, ours
from benchmarks.corpus import Post


@dataclass(frozen=True)
class Setting:
    """How a race is run: rounds that are thrown away, then rounds that are measured."""

    name: str
    warm_up: int
    rounds: int

    def __str__(self) -> str:
        before = f"after {self.warm_up} unmeasured ones" if self.warm_up else "from a cold start"
        return f"{self.name}: medians of {self.rounds} rounds {before}, each post once a round"


PIPELINE = Setting("pipeline", 0, 15)
"""As in a job over many posts: V8 starts cold and compiles while it is measured."""

HOT = Setting("hot", 200, 15)
"""As in a server that has parsed these very posts many times: V8 has compiled all it wants."""


@dataclass(frozen=True)
class Outcome:
    """Median milliseconds by contender, one figure a post."""

    posts: Sequence[Post]
    times: dict[str, list[float]]

    def total(self, name: str) -> float:
        return sum(self.times[name])

    def lines(self) -> Iterator[str]:
        """The outcome as a table: microseconds, and how many times the JavaScript parser's they are."""
        names = list(self.times)
        others = [name for name in names if name != "js"] if "js" in names else []
        heads = [f"{name} µs" for name in names] + [f"{name}/js" for name in others]
        yield f"{'post':28}{'bytes':>10}" + "".join(f"{head:>12}" for head in heads)
        for number, post in enumerate(self.posts):
            row = {name: times[number] for name, times in self.times.items()}
            yield self._line(post.name, len(post.text.encode("utf-8", "surrogateescape")), row, others)
        size = sum(len(post.text.encode("utf-8", "surrogateescape")) for post in self.posts)
        yield self._line("all", size, {name: self.total(name) for name in names}, others)

    def against(self, most: dict[str, float]) -> Iterator[str]:
        """How the sums stand against the most times the JavaScript parser's that they may be."""
        for name, allowed in most.items():
            ratio = self.total(name) / self.total("js")
            yield f"{name}: {ratio:.2f} times js; the target is at most {allowed:g}: {_verdict(ratio <= allowed)}"

    def _line(self, name: str, size: int, times: dict[str, float], others: list[str]) -> str:
        figures = "".join(f"{1000 * time:>12,.1f}" for time in times.values())
        ratios = "".join(f"{times[other] / times['js']:>12.2f}" for other in others)
        return f"{name[:27]:28}{size:>10,}{figures}{ratios}"


def race(posts: Sequence[Post], setting: Setting, *, javascript: bool) -> Outcome:
    """Run one race, with a new process for the JavaScript parser."""
    with ExitStack() as stack:
        contenders: list[Contender] = [*ours(posts)]
        if javascript:
            contenders.insert(0, stack.enter_context(JavaScript(posts)))
        times: dict[str, list[list[float]]] = {one.name: [] for one in contenders}
        gc.collect()
        for number_of_round in range(setting.warm_up + setting.rounds):
            for contender in contenders:
                measured = contender.round()
                if number_of_round >= setting.warm_up:
                    times[contender.name].append(measured)
        return Outcome(posts, {name: _medians(rounds) for name, rounds in times.items()})


def _verdict(reached: bool) -> str:
    return "reached" if reached else "missed"


def _medians(rounds: list[list[float]]) -> list[float]:
    return [statistics.median(times) for times in zip(*rounds, strict=True)]
