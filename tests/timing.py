"""Whether a cost grows in step with the size of what is done."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

MAY_GROW = 2.5  # times, from one size to the double
FLOOR = 0.05  # seconds; below it a ratio says nothing
ATTEMPTS = 3  # on a machine that has other things to do


def seconds(action: Callable[[], object]) -> float:
    """Processor time, the better of two runs. Garbage collection, which comes in lumps, is held off."""
    best = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(2):
            start = time.process_time()
            action()
            best = min(best, time.process_time() - start)
    finally:
        gc.enable()
    return best


def assert_in_step(prepare: Callable[[int], Callable[[], object]], size: int) -> None:
    """The test fails where what `prepare` makes of `size` takes more than 2.5 times what it makes of half of it takes."""
    half, whole = prepare(size // 2), prepare(size)
    for _ in range(ATTEMPTS):
        before, after = seconds(half), seconds(whole)
        if after <= MAY_GROW * max(before, FLOOR):
            return
    pytest.fail(f"{size // 2}: {before:.2f} s, {size}: {after:.2f} s, and as bad twice before")
