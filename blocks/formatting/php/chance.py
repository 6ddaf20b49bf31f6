"""PHP's numbers of chance: `mt_srand()`, `mt_rand()`, `shuffle()`."""

from __future__ import annotations

import random
from typing import Final, TypeVar

Item = TypeVar("Item")

_WORDS: Final = 624
_MASK: Final = 0xFFFFFFFF


class Chance:
    """A sequence of numbers that begins from a seed, the same as PHP's."""

    def __init__(self, seed: int = 1) -> None:
        words = [seed & _MASK]
        for index in range(1, _WORDS):
            last = words[-1]
            words.append((1812433253 * (last ^ (last >> 30)) + index) & _MASK)
        # Python has the same generator, but begins it from a seed in another way.
        self._generator = random.Random()  # noqa: S311 - as PHP's, no secret comes of it
        self._generator.setstate((3, (*words, _WORDS), None))

    def number(self, least: int, most: int) -> int:
        """A whole number that is neither less nor more (`mt_rand( $least, $most )`); they lie 32 bits apart at most."""
        span = most - least
        found = self._generator.getrandbits(32)
        if span >= _MASK:
            return least + found
        count = span + 1
        if count & span == 0:
            return least + (found & span)
        limit = _MASK - _MASK % count - 1
        while found > limit:
            found = self._generator.getrandbits(32)
        return least + found % count

    def shuffle(self, items: list[Item]) -> None:
        """Put the items in another order (`shuffle()`)."""
        for place in range(len(items) - 1, 0, -1):
            other = self.number(0, place)
            items[place], items[other] = items[other], items[place]
