"""PHP's random numbers: the Mersenne Twister as `mt_srand()` seeds it and `rand()` reads it."""

from __future__ import annotations

import random
from typing import Any

_SIZE = 624
_WORD = 2**32


class Random:
    """`mt_srand( $seed )`, and what comes after it."""

    def __init__(self, seed: int) -> None:
        state = [seed % _WORD]
        for index in range(1, _SIZE):
            before = state[-1]
            state.append((1812433253 * (before ^ before >> 30) + index) % _WORD)
        self._generator = random.Random()  # noqa: S311 - the very one that PHP has
        self._generator.setstate((3, (*state, _SIZE), None))

    def rand(self, lowest: int, highest: int) -> int:
        """`rand( $lowest, $highest )`, within 32 bits: both ends may come."""
        if lowest > highest:
            lowest, highest = highest, lowest
        count = highest - lowest + 1
        drawn = self._generator.getrandbits(32)
        if count & (count - 1) == 0:
            return lowest + (drawn & (count - 1))
        ceiling = _WORD - _WORD % count - 1
        while drawn > ceiling:
            drawn = self._generator.getrandbits(32)
        return lowest + drawn % count

    def shuffle(self, items: list[Any]) -> None:
        """`shuffle( $items )`, in place."""
        for last in range(len(items) - 1, 0, -1):
            chosen = self.rand(0, last)
            items[last], items[chosen] = items[chosen], items[last]
