"""A function that remembers its answers, in bounded memory: what it is asked comes from posts."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Remembered(Generic[T]):
    """Calls `ask` for each text once, as long as its answer is kept.

    `weigh` says how many bytes an answer takes, about; `most` is what all of them may take. Those that were not asked
    for the longest time go first. An answer that alone takes half of it is not kept: it would drive out the others.
    """

    def __init__(self, ask: Callable[[str], T], weigh: Callable[[T], int], most: int) -> None:
        self._ask, self._weigh, self._most = ask, weigh, most
        self._answers: OrderedDict[str, tuple[T, int]] = OrderedDict()
        self._lock = Lock()
        self.weight = 0
        """Bytes of all answers that are kept, and of the texts."""

    def __call__(self, text: str) -> T:
        kept = self._answers.get(text)
        if kept is not None:
            with self._lock:
                if text in self._answers:
                    self._answers.move_to_end(text)
            return kept[0]
        answer = self._ask(text)
        weight = self._weigh(answer) + 4 * len(text)
        if weight <= self._most // 2:
            with self._lock:
                if text not in self._answers:
                    self._answers[text] = answer, weight
                    self.weight += weight
                while self.weight > self._most:
                    self.weight -= self._answers.popitem(last=False)[1][1]
        return answer

    def forget(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._answers.clear()
            self.weight = 0
